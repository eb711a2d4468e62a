package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** The {@code __weakref__} attribute of instances ({@code subtype_getweakref}); in Python a getset descriptor. */
@ExtensionType(name = "getset_descriptor", exported = false)
public final class PyWeakrefDescriptor extends PyObject {
    /** A type of its own in Java, with the name of getset descriptors. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyWeakrefDescriptorDefinition(), PyGetSetDescriptor.TYPE);

    private final TypeObject owner;

    PyWeakrefDescriptor(TypeObject owner) {
        super(TYPE);
        this.owner = owner;
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        if (instance == null) {
            return this;
        }
        Object reference = ts.interp.weakReferences().first(instance);
        return reference == null ? Singleton.NONE : reference;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<attribute '__weakref__' of '" + owner.displayName() + "' objects>";
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return "__weakref__";
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return owner.qualname + ".__weakref__";
    }

    @Getter("__objclass__")
    Object objclass(PyThreadState ts) {
        return owner;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return owner.isClass() ? "list of weak references to the object" : Singleton.NONE;
    }
}
