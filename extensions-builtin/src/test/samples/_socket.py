import _socket

a, b = _socket.socketpair()
a.send(b'ping')
assert b.recv(10) == b'ping'
a.close()
b.close()
assert _socket.inet_aton('127.0.0.1') == b'\x7f\0\0\1'
assert _socket.htons(1) in (1, 256)
del a, b


def blocking():
    one, two = _socket.socketpair()
    two.settimeout(0.1)
    try:
        two.recv(1)
    except TimeoutError:
        pass
    one.close()
    two.close()


def endless():
    one, two = _socket.socketpair()
    two.recv(1)
