package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Stability;

/** When the finalizer {@code __del__} of an object is called. Of what is made by calling a type the core takes care itself. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface Finalization {
    /** Has the finalizer of an object called once nobody holds it; for an object that was made other than by calling its type. Does nothing the second time. */
    void watch(PyObject o);

    /** Takes {@link #watch} back: what this one held is given back, or another object sees to it. A class that overrides {@code __del__} has it called all the same. */
    void unwatch(PyObject o);
}
