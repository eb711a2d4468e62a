package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** An exception. Answers to {@code PyBaseExceptionObject}. Classes with further attributes extend it. */
@ExtensionType(name = "BaseException", subclassable = true, dict = true)
public class PyBaseException extends PyObject {
    /** {@code BaseException}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyBaseExceptionDefinition(), TypeObject.OBJECT);

    PyTuple args;

    @Nullable
    public PyObject traceback;

    @Nullable
    public PyBaseException context;

    @Nullable
    public PyBaseException cause;

    public boolean suppressContext;

    /** Makes an exception with its arguments. */
    public PyBaseException(TypeObject type, PyTuple args) {
        super(type);
        this.args = args;
    }

    /** Sets the context to the exception being handled, without making a cycle ({@code _PyErr_SetObject}). */
    public void setImplicitContext(@Nullable PyObject handled) {
        if (!(handled instanceof PyBaseException h) || h == this) {
            return;
        }
        // a program may have made a cycle of its own: the slow one meets the other there
        PyBaseException slow = h;
        boolean step = false;
        PyBaseException e = h;
        PyBaseException next = e.context;
        while (next != null) {
            if (next == this) {
                e.context = null;
                break;
            }
            e = next;
            if (e == slow) {
                break;
            }
            if (step && slow != null) {
                slow = slow.context;
            }
            step = !step;
            next = e.context;
        }
        context = h;
    }

    /** Sets the attributes that follow from the arguments, for an exception that the core makes without {@code __init__}. */
    void derive() {}

    /** For AttributeError and NameError. */
    public void setNameAndObject(Object name, Object object) {}

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyBaseException((TypeObject) cls, new PyTuple(args));
    }

    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        refuseKeywords(ts, kwargs);
        this.args = new PyTuple(args);
    }

    final void refuseKeywords(PyThreadState ts, @Nullable Object kwargs) {
        if (kwargs instanceof PyDict d && d.size() > 0) {
            throw Errors.typeError(ts, Types.of(this).name() + "() takes no keyword arguments");
        }
    }

    @Expose
    Object __str__(PyThreadState ts) {
        switch (args.size()) {
            case 0:
                return "";
            case 1:
                return Text.str(ts, args.get(0));
            default:
                return Text.str(ts, args);
        }
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object name = Types.of(this).name();
        if (args.size() == 1) {
            return Text.concat(Text.concat(name, "("), Text.repr(ts, args.get(0)), ")");
        }
        return Text.concat(name, Text.repr(ts, args));
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        PyDict d = AttributeStorage.dict(this);
        return d == null || d.size() == 0 ? new PyTuple(Types.of(this), args) : new PyTuple(Types.of(this), args, d);
    }

    @Expose
    void __setstate__(PyThreadState ts, Object state) {
        if (state == Singleton.NONE) {
            return;
        }
        if (!(state instanceof PyDict d)) {
            throw Errors.typeError(ts, "state is not a dictionary");
        }
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            Attr.set(ts, this, Attr.nameText(ts, d.keyAt(p)), d.valueAt(p));
        }
    }

    @Expose
    Object with_traceback(PyThreadState ts, Object tb) {
        setTraceback(ts, tb);
        return this;
    }

    @Expose
    void add_note(PyThreadState ts, Object note) {
        if (!PyStr.isStr(note)) {
            throw Errors.typeError(
                    ts, "note must be a str, not '" + Types.of(note).displayName() + "'");
        }
        Object notes = Attr.find(ts, this, "__notes__");
        if (notes == null) {
            notes = new PyList();
            Attr.set(ts, this, "__notes__", notes);
        }
        if (!(notes instanceof PyList list)) {
            throw Errors.typeError(ts, "Cannot add note: __notes__ is not a list");
        }
        list.append(note);
    }

    @Getter("args")
    Object args(PyThreadState ts) {
        return args;
    }

    @Setter("args")
    void setArgs(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "args may not be deleted");
        }
        args = new PyTuple(Iter.toArray(ts, value));
    }

    /** Returns the first entry of the traceback, or null. */
    public @Nullable PyTraceback tracebackEntry() {
        return traceback instanceof PyTraceback t ? t : null;
    }

    /** Replaces the traceback. */
    public void setTracebackEntry(@Nullable PyTraceback entry) {
        traceback = entry;
    }

    @Getter("__traceback__")
    Object traceback(PyThreadState ts) {
        return traceback == null ? Singleton.NONE : traceback;
    }

    @Setter("__traceback__")
    void setTraceback(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "__traceback__ may not be deleted");
        }
        if (value != Singleton.NONE && !(value instanceof PyTraceback)) {
            throw Errors.typeError(ts, "__traceback__ must be a traceback or None");
        }
        traceback = value instanceof PyTraceback t ? t : null;
    }

    @Getter("__context__")
    Object context(PyThreadState ts) {
        return context == null ? Singleton.NONE : context;
    }

    @Setter("__context__")
    void setContext(PyThreadState ts, @Nullable Object value) {
        context = exceptionOrNone(ts, value, "__context__", "exception context");
    }

    @Getter("__cause__")
    Object cause(PyThreadState ts) {
        return cause == null ? Singleton.NONE : cause;
    }

    @Setter("__cause__")
    void setCause(PyThreadState ts, @Nullable Object value) {
        cause = exceptionOrNone(ts, value, "__cause__", "exception cause");
        suppressContext = true;
    }

    private static @Nullable PyBaseException exceptionOrNone(
            PyThreadState ts, @Nullable Object value, String attribute, String what) {
        if (value == null) {
            throw Errors.typeError(ts, attribute + " may not be deleted");
        }
        if (value == Singleton.NONE) {
            return null;
        }
        if (value instanceof PyBaseException e) {
            return e;
        }
        throw Errors.typeError(ts, what + " must be None or derive from BaseException");
    }

    @Getter("__suppress_context__")
    boolean suppressContext(PyThreadState ts) {
        return suppressContext;
    }

    @Setter("__suppress_context__")
    void setSuppressContext(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            throw Errors.typeError(ts, "can't delete numeric/char attribute");
        }
        if (!(value instanceof Boolean b)) {
            throw Errors.typeError(ts, "attribute value type must be bool");
        }
        suppressContext = b;
    }

    static Object orNone(@Nullable Object o) {
        return o == null ? Singleton.NONE : o;
    }
}
