package dev.clutch.extensions.builtin.sre;

import dev.clutch.extensions.builtin.sre.Subject.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Program} of a valid code list. */
final class Translator {

    private final int[] source;
    private final int groups;

    private int[] code = new int[64];
    private int size;
    private int repeats;
    private final List<CharSet> sets = new ArrayList<>();
    private final List<Literal> literals = new ArrayList<>();

    private int minWidth;
    private @Nullable Literal prefix;
    private boolean literalOnly;
    private @Nullable CharSet first;

    Translator(int[] source, int groups) {
        this.source = source;
        this.groups = groups;
    }

    Program translate() {
        int at = 0;
        if (source[0] == SreCode.INFO) {
            info();
            at = 1 + source[1];
        }
        block(at, source.length - 1, Program.SUCCESS);
        emit(Program.SUCCESS);
        int[] program = Arrays.copyOf(code, size);
        FirstSets firsts = new FirstSets(program, sets, literals);
        firsts.fill();
        if (first == null && prefix == null) {
            first = firsts.at(0);
        }
        return new Program(
                source,
                program,
                sets.toArray(new CharSet[0]),
                literals.toArray(new Literal[0]),
                groups,
                repeats,
                minWidth,
                prefix,
                literalOnly,
                first);
    }

    private void info() {
        int flags = source[2];
        minWidth = clamp(source[3]);
        if ((flags & SreCode.INFO_PREFIX) != 0 && source[5] > 0) {
            prefix = new Literal(Arrays.copyOfRange(source, 7, 7 + source[5]));
            literalOnly = (flags & SreCode.INFO_LITERAL) != 0;
        } else if ((flags & SreCode.INFO_CHARSET) != 0) {
            first = CharSet.coded(SreCode.IN, source, 5);
        }
    }

    private static int clamp(int word) {
        return word < 0 ? Program.UNBOUNDED : word;
    }

