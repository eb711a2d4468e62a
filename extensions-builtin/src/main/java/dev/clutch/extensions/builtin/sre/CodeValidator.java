package dev.clutch.extensions.builtin.sre;

/**
 * Checks a code list before it is trusted, as {@code _validate} of _sre.c does: every skip stays inside its block, every
 * operand is in range. {@link Translator} relies on what is checked here.
 */
public final class CodeValidator {

    private static final int OKAY = 0;
    private static final int FAIL = -1;
    private static final int ENDS_IN_JUMP = 1;

    private final int[] code;
    private final long groups;

    private CodeValidator(int[] code, long groups) {
        this.code = code;
        this.groups = groups;
    }

    /** True when {@code code} may be executed; otherwise the caller raises RuntimeError("invalid SRE code"). */
    public static boolean isValid(int[] code, long groups) {
        int length = code.length;
        if (groups < 0 || groups > SreCode.MAXGROUPS || length == 0 || code[length - 1] != SreCode.SUCCESS) {
            return false;
        }
        return new CodeValidator(code, groups).block(0, length - 1) == OKAY;
    }

    private static long unsigned(int word) {
        return word & 0xFFFF_FFFFL;
    }

    /** The skip at {@code at}, or -1 when it leaves the block that ends at {@code end}. */
    private int skip(int at, int end) {
        if (at >= end) {
            return -1;
        }
        long skip = unsigned(code[at]);
        return skip > end - at ? -1 : (int) skip;
    }

    private boolean charset(int from, int end) {
        int at = from;
        while (at < end) {
            switch (code[at++]) {
                case SreCode.NEGATE -> {}
                case SreCode.LITERAL -> at++;
                case SreCode.RANGE, SreCode.RANGE_UNI_IGNORE -> at += 2;
                case SreCode.CHARSET -> at += 8;
                case SreCode.BIGCHARSET -> {
                    if (at >= end) {
                        return false;
                    }
                    long blocks = unsigned(code[at++]);
                    if (end - at < 64) {
                        return false;
                    }
                    for (int i = 0; i < 256; i++) {
                        if ((code[at + (i >> 2)] >>> ((i & 3) * 8) & 0xFF) >= blocks) {
                            return false;
                        }
                    }
                    at += 64;
                    if (blocks * 8 > end - at) {
                        return false;
                    }
                    at += (int) blocks * 8;
                }
                case SreCode.CATEGORY -> {
                    if (at >= end || Integer.compareUnsigned(code[at], SreCode.CATEGORY_LAST) > 0) {
                        return false;
                    }
                    at++;
                }
                default -> {
                    return false;
                }
            }
            if (at > end) {
                return false;
            }
        }
        return at == end;
    }

    private int block(int from, int end) {
        if (from > end) {
            return FAIL;
        }
        int at = from;
        while (at < end) {
            int op = code[at++];
            switch (op) {
                case SreCode.SUCCESS, SreCode.FAILURE, SreCode.ANY, SreCode.ANY_ALL -> {}
                case SreCode.LITERAL,
                        SreCode.NOT_LITERAL,
                        SreCode.LITERAL_IGNORE,
                        SreCode.NOT_LITERAL_IGNORE,
                        SreCode.LITERAL_UNI_IGNORE,
                        SreCode.NOT_LITERAL_UNI_IGNORE,
                        SreCode.LITERAL_LOC_IGNORE,
                        SreCode.NOT_LITERAL_LOC_IGNORE -> {
                    if (at++ >= end) {
                        return FAIL;
                    }
                }
                case SreCode.MARK -> {
                    // One mark less than CPython lets pass: it would be written behind the end of the marks.
                    if (at >= end || unsigned(code[at++]) >= 2 * groups) {
                        return FAIL;
                    }
                }
                case SreCode.AT -> {
                    if (at >= end || Integer.compareUnsigned(code[at++], SreCode.AT_LAST) > 0) {
                        return FAIL;
                    }
                }
                case SreCode.GROUPREF,
                        SreCode.GROUPREF_IGNORE,
                        SreCode.GROUPREF_UNI_IGNORE,
                        SreCode.GROUPREF_LOC_IGNORE -> {
                    if (at >= end || unsigned(code[at++]) >= groups) {
                        return FAIL;
                    }
                }
                case SreCode.JUMP -> {
                    return at + 1 == end ? ENDS_IN_JUMP : FAIL;
                }
                default -> {
                    at = structured(op, at, end);
                    if (at < 0) {
                        return FAIL;
                    }
                }
            }
        }
        return OKAY;
    }

