import array

a = array.array('i', [3, 1])
a.append(2)
assert sorted(a) == [1, 2, 3] and a.itemsize == 4
b = array.array('d', [0.5])
assert b.tobytes() == b'\0\0\0\0\0\0\xe0\x3f'
