package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * Description of one member of a {@link NativeTable}. Immutable and shared by all interpreters. Its docstring and
 * signature are asked of the table when they are needed ({@link NativeTable#doc}, {@link NativeTable#signature}), since making them costs start-up time.
 *
 * @param kind what it becomes in Python
 * @param name its Python name
 * @param id the id that the table answers to; for a slot the slot's ordinal
 * @param writable for a getter: whether there is a setter
 * @param value for a constant: the value
 */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public record Member(
        Kind kind,
        String name,
        int id,
        boolean writable,
        @Nullable Object value) {

    /** What a member becomes. */
    public enum Kind {
        /** {@code builtin_function_or_method} of a module. */
        FUNCTION,
        /** {@code method_descriptor}. */
        METHOD,
        /** {@code classmethod_descriptor}. */
        CLASS_METHOD,
        /** {@code staticmethod}. */
        STATIC_METHOD,
        /** {@code wrapper_descriptor}, or {@code __new__}. */
        SLOT,
        /** {@code getset_descriptor}. */
        GETTER,
        /** {@code member_descriptor}. */
        MEMBER,
        /** A plain attribute. */
        CONSTANT
    }
}
