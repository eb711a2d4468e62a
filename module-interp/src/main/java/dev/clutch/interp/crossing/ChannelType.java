package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;

/** How the ids of channels cross, and the ends that name them. */
public interface ChannelType extends CrossType {
    @Override
    ChannelNumber take(PyThreadState ts, PyObject object);
}
