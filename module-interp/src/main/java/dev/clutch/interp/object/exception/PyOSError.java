package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Text;
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

    /** {@code characters_written} of a BlockingIOError, -1 when it is not set. */
    private long written = -1;

    /** Makes an exception with its arguments. */
    public PyOSError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        TypeObject type = (TypeObject) cls;
        if (usesInit(type)) {
            return new PyOSError(type, new PyTuple());
        }
        if (kwargs instanceof PyDict d && d.size() > 0) {
            throw Errors.typeError(ts, type.name() + "() takes no keyword arguments");
        }
        if (type == base() && args.length >= 2 && args.length <= 5 && PyInt.plainOrNull(args[0]) instanceof Long code) {
            type = Exceptions.ofErrno(code);
        }
        PyOSError e = new PyOSError(type, new PyTuple(args));
        e.parse(ts, args);
        return e;
    }

    /** {@code oserror_use_init}: a class that has its own {@code __init__} but not {@code __new__} gets its arguments there. */
    private static boolean usesInit(TypeObject type) {
        TypeObject base = base();
        return type.slot(Slot.INIT) != base.slot(Slot.INIT) && type.slot(Slot.NEW) == base.slot(Slot.NEW);
    }

    /** Takes the arguments apart ({@code oserror_parse_args}, {@code oserror_init}). */
    private void parse(@Nullable PyThreadState ts, Object[] all) {
        args = new PyTuple(all);
        if (all.length < 2 || all.length > 5) {
            return;
        }
        errno = all[0];
        strerror = all[1];
        if (all.length == 2 || all[2] == Singleton.NONE) {
            return;
        }
        if (ts != null && Types.of(this) == Exceptions.type("BlockingIOError") && Numbers.isNumber(all[2])) {
            written = Numbers.asLong(ts, all[2]);
            return;
        }
        filename = all[2];
        args = new PyTuple(all[0], all[1]);
        if (all.length == 5 && all[4] != Singleton.NONE) {
            filename2 = all[4];
        }
    }

    @Override
    void derive() {
        parse(null, args.items());
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (usesInit(Types.of(this))) {
            refuseKeywords(ts, kwargs);
            parse(ts, args);
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
            Object text = Text.concat(Str.of(head), Text.repr(ts, filename));
            return filename2 == null ? text : Text.concat(text, " -> ", Text.repr(ts, filename2));
        }
        if (errno != null && strerror != null) {
            return Str.of("[Errno " + show(ts, errno) + "] " + show(ts, strerror));
        }
        return super.__str__(ts);
    }

    private static String show(PyThreadState ts, @Nullable Object o) {
        return o == null ? "None" : Text.java(Text.str(ts, o));
    }

    @Override
    @Expose
    Object __reduce__(PyThreadState ts) {
        PyTuple all = args;
        if (args.size() == 2 && filename != null) {
            all = filename2 == null
                    ? new PyTuple(args.get(0), args.get(1), filename)
                    : new PyTuple(args.get(0), args.get(1), filename, Singleton.NONE, filename2);
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

    private RuntimeException noCharactersWritten(PyThreadState ts) {
        return Errors.error(ts, "AttributeError", "characters_written");
    }

    @Getter("characters_written")
    Object charactersWritten(PyThreadState ts) {
        if (written == -1) {
            throw noCharactersWritten(ts);
        }
        return written;
    }

    @Setter("characters_written")
    void setCharactersWritten(PyThreadState ts, @Nullable Object value) {
        if (value == null) {
            if (written == -1) {
                throw noCharactersWritten(ts);
            }
            written = -1;
        } else {
            written = Numbers.asLong(ts, value);
        }
    }
}
