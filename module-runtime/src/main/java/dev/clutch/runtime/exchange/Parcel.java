package dev.clutch.runtime.exchange;

import dev.clutch.runtime.Runtime;

/** An object on its way between interpreters, in a form that belongs to none; the language makes and opens it. Answers to {@code _PyXIData_t}. */
public abstract class Parcel {
    /** For the language's kinds. */
    protected Parcel() {}

    /**
     * The parcel has been opened, or nobody will open it: gives back what it holds. Called once, in any thread, under no lock of this package. No Python code may run; what must be done in the sender's
     * interpreter is added to its pending calls.
     */
    public void dispose(Runtime runtime) {}
}
