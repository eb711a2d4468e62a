# _interpreters, _interpchannels and _interpqueues refuse wrong ids, types and values in CPython 3.13's order and words (but for its functions that tell of another's name)
import _interpchannels as channels
import _interpqueues as queues
import _interpreters as interpreters


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return f"Index({self.n})"


class Broken:
    def __index__(self):
        raise KeyError("index")

    def __bool__(self):
        raise KeyError("truth")


def show(f, *arguments, **keywords):
    try:
        print(f(*arguments, **keywords))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


def function():
    pass


show(interpreters.whence, -1)  # => ValueError: interpreter ID must be a non-negative int, got -1
show(interpreters.whence, 99)  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.whence, 2**70)  # => OverflowError: int too big to convert
show(interpreters.whence, "0")  # => TypeError: interpreter ID must be an int, got str
show(interpreters.whence, None)  # => TypeError: interpreter ID must be an int, got NoneType
show(interpreters.whence, 1.5)  # => TypeError: interpreter ID must be an int, got float
show(interpreters.whence, Index(-1))  # => ValueError: interpreter ID must be a non-negative int, got Index(-1)
show(interpreters.whence, Broken())  # => KeyError: 'index'
show(interpreters.whence, b"0")  # => TypeError: interpreter ID must be an int, got bytes
show(interpreters.whence, 2**63)  # => OverflowError: int too big to convert
show(channels.get_count, -1)  # => ValueError: channel ID must be a non-negative int, got -1
show(channels.get_count, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.get_count, 2**70)  # => OverflowError: int too big to convert
show(channels.get_count, "0")  # => TypeError: channel ID must be an int, got str
show(channels.get_count, None)  # => TypeError: channel ID must be an int, got NoneType
show(channels.get_count, 1.5)  # => TypeError: channel ID must be an int, got float
show(channels.get_count, Index(-1))  # => ValueError: channel ID must be a non-negative int, got Index(-1)
show(channels.get_count, Broken())  # => KeyError: 'index'
show(channels.get_count, b"0")  # => TypeError: channel ID must be an int, got bytes
show(channels.get_count, 2**63)  # => OverflowError: int too big to convert
show(queues.get_count, Broken())  # => KeyError: 'index'
show(interpreters.destroy, Index(99))  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.is_running, Index(99))  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.get_config, Index(99))  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.incref, Index(99))  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.decref, Index(99))  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.exec, "x", "1")  # => TypeError: interpreter ID must be an int, got str
show(interpreters.exec, Index(99), "1")  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.run_string, "x", "1")  # => TypeError: interpreter ID must be an int, got str
show(interpreters.run_string, Index(99), "1")  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.run_func, "x", function)  # => TypeError: interpreter ID must be an int, got str
show(interpreters.run_func, Index(99), function)  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.call, "x", function)  # => TypeError: interpreter ID must be an int, got str
show(interpreters.call, Index(99), function)  # => InterpreterNotFoundError: unrecognized interpreter ID 99
show(interpreters.set___main___attrs, "x", {"a": 1})  # => TypeError: interpreter ID must be an int, got str
show(interpreters.set___main___attrs, Index(99), {"a": 1})  # => InterpreterNotFoundError: unrecognized interpreter ID 99
n = interpreters.create()
show(interpreters.whence, Index(n))  # => 5
show(interpreters.exec, n, 1)  # => TypeError: _interpreters.exec() argument 2 must be a string, a function, or a code object, not int
show(interpreters.exec, n, None)  # => TypeError: _interpreters.exec() argument 2 must be a string, a function, or a code object, not None
show(interpreters.exec, n, b"x")  # => TypeError: _interpreters.exec() argument 2 must be a string, a function, or a code object, not bytes
show(interpreters.exec, n, len)  # => TypeError: _interpreters.exec() argument 2 must be a string, a function, or a code object, not builtin_function_or_method
show(interpreters.exec, n, lambda x: x)  # => ValueError: _interpreters.exec(): bad func (arguments not supported)
show(interpreters.run_string, n, 1)  # => TypeError: _interpreters.run_string() argument 2 must be str, not int
show(interpreters.run_string, n, None)  # => TypeError: _interpreters.run_string() argument 2 must be str, not None
show(interpreters.run_string, n, function)  # => TypeError: _interpreters.run_string() argument 2 must be str, not function
show(interpreters.call, n, 1)  # => TypeError: _interpreters.call() argument 2 must be a function, not int
show(interpreters.call, n, None)  # => TypeError: _interpreters.call() argument 2 must be a function, not None
show(interpreters.call, n, len)  # => TypeError: _interpreters.call() argument 2 must be a function, not builtin_function_or_method
show(interpreters.set___main___attrs, n, 1)  # => TypeError: object of type 'int' has no len()
show(interpreters.set___main___attrs, n, b"x")  # => TypeError: expected a dict
show(interpreters.set___main___attrs, n, "")  # => ValueError: arg 2 must be a non-empty mapping
show(interpreters.set___main___attrs, n, {})  # => ValueError: arg 2 must be a non-empty mapping
show(interpreters.set___main___attrs, n, {1: 2})  # => TypeError: bad argument type for built-in operation
interpreters.destroy(n)
show(interpreters.destroy, interpreters.get_current()[0])  # => InterpreterError: cannot destroy the current interpreter
show(interpreters.destroy, 0)  # => InterpreterError: cannot destroy the current interpreter
show(interpreters.exec, 0, "1")  # => InterpreterError: interpreter already running
show(interpreters.capture_exception, 1)  # => TypeError: expected exception, got 1
show(interpreters.new_config, "x")  # => ValueError: unsupported config name 'x'
show(interpreters.new_config, gil="x")  # => ValueError: unsupported interpreter config .gil value 'x'
show(interpreters.new_config, gil=1)  # => TypeError: invalid config type: gil
show(interpreters.new_config, allow_fork=1)  # => TypeError: invalid config type: allow_fork
show(interpreters.new_config, more=1)  # => ValueError: config dict has 1 extra item ({'more': 1})
show(interpreters.create, "x")  # => ValueError: unsupported config name 'x'
show(interpreters.create, 1)  # => TypeError: bad config 1
show(interpreters.create, "empty")  # => InterpreterError: interpreter creation failed
show(interpreters.create, "isolated", reqrefs=Broken())  # => KeyError: 'truth'
for code in (0, 4, -1, 3.5, "x", None, 2**70):
    show(channels.create, code)
    # => ValueError: unsupported unboundop 0
    # => ValueError: unsupported unboundop 4
    # => ValueError: unsupported unboundop -1
    # => TypeError: 'float' object cannot be interpreted as an integer
    # => TypeError: 'str' object cannot be interpreted as an integer
    # => TypeError: 'NoneType' object cannot be interpreted as an integer
    # => OverflowError: Python int too large to convert to C long
