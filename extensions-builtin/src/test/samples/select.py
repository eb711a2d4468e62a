import os, select

reader, writer = os.pipe()
assert select.select([reader], [], [], 0) == ([], [], [])
os.write(writer, b'x')
assert select.select([reader], [], [], 5)[0] == [reader]
os.close(reader)
os.close(writer)


def blocking():
    select.select([], [], [], 0.1)


def endless():
    select.select([], [], [])
