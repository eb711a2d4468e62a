# an audit hook hears, and stops, what happens in its own interpreter only
import sys


def hook(event, arguments):
    if event == "clutch.sharing":
        raise PermissionError(event)


def change():
    sys.addaudithook(hook)


def state():
    try:
        sys.audit("clutch.sharing")
    except PermissionError:
        return ["stopped"]
    return ["passed"]
