package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Calls a built-in function and tells the profile function of it. Answers to {@code sys_profile_call_or_return}. */
public final class ProfiledCall extends Vectorcall {
    /** The one instance. */
    public static final ProfiledCall INSTANCE = new ProfiledCall();

    private ProfiledCall() {}

    @Override
    public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
        Tracer t = ts.tracer;
        boolean bare = f instanceof PyMethodDescriptor && args.length == (names == null ? 0 : names.length);
        if (t == null || bare) {
            return Call.vector(ts, f, args, names);
        }
        PyFrame frame = FrameStack.frame(ts, ts.depth - 1);
        Object shown = f instanceof PyMethodDescriptor ? Attr.bind(ts, f, args[0]) : f;
        Object[] kept = Arrays.copyOf(args, args.length);
        t.profile(ts, frame, "c_call", shown);
        Object result;
        try {
            result = Call.vector(ts, f, kept, names);
        } catch (PythonException e) {
            t.profile(ts, frame, "c_exception", shown);
            throw e;
        }
        t.profile(ts, frame, "c_return", shown);
        return result;
    }
}
