package dev.clutch.interp.object;

import java.util.Arrays;

/** The attributes of a code object on one line. */
public final class CodeDump {
    private CodeDump() {}

    /** Describes a code object; names are sorted. */
    public static String line(PyCode c) {
        String[] names = c.names.clone();
        Arrays.sort(names);
        return c.qualname + " " + c.firstlineno + " " + c.flags + " " + c.argcount + " " + c.posonlyargcount + " " + c.kwonlyargcount + " v="
                + String.join(",", c.varnames) + " c=" + String.join(",", c.cellvars) + " f=" + String.join(",", c.freevars) + " n=" + String.join(",", names);
    }
}
