package dev.clutch.interp.host;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCallable;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Vectorcall;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** A Java function that the embedder offers to Python code. It belongs to one interpreter and does not cross to others, but by a proxy. */
@ExtensionType(name = "clutch.JavaFunction", exported = false, weakReferences = true, doc = "A function of the host.")
public final class PyJavaFunction extends PyCallable {
    /** The type. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyJavaFunctionDefinition(), TypeObject.OBJECT);

    private final HostFunction target;
    private final String name;

    /** Makes the function object. */
    public PyJavaFunction(HostFunction target, String name) {
        super(TYPE, Through.INSTANCE);
        this.target = target;
        this.name = name;
    }

    /** What it calls. */
    public HostFunction target() {
        return target;
    }

    private static final class Through extends Vectorcall {
        static final Through INSTANCE = new Through();

        @Override
        public Object call(PyThreadState ts, Object f, Object[] args, String @Nullable [] names) {
            return ((PyJavaFunction) f).target.call(ts, args, names);
        }
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        return Call.withDict(ts, this, args, kwargs);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return Str.of("<java function " + name + ">");
    }

    @Getter("__name__")
    Object name(PyThreadState ts) {
        return Str.of(name);
    }
}
