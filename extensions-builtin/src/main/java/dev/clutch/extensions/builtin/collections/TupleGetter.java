package dev.clutch.extensions.builtin.collections;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code _collections._tuplegetter}: the attribute of a named tuple's class that stands for an item. */
@ExtensionType(name = "collections._tuplegetter")
final class TupleGetter extends PyObject {
    private final long index;
    private Object doc;

    private TupleGetter(PyType type, long index, Object doc) {
        super(type);
        this.index = index;
        this.doc = doc;
    }

    @Expose(signature = "(index, doc, /)")
    static Object __new__(ThreadState ts, PyType cls, Object index, Object doc) {
        return new TupleGetter(cls, ts.asPosition(index), doc);
    }

    @Expose
    Object __get__(ThreadState ts, @Nullable Object instance, @Nullable Object owner) {
        if (instance == null || instance == Singleton.NONE) {
            if (owner == null || owner == Singleton.NONE) {
                throw ts.typeError("__get__(None, None) is invalid");
            }
            return this;
        }
        if (!ts.isTuple(instance)) {
            throw ts.typeError("descriptor for index '" + index + "' for tuple subclasses doesn't apply to '"
                    + ts.typeOf(instance).displayName() + "' object");
        }
        if (index < 0 || index >= ts.fastSize(instance)) {
            throw ts.error("IndexError", "tuple index out of range");
        }
        return ts.fastItem(instance, (int) index);
    }

    @Expose
    void __set__(ThreadState ts, Object instance, Object value) {
        throw ts.error("AttributeError", "can't set attribute");
    }

    @Expose
    void __delete__(ThreadState ts, Object instance) {
        throw ts.error("AttributeError", "can't delete attribute");
    }

    @Getter("__doc__")
    Object doc(ThreadState ts) {
        return doc;
    }

    @Setter("__doc__")
    void setDoc(ThreadState ts, @Nullable Object value) {
        doc = value == null ? Singleton.NONE : value;
    }

    @Expose
    Object __repr__(ThreadState ts) {
        StrBuilder out = new StrBuilder();
        out.append(Str.of(type().name())).append((Object) ("(" + index + ", "));
        return out.append(ts.repr(doc)).append((Object) ")").build();
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.newTuple(type(), ts.newTuple(index, doc));
    }
}
