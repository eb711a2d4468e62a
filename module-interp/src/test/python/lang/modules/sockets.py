import _socket
import select

server = _socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
client = _socket.socket()
client.connect(server.getsockname())
fd, address = server._accept()
peer = _socket.socket(fileno=fd)
print(address == client.getsockname(), peer.family, peer.type, peer.gettimeout())  # => True 2 1 None
client.sendall(b"question")
print(select.select([peer], [peer], [], 5) == ([peer], [peer], []))  # => True
print(peer.recv(4, _socket.MSG_PEEK), peer.recv(100))  # => b'ques' b'question'
poll = select.poll()
poll.register(peer, select.POLLIN)
print(poll.poll(0))  # => []
peer.settimeout(0.01)
try:
    peer.recv(1)
except TimeoutError as e:
    print(repr(e))  # => TimeoutError('timed out')
peer.setblocking(False)
try:
    peer.recv(1)
except BlockingIOError as e:
    print(e)  # => [Errno 11] Resource temporarily unavailable
client.shutdown(_socket.SHUT_WR)
print(poll.poll(5000)[0][1], peer.recv(1))  # => 1 b''
for s in (client, peer, server):
    s.close()
a, b = _socket.socketpair()
print(a.sendmsg([b"ab", b"c"]), b.recvmsg(10)[:2])  # => 3 (b'abc', [])
a.close()
b.close()
print(_socket.inet_ntop(_socket.AF_INET6, _socket.inet_pton(_socket.AF_INET6, "2001:db8:0:0:1::1")))  # => 2001:db8::1:0:0:1
print(_socket.inet_aton("127.1"), _socket.htons(1), _socket.getaddrinfo("127.0.0.1", 80, type=1))  # => b'\x7f\x00\x00\x01' 256 [(2, 1, 6, '', ('127.0.0.1', 80))]
