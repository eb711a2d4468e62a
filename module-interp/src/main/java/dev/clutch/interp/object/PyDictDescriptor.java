package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** The {@code __dict__} attribute of instances ({@code subtype_dict}, {@code subtype_setdict}); in Python a getset descriptor. */
@ExtensionType(name = "getset_descriptor", exported = false)
public final class PyDictDescriptor extends PyObject {
    /** A type of its own in Java, with the name of getset descriptors. */
    public static final TypeObject TYPE =
            TypeObject.builtin(new PyDictDescriptorDefinition(), PyGetSetDescriptor.TYPE);

    private final TypeObject owner;

    PyDictDescriptor(TypeObject owner) {
        super(TYPE);
        this.owner = owner;
    }

    @Expose
    Object __get__(PyThreadState ts, @Nullable Object instance, @Nullable Object cls) {
        if (instance == null) {
            return this;
        }
        PyDict d = instance instanceof PyObject o ? AttributeStorage.dict(o) : null;
        if (d == null) {
            throw Errors.attributeError(ts, instance, "__dict__");
        }
        return d;
    }

    @Expose
    void __set__(PyThreadState ts, Object instance, Object value) {
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError(
                    ts, "__dict__ must be set to a dictionary, not a '" + Types.of(value).name() + "'");
        }
        if (!(instance instanceof PyObject o) || !((TypeObject) o.type()).hasDict()) {
            throw Errors.attributeError(ts, instance, "__dict__");
        }
        AttributeStorage.setDict(o, d);
    }

    @Expose
    void __delete__(PyThreadState ts, Object instance) {
        if (instance instanceof PyObject o && ((TypeObject) o.type()).hasDict()) {
            AttributeStorage.setDict(o, new PyDict());
        }
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<attribute '__dict__' of '" + owner.displayName() + "' objects>";
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return "__dict__";
    }

    @Getter("__qualname__")
    Object qualname(PyThreadState ts) {
        return owner.qualname + ".__dict__";
    }

    @Getter("__objclass__")
    Object objclass(PyThreadState ts) {
        return owner;
    }

    @Getter("__doc__")
    Object doc(PyThreadState ts) {
        return owner.isClass() ? "dictionary for instance variables" : Singleton.NONE;
    }
}
