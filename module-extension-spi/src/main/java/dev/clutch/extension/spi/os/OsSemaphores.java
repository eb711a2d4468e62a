package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Counting semaphores with names, which processes share; a handle stands for one that is open. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public abstract class OsSemaphores {
    /** For the implementations. */
    protected OsSemaphores() {}

    /** Makes a new one for this user alone; {@link Errno#EEXIST} when the name is taken. */
    public abstract long create(String name, int value);

    /** Opens one that another process has made. */
    public abstract long open(String name);

    /** {@code sem_close}: gives the handle back; the semaphore lives as long as its name. */
    public abstract void close(long handle);

    /** Takes the name away; who has the semaphore open keeps it. */
    public abstract void unlink(String name);

    /** Lowers the value by one as soon as it is above 0; false when {@code nanos} have passed before. A negative time has no end, 0 does not wait. */
    public abstract boolean acquire(long handle, long nanos, @Nullable WakeHandle wake);

    /** Raises the value by one. */
    public abstract void release(long handle);

    /** {@code sem_getvalue}: from 0; already old when it is read. */
    public abstract int value(long handle);
}
