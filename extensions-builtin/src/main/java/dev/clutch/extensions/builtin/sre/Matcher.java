package dev.clutch.extensions.builtin.sre;

import static dev.clutch.extensions.builtin.sre.Program.UNBOUNDED;

import dev.clutch.extensions.builtin.sre.Subject.Literal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link Program} over one {@link Subject}; answers to SRE_STATE and sre_lib.h. Used by one thread at a time.
 *
 * <p>Choices are frames on an own stack, so the depth of backtracking never touches the Java stack. Every register (marks,
 * the last index, counters of repeats) that changes while a choice is open is logged, and a choice is taken back by undoing
 * the log down to the length that the frame remembers. A sub-match that must not be re-entered (atomic group, assertion,
 * possessive repeat) has a barrier frame; its end cuts the choices above the barrier and keeps the log.
 */
public final class Matcher {

    /** Frame: instruction, position, length of the log, two words of the instruction's own. */
    private static final int FRAME = 5;

    private static final int STEPS_BETWEEN_CHECKS = 1 << 14;
    private static final int[] NONE = new int[0];

    private final Program program;
    private final Subject subject;
    private final @Nullable InterruptCheck interrupt;
    private final int end;

    /** Marks, then the last index, then count and last position of every repeat. */
    private final int[] registers;

    private final int lastIndexRegister;

    private int[] frames = NONE;
    private int[] log = NONE;
    private int logged;
    private int steps = STEPS_BETWEEN_CHECKS;

    private int start;
    private int stop;
    private boolean matchAll;
    private boolean mustAdvance;

    /**
     * A matcher for the characters in {@code from..to}, both clipped to the subject. What lies before {@code from} is
     * still seen by look-behind and boundaries, what lies behind {@code to} is not.
     */
    public Matcher(Program program, Subject subject, long from, long to, @Nullable InterruptCheck interrupt) {
        this.program = program;
        this.subject = subject;
        this.interrupt = interrupt;
        this.start = Math.clamp(from, 0, subject.length());
        this.stop = start;
        this.end = Math.clamp(to, 0, subject.length());
        this.lastIndexRegister = 2 * program.groups;
        this.registers = new int[lastIndexRegister + 1 + 2 * program.repeats];
    }

    /** Matches at the start. */
    public boolean match() {
        matchAll = false;
        return attempt();
    }

    /** Matches from the start to the end. */
    public boolean fullMatch() {
        matchAll = true;
        boolean found = attempt();
        matchAll = false;
        return found;
    }

    /** Finds the first match at or behind the start. */
    public boolean search() {
        matchAll = false;
        return find();
    }

    /** First character of the match, or where the next attempt begins. */
    public int start() {
        return start;
    }

    /** First character behind the match. */
    public int end() {
        return stop;
    }

    /** Where the searched stretch ends. */
    public int limit() {
        return end;
    }

    /** True while an attempt at the start is possible. */
    public boolean hasRoom() {
        return start <= end;
    }

    /** Prepares the next search behind a match: it begins at its end, and an empty match there does not count twice. */
    public void advance() {
        mustAdvance = stop == start;
        start = stop;
    }

    /** As {@link #advance} with an own rule about empty matches, and a new place to start. */
    public void resume(int from, boolean skipEmptyMatch) {
        start = from;
        stop = from;
        mustAdvance = skipEmptyMatch;
    }

    /** Number of the group that was closed last, or -1. */
    public int lastIndex() {
        return registers[lastIndexRegister];
    }

    /** Start and end of the match and of each group, -1 for a group that took no part. */
    public int[] spans() {
        int[] spans = new int[2 + lastIndexRegister];
        spans[0] = start;
        spans[1] = stop;
        for (int i = 0; i < lastIndexRegister; i += 2) {
            boolean set = registers[i] >= 0 && registers[i + 1] >= 0;
            spans[i + 2] = set ? registers[i] : -1;
            spans[i + 3] = set ? registers[i + 1] : -1;
        }
        return spans;
    }

    private boolean attempt() {
        Arrays.fill(registers, 0, lastIndexRegister + 1, -1);
        // As CPython, a start behind the end is not too short for anything, and most operations then fail.
        if (start <= end && end - start < program.minWidth) {
            return false;
        }
        return run(start);
    }

