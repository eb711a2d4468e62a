package dev.clutch.interp.object;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.number.AlgorithmException;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.text.Formatter;
import dev.clutch.interp.text.StrCase;
import dev.clutch.interp.text.StrPad;
import dev.clutch.interp.text.StrRepr;
import dev.clutch.interp.text.StrSearch;
import dev.clutch.interp.text.StrSplit;
import dev.clutch.interp.text.StrTest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code str}: a {@code String} without surrogates, a {@link CodePoints}, or a {@link PyStrInstance} of a subclass. Answers to {@code unicodeobject.c}.
 */
@ExtensionType(name = "str", subclassable = true, doc = "Text: a sequence of Unicode code points.")
public final class PyStr {
    /** {@code str}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyStrDefinition(), TypeObject.OBJECT);

    private PyStr() {}

    /** Whether the object is a str of any kind. */
    public static boolean isStr(Object o) {
        return o instanceof String || o instanceof CodePoints || o instanceof PyStrInstance;
    }

    /** Returns the plain value of a str of any kind. */
    public static Object plain(Object o) {
        return o instanceof PyStrInstance s ? s.value : o;
    }

    private static Object required(PyThreadState ts, Object o, String message) {
        if (!isStr(o)) {
            throw Errors.typeError(ts, message + Types.of(o).displayName());
        }
        return plain(o);
    }

    @Expose(signature = "(object=<absent>, encoding=<absent>, errors=<absent>)")
    static Object __new__(
            PyThreadState ts, PyType cls, @Nullable Object object, @Nullable Object encoding, @Nullable Object errors) {
        if (cls == TYPE && object != null && encoding == null && errors == null) {
            return Text.strAny(ts, object);
        }
        Object value = StrConversion.construct(ts, object, encoding, errors);
        return cls == TYPE ? value : new PyStrInstance((TypeObject) cls, plain(value));
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        return StrRepr.repr(plain(self));
    }

    @Expose
    static Object __str__(PyThreadState ts, Object self) {
        return plain(self);
    }

    @Expose
    static long __hash__(PyThreadState ts, Object self) {
        Object s = plain(self);
        return s instanceof String t ? Hashing.ofString(t) : Hashing.ofCodePoints((CodePoints) s);
    }

