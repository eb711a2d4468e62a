package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.extension.spi.os.Errno;
import dev.clutch.interp.object.ClassBuilder;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in exception classes by name. */
public final class Exceptions {
    /** Each class after its base: name, base. */
    private static final String[][] HIERARCHY = {
        {"SystemExit", "BaseException"},
        {"KeyboardInterrupt", "BaseException"},
        {"GeneratorExit", "BaseException"},
        {"BaseExceptionGroup", "BaseException"},
        {"Exception", "BaseException"},
        {"ExceptionGroup", "BaseExceptionGroup"},
        {"StopIteration", "Exception"},
        {"StopAsyncIteration", "Exception"},
        {"ArithmeticError", "Exception"},
        {"FloatingPointError", "ArithmeticError"},
        {"OverflowError", "ArithmeticError"},
        {"ZeroDivisionError", "ArithmeticError"},
        {"AssertionError", "Exception"},
        {"AttributeError", "Exception"},
        {"BufferError", "Exception"},
        {"EOFError", "Exception"},
        {"ImportError", "Exception"},
        {"ModuleNotFoundError", "ImportError"},
        {"LookupError", "Exception"},
        {"IndexError", "LookupError"},
        {"KeyError", "LookupError"},
        {"MemoryError", "Exception"},
        {"NameError", "Exception"},
        {"UnboundLocalError", "NameError"},
        {"OSError", "Exception"},
        {"BlockingIOError", "OSError"},
        {"ChildProcessError", "OSError"},
        {"ConnectionError", "OSError"},
        {"BrokenPipeError", "ConnectionError"},
        {"ConnectionAbortedError", "ConnectionError"},
        {"ConnectionRefusedError", "ConnectionError"},
        {"ConnectionResetError", "ConnectionError"},
        {"FileExistsError", "OSError"},
        {"FileNotFoundError", "OSError"},
        {"InterruptedError", "OSError"},
        {"IsADirectoryError", "OSError"},
        {"NotADirectoryError", "OSError"},
        {"PermissionError", "OSError"},
        {"ProcessLookupError", "OSError"},
        {"TimeoutError", "OSError"},
        {"ReferenceError", "Exception"},
        {"RuntimeError", "Exception"},
        {"NotImplementedError", "RuntimeError"},
        {"RecursionError", "RuntimeError"},
        {"SyntaxError", "Exception"},
        {"IndentationError", "SyntaxError"},
        {"TabError", "IndentationError"},
        {"SystemError", "Exception"},
        {"TypeError", "Exception"},
        {"ValueError", "Exception"},
        {"UnicodeError", "ValueError"},
        {"UnicodeDecodeError", "UnicodeError"},
        {"UnicodeEncodeError", "UnicodeError"},
        {"UnicodeTranslateError", "UnicodeError"},
        {"Warning", "Exception"},
        {"BytesWarning", "Warning"},
        {"DeprecationWarning", "Warning"},
        {"EncodingWarning", "Warning"},
        {"FutureWarning", "Warning"},
        {"ImportWarning", "Warning"},
        {"PendingDeprecationWarning", "Warning"},
        {"ResourceWarning", "Warning"},
        {"RuntimeWarning", "Warning"},
        {"SyntaxWarning", "Warning"},
        {"UnicodeWarning", "Warning"},
        {"UserWarning", "Warning"},
    };

    private static final Map<String, TypeObject> TYPES = build();

    private Exceptions() {}

    private static Map<String, TypeObject> build() {
        Map<String, TypeObject> types = new HashMap<>();
        types.put("BaseException", PyBaseException.TYPE);
        for (String[] pair : HIERARCHY) {
            TypeObject base = types.get(pair[1]);
            if (base == null) {
                throw new IllegalStateException(pair[1]);
            }
            TypeDefinition definition = definition(pair[0], pair[1], base);
            TypeObject exception = types.get("Exception");
            types.put(
                    pair[0],
                    pair[0].equals("ExceptionGroup") && exception != null
                            ? TypeObject.builtin(definition, base, exception)
                            : TypeObject.builtin(definition, base));
        }
        return Map.copyOf(types);
    }

    /** Returns the definition of a class: its own, or one that adds nothing to the base. */
    private static TypeDefinition definition(String name, String baseName, TypeObject base) {
        return switch (name) {
            case "StopIteration" -> new PyStopIterationDefinition();
            case "SystemExit" -> new PySystemExitDefinition();
            case "NameError" -> new PyNameErrorDefinition();
            case "AttributeError" -> new PyAttributeErrorDefinition();
            case "ImportError" -> new PyImportErrorDefinition();
            case "BaseExceptionGroup" -> new PyExceptionGroupDefinition();
            case "KeyError" -> new PyKeyErrorDefinition();
            case "SyntaxError" -> new PySyntaxErrorDefinition();
            case "OSError" -> new PyOSErrorDefinition();
            case "UnicodeEncodeError" -> new PyUnicodeEncodeErrorDefinition();
            case "UnicodeDecodeError" -> new PyUnicodeDecodeErrorDefinition();
            case "UnicodeTranslateError" -> new PyUnicodeTranslateErrorDefinition();
            default -> new Plain(name, baseName, base.instanceClass);
        };
    }

