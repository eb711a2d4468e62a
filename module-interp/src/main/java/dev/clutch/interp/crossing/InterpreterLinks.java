package dev.clutch.interp.crossing;

/** How many owners an interpreter has among the objects of others: {@code id_refcount} and {@code requires_idref}. From any thread. */
public final class InterpreterLinks {
    private long count;
    private boolean required;

    /** For the interpreter. */
    public InterpreterLinks() {}

    /** Says that the interpreter goes with its last owner. */
    public synchronized void require() {
        required = true;
    }

    /** Adds an owner. */
    public synchronized void add() {
        count++;
    }

    /** Removes an owner; true when it was the last, and the interpreter is to be destroyed. */
    public synchronized boolean remove() {
        if (count > 0) {
            count--;
        }
        return count == 0 && required;
    }
}
