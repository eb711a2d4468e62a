package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a method's code computes, as a graph: each instruction that gives a reference is one value, and where paths meet with different values there is a {@link Phi}. Compared by
 * identity; the values of one method belong to its {@link Summary}.
 */
abstract sealed class Value {
    /** A value of one word without state: a number, a string, a class. */
    static final Constant CONSTANT = new Constant(false);
    /** The same in two words. */
    static final Constant WIDE = new Constant(true);
    /** {@code null}. */
    static final Constant NULL = new Constant(false);
    /** The number 0, as the length of an array. */
    static final Constant ZERO = new Constant(false);

    boolean isWide() {
        return false;
    }

    /** A value without state. */
    static final class Constant extends Value {
        private final boolean wide;

        private Constant(boolean wide) {
            this.wide = wide;
        }

        @Override
        boolean isWide() {
            return wide;
        }
    }

    /** A class as a constant: the monitor of its static methods, the argument of a service look-up. */
    static final class ClassConstant extends Value {
        final String name;

        ClassConstant(String name) {
            this.name = name;
        }
    }

    /** A string as a constant. */
    static final class StringConstant extends Value {
        final String text;

        StringConstant(String text) {
            this.text = text;
        }
    }

    /** A parameter; number 0 of an instance method is {@code this}. */
    static final class Param extends Value {
        final MethodInfo method;
        final int index;
        final String type;

        Param(MethodInfo method, int index, String type) {
            this.method = method;
            this.index = index;
            this.type = type;
        }
    }

    /** A new object of exactly this class. */
    static final class New extends Value {
        final String type;
        final int offset;
        /** The call of its constructor, once it is seen. */
        @Nullable
        Invoke constructor;

        New(String type, int offset) {
            this.type = type;
            this.offset = offset;
        }
    }

    /** A new array; the elements that are written to it are array stores of the summary. */
    static final class NewArray extends Value {
        final String type;
        final int offset;
        boolean empty;

        NewArray(String type, int offset) {
            this.type = type;
            this.offset = offset;
        }
    }

    /** What a field holds; the base is null for a static field. */
    static final class Load extends Value {
        final FieldRef field;
        final int offset;

        @Nullable
        Value base;

        List<String> held = List.of();

        Load(FieldRef field, int offset) {
            this.field = field;
            this.offset = offset;
        }
    }

    /** An element of an array of references. */
    static final class Element extends Value {
        final int offset;
        Value array = NULL;

        Element(int offset) {
            this.offset = offset;
        }
    }

    /** A call and its result. */
    static final class Invoke extends Value {
        final MethodRef target;
        final Kind kind;
        final int offset;
        /** The receiver, if any, and the arguments. */
        Value[] arguments = {};

        List<String> held = List.of();

        /** How it chooses the method. */
        enum Kind {
            STATIC,
            SPECIAL,
            VIRTUAL
        }

        Invoke(MethodRef target, Kind kind, int offset) {
            this.target = target;
            this.kind = kind;
            this.offset = offset;
        }

        @Override
        boolean isWide() {
            return target.returnsWide();
        }
    }

    /** What {@code invokedynamic} makes, or a dynamic constant: a lambda with its captured values, or whatever else its bootstrap method gives. */
    static final class Dynamic extends Value {
        final String bootstrap;
        final String type;
        final int offset;
        /** Whether it is a constant: made once, and the same for all that run the code. */
        final boolean constant;
        /** Methods that the arguments of the bootstrap method name, and the bootstrap method at the end. */
        final List<MethodRef> handles;

        Value[] captured = {};

        Dynamic(String bootstrap, String type, int offset, boolean constant, List<MethodRef> handles) {
            this.constant = constant;
            this.bootstrap = bootstrap;
            this.type = type;
            this.offset = offset;
            this.handles = handles;
        }

        @Override
        boolean isWide() {
            return type.equals("J") || type.equals("D");
        }
    }

    /** The same reference with a narrower type. */
    static final class Cast extends Value {
        final String type;
        Value value = NULL;

        Cast(String type) {
            this.type = type;
        }
    }

    /** Something of which only the type is known: a caught exception. */
    static final class Unknown extends Value {
        final String type;

        Unknown(String type) {
            this.type = type;
        }
    }

    /** One of several values, by the path taken. */
    static final class Phi extends Value {
        final List<Value> inputs = new ArrayList<>();
        /** The state that it belongs to: each place where paths meet has its own. */
        final Object place;

        private final boolean wide;

        Phi(Object place, boolean wide) {
            this.place = place;
            this.wide = wide;
        }

        @Override
        boolean isWide() {
            return wide;
        }

        /** Adds an input; false if it is there. */
        boolean add(Value value) {
            if (value == this || inputs.contains(value)) {
                return false;
            }
            inputs.add(value);
            return true;
        }
    }
}