    /** Returns the subclass of OSError that stands for an errno. */
    static TypeObject ofErrno(long errno) {
        String name = errno < 0 || errno > Integer.MAX_VALUE ? "" : Errno.name((int) errno);
        return switch (name) {
            case "EAGAIN", "EALREADY", "EINPROGRESS", "EWOULDBLOCK" -> type("BlockingIOError");
            case "EPIPE", "ESHUTDOWN" -> type("BrokenPipeError");
            case "ECHILD" -> type("ChildProcessError");
            case "ECONNABORTED" -> type("ConnectionAbortedError");
            case "ECONNREFUSED" -> type("ConnectionRefusedError");
            case "ECONNRESET" -> type("ConnectionResetError");
            case "EEXIST" -> type("FileExistsError");
            case "ENOENT" -> type("FileNotFoundError");
            case "EINTR" -> type("InterruptedError");
            case "EISDIR" -> type("IsADirectoryError");
            case "ENOTDIR" -> type("NotADirectoryError");
            case "EACCES", "EPERM" -> type("PermissionError");
            case "ESRCH" -> type("ProcessLookupError");
            case "ETIMEDOUT" -> type("TimeoutError");
            default -> type("OSError");
        };
    }

    /** Puts all classes into a dict under their names. */
    public static void putAll(PyDict dict) {
        dict.put("BaseException", PyBaseException.TYPE);
        dict.put("EnvironmentError", type("OSError"));
        dict.put("IOError", type("OSError"));
        for (String[] pair : HIERARCHY) {
            dict.put(pair[0], type(pair[0]));
        }
    }

    /** Returns a built-in exception class, null for another name. */
    public static @Nullable TypeObject find(String name) {
        return switch (name) {
            case "EnvironmentError", "IOError" -> type("OSError");
            default -> TYPES.get(name);
        };
    }

    /** Returns a built-in exception class. */
    public static TypeObject type(String name) {
        TypeObject t = TYPES.get(name);
        if (t == null) {
            throw new IllegalArgumentException("no built-in exception " + name);
        }
        return t;
    }

    /** Makes an instance of a built-in class. */
    public static PyBaseException create(TypeObject type, Object[] args) {
        PyTuple tuple = new PyTuple(args);
        if (type.instanceClass == PyBaseException.class) {
            return new PyBaseException(type, tuple);
        }
        return special(type, tuple);
    }

    /** Makes an instance of a class with further attributes, and sets those that follow from the arguments. */
    private static PyBaseException special(TypeObject type, PyTuple args) {
        PyBaseException e = blank(type, args);
        e.derive();
        return e;
    }

    private static PyBaseException blank(TypeObject type, PyTuple args) {
        Class<?> instance = type.instanceClass;
        if (instance == PyAttributeError.class) {
            return new PyAttributeError(type, args);
        }
        if (instance == PyKeyError.class) {
            return new PyKeyError(type, args);
        }
        if (instance == PyStopIteration.class) {
            return new PyStopIteration(type, args);
        }
        if (instance == PyNameError.class) {
            return new PyNameError(type, args);
        }
        if (instance == PyImportError.class) {
            return new PyImportError(type, args);
        }
        if (instance == PyOSError.class) {
            return new PyOSError(type, args);
        }
        if (instance == PyExceptionGroup.class) {
            return new PyExceptionGroup(type, args);
        }
        if (instance == PySystemExit.class) {
            return new PySystemExit(type, args);
        }
        if (instance == PySyntaxError.class) {
            return new PySyntaxError(type, args);
        }
        if (instance == PyUnicodeDecodeError.class) {
            return new PyUnicodeDecodeError(type, args);
        }
        if (instance == PyUnicodeEncodeError.class) {
            return new PyUnicodeEncodeError(type, args);
        }
        if (instance == PyUnicodeTranslateError.class) {
            return new PyUnicodeTranslateError(type, args);
        }
        throw new IllegalArgumentException("no exceptions of " + type.name());
    }

    /** Makes a class by calling {@code type} ({@code PyErr_NewExceptionWithDoc}). */
    public static TypeObject newType(
            dev.clutch.interp.PyThreadState ts, String dottedName, String doc, @Nullable Object bases) {
        int dot = dottedName.lastIndexOf('.');
        PyDict namespace = new PyDict();
        namespace.put("__module__", dottedName.substring(0, Math.max(dot, 0)));
        if (!doc.isEmpty()) {
            namespace.put("__doc__", dev.clutch.extension.spi.Str.of(doc));
        }
        PyTuple tuple =
                bases == null ? new PyTuple(type("Exception")) : bases instanceof PyTuple t ? t : new PyTuple(bases);
        return (TypeObject)
                new ClassBuilder(ts).build(TypeObject.TYPE, dottedName.substring(dot + 1), tuple, namespace, null);
    }

    /** A class that adds nothing to its base. */
    private record Plain(String name, String base, Class<?> instanceClass) implements TypeDefinition {
        @Override
        public String doc() {
            return "";
        }

        @Override
        public int flags() {
            return SUBCLASSABLE | DICT | EXPORTED;
        }

        @Override
        public NativeTable table(PyType definingClass, @Nullable Object state) {
            return new Nothing();
        }
    }

    private static final class Nothing extends NativeTable {
        @Override
        public Member[] members() {
            return new Member[0];
        }

        @Override
        public @Nullable Object call(
                int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names) {
            throw new IllegalArgumentException("no member " + id);
        }
    }
}
