package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Attribute access. Names are interned or literal strings. */
@Stability(since = "0.1")
public interface Attributes {
    /** {@code getattr(o, name)}. */
    Object getAttr(Object o, String name);

    /** {@code getattr(o, name)}, or null where that raises AttributeError ({@code PyObject_GetOptionalAttr}). */
    @Nullable
    Object findAttr(Object o, String name);

    /** Looks {@code name} up on the type of {@code o} and binds it ({@code _PyObject_LookupSpecial}); null when there is none. */
    @Nullable
    Object findSpecial(Object o, String name);

    /** {@code os.fspath(path)}: a str or bytes as it is, or what {@code __fspath__} returns, which must be one. */
    Object fspath(Object path);

    /** {@code setattr(o, name, value)}. */
    void setAttr(Object o, String name, Object value);

    /** {@code delattr(o, name)}. */
    void delAttr(Object o, String name);

    /** The dictionary of an object that has one, else null ({@code _PyObject_GetDictPtr}). */
    @Nullable
    Object dictOf(Object o);

    /** {@code PyObject_GenericGetAttr}. */
    Object genericGetAttr(Object o, Object name);

    /** {@code PyObject_GenericSetAttr}; a null value deletes. */
    void genericSetAttr(Object o, Object name, @Nullable Object value);
}
