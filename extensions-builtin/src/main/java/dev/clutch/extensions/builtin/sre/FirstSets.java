package dev.clutch.extensions.builtin.sre;

import dev.clutch.extensions.builtin.sre.Subject.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds for points of a program which character must come next for a match to be possible, and writes it into the
 * operations that choose. An answer may have too many characters, never too few; no answer means that nothing is known.
 * It never looks behind the end of a sub-match, whose choices are made without regard to what follows.
 */
final class FirstSets {

    /** Nesting beyond which nothing is known: keeps the work linear and the Java stack shallow. */
    private static final int MAX_DEPTH = 12;

    private static final int MAX_UNION = 64;

    private final int[] code;
    private final List<CharSet> sets;
    private final List<Literal> literals;
    private final @Nullable CharSet[] known;
    private final boolean[] visited;

    FirstSets(int[] code, List<CharSet> sets, List<Literal> literals) {
        this.code = code;
        this.sets = sets;
        this.literals = literals;
        this.known = new CharSet[code.length];
        this.visited = new boolean[code.length];
    }

    /** Fills every operand that wants a set; from the end, so that what a point needs is mostly known. */
    void fill() {
        int[] starts = new int[code.length];
        int count = 0;
        for (int at = 0; at < code.length; at += width(at)) {
            starts[count++] = at;
        }
        for (int i = count - 1; i >= 0; i--) {
            int at = starts[i];
            switch (code[at]) {
                case Program.BRANCH -> {
                    for (int k = 0; k < code[at + 1]; k++) {
                        code[at + 2 + 2 * k] = index(at(code[at + 3 + 2 * k]));
                    }
                }
                case Program.REPEAT_ONE -> {
                    CharSet tail = at(at + 6);
                    code[at + 4] = index(tail);
                    // Every shorter run is followed by a character of the run, which the tail cannot begin with.
                    if (tail != null && tail.isSurelyDisjoint(sets.get(code[at + 1]))) {
                        code[at + 5] = 0;
                    }
                }
                case Program.MIN_REPEAT_ONE -> code[at + 4] = index(at(at + 5));
                case Program.MAX_UNTIL, Program.MIN_UNTIL -> {
                    code[at + 5] = index(at(code[at + 4]));
                    code[at + 6] = index(at(at + 7));
                }
                default -> {}
            }
        }
    }

    private int width(int at) {
        return switch (code[at]) {
            case Program.CHAR, Program.STRING, Program.SET, Program.AT, Program.MARK, Program.JUMP -> 2;
            case Program.BRANCH -> 2 + 2 * code[at + 1];
            case Program.REPEAT_ONE -> 6;
            case Program.MIN_REPEAT_ONE -> 5;
            case Program.REPEAT, Program.ASSERT, Program.ASSERT_NOT, Program.GROUPREF, Program.GROUPREF_EXISTS -> 3;
            case Program.MAX_UNTIL, Program.MIN_UNTIL -> 7;
            case Program.POSSESSIVE -> 4;
            default -> 1;
        };
    }

    private int index(@Nullable CharSet set) {
        if (set == null || set.isAll()) {
            return Program.UNKNOWN;
        }
        sets.add(set);
        return sets.size() - 1;
    }

    @Nullable
    CharSet at(int start) {
        return at(start, 0);
    }

    private @Nullable CharSet at(int start, int depth) {
        if (visited[start]) {
            return known[start];
        }
        if (depth > MAX_DEPTH) {
            return null;
        }
        // While it is being computed, a point that comes back to itself knows nothing.
        visited[start] = true;
        CharSet result = compute(start, depth);
        known[start] = result;
        return result;
    }

    private @Nullable CharSet compute(int start, int depth) {
        int at = start;
        while (true) {
            switch (code[at]) {
                case Program.CHAR -> {
                    return CharSet.only(code[at + 1]);
                }
                case Program.STRING -> {
                    return CharSet.only(literals.get(code[at + 1]).points[0]);
                }
                case Program.SET -> {
                    return sets.get(code[at + 1]);
                }
                case Program.ANY -> {
                    return CharSet.ANY;
                }
                case Program.ANY_ALL -> {
                    return CharSet.ANY_ALL;
                }
                case Program.AT, Program.MARK -> at += 2;
                case Program.JUMP -> at = code[at + 1];
                case Program.ATOMIC -> at++;
                case Program.ASSERT, Program.ASSERT_NOT -> at = code[at + 2];
                case Program.BRANCH -> {
                    return branch(at, depth);
                }
                case Program.REPEAT_ONE, Program.MIN_REPEAT_ONE -> {
                    CharSet item = sets.get(code[at + 1]);
                    int tail = at + (code[at] == Program.REPEAT_ONE ? 6 : 5);
                    return code[at + 2] > 0 ? item : either(item, at(tail, depth + 1));
                }
                case Program.REPEAT -> {
                    int until = code[at + 2];
                    CharSet body = at(code[until + 4], depth + 1);
                    return code[until + 2] > 0 ? body : either(body, at(until + 7, depth + 1));
                }
                case Program.MAX_UNTIL, Program.MIN_UNTIL -> {
                    return either(at(code[at + 4], depth + 1), at(at + 7, depth + 1));
                }
                case Program.POSSESSIVE -> {
                    CharSet body = at(at + 4, depth + 1);
                    return code[at + 1] > 0 ? body : either(body, at(code[at + 3], depth + 1));
                }
                case Program.GROUPREF_EXISTS -> {
                    return either(at(at + 3, depth + 1), at(code[at + 2], depth + 1));
                }
                default -> {
                    return null;
                }
            }
        }
    }

    private @Nullable CharSet branch(int at, int depth) {
        int count = code[at + 1];
        if (count > MAX_UNION) {
            return null;
        }
        CharSet all = at(code[at + 3], depth + 1);
        for (int k = 1; k < count && all != null; k++) {
            all = either(all, at(code[at + 3 + 2 * k], depth + 1));
        }
        return all;
    }

    private static @Nullable CharSet either(@Nullable CharSet left, @Nullable CharSet right) {
        return left == null || right == null ? null : CharSet.union(left, right);
    }
}
