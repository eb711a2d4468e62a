package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** {@code SyntaxError}. Answers to {@code PySyntaxErrorObject}. */
@ExtensionType(name = "SyntaxError", subclassable = true, dict = true, exported = false)
public class PySyntaxError extends PyBaseException {
    @Nullable
    Object message;

    @Nullable
    Object filename;

    @Nullable
    Object lineno;

    @Nullable
    Object offset;

    @Nullable
    Object text;

    @Nullable
    Object endLineno;

    @Nullable
    Object endOffset;

    @Nullable
    Object printFileAndLine;

    /** Makes an exception with its arguments. */
    public PySyntaxError(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PySyntaxError((TypeObject) cls, new PyTuple(args));
    }

    @Override
    void derive() {
        message = args.size() > 0 ? args.get(0) : null;
        if (args.size() == 2 && args.get(1) instanceof PyTuple info && info.size() == 6) {
            filename = info.get(0);
            lineno = info.get(1);
            offset = info.get(2);
            text = info.get(3);
            endLineno = info.get(4);
            endOffset = info.get(5);
        }
    }

    @Override
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        refuseKeywords(ts, kwargs);
        super.__init__(ts, args, null);
        message = args.length > 0 ? args[0] : null;
        if (args.length != 2) {
            return;
        }
        Object[] info = dev.clutch.interp.op.Iter.toArray(ts, args[1]);
        if (info.length < 4) {
            throw Errors.typeError(ts, "function takes at least 4 arguments (" + info.length + " given)");
        }
        if (info.length > 6) {
            throw Errors.typeError(ts, "function takes at most 6 arguments (" + info.length + " given)");
        }
        filename = info[0];
        lineno = info[1];
        offset = info[2];
        text = info[3];
        endLineno = info.length > 4 ? info[4] : null;
        endOffset = info.length == 6 ? info[5] : null;
        if (info.length == 5) {
            throw Errors.typeError(ts, "end_offset must be provided when end_lineno is provided");
        }
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        Object m = message == null ? "None" : dev.clutch.interp.op.Text.str(ts, message);
        boolean haveFile = filename != null && PyStr.isStr(filename);
        boolean haveLine = lineno instanceof Long;
        if (!haveFile && !haveLine) {
            return m;
        }
        String file = haveFile && filename != null ? dev.clutch.interp.op.Attr.nameText(ts, filename) : "";
        file = file.substring(file.lastIndexOf('/') + 1);
        String where = haveFile && haveLine
                ? " (" + file + ", line " + lineno + ")"
                : haveFile ? " (" + file + ")" : " (line " + lineno + ")";
        return dev.clutch.interp.op.Text.concat(m, dev.clutch.extension.spi.Str.of(where));
    }

    @Getter("msg")
    Object message(PyThreadState ts) {
        return orNone(message);
    }

    @Setter("msg")
    void setMessage(PyThreadState ts, @Nullable Object value) {
        message = value;
    }

    @Getter("filename")
    Object filename(PyThreadState ts) {
        return orNone(filename);
    }

    @Setter("filename")
    void setFilename(PyThreadState ts, @Nullable Object value) {
        filename = value;
    }

    @Getter("lineno")
    Object lineno(PyThreadState ts) {
        return orNone(lineno);
    }

    @Setter("lineno")
    void setLineno(PyThreadState ts, @Nullable Object value) {
        lineno = value;
    }

    @Getter("offset")
    Object offset(PyThreadState ts) {
        return orNone(offset);
    }

    @Setter("offset")
    void setOffset(PyThreadState ts, @Nullable Object value) {
        offset = value;
    }

    @Getter("text")
    Object text(PyThreadState ts) {
        return orNone(text);
    }

    @Setter("text")
    void setText(PyThreadState ts, @Nullable Object value) {
        text = value;
    }

    @Getter("end_lineno")
    Object endLineno(PyThreadState ts) {
        return orNone(endLineno);
    }

    @Setter("end_lineno")
    void setEndLineno(PyThreadState ts, @Nullable Object value) {
        endLineno = value;
    }

    @Getter("end_offset")
    Object endOffset(PyThreadState ts) {
        return orNone(endOffset);
    }

    @Setter("end_offset")
    void setEndOffset(PyThreadState ts, @Nullable Object value) {
        endOffset = value;
    }

    @Getter("print_file_and_line")
    Object printFileAndLine(PyThreadState ts) {
        return orNone(printFileAndLine);
    }

    @Setter("print_file_and_line")
    void setPrintFileAndLine(PyThreadState ts, @Nullable Object value) {
        printFileAndLine = value;
    }
}
