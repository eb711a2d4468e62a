package dev.clutch.interp.compiler;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A label to which code jumps forward, with the variables that are bound on every path to it. */
final class Target {
    final int label;
    @Nullable BitSet bound;

    Target(int label) {
        this.label = label;
    }

    /** Notes a path on which these variables are bound. */
    void reach(BitSet state) {
        if (bound == null) {
            bound = (BitSet) state.clone();
        } else {
            bound.and(state);
        }
    }
}
