package dev.clutch.interp.marshal;

/** The type codes of {@code marshal.c}. */
final class MarshalFormat {
    static final int VERSION = 4;
    static final int MAX_DEPTH = 2000;
    static final int FLAG_REF = 0x80;

    static final char NULL = '0';
    static final char NONE = 'N';
    static final char FALSE = 'F';
    static final char TRUE = 'T';
    static final char STOP_ITERATION = 'S';
    static final char ELLIPSIS = '.';
    static final char INT = 'i';
    static final char FLOAT = 'f';
    static final char BINARY_FLOAT = 'g';
    static final char COMPLEX = 'x';
    static final char BINARY_COMPLEX = 'y';
    static final char LONG = 'l';
    static final char STRING = 's';
    static final char INTERNED = 't';
    static final char REF = 'r';
    static final char TUPLE = '(';
    static final char LIST = '[';
    static final char DICT = '{';
    static final char CODE = 'c';
    static final char UNICODE = 'u';
    static final char SET = '<';
    static final char FROZENSET = '>';
    static final char ASCII = 'a';
    static final char ASCII_INTERNED = 'A';
    static final char SMALL_TUPLE = ')';
    static final char SHORT_ASCII = 'z';
    static final char SHORT_ASCII_INTERNED = 'Z';

    private MarshalFormat() {}
}
