package dev.clutch.interp.object.typing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import org.jspecify.annotations.Nullable;

/** {@code typing.Generic}: a type of each interpreter, since programs may set its attributes. Answers to {@code generic_spec}. */
@ExtensionType(
        name = "typing.Generic",
        exported = false,
        subclassable = true,
        mutable = true,
        doc = "The base of generic classes; a class with a type parameter list has it without saying so.")
public final class PyGeneric {
    private PyGeneric() {}

    /** Makes the type of an interpreter. */
    public static TypeObject make(PyInterpreter interp) {
        return TypeObject.extension(new PyGenericDefinition(), TypeObject.OBJECT, interp, null);
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(*args, **kwargs)")
    static Object __class_getitem__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return call(ts, "_generic_class_getitem", cls, args, kwargs);
    }

    @Expose(kind = Expose.Kind.CLASS, signature = "(*args, **kwargs)")
    static Object __init_subclass__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return call(ts, "_generic_init_subclass", cls, args, kwargs);
    }

    /** {@code call_typing_args_kwargs}. */
    private static Object call(PyThreadState ts, String function, PyType cls, Object[] args, @Nullable Object kwargs) {
        Object[] all = new Object[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        Object f = Attr.get(ts, ts.importModule("typing"), function);
        return Call.withDict(ts, f, all, kwargs);
    }
}
