package dev.clutch.extension.spi;

/** A field of a struct sequence, not one of the visible, that is made when somebody asks for it. Never a Python value itself. */
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public interface LazyValue {
    /** Makes the value; asked once. */
    Object get(ThreadState ts);
}
