package dev.clutch.runtime.verifier;

import org.jspecify.annotations.Nullable;

/**
 * A field of a class file.
 *
 * @param ref owner, name and descriptor
 * @param flags access flags
 * @param constant whether it has a constant value
 * @param signature the generic signature, null without one
 * @param shared what {@code @SharedState} says, null without it
 */
record FieldInfo(
        FieldRef ref, int flags, boolean constant, @Nullable String signature, FieldInfo.@Nullable Shared shared) {
    /**
     * The annotation.
     *
     * @param reason why it is there
     * @param lock the name of the static field that holds the lock
     */
    record Shared(String reason, String lock) {}

    boolean isStatic() {
        return (flags & 0x0008) != 0;
    }

    boolean isFinal() {
        return (flags & 0x0010) != 0;
    }

    boolean isPrivate() {
        return (flags & 0x0002) != 0;
    }

    boolean isSynthetic() {
        return (flags & 0x1000) != 0;
    }
}
