package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code re.Match}. */
@ExtensionType(name = "re.Match", exported = false, doc = "What a pattern matched.")
final class MatchObject extends PyObject {
    private static final int LONGEST = 50;

    private final PatternObject pattern;
    private final Object string;

    /** Start and end of the match and of each group, -1 for one that took no part. */
    private final int[] spans;

    private final int lastIndex;
    private final int pos;
    private final int endpos;
    private @Nullable Object regs;

    MatchObject(PyType type, PatternObject pattern, Object string, int[] spans, int lastIndex, int pos, int endpos) {
        super(type);
        this.pattern = pattern;
        this.string = string;
        this.spans = spans;
        this.lastIndex = lastIndex;
        this.pos = pos;
        this.endpos = endpos;
    }

    /** The number of a group given by number or name ({@code match_getindex}). */
    private int index(ThreadState ts, Object group) {
        long i = -1;
        if (group instanceof Long n) {
            i = n;
        } else if (ts.isInt(group) || ts.findSpecial(group, "__index__") != null) {
            i = ts.asClampedLong(group);
        } else if (ts.size(pattern.groupNumbers()) > 0) {
            Object number = ts.dictGet(pattern.groupNumbers(), group);
            if (number != null && ts.isInt(number)) {
                i = ts.asLong(number);
            }
        }
        if (i < 0 || i >= spans.length / 2) {
            throw noGroup(ts);
        }
        return (int) i;
    }

    private static PythonException noGroup(ThreadState ts) {
        return ts.error("IndexError", "no such group");
    }

    private Object slice(ThreadState ts, int group, Object absent) {
        if (spans[2 * group] < 0) {
            return absent;
        }
        try (Searched searched = Searched.of(ts, string)) {
            return PatternObject.group(ts, searched, spans, group, absent);
        }
    }

    @Expose(signature = "(*groups)", doc = "Return what the groups matched, or what the whole pattern did.")
    Object group(ThreadState ts, Object[] groups) {
        if (groups.length == 0) {
            return slice(ts, 0, Singleton.NONE);
        }
        if (groups.length == 1) {
            return slice(ts, index(ts, groups[0]), Singleton.NONE);
        }
        Object[] items = new Object[groups.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = slice(ts, index(ts, groups[i]), Singleton.NONE);
        }
        return ts.newTuple(items);
    }

    @Expose
    Object __getitem__(ThreadState ts, Object group) {
        return slice(ts, index(ts, group), Singleton.NONE);
    }

    @Expose(signature = "(default=None)", doc = "Return what each group matched.")
    Object groups(ThreadState ts, Object absent) {
        Object[] items = new Object[spans.length / 2 - 1];
        for (int i = 0; i < items.length; i++) {
            items[i] = slice(ts, i + 1, absent);
        }
        return ts.newTuple(items);
    }

    @Expose(signature = "(default=None)", doc = "Return what each named group matched, by name.")
    Object groupdict(ThreadState ts, Object absent) {
        Object result = ts.newDict();
        ts.dictForEach(pattern.groupNumbers(), (name, number) -> {
            ts.dictSet(result, name, slice(ts, index(ts, number), absent));
            return true;
        });
        return result;
    }

    @Expose(signature = "(group=0, /)", doc = "Return where the group begins.")
    long start(ThreadState ts, Object group) {
        return spans[2 * index(ts, group)];
    }

    @Expose(signature = "(group=0, /)", doc = "Return where the group ends.")
    long end(ThreadState ts, Object group) {
        return spans[2 * index(ts, group) + 1];
    }

    @Expose(signature = "(group=0, /)", doc = "Return where the group begins and ends.")
    Object span(ThreadState ts, Object group) {
        return pair(ts, index(ts, group));
    }

    private Object pair(ThreadState ts, int group) {
        return ts.newTuple((long) spans[2 * group], (long) spans[2 * group + 1]);
    }

    @Expose(signature = "(template)", doc = "Return the replacement that the template makes of this match.")
    Object expand(ThreadState ts, Object template) {
        TemplateObject compiled = pattern.module.compileTemplate(ts, pattern, template);
        try (Searched searched = Searched.of(ts, string)) {
            return compiled.expand(ts, searched, spans);
        }
    }

    @Getter(doc = "What was searched.")
    Object string(ThreadState ts) {
        return string;
    }

    @Getter(doc = "The pattern.")
    Object re(ThreadState ts) {
        return pattern;
    }

    @Getter(doc = "Where the search began.")
    long pos(ThreadState ts) {
        return pos;
    }

    @Getter(doc = "Where the search had to end.")
    long endpos(ThreadState ts) {
        return endpos;
    }

    @Getter(doc = "The number of the group that was closed last, or None.")
    Object lastindex(ThreadState ts) {
        return lastIndex < 0 ? Singleton.NONE : (Object) (long) lastIndex;
    }

    @Getter(doc = "The name of the group that was closed last, or None.")
    Object lastgroup(ThreadState ts) {
        return pattern.groupName(ts, lastIndex);
    }

    @Getter(doc = "The spans of all groups.")
    Object regs(ThreadState ts) {
        Object made = regs;
        if (made == null) {
            Object[] items = new Object[spans.length / 2];
            for (int i = 0; i < items.length; i++) {
                items[i] = pair(ts, i);
            }
            made = ts.newTuple(items);
            regs = made;
        }
        return made;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        Object text = ts.repr(slice(ts, 0, Singleton.NONE));
        return new StrBuilder()
                .append((Object) "<")
                .append((Object) type().displayName())
                .append((Object) (" object; span=(" + spans[0] + ", " + spans[1] + "), match="))
                .append(Str.substring(text, 0, Math.min(LONGEST, Str.length(text))))
                .append((Object) ">")
                .build();
    }

    @Expose
    Object __copy__(ThreadState ts) {
        return this;
    }

    @Expose
    Object __deepcopy__(ThreadState ts, Object memo) {
        return this;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(ThreadState ts, PyType cls, Object item) {
        return ts.genericAlias(cls, item);
    }
}
