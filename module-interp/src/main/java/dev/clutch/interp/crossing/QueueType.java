package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;

/** How the queues of {@code concurrent.interpreters} cross. */
public interface QueueType extends CrossType {
    @Override
    QueueNumber take(PyThreadState ts, PyObject object);
}
