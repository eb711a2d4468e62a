package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Gives the unpacked form of a generic alias, once: what {@code *tuple[int, ...]} takes. Answers to {@code gaiterobject}. */
@ExtensionType(name = "generic_alias_iterator", exported = false)
public final class PyGenericAliasIterator extends PyObject {
    /** Its type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyGenericAliasIteratorDefinition(), TypeObject.OBJECT);

    private @Nullable PyGenericAlias alias;

    PyGenericAliasIterator(PyGenericAlias alias) {
        super(TYPE);
        this.alias = alias;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return this;
    }

    @Expose
    @Nullable
    Object __next__(PyThreadState ts) {
        PyGenericAlias a = alias;
        alias = null;
        return a == null ? null : a.starred();
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        Object iter = Builtins.get(ts, "iter");
        PyGenericAlias a = alias;
        return new PyTuple(iter, new PyTuple(a == null ? PyTuple.EMPTY : a));
    }
}
