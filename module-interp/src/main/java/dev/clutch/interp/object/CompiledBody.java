package dev.clutch.interp.object;

/** Superclass of the generated classes that hold the bodies of Python functions; marks their Java frames as Python ones. */
public abstract class CompiledBody {
    /** Never made. */
    protected CompiledBody() {}
}
