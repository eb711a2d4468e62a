package dev.clutch.interp.crossing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens data in Java code that is in no interpreter: what needs one to be made is refused. */
public interface HostReader {
    /** A value that all interpreters share. */
    @Nullable
    Object value(Object immutable);

    /** The bytes of a bytes object, not to be changed. */
    Object bytes(byte[] value);

    /** A tuple, list, set or dict; of a dict keys and values by turns. */
    Object container(ContainerData.Kind kind, List<CrossData> items);

    /** An object that stays in its interpreter. */
    Object shared(SharedObject shared);

    /** A queue. */
    Object queue(long id);

    /** A channel. */
    Object channel(long id);

    /** What can't be opened. */
    RuntimeException refusal(String what);
}
