package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Writes objects by what they reduce to ({@code save_reduce}). */
final class ObjectSaver {
    private final Saver saver;
    private final ThreadState ts;
    private final PickleModule state;
    private final PickleOutput out;
    private final int protocol;
    private final GlobalSaver globals;

    ObjectSaver(Saver saver) {
        this.saver = saver;
        this.ts = saver.ts;
        this.state = saver.state;
        this.out = saver.out;
        this.protocol = saver.protocol;
        this.globals = new GlobalSaver(saver, this);
    }

    private PythonException error(String message) {
        return state.picklingError(ts, message);
    }

    private String typeName(Object o) {
        return ts.typeOf(o).displayName();
    }

    /** The end of {@code save}: everything that isn't built in. */
    void save(Object o, PyType type) {
        Object reduced = null;
        Object override = saver.pickler.reducerOverride;
        if (override != null) {
            Object r = ts.call(override, o);
            reduced = r == Singleton.NOT_IMPLEMENTED ? null : r;
        }
        if (reduced == null && type == state.typeType) {
            saveType(o);
            return;
        }
        if (reduced == null && type == state.functionType) {
            globals.save(o, null);
            return;
        }
        if (reduced == null) {
            Object reducer = reducerFor(type);
            if (reducer != null) {
                reduced = ts.call(reducer, o);
            } else if (type.isSubtype(state.typeType)) {
                globals.save(o, null);
                return;
            } else {
                reduced = reduce(o);
            }
        }
        if (ts.isStr(reduced)) {
            globals.save(o, reduced);
        } else if (ts.isTuple(reduced)) {
            saveReduced(reduced, o);
        } else {
            throw error("__reduce__ must return a string or tuple");
        }
    }

    private @Nullable Object reducerFor(PyType type) {
        Object table = saver.pickler.dispatchTable;
        if (table == null) {
            return ts.dictGet(ts.getAttr(state.copyreg, "dispatch_table"), type);
        }
        try {
            return ts.getItem(table, type);
        } catch (PythonException e) {
            if (ts.matches(e, "KeyError")) {
                return null;
            }
            throw e;
        }
    }

    private Object reduce(Object o) {
        Object method = ts.findAttr(o, "__reduce_ex__");
        if (method != null) {
            return ts.call(method, (long) protocol);
        }
        method = ts.findAttr(o, "__reduce__");
        if (method == null) {
            throw error("can't pickle '" + typeName(o) + "' object: " + ts.reprText(o));
        }
        return ts.call(method);
    }

    private void saveType(Object o) {
        Object single = null;
        if (o == ts.typeOf(Singleton.NONE)) {
            single = Singleton.NONE;
        } else if (o == ts.typeOf(Singleton.ELLIPSIS)) {
            single = Singleton.ELLIPSIS;
        } else if (o == ts.typeOf(Singleton.NOT_IMPLEMENTED)) {
            single = Singleton.NOT_IMPLEMENTED;
        }
        if (single == null) {
            globals.save(o, null);
        } else {
            saveReduced(ts.newTuple(state.typeType, ts.newTuple(single)), o);
        }
    }

    private @Nullable Object part(Object tuple, int index) {
        if (index >= ts.fastSize(tuple)) {
            return null;
        }
        Object o = ts.fastItem(tuple, index);
        return o == Singleton.NONE ? null : o;
    }

