package dev.clutch.interp.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clutch.interp.SourceCompiler;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How the size of classes grows with the program. */
class CodeSizeTest {
    /** A generator with so many try statements inside each other, each left by return, break and continue too. */
    private static String nested(int depth) {
        StringBuilder s = new StringBuilder("def f(x):\n    while x:\n        yield 0\n");
        for (int i = 0; i < depth; i++) {
            String indent = "    ".repeat(i + 2);
            s.append(indent).append("try:\n");
            s.append(indent).append("    yield ").append(i + 1).append('\n');
            s.append(indent).append("    if x == 1: return 1\n");
            s.append(indent).append("    if x == 2: break\n");
            s.append(indent).append("    if x == 3: continue\n");
        }
        for (int i = depth - 1; i >= 0; i--) {
            s.append("    ".repeat(i + 2)).append("finally:\n");
            s.append("    ".repeat(i + 3)).append("x = x - 1\n");
        }
        return s.toString();
    }

    private static int size(String program) {
        int bytes = 0;
        for (byte[] type : SourceCompiler.library(program.getBytes(StandardCharsets.UTF_8), "t.py", "t.Unit")
                .classes()
                .values()) {
            bytes += type.length;
        }
        return bytes;
    }

    @Test
    void nestedFinallyClausesAreEmittedOnce() {
        int none = size(nested(0));
        int six = size(nested(6)) - none;
        int twelve = size(nested(12)) - none;
        // measured: 3019 bytes and 5337; a copy for each exit would multiply with each level
        assertTrue(twelve < 2.3 * six, () -> "6 levels take " + six + " bytes, 12 take " + twelve);
    }
}
