package dev.clutch.interp.object.exception;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.typing.PyGenericAlias;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code BaseExceptionGroup} (PEP 654). Answers to {@code PyBaseExceptionGroupObject}. */
@ExtensionType(name = "BaseExceptionGroup", subclassable = true, dict = true, exported = false)
public class PyExceptionGroup extends PyBaseException {
    /** What the group says. */
    Object message = "";

    PyTuple exceptions = new PyTuple();

    /** Makes a group with its arguments. */
    public PyExceptionGroup(TypeObject type, PyTuple args) {
        super(type, args);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        String function = "BaseExceptionGroup.__new__()";
        if (args.length != 2) {
            throw Errors.typeError(ts, function + " takes exactly 2 arguments (" + args.length + " given)");
        }
        if (!PyStr.isStr(args[0])) {
            Object found = args[0];
            throw Errors.typeError(
                    ts,
                    function + " argument 1 must be str, not "
                            + (found == Singleton.NONE
                                    ? "None"
                                    : Types.of(found).displayName()));
        }
        TypeObject type = Types.of(args[1]);
        if (type.slot(Slot.GETITEM) == null || type.isSubtype(PyDict.TYPE)) {
            throw Errors.typeError(ts, "second argument (exceptions) must be a sequence");
        }
        PyTuple exceptions = new PyTuple(Iter.toArray(ts, args[1]));
        PyExceptionGroup group = new PyExceptionGroup(checked(ts, (TypeObject) cls, exceptions), new PyTuple(args));
        group.message = args[0];
        group.exceptions = exceptions;
        return group;
    }

    /** Checks what is in the group and returns the class that it gets. */
    private static TypeObject checked(PyThreadState ts, TypeObject cls, PyTuple exceptions) {
        if (exceptions.size() == 0) {
            throw Errors.valueError(ts, "second argument (exceptions) must be a non-empty sequence");
        }
        TypeObject exception = Exceptions.type("Exception");
        boolean ordinary = true;
        for (int i = 0; i < exceptions.size(); i++) {
            Object e = exceptions.get(i);
            if (!(e instanceof PyBaseException)) {
                throw Errors.valueError(ts, "Item " + i + " of second argument (exceptions) is not an exception");
            }
            ordinary &= Types.of(e).isSubtype(exception);
        }
        TypeObject group = Exceptions.type("ExceptionGroup");
        if (cls == Exceptions.type("BaseExceptionGroup")) {
            return ordinary ? group : cls;
        }
        if (!ordinary && cls == group) {
            throw Errors.typeError(ts, "Cannot nest BaseExceptions in an ExceptionGroup");
        }
        if (!ordinary && cls.isSubtype(exception)) {
            throw Errors.typeError(ts, "Cannot nest BaseExceptions in '" + cls.displayName() + "'");
        }
        return cls;
    }

    @Override
    void derive() {
        message = args.get(0);
        exceptions = args.get(1) instanceof PyTuple t ? t : new PyTuple(((PyList) args.get(1)).toArray());
    }

    @Override
    @Expose
    Object __str__(PyThreadState ts) {
        int n = exceptions.size();
        return Text.concat(Text.str(ts, message), Str.of(" (" + n + " sub-exception" + (n > 1 ? "s" : "") + ")"));
    }

    @Getter(value = "message", member = true)
    Object message(PyThreadState ts) {
        return message;
    }

    @Getter(value = "exceptions", member = true)
    Object exceptions(PyThreadState ts) {
        return exceptions;
    }

    @Expose(kind = Expose.Kind.CLASS)
    static Object __class_getitem__(PyThreadState ts, PyType cls, Object item) {
        return new PyGenericAlias(cls, item);
    }

    @Expose(signature = "(*args)", doc = "Return a group of the same kind with other exceptions.")
    Object derive(PyThreadState ts, Object[] args) {
        if (args.length != 1) {
            throw Errors.typeError(ts, "function takes exactly 1 argument (" + args.length + " given)");
        }
        return Call.call2(ts, Exceptions.type("BaseExceptionGroup"), message, args[0]);
    }

    @Expose(counts = Expose.Counts.UNPACK_TUPLE, doc = "Return a pair of what matches the condition and the rest.")
    Object split(PyThreadState ts, Object condition) {
        GroupSplit split = new GroupSplit(ts, GroupSplit.condition(ts, condition), true);
        split.run(this);
        return new PyTuple(orNone(split.matched), orNone(split.rest));
    }

    @Expose(counts = Expose.Counts.UNPACK_TUPLE, doc = "Return what matches the condition, or None.")
    Object subgroup(PyThreadState ts, Object condition) {
        GroupSplit split = new GroupSplit(ts, GroupSplit.condition(ts, condition), false);
        split.run(this);
        return orNone(split.matched);
    }

    /** A group of some of the exceptions, with traceback, cause, context and notes of this one; null for none ({@code exceptiongroup_subset}). */
    @Nullable
    PyBaseException subset(PyThreadState ts, PyList some) {
        if (some.size() == 0) {
            return null;
        }
        Object made = Call.method1(ts, this, "derive", some);
        if (!(made instanceof PyExceptionGroup group)) {
            throw Errors.typeError(ts, "derive must return an instance of BaseExceptionGroup");
        }
        group.traceback = traceback;
        group.context = context;
        group.cause = cause;
        group.suppressContext |= cause != null;
        Object notes = Attr.find(ts, this, "__notes__");
        if (notes != null && Types.of(notes).slot(Slot.GETITEM) != null && !(notes instanceof PyDict)) {
            Attr.set(ts, group, "__notes__", new PyList(Iter.toArray(ts, notes)));
        }
        return group;
    }
}
