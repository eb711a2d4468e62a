package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;

/** Every operation of the number protocol: the result tells which slot was called. */
@ExtensionType(name = "_testspi.Numeric", doc = "A number.")
final class Numeric extends PyObject {
    private final long value;
    private String last = "";

    private Numeric(PyType type, long value) {
        super(type);
        this.value = value;
    }

    @Expose(signature = "(value=0)")
    static Object __new__(ThreadState ts, PyType cls, long value) {
        return new Numeric(cls, value);
    }

    @Expose(
            slot = {
                Slot.ADD,
                Slot.RADD,
                Slot.SUB,
                Slot.RSUB,
                Slot.MUL,
                Slot.RMUL,
                Slot.MATMUL,
                Slot.RMATMUL,
                Slot.TRUEDIV,
                Slot.RTRUEDIV,
                Slot.FLOORDIV,
                Slot.RFLOORDIV,
                Slot.MOD,
                Slot.RMOD,
                Slot.DIVMOD,
                Slot.RDIVMOD,
                Slot.LSHIFT,
                Slot.RLSHIFT,
                Slot.RSHIFT,
                Slot.RRSHIFT,
                Slot.AND,
                Slot.RAND,
                Slot.XOR,
                Slot.RXOR,
                Slot.OR,
                Slot.ROR
            })
    Object binary(ThreadState ts, Slot op, Object other) {
        return ts.isInt(other) ? Str.of(op + " " + value + " " + other) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(
            slot = {
                Slot.IADD,
                Slot.ISUB,
                Slot.IMUL,
                Slot.IMATMUL,
                Slot.ITRUEDIV,
                Slot.IFLOORDIV,
                Slot.IMOD,
                Slot.IPOW,
                Slot.ILSHIFT,
                Slot.IRSHIFT,
                Slot.IAND,
                Slot.IXOR,
                Slot.IOR
            })
    Object inPlace(ThreadState ts, Slot op, Object other) {
        last = op + " " + other;
        return this;
    }

    @Expose
    Object __pow__(ThreadState ts, Object other, Object modulus) {
        return Str.of("POW " + other + " " + modulus);
    }

    @Expose
    Object __rpow__(ThreadState ts, Object other, Object modulus) {
        return Str.of("RPOW " + other + " " + modulus);
    }

    @Expose(slot = {Slot.NEG, Slot.POS, Slot.ABS, Slot.INVERT})
    Object unary(ThreadState ts, Slot op) {
        return Str.of(op + " " + value);
    }

    @Expose(slot = {Slot.INDEX, Slot.INT})
    long whole(ThreadState ts, Slot op) {
        return value;
    }

    @Expose
    double __float__(ThreadState ts) {
        return (double) value;
    }

    @Expose
    Object __complex__(ThreadState ts) {
        return ts.newComplex((double) value, 1);
    }

    @Expose
    boolean __bool__(ThreadState ts) {
        return value != 0;
    }

    @Expose(signature = "(ndigits=None, /)")
    Object __round__(ThreadState ts, Object ndigits) {
        return ndigits;
    }

    @Expose
    String last(ThreadState ts) {
        return last;
    }
}
