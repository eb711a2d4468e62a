package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;

/** The type of {@code contextvars.Token.MISSING}. */
@ExtensionType(name = "Token.MISSING", exported = false)
public final class PyTokenMissing extends PyObject {
    /** The type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTokenMissingDefinition(), TypeObject.OBJECT);

    public PyTokenMissing() {
        super(TYPE);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<Token.MISSING>";
    }
}
