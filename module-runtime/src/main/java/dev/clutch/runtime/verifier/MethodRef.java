package dev.clutch.runtime.verifier;

import org.jspecify.annotations.Nullable;

/** A method by owner (as in {@code a/b/C}), name and descriptor. */
final class MethodRef {
    private final String owner;
    private final String name;
    private final String type;
    private final String selector;

    MethodRef(String owner, String name, String type) {
        this.owner = owner;
        this.name = name;
        this.type = type;
        selector = name + type;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** Returns what a subclass needs to override it. */
    String selector() {
        return selector;
    }

    String returnType() {
        return type.substring(type.indexOf(')') + 1);
    }

    boolean returnsWide() {
        char c = type.charAt(type.indexOf(')') + 1);
        return c == 'J' || c == 'D';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MethodRef ref && ref.selector.equals(selector) && ref.owner.equals(owner);
    }

    @Override
    public int hashCode() {
        return selector.hashCode() * 31 + owner.hashCode();
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name;
    }
}
