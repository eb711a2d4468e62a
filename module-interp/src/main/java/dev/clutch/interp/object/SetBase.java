package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;

/** What set and frozenset share: the elements are the keys of a dict. Answers to {@code PySetObject}. */
public abstract class SetBase extends PyObject {
    /** The elements: a table of keys without values. */
    PyDict elements;

    SetBase(TypeObject type, PyDict elements) {
        super(type);
        this.elements = elements;
    }

    /** Makes a set of the same plain type that owns the elements. */
    abstract SetBase make(PyDict elements);

    /** Returns the elements of any iterable as a table; of a set its own, not to be written. */
    public static PyDict elementsOf(PyThreadState ts, Object iterable) {
        return iterable instanceof SetBase s ? s.elements : newElements(ts, iterable);
    }

    /** Returns the elements of any iterable as a new table. */
    static PyDict newElements(PyThreadState ts, Object iterable) {
        if (iterable instanceof SetBase s) {
            return s.elements.copyKeys();
        }
        if (iterable instanceof PyDict from && from.type() == PyDict.TYPE) {
            return from.copyKeys();
        }
        PyDict d = PyDict.ofKeys();
        addEach(ts, d, iterable);
        return d;
    }

    /** Adds the elements of any iterable ({@code set_update_internal}). */
    static void addEach(PyThreadState ts, PyDict into, Object iterable) {
        if (iterable instanceof SetBase s) {
            addAll(ts, into, s.elements);
        } else if (iterable instanceof PyDict from && from.type() == PyDict.TYPE) {
            addAll(ts, into, from);
        } else if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
            for (int i = 0; i < l.size; i++) {
                into.put(ts, l.items[i], Singleton.NONE);
            }
        } else {
            Object it = Iter.iter(ts, iterable);
            for (Object v = Iter.next(ts, it); v != null; v = Iter.next(ts, it)) {
                into.put(ts, v, Singleton.NONE);
            }
        }
    }

    static void addAll(PyThreadState ts, PyDict into, PyDict from) {
        for (int p = from.next(0); p >= 0; p = from.next(p + 1)) {
            into.put(ts, from.keyAt(p), from.hashAt(p), Singleton.NONE);
        }
    }

    /** A set, frozen for the search, may be looked for in a set of frozensets ({@code set_contains}). */
    final Object searchKey(Object key) {
        return key instanceof PySet s && Types.of(s).slot(Slot.HASH) == null ? new PyFrozenSet(s.elements) : key;
    }

    /** Whether a hashable object is in the set. */
    public final boolean has(PyThreadState ts, Object key) {
        return elements.find(ts, key) >= 0;
    }

    @Expose
    int __len__(PyThreadState ts) {
        return elements.size();
    }

    @Expose
    boolean __contains__(PyThreadState ts, Object key) {
        return elements.find(ts, searchKey(key)) >= 0;
    }

    @Expose
    Object __iter__(PyThreadState ts) {
        return new PySetIterator(elements);
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        String name = Types.of(this).name();
        if (elements.size() == 0) {
            return name + "()";
        }
        if (!ts.reprs.enter(this)) {
            return name + "(...)";
        }
        ts.enterNative();
        try {
            boolean plain = type() == PySet.TYPE;
            StrBuilder out = new StrBuilder(elements.size() * 4);
            out.append((Object) (plain ? "{" : name + "({"));
            boolean first = true;
            for (Object o : Iter.toArray(ts, this)) {
                if (!first) {
                    out.append((Object) ", ");
                }
                first = false;
                out.append(Text.repr(ts, o));
            }
            return out.append((Object) (plain ? "}" : "})")).build();
        } finally {
            ts.leaveNative();
            ts.reprs.leave(this);
        }
    }

    @Expose(name = "__richcompare__")
    Object compare(PyThreadState ts, Slot op, Object other) {
        if (!(other instanceof SetBase s)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        int mine = elements.size();
        int its = s.elements.size();
        switch (op) {
            case EQ:
                return mine == its && within(ts, elements, s.elements);
            case NE:
                return mine != its || !within(ts, elements, s.elements);
            case LE:
                return mine <= its && within(ts, elements, s.elements);
            case LT:
                return mine < its && within(ts, elements, s.elements);
            case GE:
                return mine >= its && within(ts, s.elements, elements);
            default:
                return mine > its && within(ts, s.elements, elements);
        }
    }

    private static boolean within(PyThreadState ts, PyDict part, PyDict whole) {
        for (int p = part.next(0); p >= 0; p = part.next(p + 1)) {
            // comparing may run code that changes both
            if (whole.find(ts, part.keyAt(p), part.hashAt(p)) < 0) {
                return false;
            }
        }
        return true;
    }

    // --- algebra -----------------------------------------------------------------------------------------------

    final SetBase union(PyThreadState ts, SetBase a, PyDict b) {
        PyDict d = a.elements.copy();
        addAll(ts, d, b);
        return a.make(d);
    }

    final SetBase intersection(PyThreadState ts, SetBase a, PyDict b) {
        PyDict d = PyDict.ofKeys();
        boolean through = b.size() <= a.elements.size();
        PyDict few = through ? b : a.elements;
        PyDict many = through ? a.elements : b;
        for (int p = few.next(0); p >= 0; p = few.next(p + 1)) {
            Object key = few.keyAt(p);
            int hash = few.hashAt(p);
            if (many.find(ts, key, hash) >= 0) {
                d.put(ts, key, hash, Singleton.NONE);
            }
        }
        return a.make(d);
    }

    final SetBase difference(PyThreadState ts, SetBase a, PyDict b) {
        PyDict d = PyDict.ofKeys();
        for (int p = a.elements.next(0); p >= 0; p = a.elements.next(p + 1)) {
            Object key = a.elements.keyAt(p);
            int hash = a.elements.hashAt(p);
            if (b.find(ts, key, hash) < 0) {
                d.put(ts, key, hash, Singleton.NONE);
            }
        }
        return a.make(d);
    }

    final SetBase symmetricDifference(PyThreadState ts, SetBase a, PyDict b) {
        PyDict d = difference(ts, a, b).elements;
        for (int p = b.next(0); p >= 0; p = b.next(p + 1)) {
            Object key = b.keyAt(p);
            int hash = b.hashAt(p);
            if (a.elements.find(ts, key, hash) < 0) {
                d.put(ts, key, hash, Singleton.NONE);
            }
        }
        return a.make(d);
    }

    @Expose
    Object __or__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? union(ts, this, s.elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __ror__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? s.union(ts, s, elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __and__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? intersection(ts, this, s.elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __rand__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? s.intersection(ts, s, elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __sub__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? difference(ts, this, s.elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __rsub__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? s.difference(ts, s, elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __xor__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? symmetricDifference(ts, this, s.elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose
    Object __rxor__(PyThreadState ts, Object other) {
        return other instanceof SetBase s ? s.symmetricDifference(ts, s, elements) : Singleton.NOT_IMPLEMENTED;
    }

    @Expose(signature = "(*others)")
    Object union(PyThreadState ts, Object[] others) {
        SetBase result = make(elements.copy());
        for (Object o : others) {
            addEach(ts, result.elements, o);
        }
        return result;
    }

    @Expose(signature = "(*others)")
    Object intersection(PyThreadState ts, Object[] others) {
        SetBase result = make(elements.copy());
        for (Object o : others) {
            result = intersection(ts, result, elementsOf(ts, o));
        }
        return result;
    }

    @Expose(signature = "(*others)")
    Object difference(PyThreadState ts, Object[] others) {
        SetBase result = make(elements.copy());
        for (Object o : others) {
            result = difference(ts, result, elementsOf(ts, o));
        }
        return result;
    }

    @Expose
    Object symmetric_difference(PyThreadState ts, Object other) {
        return symmetricDifference(ts, this, elementsOf(ts, other));
    }

    @Expose
    boolean isdisjoint(PyThreadState ts, Object other) {
        PyDict others = elementsOf(ts, other);
        boolean through = others.size() <= elements.size();
        PyDict few = through ? others : elements;
        PyDict many = through ? elements : others;
        for (int p = few.next(0); p >= 0; p = few.next(p + 1)) {
            if (many.find(ts, few.keyAt(p), few.hashAt(p)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Expose
    boolean issubset(PyThreadState ts, Object other) {
        return within(ts, elements, elementsOf(ts, other));
    }

    @Expose
    boolean issuperset(PyThreadState ts, Object other) {
        return within(ts, elementsOf(ts, other), elements);
    }

    @Expose
    Object __reduce__(PyThreadState ts) {
        return new PyTuple(
                Types.of(this),
                new PyTuple(new PyList(Iter.toArray(ts, this))),
                dev.clutch.interp.op.Call.method0(ts, this, "__getstate__"));
    }
}
