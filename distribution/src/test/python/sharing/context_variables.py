# context variables and the current context; decimal's context rests on one
import contextvars
import decimal

variable = contextvars.ContextVar("variable", default="default")
contexts = [contextvars.copy_context()]


def change():
    contexts[0].run(variable.set, "set")
    decimal.DefaultContext.prec = 9


SAME = [1]


def state():
    return contexts[0].get(variable), variable.get(), decimal.getcontext().prec, decimal.DefaultContext.prec


SEPARATE = [variable, contexts[0], decimal.DefaultContext]
