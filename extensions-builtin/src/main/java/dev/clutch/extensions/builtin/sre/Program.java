package dev.clutch.extensions.builtin.sre;

import dev.clutch.extensions.builtin.sre.Subject.Literal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern ready to run: the code list with absolute targets, literal runs joined, sets in tables, and for every
 * choice the characters that each way can begin with. Immutable, so interpreters may share it.
 */
public final class Program {

    /** {@code CHAR c} */
    static final int CHAR = 0;
    /** {@code STRING literal} */
    static final int STRING = 1;
    /** {@code SET set} */
    static final int SET = 2;

    static final int ANY = 3;
    static final int ANY_ALL = 4;
    /** {@code AT where} */
    static final int AT = 5;
    /** {@code MARK index} */
    static final int MARK = 6;
    /** {@code JUMP target} */
    static final int JUMP = 7;
    /** {@code BRANCH count (first target)*count} */
    static final int BRANCH = 8;
    /** {@code REPEAT_ONE set min max tailFirst backtracks}, tail follows */
    static final int REPEAT_ONE = 9;
    /** {@code MIN_REPEAT_ONE set min max tailFirst}, tail follows */
    static final int MIN_REPEAT_ONE = 10;
    /** {@code REPEAT slot until}, body follows */
    static final int REPEAT = 11;
    /** {@code MAX_UNTIL slot min max body bodyFirst tailFirst}, tail follows */
    static final int MAX_UNTIL = 12;
    /** {@code MIN_UNTIL slot min max body bodyFirst tailFirst}, tail follows */
    static final int MIN_UNTIL = 13;
    /** {@code POSSESSIVE min max tail}, body follows up to POSSESSIVE_END */
    static final int POSSESSIVE = 14;

    static final int POSSESSIVE_END = 15;
    /** {@code ATOMIC}, body follows up to ATOMIC_END */
    static final int ATOMIC = 16;

    static final int ATOMIC_END = 17;
    /** {@code ASSERT back tail}, body follows up to ASSERT_END */
    static final int ASSERT = 18;

    static final int ASSERT_END = 19;
    /** {@code ASSERT_NOT back tail}, body follows up to ASSERT_NOT_END */
    static final int ASSERT_NOT = 20;

    static final int ASSERT_NOT_END = 21;
    /** {@code GROUPREF group folding} */
    static final int GROUPREF = 22;
    /** {@code GROUPREF_EXISTS group otherwise} */
    static final int GROUPREF_EXISTS = 23;

    static final int SUCCESS = 24;
    static final int FAILURE = 25;

    static final int FOLD_NONE = 0;
    static final int FOLD_ASCII = 1;
    static final int FOLD_UNICODE = 2;

    /** A repeat without upper bound. */
    static final int UNBOUNDED = Integer.MAX_VALUE;
    /** In place of a set: any character may follow, or none. */
    static final int UNKNOWN = -1;

    /** The code list itself, by which patterns are equal. */
    private final int[] source;

    final int[] code;
    final CharSet[] sets;
    final Literal[] literals;
    final int groups;
    final int repeats;

    /** Least number of characters that a match takes. */
    final int minWidth;
    /** Every match begins with this. */
    final @Nullable Literal prefix;
    /** The prefix is the whole pattern. */
    final boolean literalOnly;
    /** Every match begins with one of these. */
    final @Nullable CharSet first;

    Program(
            int[] source,
            int[] code,
            CharSet[] sets,
            Literal[] literals,
            int groups,
            int repeats,
            int minWidth,
            @Nullable Literal prefix,
            boolean literalOnly,
            @Nullable CharSet first) {
        this.source = source;
        this.code = code;
        this.sets = sets;
        this.literals = literals;
        this.groups = groups;
        this.repeats = repeats;
        this.minWidth = minWidth;
        this.prefix = prefix;
        this.literalOnly = literalOnly;
        this.first = first;
    }

    /**
     * Prepares a code list, which must be {@linkplain CodeValidator#isValid valid}. The list must not change afterwards.
     */
    public static Program of(int[] code, int groups) {
        return new Translator(code, groups).translate();
    }

    /** Whether the other was made of an equal code list. */
    boolean hasSourceOf(Program other) {
        return Arrays.equals(source, other.source);
    }

    /** A hash of the code list. */
    int sourceHash() {
        return Arrays.hashCode(source);
    }

    /** Number of groups, without the match itself. */
    public int groups() {
        return groups;
    }
}