    private boolean find() {
        int minWidth = program.minWidth;
        int last = end - minWidth;
        int at = start;
        if (last < at) {
            return false;
        }
        Arrays.fill(registers, 0, lastIndexRegister + 1, -1);
        Literal prefix = program.prefix;
        CharSet first = program.first;
        int[] code = program.code;
        boolean atBeginning =
                code[0] == Program.AT && (code[1] == SreCode.AT_BEGINNING || code[1] == SreCode.AT_BEGINNING_STRING);
        boolean atLine = code[0] == Program.AT && code[1] == SreCode.AT_BEGINNING_LINE;
        if (atBeginning && prefix == null) {
            boolean found = tryAt(at);
            mustAdvance = false;
            if (!found) {
                start = end;
                stop = end;
            }
            return found;
        }
        while (true) {
            if (prefix != null) {
                at = prefix.points.length == 1
                        ? subject.find(prefix.points[0], at, end)
                        : subject.find(prefix, at, end);
                if (at >= 0 && program.literalOnly) {
                    start = at;
                    stop = at + prefix.points.length;
                    mustAdvance = false;
                    return true;
                }
            } else if (atLine && at > 0 && subject.at(at - 1) != '\n') {
                int newline = subject.find('\n', at, last);
                at = newline < 0 ? -1 : newline + 1;
            } else if (first != null) {
                at = subject.find(first, at, Math.min(end, last + 1));
            }
            if (at < 0 || at > last) {
                mustAdvance = false;
                return false;
            }
            if (tryAt(at)) {
                mustAdvance = false;
                return true;
            }
            mustAdvance = false;
            if (++at > last) {
                return false;
            }
            poll();
        }
    }

    private boolean tryAt(int at) {
        if (at != start) {
            mustAdvance = false;
        }
        start = at;
        if (run(at)) {
            return true;
        }
        Arrays.fill(registers, 0, lastIndexRegister + 1, -1);
        return false;
    }

    private void poll() {
        if (--steps <= 0) {
            steps = STEPS_BETWEEN_CHECKS;
            InterruptCheck check = interrupt;
            if (check != null) {
                check.check();
            }
        }
    }

    private void set(int register, int value, int top) {
        if (top > 0) {
            int count = logged;
            if (count + 2 > log.length) {
                log = grown(log, count + 2);
            }
            log[count] = register;
            log[count + 1] = registers[register];
            logged = count + 2;
        }
        registers[register] = value;
    }

    private void undo(int length) {
        int[] entries = log;
        int count = logged;
        while (count > length) {
            count -= 2;
            registers[entries[count]] = entries[count + 1];
        }
        logged = count;
    }

    private static int[] grown(int[] array, int least) {
        if (least < 0 || least > Integer.MAX_VALUE - 64) {
            throw new OutOfMemoryError("backtracking stack");
        }
        int size = (int) Math.min(Math.max((long) array.length * 2, Math.max(least, 64)), Integer.MAX_VALUE - 64L);
        return Arrays.copyOf(array, size);
    }

    private int push(int top, int pc, int at, int a, int b) {
        int[] stack = frames;
        if (top + FRAME > stack.length) {
            stack = grown(stack, top + FRAME);
            frames = stack;
        }
        stack[top] = pc;
        stack[top + 1] = at;
        stack[top + 2] = logged;
        stack[top + 3] = a;
        stack[top + 4] = b;
        return top + FRAME;
    }

