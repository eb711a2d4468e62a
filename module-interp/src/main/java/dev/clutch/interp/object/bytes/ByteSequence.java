package dev.clutch.interp.object.bytes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Codecs;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Ordering;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PySlice;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.SliceIndices;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.text.StrPad;
import dev.clutch.interp.text.StrSearch;
import dev.clutch.interp.text.StrSplit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bytes and bytearray share. Answers to {@code bytes_methods.c} and {@code stringlib}. Searching and splitting run on the Latin-1 text of the bytes, whose code
 * points are the byte values.
 */
public abstract class ByteSequence extends PyObject {
    ByteSequence(TypeObject type) {
        super(type);
    }

    /** Returns the bytes, exactly as many as there are; for reading only. */
    public abstract byte[] array();

    /** Makes an object of the plain type that owns the bytes. */
    abstract ByteSequence make(byte[] bytes);

    /** Returns the number of bytes. */
    abstract int count();

    /** Returns a byte as a value from 0 to 255. */
    abstract int byteAt(int index);

    /** Returns the Latin-1 text of the bytes. */
    abstract String text();

    private ByteSequence ofText(Object text) {
        return make(((String) text).getBytes(StandardCharsets.ISO_8859_1));
    }

    private Object part(PyThreadState ts, Object o) {
        return ByteArguments.text(ts, o);
    }

    // --- sequence ----------------------------------------------------------------------------------------------

    @Expose
    int __len__(PyThreadState ts) {
        return count();
    }

    @Expose
    Object __getitem__(PyThreadState ts, Object key) {
        if (key instanceof PySlice slice) {
            SliceIndices i = SliceIndices.of(ts, slice, count());
            byte[] a = array();
            if (i.step() == 1) {
                return make(Arrays.copyOfRange(a, i.start(), i.start() + i.count()));
            }
            byte[] result = new byte[i.count()];
            for (int n = 0; n < result.length; n++) {
                result[n] = a[i.at(n)];
            }
            return make(result);
        }
        return (long) byteAt(ByteArguments.index(ts, this, key));
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        Object v = PyInt.plainOrNull(key);
        if (v != null || Types.of(key).slot(Slot.INDEX) != null) {
            int wanted = ByteArguments.byteValue(ts, key);
            for (byte b : array()) {
                if ((b & 0xff) == wanted) {
                    return true;
                }
            }
            return false;
        }
        return StrSearch.contains(text(), part(ts, key));
    }