    /** Checks an operation that carries a skip and starts before {@code at}; answers where it ends, or -1. */
    private int structured(int op, int at, int end) {
        return switch (op) {
            case SreCode.IN, SreCode.IN_IGNORE, SreCode.IN_UNI_IGNORE, SreCode.IN_LOC_IGNORE -> {
                int skip = skip(at, end);
                yield skip >= 2 && charset(at + 1, at + skip - 1) && code[at + skip - 1] == SreCode.FAILURE
                        ? at + skip
                        : -1;
            }
            case SreCode.INFO -> info(at, end);
            case SreCode.BRANCH -> branch(at, end);
            case SreCode.REPEAT_ONE,
                    SreCode.MIN_REPEAT_ONE,
                    SreCode.POSSESSIVE_REPEAT_ONE,
                    SreCode.REPEAT,
                    SreCode.POSSESSIVE_REPEAT -> repeat(op, at, end);
            case SreCode.ATOMIC_GROUP -> {
                int skip = skip(at, end);
                yield skip >= 2 && block(at + 1, at + skip - 1) == OKAY && code[at + skip - 1] == SreCode.SUCCESS
                        ? at + skip
                        : -1;
            }
            case SreCode.ASSERT, SreCode.ASSERT_NOT -> {
                int skip = skip(at, end);
                yield skip >= 3 && block(at + 2, at + skip - 1) == OKAY && code[at + skip - 1] == SreCode.SUCCESS
                        ? at + skip
                        : -1;
            }
            case SreCode.GROUPREF_EXISTS -> conditional(at, end);
            default -> -1;
        };
    }

    private int info(int from, int end) {
        int skip = skip(from, end);
        if (skip < 4) {
            return -1;
        }
        int next = from + skip;
        int flags = code[from + 1];
        boolean prefix = (flags & SreCode.INFO_PREFIX) != 0;
        boolean charset = (flags & SreCode.INFO_CHARSET) != 0;
        if ((flags & ~(SreCode.INFO_PREFIX | SreCode.INFO_LITERAL | SreCode.INFO_CHARSET)) != 0
                || (prefix && charset)
                || ((flags & SreCode.INFO_LITERAL) != 0 && !prefix)) {
            return -1;
        }
        int at = from + 4;
        if (prefix) {
            if (next - at < 2) {
                return -1;
            }
            long length = unsigned(code[at]);
            at += 2;
            if (2 * length > next - at) {
                return -1;
            }
            at += (int) length;
            for (int i = 0; i < length; i++) {
                if (unsigned(code[at + i]) >= length) {
                    return -1;
                }
            }
            at += (int) length;
        }
        if (charset) {
            return at < next && charset(at, next - 1) && code[next - 1] == SreCode.FAILURE ? next : -1;
        }
        return at == next ? next : -1;
    }

    private int branch(int from, int end) {
        int at = from;
        int target = -1;
        while (true) {
            int skip = skip(at, end);
            if (skip < 0) {
                return -1;
            }
            at++;
            if (skip == 0) {
                return at == target ? at : -1;
            }
            // <skip> block <JUMP> <skip>: the jump is checked below
            if (skip < 3 || block(at, at + skip - 3) != OKAY || code[at + skip - 3] != SreCode.JUMP) {
                return -1;
            }
            at += skip - 2;
            int jump = skip(at, end);
            if (jump < 0 || (target >= 0 && at + jump != target)) {
                return -1;
            }
            target = at + jump;
            at++;
        }
    }

    private int repeat(int op, int at, int end) {
        boolean single = op != SreCode.REPEAT && op != SreCode.POSSESSIVE_REPEAT;
        int skip = skip(at, end);
        if (skip < (single ? 4 : 3) || end - at < 3 || Integer.compareUnsigned(code[at + 1], code[at + 2]) > 0) {
            return -1;
        }
        int last = at + skip - (single ? 1 : 0);
        if (last >= end || block(at + 3, last) != OKAY) {
            return -1;
        }
        boolean closed = op == SreCode.REPEAT
                ? code[last] == SreCode.MAX_UNTIL || code[last] == SreCode.MIN_UNTIL
                : code[last] == SreCode.SUCCESS;
        return closed ? last + 1 : -1;
    }

    private int conditional(int from, int end) {
        if (end - from < 2 || unsigned(code[from]) >= groups) {
            return -1;
        }
        // The skip counts from the group's word, not from its own.
        long skip = unsigned(code[from + 1]);
        if (skip < 2 || skip - 1 > end - (from + 1)) {
            return -1;
        }
        int next = from + (int) skip;
        int then = block(from + 2, next);
        if (then == ENDS_IN_JUMP) {
            int jump = skip(next - 1, end);
            if (jump < 1 || block(next, next - 1 + jump) != OKAY) {
                return -1;
            }
            return next - 1 + jump;
        }
        return then == OKAY ? next : -1;
    }
}