    /** SRE(match): true leaves {@link #stop} and the registers at the match. */
    private boolean run(int from) {
        final Program pattern = program;
        final int[] code = pattern.code;
        final CharSet[] sets = pattern.sets;
        final Subject text = subject;
        final int limit = end;
        int top = 0;
        int barrier = -1;
        int pc = 0;
        int at = from;
        logged = 0;
        while (true) {
            boolean ok = true;
            switch (code[pc]) {
                case Program.CHAR -> {
                    ok = at < limit && text.at(at) == code[pc + 1];
                    at++;
                    pc += 2;
                }
                case Program.STRING -> {
                    Literal literal = pattern.literals[code[pc + 1]];
                    ok = text.startsWith(literal, at, limit);
                    at += literal.points.length;
                    pc += 2;
                }
                case Program.SET -> {
                    ok = at < limit && sets[code[pc + 1]].has(text.at(at));
                    at++;
                    pc += 2;
                }
                case Program.ANY -> {
                    ok = at < limit && text.at(at) != '\n';
                    at++;
                    pc++;
                }
                case Program.ANY_ALL -> {
                    ok = at < limit;
                    at++;
                    pc++;
                }
                case Program.AT -> {
                    ok = isAt(code[pc + 1], at);
                    pc += 2;
                }
                case Program.MARK -> {
                    int mark = code[pc + 1];
                    if ((mark & 1) != 0) {
                        set(lastIndexRegister, (mark >> 1) + 1, top);
                    }
                    set(mark, at, top);
                    pc += 2;
                }
                case Program.JUMP -> pc = code[pc + 1];
                case Program.BRANCH -> {
                    int way = nextWay(pc, 0, at);
                    if (way < 0) {
                        ok = false;
                    } else {
                        int other = nextWay(pc, way + 1, at);
                        if (other >= 0) {
                            top = push(top, pc, at, other, 0);
                        }
                        pc = code[pc + 3 + 2 * way];
                    }
                }
                case Program.REPEAT_ONE -> {
                    int min = code[pc + 2];
                    if (min > limit - at) {
                        ok = false;
                        break;
                    }
                    int max = code[pc + 3];
                    int last = max < limit - at ? at + max : limit;
                    int reached = text.span(sets[code[pc + 1]], at, last);
                    int least = at + min;
                    if (reached > least && code[pc + 5] != 0) {
                        reached = tailBefore(code[pc + 4], reached, least);
                        if (reached > least) {
                            top = push(top, pc, reached, least, 0);
                        }
                    }
                    ok = reached >= least;
                    at = reached;
                    pc += 6;
                }
                case Program.MIN_REPEAT_ONE -> {
                    int min = code[pc + 2];
                    if (min > limit - at) {
                        ok = false;
                        break;
                    }
                    int max = code[pc + 3];
                    int last = max < limit - at ? at + max : limit;
                    int least = at + min;
                    if (min > 0 && text.span(sets[code[pc + 1]], at, least) < least) {
                        ok = false;
                        break;
                    }
                    at = tailBehind(pc, least, last);
                    ok = at >= 0;
                    if (ok && at < last) {
                        top = push(top, pc, at, last, 0);
                    }
                    pc += 5;
                }
                case Program.REPEAT -> {
                    int slot = lastIndexRegister + 1 + 2 * code[pc + 1];
                    set(slot, -1, top);
                    set(slot + 1, -1, top);
                    pc = code[pc + 2];
                }
                case Program.MAX_UNTIL -> {
                    int slot = lastIndexRegister + 1 + 2 * code[pc + 1];
                    int count = registers[slot] + 1;
                    poll();
                    if (count < code[pc + 2]) {
                        set(slot, count, top);
                        pc = code[pc + 4];
                    } else if ((count < code[pc + 3] || code[pc + 3] == UNBOUNDED)
                            && at != registers[slot + 1]
                            && canBegin(code[pc + 5], at)) {
                        if (canBegin(code[pc + 6], at)) {
                            top = push(top, pc, at, 0, 0);
                        }
                        set(slot, count, top);
                        set(slot + 1, at, top);
                        pc = code[pc + 4];
                    } else {
                        pc += 7;
                    }
                }
                case Program.MIN_UNTIL -> {
                    int slot = lastIndexRegister + 1 + 2 * code[pc + 1];
                    int count = registers[slot] + 1;
                    poll();
                    if (count < code[pc + 2]) {
                        set(slot, count, top);
                        pc = code[pc + 4];
                    } else if (canBegin(code[pc + 6], at)) {
                        top = push(top, pc, at, 0, 0);
                        pc += 7;
                    } else {
                        ok = onceMore(pc, slot, count, at, top);
                        pc = code[pc + 4];
                    }
                }
                case Program.POSSESSIVE -> {
                    int next = top;
                    if (code[pc + 2] == 0) {
                        pc = code[pc + 3];
                    } else {
                        top = push(top, pc, at, 0, barrier);
                        barrier = next;
                        pc += 4;
                    }
                }
                case Program.POSSESSIVE_END -> {
                    poll();
                    int[] stack = frames;
                    top = barrier + FRAME;
                    int repeat = stack[barrier];
                    int count = stack[barrier + 3] + 1;
                    boolean needed = count <= code[repeat + 1];
                    // Zero-width protection starts with the first repetition that is not needed.
                    if (count < code[repeat + 1]
                            || ((count < code[repeat + 2] || code[repeat + 2] == UNBOUNDED)
                                    && (needed || at != stack[barrier + 1]))) {
                        stack[barrier + 1] = at;
                        stack[barrier + 2] = logged;
                        stack[barrier + 3] = count;
                        pc = repeat + 4;
                    } else {
                        top = barrier;
                        barrier = stack[barrier + 4];
                        pc = code[repeat + 3];
                    }
                }
                case Program.ATOMIC -> {
                    int next = top;
                    top = push(top, pc, at, 0, barrier);
                    barrier = next;
                    pc++;
                }
                case Program.ATOMIC_END -> {
                    top = barrier;
                    barrier = frames[top + 4];
                    pc++;
                }
                case Program.ASSERT, Program.ASSERT_NOT -> {
                    int back = code[pc + 1];
                    if (at >= back) {
                        int next = top;
                        top = push(top, pc, at, 0, barrier);
                        barrier = next;
                        at -= back;
                        pc += 3;
                    } else if (code[pc] == Program.ASSERT) {
                        ok = false;
                    } else {
                        pc = code[pc + 2];
                    }
                }
                case Program.ASSERT_END -> {
                    top = barrier;
                    barrier = frames[top + 4];
                    at = frames[top + 1];
                    pc = code[frames[top] + 2];
                }
                case Program.ASSERT_NOT_END -> {
                    top = barrier;
                    barrier = frames[top + 4];
                    undo(frames[top + 2]);
                    ok = false;
                }
                case Program.GROUPREF -> {
                    int width = sameAsGroup(code[pc + 1], code[pc + 2], at);
                    ok = width >= 0;
                    at += width;
                    pc += 3;
                }
                case Program.GROUPREF_EXISTS -> pc = isSet(code[pc + 1]) ? pc + 3 : code[pc + 2];
                case Program.SUCCESS -> {
                    if (!(matchAll && at != limit) && !(mustAdvance && at == start)) {
                        stop = at;
                        return true;
                    }
                    ok = false;
                }
                default -> ok = false;
            }
            while (!ok) {
                if (top == 0) {
                    return false;
                }
                poll();
                int[] stack = frames;
                int frame = top - FRAME;
                undo(stack[frame + 2]);
                pc = stack[frame];
                at = stack[frame + 1];
                switch (code[pc]) {
                    case Program.BRANCH -> {
                        int way = stack[frame + 3];
                        int other = nextWay(pc, way + 1, at);
                        if (other >= 0) {
                            stack[frame + 3] = other;
                        } else {
                            top = frame;
                        }
                        pc = code[pc + 3 + 2 * way];
                        ok = true;
                    }
                    case Program.REPEAT_ONE -> {
                        int least = stack[frame + 3];
                        at = tailBefore(code[pc + 4], at - 1, least);
                        ok = at >= least;
                        if (at > least) {
                            stack[frame + 1] = at;
                        } else {
                            top = frame;
                        }
                        pc += 6;
                    }
                    case Program.MIN_REPEAT_ONE -> {
                        int last = stack[frame + 3];
                        at = sets[code[pc + 1]].has(text.at(at)) ? tailBehind(pc, at + 1, last) : -1;
                        ok = at >= 0;
                        if (ok && at < last) {
                            stack[frame + 1] = at;
                        } else {
                            top = frame;
                        }
                        pc += 5;
                    }
                    case Program.MAX_UNTIL -> {
                        top = frame;
                        pc += 7;
                        ok = true;
                    }
                    case Program.MIN_UNTIL -> {
                        top = frame;
                        int slot = lastIndexRegister + 1 + 2 * code[pc + 1];
                        ok = onceMore(pc, slot, registers[slot] + 1, at, top);
                        pc = code[pc + 4];
                    }
                    case Program.POSSESSIVE -> {
                        top = frame;
                        barrier = stack[frame + 4];
                        ok = stack[frame + 3] >= code[pc + 1];
                        pc = code[pc + 3];
                    }
                    case Program.ASSERT_NOT -> {
                        top = frame;
                        barrier = stack[frame + 4];
                        pc = code[pc + 2];
                        ok = true;
                    }
                    default -> {
                        // The body of an atomic group or an assertion did not match.
                        top = frame;
                        barrier = stack[frame + 4];
                    }
                }
            }
        }
    }

