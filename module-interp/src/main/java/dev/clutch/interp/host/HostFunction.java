package dev.clutch.interp.host;

import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** What a Java function does when Python code calls it. */
public interface HostFunction {
    /** Calls it; the last {@code names.length} arguments are keyword arguments. */
    Object call(PyThreadState ts, Object[] args, String @Nullable [] names);
}
