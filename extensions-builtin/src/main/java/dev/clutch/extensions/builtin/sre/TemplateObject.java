package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _sre.SRE_Template}: a replacement, taken apart into literals and the groups between them. */
@ExtensionType(name = "_sre.SRE_Template", exported = false)
final class TemplateObject extends PyObject {
    private final Object[] literals;
    private final long[] groups;

    TemplateObject(PyType type, Object[] literals, long[] groups) {
        super(type);
        this.literals = literals;
        this.groups = groups;
    }

    /** The replacement when there are no groups in it, else null. */
    @Nullable
    Object literalOrNull() {
        return groups.length == 0 ? literals[0] : null;
    }

    /** The replacement for a match. */
    Object expand(ThreadState ts, Searched searched, int[] spans) {
        if (groups.length == 0) {
            return literals[0];
        }
        Object[] parts = new Object[literals.length + groups.length];
        int n = 0;
        for (int i = 0; i < literals.length; i++) {
            if (!isEmpty(ts, literals[i])) {
                parts[n++] = literals[i];
            }
            if (i < groups.length) {
                if (groups[i] >= spans.length / 2) {
                    throw ts.error("IndexError", "no such group");
                }
                Object part = PatternObject.group(ts, searched, spans, (int) groups[i], Singleton.NONE);
                if (part != Singleton.NONE) {
                    parts[n++] = part;
                }
            }
        }
        return Substitution.join(ts, ts.isStr(literals[0]) ? "" : ts.newBytes(new byte[0]), parts, n);
    }

    private static boolean isEmpty(ThreadState ts, Object literal) {
        return literal instanceof String s ? s.isEmpty() : ts.size(literal) == 0;
    }
}