channel = channels.create(3)
closed = channels.create(3)
channels.close(closed)
released = channels.create(3)
channels.release(released)
show(channels.destroy, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.get_info, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.get_count, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.get_count, closed)  # => ChannelClosedError: channel 1 is closed
show(channels.get_count, released)  # => ChannelClosedError: channel 2 is closed
show(channels.get_channel_defaults, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.get_channel_defaults, closed)  # => ChannelClosedError: channel 1 is closed
show(channels.get_channel_defaults, released)  # => ChannelClosedError: channel 2 is closed
show(channels.close, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.close, closed)  # => ChannelClosedError: channel 1 is closed
show(channels.close, released)  # => ChannelClosedError: channel 2 is closed
show(channels.release, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.release, closed)  # => ChannelClosedError: channel 1 is closed
show(channels.release, released)  # => ChannelClosedError: channel 2 is closed
show(channels.recv, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.recv, closed)  # => ChannelClosedError: channel 1 is closed
show(channels.recv, released)  # => ChannelClosedError: channel 2 is closed
show(channels._channel_id, 99)  # => ChannelNotFoundError: channel 99 not found
show(channels.close, channel, send=Broken())  # => KeyError: 'truth'
show(channels.list_interpreters, 99, send=True)  # => ChannelNotFoundError: channel 99 not found
show(channels.list_interpreters, closed, send=False)  # => ChannelClosedError: channel 1 is closed
show(channels.send, 99, 1, blocking=False)  # => ChannelNotFoundError: channel 99 not found
show(channels.send, closed, 1, blocking=False)  # => ChannelClosedError: channel 1 is closed
show(channels.send, released, 1, blocking=False)  # => ChannelClosedError: channel 2 is closed
show(channels.send, channel, 1, blocking=False, timeout=1)  # => ValueError: can't specify a timeout for a non-blocking call
show(channels.send, channel, 1, timeout=-1)  # => ValueError: timeout value must be a non-negative number
show(channels.send, 99, 1, timeout=-1)  # => ValueError: timeout value must be a non-negative number
show(channels.send, "x", 1, timeout=-1)  # => TypeError: channel ID must be an int, got str
show(channels.send, channel, 1, timeout="x")  # => TypeError: 'str' object cannot be interpreted as an integer
show(channels.send, channel, 1, timeout=0.001)  # => TimeoutError: timed out
show(channels.send, channel, 1, timeout=1e12)  # => OverflowError: timestamp out of range for platform time_t
show(channels.send, channel, 1, timeout=10**12)  # => OverflowError: timestamp too large to convert to C PyTime_t
show(channels.send, channel, 1, timeout=float("nan"))  # => ValueError: Invalid value NaN (not a number)
show(channels.send, channel, 1, 9, blocking=False)  # => ValueError: unsupported unboundop 9
show(channels.send, 99, 1, 9, blocking=False)  # => ValueError: unsupported unboundop 9
show(channels.send, 99, 1, 9, timeout=-1)  # => ValueError: unsupported unboundop 9
show(channels.send, channel, 1, -1, blocking=False)  # => ValueError: unsupported unboundop -1
show(channels.send, channel, 1, None, blocking=False)  # => TypeError: 'NoneType' object cannot be interpreted as an integer
show(channels.send, channel, 1, blocking=Broken())  # => KeyError: 'truth'
show(channels.send_buffer, 99, b"x", blocking=False)  # => ChannelNotFoundError: channel 99 not found
show(channels.send_buffer, closed, b"x", blocking=False)  # => ChannelClosedError: channel 1 is closed
show(channels.send_buffer, released, b"x", blocking=False)  # => ChannelClosedError: channel 2 is closed
show(channels.send_buffer, channel, b"x", blocking=False, timeout=1)  # => ValueError: can't specify a timeout for a non-blocking call
show(channels.send_buffer, channel, b"x", timeout=-1)  # => ValueError: timeout value must be a non-negative number
show(channels.send_buffer, 99, b"x", timeout=-1)  # => ValueError: timeout value must be a non-negative number
show(channels.send_buffer, "x", b"x", timeout=-1)  # => TypeError: channel ID must be an int, got str
show(channels.send_buffer, channel, b"x", timeout="x")  # => TypeError: 'str' object cannot be interpreted as an integer
show(channels.send_buffer, channel, b"x", timeout=0.001)  # => TimeoutError: timed out
show(channels.send_buffer, channel, b"x", timeout=1e12)  # => OverflowError: timestamp out of range for platform time_t
show(channels.send_buffer, channel, b"x", timeout=10**12)  # => OverflowError: timestamp too large to convert to C PyTime_t
show(channels.send_buffer, channel, b"x", timeout=float("nan"))  # => ValueError: Invalid value NaN (not a number)
show(channels.send_buffer, channel, b"x", 9, blocking=False)  # => ValueError: unsupported unboundop 9
show(channels.send_buffer, 99, b"x", 9, blocking=False)  # => ValueError: unsupported unboundop 9
show(channels.send_buffer, 99, b"x", 9, timeout=-1)  # => ValueError: unsupported unboundop 9
show(channels.send_buffer, channel, b"x", -1, blocking=False)  # => ValueError: unsupported unboundop -1
show(channels.send_buffer, channel, b"x", None, blocking=False)  # => TypeError: 'NoneType' object cannot be interpreted as an integer
show(channels.send_buffer, channel, b"x", blocking=Broken())  # => KeyError: 'truth'
show(channels.send_buffer, channel, 1, blocking=False)  # => TypeError: memoryview: a bytes-like object is required, not 'int'
show(channels.send_buffer, 99, 1, blocking=False)  # => TypeError: memoryview: a bytes-like object is required, not 'int'
show(channels.recv, 99, None)  # => ChannelNotFoundError: channel 99 not found
show(channels.recv, channel, "default")  # => ('default', None)
show(channels.recv, channel)  # => ChannelEmptyError: channel 0 is empty
show(channels._channel_id, 99, send=True)  # => ChannelNotFoundError: channel 99 not found
show(channels._channel_id, 99, send=False)  # => ChannelNotFoundError: channel 99 not found
show(channels._channel_id, 99, send=False, recv=False)  # => ValueError: 'send' and 'recv' cannot both be False
show(channels._channel_id, 99, send=True, recv=True)  # => ChannelNotFoundError: channel 99 not found
show(channels._channel_id, 99, force=True)  # => 99
show(channels._channel_id, 99, send=Broken())  # => KeyError: 'truth'
show(channels._register_end_types, 1, 2)  # => TypeError: expected a type for 'send'
show(channels._register_end_types, int, 2)  # => TypeError: expected a type for 'recv'
print(channel.end, channel.send.end, channel.recv.end, channel == channel.send, channel == int(channel), channel == float(int(channel)), channel == "x", hash(channel) == hash(int(channel)))  # => both send recv False True True False True
for operation in (lambda: channel < channel, lambda: channel + 1, lambda: channel.missing, lambda: float(channel)):
    show(operation)
    # => TypeError: '<' not supported between instances of '_interpchannels.ChannelID' and '_interpchannels.ChannelID'
    # => TypeError: unsupported operand type(s) for +: '_interpchannels.ChannelID' and 'int'
    # => AttributeError: '_interpchannels.ChannelID' object has no attribute 'missing'
    # => 0.0
