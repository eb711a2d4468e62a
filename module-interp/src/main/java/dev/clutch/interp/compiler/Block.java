package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that an exit by {@code return}, {@code break} or {@code continue} has to leave. */
abstract sealed class Block {
    final @Nullable Block outer;

    Block(@Nullable Block outer) {
        this.outer = outer;
    }

    /** A loop: the aim of {@code break} and {@code continue}. */
    static final class Loop extends Block {
        final Target exit;
        /** Where {@code continue} goes: a label to jump back to. */
        final int next;
        /** Whether the loop is in another method, of which this is a continuation. */
        final boolean external;

        /** The loop around a continuation. */
        Loop(Target exit) {
            super(null);
            this.exit = exit;
            this.next = -1;
            this.external = true;
        }

        Loop(@Nullable Block outer, Target exit, int next) {
            super(outer);
            this.external = false;
            this.exit = exit;
            this.next = next;
        }
    }

    /** The body of an {@code except} clause: leaving it restores the handled exception and forgets the name. */
    static final class Handler extends Block {
        final FunctionEmitter.@Nullable Handled outerHandled;
        final @Nullable String name;
        /** Whether the clause is {@code except*}, which no exit may leave. */
        final boolean star;

        Handler(
                @Nullable Block outer,
                FunctionEmitter.@Nullable Handled outerHandled,
                @Nullable String name,
                boolean star) {
            super(outer);
            this.outerHandled = outerHandled;
            this.name = name;
            this.star = star;
        }
    }

    /** A body with something to run at its end: entered with a completion record. Emitted once, however many exits there are. */
    static final class Finally extends Block {
        final Target entry;
        /** JVM local with the kind of completion: 0 normal, 1 exception, from 2 on an element of {@link #exits}. */
        final int kind;
        /** JVM local with the exception or the value to return. */
        final int value;

        final ArrayList<Exit> exits = new ArrayList<>();

        /** The statements of {@code finally}, until their names are noted. */
        List<Stmt> unnoted = List.of();

        /** How many blocks are open around it. */
        int nested;

        Finally(@Nullable Block outer, Target entry, int kind, int value) {
            super(outer);
            this.entry = entry;
            this.kind = kind;
            this.value = value;
        }

        int register(Exit exit) {
            int i = exits.indexOf(exit);
            if (i < 0) {
                i = exits.size();
                exits.add(exit);
            }
            return i + 2;
        }
    }

    /** Where an exit goes: out of the function, or to a loop's end or next turn. */
    record Exit(@Nullable Loop loop, boolean next) {
        static final Exit RETURN = new Exit(null, false);
    }
}