    @Expose(slot = Slot.CONCAT)
    Object __add__(PyThreadState ts, Object other) {
        if (Types.of(other).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "can't concat " + Types.of(other).displayName() + " to "
                            + Types.of(this).displayName());
        }
        byte[] a = array();
        byte[] b = ByteArguments.bytes(ts, other);
        byte[] result = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, result, a.length, b.length);
        return make(result);
    }

    @Expose(slot = Slot.REPEAT)
    Object __mul__(PyThreadState ts, Object count) {
        byte[] a = array();
        long n = Math.max(0, Numbers.count(ts, count));
        if (n == 1 && type() == PyBytes.TYPE) {
            return this;
        }
        if (n * (double) a.length > Integer.MAX_VALUE - 8) {
            throw Errors.error(ts, "MemoryError", "");
        }
        ts.reserve(n * a.length);
        byte[] result = new byte[(int) (a.length == 0 ? 0 : n * a.length)];
        for (int i = 0; i < result.length; i += a.length) {
            System.arraycopy(a, 0, result, i, a.length);
        }
        return make(result);
    }

    @Expose
    Object __rmul__(PyThreadState ts, Object count) {
        return Types.of(count).slot(Slot.INDEX) == null ? Singleton.NOT_IMPLEMENTED : __mul__(ts, count);
    }

    @Expose
    Object __mod__(PyThreadState ts, Object args) {
        return make(BytesFormatting.format(ts, text(), args));
    }

    @Expose
    Object __rmod__(PyThreadState ts, Object other) {
        return other.getClass() == getClass() ? ((ByteSequence) other).__mod__(ts, this) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof ByteSequence)
                && (this instanceof PyBytes || Types.of(other).slot(Slot.BUFFER) == null)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Ordering.holds(op, Arrays.compareUnsigned(array(), ByteArguments.bytes(ts, other)));
    }

    // --- searching ---------------------------------------------------------------------------------------------

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    long find(PyThreadState ts, Object sub, Object start, Object end) {
        Object part = ByteArguments.textOrByte(ts, sub);
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        return from > to ? -1 : StrSearch.find(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    long rfind(PyThreadState ts, Object sub, Object start, Object end) {
        Object part = ByteArguments.textOrByte(ts, sub);
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        return from > to ? -1 : StrSearch.rfind(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    long count(PyThreadState ts, Object sub, Object start, Object end) {
        Object part = ByteArguments.textOrByte(ts, sub);
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        return from > to ? 0 : StrSearch.count(s, part, from, to);
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    long index(PyThreadState ts, Object sub, Object start, Object end) {
        Object part = ByteArguments.textOrByte(ts, sub);
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        int i = from > to ? -1 : StrSearch.find(s, part, from, to);
        if (i < 0) {
            throw Errors.valueError(ts, "subsection not found");
        }
        return i;
    }

    @Expose(signature = "(sub, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    long rindex(PyThreadState ts, Object sub, Object start, Object end) {
        Object part = ByteArguments.textOrByte(ts, sub);
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        int i = from > to ? -1 : StrSearch.rfind(s, part, from, to);
        if (i < 0) {
            throw Errors.valueError(ts, "subsection not found");
        }
        return i;
    }

    @Expose(signature = "(prefix, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    boolean startswith(PyThreadState ts, Object prefix, Object start, Object end) {
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        if (prefix instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                if (StrSearch.startsWith(s, part(ts, t.get(i)), from, to) && from <= to) {
                    return true;
                }
            }
            return false;
        }
        if (Types.of(prefix).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "startswith first arg must be bytes or a tuple of bytes, not "
                            + Types.of(prefix).displayName());
        }
        return from <= to && StrSearch.startsWith(s, part(ts, prefix), from, to);
    }

    @Expose(signature = "(prefix, start=None, end=None, /)", counts = Expose.Counts.PARSE_TUPLE)
    boolean endswith(PyThreadState ts, Object prefix, Object start, Object end) {
        String s = text();
        int from = SliceIndices.bound(ts, start, 0, s.length());
        int to = Math.min(SliceIndices.bound(ts, end, s.length(), s.length()), s.length());
        if (prefix instanceof PyTuple t) {
            for (int i = 0; i < t.size(); i++) {
                if (StrSearch.endsWith(s, part(ts, t.get(i)), from, to) && from <= to) {
                    return true;
                }
            }
            return false;
        }
        if (Types.of(prefix).slot(Slot.BUFFER) == null) {
            throw Errors.typeError(
                    ts,
                    "endswith first arg must be bytes or a tuple of bytes, not "
                            + Types.of(prefix).displayName());
        }
        return from <= to && StrSearch.endsWith(s, part(ts, prefix), from, to);
    }

    @Expose(signature = "(old, new, count=-1, /)")
    Object replace(PyThreadState ts, Object old, Object with, long count) {
        int limit = count < 0 ? -1 : (int) Math.min(count, Integer.MAX_VALUE);
        return ofText(StrSearch.replace(text(), part(ts, old), part(ts, with), limit));
    }

    @Expose
    Object removeprefix(PyThreadState ts, Object prefix) {
        String s = text();
        String p = (String) part(ts, prefix);
        return ofText(s.startsWith(p) ? s.substring(p.length()) : s);
    }

    @Expose
    Object removesuffix(PyThreadState ts, Object suffix) {
        String s = text();
        String p = (String) part(ts, suffix);
        return ofText(!p.isEmpty() && s.endsWith(p) ? s.substring(0, s.length() - p.length()) : s);
    }

    // --- splitting and joining ---------------------------------------------------------------------------------

    private PyList list(List<Object> parts) {
        PyList list = new PyList(parts.size());
        for (Object p : parts) {
            list.append(ofText(p));
        }
        return list;
    }

    private @Nullable Object separator(PyThreadState ts, Object sep) {
        if (sep == Singleton.NONE) {
            return null;
        }
        Object s = part(ts, sep);
        if (((String) s).isEmpty()) {
            throw Errors.valueError(ts, "empty separator");
        }
        return s;
    }

    @Expose(signature = "(sep=None, maxsplit=-1)")
    Object split(PyThreadState ts, Object sep, long maxsplit) {
        int limit = maxsplit < 0 ? -1 : (int) Math.min(maxsplit, Integer.MAX_VALUE);
        Object s = separator(ts, sep);
        return list(s == null ? ByteText.splitWhitespace(text(), limit) : StrSplit.split(text(), s, limit));
    }

    @Expose(signature = "(sep=None, maxsplit=-1)")
    Object rsplit(PyThreadState ts, Object sep, long maxsplit) {
        int limit = maxsplit < 0 ? -1 : (int) Math.min(maxsplit, Integer.MAX_VALUE);
        Object s = separator(ts, sep);
        return list(s == null ? ByteText.rsplitWhitespace(text(), limit) : StrSplit.rsplit(text(), s, limit));
    }

    @Expose(signature = "(keepends=False)")
    Object splitlines(PyThreadState ts, boolean keepends) {
        return list(ByteText.splitLines(text(), keepends));
    }

    @Expose
    Object partition(PyThreadState ts, Object sep) {
        return triple(StrSplit.partition(text(), nonEmpty(ts, sep)));
    }

    @Expose
    Object rpartition(PyThreadState ts, Object sep) {
        return triple(StrSplit.rpartition(text(), nonEmpty(ts, sep)));
    }

    private Object nonEmpty(PyThreadState ts, Object sep) {
        Object s = part(ts, sep);
        if (((String) s).isEmpty()) {
            throw Errors.valueError(ts, "empty separator");
        }
        return s;
    }

    private Object triple(Object[] parts) {
        return new PyTuple(ofText(parts[0]), ofText(parts[1]), ofText(parts[2]));
    }

    @Expose
    Object join(PyThreadState ts, Object iterable_of_bytes) {
        if (Types.of(iterable_of_bytes).slot(Slot.ITER) == null
                && Types.of(iterable_of_bytes).slot(Slot.GETITEM) == null) {
            throw Errors.typeError(ts, "can only join an iterable");
        }
        Object[] items = partsOf(ts, iterable_of_bytes);
        StringBuilder b = new StringBuilder();
        String s = text();
        for (int i = 0; i < items.length; i++) {
            if (Types.of(items[i]).slot(Slot.BUFFER) == null) {
                throw Errors.typeError(
                        ts,
                        "sequence item " + i + ": expected a bytes-like object, "
                                + Types.of(items[i]).displayName() + " found");
            }
            if (i > 0) {
                b.append(s);
            }
            b.append((String) part(ts, items[i]));
        }
        return ofText(b.toString());
    }

    /** What {@code join} puts together. */
    Object[] partsOf(PyThreadState ts, Object iterable) {
        return Iter.toArray(ts, iterable);
    }

    @Expose(signature = "(bytes=None, /)")
    Object strip(PyThreadState ts, Object bytes) {
        return ofText(ByteText.strip(text(), bytes == Singleton.NONE ? null : (String) part(ts, bytes), true, true));
    }

    @Expose(signature = "(bytes=None, /)")
    Object lstrip(PyThreadState ts, Object bytes) {
        return ofText(ByteText.strip(text(), bytes == Singleton.NONE ? null : (String) part(ts, bytes), true, false));
    }

    @Expose(signature = "(bytes=None, /)")
    Object rstrip(PyThreadState ts, Object bytes) {
        return ofText(ByteText.strip(text(), bytes == Singleton.NONE ? null : (String) part(ts, bytes), false, true));
    }

    // --- case, tests, padding ----------------------------------------------------------------------------------

    @Expose
    Object lower(PyThreadState ts) {
        return make(ByteText.lower(array()));
    }

    @Expose
    Object upper(PyThreadState ts) {
        return make(ByteText.upper(array()));
    }

    @Expose
    Object swapcase(PyThreadState ts) {
        return make(ByteText.swapcase(array()));
    }

    @Expose
    Object title(PyThreadState ts) {
        return make(ByteText.title(array()));
    }

    @Expose
    Object capitalize(PyThreadState ts) {
        return make(ByteText.capitalize(array()));
    }

    @Expose
    boolean isalpha(PyThreadState ts) {
        return ByteText.isalpha(array());
    }

    @Expose
    boolean isalnum(PyThreadState ts) {
        return ByteText.isalnum(array());
    }

    @Expose
    boolean isdigit(PyThreadState ts) {
        return ByteText.isdigit(array());
    }

    @Expose
    boolean isspace(PyThreadState ts) {
        return ByteText.isspace(array());
    }

    @Expose
    boolean isascii(PyThreadState ts) {
        return ByteText.isascii(array());
    }

    @Expose
    boolean islower(PyThreadState ts) {
        return ByteText.islower(array());
    }

    @Expose
    boolean isupper(PyThreadState ts) {
        return ByteText.isupper(array());
    }

    @Expose
    boolean istitle(PyThreadState ts) {
        return ByteText.istitle(array());
    }

    @Expose(signature = "(width, fillchar=<absent>, /)")
    Object center(PyThreadState ts, long width, @Nullable Object fillchar) {
        return ofText(
                StrPad.center(text(), ByteArguments.width(ts, width), ByteArguments.fill(ts, "center", fillchar)));
    }

    @Expose(signature = "(width, fillchar=<absent>, /)")
    Object ljust(PyThreadState ts, long width, @Nullable Object fillchar) {
        return ofText(StrPad.ljust(text(), ByteArguments.width(ts, width), ByteArguments.fill(ts, "ljust", fillchar)));
    }

    @Expose(signature = "(width, fillchar=<absent>, /)")
    Object rjust(PyThreadState ts, long width, @Nullable Object fillchar) {
        return ofText(StrPad.rjust(text(), ByteArguments.width(ts, width), ByteArguments.fill(ts, "rjust", fillchar)));
    }

    @Expose
    Object zfill(PyThreadState ts, long width) {
        return ofText(StrPad.zfill(text(), ByteArguments.width(ts, width)));
    }

    @Expose(signature = "(tabsize=8)")
    Object expandtabs(PyThreadState ts, int tabsize) {
        return ofText(StrPad.expandtabs(text(), tabsize));
    }

    @Expose(signature = "(table, /, delete=<absent>)")
    Object translate(PyThreadState ts, Object table, @Nullable Object delete) {
        return make(ByteArguments.translate(ts, array(), table, delete));
    }

    // --- conversion --------------------------------------------------------------------------------------------

    @Expose(signature = "(encoding='utf-8', errors='strict')")
    Object decode(PyThreadState ts, String encoding, String errors) {
        byte[] bytes = array();
        Object codec = Str.of(encoding);
        Object handler = Str.of(errors);
        if (bytes.length == 0) {
            Codecs.check(ts, codec, handler);
            return ""; // no codec is asked
        }
        return Codecs.decode(ts, bytes, codec, handler);
    }

    @Expose(
            signature = "(sep=<absent>, bytes_per_sep=1)",
            doc = "The bytes as hexadecimal text.\n\n>>> b'\\xb9\\x01\\xef'.hex(':')\n'b9:01:ef'\n")
    Object hex(PyThreadState ts, @Nullable Object sep, int bytes_per_sep) {
        return ByteArguments.hex(ts, array(), sep, bytes_per_sep);
    }
}
