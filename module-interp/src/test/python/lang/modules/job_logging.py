# logging: a tree of loggers, handlers, formatters, filters, a configuration and a rotating file.
import io
import logging
import logging.config
import logging.handlers
import os
import queue
import tempfile
import threading


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


lines = Lines()
lines.setFormatter(logging.Formatter("%(levelname)-7s %(name)s:%(funcName)s %(message)s"))
root = logging.getLogger()
root.addHandler(lines)
root.setLevel(logging.INFO)
log = logging.getLogger("app.db")


def work():
    log.debug("unseen")
    log.info("rows %d of %s", 3, "t")
    log.warning("%(a)s", {"a": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception("failed")


work()
print(lines.lines[:2])  # => ['INFO    app.db:work rows 3 of t', 'WARNING app.db:work 1']
print(lines.lines[2].splitlines()[0], lines.lines[2].splitlines()[-1])  # => ERROR   app.db:work failed ZeroDivisionError: division by zero
print(log.getEffectiveLevel(), log.parent.name, log.isEnabledFor(10), logging.getLevelName(30))  # => 20 root False WARNING
logging.getLogger("app").setLevel("DEBUG")
log.debug("seen")
print(lines.lines[-1], log.getChild("x"), logging.getLogger("app.db.x").level)  # => DEBUG   app.db:<module> seen <Logger app.db.x (DEBUG)> 0


class Add(logging.Filter):
    def filter(self, record):
        record.user = "ann"
        return "secret" not in record.getMessage()


buffer = io.StringIO()
stream = logging.StreamHandler(buffer)
stream.addFilter(Add())
stream.setFormatter(logging.Formatter("{user}|{levelname}|{message}", style="{"))
log.addHandler(stream)
log.error("a")
log.error("a secret")
logging.LoggerAdapter(log, {"k": 1}).error("b")
log.log(35, "own level")
print(repr(buffer.getvalue()))  # => 'ann|ERROR|a\nann|ERROR|b\nann|Level 35|own level\n'
print(len(lines.lines))  # => 8

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "app.log")
rotating = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
rotating.setFormatter(logging.Formatter("%(message)s"))
files = logging.getLogger("files")
files.propagate = False
files.addHandler(rotating)
for i in range(6):
    files.info("line number %d", i)
rotating.close()
print(sorted(os.listdir(folder.name)))  # => ['app.log', 'app.log.1', 'app.log.2']
print(open(path).read().splitlines(), open(path + ".1").read().splitlines())  # => ['line number 4', 'line number 5'] ['line number 2', 'line number 3']
folder.cleanup()

logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"f": {"format": "%(asctime)s %(message)s", "datefmt": "DATE"}},
        "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": buffer, "level": "ERROR"}},
        "loggers": {"conf": {"handlers": ["h"], "level": "INFO", "propagate": False}},
    }
)
conf = logging.getLogger("conf")
conf.info("low")
conf.critical("high")
print(buffer.getvalue().splitlines()[-1], conf.handlers[0].level)  # => DATE high 40

q = queue.Queue()
listener = logging.handlers.QueueListener(q, lines)
threaded = logging.getLogger("threaded")
threaded.propagate = False
threaded.addHandler(logging.handlers.QueueHandler(q))
listener.start()
threads = [threading.Thread(target=threaded.warning, args=("from %d", i), name=f"t{i}") for i in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.stop()
print(sorted(lines.lines[-3:]))  # => ['WARNING threaded:run from 0', 'WARNING threaded:run from 1', 'WARNING threaded:run from 2']
record = logging.makeLogRecord({"msg": "m %s", "args": ("x",), "levelno": 20, "levelname": "INFO"})
print(record.getMessage(), record)  # => m x <LogRecord: None, 20, , 0, "m %s">
memory = logging.handlers.MemoryHandler(10, target=lines)
memory.emit(record)
count = len(lines.lines)
memory.flush()
print(len(lines.lines) - count)  # => 1
logging.raiseExceptions = True
logging.disable(logging.CRITICAL)
log.critical("disabled")
print(len(lines.lines) - count, log.handlers)  # => 1 [<StreamHandler (NOTSET)>]
