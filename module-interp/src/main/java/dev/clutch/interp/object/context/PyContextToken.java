package dev.clutch.interp.object.context;

import dev.clutch.extension.spi.Constant;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Identity;
import dev.clutch.interp.object.PyTokenMissing;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code contextvars.Token}. Answers to {@code PyContextToken}. */
@ExtensionType(name = "_contextvars.Token", exported = false, doc = "What ContextVar.reset() needs.")
public final class PyContextToken extends PyObject {
    /** {@code Token.MISSING}: there was no value before. The type shows it, so it comes first. */
    @Constant
    public static final PyTokenMissing MISSING = new PyTokenMissing();

    /** {@code contextvars.Token}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyContextTokenDefinition(), TypeObject.OBJECT);

    final PyContext context;
    final PyContextVar variable;
    final @Nullable Object old;
    boolean used;

    PyContextToken(PyContext context, PyContextVar variable, @Nullable Object old) {
        super(TYPE);
        this.context = context;
        this.variable = variable;
        this.old = old;
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        throw Errors.error(ts, "RuntimeError", "Tokens can only be created by ContextVars");
    }

    @Getter
    Object var(PyThreadState ts) {
        return variable;
    }

    @Getter
    Object old_value(PyThreadState ts) {
        return old == null ? MISSING : old;
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Text.concat(
                used ? "<Token used var=" : "<Token var=",
                Text.repr(ts, variable),
                " at " + Identity.address(ts, this) + ">");
    }

    @Expose
    Object __richcompare__(PyThreadState ts, dev.clutch.extension.spi.Slot op, Object other) {
        return dev.clutch.extension.spi.Singleton.NOT_IMPLEMENTED;
    }

    @Expose(name = "__class_getitem__", kind = Expose.Kind.CLASS, doc = "See PEP 585.")
    static Object generic(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }
}
