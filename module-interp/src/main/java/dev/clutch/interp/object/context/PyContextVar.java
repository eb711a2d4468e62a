package dev.clutch.interp.object.context;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code contextvars.ContextVar}. Answers to {@code PyContextVar}. */
@ExtensionType(name = "_contextvars.ContextVar", exported = false, doc = "A variable with a value for each context.")
public final class PyContextVar extends PyObject {
    /** {@code contextvars.ContextVar}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyContextVarDefinition(), TypeObject.OBJECT);

    private final Object name;
    private final @Nullable Object defaultValue;

    private PyContextVar(Object name, @Nullable Object defaultValue) {
        super(TYPE);
        this.name = name;
        this.defaultValue = defaultValue;
    }

    @Expose(signature = "(name, /, *, default=<absent>)")
    static Object __new__(PyThreadState ts, PyType cls, Object name, @Nullable Object default_) {
        if (!PyStr.isStr(name)) {
            throw Errors.typeError(ts, "context variable name must be a str");
        }
        return new PyContextVar(name, default_);
    }

    @Getter("name")
    Object name(PyThreadState ts) {
        return name;
    }

    @Expose(signature = "(default=<absent>, /)", doc = "Return the value in the current context, else the default.")
    Object get(PyThreadState ts, @Nullable Object default_) {
        PyContext context = ts.context;
        Object value = context == null ? null : context.map.get(this);
        if (value != null) {
            return value;
        }
        if (default_ != null) {
            return default_;
        }
        if (defaultValue != null) {
            return defaultValue;
        }
        throw Errors.make(ts, Exceptions.type("LookupError"), this);
    }

    @Expose(signature = "(value, /)", doc = "Set the value in the current context; return a token for reset().")
    Object set(PyThreadState ts, Object value) {
        PyContext context = PyContext.current(ts);
        Object old = context.map.get(this);
        context.map = context.map.with(this, value);
        return new PyContextToken(context, this, old);
    }

    @Expose(signature = "(token, /)", doc = "Set the value back to what it was before the set() that gave the token.")
    void reset(PyThreadState ts, Object token) {
        if (!(token instanceof PyContextToken t)) {
            throw Errors.typeError(ts, "expected an instance of Token, got " + Text.java(Text.repr(ts, token)));
        }
        if (t.used) {
            throw Errors.error(ts, "RuntimeError", Text.java(Text.repr(ts, token)) + " has already been used once");
        }
        if (t.variable != this) {
            throw Errors.valueError(ts, Text.java(Text.repr(ts, token)) + " was created by a different ContextVar");
        }
        PyContext context = PyContext.current(ts);
        if (t.context != context) {
            throw Errors.valueError(ts, Text.java(Text.repr(ts, token)) + " was created in a different Context");
        }
        t.used = true;
        context.map = t.old == null ? context.map.without(this) : context.map.with(this, t.old);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        Object start = Text.concat("<ContextVar name=", Text.repr(ts, name));
        if (defaultValue != null) {
            start = Text.concat(start, " default=", Text.repr(ts, defaultValue));
        }
        return Text.concat(start, " at " + Identity.address(ts, this) + ">");
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
