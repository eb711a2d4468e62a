package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * The operations of a type that the core calls without a lookup by name ({@code tp_*}, {@code nb_*}, {@code sq_*}, {@code mp_*}, {@code am_*}). The ordinal is the
 * member id under which a {@link NativeTable} answers; ids of other members start at {@link #COUNT}.
 *
 * <p>A constant has the name of the special method that it stands for, and is called with the arguments of that. A slot that answers for one operand only returns {@code NotImplemented} for others. Lengths are from 0
 * to 2**31 - 1, or OverflowError; a hash of -1 becomes -2.
 *
 * <p>The shape says which {@code call} method of the table is used and what it returns; self is never counted.
 */
@Stability(since = "0.1")
public enum Slot {
    // call0
    REPR("__repr__", 0),
    STR("__str__", 0),
    HASH("__hash__", 0),
    BOOL("__bool__", 0),
    LEN("__len__", 0),
    ITER("__iter__", 0),
    /** Returns Java null at the end instead of raising StopIteration. */
    NEXT("__next__", 0),
    INDEX("__index__", 0),
    INT("__int__", 0),
    FLOAT("__float__", 0),
    NEG("__neg__", 0),
    POS("__pos__", 0),
    ABS("__abs__", 0),
    INVERT("__invert__", 0),
    AWAIT("__await__", 0),
    AITER("__aiter__", 0),
    ANEXT("__anext__", 0),
    DEL("__del__", 0),
    // call1
    /** {@code tp_getattro}; raises AttributeError. */
    GETATTRIBUTE("__getattribute__", 1),
    DELATTR("__delattr__", 1),
    LT("__lt__", 1),
    LE("__le__", 1),
    EQ("__eq__", 1),
    NE("__ne__", 1),
    GT("__gt__", 1),
    GE("__ge__", 1),
    ADD("__add__", 1),
    RADD("__radd__", 1),
    SUB("__sub__", 1),
    RSUB("__rsub__", 1),
    MUL("__mul__", 1),
    RMUL("__rmul__", 1),
    MATMUL("__matmul__", 1),
    RMATMUL("__rmatmul__", 1),
    TRUEDIV("__truediv__", 1),
    RTRUEDIV("__rtruediv__", 1),
    FLOORDIV("__floordiv__", 1),
    RFLOORDIV("__rfloordiv__", 1),
    MOD("__mod__", 1),
    RMOD("__rmod__", 1),
    DIVMOD("__divmod__", 1),
    RDIVMOD("__rdivmod__", 1),
    LSHIFT("__lshift__", 1),
    RLSHIFT("__rlshift__", 1),
    RSHIFT("__rshift__", 1),
    RRSHIFT("__rrshift__", 1),
    AND("__and__", 1),
    RAND("__rand__", 1),
    XOR("__xor__", 1),
    RXOR("__rxor__", 1),
    OR("__or__", 1),
    ROR("__ror__", 1),
    IADD("__iadd__", 1),
    ISUB("__isub__", 1),
    IMUL("__imul__", 1),
    IMATMUL("__imatmul__", 1),
    ITRUEDIV("__itruediv__", 1),
    IFLOORDIV("__ifloordiv__", 1),
    IMOD("__imod__", 1),
    IPOW("__ipow__", 1),
    ILSHIFT("__ilshift__", 1),
    IRSHIFT("__irshift__", 1),
    IAND("__iand__", 1),
    IXOR("__ixor__", 1),
    IOR("__ior__", 1),
    /** {@code sq_concat}: raises TypeError for a wrong operand; tried by {@code +} after both number slots. */
    CONCAT(null, 1),
    /** {@code sq_repeat}: the argument is any object with {@code __index__}. */
    REPEAT(null, 1),
    /** {@code sq_inplace_concat}. */
    ICONCAT(null, 1),
    /** {@code sq_inplace_repeat}. */
    IREPEAT(null, 1),
    GETITEM("__getitem__", 1),
    DELITEM("__delitem__", 1),
    CONTAINS("__contains__", 1),
    /** {@code bf_getbuffer}: the argument is an int of flags; returns a memoryview. */
    BUFFER("__buffer__", 1),
    RELEASE_BUFFER("__release_buffer__", 1),
    DELETE("__delete__", 1),
    // call2
    SETATTR("__setattr__", 2),
    SETITEM("__setitem__", 2),
    /** {@code tp_descr_get(instance or null, owner or null)}. */
    GET("__get__", 2),
    SET("__set__", 2),
    /** {@code nb_power(other, modulus)}; the modulus is None for the binary form. */
    POW("__pow__", 2),
    RPOW("__rpow__", 2),
    // callN
    CALL("__call__", -1),
    INIT("__init__", -1),
    /** {@code tp_new}; self is the class to make an instance of. */
    NEW("__new__", -1),
    /** No slot. */
    NONE(null, -2);

    /** Member ids from here on are not slots. */
    public static final int COUNT = SlotIds.COUNT;

    private static final Slot[] BY_ID = values();

    private final @Nullable String specialName;
    private final int arity;

    Slot(@Nullable String specialName, int arity) {
        this.specialName = specialName;
        this.arity = arity;
    }

    /** Returns the member id, which is the ordinal. */
    @SuppressWarnings("EnumOrdinal") // generated switches use SlotIds, and a test keeps the two in agreement
    public int id() {
        return ordinal();
    }

    /** Returns the slot with the given id. */
    public static Slot of(int id) {
        return BY_ID[id];
    }

    /** Returns the name of the method that Python code defines, null for the sequence slots, which share a number slot's name. */
    public @Nullable String specialName() {
        return specialName;
    }

    /** Returns the number of arguments besides self, or -1 for any. */
    public int arity() {
        return arity;
    }
}