    /**
     * {@code save_reduce}.
     *
     * @param o the object to remember, null for none
     */
    void saveReduced(Object reduced, @Nullable Object o) {
        int size = ts.fastSize(reduced);
        if (size < 2 || size > 6) {
            throw error("tuple returned by __reduce__ must contain 2 through 6 elements");
        }
        Object callable = ts.fastItem(reduced, 0);
        Object args = ts.fastItem(reduced, 1);
        if (!ts.isCallable(callable)) {
            throw error("first item of the tuple returned by __reduce__ must be callable");
        }
        if (!ts.isTuple(args)) {
            throw error("second item of the tuple returned by __reduce__ must be a tuple");
        }
        Object items = part(reduced, 3);
        if (items != null && !ts.isIterator(items)) {
            throw error(
                    "fourth element of the tuple returned by __reduce__ must be an iterator, not " + typeName(items));
        }
        Object pairs = part(reduced, 4);
        if (pairs != null && !ts.isIterator(pairs)) {
            throw error(
                    "fifth element of the tuple returned by __reduce__ must be an iterator, not " + typeName(pairs));
        }
        Object setter = part(reduced, 5);
        if (setter != null && !ts.isCallable(setter)) {
            throw error(
                    "sixth element of the tuple returned by __reduce__ must be a function, not " + typeName(setter));
        }
        saveConstruction(callable, args, o);
        if (o != null) {
            if (saver.isKnown(o)) {
                // it contains itself: what was made is dropped, and it is fetched
                out.op(Op.POP);
                saver.get(o);
                return;
            }
            saver.put(o);
        }
        if (items != null) {
            saver.batchIterator(items);
        }
        if (pairs != null) {
            saver.batchItems(pairs);
        }
        saveState(part(reduced, 2), setter, o);
    }

    private void saveState(@Nullable Object objectState, @Nullable Object setter, @Nullable Object o) {
        if (objectState == null) {
            return;
        }
        if (setter == null || o == null) {
            saver.save(objectState);
            out.op(Op.BUILD);
            return;
        }
        saver.save(setter);
        saver.save(o);
        saver.save(objectState);
        out.op(Op.TUPLE2);
        out.op(Op.REDUCE);
        out.op(Op.POP);
    }

    private void saveConstruction(Object callable, Object args, @Nullable Object o) {
        Object name = protocol >= 2 ? ts.findAttr(callable, "__name__") : null;
        String called = name != null && ts.isStr(name) ? Str.toJavaString(ts.strValue(name)) : "";
        if (called.equals("__newobj_ex__")) {
            saveNewObjectEx(args);
        } else if (called.equals("__newobj__")) {
            saveNewObject(args, o);
        } else {
            saver.save(callable);
            saver.save(args);
            out.op(Op.REDUCE);
        }
    }

    private void saveNewObjectEx(Object all) {
        if (ts.fastSize(all) != 3) {
            throw error("length of the NEWOBJ_EX argument tuple must be exactly 3, not " + ts.fastSize(all));
        }
        Object cls = ts.fastItem(all, 0);
        Object args = ts.fastItem(all, 1);
        Object kwargs = ts.fastItem(all, 2);
        if (!(cls instanceof PyType)) {
            throw error("first item from NEWOBJ_EX argument tuple must be a class, not " + typeName(cls));
        }
        if (!ts.isTuple(args)) {
            throw error("second item from NEWOBJ_EX argument tuple must be a tuple, not " + typeName(args));
        }
        if (!ts.isDict(kwargs)) {
            throw error("third item from NEWOBJ_EX argument tuple must be a dict, not " + typeName(kwargs));
        }
        if (protocol >= 4) {
            saver.save(cls);
            saver.save(args);
            saver.save(kwargs);
            out.op(Op.NEWOBJ_EX);
            return;
        }
        Object[] given = ts.toArray(args);
        Object[] first = new Object[given.length + 2];
        first[0] = ts.getAttr(cls, "__new__");
        first[1] = cls;
        System.arraycopy(given, 0, first, 2, given.length);
        Object partial = ts.getAttr(ts.importModule("functools"), "partial");
        saver.save(ts.callKeywords(partial, first, kwargs));
        saver.save(ts.newTuple());
        out.op(Op.REDUCE);
    }

    private void saveNewObject(Object args, @Nullable Object o) {
        int n = ts.fastSize(args);
        if (n < 1) {
            throw error("__newobj__ arglist is empty");
        }
        Object cls = ts.fastItem(args, 0);
        if (!(cls instanceof PyType)) {
            throw error("args[0] from __newobj__ args is not a type");
        }
        if (o != null) {
            Object own = ts.findAttr(o, "__class__");
            if (own != cls) {
                throw error("args[0] from __newobj__ args has the wrong class");
            }
        }
        saver.save(cls);
        Object[] rest = new Object[n - 1];
        for (int i = 1; i < n; i++) {
            rest[i - 1] = ts.fastItem(args, i);
        }
        saver.save(ts.newTuple(rest));
        out.op(Op.NEWOBJ);
    }
}
