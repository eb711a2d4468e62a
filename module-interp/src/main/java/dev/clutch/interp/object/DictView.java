package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;

/** What the views of a dict share. Answers to {@code _PyDictViewObject}. */
abstract class DictView extends PyObject {
    final PyDict dict;

    DictView(TypeObject type, PyDict dict) {
        super(type);
        this.dict = dict;
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
        try {
            Object list = new PyList(Iter.toArray(ts, this));
            return Text.concat(Text.concat(Types.of(this).name(), "("), Text.repr(ts, list), ")");
        } finally {
            ts.reprs.leave(this);
        }
    }

    @Getter
    Object mapping(PyThreadState ts) {
        return new PyMappingProxy(dict);
    }
}
