"""Exceptions: construction, attributes, text."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


# covers: ArithmeticError
show(lambda: (ArithmeticError(), ArithmeticError(1), ArithmeticError('a', 2), str(ArithmeticError()), str(ArithmeticError(1)), str(ArithmeticError('a', 2)), ArithmeticError('a').args))  # => (ArithmeticError(), ArithmeticError(1), ArithmeticError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ArithmeticError(zz=1))  # => TypeError: ArithmeticError() takes no keyword arguments
show(lambda: (issubclass(ArithmeticError, Exception), ArithmeticError.__mro__[-2], ArithmeticError() == ArithmeticError(), ArithmeticError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: AssertionError
show(lambda: (AssertionError(), AssertionError(1), AssertionError('a', 2), str(AssertionError()), str(AssertionError(1)), str(AssertionError('a', 2)), AssertionError('a').args))  # => (AssertionError(), AssertionError(1), AssertionError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: AssertionError(zz=1))  # => TypeError: AssertionError() takes no keyword arguments
show(lambda: (issubclass(AssertionError, Exception), AssertionError.__mro__[-2], AssertionError() == AssertionError(), AssertionError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: AttributeError
show(lambda: (AttributeError(), AttributeError(1), AttributeError('a', 2), str(AttributeError()), str(AttributeError(1)), str(AttributeError('a', 2)), AttributeError('a').args))  # => (AttributeError(), AttributeError(1), AttributeError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: AttributeError(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for AttributeError()
show(lambda: (issubclass(AttributeError, Exception), AttributeError.__mro__[-2], AttributeError() == AttributeError(), AttributeError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BaseException
show(lambda: (BaseException(), BaseException(1), BaseException('a', 2), str(BaseException()), str(BaseException(1)), str(BaseException('a', 2)), BaseException('a').args))  # => (BaseException(), BaseException(1), BaseException('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: BaseException(zz=1))  # => TypeError: BaseException() takes no keyword arguments
show(lambda: (issubclass(BaseException, object), BaseException.__mro__[-2], BaseException() == BaseException(), BaseException.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BaseExceptionGroup
show(lambda: (BaseExceptionGroup('m', [ValueError(1)]), str(BaseExceptionGroup('m', [OSError(), KeyError()])), BaseExceptionGroup('m', (ValueError(),)).exceptions))  # => (ExceptionGroup('m', [ValueError(1)]), 'm (2 sub-exceptions)', (ValueError(),))
show(lambda: BaseExceptionGroup())  # => TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
show(lambda: BaseExceptionGroup('m', []))  # => ValueError: second argument (exceptions) must be a non-empty sequence
show(lambda: BaseExceptionGroup('m', [1]))  # => ValueError: Item 0 of second argument (exceptions) is not an exception
show(lambda: BaseExceptionGroup(1, [ValueError()]))  # => TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
show(lambda: BaseExceptionGroup('m', 1))  # => TypeError: second argument (exceptions) must be a sequence
show(lambda: BaseExceptionGroup('m', [KeyboardInterrupt()]))  # => BaseExceptionGroup('m', [KeyboardInterrupt()])

# covers: BlockingIOError
show(lambda: (BlockingIOError(), BlockingIOError(1), BlockingIOError('a', 2), str(BlockingIOError()), str(BlockingIOError(1)), str(BlockingIOError('a', 2)), BlockingIOError('a').args))  # => (BlockingIOError(), BlockingIOError(1), BlockingIOError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: BlockingIOError(zz=1))  # => TypeError: BlockingIOError() takes no keyword arguments
show(lambda: (issubclass(BlockingIOError, OSError), BlockingIOError.__mro__[-2], BlockingIOError() == BlockingIOError(), BlockingIOError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BrokenPipeError
show(lambda: (BrokenPipeError(), BrokenPipeError(1), BrokenPipeError('a', 2), str(BrokenPipeError()), str(BrokenPipeError(1)), str(BrokenPipeError('a', 2)), BrokenPipeError('a').args))  # => (BrokenPipeError(), BrokenPipeError(1), BrokenPipeError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: BrokenPipeError(zz=1))  # => TypeError: BrokenPipeError() takes no keyword arguments
show(lambda: (issubclass(BrokenPipeError, ConnectionError), BrokenPipeError.__mro__[-2], BrokenPipeError() == BrokenPipeError(), BrokenPipeError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BufferError
show(lambda: (BufferError(), BufferError(1), BufferError('a', 2), str(BufferError()), str(BufferError(1)), str(BufferError('a', 2)), BufferError('a').args))  # => (BufferError(), BufferError(1), BufferError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: BufferError(zz=1))  # => TypeError: BufferError() takes no keyword arguments
show(lambda: (issubclass(BufferError, Exception), BufferError.__mro__[-2], BufferError() == BufferError(), BufferError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BytesWarning
show(lambda: (BytesWarning(), BytesWarning(1), BytesWarning('a', 2), str(BytesWarning()), str(BytesWarning(1)), str(BytesWarning('a', 2)), BytesWarning('a').args))  # => (BytesWarning(), BytesWarning(1), BytesWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: BytesWarning(zz=1))  # => TypeError: BytesWarning() takes no keyword arguments
show(lambda: (issubclass(BytesWarning, Warning), BytesWarning.__mro__[-2], BytesWarning() == BytesWarning(), BytesWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ChildProcessError
show(lambda: (ChildProcessError(), ChildProcessError(1), ChildProcessError('a', 2), str(ChildProcessError()), str(ChildProcessError(1)), str(ChildProcessError('a', 2)), ChildProcessError('a').args))  # => (ChildProcessError(), ChildProcessError(1), ChildProcessError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ChildProcessError(zz=1))  # => TypeError: ChildProcessError() takes no keyword arguments
show(lambda: (issubclass(ChildProcessError, OSError), ChildProcessError.__mro__[-2], ChildProcessError() == ChildProcessError(), ChildProcessError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ConnectionAbortedError
show(lambda: (ConnectionAbortedError(), ConnectionAbortedError(1), ConnectionAbortedError('a', 2), str(ConnectionAbortedError()), str(ConnectionAbortedError(1)), str(ConnectionAbortedError('a', 2)), ConnectionAbortedError('a').args))  # => (ConnectionAbortedError(), ConnectionAbortedError(1), ConnectionAbortedError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ConnectionAbortedError(zz=1))  # => TypeError: ConnectionAbortedError() takes no keyword arguments
show(lambda: (issubclass(ConnectionAbortedError, ConnectionError), ConnectionAbortedError.__mro__[-2], ConnectionAbortedError() == ConnectionAbortedError(), ConnectionAbortedError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ConnectionError
show(lambda: (ConnectionError(), ConnectionError(1), ConnectionError('a', 2), str(ConnectionError()), str(ConnectionError(1)), str(ConnectionError('a', 2)), ConnectionError('a').args))  # => (ConnectionError(), ConnectionError(1), ConnectionError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ConnectionError(zz=1))  # => TypeError: ConnectionError() takes no keyword arguments
show(lambda: (issubclass(ConnectionError, OSError), ConnectionError.__mro__[-2], ConnectionError() == ConnectionError(), ConnectionError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ConnectionRefusedError
show(lambda: (ConnectionRefusedError(), ConnectionRefusedError(1), ConnectionRefusedError('a', 2), str(ConnectionRefusedError()), str(ConnectionRefusedError(1)), str(ConnectionRefusedError('a', 2)), ConnectionRefusedError('a').args))  # => (ConnectionRefusedError(), ConnectionRefusedError(1), ConnectionRefusedError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ConnectionRefusedError(zz=1))  # => TypeError: ConnectionRefusedError() takes no keyword arguments
show(lambda: (issubclass(ConnectionRefusedError, ConnectionError), ConnectionRefusedError.__mro__[-2], ConnectionRefusedError() == ConnectionRefusedError(), ConnectionRefusedError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ConnectionResetError
show(lambda: (ConnectionResetError(), ConnectionResetError(1), ConnectionResetError('a', 2), str(ConnectionResetError()), str(ConnectionResetError(1)), str(ConnectionResetError('a', 2)), ConnectionResetError('a').args))  # => (ConnectionResetError(), ConnectionResetError(1), ConnectionResetError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ConnectionResetError(zz=1))  # => TypeError: ConnectionResetError() takes no keyword arguments
show(lambda: (issubclass(ConnectionResetError, ConnectionError), ConnectionResetError.__mro__[-2], ConnectionResetError() == ConnectionResetError(), ConnectionResetError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: DeprecationWarning
show(lambda: (DeprecationWarning(), DeprecationWarning(1), DeprecationWarning('a', 2), str(DeprecationWarning()), str(DeprecationWarning(1)), str(DeprecationWarning('a', 2)), DeprecationWarning('a').args))  # => (DeprecationWarning(), DeprecationWarning(1), DeprecationWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: DeprecationWarning(zz=1))  # => TypeError: DeprecationWarning() takes no keyword arguments
show(lambda: (issubclass(DeprecationWarning, Warning), DeprecationWarning.__mro__[-2], DeprecationWarning() == DeprecationWarning(), DeprecationWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: EOFError
show(lambda: (EOFError(), EOFError(1), EOFError('a', 2), str(EOFError()), str(EOFError(1)), str(EOFError('a', 2)), EOFError('a').args))  # => (EOFError(), EOFError(1), EOFError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: EOFError(zz=1))  # => TypeError: EOFError() takes no keyword arguments
show(lambda: (issubclass(EOFError, Exception), EOFError.__mro__[-2], EOFError() == EOFError(), EOFError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: EncodingWarning
show(lambda: (EncodingWarning(), EncodingWarning(1), EncodingWarning('a', 2), str(EncodingWarning()), str(EncodingWarning(1)), str(EncodingWarning('a', 2)), EncodingWarning('a').args))  # => (EncodingWarning(), EncodingWarning(1), EncodingWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: EncodingWarning(zz=1))  # => TypeError: EncodingWarning() takes no keyword arguments
show(lambda: (issubclass(EncodingWarning, Warning), EncodingWarning.__mro__[-2], EncodingWarning() == EncodingWarning(), EncodingWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: Exception
show(lambda: (Exception(), Exception(1), Exception('a', 2), str(Exception()), str(Exception(1)), str(Exception('a', 2)), Exception('a').args))  # => (Exception(), Exception(1), Exception('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: Exception(zz=1))  # => TypeError: Exception() takes no keyword arguments
show(lambda: (issubclass(Exception, BaseException), Exception.__mro__[-2], Exception() == Exception(), Exception.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# ExceptionGroup, a class made by the interpreter
show(lambda: (ExceptionGroup('m', [ValueError(1)]), str(ExceptionGroup('m', [OSError(), KeyError()])), ExceptionGroup('m', (ValueError(),)).exceptions))  # => (ExceptionGroup('m', [ValueError(1)]), 'm (2 sub-exceptions)', (ValueError(),))
show(lambda: ExceptionGroup())  # => TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)
show(lambda: ExceptionGroup('m', []))  # => ValueError: second argument (exceptions) must be a non-empty sequence
show(lambda: ExceptionGroup('m', [1]))  # => ValueError: Item 0 of second argument (exceptions) is not an exception
show(lambda: ExceptionGroup(1, [ValueError()]))  # => TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int
show(lambda: ExceptionGroup('m', 1))  # => TypeError: second argument (exceptions) must be a sequence
show(lambda: ExceptionGroup('m', [KeyboardInterrupt()]))  # => TypeError: Cannot nest BaseExceptions in an ExceptionGroup

# covers: FileExistsError
show(lambda: (FileExistsError(), FileExistsError(1), FileExistsError('a', 2), str(FileExistsError()), str(FileExistsError(1)), str(FileExistsError('a', 2)), FileExistsError('a').args))  # => (FileExistsError(), FileExistsError(1), FileExistsError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: FileExistsError(zz=1))  # => TypeError: FileExistsError() takes no keyword arguments
show(lambda: (issubclass(FileExistsError, OSError), FileExistsError.__mro__[-2], FileExistsError() == FileExistsError(), FileExistsError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: FileNotFoundError
show(lambda: (FileNotFoundError(), FileNotFoundError(1), FileNotFoundError('a', 2), str(FileNotFoundError()), str(FileNotFoundError(1)), str(FileNotFoundError('a', 2)), FileNotFoundError('a').args))  # => (FileNotFoundError(), FileNotFoundError(1), FileNotFoundError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: FileNotFoundError(zz=1))  # => TypeError: FileNotFoundError() takes no keyword arguments
show(lambda: (issubclass(FileNotFoundError, OSError), FileNotFoundError.__mro__[-2], FileNotFoundError() == FileNotFoundError(), FileNotFoundError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: FloatingPointError
show(lambda: (FloatingPointError(), FloatingPointError(1), FloatingPointError('a', 2), str(FloatingPointError()), str(FloatingPointError(1)), str(FloatingPointError('a', 2)), FloatingPointError('a').args))  # => (FloatingPointError(), FloatingPointError(1), FloatingPointError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: FloatingPointError(zz=1))  # => TypeError: FloatingPointError() takes no keyword arguments
show(lambda: (issubclass(FloatingPointError, ArithmeticError), FloatingPointError.__mro__[-2], FloatingPointError() == FloatingPointError(), FloatingPointError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: FutureWarning
show(lambda: (FutureWarning(), FutureWarning(1), FutureWarning('a', 2), str(FutureWarning()), str(FutureWarning(1)), str(FutureWarning('a', 2)), FutureWarning('a').args))  # => (FutureWarning(), FutureWarning(1), FutureWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: FutureWarning(zz=1))  # => TypeError: FutureWarning() takes no keyword arguments
show(lambda: (issubclass(FutureWarning, Warning), FutureWarning.__mro__[-2], FutureWarning() == FutureWarning(), FutureWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: GeneratorExit
show(lambda: (GeneratorExit(), GeneratorExit(1), GeneratorExit('a', 2), str(GeneratorExit()), str(GeneratorExit(1)), str(GeneratorExit('a', 2)), GeneratorExit('a').args))  # => (GeneratorExit(), GeneratorExit(1), GeneratorExit('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: GeneratorExit(zz=1))  # => TypeError: GeneratorExit() takes no keyword arguments
show(lambda: (issubclass(GeneratorExit, BaseException), GeneratorExit.__mro__[-2], GeneratorExit() == GeneratorExit(), GeneratorExit.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ImportError
show(lambda: (ImportError(), ImportError(1), ImportError('a', 2), str(ImportError()), str(ImportError(1)), str(ImportError('a', 2)), ImportError('a').args))  # => (ImportError(), ImportError(1), ImportError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ImportError(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for ImportError()
show(lambda: (issubclass(ImportError, Exception), ImportError.__mro__[-2], ImportError() == ImportError(), ImportError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ImportWarning
show(lambda: (ImportWarning(), ImportWarning(1), ImportWarning('a', 2), str(ImportWarning()), str(ImportWarning(1)), str(ImportWarning('a', 2)), ImportWarning('a').args))  # => (ImportWarning(), ImportWarning(1), ImportWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ImportWarning(zz=1))  # => TypeError: ImportWarning() takes no keyword arguments
show(lambda: (issubclass(ImportWarning, Warning), ImportWarning.__mro__[-2], ImportWarning() == ImportWarning(), ImportWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: IndentationError
show(lambda: (IndentationError(), IndentationError(1), IndentationError('a', 2), str(IndentationError()), str(IndentationError(1)), str(IndentationError('a', 2)), IndentationError('a').args))  # => TypeError: 'int' object is not iterable
show(lambda: IndentationError(zz=1))  # => TypeError: IndentationError() takes no keyword arguments
show(lambda: (issubclass(IndentationError, SyntaxError), IndentationError.__mro__[-2], IndentationError() == IndentationError(), IndentationError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: IndexError
show(lambda: (IndexError(), IndexError(1), IndexError('a', 2), str(IndexError()), str(IndexError(1)), str(IndexError('a', 2)), IndexError('a').args))  # => (IndexError(), IndexError(1), IndexError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: IndexError(zz=1))  # => TypeError: IndexError() takes no keyword arguments
show(lambda: (issubclass(IndexError, LookupError), IndexError.__mro__[-2], IndexError() == IndexError(), IndexError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: InterruptedError
show(lambda: (InterruptedError(), InterruptedError(1), InterruptedError('a', 2), str(InterruptedError()), str(InterruptedError(1)), str(InterruptedError('a', 2)), InterruptedError('a').args))  # => (InterruptedError(), InterruptedError(1), InterruptedError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: InterruptedError(zz=1))  # => TypeError: InterruptedError() takes no keyword arguments
show(lambda: (issubclass(InterruptedError, OSError), InterruptedError.__mro__[-2], InterruptedError() == InterruptedError(), InterruptedError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: IsADirectoryError
show(lambda: (IsADirectoryError(), IsADirectoryError(1), IsADirectoryError('a', 2), str(IsADirectoryError()), str(IsADirectoryError(1)), str(IsADirectoryError('a', 2)), IsADirectoryError('a').args))  # => (IsADirectoryError(), IsADirectoryError(1), IsADirectoryError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: IsADirectoryError(zz=1))  # => TypeError: IsADirectoryError() takes no keyword arguments
show(lambda: (issubclass(IsADirectoryError, OSError), IsADirectoryError.__mro__[-2], IsADirectoryError() == IsADirectoryError(), IsADirectoryError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: KeyError
show(lambda: (KeyError(), KeyError(1), KeyError('a', 2), str(KeyError()), str(KeyError(1)), str(KeyError('a', 2)), KeyError('a').args))  # => (KeyError(), KeyError(1), KeyError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: KeyError(zz=1))  # => TypeError: KeyError() takes no keyword arguments
show(lambda: (issubclass(KeyError, LookupError), KeyError.__mro__[-2], KeyError() == KeyError(), KeyError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: KeyboardInterrupt
show(lambda: (KeyboardInterrupt(), KeyboardInterrupt(1), KeyboardInterrupt('a', 2), str(KeyboardInterrupt()), str(KeyboardInterrupt(1)), str(KeyboardInterrupt('a', 2)), KeyboardInterrupt('a').args))  # => (KeyboardInterrupt(), KeyboardInterrupt(1), KeyboardInterrupt('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: KeyboardInterrupt(zz=1))  # => TypeError: KeyboardInterrupt() takes no keyword arguments
show(lambda: (issubclass(KeyboardInterrupt, BaseException), KeyboardInterrupt.__mro__[-2], KeyboardInterrupt() == KeyboardInterrupt(), KeyboardInterrupt.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: LookupError
show(lambda: (LookupError(), LookupError(1), LookupError('a', 2), str(LookupError()), str(LookupError(1)), str(LookupError('a', 2)), LookupError('a').args))  # => (LookupError(), LookupError(1), LookupError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: LookupError(zz=1))  # => TypeError: LookupError() takes no keyword arguments
show(lambda: (issubclass(LookupError, Exception), LookupError.__mro__[-2], LookupError() == LookupError(), LookupError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: MemoryError
show(lambda: (MemoryError(), MemoryError(1), MemoryError('a', 2), str(MemoryError()), str(MemoryError(1)), str(MemoryError('a', 2)), MemoryError('a').args))  # => (MemoryError(), MemoryError(1), MemoryError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: MemoryError(zz=1))  # => TypeError: MemoryError() takes no keyword arguments
show(lambda: (issubclass(MemoryError, Exception), MemoryError.__mro__[-2], MemoryError() == MemoryError(), MemoryError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ModuleNotFoundError
show(lambda: (ModuleNotFoundError(), ModuleNotFoundError(1), ModuleNotFoundError('a', 2), str(ModuleNotFoundError()), str(ModuleNotFoundError(1)), str(ModuleNotFoundError('a', 2)), ModuleNotFoundError('a').args))  # => (ModuleNotFoundError(), ModuleNotFoundError(1), ModuleNotFoundError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ModuleNotFoundError(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for ImportError()
show(lambda: (issubclass(ModuleNotFoundError, ImportError), ModuleNotFoundError.__mro__[-2], ModuleNotFoundError() == ModuleNotFoundError(), ModuleNotFoundError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: NameError
show(lambda: (NameError(), NameError(1), NameError('a', 2), str(NameError()), str(NameError(1)), str(NameError('a', 2)), NameError('a').args))  # => (NameError(), NameError(1), NameError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: NameError(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for NameError()
show(lambda: (issubclass(NameError, Exception), NameError.__mro__[-2], NameError() == NameError(), NameError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: NotADirectoryError
show(lambda: (NotADirectoryError(), NotADirectoryError(1), NotADirectoryError('a', 2), str(NotADirectoryError()), str(NotADirectoryError(1)), str(NotADirectoryError('a', 2)), NotADirectoryError('a').args))  # => (NotADirectoryError(), NotADirectoryError(1), NotADirectoryError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: NotADirectoryError(zz=1))  # => TypeError: NotADirectoryError() takes no keyword arguments
show(lambda: (issubclass(NotADirectoryError, OSError), NotADirectoryError.__mro__[-2], NotADirectoryError() == NotADirectoryError(), NotADirectoryError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: NotImplementedError
show(lambda: (NotImplementedError(), NotImplementedError(1), NotImplementedError('a', 2), str(NotImplementedError()), str(NotImplementedError(1)), str(NotImplementedError('a', 2)), NotImplementedError('a').args))  # => (NotImplementedError(), NotImplementedError(1), NotImplementedError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: NotImplementedError(zz=1))  # => TypeError: NotImplementedError() takes no keyword arguments
show(lambda: (issubclass(NotImplementedError, RuntimeError), NotImplementedError.__mro__[-2], NotImplementedError() == NotImplementedError(), NotImplementedError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: OSError
show(lambda: (OSError(), OSError(1), OSError('a', 2), str(OSError()), str(OSError(1)), str(OSError('a', 2)), OSError('a').args))  # => (OSError(), OSError(1), OSError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: OSError(zz=1))  # => TypeError: OSError() takes no keyword arguments
show(lambda: (issubclass(OSError, Exception), OSError.__mro__[-2], OSError() == OSError(), OSError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: OverflowError
show(lambda: (OverflowError(), OverflowError(1), OverflowError('a', 2), str(OverflowError()), str(OverflowError(1)), str(OverflowError('a', 2)), OverflowError('a').args))  # => (OverflowError(), OverflowError(1), OverflowError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: OverflowError(zz=1))  # => TypeError: OverflowError() takes no keyword arguments
show(lambda: (issubclass(OverflowError, ArithmeticError), OverflowError.__mro__[-2], OverflowError() == OverflowError(), OverflowError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: PendingDeprecationWarning
show(lambda: (PendingDeprecationWarning(), PendingDeprecationWarning(1), PendingDeprecationWarning('a', 2), str(PendingDeprecationWarning()), str(PendingDeprecationWarning(1)), str(PendingDeprecationWarning('a', 2)), PendingDeprecationWarning('a').args))  # => (PendingDeprecationWarning(), PendingDeprecationWarning(1), PendingDeprecationWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: PendingDeprecationWarning(zz=1))  # => TypeError: PendingDeprecationWarning() takes no keyword arguments
show(lambda: (issubclass(PendingDeprecationWarning, Warning), PendingDeprecationWarning.__mro__[-2], PendingDeprecationWarning() == PendingDeprecationWarning(), PendingDeprecationWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: PermissionError
show(lambda: (PermissionError(), PermissionError(1), PermissionError('a', 2), str(PermissionError()), str(PermissionError(1)), str(PermissionError('a', 2)), PermissionError('a').args))  # => (PermissionError(), PermissionError(1), PermissionError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: PermissionError(zz=1))  # => TypeError: PermissionError() takes no keyword arguments
show(lambda: (issubclass(PermissionError, OSError), PermissionError.__mro__[-2], PermissionError() == PermissionError(), PermissionError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ProcessLookupError
show(lambda: (ProcessLookupError(), ProcessLookupError(1), ProcessLookupError('a', 2), str(ProcessLookupError()), str(ProcessLookupError(1)), str(ProcessLookupError('a', 2)), ProcessLookupError('a').args))  # => (ProcessLookupError(), ProcessLookupError(1), ProcessLookupError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: ProcessLookupError(zz=1))  # => TypeError: ProcessLookupError() takes no keyword arguments
show(lambda: (issubclass(ProcessLookupError, OSError), ProcessLookupError.__mro__[-2], ProcessLookupError() == ProcessLookupError(), ProcessLookupError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: RecursionError
show(lambda: (RecursionError(), RecursionError(1), RecursionError('a', 2), str(RecursionError()), str(RecursionError(1)), str(RecursionError('a', 2)), RecursionError('a').args))  # => (RecursionError(), RecursionError(1), RecursionError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: RecursionError(zz=1))  # => TypeError: RecursionError() takes no keyword arguments
show(lambda: (issubclass(RecursionError, RuntimeError), RecursionError.__mro__[-2], RecursionError() == RecursionError(), RecursionError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ReferenceError
show(lambda: (ReferenceError(), ReferenceError(1), ReferenceError('a', 2), str(ReferenceError()), str(ReferenceError(1)), str(ReferenceError('a', 2)), ReferenceError('a').args))  # => (ReferenceError(), ReferenceError(1), ReferenceError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ReferenceError(zz=1))  # => TypeError: ReferenceError() takes no keyword arguments
show(lambda: (issubclass(ReferenceError, Exception), ReferenceError.__mro__[-2], ReferenceError() == ReferenceError(), ReferenceError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ResourceWarning
show(lambda: (ResourceWarning(), ResourceWarning(1), ResourceWarning('a', 2), str(ResourceWarning()), str(ResourceWarning(1)), str(ResourceWarning('a', 2)), ResourceWarning('a').args))  # => (ResourceWarning(), ResourceWarning(1), ResourceWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ResourceWarning(zz=1))  # => TypeError: ResourceWarning() takes no keyword arguments
show(lambda: (issubclass(ResourceWarning, Warning), ResourceWarning.__mro__[-2], ResourceWarning() == ResourceWarning(), ResourceWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: RuntimeError
show(lambda: (RuntimeError(), RuntimeError(1), RuntimeError('a', 2), str(RuntimeError()), str(RuntimeError(1)), str(RuntimeError('a', 2)), RuntimeError('a').args))  # => (RuntimeError(), RuntimeError(1), RuntimeError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: RuntimeError(zz=1))  # => TypeError: RuntimeError() takes no keyword arguments
show(lambda: (issubclass(RuntimeError, Exception), RuntimeError.__mro__[-2], RuntimeError() == RuntimeError(), RuntimeError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: RuntimeWarning
show(lambda: (RuntimeWarning(), RuntimeWarning(1), RuntimeWarning('a', 2), str(RuntimeWarning()), str(RuntimeWarning(1)), str(RuntimeWarning('a', 2)), RuntimeWarning('a').args))  # => (RuntimeWarning(), RuntimeWarning(1), RuntimeWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: RuntimeWarning(zz=1))  # => TypeError: RuntimeWarning() takes no keyword arguments
show(lambda: (issubclass(RuntimeWarning, Warning), RuntimeWarning.__mro__[-2], RuntimeWarning() == RuntimeWarning(), RuntimeWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: StopAsyncIteration
show(lambda: (StopAsyncIteration(), StopAsyncIteration(1), StopAsyncIteration('a', 2), str(StopAsyncIteration()), str(StopAsyncIteration(1)), str(StopAsyncIteration('a', 2)), StopAsyncIteration('a').args))  # => (StopAsyncIteration(), StopAsyncIteration(1), StopAsyncIteration('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: StopAsyncIteration(zz=1))  # => TypeError: StopAsyncIteration() takes no keyword arguments
show(lambda: (issubclass(StopAsyncIteration, Exception), StopAsyncIteration.__mro__[-2], StopAsyncIteration() == StopAsyncIteration(), StopAsyncIteration.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: StopIteration
show(lambda: (StopIteration(), StopIteration(1), StopIteration('a', 2), str(StopIteration()), str(StopIteration(1)), str(StopIteration('a', 2)), StopIteration('a').args))  # => (StopIteration(), StopIteration(1), StopIteration('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: StopIteration(zz=1))  # => TypeError: StopIteration() takes no keyword arguments
show(lambda: (issubclass(StopIteration, Exception), StopIteration.__mro__[-2], StopIteration() == StopIteration(), StopIteration.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: SyntaxError
show(lambda: (SyntaxError(), SyntaxError(1), SyntaxError('a', 2), str(SyntaxError()), str(SyntaxError(1)), str(SyntaxError('a', 2)), SyntaxError('a').args))  # => TypeError: 'int' object is not iterable
show(lambda: SyntaxError(zz=1))  # => TypeError: SyntaxError() takes no keyword arguments
show(lambda: (issubclass(SyntaxError, Exception), SyntaxError.__mro__[-2], SyntaxError() == SyntaxError(), SyntaxError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: SyntaxWarning
show(lambda: (SyntaxWarning(), SyntaxWarning(1), SyntaxWarning('a', 2), str(SyntaxWarning()), str(SyntaxWarning(1)), str(SyntaxWarning('a', 2)), SyntaxWarning('a').args))  # => (SyntaxWarning(), SyntaxWarning(1), SyntaxWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: SyntaxWarning(zz=1))  # => TypeError: SyntaxWarning() takes no keyword arguments
show(lambda: (issubclass(SyntaxWarning, Warning), SyntaxWarning.__mro__[-2], SyntaxWarning() == SyntaxWarning(), SyntaxWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: SystemError
show(lambda: (SystemError(), SystemError(1), SystemError('a', 2), str(SystemError()), str(SystemError(1)), str(SystemError('a', 2)), SystemError('a').args))  # => (SystemError(), SystemError(1), SystemError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: SystemError(zz=1))  # => TypeError: SystemError() takes no keyword arguments
show(lambda: (issubclass(SystemError, Exception), SystemError.__mro__[-2], SystemError() == SystemError(), SystemError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: SystemExit
show(lambda: (SystemExit(), SystemExit(1), SystemExit('a', 2), str(SystemExit()), str(SystemExit(1)), str(SystemExit('a', 2)), SystemExit('a').args))  # => (SystemExit(), SystemExit(1), SystemExit('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: SystemExit(zz=1))  # => TypeError: SystemExit() takes no keyword arguments
show(lambda: (issubclass(SystemExit, BaseException), SystemExit.__mro__[-2], SystemExit() == SystemExit(), SystemExit.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: TabError
show(lambda: (TabError(), TabError(1), TabError('a', 2), str(TabError()), str(TabError(1)), str(TabError('a', 2)), TabError('a').args))  # => TypeError: 'int' object is not iterable
show(lambda: TabError(zz=1))  # => TypeError: TabError() takes no keyword arguments
show(lambda: (issubclass(TabError, IndentationError), TabError.__mro__[-2], TabError() == TabError(), TabError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: TimeoutError
show(lambda: (TimeoutError(), TimeoutError(1), TimeoutError('a', 2), str(TimeoutError()), str(TimeoutError(1)), str(TimeoutError('a', 2)), TimeoutError('a').args))  # => (TimeoutError(), TimeoutError(1), TimeoutError('a', 2), '', '1', '[Errno a] 2', ('a',))
show(lambda: TimeoutError(zz=1))  # => TypeError: TimeoutError() takes no keyword arguments
show(lambda: (issubclass(TimeoutError, OSError), TimeoutError.__mro__[-2], TimeoutError() == TimeoutError(), TimeoutError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: TypeError
show(lambda: (TypeError(), TypeError(1), TypeError('a', 2), str(TypeError()), str(TypeError(1)), str(TypeError('a', 2)), TypeError('a').args))  # => (TypeError(), TypeError(1), TypeError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: TypeError(zz=1))  # => TypeError: TypeError() takes no keyword arguments
show(lambda: (issubclass(TypeError, Exception), TypeError.__mro__[-2], TypeError() == TypeError(), TypeError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: UnboundLocalError
show(lambda: (UnboundLocalError(), UnboundLocalError(1), UnboundLocalError('a', 2), str(UnboundLocalError()), str(UnboundLocalError(1)), str(UnboundLocalError('a', 2)), UnboundLocalError('a').args))  # => (UnboundLocalError(), UnboundLocalError(1), UnboundLocalError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: UnboundLocalError(zz=1))  # => TypeError: 'zz' is an invalid keyword argument for NameError()
show(lambda: (issubclass(UnboundLocalError, NameError), UnboundLocalError.__mro__[-2], UnboundLocalError() == UnboundLocalError(), UnboundLocalError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: UnicodeDecodeError
show(lambda: (UnicodeDecodeError('enc', b'abc', 1, 2, 'why'), str(UnicodeDecodeError('enc', b'abc', 0, 3, 'why'))))  # => (UnicodeDecodeError('enc', b'abc', 1, 2, 'why'), "'enc' codec can't decode bytes in position 0-2: why")
show(lambda: UnicodeDecodeError())  # => TypeError: function takes exactly 5 arguments (0 given)
show(lambda: UnicodeDecodeError(1, 2, 3, 4, 5))  # => TypeError: argument 1 must be str, not int
show(lambda: (e := UnicodeDecodeError('enc', b'abc', 1, 2, 'why'), e.encoding, e.object, e.start, e.end, e.reason)[1:])  # => ('enc', b'abc', 1, 2, 'why')

# covers: UnicodeEncodeError
show(lambda: (UnicodeEncodeError('enc', 'aéc', 1, 2, 'why'), str(UnicodeEncodeError('enc', 'aéc', 0, 3, 'why'))))  # => (UnicodeEncodeError('enc', 'aéc', 1, 2, 'why'), "'enc' codec can't encode characters in position 0-2: why")
show(lambda: UnicodeEncodeError())  # => TypeError: function takes exactly 5 arguments (0 given)
show(lambda: UnicodeEncodeError(1, 2, 3, 4, 5))  # => TypeError: argument 1 must be str, not int
show(lambda: (e := UnicodeEncodeError('enc', 'aéc', 1, 2, 'why'), e.encoding, e.object, e.start, e.end, e.reason)[1:])  # => ('enc', 'aéc', 1, 2, 'why')

# covers: UnicodeError
show(lambda: (UnicodeError('enc', 'aéc', 1, 2, 'why'), str(UnicodeError('enc', 'aéc', 0, 3, 'why'))))  # => (UnicodeError('enc', 'aéc', 1, 2, 'why'), "('enc', 'aéc', 0, 3, 'why')")
show(lambda: UnicodeError())  # => UnicodeError()
show(lambda: UnicodeError(1, 2, 3, 4, 5))  # => UnicodeError(1, 2, 3, 4, 5)
show(lambda: (e := UnicodeError('enc', 'aéc', 1, 2, 'why'), e.encoding, e.object, e.start, e.end, e.reason)[1:])  # => AttributeError: 'UnicodeError' object has no attribute 'encoding'

# covers: UnicodeTranslateError
show(lambda: (UnicodeTranslateError('abc', 1, 2, 'why'), str(UnicodeTranslateError('abc', 0, 3, 'why'))))  # => (UnicodeTranslateError('abc', 1, 2, 'why'), "can't translate characters in position 0-2: why")
show(lambda: UnicodeTranslateError())  # => TypeError: function takes exactly 4 arguments (0 given)
show(lambda: UnicodeTranslateError(1, 2, 3, 4))  # => TypeError: argument 1 must be str, not int

# covers: UnicodeWarning
show(lambda: (UnicodeWarning(), UnicodeWarning(1), UnicodeWarning('a', 2), str(UnicodeWarning()), str(UnicodeWarning(1)), str(UnicodeWarning('a', 2)), UnicodeWarning('a').args))  # => (UnicodeWarning(), UnicodeWarning(1), UnicodeWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: UnicodeWarning(zz=1))  # => TypeError: UnicodeWarning() takes no keyword arguments
show(lambda: (issubclass(UnicodeWarning, Warning), UnicodeWarning.__mro__[-2], UnicodeWarning() == UnicodeWarning(), UnicodeWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: UserWarning
show(lambda: (UserWarning(), UserWarning(1), UserWarning('a', 2), str(UserWarning()), str(UserWarning(1)), str(UserWarning('a', 2)), UserWarning('a').args))  # => (UserWarning(), UserWarning(1), UserWarning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: UserWarning(zz=1))  # => TypeError: UserWarning() takes no keyword arguments
show(lambda: (issubclass(UserWarning, Warning), UserWarning.__mro__[-2], UserWarning() == UserWarning(), UserWarning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ValueError
show(lambda: (ValueError(), ValueError(1), ValueError('a', 2), str(ValueError()), str(ValueError(1)), str(ValueError('a', 2)), ValueError('a').args))  # => (ValueError(), ValueError(1), ValueError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ValueError(zz=1))  # => TypeError: ValueError() takes no keyword arguments
show(lambda: (issubclass(ValueError, Exception), ValueError.__mro__[-2], ValueError() == ValueError(), ValueError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: Warning
show(lambda: (Warning(), Warning(1), Warning('a', 2), str(Warning()), str(Warning(1)), str(Warning('a', 2)), Warning('a').args))  # => (Warning(), Warning(1), Warning('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: Warning(zz=1))  # => TypeError: Warning() takes no keyword arguments
show(lambda: (issubclass(Warning, Exception), Warning.__mro__[-2], Warning() == Warning(), Warning.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: ZeroDivisionError
show(lambda: (ZeroDivisionError(), ZeroDivisionError(1), ZeroDivisionError('a', 2), str(ZeroDivisionError()), str(ZeroDivisionError(1)), str(ZeroDivisionError('a', 2)), ZeroDivisionError('a').args))  # => (ZeroDivisionError(), ZeroDivisionError(1), ZeroDivisionError('a', 2), '', '1', "('a', 2)", ('a',))
show(lambda: ZeroDivisionError(zz=1))  # => TypeError: ZeroDivisionError() takes no keyword arguments
show(lambda: (issubclass(ZeroDivisionError, ArithmeticError), ZeroDivisionError.__mro__[-2], ZeroDivisionError() == ZeroDivisionError(), ZeroDivisionError.__module__))  # => (True, <class 'BaseException'>, False, 'builtins')

# covers: BaseException.with_traceback BaseException.add_note BaseException.args
show(lambda: (e := ValueError(1), e.with_traceback(None) is e, e.__traceback__)[1:])  # => (True, None)
show(lambda: OSError().with_traceback(1))  # => TypeError: __traceback__ must be a traceback or None
show(lambda: OSError().with_traceback())  # => TypeError: BaseException.with_traceback() takes exactly one argument (0 given)
show(lambda: (e := ValueError(1), e.add_note('n'), e.add_note('m'), e.__notes__)[1:])  # => (None, None, ['n', 'm'])
show(lambda: OSError().add_note(1))  # => TypeError: note must be a str, not 'int'
show(lambda: OSError().add_note())  # => TypeError: BaseException.add_note() takes exactly one argument (0 given)
show(lambda: (e := KeyError(1, 2), e.args, setattr(e, 'args', [3]), e.args)[1:])  # => ((1, 2), None, (3,))
show(lambda: setattr(KeyError(), 'args', 1) or KeyError().args)  # => TypeError: 'int' object is not iterable
G = ExceptionGroup('g', [ValueError(1), OSError(2), ExceptionGroup('h', [ValueError(3), KeyError(4)])])

# covers: BaseExceptionGroup.derive BaseExceptionGroup.split BaseExceptionGroup.subgroup BaseExceptionGroup.message BaseExceptionGroup.exceptions
show(lambda: (G.derive([KeyError()]), type(BaseExceptionGroup('b', [KeyboardInterrupt()]).derive([KeyError()])), G.derive([KeyboardInterrupt()])))  # => (ExceptionGroup('g', [KeyError()]), <class 'ExceptionGroup'>, BaseExceptionGroup('g', [KeyboardInterrupt()]))
show(lambda: G.derive([]))  # => ValueError: second argument (exceptions) must be a non-empty sequence
show(lambda: (G.split(ValueError), G.split((OSError, KeyError)), G.split(lambda e: True)[1], G.split(IndexError)[0]))  # => ((ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), ExceptionGroup('g', [OSError(2), ExceptionGroup('h', [KeyError(4)])])), (ExceptionGroup('g', [OSError(2), ExceptionGroup('h', [KeyError(4)])]), ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])])), None, None)
show(lambda: G.split(1))  # => TypeError: expected a function, exception type or tuple of exception types
show(lambda: (G.subgroup(ValueError), G.subgroup(lambda e: isinstance(e, OSError)), G.subgroup(IndexError)))  # => (ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), ExceptionGroup('g', [OSError(2)]), None)
show(lambda: G.subgroup('a'))  # => TypeError: expected a function, exception type or tuple of exception types
show(lambda: G.subgroup(lambda e: 1 // 0))  # => ZeroDivisionError: integer division or modulo by zero
show(lambda: (G.message, G.exceptions[2].message, G.derive([OSError()]).message))  # => ('g', 'h', 'g')
show(lambda: (G.exceptions, G.exceptions[2].exceptions, G.derive([OSError()]).exceptions))  # => ((ValueError(1), OSError(2), ExceptionGroup('h', [ValueError(3), KeyError(4)])), (ValueError(3), KeyError(4)), (OSError(),))

# covers: SystemExit.code StopIteration.value NameError.name AttributeError.name AttributeError.obj
show(lambda: (SystemExit().code, SystemExit(3).code, SystemExit(1, 2).code))  # => (None, 3, (1, 2))
show(lambda: (StopIteration().value, StopIteration(3).value, StopIteration(1, 2).value))  # => (None, 3, 1)
show(lambda: (NameError().name, NameError(name='x').name, UnboundLocalError('a', name='y').name))  # => (None, 'x', 'y')
show(lambda: (AttributeError().name, AttributeError(name='x').name, AttributeError('a', name='y', obj=1).name))  # => (None, 'x', 'y')
show(lambda: (AttributeError().obj, AttributeError(obj='x').obj, AttributeError('a', name='y', obj=1).obj))  # => (None, 'x', 1)

# covers: ImportError.msg ImportError.name ImportError.path ImportError.name_from
show(lambda: (ImportError().msg, ImportError('a').msg, ImportError('a', 'b').msg))  # => (None, 'a', None)
show(lambda: (ImportError().name, ImportError(name='x').name, ModuleNotFoundError('a', name='y').name))  # => (None, 'x', 'y')
show(lambda: (ImportError().path, ImportError(path='x').path, ModuleNotFoundError('a', path='y').path))  # => (None, 'x', 'y')
show(lambda: (ImportError().name_from, ImportError(name_from='x').name_from, ModuleNotFoundError('a', name_from='y').name_from))  # => (None, 'x', 'y')

# covers: OSError.errno OSError.strerror OSError.filename OSError.filename2 OSError.characters_written
show(lambda: (OSError(2, 'm'), OSError(2, 'm', 'f'), str(OSError(2, 'm', 'f')), str(OSError(2, 'm', 'f', None, 'g')), OSError(13, 'm').args, type(OSError(32, ''))))  # => (FileNotFoundError(2, 'm'), FileNotFoundError(2, 'm'), "[Errno 2] m: 'f'", "[Errno 2] m: 'f' -> 'g'", (13, 'm'), <class 'BrokenPipeError'>)
show(lambda: (OSError().errno, OSError(2, 'm').errno, OSError(1).errno))  # => (None, 2, None)
show(lambda: (OSError().strerror, OSError(2, 'm').strerror, OSError(1).strerror))  # => (None, 'm', None)
show(lambda: (OSError().filename, OSError(2, 'm', 'f').filename, OSError(1, 'm', 3).filename))  # => (None, 'f', 3)
show(lambda: (OSError().filename2, OSError(2, 'm', 'f', None, 'g').filename2, OSError(1, 'm', 3).filename2))  # => (None, 'g', None)
show(lambda: (BlockingIOError(1, 'm', 7).characters_written, BlockingIOError(1, 'm', 0).characters_written))  # => (7, 0)
show(lambda: BlockingIOError().characters_written)  # => AttributeError: characters_written

# covers: SyntaxError.msg SyntaxError.filename SyntaxError.lineno SyntaxError.offset SyntaxError.text SyntaxError.end_lineno SyntaxError.end_offset SyntaxError.print_file_and_line
s, t = SyntaxError('m', ('f', 1, 2, 'text', 3, 4)), SyntaxError()
show(lambda: (s, str(s), t.msg, s.msg, IndentationError('x').msg))  # => (SyntaxError('m', ('f', 1, 2, 'text', 3, 4)), 'm (f, line 1)', None, 'm', 'x')
show(lambda: (s.filename, t.filename, TabError('x').filename))  # => ('f', None, None)
show(lambda: (s.lineno, t.lineno, TabError('x').lineno))  # => (1, None, None)
show(lambda: (s.offset, t.offset, TabError('x').offset))  # => (2, None, None)
show(lambda: (s.text, t.text, TabError('x').text))  # => ('text', None, None)
show(lambda: (s.end_lineno, t.end_lineno, TabError('x').end_lineno))  # => (3, None, None)
show(lambda: (s.end_offset, t.end_offset, TabError('x').end_offset))  # => (4, None, None)
show(lambda: (s.print_file_and_line, t.print_file_and_line, TabError('x').print_file_and_line))  # => (None, None, None)
show(lambda: SyntaxError('m', (1,)))  # => TypeError: function takes at least 4 arguments (1 given)
show(lambda: SyntaxError('m', 1))  # => TypeError: 'int' object is not iterable

# covers: UnicodeDecodeError.encoding UnicodeDecodeError.object UnicodeDecodeError.start UnicodeDecodeError.end UnicodeDecodeError.reason UnicodeDecodeError
u, w = UnicodeDecodeError('enc', b'abc', 1, 2, 'why'), UnicodeDecodeError('e', b'abc', -5, 9, '')
show(lambda: (u.encoding, w.encoding, UnicodeDecodeError('e', b'abc', 0, 0, 'r').encoding))  # => ('enc', 'e', 'e')
show(lambda: (u.object, w.object, UnicodeDecodeError('e', b'abc', 0, 0, 'r').object))  # => (b'abc', b'abc', b'abc')
show(lambda: (u.start, w.start, UnicodeDecodeError('e', b'abc', 0, 0, 'r').start))  # => (1, -5, 0)
show(lambda: (u.end, w.end, UnicodeDecodeError('e', b'abc', 0, 0, 'r').end))  # => (2, 9, 0)
show(lambda: (u.reason, w.reason, UnicodeDecodeError('e', b'abc', 0, 0, 'r').reason))  # => ('why', '', 'r')

# covers: UnicodeEncodeError.encoding UnicodeEncodeError.object UnicodeEncodeError.start UnicodeEncodeError.end UnicodeEncodeError.reason UnicodeEncodeError
u, w = UnicodeEncodeError('enc', 'abc', 1, 2, 'why'), UnicodeEncodeError('e', 'abc', -5, 9, '')
show(lambda: (u.encoding, w.encoding, UnicodeEncodeError('e', 'abc', 0, 0, 'r').encoding))  # => ('enc', 'e', 'e')
show(lambda: (u.object, w.object, UnicodeEncodeError('e', 'abc', 0, 0, 'r').object))  # => ('abc', 'abc', 'abc')
show(lambda: (u.start, w.start, UnicodeEncodeError('e', 'abc', 0, 0, 'r').start))  # => (1, -5, 0)
show(lambda: (u.end, w.end, UnicodeEncodeError('e', 'abc', 0, 0, 'r').end))  # => (2, 9, 0)
show(lambda: (u.reason, w.reason, UnicodeEncodeError('e', 'abc', 0, 0, 'r').reason))  # => ('why', '', 'r')

# covers: UnicodeTranslateError.object UnicodeTranslateError.start UnicodeTranslateError.end UnicodeTranslateError.reason
u, w = UnicodeTranslateError('abc', 1, 2, 'why'), UnicodeTranslateError('abc', -5, 9, '')
show(lambda: (u.object, w.object, UnicodeTranslateError('abc', 0, 0, 'r').object))  # => ('abc', 'abc', 'abc')
show(lambda: (u.start, w.start, UnicodeTranslateError('abc', 0, 0, 'r').start))  # => (1, -5, 0)
show(lambda: (u.end, w.end, UnicodeTranslateError('abc', 0, 0, 'r').end))  # => (2, 9, 0)
show(lambda: (u.reason, w.reason, UnicodeTranslateError('abc', 0, 0, 'r').reason))  # => ('why', '', 'r')

# covers: UnicodeTranslateError.encoding
d, t = UnicodeDecodeError('enc', b'abc', 1, 2, 'r'), UnicodeTranslateError('abc', 0, 0, 'r')
show(lambda: G.derive())  # => TypeError: function takes exactly 1 argument (0 given)
show(lambda: G.split())  # => TypeError: split expected 1 argument, got 0
show(lambda: G.subgroup(1, 2))  # => TypeError: subgroup expected 1 argument, got 2
show(lambda: setattr(G, 'message', 1))  # => AttributeError: readonly attribute
show(lambda: setattr(G, 'exceptions', 1))  # => AttributeError: readonly attribute
show(lambda: setattr(d, 'start', 'a'))  # => TypeError: an integer is required
show(lambda: (setattr(d, 'reason', 'new'), str(d)))  # => (None, "'enc' codec can't decode bytes in position -1-1: new")
show(lambda: (t.encoding, setattr(t, 'encoding', 'x'), t.encoding, delattr(t, 'encoding'), t.encoding))  # => (None, None, 'x', None, None)
