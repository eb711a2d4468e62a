# warning filters, the hook that shows them, and the registry of what was shown
import sys
import warnings


def change():
    warnings.simplefilter("error", UserWarning)
    warnings.showwarning = lambda *a, **k: shown.append("hook")


shown = []


def state():
    shown.clear()
    try:
        warnings.warn("careful", UserWarning)
    except UserWarning:
        return "raised", len(warnings.filters)
    finally:
        globals().pop("__warningregistry__", None)
    return "shown", len(warnings.filters)


SEPARATE = [warnings.filters, warnings._onceregistry]
sys.stderr = None