    private boolean canBegin(int set, int at) {
        return set < 0 || (at < end && program.sets[set].has(subject.at(at)));
    }

    /** The first way of a BRANCH from {@code way} on that can match here, or -1. */
    private int nextWay(int pc, int way, int at) {
        int[] code = program.code;
        int count = code[pc + 1];
        int c = at < end ? subject.at(at) : -1;
        for (int i = way; i < count; i++) {
            int set = code[pc + 2 + 2 * i];
            if (set < 0 || (c >= 0 && program.sets[set].has(c))) {
                return i;
            }
        }
        return -1;
    }

    /** The last position in {@code least..from} where the tail can begin, or one less than {@code least}. */
    private int tailBefore(int tail, int from, int least) {
        if (tail < 0) {
            return from;
        }
        Subject text = subject;
        CharSet set = program.sets[tail];
        int at = from;
        if (at >= least && at >= end) {
            at = end - 1;
        }
        while (at >= least && !set.has(text.at(at))) {
            at--;
        }
        return at;
    }

    /** The first position from {@code from} on, over characters of the MIN_REPEAT_ONE, where its tail can begin, or -1. */
    private int tailBehind(int pc, int from, int last) {
        int tail = program.code[pc + 4];
        if (tail < 0) {
            return from;
        }
        Subject text = subject;
        CharSet wanted = program.sets[tail];
        CharSet item = program.sets[program.code[pc + 1]];
        int room = Math.min(last, end - 1);
        int at = from;
        if (item.isAll() && wanted.single >= 0) {
            return at > room ? -1 : text.find(wanted.single, at, room + 1);
        }
        while (at <= room) {
            int c = text.at(at);
            if (wanted.has(c)) {
                return at;
            }
            if (at == last || !item.has(c)) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    /** One more round of a MIN_UNTIL whose tail did not match. */
    private boolean onceMore(int pc, int slot, int count, int at, int top) {
        int max = program.code[pc + 3];
        if ((count >= max && max != UNBOUNDED) || at == registers[slot + 1] || !canBegin(program.code[pc + 5], at)) {
            return false;
        }
        set(slot, count, top);
        set(slot + 1, at, top);
        return true;
    }

    private boolean isSet(int group) {
        int from = registers[2 * group];
        int to = registers[2 * group + 1];
        return from >= 0 && to >= from;
    }

    /** Length of the group when its text comes next, or -1. */
    private int sameAsGroup(int group, int folding, int at) {
        if (!isSet(group)) {
            return -1;
        }
        Subject text = subject;
        int from = registers[2 * group];
        int width = registers[2 * group + 1] - from;
        if (width > end - at) {
            return -1;
        }
        for (int i = 0; i < width; i++) {
            int left = text.at(from + i);
            int right = text.at(at + i);
            if (left == right) {
                continue;
            }
            boolean same = switch (folding) {
                case Program.FOLD_ASCII -> Characters.asciiToLower(left) == Characters.asciiToLower(right);
                case Program.FOLD_UNICODE -> Characters.unicodeToLower(left) == Characters.unicodeToLower(right);
                default -> false;
            };
            if (!same) {
                return -1;
            }
        }
        return width;
    }

    private boolean isAt(int where, int at) {
        return switch (where) {
            case SreCode.AT_BEGINNING, SreCode.AT_BEGINNING_STRING -> at == 0;
            case SreCode.AT_BEGINNING_LINE -> at == 0 || subject.at(at - 1) == '\n';
            case SreCode.AT_END -> at == end || (at == end - 1 && subject.at(at) == '\n');
            case SreCode.AT_END_LINE -> at == end || (at < subject.length() && subject.at(at) == '\n');
            case SreCode.AT_END_STRING -> at == end;
            case SreCode.AT_BOUNDARY, SreCode.AT_LOC_BOUNDARY -> end != 0 && asciiWordAt(at - 1) != asciiWordAt(at);
            case SreCode.AT_NON_BOUNDARY, SreCode.AT_LOC_NON_BOUNDARY ->
                end != 0 && asciiWordAt(at - 1) == asciiWordAt(at);
            case SreCode.AT_UNI_BOUNDARY -> end != 0 && unicodeWordAt(at - 1) != unicodeWordAt(at);
            case SreCode.AT_UNI_NON_BOUNDARY -> end != 0 && unicodeWordAt(at - 1) == unicodeWordAt(at);
            default -> false;
        };
    }

    private boolean asciiWordAt(int at) {
        return at >= 0 && at < end && Characters.isAsciiWord(subject.at(at));
    }

    private boolean unicodeWordAt(int at) {
        return at >= 0 && at < end && Characters.isUnicodeWord(subject.at(at));
    }
}
