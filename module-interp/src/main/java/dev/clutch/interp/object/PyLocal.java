package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.Descriptors;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** {@code threading.local}: a dict for each thread. The dicts hang off the threads' states, so they go with them. Answers to {@code localobject}. */
@ExtensionType(name = "_thread._local", exported = false, subclassable = true, weakReferences = true)
public final class PyLocal extends PyObject {
    /** {@code _thread._local}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyLocalDefinition(), TypeObject.OBJECT);

    private final Object[] args;
    private final @Nullable Object kwargs;
    private final WeakHashMap<PyThreadState, PyDict> dicts = new WeakHashMap<>();

    private PyLocal(TypeObject type, Object[] args, @Nullable Object kwargs) {
        super(type);
        this.args = args;
        this.kwargs = kwargs;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        TypeObject type = (TypeObject) cls;
        boolean given = args.length > 0 || kwargs instanceof PyDict d && d.size() > 0;
        if (given && type.slot(Slot.INIT) == TypeObject.OBJECT.slot(Slot.INIT)) {
            throw Errors.typeError(ts, "Initialization arguments are not supported");
        }
        PyLocal local = new PyLocal(type, args, kwargs);
        local.dicts.put(ts, new PyDict());
        return local;
    }

    /** The dict of the current thread; a thread's first access runs {@code __init__} again ({@code _ldict}). */
    private PyDict dict(PyThreadState ts) {
        PyDict d = dicts.get(ts);
        if (d == null) {
            d = new PyDict();
            dicts.put(ts, d);
            TypeObject type = (TypeObject) type();
            if (type.slot(Slot.INIT) != TypeObject.OBJECT.slot(Slot.INIT)) {
                try {
                    Call.withDict(ts, Attr.get(ts, this, "__init__"), args.clone(), kwargs);
                } catch (RuntimeException e) {
                    dicts.remove(ts);
                    throw e;
                }
            }
        }
        return d;
    }

    @Getter("__dict__")
    Object dictOf(PyThreadState ts) {
        return dict(ts);
    }

    @Expose
    Object __getattribute__(PyThreadState ts, Object name) {
        PyDict d = dict(ts);
        String text = Attr.nameText(ts, name);
        if (text.equals("__dict__")) {
            return d;
        }
        TypeObject type = (TypeObject) type();
        Object found = type.lookup(text);
        if (found == null || !Descriptors.isData(found)) {
            Object v = d.get(text);
            if (v != null) {
                return v;
            }
        }
        if (found == null) {
            throw Errors.attributeError(ts, this, text);
        }
        return Descriptors.get(ts, found, this, type);
    }

    @Expose
    void __setattr__(PyThreadState ts, Object name, Object value) {
        change(ts, name, value);
    }

    @Expose
    void __delattr__(PyThreadState ts, Object name) {
        change(ts, name, null);
    }

    private void change(PyThreadState ts, Object name, @Nullable Object value) {
        PyDict d = dict(ts);
        String text = Attr.nameText(ts, name);
        if (text.equals("__dict__")) {
            throw Errors.error(
                    ts,
                    "AttributeError",
                    "'" + Types.of(this).displayName() + "' object attribute '__dict__' is read-only");
        }
        Object found = ((TypeObject) type()).lookup(text);
        if (found != null && Descriptors.isData(found)) {
            Descriptors.set(ts, found, this, value);
        } else if (value != null) {
            d.put(ts.interp.inlineCaches().interned(text), value);
        } else if (d.remove(text) == null) {
            throw Errors.attributeError(ts, this, text);
        }
    }
}
