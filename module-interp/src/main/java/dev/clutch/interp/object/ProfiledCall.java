package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.PyMethodDescriptor;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls a built-in function and tells the profile function of it. Answers to {@code sys_profile_call_or_return}. */
public final class ProfiledCall extends Vectorcall {
    /** The one instance. */
    public static final ProfiledCall INSTANCE = new ProfiledCall();

    private ProfiledCall() {}

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        Object[] kept = Arrays.copyOf(args, args.length);
        int positional = args.length - (names == null ? 0 : names.length);
        return told(ts, f, positional == 0 ? null : args[0], () -> Call.vector(ts, f, kept, names));
    }

    /** Calls with keywords in a dict. */
    public Object withDict(PyThreadState ts, Object f, Object[] args, @Nullable Object keywords) {
        return told(ts, f, args.length == 0 ? null : args[0], () -> Call.withDict(ts, f, args, keywords));
    }

    private static Object told(PyThreadState ts, Object f, @Nullable Object first, Supplier<Object> call) {
        Tracer t = ts.tracer;
        if (t == null || f instanceof PyMethodDescriptor && first == null) {
            return call.get();
        }
        PyFrame frame = FrameStack.frame(ts, ts.depth - 1);
        Object shown = f instanceof PyMethodDescriptor && first != null ? Attr.bind(ts, f, first) : f;
        t.profile(ts, frame, "c_call", shown);
        Object result;
        try {
            result = call.get();
        } catch (PythonException e) {
            t.profile(ts, frame, "c_exception", shown);
            throw e;
        }
        t.profile(ts, frame, "c_return", shown);
        return result;
    }
}
