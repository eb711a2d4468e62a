package dev.clutch.extensions.builtin.operator;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code _operator}: the operators as functions. */
@ExtensionModule(
        name = "_operator",
        doc = "Operator interface.",
        types = {AttrGetter.class, ItemGetter.class, MethodCaller.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class OperatorModule {
    @Expose(name = "add", signature = "(a, b, /)", doc = "Same as a + b.")
    static Object add(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.ADD, a, b);
    }

    @Expose(name = "iadd", signature = "(a, b, /)", doc = "Same as a += b.")
    static Object iadd(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.ADD, a, b);
    }

    @Expose(name = "sub", signature = "(a, b, /)", doc = "Same as a - b.")
    static Object sub(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.SUB, a, b);
    }

    @Expose(name = "isub", signature = "(a, b, /)", doc = "Same as a -= b.")
    static Object isub(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.SUB, a, b);
    }

    @Expose(name = "mul", signature = "(a, b, /)", doc = "Same as a * b.")
    static Object mul(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.MUL, a, b);
    }

    @Expose(name = "imul", signature = "(a, b, /)", doc = "Same as a *= b.")
    static Object imul(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.MUL, a, b);
    }

    @Expose(name = "matmul", signature = "(a, b, /)", doc = "Same as a @ b.")
    static Object matmul(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.MATMUL, a, b);
    }

    @Expose(name = "imatmul", signature = "(a, b, /)", doc = "Same as a @= b.")
    static Object imatmul(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.MATMUL, a, b);
    }

    @Expose(name = "floordiv", signature = "(a, b, /)", doc = "Same as a // b.")
    static Object floordiv(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.FLOORDIV, a, b);
    }

    @Expose(name = "ifloordiv", signature = "(a, b, /)", doc = "Same as a //= b.")
    static Object ifloordiv(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.FLOORDIV, a, b);
    }

    @Expose(name = "truediv", signature = "(a, b, /)", doc = "Same as a / b.")
    static Object truediv(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.TRUEDIV, a, b);
    }

    @Expose(name = "itruediv", signature = "(a, b, /)", doc = "Same as a /= b.")
    static Object itruediv(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.TRUEDIV, a, b);
    }

    @Expose(name = "mod", signature = "(a, b, /)", doc = "Same as a % b.")
    static Object mod(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.MOD, a, b);
    }

    @Expose(name = "imod", signature = "(a, b, /)", doc = "Same as a %= b.")
    static Object imod(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.MOD, a, b);
    }

    @Expose(name = "lshift", signature = "(a, b, /)", doc = "Same as a << b.")
    static Object lshift(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.LSHIFT, a, b);
    }

    @Expose(name = "ilshift", signature = "(a, b, /)", doc = "Same as a <<= b.")
    static Object ilshift(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.LSHIFT, a, b);
    }

    @Expose(name = "rshift", signature = "(a, b, /)", doc = "Same as a >> b.")
    static Object rshift(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.RSHIFT, a, b);
    }

    @Expose(name = "irshift", signature = "(a, b, /)", doc = "Same as a >>= b.")
    static Object irshift(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.RSHIFT, a, b);
    }

    @Expose(name = "and_", signature = "(a, b, /)", doc = "Same as a & b.")
    static Object and_(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.AND, a, b);
    }

    @Expose(name = "iand", signature = "(a, b, /)", doc = "Same as a &= b.")
    static Object iand(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.AND, a, b);
    }

    @Expose(name = "xor", signature = "(a, b, /)", doc = "Same as a ^ b.")
    static Object xor(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.XOR, a, b);
    }

    @Expose(name = "ixor", signature = "(a, b, /)", doc = "Same as a ^= b.")
    static Object ixor(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.XOR, a, b);
    }

    @Expose(name = "or_", signature = "(a, b, /)", doc = "Same as a | b.")
    static Object or_(ThreadState ts, Object a, Object b) {
        return ts.binary(Slot.OR, a, b);
    }

    @Expose(name = "ior", signature = "(a, b, /)", doc = "Same as a |= b.")
    static Object ior(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.OR, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a < b.")
    static Object lt(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.LT, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a <= b.")
    static Object le(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.LE, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a == b.")
    static Object eq(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.EQ, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a != b.")
    static Object ne(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.NE, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a > b.")
    static Object gt(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.GT, a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a >= b.")
    static Object ge(ThreadState ts, Object a, Object b) {
        return ts.compare(Slot.GE, a, b);
    }

    @Expose(signature = "(a, /)", doc = "Same as -a.")
    static Object neg(ThreadState ts, Object a) {
        return ts.unary(Slot.NEG, a);
    }

    @Expose(signature = "(a, /)", doc = "Same as +a.")
    static Object pos(ThreadState ts, Object a) {
        return ts.unary(Slot.POS, a);
    }

    @Expose(signature = "(a, /)", doc = "Same as ~a.")
    static Object invert(ThreadState ts, Object a) {
        return ts.unary(Slot.INVERT, a);
    }

    @Expose(signature = "(a, /)", doc = "Same as ~a.")
    static Object inv(ThreadState ts, Object a) {
        return ts.unary(Slot.INVERT, a);
    }

    @Expose(signature = "(a, /)", doc = "Same as abs(a).")
    static Object abs(ThreadState ts, Object a) {
        return ts.unary(Slot.ABS, a);
    }

    @Expose(name = "pow", signature = "(a, b, /)", doc = "Same as a ** b.")
    static Object pow(ThreadState ts, Object a, Object b) {
        return ts.power(a, b, Singleton.NONE);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a **= b.")
    static Object ipow(ThreadState ts, Object a, Object b) {
        return ts.inPlace(Slot.POW, a, b);
    }

    @Expose(name = "not_", signature = "(a, /)", doc = "Same as not a.")
    static boolean not(ThreadState ts, Object a) {
        return !ts.isTrue(a);
    }

    @Expose(signature = "(a, /)", doc = "Return whether a is true.")
    static boolean truth(ThreadState ts, Object a) {
        return ts.isTrue(a);
    }

    @Expose(name = "is_", signature = "(a, b, /)", doc = "Same as a is b.")
    static boolean is(ThreadState ts, Object a, Object b) {
        return ts.is(a, b);
    }

    @Expose(name = "is_not", signature = "(a, b, /)", doc = "Same as a is not b.")
    static boolean isNot(ThreadState ts, Object a, Object b) {
        return !ts.is(a, b);
    }

    @Expose(signature = "(a, /)", doc = "Same as a.__index__().")
    static Object index(ThreadState ts, Object a) {
        return ts.index(a);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as b in a.")
    static boolean contains(ThreadState ts, Object a, Object b) {
        return ts.contains(a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a[b].")
    static Object getitem(ThreadState ts, Object a, Object b) {
        return ts.getItem(a, b);
    }

    @Expose(signature = "(a, b, c, /)", doc = "Same as a[b] = c.")
    static void setitem(ThreadState ts, Object a, Object b, Object c) {
        ts.setItem(a, b, c);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as del a[b].")
    static void delitem(ThreadState ts, Object a, Object b) {
        ts.delItem(a, b);
    }

    private static void checkSequence(ThreadState ts, Object a) {
        if (ts.isDict(a) || ts.findSpecial(a, "__getitem__") == null) {
            throw ts.typeError("'" + ts.typeOf(a).displayName() + "' object can't be concatenated");
        }
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a + b for sequences.")
    static Object concat(ThreadState ts, Object a, Object b) {
        checkSequence(ts, a);
        return ts.add(a, b);
    }

    @Expose(signature = "(a, b, /)", doc = "Same as a += b for sequences.")
    static Object iconcat(ThreadState ts, Object a, Object b) {
        checkSequence(ts, a);
        return ts.inPlace(Slot.ADD, a, b);
    }

    /** {@code iter(a)} with the message of {@code _PySequence_IterSearch}. */
    private static Object items(ThreadState ts, Object a) {
        try {
            return ts.iter(a);
        } catch (PythonException e) {
            throw ts.matches(e, "TypeError")
                    ? ts.typeError("argument of type '" + ts.typeOf(a).displayName() + "' is not iterable")
                    : e;
        }
    }

    @Expose(signature = "(a, b, /)", doc = "How often b is in a.")
    static long countOf(ThreadState ts, Object a, Object b) {
        long n = 0;
        Object it = items(ts, a);
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            if (ts.equal(v, b)) {
                n++;
            }
            ts.checkSignals();
        }
        return n;
    }

    @Expose(signature = "(a, b, /)", doc = "The first index of b in a.")
    static long indexOf(ThreadState ts, Object a, Object b) {
        long n = 0;
        Object it = items(ts, a);
        for (Object v = ts.next(it); v != null; v = ts.next(it)) {
            if (ts.equal(v, b)) {
                return n;
            }
            n++;
            ts.checkSignals();
        }
        throw ts.valueError("sequence.index(x): x not in sequence");
    }

    @Expose(name = "length_hint", signature = "(obj, default=0, /)", doc = "An estimate of the length of an object.")
    static long lengthHint(ThreadState ts, Object obj, Object fallback) {
        if (!ts.isInt(fallback)) {
            throw ts.typeError("'" + ts.typeOf(fallback).name() + "' object cannot be interpreted as an integer");
        }
        return ts.lengthHint(obj, ts.asInt(fallback));
    }

    @Expose(signature = "(*args, **kwargs)", doc = "Call the first argument with the others.")
    static Object call(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (args.length == 0) {
            throw ts.typeError("call expected at least 1 argument, got 0");
        }
        return ts.callKeywords(args[0], Arrays.copyOfRange(args, 1, args.length), kwargs);
    }

    /** Compares in a time that depends on the lengths alone. */
    @Expose(name = "_compare_digest", signature = "(a, b, /)", doc = "Compare in constant time.")
    static boolean compareDigest(ThreadState ts, Object a, Object b) {
        if (ts.isStr(a) && ts.isStr(b)) {
            return MessageDigest.isEqual(ascii(ts, a), ascii(ts, b));
        }
        if (!ts.isBuffer(a) && !ts.isBuffer(b)) {
            throw ts.typeError("unsupported operand types(s) or combination of types: '"
                    + ts.typeOf(a).displayName() + "' and '" + ts.typeOf(b).displayName() + "'");
        }
        return MessageDigest.isEqual(ts.bytesOf(a), ts.bytesOf(b));
    }

    private static byte[] ascii(ThreadState ts, Object str) {
        Object value = ts.strValue(str);
        byte[] bytes = null;
        if (value instanceof String s) {
            bytes = new byte[s.length()];
            for (int i = 0; i < bytes.length; i++) {
                if (s.charAt(i) > 127) {
                    bytes = null;
                    break;
                }
                bytes[i] = (byte) s.charAt(i);
            }
        }
        if (bytes == null) {
            throw ts.typeError("comparing strings with non-ASCII characters is not supported");
        }
        return bytes;
    }
}
