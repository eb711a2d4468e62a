package dev.clutch.interp.object;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The source positions of a code object, by the position index that compiled code keeps in a local variable and saves when an exception passes.
 * Each takes four ints: line, end line, column, end column (columns in UTF-8 bytes, -1 when unknown). Immutable.
 */
public final class Positions {
    private final int[] table;

    /** Wraps a table that is never written again. */
    public Positions(int[] table) {
        this.table = table;
    }

    /** Returns the number of positions. */
    public int count() {
        return table.length / 4;
    }

    /** Returns the first line. */
    public int line(int index) {
        return table[index * 4];
    }

    /** Returns the last line. */
    public int endLine(int index) {
        return table[index * 4 + 1];
    }

    /** Returns the start column. */
    public int column(int index) {
        return table[index * 4 + 2];
    }

    /** Returns the end column. */
    public int endColumn(int index) {
        return table[index * 4 + 3];
    }

    /** Returns the index of a position of another table here; where there is none, that of the first position in its line, or 0. */
    int find(Positions other, int at) {
        if (at >= other.count()) {
            return 0;
        }
        int near = 0;
        for (int i = count() - 1; i >= 0; i--) {
            if (Arrays.equals(table, i * 4, i * 4 + 4, other.table, at * 4, at * 4 + 4)) {
                return i;
            }
            if (line(i) == other.line(at)) {
                near = i;
            }
        }
        return near;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Positions p && Arrays.equals(table, p.table);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(table);
    }
}
