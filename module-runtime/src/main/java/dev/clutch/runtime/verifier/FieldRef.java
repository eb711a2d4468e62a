package dev.clutch.runtime.verifier;

/** A field by owner (as in {@code a/b/C}), name and descriptor. */
record FieldRef(String owner, String name, String type) {
    @Override
    public String toString() {
        return owner.replace('/', '.') + "." + name;
    }
}