    @Expose(name = "__richcompare__")
    static Object compare(PyThreadState ts, Object self, Slot op, Object other) {
        if (!isStr(other)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        Object a = plain(self);
        Object b = plain(other);
        if (op == Slot.EQ) {
            return a.equals(b);
        }
        if (op == Slot.NE) {
            return !a.equals(b);
        }
        return Ordering.holds(op, Str.compare(a, b));
    }

    @Expose
    static int __len__(PyThreadState ts, Object self) {
        return Str.length(plain(self));
    }

    @Expose
    static boolean __contains__(PyThreadState ts, Object self, Object key) {
        return StrSearch.contains(
                plain(self), required(ts, key, "'in <string>' requires string as left operand, not "));
    }

    @Expose
    static Object __iter__(PyThreadState ts, Object self) {
        return new PyStrIterator(plain(self));
    }

    @Expose
    static Object __getitem__(PyThreadState ts, Object self, Object key) {
        Object s = plain(self);
        int length = Str.length(s);
        if (key instanceof PySlice slice) {
            SliceIndices i = SliceIndices.of(ts, slice, length);
            return i.step() == 1
                    ? Str.substring(s, i.start(), i.start() + i.count())
                    : Str.slice(s, i.start(), (int) i.step(), i.count());
        }
        if (!(key instanceof Long) && Types.of(key).slot(Slot.INDEX) == null) {
            throw Errors.typeError(
                    ts, "string indices must be integers, not '" + Types.of(key).displayName() + "'");
        }
        long i = Numbers.position(ts, key);
        if (i < 0) {
            i += length;
        }
        if (i < 0 || i >= length) {
            throw Errors.error(ts, "IndexError", "string index out of range");
        }
        return Str.ofCodePoint(Str.at(s, (int) i));
    }

    @Expose(slot = Slot.CONCAT)
    static Object __add__(PyThreadState ts, Object self, Object other) {
        if (!isStr(other)) {
            throw Errors.typeError(
                    ts, "can only concatenate str (not \"" + Types.of(other).displayName() + "\") to str");
        }
        return Str.concat(plain(self), plain(other));
    }

    @Expose(slot = Slot.REPEAT)
    static Object __mul__(PyThreadState ts, Object self, Object count) {
        Object s = plain(self);
        long n = Math.max(0, Numbers.count(ts, count));
        if (n * (double) Str.length(s) > Str.MAX_LENGTH) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(n * Str.length(s));
        return Str.repeat(s, (int) Math.min(n, Integer.MAX_VALUE));
    }

    @Expose
    static Object __rmul__(PyThreadState ts, Object self, Object count) {
        return Types.of(count).slot(Slot.INDEX) == null ? Singleton.NOT_IMPLEMENTED : __mul__(ts, self, count);
    }

    @Expose
    static Object __mod__(PyThreadState ts, Object self, Object args) {
        return PercentFormatting.format(ts, plain(self), args);
    }

    @Expose
    static Object __rmod__(PyThreadState ts, Object self, Object template) {
        return isStr(template) ? PercentFormatting.format(ts, plain(template), self) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object format(PyThreadState ts, Object self, Object[] args, @Nullable Object kwargs) {
        return TemplateFormatting.format(ts, plain(self), args, kwargs);
    }

    @Expose
    static Object format_map(PyThreadState ts, Object self, Object mapping) {
        return TemplateFormatting.format(ts, plain(self), null, mapping);
    }

    @Expose
    static Object __format__(PyThreadState ts, Object self, Object format_spec) {
        Object spec = Text.specification(ts, format_spec);
        if (Str.isEmpty(spec)) {
            return Text.str(ts, self);
        }
        try {
            return Formatter.formatStr(plain(self), spec, Types.of(self).name());
        } catch (AlgorithmException e) {
            throw Errors.of(ts, e);
        }
    }

    @Expose
    static Object __getnewargs__(PyThreadState ts, Object self) {
        return new PyTuple(plain(self));
    }

    @Expose
    static long __sizeof__(PyThreadState ts, Object self) {
        Object s = plain(self);
        int width = Str.isAscii(s) ? 1 : s instanceof String ? 2 : 4;
        return (width == 1 ? 41 : 58) + (long) width * Str.length(s);
    }

    @Expose
    static boolean isalpha(PyThreadState ts, Object self) {
        return StrTest.isalpha(plain(self));
    }

    @Expose
    static boolean isalnum(PyThreadState ts, Object self) {
        return StrTest.isalnum(plain(self));
    }

    @Expose
    static boolean isdecimal(PyThreadState ts, Object self) {
        return StrTest.isdecimal(plain(self));
    }

    @Expose
    static boolean isdigit(PyThreadState ts, Object self) {
        return StrTest.isdigit(plain(self));
    }

    @Expose
    static boolean isnumeric(PyThreadState ts, Object self) {
        return StrTest.isnumeric(plain(self));
    }

    @Expose
    static boolean isspace(PyThreadState ts, Object self) {
        return StrTest.isspace(plain(self));
    }

    @Expose
    static boolean isprintable(PyThreadState ts, Object self) {
        return StrTest.isprintable(plain(self));
    }

    @Expose
    static boolean isidentifier(PyThreadState ts, Object self) {
        return StrTest.isidentifier(plain(self));
    }

    @Expose
    static boolean islower(PyThreadState ts, Object self) {
        return StrTest.islower(plain(self));
    }

    @Expose
    static boolean isupper(PyThreadState ts, Object self) {
        return StrTest.isupper(plain(self));
    }

    @Expose
    static boolean istitle(PyThreadState ts, Object self) {
        return StrTest.istitle(plain(self));
    }

    @Expose
    static boolean isascii(PyThreadState ts, Object self) {
        return Str.isAscii(plain(self));
    }

    @Expose
    static Object lower(PyThreadState ts, Object self) {
        return StrCase.lower(plain(self));
    }

    @Expose
    static Object upper(PyThreadState ts, Object self) {
        return StrCase.upper(plain(self));
    }

    @Expose
    static Object casefold(PyThreadState ts, Object self) {
        return StrCase.casefold(plain(self));
    }

    @Expose
    static Object swapcase(PyThreadState ts, Object self) {
        return StrCase.swapcase(plain(self));
    }

    @Expose
    static Object title(PyThreadState ts, Object self) {
        return StrCase.title(plain(self));
    }

    @Expose
    static Object capitalize(PyThreadState ts, Object self) {
        return StrCase.capitalize(plain(self));
    }

    @Expose(signature = "(chars=None, /)")
    static Object strip(PyThreadState ts, Object self, Object chars) {
        if (chars != Singleton.NONE && !isStr(chars)) {
            throw Errors.typeError(ts, "strip arg must be None or str");
        }
        return StrSplit.strip(plain(self), chars == Singleton.NONE ? null : plain(chars));
    }

    @Expose(signature = "(chars=None, /)")
    static Object lstrip(PyThreadState ts, Object self, Object chars) {
        if (chars != Singleton.NONE && !isStr(chars)) {
            throw Errors.typeError(ts, "lstrip arg must be None or str");
        }
        return StrSplit.lstrip(plain(self), chars == Singleton.NONE ? null : plain(chars));
    }

    @Expose(signature = "(chars=None, /)")
    static Object rstrip(PyThreadState ts, Object self, Object chars) {
        if (chars != Singleton.NONE && !isStr(chars)) {
            throw Errors.typeError(ts, "rstrip arg must be None or str");
        }
        return StrSplit.rstrip(plain(self), chars == Singleton.NONE ? null : plain(chars));
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static long find(PyThreadState ts, Object self, Object sub, Object start, Object end) {
        Object s = plain(self);
        Object part = required(ts, sub, "must be str, not ");
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        return from > to ? -1 : StrSearch.find(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static long rfind(PyThreadState ts, Object self, Object sub, Object start, Object end) {
        Object s = plain(self);
        Object part = required(ts, sub, "must be str, not ");
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        return from > to ? -1 : StrSearch.rfind(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static long count(PyThreadState ts, Object self, Object sub, Object start, Object end) {
        Object s = plain(self);
        Object part = required(ts, sub, "must be str, not ");
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        return from > to ? 0 : StrSearch.count(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static long index(PyThreadState ts, Object self, Object sub, Object start, Object end) {
        Object s = plain(self);
        Object part = required(ts, sub, "must be str, not ");
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        int i = from > to ? -1 : StrSearch.find(s, part, from, to);
        if (i < 0) {
            throw Errors.valueError(ts, "substring not found");
        }
        return i;
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static long rindex(PyThreadState ts, Object self, Object sub, Object start, Object end) {
        Object s = plain(self);
        Object part = required(ts, sub, "must be str, not ");
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        int i = from > to ? -1 : StrSearch.rfind(s, part, from, to);
        if (i < 0) {
            throw Errors.valueError(ts, "substring not found");
        }
        return i;
    }

    @Expose(signature = "(prefix, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static boolean startswith(PyThreadState ts, Object self, Object prefix, Object start, Object end) {
        Object s = plain(self);
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        if (prefix instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                if (!isStr(t.get(i))) {
                    throw Errors.typeError(
                            ts,
                            "tuple for startswith must only contain str, not "
                                    + Types.of(t.get(i)).displayName());
                }
                if (from <= to && StrSearch.startsWith(s, plain(t.get(i)), from, to)) {
                    return true;
                }
            }
            return false;
        }
        if (!isStr(prefix)) {
            throw Errors.typeError(
                    ts,
                    "startswith first arg must be str or a tuple of str, not "
                            + Types.of(prefix).displayName());
        }
        return from <= to && StrSearch.startsWith(s, plain(prefix), from, to);
    }

    @Expose(signature = "(prefix, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    static boolean endswith(PyThreadState ts, Object self, Object prefix, Object start, Object end) {
        Object s = plain(self);
        int length = Str.length(s);
        int from = SliceIndices.bound(ts, start, 0, length);
        int to = Math.min(SliceIndices.bound(ts, end, length, length), length);
        if (prefix instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                if (!isStr(t.get(i))) {
                    throw Errors.typeError(
                            ts,
                            "tuple for endswith must only contain str, not "
                                    + Types.of(t.get(i)).displayName());
                }
                if (from <= to && StrSearch.endsWith(s, plain(t.get(i)), from, to)) {
                    return true;
                }
            }
            return false;
        }
        if (!isStr(prefix)) {
            throw Errors.typeError(
                    ts,
                    "endswith first arg must be str or a tuple of str, not "
                            + Types.of(prefix).displayName());
        }
        return from <= to && StrSearch.endsWith(s, plain(prefix), from, to);
    }

    @Expose(signature = "(old, new, count=-1, /)")
    static Object replace(PyThreadState ts, Object self, Object old, Object with, long count) {
        if (!isStr(old) || !isStr(with)) {
            throw Errors.typeError(
                    ts,
                    "replace() argument " + (isStr(old) ? 2 : 1) + " must be str, not "
                            + Types.of(isStr(old) ? with : old).displayName());
        }
        int limit = count < 0 ? -1 : (int) Math.min(count, Integer.MAX_VALUE);
        if (plain(old).equals(plain(with))) {
            return plain(self);
        }
        return StrSearch.replace(plain(self), plain(old), plain(with), limit);
    }

    @Expose
    static Object removeprefix(PyThreadState ts, Object self, Object prefix) {
        Object s = plain(self);
        Object p = required(ts, prefix, "removeprefix() argument must be str, not ");
        int n = Str.length(s);
        return StrSearch.startsWith(s, p, 0, n) ? Str.substring(s, Str.length(p), n) : s;
    }

    @Expose
    static Object removesuffix(PyThreadState ts, Object self, Object suffix) {
        Object s = plain(self);
        Object p = required(ts, suffix, "removesuffix() argument must be str, not ");
        int n = Str.length(s);
        return Str.length(p) > 0 && StrSearch.endsWith(s, p, 0, n) ? Str.substring(s, 0, n - Str.length(p)) : s;
    }

    @Expose(signature = "(sep=None, maxsplit=-1)")
    static Object split(PyThreadState ts, Object self, Object sep, long maxsplit) {
        return list(StrSplit.split(plain(self), separator(ts, sep), limit(maxsplit)));
    }

    @Expose(signature = "(sep=None, maxsplit=-1)")
    static Object rsplit(PyThreadState ts, Object self, Object sep, long maxsplit) {
        return list(StrSplit.rsplit(plain(self), separator(ts, sep), limit(maxsplit)));
    }

    private static @Nullable Object separator(PyThreadState ts, Object sep) {
        if (sep == Singleton.NONE) {
            return null;
        }
        Object s = required(ts, sep, "must be str or None, not ");
        if (Str.isEmpty(s)) {
            throw Errors.valueError(ts, "empty separator");
        }
        return s;
    }

    private static int limit(long maxsplit) {
        return maxsplit < 0 ? -1 : (int) Math.min(maxsplit, Integer.MAX_VALUE);
    }

    private static PyList list(List<Object> items) {
        return new PyList(items.toArray());
    }

    @Expose(signature = "(keepends=False)")
    static Object splitlines(PyThreadState ts, Object self, boolean keepends) {
        return list(StrSplit.splitlines(plain(self), keepends));
    }

    @Expose
    static Object partition(PyThreadState ts, Object self, Object sep) {
        Object s = required(ts, sep, "must be str, not ");
        if (Str.isEmpty(s)) {
            throw Errors.valueError(ts, "empty separator");
        }
        return new PyTuple(StrSplit.partition(plain(self), s));
    }

    @Expose
    static Object rpartition(PyThreadState ts, Object self, Object sep) {
        Object s = required(ts, sep, "must be str, not ");
        if (Str.isEmpty(s)) {
            throw Errors.valueError(ts, "empty separator");
        }
        return new PyTuple(StrSplit.rpartition(plain(self), s));
    }

    @Expose
    static Object join(PyThreadState ts, Object self, Object iterable) {
        if (!(iterable instanceof PyList)
                && !(iterable instanceof PyTuple)
                && Types.of(iterable).slot(Slot.ITER) == null
                && Types.of(iterable).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(ts, "can only join an iterable");
        }
        Object[] items = Iter.toArray(ts, iterable);
        Object separator = plain(self);
        if (separator instanceof String s) {
            String joined = StrSplit.joinStrings(s, items);
            if (joined != null) {
                return joined;
            }
        }
        if (items.length == 1 && (items[0] instanceof String || items[0] instanceof CodePoints)) {
            return items[0];
        }
        for (int i = 0; i < items.length; i++) {
            if (!isStr(items[i])) {
                throw Errors.typeError(
                        ts,
                        "sequence item " + i + ": expected str instance, "
                                + Types.of(items[i]).displayName() + " found");
            }
            items[i] = plain(items[i]);
        }
        return StrSplit.join(separator, Arrays.asList(items));
    }

    @Expose(signature = "(width, fillchar=' ', /)")
    static Object center(PyThreadState ts, Object self, long width, Object fillchar) {
        return StrPad.center(plain(self), width(ts, width), fill(ts, fillchar));
    }

    @Expose(signature = "(width, fillchar=' ', /)")
    static Object ljust(PyThreadState ts, Object self, long width, Object fillchar) {
        return StrPad.ljust(plain(self), width(ts, width), fill(ts, fillchar));
    }

    @Expose(signature = "(width, fillchar=' ', /)")
    static Object rjust(PyThreadState ts, Object self, long width, Object fillchar) {
        return StrPad.rjust(plain(self), width(ts, width), fill(ts, fillchar));
    }

    private static int width(PyThreadState ts, long width) {
        if (width > Str.MAX_LENGTH) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(width);
        return (int) Math.max(width, 0);
    }

    private static int fill(PyThreadState ts, Object fillchar) {
        if (!isStr(fillchar)) {
            throw Errors.typeError(
                    ts,
                    "The fill character must be a unicode character, not "
                            + Types.of(fillchar).displayName());
        }
        Object s = plain(fillchar);
        if (Str.length(s) != 1) {
            throw Errors.typeError(ts, "The fill character must be exactly one character long");
        }
        return Str.at(s, 0);
    }

    @Expose
    static Object zfill(PyThreadState ts, Object self, long width) {
        return StrPad.zfill(plain(self), width(ts, width));
    }

    @Expose(signature = "(tabsize=8)")
    static Object expandtabs(PyThreadState ts, Object self, int tabsize) {
        return StrPad.expandtabs(plain(self), tabsize);
    }

    @Expose(signature = "(encoding='utf-8', errors='strict')")
    static Object encode(PyThreadState ts, Object self, String encoding, String errors) {
        return StrConversion.encode(ts, plain(self), Str.of(encoding), Str.of(errors));
    }

    @Expose
    static Object translate(PyThreadState ts, Object self, Object table) {
        return StrConversion.translate(ts, plain(self), table);
    }

    @Expose(kind = Expose.Kind.STATIC, signature = "(x, y=<absent>, z=<absent>, /)")
    static Object maketrans(PyThreadState ts, Object x, @Nullable Object y, @Nullable Object z) {
        return StrConversion.makeTable(ts, x, y, z);
    }
}
