package dev.clutch.interp.compiler;

import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.PyCode;
import org.jspecify.annotations.Nullable;

/** Code objects of one unit and of its twin, which has the same program compiled for tracing: a code object and its twin have the same number. */
public final class Twins {
    private Twins() {}

    /** Returns the code object of a unit with a number; 0 is the program itself. */
    public static PyCode sibling(PyCode code, int number) {
        return ((CompiledCode) code.vectorcall).nested(number);
    }

    /** Returns the counterpart of a code object in the twin of its unit, or null when the twin was compiled from another text. */
    public static @Nullable PyCode counterpart(PyCode code, PyCode twinProgram) {
        PyCode twin;
        try {
            twin = sibling(twinProgram, UnitLoader.indexOf(code));
        } catch (IllegalStateException none) {
            return null; // the text has fewer functions by now
        }
        return twin.sameShape(code) ? twin : null;
    }

    /** Returns what a code object's unit was compiled from, or null when that was not kept: library code, and units read from a file. */
    public static @Nullable Origin origin(PyCode code) {
        return code.vectorcall.getClass().getClassLoader() instanceof UnitLoader loader ? loader.origin() : null;
    }

    /** Whether a code object belongs to the compiled library. */
    public static boolean inLibrary(PyCode code) {
        return !(code.vectorcall.getClass().getClassLoader() instanceof UnitLoader);
    }
}