for values in ((1, 1, 9), (1, 1, 0), (1, 1, -5), ("x", 0, 3), (1, "x", 3), (1, 1, "x"), (1.5, 1, 3)):
    show(queues.create, *values)
    # => ValueError: unsupported unboundop 9
    # => ValueError: unsupported unboundop 0
    # => ValueError: unsupported unboundop -5
    # => TypeError: 'str' object cannot be interpreted as an integer
    # => TypeError: 'str' object cannot be interpreted as an integer
    # => TypeError: 'str' object cannot be interpreted as an integer
    # => TypeError: 'float' object cannot be interpreted as an integer
queue = queues.create(1, 0, 3)
gone = queues.create(0, 0, 3)
queues.destroy(gone)
show(queues.destroy, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.destroy, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.bind, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.bind, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.release, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.release, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.get_count, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.get_count, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.get_maxsize, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.get_maxsize, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.is_full, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.is_full, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.get, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.get, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.get_queue_defaults, 99)  # => QueueNotFoundError: queue 99 not found
show(queues.get_queue_defaults, gone)  # => QueueNotFoundError: queue 2 not found
show(queues.put, 99, 1, 0, 3)  # => QueueNotFoundError: queue 99 not found
show(queues.put, 99, 1, 0, 9)  # => ValueError: unsupported unboundop 9
show(queues.put, queue, 1, 0, 9)  # => ValueError: unsupported unboundop 9
show(queues.put, queue, 1, "x", 3)  # => TypeError: 'str' object cannot be interpreted as an integer
show(queues.put, 99, show, 0, 9)  # => ValueError: unsupported unboundop 9
show(queues.put, queue, 1, 0, "x")  # => TypeError: 'str' object cannot be interpreted as an integer
show(queues.release, queue)  # => QueueError: queue 1 never bound
show(queues._register_heap_types, 1, 2, 3)  # => TypeError: expected a type for 'queuetype'
show(queues._register_heap_types, int, 1, 2)  # => TypeError: expected an exception type for 'emptyerror'
show(queues._register_heap_types, int, int, ValueError)  # => TypeError: expected an exception type for 'emptyerror'
show(queues._register_heap_types, int, ValueError, 1)  # => TypeError: expected an exception type for 'fullerror'
