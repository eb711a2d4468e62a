package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.codec.CodecError;
import dev.clutch.interp.codec.CodecException;
import dev.clutch.interp.codec.ErrorHandler;
import dev.clutch.interp.codec.ErrorHandlers;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.PyUnicodeDecodeError;
import dev.clutch.interp.object.exception.PyUnicodeEncodeError;
import dev.clutch.interp.object.exception.PyUnicodeError;
import dev.clutch.interp.object.exception.PyUnicodeTranslateError;
import org.jspecify.annotations.Nullable;

/** The built-in error handlers as functions of one argument, the exception ({@code PyCodec_StrictErrors} and so on). */
final class HandlerFunctions extends NativeTable {
    private static final int FIRST = Slot.COUNT;

    private HandlerFunctions() {}

    /** Puts a function for each handler into a dict. */
    static void putAll(PyDict handlers) {
        HandlerFunctions table = new HandlerFunctions();
        for (Member m : table.members()) {
            ErrorHandlers handler = ErrorHandlers.values()[m.id() - FIRST];
            handlers.put(handler.handlerName(), new PyBuiltinFunction(table, m, null, Singleton.NONE, Singleton.NONE));
        }
    }

    @Override
    public Member[] members() {
        ErrorHandlers[] all = ErrorHandlers.values();
        Member[] members = new Member[all.length];
        for (int i = 0; i < all.length; i++) {
            String name = all[i].handlerName();
            members[i] = new Member(
                    Member.Kind.FUNCTION,
                    name.startsWith("surrogate") ? name : name + "_errors",
                    FIRST + i,
                    false,
                    null);
        }
        return members;
    }

    @Override
    public @Nullable Object call(
            int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names) {
        ErrorHandlers handler = ErrorHandlers.values()[id - FIRST];
        if (args.length != 1 || names != null) {
            String name = members()[id - FIRST].name();
            throw ts.typeError(
                    names != null && names.length > 0
                            ? name + "() takes no keyword arguments"
                            : name + "() takes exactly one argument (" + args.length + " given)");
        }
        return handle((PyThreadState) ts, handler, args[0]);
    }

    private static Object handle(PyThreadState ts, ErrorHandlers handler, Object error) {
        if (handler == ErrorHandlers.STRICT) {
            if (error instanceof PyBaseException e) {
                throw new PythonException(e);
            }
            throw Errors.typeError(ts, "codec must pass exception instance");
        }
        if (!(error instanceof PyUnicodeError e) || !handles(handler, e)) {
            throw Errors.typeError(
                    ts, "don't know how to handle " + Types.of(error).displayName() + " in error callback");
        }
        int start = e.clampedStart(ts);
        int end = e.clampedEnd(ts);
        if (end <= start && handler != ErrorHandlers.IGNORE) {
            return new PyTuple("", (long) end);
        }
        if (handler == ErrorHandlers.IGNORE) {
            return new PyTuple("", (long) end);
        }
        if (handler == ErrorHandlers.REPLACE && !(e instanceof PyUnicodeEncodeError)) {
            return new PyTuple("\uFFFD".repeat(e instanceof PyUnicodeDecodeError ? 1 : end - start), (long) end);
        }
        Object object = e.checkedObject(ts);
        String encoding = handler == ErrorHandlers.SURROGATEPASS ? e.encodingText(ts) : "";
        Object input = object instanceof PyBytes b ? b.value() : object;
        try {
            ErrorHandler.Way way = handler.handle(new CodecError(encoding, input, start, end, ""));
            Object replacement = way.replacement() instanceof byte[] bytes ? new PyBytes(bytes) : way.replacement();
            return new PyTuple(replacement, (long) way.position());
        } catch (CodecException unhandled) {
            throw new PythonException(e);
        }
    }

    private static boolean handles(ErrorHandlers handler, PyUnicodeError e) {
        return switch (handler) {
            case XMLCHARREFREPLACE, NAMEREPLACE -> e instanceof PyUnicodeEncodeError;
            case SURROGATEESCAPE, SURROGATEPASS -> !(e instanceof PyUnicodeTranslateError);
            default -> true;
        };
    }
}
