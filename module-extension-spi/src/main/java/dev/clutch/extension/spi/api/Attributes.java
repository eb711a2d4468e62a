package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Attribute access. Names are interned or literal strings. */
@Stability(since = "0.1")
public interface Attributes {
    /** {@code getattr(o, name)}. AttributeError when there is none. */
    Object getAttr(Object o, String name);

    /** {@code getattr(o, name)}, or null where that raises AttributeError ({@code PyObject_GetOptionalAttr}). */
    @Nullable
    Object findAttr(Object o, String name);

    /** Looks {@code name} up on the type of {@code o} and binds it ({@code _PyObject_LookupSpecial}); null when there is none. */
    @Nullable
    Object findSpecial(Object o, String name);

    /** {@code os.fspath(path)}: a str or bytes as it is, or what {@code __fspath__} returns, which must be one. TypeError for anything else. */
    Object fspath(Object path);

    /** {@code setattr(o, name, value)}. AttributeError or TypeError when it can't be set. */
    void setAttr(Object o, String name, Object value);

    /** {@code delattr(o, name)}. AttributeError when there is none. */
    void delAttr(Object o, String name);

    /** The dictionary of an object that has one, else null ({@code _PyObject_GetDictPtr}). */
    @Nullable
    Object dictOf(Object o);

    /** {@code o.__dict__[name] = value} where the dictionary need not be made for it; false, and nothing is done, elsewhere: then ask for it. */
    boolean setInDict(Object o, String name, Object value);

    /** {@code PyObject_GenericGetAttr}. AttributeError when there is none, TypeError when the name is no str. */
    Object genericGetAttr(Object o, Object name);

    /** {@code PyObject_GenericSetAttr}; a null value deletes. AttributeError when it can't be set, TypeError when the name is no str. */
    void genericSetAttr(Object o, Object name, @Nullable Object value);
}
