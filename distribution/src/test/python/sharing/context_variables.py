# context variables and the current context; decimal's context rests on one
import contextvars
import decimal

variable = contextvars.ContextVar("variable", default="default")


def change():
    variable.set("set")
    decimal.getcontext().prec = 7
    decimal.DefaultContext.prec = 9


def state():
    return variable.get(), decimal.getcontext().prec, decimal.DefaultContext.prec, variable in contextvars.copy_context()


SEPARATE = [variable]
