package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** What the views of a dict share. Answers to {@code _PyDictViewObject}. */
public abstract class DictView extends PyObject {
    final PyDict dict;

    DictView(TypeObject type, PyDict dict) {
        super(type);
        this.dict = dict;
    }

    /** Returns one of the three types by its name, null for another name: their names are in no module. */
    public static @Nullable TypeObject typeNamed(String name) {
        return switch (name) {
            case "dict_keys" -> PyDictKeys.TYPE;
            case "dict_values" -> PyDictValues.TYPE;
            case "dict_items" -> PyDictItems.TYPE;
            default -> null;
        };
    }

    /** Makes an instance of a type that derives from one of the three. */
    public static DictView make(TypeObject type, PyDict dict) {
        if (type.isSubtype(PyDictKeys.TYPE)) {
            return new PyDictKeys(type, dict);
        }
        return type.isSubtype(PyDictValues.TYPE) ? new PyDictValues(type, dict) : new PyDictItems(type, dict);
    }

    /** Returns the dict. */
    public PyDict dict() {
        return dict;
    }

    /** Makes the iterator over what the view shows. */
    abstract DictIterator iterator(boolean backwards);

    @Expose
    int __len__(PyThreadState ts) {
        return dict.size();
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return iterator(false);
    }

    @Expose
    Object __reversed__(PyThreadState ts) {
        return iterator(true);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        if (!ts.reprs.enter(this)) {
            return "...";
        }
        ts.enterNative();
        try {
            Object list = new PyList(Iter.toArray(ts, this));
            return Text.concat(Text.concat(Types.of(this).name(), "("), Text.repr(ts, list), ")");
        } finally {
            ts.leaveNative();
            ts.reprs.leave(this);
        }
    }

    @Getter
    Object mapping(PyThreadState ts) {
        return new PyMappingProxy(dict);
    }
}
