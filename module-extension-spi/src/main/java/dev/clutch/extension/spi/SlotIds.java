package dev.clutch.extension.spi;

/** The ordinals of {@link Slot} as compile-time constants, for the switches of a {@link NativeTable}. A test keeps the two in agreement. */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public final class SlotIds {
    private SlotIds() {}

    /** {@link Slot#REPR}. */
    public static final int REPR = 0;
    /** {@link Slot#STR}. */
    public static final int STR = 1;
    /** {@link Slot#HASH}. */
    public static final int HASH = 2;
    /** {@link Slot#BOOL}. */
    public static final int BOOL = 3;
    /** {@link Slot#LEN}. */
    public static final int LEN = 4;
    /** {@link Slot#ITER}. */
    public static final int ITER = 5;
    /** {@link Slot#NEXT}. */
    public static final int NEXT = 6;
    /** {@link Slot#INDEX}. */
    public static final int INDEX = 7;
    /** {@link Slot#INT}. */
    public static final int INT = 8;
    /** {@link Slot#FLOAT}. */
    public static final int FLOAT = 9;
    /** {@link Slot#NEG}. */
    public static final int NEG = 10;
    /** {@link Slot#POS}. */
    public static final int POS = 11;
    /** {@link Slot#ABS}. */
    public static final int ABS = 12;
    /** {@link Slot#INVERT}. */
    public static final int INVERT = 13;
    /** {@link Slot#AWAIT}. */
    public static final int AWAIT = 14;
    /** {@link Slot#AITER}. */
    public static final int AITER = 15;
    /** {@link Slot#ANEXT}. */
    public static final int ANEXT = 16;
    /** {@link Slot#DEL}. */
    public static final int DEL = 17;
    /** {@link Slot#GETATTRIBUTE}. */
    public static final int GETATTRIBUTE = 18;
    /** {@link Slot#DELATTR}. */
    public static final int DELATTR = 19;
    /** {@link Slot#LT}. */
    public static final int LT = 20;
    /** {@link Slot#LE}. */
    public static final int LE = 21;
    /** {@link Slot#EQ}. */
    public static final int EQ = 22;
    /** {@link Slot#NE}. */
    public static final int NE = 23;
    /** {@link Slot#GT}. */
    public static final int GT = 24;
    /** {@link Slot#GE}. */
    public static final int GE = 25;
    /** {@link Slot#ADD}. */
    public static final int ADD = 26;
    /** {@link Slot#RADD}. */
    public static final int RADD = 27;
    /** {@link Slot#SUB}. */
    public static final int SUB = 28;
    /** {@link Slot#RSUB}. */
    public static final int RSUB = 29;
    /** {@link Slot#MUL}. */
    public static final int MUL = 30;
    /** {@link Slot#RMUL}. */
    public static final int RMUL = 31;
    /** {@link Slot#MATMUL}. */
    public static final int MATMUL = 32;
    /** {@link Slot#RMATMUL}. */
    public static final int RMATMUL = 33;
    /** {@link Slot#TRUEDIV}. */
    public static final int TRUEDIV = 34;
    /** {@link Slot#RTRUEDIV}. */
    public static final int RTRUEDIV = 35;
    /** {@link Slot#FLOORDIV}. */
    public static final int FLOORDIV = 36;
    /** {@link Slot#RFLOORDIV}. */
    public static final int RFLOORDIV = 37;
    /** {@link Slot#MOD}. */
    public static final int MOD = 38;
    /** {@link Slot#RMOD}. */
    public static final int RMOD = 39;
    /** {@link Slot#DIVMOD}. */
    public static final int DIVMOD = 40;
    /** {@link Slot#RDIVMOD}. */
    public static final int RDIVMOD = 41;
    /** {@link Slot#LSHIFT}. */
    public static final int LSHIFT = 42;
    /** {@link Slot#RLSHIFT}. */
    public static final int RLSHIFT = 43;
    /** {@link Slot#RSHIFT}. */
    public static final int RSHIFT = 44;
    /** {@link Slot#RRSHIFT}. */
    public static final int RRSHIFT = 45;
    /** {@link Slot#AND}. */
    public static final int AND = 46;
    /** {@link Slot#RAND}. */
    public static final int RAND = 47;
    /** {@link Slot#XOR}. */
    public static final int XOR = 48;
    /** {@link Slot#RXOR}. */
    public static final int RXOR = 49;
    /** {@link Slot#OR}. */
    public static final int OR = 50;
    /** {@link Slot#ROR}. */
    public static final int ROR = 51;
    /** {@link Slot#IADD}. */
    public static final int IADD = 52;
    /** {@link Slot#ISUB}. */
    public static final int ISUB = 53;
    /** {@link Slot#IMUL}. */
    public static final int IMUL = 54;
    /** {@link Slot#IMATMUL}. */
    public static final int IMATMUL = 55;
    /** {@link Slot#ITRUEDIV}. */
    public static final int ITRUEDIV = 56;
    /** {@link Slot#IFLOORDIV}. */
    public static final int IFLOORDIV = 57;
    /** {@link Slot#IMOD}. */
    public static final int IMOD = 58;
    /** {@link Slot#IPOW}. */
    public static final int IPOW = 59;
    /** {@link Slot#ILSHIFT}. */
    public static final int ILSHIFT = 60;
    /** {@link Slot#IRSHIFT}. */
    public static final int IRSHIFT = 61;
    /** {@link Slot#IAND}. */
    public static final int IAND = 62;
    /** {@link Slot#IXOR}. */
    public static final int IXOR = 63;
    /** {@link Slot#IOR}. */
    public static final int IOR = 64;
    /** {@link Slot#CONCAT}. */
    public static final int CONCAT = 65;
    /** {@link Slot#REPEAT}. */
    public static final int REPEAT = 66;
    /** {@link Slot#ICONCAT}. */
    public static final int ICONCAT = 67;
    /** {@link Slot#IREPEAT}. */
    public static final int IREPEAT = 68;
    /** {@link Slot#GETITEM}. */
    public static final int GETITEM = 69;
    /** {@link Slot#DELITEM}. */
    public static final int DELITEM = 70;
    /** {@link Slot#CONTAINS}. */
    public static final int CONTAINS = 71;
    /** {@link Slot#BUFFER}. */
    public static final int BUFFER = 72;
    /** {@link Slot#RELEASE_BUFFER}. */
    public static final int RELEASE_BUFFER = 73;
    /** {@link Slot#DELETE}. */
    public static final int DELETE = 74;
    /** {@link Slot#SETATTR}. */
    public static final int SETATTR = 75;
    /** {@link Slot#SETITEM}. */
    public static final int SETITEM = 76;
    /** {@link Slot#GET}. */
    public static final int GET = 77;
    /** {@link Slot#SET}. */
    public static final int SET = 78;
    /** {@link Slot#POW}. */
    public static final int POW = 79;
    /** {@link Slot#RPOW}. */
    public static final int RPOW = 80;
    /** {@link Slot#CALL}. */
    public static final int CALL = 81;
    /** {@link Slot#INIT}. */
    public static final int INIT = 82;
    /** {@link Slot#NEW}. */
    public static final int NEW = 83;
    /** {@link Slot#COUNT}: ids of other members start here. */
    public static final int COUNT = 84;
}
