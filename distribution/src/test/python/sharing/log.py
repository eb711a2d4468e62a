# logging: levels, handlers, logger tree
import logging


def change():
    logging.getLogger("a.b").setLevel(5)
    logging.getLogger().addHandler(logging.NullHandler())
    logging.addLevelName(5, "FINE")
    logging.disable(10)


def state():
    root = logging.getLogger()
    return len(root.handlers), logging.getLogger("a.b").level, logging.getLevelName(5), root.manager.disable


SEPARATE = [logging.root, logging.Logger, logging.getLogger("a.b")]
SHARED = [logging.Logger.info.__code__]
