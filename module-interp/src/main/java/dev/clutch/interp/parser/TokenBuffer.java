package dev.clutch.interp.parser;

import java.util.Arrays;

/** The tokens read so far, as columns. Positions are lines from 1 and byte columns from 0; column -1 means none. */
class TokenBuffer {
    int count;
    int[] kind = new int[256];
    int[] line = new int[256];
    int[] col = new int[256];
    int[] endLine = new int[256];
    int[] endCol = new int[256];
    /** Offsets into the source. */
    int[] start = new int[256];

    int[] end = new int[256];
    /** How many brackets are open after the token. */
    int[] levels = new int[256];

    final void append(int k, int l, int c, int el, int ec, int s, int e, int level) {
        int n = count;
        if (n == kind.length) {
            int size = n * 2;
            kind = Arrays.copyOf(kind, size);
            line = Arrays.copyOf(line, size);
            col = Arrays.copyOf(col, size);
            endLine = Arrays.copyOf(endLine, size);
            endCol = Arrays.copyOf(endCol, size);
            start = Arrays.copyOf(start, size);
            end = Arrays.copyOf(end, size);
            levels = Arrays.copyOf(levels, size);
        }
        kind[n] = k;
        line[n] = l;
        col[n] = c;
        endLine[n] = el;
        endCol[n] = ec;
        start[n] = s;
        end[n] = e;
        levels[n] = level;
        count = n + 1;
    }
}