    private int emit(int word) {
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
        }
        code[size] = word;
        return size++;
    }

    private int set(CharSet set) {
        sets.add(set);
        return sets.size() - 1;
    }

    /** The set of a one-character operation at {@code at}, or null when it is another operation. */
    private @Nullable CharSet oneCharacter(int at) {
        int op = source[at];
        return switch (op) {
            case SreCode.LITERAL -> CharSet.only(source[at + 1]);
            case SreCode.NOT_LITERAL -> CharSet.everythingBut(source[at + 1]);
            case SreCode.ANY -> CharSet.ANY;
            case SreCode.ANY_ALL -> CharSet.ANY_ALL;
            case SreCode.CATEGORY -> CharSet.category(source[at + 1]);
            case SreCode.IN, SreCode.IN_IGNORE, SreCode.IN_UNI_IGNORE, SreCode.IN_LOC_IGNORE ->
                CharSet.coded(op, source, at + 2);
            case SreCode.LITERAL_IGNORE,
                    SreCode.LITERAL_UNI_IGNORE,
                    SreCode.LITERAL_LOC_IGNORE,
                    SreCode.NOT_LITERAL_IGNORE,
                    SreCode.NOT_LITERAL_UNI_IGNORE,
                    SreCode.NOT_LITERAL_LOC_IGNORE -> CharSet.ignoringCase(op, source[at + 1]);
            default -> null;
        };
    }

    /** Where the one-character operation at {@code at} ends. */
    private int afterOneCharacter(int at) {
        return switch (source[at]) {
            case SreCode.ANY, SreCode.ANY_ALL -> at + 1;
            case SreCode.IN, SreCode.IN_IGNORE, SreCode.IN_UNI_IGNORE, SreCode.IN_LOC_IGNORE -> at + 1 + source[at + 1];
            default -> at + 2;
        };
    }

    /** Translates the words in {@code from..end}; {@code success} is what SUCCESS means there. */
    private void block(int from, int end, int success) {
        int at = from;
        while (at < end) {
            int op = source[at];
            switch (op) {
                case SreCode.LITERAL -> at = literals(at, end);
                case SreCode.ANY -> {
                    emit(Program.ANY);
                    at++;
                }
                case SreCode.ANY_ALL -> {
                    emit(Program.ANY_ALL);
                    at++;
                }
                case SreCode.AT -> {
                    emit(Program.AT);
                    emit(source[at + 1]);
                    at += 2;
                }
                case SreCode.MARK -> {
                    emit(Program.MARK);
                    emit(source[at + 1]);
                    at += 2;
                }
                case SreCode.SUCCESS -> {
                    emit(success);
                    at++;
                }
                case SreCode.FAILURE -> {
                    emit(Program.FAILURE);
                    at++;
                }
                case SreCode.GROUPREF,
                        SreCode.GROUPREF_IGNORE,
                        SreCode.GROUPREF_LOC_IGNORE,
                        SreCode.GROUPREF_UNI_IGNORE -> {
                    emit(Program.GROUPREF);
                    emit(source[at + 1]);
                    emit(
                            op == SreCode.GROUPREF
                                    ? Program.FOLD_NONE
                                    : op == SreCode.GROUPREF_UNI_IGNORE ? Program.FOLD_UNICODE : Program.FOLD_ASCII);
                    at += 2;
                }
                case SreCode.GROUPREF_EXISTS -> at = conditional(at, success);
                case SreCode.BRANCH -> at = branch(at, success);
                case SreCode.REPEAT_ONE, SreCode.MIN_REPEAT_ONE, SreCode.POSSESSIVE_REPEAT_ONE -> at = repeatOne(at);
                case SreCode.REPEAT -> at = repeat(at, success);
                case SreCode.POSSESSIVE_REPEAT -> {
                    possessive(at, at + 1 + source[at + 1]);
                    at += 2 + source[at + 1];
                }
                case SreCode.ATOMIC_GROUP -> {
                    int last = at + source[at + 1];
                    emit(Program.ATOMIC);
                    block(at + 2, last, Program.ATOMIC_END);
                    emit(Program.ATOMIC_END);
                    at = last + 1;
                }
                case SreCode.ASSERT -> at = assertion(at, Program.ASSERT, Program.ASSERT_END);
                case SreCode.ASSERT_NOT -> at = assertion(at, Program.ASSERT_NOT, Program.ASSERT_NOT_END);
                case SreCode.INFO -> at += 1 + source[at + 1];
                default -> {
                    CharSet set = oneCharacter(at);
                    if (set == null) {
                        throw new IllegalArgumentException("invalid SRE code");
                    }
                    emit(Program.SET);
                    emit(set(set));
                    at = afterOneCharacter(at);
                }
            }
        }
    }

    private int literals(int from, int end) {
        int at = from;
        while (at < end && source[at] == SreCode.LITERAL) {
            at += 2;
        }
        int count = (at - from) / 2;
        if (count == 1) {
            emit(Program.CHAR);
            emit(source[from + 1]);
            return at;
        }
        int[] points = new int[count];
        for (int i = 0; i < count; i++) {
            points[i] = source[from + 1 + 2 * i];
        }
        literals.add(new Literal(points));
        emit(Program.STRING);
        emit(literals.size() - 1);
        return at;
    }

    private int assertion(int at, int op, int closing) {
        int next = at + 1 + source[at + 1];
        emit(op);
        emit(clamp(source[at + 2]));
        int tail = emit(0);
        block(at + 3, next - 1, closing);
        emit(closing);
        code[tail] = size;
        return next;
    }

    private int conditional(int at, int success) {
        int otherwise = at + 1 + source[at + 2];
        emit(Program.GROUPREF_EXISTS);
        emit(source[at + 1]);
        int target = emit(0);
        // As in the validator: a JUMP before the target tells that there is an "else" part.
        if (endsInJump(at + 3, otherwise)) {
            int next = otherwise - 1 + source[otherwise - 1];
            block(at + 3, otherwise - 2, success);
            emit(Program.JUMP);
            int end = emit(0);
            code[target] = size;
            block(otherwise, next, success);
            code[end] = size;
            return next;
        }
        block(at + 3, otherwise, success);
        code[target] = size;
        return otherwise;
    }

    /** Walks the operations of a block, since the word before its end may be an operand that looks like JUMP. */
    private boolean endsInJump(int from, int end) {
        int at = from;
        while (at < end) {
            switch (source[at]) {
                case SreCode.JUMP -> {
                    return true;
                }
                case SreCode.SUCCESS, SreCode.FAILURE, SreCode.ANY, SreCode.ANY_ALL -> at++;
                case SreCode.IN,
                        SreCode.IN_IGNORE,
                        SreCode.IN_UNI_IGNORE,
                        SreCode.IN_LOC_IGNORE,
                        SreCode.INFO,
                        SreCode.REPEAT_ONE,
                        SreCode.MIN_REPEAT_ONE,
                        SreCode.POSSESSIVE_REPEAT_ONE,
                        SreCode.ATOMIC_GROUP,
                        SreCode.ASSERT,
                        SreCode.ASSERT_NOT -> at += 1 + source[at + 1];
                case SreCode.REPEAT, SreCode.POSSESSIVE_REPEAT -> at += 2 + source[at + 1];
                case SreCode.BRANCH -> at = afterBranch(at);
                case SreCode.GROUPREF_EXISTS -> {
                    int otherwise = at + 1 + source[at + 2];
                    at = endsInJump(at + 3, otherwise) ? otherwise - 1 + source[otherwise - 1] : otherwise;
                }
                default -> at += 2;
            }
        }
        return false;
    }

    private int afterBranch(int at) {
        int skip = at + 1;
        while (source[skip] != 0) {
            skip += source[skip];
        }
        return skip + 1;
    }

    private int branch(int at, int success) {
        int count = 0;
        for (int skip = at + 1; source[skip] != 0; skip += source[skip]) {
            count++;
        }
        emit(Program.BRANCH);
        emit(count);
        int table = size;
        for (int i = 0; i < 2 * count; i++) {
            emit(Program.UNKNOWN);
        }
        int[] jumps = new int[count];
        int skip = at + 1;
        for (int i = 0; i < count; i++) {
            code[table + 2 * i + 1] = size;
            int next = skip + source[skip];
            block(skip + 1, next - 2, success);
            emit(Program.JUMP);
            jumps[i] = emit(0);
            skip = next;
        }
        for (int jump : jumps) {
            code[jump] = size;
        }
        return skip + 1;
    }

    private int repeatOne(int at) {
        int op = source[at];
        int next = at + 1 + source[at + 1];
        CharSet set = oneCharacter(at + 4);
        if (set == null || afterOneCharacter(at + 4) != next - 1) {
            // Never made by re._compiler: an item that is not one character wide.
            if (op == SreCode.POSSESSIVE_REPEAT_ONE) {
                possessive(at, next - 1);
            } else {
                repeatUntil(
                        at,
                        next - 1,
                        op == SreCode.REPEAT_ONE ? Program.MAX_UNTIL : Program.MIN_UNTIL,
                        Program.FAILURE);
            }
            return next;
        }
        emit(op == SreCode.MIN_REPEAT_ONE ? Program.MIN_REPEAT_ONE : Program.REPEAT_ONE);
        emit(set(set));
        emit(clamp(source[at + 2]));
        emit(clamp(source[at + 3]));
        emit(Program.UNKNOWN);
        if (op != SreCode.MIN_REPEAT_ONE) {
            emit(op == SreCode.REPEAT_ONE ? 1 : 0);
        }
        return next;
    }

    private int repeat(int at, int success) {
        int until = at + 1 + source[at + 1];
        repeatUntil(at, until, source[until] == SreCode.MAX_UNTIL ? Program.MAX_UNTIL : Program.MIN_UNTIL, success);
        return until + 1;
    }

    private void repeatUntil(int at, int bodyEnd, int op, int success) {
        int slot = repeats++;
        emit(Program.REPEAT);
        emit(slot);
        int target = emit(0);
        int body = size;
        block(at + 4, bodyEnd, success);
        code[target] = size;
        emit(op);
        emit(slot);
        emit(clamp(source[at + 2]));
        emit(clamp(source[at + 3]));
        emit(body);
        emit(Program.UNKNOWN);
        emit(Program.UNKNOWN);
    }

    private void possessive(int at, int bodyEnd) {
        emit(Program.POSSESSIVE);
        emit(clamp(source[at + 2]));
        emit(clamp(source[at + 3]));
        int tail = emit(0);
        block(at + 4, bodyEnd, Program.POSSESSIVE_END);
        emit(Program.POSSESSIVE_END);
        code[tail] = size;
    }
}
