package dev.clutch.interp.object;

import java.util.ArrayList;

/** The containers whose repr is being made, innermost last. One for each thread state. Answers to {@code Py_ReprEnter}. */
public final class Reprs {
    private final ArrayList<Object> active = new ArrayList<>();

    /** For the thread state. */
    public Reprs() {}

    /** Returns false if the object's repr is being made already. */
    public boolean enter(Object o) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i) == o) {
                return false;
            }
        }
        active.add(o);
        return true;
    }

    /** Ends what {@link #enter} began. */
    public void leave(Object o) {
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i) == o) {
                active.remove(i);
                return;
            }
        }
    }
}
