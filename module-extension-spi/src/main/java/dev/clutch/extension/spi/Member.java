package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * Description of one member of a {@link NativeTable}. Immutable and shared by all interpreters.
 *
 * @param kind what it becomes in Python
 * @param name its Python name
 * @param id the id that the table answers to; for a slot the slot's ordinal
 * @param signature its parameters, null for getters and constants
 * @param doc the docstring, empty for none
 * @param writable for a getter: whether there is a setter
 * @param value for a constant: the value
 */
public record Member(
        Kind kind,
        String name,
        int id,
        @Nullable Signature signature,
        String doc,
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
        /** A plain attribute. */
        CONSTANT
    }
}
