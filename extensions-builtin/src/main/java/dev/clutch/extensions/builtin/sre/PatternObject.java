package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;

/** {@code re.Pattern}. */
@ExtensionType(name = "re.Pattern", weakReferences = true, exported = false, doc = "A compiled regular expression.")
final class PatternObject extends PyObject {
    /** What a pattern can be applied to. */
    enum Kind {
        /** Anything: made without a pattern text. */
        ANY,
        /** Str only. */
        STR,
        /** Bytes-like objects only. */
        BYTES
    }

    private static final String FOREVER = "9223372036854775807";

    final SreModule module;
    private final Object pattern;
    private final Kind kind;
    private final int flags;
    final Program program;
    private final Object groupindex;
    private final Object indexgroup;

    PatternObject(
            PyType type,
            SreModule module,
            Object pattern,
            Kind kind,
            int flags,
            Program program,
            Object groupindex,
            Object indexgroup) {
        super(type);
        this.module = module;
        this.pattern = pattern;
        this.kind = kind;
        this.flags = flags;
        this.program = program;
        this.groupindex = groupindex;
        this.indexgroup = indexgroup;
    }

    /** The text to be searched; TypeError when the pattern is of the other kind. */
    Searched open(ThreadState ts, Object string) {
        Searched searched = Searched.of(ts, string);
        if (kind != Kind.ANY && searched.isBytes() != (kind == Kind.BYTES)) {
            searched.close();
            throw ts.typeError(
                    kind == Kind.STR
                            ? "cannot use a string pattern on a bytes-like object"
                            : "cannot use a bytes pattern on a string-like object");
        }
        return searched;
    }

    Matcher matcher(ThreadState ts, Searched searched, long pos, long endpos) {
        return new Matcher(program, searched.subject(), pos, endpos, new Interrupts(ts));
    }

    /** The match that a matcher is at. */
    MatchObject matchAt(ThreadState ts, Matcher matcher, Object string, int pos) {
        return new MatchObject(
                module.matchType(ts), this, string, matcher.spans(), matcher.lastIndex(), pos, matcher.limit());
    }

    // --- matching ----------------------------------------------------------------------------------------------

    @Expose(
            signature = "(string, pos=0, endpos=" + FOREVER + ")",
            doc = "Match at the beginning of the string; None without a match.")
    Object match(ThreadState ts, Object string, long pos, long endpos) {
        try (Searched searched = open(ts, string)) {
            Matcher m = matcher(ts, searched, pos, endpos);
            int first = m.start();
            return m.match() ? matchAt(ts, m, string, first) : Singleton.NONE;
        }
    }

    @Expose(
            signature = "(string, pos=0, endpos=" + FOREVER + ")",
            doc = "Match the whole string; None without a match.")
    Object fullmatch(ThreadState ts, Object string, long pos, long endpos) {
        try (Searched searched = open(ts, string)) {
            Matcher m = matcher(ts, searched, pos, endpos);
            int first = m.start();
            return m.fullMatch() ? matchAt(ts, m, string, first) : Singleton.NONE;
        }
    }

    @Expose(
            signature = "(string, pos=0, endpos=" + FOREVER + ")",
            doc = "Find the first match in the string; None without a match.")
    Object search(ThreadState ts, Object string, long pos, long endpos) {
        try (Searched searched = open(ts, string)) {
            Matcher m = matcher(ts, searched, pos, endpos);
            int first = m.start();
            return m.search() ? matchAt(ts, m, string, first) : Singleton.NONE;
        }
    }

    @Expose(
            signature = "(string, pos=0, endpos=" + FOREVER + ")",
            doc = "Return what every match, or its groups, matched.")
    Object findall(ThreadState ts, Object string, long pos, long endpos) {
        try (Searched searched = open(ts, string)) {
            Object list = ts.newListSized(8);
            Matcher m = matcher(ts, searched, pos, endpos);
            int groups = program.groups();
            while (m.hasRoom() && m.search()) {
                if (groups == 0) {
                    ts.listAppend(list, searched.slice(ts, m.start(), m.end()));
                } else {
                    int[] spans = m.spans();
                    if (groups == 1) {
                        ts.listAppend(list, group(ts, searched, spans, 1, searched.empty(ts)));
                    } else {
                        Object[] items = new Object[groups];
                        for (int i = 0; i < groups; i++) {
                            items[i] = group(ts, searched, spans, i + 1, searched.empty(ts));
                        }
                        ts.listAppend(list, ts.newTuple(items));
                    }
                }
                m.advance();
            }
            return list;
        }
    }

