"""What a call gives, in one line: its result, or the exception as a traceback shows it."""


def outcome(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
