package dev.clutch.interp.op;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import org.jspecify.annotations.Nullable;

/** Structural pattern matching (PEP 634). A null array means no match. */
public final class Match {
    private static final String[] SELF = {
        "bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"
    };

    private Match() {}

    private static boolean hasFlag(TypeObject type, int flag) {
        return (type.flags() & flag) != 0;
    }

    /** {@code _Py_TPFLAGS_MATCH_SELF}: one positional pattern stands for the object itself. */
    private static boolean matchesSelf(TypeObject type) {
        for (TypeObject t : type.mro()) {
            for (String name : SELF) {
                if (!t.isMutable() && t.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A sequence pattern whose elements are all wildcards: no element is looked at, and without need not the length. */
    public static boolean isSequence(PyThreadState ts, Object o, int before, int after) {
        if (!hasFlag(Types.of(o), TypeDefinition.SEQUENCE)) {
            return false;
        }
        if (after < 0) {
            return Sizes.of(ts, o) == before;
        }
        return before + after == 0 || Sizes.of(ts, o) >= before + after;
    }

    /**
     * A sequence pattern with a nameless star: the other elements are taken by index, wildcards not at all.
     *
     * @param wildcards a letter for each element, the star too; {@code _} for a wildcard
     */
    public static @Nullable Object @Nullable [] sequenceItems(
            PyThreadState ts, Object o, int before, int after, String wildcards) {
        if (!hasFlag(Types.of(o), TypeDefinition.SEQUENCE)) {
            return null;
        }
        long size = Sizes.of(ts, o);
        if (size < before + after) {
            return null;
        }
        @Nullable Object[] items = new Object[wildcards.length()];
        for (int i = 0; i < items.length; i++) {
            if (wildcards.charAt(i) != '_') {
                long index = i < before ? i : Sizes.of(ts, o) - (items.length - i);
                items[i] = Subscript.get(ts, o, index);
            }
        }
        return items;
    }

    /**
     * A sequence pattern.
     *
     * @param before elements before the star, all of them without one
     * @param after elements after the star, -1 without one
     */
    public static Object @Nullable [] sequence(PyThreadState ts, Object o, int before, int after) {
        if (!hasFlag(Types.of(o), TypeDefinition.SEQUENCE)) {
            return null;
        }
        long size = Sizes.of(ts, o);
        if (after < 0 ? size != before : size < before + after) {
            return null;
        }
        return after < 0 ? Unpack.exact(ts, o, before) : Unpack.starred(ts, o, before, after);
    }

    /** A mapping pattern: the values of the keys, and the rest if asked for. */
    public static Object @Nullable [] mapping(PyThreadState ts, Object o, Object[] keys, int rest) {
        if (!hasFlag(Types.of(o), TypeDefinition.MAPPING)) {
            return null;
        }
        Object[] values = new Object[keys.length + rest];
        if (keys.length > 0) {
            if (Sizes.of(ts, o) < keys.length) {
                return null;
            }
            PyDict seen = new PyDict();
            Object get = Attr.get(ts, o, "get");
            Object missing = new PyList(0);
            for (int i = 0; i < keys.length; i++) {
                if (seen.get(ts, keys[i]) != null) {
                    throw Errors.valueError(
                            ts, "mapping pattern checks duplicate key (" + Text.java(Text.repr(ts, keys[i])) + ")");
                }
                seen.put(ts, keys[i], true);
                Object v = Call.call2(ts, get, keys[i], missing);
                if (v == missing) {
                    return null;
                }
                values[i] = v;
            }
        }
        if (rest > 0) {
            PyDict d = new PyDict();
            Build.dictUpdate(ts, d, o);
            for (Object key : keys) {
                d.remove(ts, key);
            }
            values[keys.length] = d;
        }
        return values;
    }

    /** A class pattern: positional attributes by {@code __match_args__}, then the named ones. */
    public static Object @Nullable [] classPattern(
            PyThreadState ts, Object o, Object cls, int positional, String[] names) {
        if (!(cls instanceof TypeObject type)) {
            throw Errors.typeError(ts, "called match pattern must be a class");
        }
        if (!Instances.isInstance(ts, o, cls)) {
            return null;
        }
        Object[] values = new Object[positional + names.length];
        PyDict seen = new PyDict();
        if (positional > 0) {
            Object matchArgs = Attr.find(ts, type, "__match_args__");
            boolean self = false;
            int allowed = 0;
            if (matchArgs instanceof PyTuple t) {
                allowed = t.size();
            } else if (matchArgs != null) {
                throw Errors.typeError(
                        ts,
                        type.name() + ".__match_args__ must be a tuple (got "
                                + Types.of(matchArgs).displayName() + ")");
            } else {
                self = matchesSelf(type);
                allowed = self ? 1 : 0;
            }
            if (positional > allowed) {
                throw tooMany(ts, type, positional, allowed);
            }
            if (self) {
                values[0] = o;
            } else if (matchArgs instanceof PyTuple t) {
                for (int i = 0; i < positional; i++) {
                    Object name = t.get(i);
                    if (!Str.isStr(name)) {
                        throw Errors.typeError(
                                ts,
                                "__match_args__ elements must be strings (got "
                                        + Types.of(name).displayName() + ")");
                    }
                    Object v = attribute(ts, type, o, Str.toJavaString(name), seen);
                    if (v == null) {
                        return null;
                    }
                    values[i] = v;
                }
            }
        }
        for (int i = 0; i < names.length; i++) {
            Object v = attribute(ts, type, o, names[i], seen);
            if (v == null) {
                return null;
            }
            values[positional + i] = v;
        }
        return values;
    }

    private static PythonException tooMany(PyThreadState ts, TypeObject type, int given, int allowed) {
        return Errors.typeError(
                ts,
                type.name() + "() accepts " + allowed + " positional sub-pattern" + (allowed == 1 ? "" : "s") + " ("
                        + given + " given)");
    }

    private static @Nullable Object attribute(PyThreadState ts, TypeObject type, Object o, String name, PyDict seen) {
        if (seen.get(name) != null) {
            throw Errors.typeError(ts, type.name() + "() got multiple sub-patterns for attribute '" + name + "'");
        }
        seen.put(name, true);
        return Attr.find(ts, o, name);
    }
}
