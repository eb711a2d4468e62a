package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/** {@code OSError}. Answers to {@code PyOSErrorObject}. */
@ExtensionType(name = "OSError", subclassable = true, dict = true, exported = false)
public class PyOSError extends PyBaseException {
    @Nullable
    Object errno;

    @Nullable
    Object strerror;

    @Nullable
    Object filename;

    @Nullable
    Object filename2;

    /** Makes an exception with its arguments. */
    public PyOSError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        TypeObject type = (TypeObject) cls;
        if (type == base() && args.length >= 2 && args[0] instanceof Long code) {
            type = Exceptions.ofErrno(code);
        }
        PyOSError e = new PyOSError(type, new PyTuple(args));
        e.parse(args);
        return e;
    }

    /** Takes the arguments apart ({@code oserror_parse_args}, {@code oserror_init}). */
    void parse(Object[] all) {
        if (all.length < 2 || all.length > 5) {
            return;
        }
        errno = all[0];
        strerror = all[1];
        if (all.length > 2 && all[2] != dev.clutch.extension.spi.Singleton.NONE) {
            filename = all[2];
            args = new PyTuple(all[0], all[1]);
            if (all.length == 5 && all[4] != dev.clutch.extension.spi.Singleton.NONE) {
                filename2 = all[4];
            }
        }
    }

    @Override
    void derive() {
        parse(args.items());
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        refuseKeywords(ts, kwargs);
        if (Types.of(this).lookup("__new__") != base().lookup("__new__")) {
            this.args = new PyTuple(args);
            parse(args);
        }
    }

    private static TypeObject base() {
        return Exceptions.type("OSError");
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        if (filename != null) {
            String head = "[Errno " + show(ts, errno) + "] " + show(ts, strerror) + ": ";
            Object text = dev.clutch.interp.op.Text.concat(
                    dev.clutch.extension.spi.Str.of(head), dev.clutch.interp.op.Text.repr(ts, filename));
            return filename2 == null
                    ? text
                    : dev.clutch.interp.op.Text.concat(text, " -> ", dev.clutch.interp.op.Text.repr(ts, filename2));
        }
        if (errno != null && strerror != null) {
            return dev.clutch.extension.spi.Str.of("[Errno " + show(ts, errno) + "] " + show(ts, strerror));
        }
        return super.__str__(ts);
    }

    private static String show(PyThreadState ts, @Nullable Object o) {
        return o == null ? "None" : dev.clutch.interp.op.Text.java(dev.clutch.interp.op.Text.str(ts, o));
    }

    @Override
    @Expose
    Object __reduce__(PyThreadState ts) {
        PyTuple all = args;
        if (args.size() == 2 && filename != null) {
            all = filename2 == null
                    ? new PyTuple(args.get(0), args.get(1), filename)
                    : new PyTuple(
                            args.get(0), args.get(1), filename, dev.clutch.extension.spi.Singleton.NONE, filename2);
        }
        PyDict d = AttributeStorage.dict(this);
        return d == null || d.size() == 0 ? new PyTuple(Types.of(this), all) : new PyTuple(Types.of(this), all, d);
    }

    @Getter("errno")
    Object errno(PyThreadState ts) {
        return orNone(errno);
    }

    @Setter("errno")
    void setErrno(PyThreadState ts, @Nullable Object value) {
        errno = value;
    }

    @Getter("strerror")
    Object strerror(PyThreadState ts) {
        return orNone(strerror);
    }

    @Setter("strerror")
    void setStrerror(PyThreadState ts, @Nullable Object value) {
        strerror = value;
    }

    @Getter("filename")
    Object filename(PyThreadState ts) {
        return orNone(filename);
    }

    @Setter("filename")
    void setFilename(PyThreadState ts, @Nullable Object value) {
        filename = value;
    }

    @Getter("filename2")
    Object filename2(PyThreadState ts) {
        return orNone(filename2);
    }

    @Setter("filename2")
    void setFilename2(PyThreadState ts, @Nullable Object value) {
        filename2 = value;
    }
}
