# what wrong arguments, closed ends and full queues are answered with; CPython 3.13 says the same (but for the words "queue ID", which it leaves out)
import _interpchannels as channels
import _interpqueues as queues
import _interpreters as interpreters

try:
    from concurrent import interpreters as with_queues  # registers the exceptions of queues
except ImportError:
    from test.support.interpreters import queues as with_queues


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def error(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    return "no error"


# ids
for id in None, "x", 1.0, -1, 2**63, -(2**70), 999, Index(998):
    print(error(interpreters.whence, id), error(channels.get_info, id), sep=" | ")
# => TypeError: interpreter ID must be an int, got NoneType | TypeError: channel ID must be an int, got NoneType
# => TypeError: interpreter ID must be an int, got str | TypeError: channel ID must be an int, got str
# => TypeError: interpreter ID must be an int, got float | TypeError: channel ID must be an int, got float
# => ValueError: interpreter ID must be a non-negative int, got -1 | ValueError: channel ID must be a non-negative int, got -1
# => OverflowError: int too big to convert | OverflowError: int too big to convert
# => OverflowError: int too big to convert | OverflowError: int too big to convert
# => InterpreterNotFoundError: unrecognized interpreter ID 999 | ChannelNotFoundError: channel 999 not found
# => InterpreterNotFoundError: unrecognized interpreter ID 998 | ChannelNotFoundError: channel 998 not found
for id in 999, -(2**70), Index(998):
    print(error(queues.bind, id))
# => QueueNotFoundError: queue 999 not found
# => ValueError: queue ID must be a non-negative int, got -1180591620717411303424
# => QueueNotFoundError: queue 998 not found
print(error(interpreters.get_config, None))  # => no error

# queues
q = queues.create(1, 0, 1)
queues.put(q, 1, 0, 1)
print(error(queues.put, q, 2, 0, 1))  # => QueueFull: queue 1 is full
print(error(queues.put, q, [], 0, 1))  # => NotShareableError: [] does not support cross-interpreter data
print(error(queues.put, q, 1, 0, 9))  # => ValueError: unsupported unboundop 9
print(error(queues.create, 1.5, 0, 1))  # => TypeError: 'float' object cannot be interpreted as an integer
queues.get(q)
print(error(queues.get, q))  # => QueueEmpty: queue 1 is empty
queues.destroy(q)
print(error(queues.get_count, q))  # => QueueNotFoundError: queue 1 not found
print(error(queues._register_heap_types, "x", IndexError, IndexError))  # => TypeError: expected a type for 'queuetype'

# channels
c = channels.create(1)
print(error(channels.send, c, [], blocking=False))  # => NotShareableError: [] does not support cross-interpreter data
print(error(channels.send, c, 1, blocking=False, timeout=1))  # => ValueError: can't specify a timeout for a non-blocking call
print(error(channels.send, c, 1, timeout="x"))  # => TypeError: 'str' object cannot be interpreted as an integer
print(error(channels.send, c, 1, timeout=-1))  # => ValueError: timeout value must be a non-negative number
print(error(channels.send, c, 1, timeout=1e30))  # => OverflowError: timestamp out of range for platform time_t
print(error(channels.send, c, 1, timeout=float("nan")))  # => ValueError: Invalid value NaN (not a number)
print(error(channels.send, c, 1, timeout=0), channels.get_count(c))  # => TimeoutError: timed out 0
print(error(channels.send_buffer, c, 1))  # => TypeError: memoryview: a bytes-like object is required, not 'int'
print(error(channels._channel_id, c, send=False, recv=False))  # => ValueError: 'send' and 'recv' cannot both be False
print(error(channels.recv, c))  # => ChannelEmptyError: channel 0 is empty
channels.send(c, 1, blocking=False)
print(error(channels.close, c))  # => ChannelNotEmptyError: channel 0 may not be closed if not empty (try force=True)
channels.close(c, send=True)
print(error(channels.send, c, 1, blocking=False))  # => ChannelClosedError: channel 0 is closed
channels.recv(c)
print(error(channels.recv, c))  # => ChannelClosedError: channel 0 is closed
print(error(channels._register_end_types, int, 2))  # => TypeError: expected a type for 'recv'

# interpreters
print(error(interpreters.create, "nope"))  # => ValueError: unsupported config name 'nope'
print(error(interpreters.create, 5))  # => TypeError: bad config 5
print(error(interpreters.create, Index(1)))  # => ValueError: missing config key: use_main_obmalloc
print(error(interpreters.new_config, "isolated", nope=1))  # => ValueError: config dict has 1 extra item ({'nope': 1})
print(error(interpreters.new_config, "isolated", gil="x"))  # => ValueError: unsupported interpreter config .gil value 'x'
i = interpreters.create()
print(error(interpreters.set___main___attrs, i, {"a": []}))  # => NotShareableError: [] does not support cross-interpreter data
print(error(interpreters.destroy, 0))  # => InterpreterError: cannot destroy the current interpreter
interpreters.destroy(i)
print(error(interpreters.exec, i, "pass"))  # => InterpreterNotFoundError: unrecognized interpreter ID 1
