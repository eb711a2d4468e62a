package dev.clutch.interp.object;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;

/** An object with a vectorcall of its own: functions, built-in functions, bound methods. Types carry theirs in {@link TypeObject}. */
public abstract class PyCallable extends PyObject {
    /** The way to call this object; never null. */
    public Vectorcall vectorcall;

    /** Makes a callable of a type. */
    protected PyCallable(PyType type, Vectorcall vectorcall) {
        super(type);
        this.vectorcall = vectorcall;
    }
}
