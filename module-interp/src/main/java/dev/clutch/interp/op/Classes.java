package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Metaclasses;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** Class statements. */
public final class Classes {
    private Classes() {}

    /** {@code LOAD_BUILD_CLASS}. */
    public static Object builder(PyThreadState ts, PyFunction f) {
        Object builder = f.builtins.get("__build_class__");
        if (builder == null) {
            throw Errors.error(ts, "NameError", "__build_class__ not found");
        }
        return builder;
    }

    /** Calls the builder with collected bases and keywords. */
    public static Object build(
            PyThreadState ts, Object builder, Object body, String name, Object bases, @Nullable Object keywords) {
        Object[] rest = bases instanceof PyList l ? l.toArray() : Iter.toArray(ts, bases);
        Object[] args = new Object[rest.length + 2];
        args[0] = body;
        args[1] = Str.of(name);
        System.arraycopy(rest, 0, args, 2, rest.length);
        return Call.withDict(ts, builder, args, keywords);
    }

    /** {@code __build_class__(function, name, *bases, **keywords)}, with a dict or null. */
    public static Object buildClass(PyThreadState ts, Object[] args, @Nullable Object keywordArguments) {
        int positional = args.length;
        if (positional < 2) {
            throw Errors.typeError(ts, "__build_class__: not enough arguments");
        }
        if (!(args[0] instanceof PyFunction body)) {
            throw Errors.typeError(ts, "__build_class__: func must be a function");
        }
        Object name = args[1];
        if (!Str.isStr(name)) {
            throw Errors.typeError(ts, "__build_class__: name is not a string");
        }
        Object[] originals = new Object[positional - 2];
        System.arraycopy(args, 2, originals, 0, originals.length);
        PyTuple original = new PyTuple(originals);
        PyTuple bases = updateBases(ts, original);
        PyDict keywords = keywordArguments instanceof PyDict d && d.size() > 0 ? d.copy() : null;
        Object metaclass = keywords == null ? null : keywords.remove("metaclass");
        if (metaclass == null) {
            metaclass = bases.size() == 0 ? TypeObject.TYPE : Types.of(bases.get(0));
        }
        boolean isType = metaclass instanceof TypeObject;
        if (isType) {
            metaclass = Metaclasses.winner(ts, (TypeObject) metaclass, bases);
        }
        Object namespace = prepare(ts, metaclass, isType, name, bases, keywords);
        Object cell = ((CompiledCode) body.code.vectorcall).bound(ts, body, new Object[] {namespace});
        if (bases != original) {
            Subscript.set(ts, namespace, "__orig_bases__", original);
        }
        Object cls = metaclass == TypeObject.TYPE && namespace instanceof PyDict d
                ? Metaclasses.plainClass(ts, name, bases, d, keywords)
                : Call.withDict(ts, metaclass, new Object[] {name, bases, namespace}, keywords);
        if (cell instanceof PyCell c && cls instanceof TypeObject t) {
            checkCell(ts, c, t, name);
        }
        return cls;
    }

    private static Object prepare(
            PyThreadState ts, Object metaclass, boolean isType, Object name, PyTuple bases, @Nullable PyDict keywords) {
        if (metaclass instanceof TypeObject t && Metaclasses.preparesPlainly(t)) {
            return new PyDict();
        }
        Object prepare = Attr.find(ts, metaclass, "__prepare__");
        if (prepare == null) {
            return new PyDict();
        }
        Object namespace = Call.withDict(ts, prepare, new Object[] {name, bases}, keywords);
        if (!(namespace instanceof PyDict) && Types.of(namespace).lookup("__getitem__") == null) {
            throw Errors.typeError(
                    ts,
                    (isType ? ((TypeObject) metaclass).name() : "<metaclass>")
                            + ".__prepare__() must return a mapping, not "
                            + Types.of(namespace).displayName());
        }
        return namespace;
    }

    private static void checkCell(PyThreadState ts, PyCell cell, TypeObject cls, Object name) {
        if (cell.value == null) {
            throw Errors.error(
                    ts,
                    "RuntimeError",
                    "__class__ not set defining " + Text.java(Text.repr(ts, name)) + " as "
                            + Text.java(Text.repr(ts, cls)) + ". Was __classcell__ propagated to type.__new__?");
        }
        if (cell.value != cls) {
            throw Errors.typeError(
                    ts,
                    "__class__ set to " + Text.java(Text.repr(ts, cell.value)) + " defining "
                            + Text.java(Text.repr(ts, name)) + " as " + Text.java(Text.repr(ts, cls)));
        }
    }

    /** Replaces bases that are no types by what their {@code __mro_entries__} gives (PEP 560). */
    static PyTuple updateBases(PyThreadState ts, PyTuple bases) {
        PyList updated = null;
        for (int i = 0; i < bases.size(); i++) {
            Object base = bases.get(i);
            Object entries = base instanceof TypeObject ? null : Attr.find(ts, base, "__mro_entries__");
            if (entries == null) {
                if (updated != null) {
                    updated.append(base);
                }
                continue;
            }
            Object replacement = Call.call1(ts, entries, bases);
            if (!(replacement instanceof PyTuple t)) {
                throw notTuple(ts);
            }
            if (updated == null) {
                updated = new PyList(0);
                for (int k = 0; k < i; k++) {
                    updated.append(bases.get(k));
                }
            }
            for (int k = 0; k < t.size(); k++) {
                updated.append(t.get(k));
            }
        }
        return updated == null ? bases : new PyTuple(updated.toArray());
    }

    private static PythonException notTuple(PyThreadState ts) {
        return Errors.typeError(ts, "__mro_entries__ must return a tuple");
    }
}
