package dev.clutch.runtime.verifier;

/** A method by owner (as in {@code a/b/C}), name and descriptor. */
record MethodRef(String owner, String name, String type) {
    /** Returns what a subclass needs to override it. */
    String selector() {
        return name + type;
    }

    String returnType() {
        return type.substring(type.indexOf(')') + 1);
    }

    boolean returnsWide() {
        char c = type.charAt(type.indexOf(')') + 1);
        return c == 'J' || c == 'D';
    }

    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name;
    }
}
