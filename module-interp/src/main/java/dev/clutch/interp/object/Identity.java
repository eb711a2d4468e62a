package dev.clutch.interp.object;

import dev.clutch.interp.PyThreadState;

/** {@code id()}: unique numbers that look like addresses, given out by the interpreter on demand; of boxed values derived from the value. */
public final class Identity {
    private Identity() {}

    /** Returns {@code id(o)}. */
    public static long of(PyThreadState ts, Object o) {
        return ts.interp.identities().of(o);
    }

    /** Returns the id as {@code repr} shows it. */
    public static String address(PyThreadState ts, Object o) {
        String hex = Long.toHexString(of(ts, o));
        StringBuilder b = new StringBuilder("0x");
        for (int i = hex.length(); i < 12; i++) {
            b.append('0');
        }
        return b.append(hex).toString();
    }

    /** Returns a hash of an object's identity ({@code _Py_HashPointer}). */
    public static long hash(Object o) {
        return System.identityHashCode(o);
    }
}
