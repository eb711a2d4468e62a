package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.typing.PyGenericAlias;
import org.jspecify.annotations.Nullable;

/** {@code set}. */
@ExtensionType(
        name = "set",
        subclassable = true,
        weakReferences = true,
        doc = "A collection of distinct hashable elements, without order.")
public final class PySet extends SetBase {
    /** {@code set}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PySetDefinition(), TypeObject.OBJECT);

    /** Makes an empty set. */
    public PySet() {
        super(TYPE, PyDict.ofKeys());
    }

    private PySet(TypeObject type, PyDict elements) {
        super(type, elements);
    }

    @Override
    SetBase make(PyDict all) {
        return new PySet(TYPE, all);
    }

    /** Adds an element. */
    @Expose
    public void add(PyThreadState ts, Object element) {
        elements.put(ts, element, Singleton.NONE);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object create(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PySet((TypeObject) cls, PyDict.ofKeys());
    }

    @Expose(signature = "(iterable=<absent>, /)")
    void __init__(PyThreadState ts, @Nullable Object iterable) {
        elements = iterable == null ? PyDict.ofKeys() : newElements(ts, iterable);
    }

    @Expose
    void clear(PyThreadState ts) {
        elements.clear();
    }

    @Expose
    Object copy(PyThreadState ts) {
        return make(elements.copy());
    }

    @Expose
    void discard(PyThreadState ts, Object element) {
        elements.remove(ts, searchKey(element));
    }

    @Expose
    void remove(PyThreadState ts, Object element) {
        if (elements.remove(ts, searchKey(element)) == null) {
            throw Errors.make(ts, Exceptions.type("KeyError"), element);
        }
    }

    @Expose
    Object pop(PyThreadState ts) {
        int p = elements.next(0);
        if (p < 0) {
            throw Errors.make(ts, Exceptions.type("KeyError"), "pop from an empty set");
        }
        Object key = elements.keyAt(p);
        elements.removeAt(p);
        return key;
    }

    @Expose(signature = "(*others)")
    void update(PyThreadState ts, Object[] others) {
        for (Object o : others) {
            addEach(ts, elements, o);
        }
    }

    @Expose
    void symmetric_difference_update(PyThreadState ts, Object other) {
        elements = symmetricDifference(ts, this, elementsOf(ts, other)).elements;
    }

    @Expose
    Object __ior__(PyThreadState ts, Object other) {
        if (!(other instanceof SetBase s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        addAll(ts, elements, s.elements);
        return this;
    }

    @Expose
    Object __iand__(PyThreadState ts, Object other) {
        if (!(other instanceof SetBase s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        elements = intersection(ts, this, s.elements).elements;
        return this;
    }

    @Expose
    Object __isub__(PyThreadState ts, Object other) {
        if (!(other instanceof SetBase s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        elements = difference(ts, this, s.elements).elements;
        return this;
    }

    @Expose
    Object __ixor__(PyThreadState ts, Object other) {
        if (!(other instanceof SetBase s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        elements = symmetricDifference(ts, this, s.elements).elements;
        return this;
    }

    @Expose(signature = "(*others)")
    void intersection_update(PyThreadState ts, Object[] others) {
        for (Object o : others) {
            elements = intersection(ts, this, elementsOf(ts, o)).elements;
        }
    }

    @Expose(signature = "(*others)")
    void difference_update(PyThreadState ts, Object[] others) {
        for (Object o : others) {
            elements = difference(ts, this, elementsOf(ts, o)).elements;
        }
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
