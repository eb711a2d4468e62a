"""Every method of memoryview."""


def show(call):
    try:
        print(repr(call()))
    except BaseException as e:
        print(f'{type(e).__name__}: {e}')


m = memoryview(b'abcdef')
w = memoryview(bytearray(b'abcd'))
two = m.cast('B', (2, 3))
gone = memoryview(b'')
gone.release()

# covers: memoryview memoryview.release memoryview.tobytes memoryview.hex memoryview.tolist memoryview.cast memoryview.toreadonly
show(lambda: memoryview('a'))  # => TypeError: memoryview: a bytes-like object is required, not 'str'
show(lambda: memoryview())  # => TypeError: memoryview() missing required argument 'object' (pos 1)
show(lambda: memoryview(1))  # => TypeError: memoryview: a bytes-like object is required, not 'int'
show(lambda: (memoryview(b'a') == b'a', memoryview(b'') == memoryview(bytearray()), memoryview(object=b'a')[0]))  # => (True, True, 97)
show(lambda: (memoryview(b'').release(), gone.release()))  # => (None, None)
show(lambda: gone[0])  # => ValueError: operation forbidden on released memoryview object
show(lambda: m.release(1))  # => TypeError: memoryview.release() takes no arguments (1 given)
show(lambda: (m.tobytes(), m[::-1].tobytes(), two.tobytes('F')))  # => (b'abcdef', b'fedcba', b'adbecf')
show(lambda: m.tobytes('X'))  # => ValueError: order must be 'C', 'F' or 'A'
show(lambda: gone.tobytes())  # => ValueError: operation forbidden on released memoryview object
show(lambda: (m.hex(), m.hex('-'), m[::2].hex(':', 2)))  # => ('616263646566', '61-62-63-64-65-66', '61:6365')
show(lambda: m.hex('--'))  # => ValueError: sep must be length 1.
show(lambda: (m.tolist(), two.tolist(), m[2:2].tolist()))  # => ([97, 98, 99, 100, 101, 102], [[97, 98, 99], [100, 101, 102]], [])
show(lambda: m.tolist(1))  # => TypeError: memoryview.tolist() takes no arguments (1 given)
show(lambda: (m.cast('H').shape, two.cast('B').shape, m.cast('c')[0], m.cast('b', [3, 2]).tolist()))  # => ((3,), (6,), b'a', [[97, 98], [99, 100], [101, 102]])
show(lambda: m.cast('I'))  # => TypeError: memoryview: length is not a multiple of itemsize
show(lambda: m.cast('zz'))  # => ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'
show(lambda: m.cast('B', (4,)))  # => TypeError: memoryview: product(shape) * itemsize != buffer size
show(lambda: m[::2].cast('H'))  # => TypeError: memoryview: casts are restricted to C-contiguous views
show(lambda: (m.toreadonly().readonly, w.toreadonly().readonly, w.toreadonly() == w))  # => (True, True, True)
show(lambda: w.toreadonly().__setitem__(0, 1))  # => TypeError: cannot modify read-only memory
show(lambda: m.toreadonly(1))  # => TypeError: memoryview.toreadonly() takes no arguments (1 given)

# covers: memoryview.obj memoryview.nbytes memoryview.readonly memoryview.itemsize memoryview.format memoryview.ndim memoryview.shape memoryview.strides memoryview.suboffsets memoryview.c_contiguous memoryview.f_contiguous memoryview.contiguous
show(lambda: (m.obj, w.obj, m[1:].obj))  # => (b'abcdef', bytearray(b'abcd'), b'abcdef')
show(lambda: (m.nbytes, two.nbytes, m[::2].nbytes))  # => (6, 6, 3)
show(lambda: (m.readonly, w.readonly, two.readonly))  # => (True, False, True)
show(lambda: (m.itemsize, two.itemsize, m.cast('H').itemsize))  # => (1, 1, 2)
show(lambda: (m.format, two.format, m.cast('H').format))  # => ('B', 'B', 'H')
show(lambda: (m.ndim, two.ndim, w.ndim))  # => (1, 2, 1)
show(lambda: (m.shape, two.shape, m[::2].shape))  # => ((6,), (2, 3), (3,))
show(lambda: (m.strides, two.strides, m[::-2].strides))  # => ((1,), (3, 1), (-2,))
show(lambda: (m.suboffsets, two.suboffsets, w.suboffsets))  # => ((), (), ())
show(lambda: (m.c_contiguous, two.c_contiguous, m[::2].c_contiguous))  # => (True, True, False)
show(lambda: (m.f_contiguous, two.f_contiguous, m[::2].f_contiguous))  # => (True, False, False)
show(lambda: (m.contiguous, two.contiguous, m[::2].contiguous))  # => (True, True, False)
show(lambda: gone.obj)  # => ValueError: operation forbidden on released memoryview object
show(lambda: m.__setitem__(0, 1))  # => TypeError: cannot modify read-only memory
show(lambda: w.__setitem__(0, 256))  # => ValueError: memoryview: invalid value for format 'B'
show(lambda: w.__setitem__(slice(0, 2), b'abc'))  # => ValueError: memoryview assignment: lvalue and rvalue have different structures
show(lambda: m[9])  # => IndexError: index out of bounds on dimension 1
show(lambda: two[0])  # => NotImplementedError: multi-dimensional sub-views are not implemented
show(lambda: (two[1, 2], two[0, 0], len(two)))  # => (102, 97, 2)
