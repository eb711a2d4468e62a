package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Hashing;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What code objects tell of their lines, and when two are equal. Answers to {@code code_richcompare}, {@code _PyCode_ConstantKey} and {@code Objects/locations.md}. */
final class CodeTables {
    private static final int LONG_FORM = 14;
    private static final int NO_LOCATION = 15;

    private CodeTables() {}

    /** Returns the number of instructions of {@code co_code}. */
    static int units(PyCode c) {
        PyBytes given = c.tables == null ? null : c.tables.code();
        return given == null ? c.positions().count() + CodeMaking.FINGERPRINT_BYTES / 2 : given.size() / 2;
    }

    private static Object number(int value) {
        return value < 0 ? Singleton.NONE : (Object) (long) value;
    }

    /** Lists the ranges of instructions that share a line. */
    static PyList lines(PyCode c) {
        PyList list = new PyList(8);
        int count = Math.min(c.positions().count(), units(c));
        int start = 0;
        while (start < count) {
            int line = c.positions().line(start);
            int end = start + 1;
            while (end < count && c.positions().line(end) == line) {
                end++;
            }
            list.append(new PyTuple(2L * start, 2L * end, number(line)));
            start = end;
        }
        if (units(c) > count) {
            list.append(new PyTuple(2L * count, 2L * units(c), Singleton.NONE));
        }
        return list;
    }

    /** Lists the position of each instruction. */
    static PyList positions(PyCode c) {
        int units = units(c);
        PyList list = new PyList(units);
        for (int i = 0; i < units; i++) {
            if (i < c.positions().count()) {
                Positions p = c.positions();
                list.append(new PyTuple(
                        number(p.line(i)), number(p.endLine(i)), number(p.column(i)), number(p.endColumn(i))));
            } else {
                list.append(new PyTuple(Singleton.NONE, Singleton.NONE, Singleton.NONE, Singleton.NONE));
            }
        }
        return list;
    }

    /** Returns {@code co_linetable}: an entry in long form for each position. */
    static PyBytes lineTable(PyCode c) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int line = c.firstlineno;
        for (int i = 0; i < c.positions().count(); i++) {
            out.write(0x80 | LONG_FORM << 3);
            signed(out, c.positions().line(i) - line);
            line = c.positions().line(i);
            unsigned(out, Math.max(0, c.positions().endLine(i) - line));
            unsigned(out, c.positions().column(i) + 1);
            unsigned(out, c.positions().endColumn(i) + 1);
        }
        out.write(0x80 | NO_LOCATION << 3 | CodeMaking.FINGERPRINT_BYTES / 2 - 1);
        return new PyBytes(out.toByteArray());
    }

    private static void unsigned(ByteArrayOutputStream out, int value) {
        int v = value;
        while (v >= 64) {
            out.write(0x40 | v & 63);
            v >>>= 6;
        }
        out.write(v);
    }

    private static void signed(ByteArrayOutputStream out, int value) {
        unsigned(out, value < 0 ? -value << 1 | 1 : value << 1);
    }

    /** Returns {@code co_lnotab}: pairs of increments of instruction and line. */
    static PyBytes lineNumberTable(PyCode c) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int line = c.firstlineno;
        int start = 0;
        for (int i = 0; i < c.positions().count(); i++) {
            int delta = c.positions().line(i) - line;
            if (delta == 0) {
                continue;
            }
            int bytes = 2 * (i - start);
            for (; bytes > 254; bytes -= 254) {
                out.write(254);
                out.write(0);
            }
            for (; delta < -128 || delta > 127; bytes = 0) {
                int step = delta < 0 ? -128 : 127;
                out.write(bytes);
                out.write(step);
                delta -= step;
            }
            out.write(bytes);
            out.write(delta);
            start = i;
            line = c.positions().line(i);
        }
        return new PyBytes(out.toByteArray());
    }

    // --- equality ------------------------------------------------------------------------------------------------

    static boolean equal(PyCode a, PyCode b) {
        return a == b
                || a.name.equals(b.name)
                        && a.qualname.equals(b.qualname)
                        && a.argcount == b.argcount
                        && a.posonlyargcount == b.posonlyargcount
                        && a.kwonlyargcount == b.kwonlyargcount
                        && a.flags == b.flags
                        && a.firstlineno == b.firstlineno
                        && a.fingerprint == b.fingerprint
                        && sameTables(a, b)
                        && Arrays.equals(a.names(), b.names())
                        && Arrays.equals(a.varnames, b.varnames)
                        && Arrays.equals(a.cellvars, b.cellvars)
                        && Arrays.equals(a.freevars, b.freevars)
                        && same(a.constants(), b.constants());
    }

    private static boolean sameTables(PyCode a, PyCode b) {
        return a.positions().equals(b.positions()) && Arrays.equals(table(a).value(), table(b).value());
    }

    private static PyBytes table(PyCode c) {
        return c.tables == null ? lineTable(c) : c.tables.linetable();
    }

    /** Whether two constants are the same one: type and sign of zero count. */
    private static boolean same(Object a, Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof PyTuple x && b instanceof PyTuple y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof PyBytes x && b instanceof PyBytes y) {
            return Arrays.equals(x.value(), y.value());
        }
        if (a instanceof PyComplex x && b instanceof PyComplex y) {
            return Double.doubleToRawLongBits(x.re) == Double.doubleToRawLongBits(y.re)
                    && Double.doubleToRawLongBits(x.im) == Double.doubleToRawLongBits(y.im);
        }
        if (a instanceof PyCode x && b instanceof PyCode y) {
            return equal(x, y);
        }
        return a.getClass() == b.getClass() && a.equals(b);
    }

    static long hash(PyThreadState ts, PyCode c) {
        long h = Hashing.hash(ts, c.name);
        h = h * 31 + c.fingerprint;
        h = h * 31 + c.argcount * 7L + c.posonlyargcount * 5L + c.kwonlyargcount * 3L + c.flags;
        h = h * 31 + c.firstlineno;
        h = h * 31 + Arrays.hashCode(c.names());
        h = h * 31 + Arrays.hashCode(c.varnames);
        return h == -1 ? -2 : h;
    }
}
