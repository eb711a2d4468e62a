package dev.clutch.interp.ast;

/** A node with a position: lines from 1, columns as UTF-8 byte offsets from 0, the end exclusive. */
public interface Node {
    int lineno();

    int colOffset();

    int endLineno();

    int endColOffset();
}
