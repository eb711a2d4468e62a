package dev.clutch.interp.compiler;

import java.lang.classfile.TypeKind;
import org.jspecify.annotations.Nullable;

/** A fast local variable of a code object: a JVM local that holds the value or its cell, or an element of the locals array. */
final class Variable {
    static final int LOCAL = 0;
    static final int CELL = 1;
    static final int FREE = 2;

    final String name;
    final int kind;
    /** JVM local, or -1 for an element of the locals array. */
    final int slot;
    /** Index in the locals array of a frame or generator; known when the body is complete. */
    int index = -1;
    /** The same variable in the method that a continuation belongs to; it knows the index. */
    final @Nullable Variable root;
    /** Number of the variable in the sets of bound variables. */
    final int id;
    /** Whether the number is a long or a double, null for a variable that is always an object. */
    @Nullable
    TypeKind number;
    /** JVM local with the number; {@link #slot} holds the tag then. */
    int numberSlot = -1;
    /** Whether it may hold a {@code op.GrowingText}, which nobody else gets to see. */
    boolean growing;
    /** Set once code stores it; a parameter that nothing stores keeps what it came with. */
    boolean stored;
    /** Set once something may unbind it: then it is never taken for bound. */
    boolean unbindable;

    Variable(String name, int kind, int slot, int id) {
        this(name, kind, slot, id, null);
    }

    Variable(String name, int kind, int slot, int id, @Nullable Variable root) {
        this.root = root;
        this.name = name;
        this.kind = kind;
        this.slot = slot;
        this.id = id;
    }

    int index() {
        return root == null ? index : root.index();
    }
}
