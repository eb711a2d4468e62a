package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One run of {@code sub} or {@code subn}: collects the parts between the matches and what replaces these. Answers to {@code pattern_subx}. */
final class Substitution {
    private final PatternObject pattern;
    private final Object replacement;
    private Object[] parts = new Object[16];
    private int size;
    private long count;
    private Object joiner = "";

    Substitution(PatternObject pattern, Object replacement) {
        this.pattern = pattern;
        this.replacement = replacement;
    }

    Substitution run(ThreadState ts, Object string, long limit) {
        boolean isCall = ts.isCallable(replacement);
        TemplateObject template = null;
        Object literal = isCall || !isPlain(ts) ? null : replacement;
        if (!isCall && literal == null) {
            template = pattern.module.compileTemplate(ts, pattern, replacement);
            literal = template.literalOrNull();
        }
        try (Searched searched = pattern.open(ts, string)) {
            joiner = searched.empty(ts);
            Matcher m = pattern.matcher(ts, searched, 0, Long.MAX_VALUE);
            int first = m.start();
            int done = 0;
            while ((limit == 0 || count < limit) && m.search()) {
                if (done < m.start()) {
                    add(searched.slice(ts, done, m.start()));
                }
                Object item = literal;
                if (template != null && item == null) {
                    item = template.expand(ts, searched, m.spans());
                } else if (item == null) {
                    item = ts.call(replacement, pattern.matchAt(ts, m, string, first));
                }
                if (item != Singleton.NONE) {
                    add(item);
                }
                done = m.end();
                count++;
                m.advance();
            }
            if (done < m.limit()) {
                add(searched.slice(ts, done, m.limit()));
            }
        }
        return this;
    }

    /** Whether the replacement is a text without a backslash, which stands for itself. */
    private boolean isPlain(ThreadState ts) {
        if (replacement instanceof String s) {
            return s.indexOf('\\') < 0;
        }
        try (Searched text = Searched.of(ts, replacement)) {
            return text.subject().find('\\', 0, text.length()) < 0;
        } catch (PythonException e) {
            return false;
        }
    }

    private void add(@Nullable Object part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        if (part != null) {
            parts[size++] = part;
        }
    }

    /** How many matches were replaced. */
    long count() {
        return count;
    }

    /** The result. */
    Object text(ThreadState ts) {
        if (size == 0) {
            return joiner;
        }
        return join(ts, joiner, parts, size);
    }

    /** {@code joiner.join(parts)} with an empty joiner. */
    static Object join(ThreadState ts, Object joiner, Object[] parts, int size) {
        if (joiner instanceof String) {
            long total = 0;
            int i = 0;
            while (i < size && parts[i] instanceof String s) {
                total += s.length();
                i++;
            }
            if (i == size && total < Integer.MAX_VALUE - 8) {
                if (size == 1) {
                    return parts[0];
                }
                StringBuilder out = new StringBuilder((int) total);
                for (i = 0; i < size; i++) {
                    out.append((String) parts[i]);
                }
                return out.toString();
            }
        }
        return ts.callMethod(joiner, "join", ts.newList(Arrays.copyOf(parts, size)));
    }
}
