package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.ByteArguments;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Numbers;

/** Positional arguments of constructors of exceptions, with the messages that {@code PyArg_ParseTuple} has for functions without a name. */
final class ExceptionArguments {
    private final PyThreadState ts;
    private final Object[] args;

    ExceptionArguments(PyThreadState ts, Object[] args, int count) {
        this.ts = ts;
        this.args = args;
        if (args.length != count) {
            throw Errors.typeError(ts, "function takes exactly " + count + " arguments (" + args.length + " given)");
        }
    }

    private RuntimeException wrong(int index, String expected) {
        Object found = args[index];
        String name = found == dev.clutch.extension.spi.Singleton.NONE
                ? "None"
                : Types.of(found).displayName();
        return Errors.typeError(ts, "argument " + (index + 1) + " must be " + expected + ", not " + name);
    }

    Object str(int index) {
        if (!PyStr.isStr(args[index])) {
            throw wrong(index, "str");
        }
        return args[index];
    }

    long number(int index) {
        Object o = args[index];
        if (!(o instanceof Long) && Types.of(o).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "'" + Types.of(o).displayName() + "' object cannot be interpreted as an integer");
        }
        return Numbers.asLong(ts, o);
    }

    Object bytes(int index) {
        Object o = args[index];
        return o instanceof PyBytes ? o : new PyBytes(ByteArguments.bytes(ts, o).clone());
    }
}
