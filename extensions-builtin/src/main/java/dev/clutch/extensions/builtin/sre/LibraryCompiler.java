package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Whether {@code re._compiler} and {@code re._parser} of an interpreter are as the library has them: where a program has put functions or tables of its own into them, these are to run. */
final class LibraryCompiler {
    private Object @Nullable [] compiler;
    private Object @Nullable [] parser;

    /**
     * Compares with the first call, which {@code re} makes when it is imported.
     *
     * @param compilerNames the namespace of {@code re._compiler}
     * @param parserNames the namespace of {@code re._parser}
     */
    boolean isUnchanged(ThreadState ts, Object compilerNames, Object parserNames) {
        Object[] c = compiler;
        Object[] p = parser;
        if (c == null || p == null) {
            compiler = values(ts, compilerNames);
            parser = values(ts, parserNames);
            return true;
        }
        return isSame(ts, compilerNames, c) && isSame(ts, parserNames, p);
    }

    private static Object[] values(ThreadState ts, Object names) {
        Object[] values = new Object[ts.size(names)];
        int n = 0;
        for (int p = ts.dictNext(names, 0); p >= 0; p = ts.dictNext(names, p + 1)) {
            values[n++] = ts.dictValueAt(names, p);
        }
        return values;
    }

    private static boolean isSame(ThreadState ts, Object names, Object[] values) {
        if (ts.size(names) != values.length) {
            return false;
        }
        int n = 0;
        for (int p = ts.dictNext(names, 0); p >= 0; p = ts.dictNext(names, p + 1)) {
            if (ts.dictValueAt(names, p) != values[n++]) {
                return false;
            }
        }
        return true;
    }
}
