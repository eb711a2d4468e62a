import posix

reading, writing = posix.pipe()
actions = [(posix.POSIX_SPAWN_DUP2, writing, 1), (posix.POSIX_SPAWN_CLOSE, writing)]
child = posix.posix_spawn("/bin/sh", ["sh", "-c", "echo $WORD; exit 3"], {"WORD": "spoken"}, file_actions=actions)
posix.close(writing)
print(posix.read(reading, 100))  # => b'spoken\n'
pid, status = posix.waitpid(child, 0)
print(pid == child, posix.waitstatus_to_exitcode(status))  # => True 3
child = posix.posix_spawnp("sleep", ["sleep", "10"], {"PATH": "/bin:/usr/bin"})
posix.kill(child, 9)
print(posix.waitstatus_to_exitcode(posix.waitpid(child, 0)[1]))  # => -9
print(posix.system("exit 5") >> 8)  # => 5
posix.putenv("CLUTCH_TEST", "seen")
print(posix.waitstatus_to_exitcode(posix.system('test "$CLUTCH_TEST" = seen')))  # => 0
try:
    posix.posix_spawn("/nowhere", ["x"], {})
except OSError as e:
    print(e)  # => [Errno 2] No such file or directory: '/nowhere'
