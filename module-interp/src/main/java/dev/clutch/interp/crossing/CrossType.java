package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;

/** How the instances of a heap type cross, registered with {@link dev.clutch.interp.PyInterpreter#crossTypes}: {@code crossinterpdatafunc}. */
public interface CrossType {
    /** Takes an instance apart. */
    CrossData take(PyThreadState ts, PyObject object);
}
