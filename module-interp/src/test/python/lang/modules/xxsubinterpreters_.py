# CPython 3.12's names for interpreters and channels
import _xxinterpchannels as channels
import _xxsubinterpreters as interpreters


def error(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


main = interpreters.get_main()
print(main, repr(main), main == 0, main == interpreters.get_current(), hash(main), [10, 20][main])  # => 0 InterpreterID(0) True True 0 10
n = interpreters.create()
print(type(n), n in interpreters.list_all(), interpreters.is_running(n), interpreters.is_running(main))  # => <class 'InterpreterID'> True False True
interpreters.run_string(n, "print(a, b)", {"a": 1, "b": "two"})  # => 1 two
print(error(interpreters.run_string, n, "1/0"), error(interpreters.run_string, n, "class E(Exception): pass\nraise E('x', 1)"), error(interpreters.run_string, n, "raise ValueError"))  # => RunFailedError: <class 'ZeroDivisionError'>: division by zero RunFailedError: <class '__main__.E'>: ('x', 1) RunFailedError: <class 'ValueError'>: 
print(error(interpreters.run_string, n, b"1"), error(interpreters.run_string, n, "1\0"), error(interpreters.run_string, n, "1", {"a": []}), error(interpreters.run_string, 99, "1"), error(interpreters.run_string, 0, "1"))  # => TypeError: run_string() argument 2 must be str, not bytes ValueError: source code string cannot contain null bytes ValueError: [] does not support cross-interpreter data RuntimeError: unrecognized interpreter ID 99 RuntimeError: interpreter already running
print(error(interpreters.destroy, -1), error(interpreters.destroy, "x"), error(interpreters.destroy, main), error(interpreters.InterpreterID, 99), error(interpreters.InterpreterID, 99, force=True))  # => ValueError: interpreter ID must be a non-negative int, got -1 TypeError: interpreter ID must be an int, got str RuntimeError: cannot destroy the current interpreter RuntimeError: unrecognized interpreter ID 99 99
c = channels.create()
print(c in channels.list_all(), error(channels.recv, c), channels.recv(c, "default"), channels.list_interpreters(c, send=True))  # => True ChannelEmptyError: channel 0 is empty default []
channels.send(c, (1).__str__())
print(channels.recv(c), channels.list_interpreters(c, send=True))  # => 1 [InterpreterID(0)]
interpreters.run_string(n, f"import _xxinterpchannels; _xxinterpchannels.send({int(c)}, b'from there')")
print(channels.recv(c))  # => b'from there'
interpreters.run_string(n, f"_xxinterpchannels.send({int(c)}, 'goes with it')")
interpreters.destroy(n)
print(channels.recv(c, "nothing"), error(interpreters.is_running, n).replace(str(n), "N"), error(channels.destroy, 99))  # => nothing RuntimeError: unrecognized interpreter ID N ChannelNotFoundError: channel 99 not found