    /** What a group matched, or the given object when it took no part. */
    static Object group(ThreadState ts, Searched searched, int[] spans, int group, Object absent) {
        int from = spans[2 * group];
        int to = spans[2 * group + 1];
        if (from < 0) {
            return absent;
        }
        if (from > to) {
            throw ts.error(
                    "SystemError", "The span of capturing group is wrong, please report a bug for the re module.");
        }
        return searched.slice(ts, from, to);
    }

    @Expose(
            signature = "(string, pos=0, endpos=" + FOREVER + ")",
            doc = "Return an iterator over the matches in the string.")
    Object finditer(ThreadState ts, Object string, long pos, long endpos) {
        Object scanner = scanner(ts, string, pos, endpos);
        Object iter = ts.getAttr(ts.importModule("builtins"), "iter");
        return ts.call(iter, ts.getAttr(scanner, "search"), Singleton.NONE);
    }

    @Expose(signature = "(string, pos=0, endpos=" + FOREVER + ")", doc = "Return an object that matches step by step.")
    Object scanner(ThreadState ts, Object string, long pos, long endpos) {
        Searched searched = open(ts, string);
        return new ScannerObject(module.scannerType(ts), this, string, searched, matcher(ts, searched, pos, endpos));
    }

    @Expose(signature = "(repl, string, count=0)", doc = "Replace the matches in the string.")
    Object sub(ThreadState ts, Object repl, Object string, long count) {
        return new Substitution(this, repl).run(ts, string, count).text(ts);
    }

    @Expose(
            signature = "(repl, string, count=0)",
            doc = "Replace the matches and return the result and how many there were.")
    Object subn(ThreadState ts, Object repl, Object string, long count) {
        Substitution done = new Substitution(this, repl).run(ts, string, count);
        return ts.newTuple(done.text(ts), done.count());
    }

    @Expose(signature = "(string, maxsplit=0)", doc = "Return the parts of the string between the matches.")
    Object split(ThreadState ts, Object string, long maxsplit) {
        try (Searched searched = open(ts, string)) {
            Object list = ts.newListSized(8);
            Matcher m = matcher(ts, searched, 0, Long.MAX_VALUE);
            int last = 0;
            for (long n = 0; (maxsplit == 0 || n < maxsplit) && m.search(); n++) {
                ts.listAppend(list, searched.slice(ts, last, m.start()));
                if (program.groups() > 0) {
                    int[] spans = m.spans();
                    for (int i = 1; i <= program.groups(); i++) {
                        ts.listAppend(list, group(ts, searched, spans, i, Singleton.NONE));
                    }
                }
                last = m.end();
                m.advance();
            }
            ts.listAppend(list, searched.slice(ts, last, m.limit()));
            return list;
        }
    }

    // --- the pattern itself ------------------------------------------------------------------------------------

    @Getter(doc = "The text that it was made of.")
    Object pattern(ThreadState ts) {
        return pattern;
    }

    @Getter(doc = "The flags, those in the text included.")
    int flags(ThreadState ts) {
        return flags;
    }

    @Getter(doc = "The number of groups.")
    int groups(ThreadState ts) {
        return program.groups();
    }

    @Getter(doc = "The numbers of the groups by name.")
    Object groupindex(ThreadState ts) {
        if (ts.size(groupindex) == 0) {
            return ts.newDict();
        }
        return ts.call(ts.getAttr(ts.importModule("types"), "MappingProxyType"), groupindex);
    }

    /** The dict behind {@code groupindex}. */
    Object groupNumbers() {
        return groupindex;
    }

    /** The name of a group, or None. */
    Object groupName(ThreadState ts, int group) {
        return group >= 0 && group < ts.fastSize(indexgroup) ? ts.fastItem(indexgroup, group) : Singleton.NONE;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        return PatternText.repr(ts, pattern, kind != Kind.BYTES, flags);
    }

    @Expose
    long __hash__(ThreadState ts) {
        return ts.hash(pattern) ^ 31L * program.sourceHash() ^ flags ^ ((long) kind.ordinal() << 32) ^ program.groups();
    }

    @Expose
    Object __richcompare__(ThreadState ts, Slot op, Object other) {
        if ((op != Slot.EQ && op != Slot.NE) || !(other instanceof PatternObject that)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        boolean equal = this == that
                || (flags == that.flags
                        && kind == that.kind
                        && program.hasSourceOf(that.program)
                        && ts.equal(pattern, that.pattern));
        return equal == (op == Slot.EQ);
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
