package dev.clutch.interp;

import dev.clutch.extension.spi.Cell;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.builtin.Sharing;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.number.IntMath;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.DictView;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.InstanceAttributes;
import dev.clutch.interp.object.Instances;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFloatInstance;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyMethod;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyStrInstance;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.context.PyContext;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.op.Arith;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Compare;
import dev.clutch.interp.op.Generators;
import dev.clutch.interp.op.Hashing;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Numbers;
import dev.clutch.interp.op.Sizes;
import dev.clutch.interp.op.Subscript;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.op.Truth;
import dev.clutch.interp.unicode.UnicodeNames;
import dev.clutch.runtime.RuntimeThreadState;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The families of the extension interface, each method one call of the operation that compiled code uses. Without state. */
abstract class ApiThreadState extends RuntimeThreadState implements Sharing {
    ApiThreadState(PyInterpreter interp) {
        super(interp);
    }

    private PyThreadState self() {
        return (PyThreadState) this;
    }

    // --- attributes --------------------------------------------------------------------------------------------

    @Override
    public Object getAttr(Object o, String name) {
        return Attr.get(self(), o, name);
    }

    @Override
    public @Nullable Object findAttr(Object o, String name) {
        return Attr.find(self(), o, name);
    }

    @Override
    public @Nullable Object findSpecial(Object o, String name) {
        Object found = Types.of(o).lookup(name);
        return found == null ? null : Attr.bind(self(), found, o);
    }

    @Override
    public void setAttr(Object o, String name, Object value) {
        Attr.set(self(), o, name, value);
    }

    @Override
    public void delAttr(Object o, String name) {
        Attr.delete(self(), o, name);
    }

    @Override
    public @Nullable Object dictOf(Object o) {
        return o instanceof PyObject p ? AttributeStorage.dict(p) : null;
    }

    @Override
    public boolean setInDict(Object o, String name, Object value) {
        return InstanceAttributes.setInDict(o, name, value);
    }

    @Override
    public Object genericGetAttr(Object o, Object name) {
        return Attr.genericGet(self(), o, Types.of(o), name);
    }

    @Override
    public void genericSetAttr(Object o, Object name, @Nullable Object value) {
        Attr.genericSet(self(), o, name, value);
    }

    // --- calls -------------------------------------------------------------------------------------------------

    @Override
    public Object call(Object f) {
        return Call.call0(self(), f);
    }

    @Override
    public Object call(Object f, Object a) {
        return Call.call1(self(), f, a);
    }

    @Override
    public Object call(Object f, Object a, Object b) {
        return Call.call2(self(), f, a, b);
    }

    @Override
    public Object call(Object f, Object a, Object b, Object c) {
        return Call.call3(self(), f, a, b, c);
    }

    @Override
    public Object call(Object f, Object a, Object b, Object c, Object d) {
        return Call.call4(self(), f, a, b, c, d);
    }

    @Override
    public Object callVector(Object f, Object[] args, String @Nullable [] names) {
        return Call.vector(self(), f, args, names);
    }

    @Override
    public Object callKeywords(Object f, Object[] args, @Nullable Object keywords) {
        return Call.withDict(self(), f, args, keywords);
    }

    @Override
    public Object callMethod(Object o, String name) {
        return Call.method0(self(), o, name);
    }

    @Override
    public Object callMethod(Object o, String name, Object a) {
        return Call.method1(self(), o, name, a);
    }

    @Override
    public Object callMethod(Object o, String name, Object a, Object b) {
        return Call.method2(self(), o, name, a, b);
    }

    @Override
    public Object callMethodVector(Object o, String name, Object[] args, String @Nullable [] names) {
        return Call.methodVector(self(), o, name, args, names);
    }

    @Override
    public Object newMethod(Object function, Object instance) {
        return new PyMethod(function, instance);
    }

    @Override
    public boolean isCallable(Object o) {
        return Call.isCallable(o);
    }

    // --- numbers -----------------------------------------------------------------------------------------------

    @Override
    public Object add(Object a, Object b) {
        return Arith.add(self(), a, b);
    }

    @Override
    public Object subtract(Object a, Object b) {
        return Arith.sub(self(), a, b);
    }

    @Override
    public Object multiply(Object a, Object b) {
        return Arith.mul(self(), a, b);
    }

    @Override
    public Object trueDivide(Object a, Object b) {
        return Arith.binary(self(), Slot.TRUEDIV, a, b);
    }

    @Override
    public Object floorDivide(Object a, Object b) {
        return Arith.binary(self(), Slot.FLOORDIV, a, b);
    }

    @Override
    public Object remainder(Object a, Object b) {
        return Arith.binary(self(), Slot.MOD, a, b);
    }

    @Override
    public Object power(Object a, Object b, Object c) {
        return Arith.power(self(), a, b, c);
    }

    @Override
    public Object binary(Slot op, Object a, Object b) {
        return Arith.binary(self(), op, a, b);
    }

    @Override
    public Object inPlace(Slot op, Object a, Object b) {
        return op == Slot.POW ? Arith.inPlacePower(self(), a, b) : Arith.inPlace(self(), op, a, b);
    }

    @Override
    public Object unary(Slot op, Object a) {
        return Arith.unary(self(), op, a);
    }

    @Override
    public Object compare(Slot op, Object a, Object b) {
        return Compare.rich(self(), op.id(), a, b);
    }

    @Override
    public boolean compareBool(Slot op, Object a, Object b) {
        if (Compare.is(a, b) && (op == Slot.EQ || op == Slot.NE)) {
            return op == Slot.EQ;
        }
        return Truth.of(self(), Compare.rich(self(), op.id(), a, b));
    }

    @Override
    public boolean equal(Object a, Object b) {
        return Compare.equal(self(), a, b);
    }

    @Override
    public boolean is(Object a, Object b) {
        return Compare.is(a, b);
    }

    @Override
    public boolean isTrue(Object a) {
        return Truth.of(self(), a);
    }

    @Override
    public long hash(Object a) {
        return Hashing.hash(self(), a);
    }

    @Override
    public boolean isInt(Object a) {
        return a instanceof Long || Types.of(a).isSubtype(PyInt.TYPE);
    }

    @Override
    public boolean isIndex(Object a) {
        return a instanceof Long || Types.of(a).slot(Slot.INDEX) != null;
    }

    @Override
    public Object index(Object a) {
        return Numbers.index(self(), a);
    }

    @Override
    public long asLong(Object a) {
        return Numbers.asLong(self(), a);
    }

    @Override
    public int asInt(Object a) {
        return Numbers.asInt(self(), a);
    }

    @Override
    public long asClampedLong(Object a) {
        return Numbers.clampedLong(self(), a);
    }

    @Override
    public long asPosition(Object a) {
        return Numbers.position(self(), a);
    }

    @Override
    public BigInteger asBigInteger(Object a) {
        return IntMath.big(Numbers.index(self(), a));
    }

    @Override
    public double asDouble(Object a) {
        return Numbers.asDouble(self(), a);
    }

    @Override
    public boolean isFloat(Object a) {
        return a instanceof Double || a instanceof PyFloatInstance;
    }

    @Override
    public double[] asComplex(Object a) {
        return Numbers.asComplex(self(), a);
    }

    @Override
    public Object newInt(BigInteger value) {
        return IntMath.of(value);
    }

    // --- containers --------------------------------------------------------------------------------------------

    @Override
    public Object getItem(Object o, Object key) {
        return Subscript.get(self(), o, key);
    }

    @Override
    public void setItem(Object o, Object key, Object value) {
        Subscript.set(self(), o, key, value);
    }

    @Override
    public void delItem(Object o, Object key) {
        Subscript.delete(self(), o, key);
    }

    @Override
    public boolean contains(Object o, Object item) {
        return Subscript.contains(self(), o, item);
    }

    @Override
    public long longSize(Object o) {
        return Sizes.of(self(), o);
    }

    @Override
    public int size(Object o) {
        long n = Sizes.of(self(), o);
        if (n > Integer.MAX_VALUE) {
            throw Errors.error(self(), "OverflowError", "container too large");
        }
        return (int) n;
    }

    @Override
    public int lengthHint(Object o, int fallback) {
        return Sizes.hint(self(), o, fallback);
    }

    @Override
    public Object newList(Object... items) {
        return new PyList(items);
    }

    @Override
    public Object newListSized(int capacity) {
        return new PyList(capacity);
    }

    @Override
    public Object newTuple(Object... items) {
        return items.length == 0 ? PyTuple.EMPTY : new PyTuple(items);
    }

    @Override
    public Object newTupleOf(PyType type, Object... items) {
        return new PyTuple((TypeObject) type, items);
    }

    @Override
    public Object newDict() {
        return new PyDict();
    }

    @Override
    public boolean isList(Object o) {
        return o instanceof PyList;
    }

    @Override
    public boolean isTuple(Object o) {
        return o instanceof PyTuple;
    }

    @Override
    public boolean isDict(Object o) {
        return o instanceof PyDict;
    }

    @Override
    public boolean isStr(Object o) {
        return o instanceof String || PyStr.TYPE.isInstance(o);
    }

    @Override
    public Object strValue(Object o) {
        return o instanceof PyStrInstance s ? s.value : o;
    }

    @Override
    public void listAppend(Object list, Object item) {
        ((PyList) list).append(item);
    }

    @Override
    public Object fastItem(Object listOrTuple, int index) {
        return listOrTuple instanceof PyList l ? l.get(index) : ((PyTuple) listOrTuple).get(index);
    }

    @Override
    public int fastSize(Object listOrTuple) {
        return listOrTuple instanceof PyList l ? l.size() : ((PyTuple) listOrTuple).size();
    }

    @Override
    public void listSet(Object list, int index, Object item) {
        ((PyList) list).set(index, item);
    }

    @Override
    public Object[] toArray(Object iterable) {
        return Iter.toArray(self(), iterable);
    }

    @Override
    public @Nullable Object dictGet(Object dict, Object key) {
        return ((PyDict) dict).get(self(), key);
    }

    @Override
    public void dictSet(Object dict, Object key, Object value) {
        ((PyDict) dict).put(self(), key, value);
    }

    @Override
    public @Nullable Object dictRemove(Object dict, Object key) {
        return ((PyDict) dict).remove(self(), key);
    }

    @Override
    public @Nullable Object dictGet(Object dict, Object key, long hash) {
        PyDict d = (PyDict) dict;
        int p = d.find(self(), key, Hashing.fold(hash));
        return p < 0 ? null : d.valueAt(p);
    }

    @Override
    public void dictSet(Object dict, Object key, long hash, Object value) {
        ((PyDict) dict).put(self(), key, Hashing.fold(hash), value);
    }

    @Override
    public @Nullable Object dictRemove(Object dict, Object key, long hash) {
        PyDict d = (PyDict) dict;
        int p = d.find(self(), key, Hashing.fold(hash));
        return p < 0 ? null : d.removeAt(p);
    }

    @Override
    public int dictFind(Object dict, Object key) {
        return ((PyDict) dict).find(self(), key);
    }

    @Override
    public int dictNext(Object dict, int position) {
        return ((PyDict) dict).next(position);
    }

    @Override
    public Object dictKeyAt(Object dict, int position) {
        return ((PyDict) dict).keyAt(position);
    }

    @Override
    public Object dictValueAt(Object dict, int position) {
        return ((PyDict) dict).valueAt(position);
    }

    @Override
    public int dictMoves(Object dict) {
        return ((PyDict) dict).moves();
    }

    @Override
    public Object newDictView(PyType type, Object dict) {
        return DictView.make((TypeObject) type, (PyDict) dict);
    }

    @Override
    public Object dictOfView(Object view) {
        return ((DictView) view).dict();
    }

    @Override
    public void dictForEach(Object dict, DictVisitor visitor) {
        PyDict d = (PyDict) dict;
        int size = d.size();
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            if (!visitor.visit(d.keyAt(p), d.valueAt(p))) {
                return;
            }
            if (d.size() != size) {
                throw Errors.error(self(), "RuntimeError", "dictionary changed size during iteration");
            }
        }
    }

    // --- characters ------------------------------------------------------------------------------------------------

    @Override
    public @Nullable String characterName(int codePoint) {
        return UnicodeNames.name(codePoint);
    }

    @Override
    public int characterByName(String name) {
        return UnicodeNames.lookup(name);
    }

    // --- errors ------------------------------------------------------------------------------------------------

    @Override
    public PythonException typeError(String message) {
        return Errors.typeError(self(), message);
    }

    @Override
    public PythonException valueError(String message) {
        return Errors.valueError(self(), message);
    }

    @Override
    public PythonException error(String builtinName, String message) {
        return Errors.error(self(), builtinName, message);
    }

    @Override
    public PythonException error(PyObject type, Object... args) {
        Object e = Call.vector(self(), type, args, null);
        if (!(e instanceof PyBaseException b)) {
            return Errors.typeError(self(), "exceptions must derive from BaseException");
        }
        return Errors.carrier(self(), b);
    }

    @Override
    public PyType exceptionType(String builtinName) {
        return Exceptions.type(builtinName);
    }

    @Override
    public boolean matches(PythonException e, Object typeOrTuple) {
        return Errors.matches(self(), e.value(), typeOrTuple);
    }

    @Override
    public boolean matches(PythonException e, String builtinName) {
        return Errors.matches(e, builtinName);
    }

    @Override
    public PythonException withCause(PythonException e, PythonException cause) {
        Errors.setCause(e, cause);
        return e;
    }

    // --- iteration ---------------------------------------------------------------------------------------------

    @Override
    public Object iter(Object o) {
        return Iter.iter(self(), o);
    }

    @Override
    public @Nullable Object next(Object iterator) {
        return Iter.next(self(), iterator);
    }

    @Override
    public @Nullable Object send(Object iterator, Object value) {
        return Generators.send(self(), iterator, value);
    }

    @Override
    public Object sendResult() {
        Object result = self().sendResult;
        self().sendResult = Singleton.NONE;
        return result;
    }

    @Override
    public Object copyContext() {
        return PyContext.copyOfCurrent(self());
    }

    @Override
    public boolean isIterator(Object o) {
        return Iter.isIterator(o);
    }

    // --- cells -------------------------------------------------------------------------------------------------

    @Override
    protected @Nullable Object contextValue(Cell<?> cell) {
        return PyContext.cellValue(self(), cell);
    }

    @Override
    protected void setContextValue(Cell<?> cell, Object value) {
        PyContext.setCellValue(self(), cell, value);
    }

    // --- modules -----------------------------------------------------------------------------------------------

    @Override
    public <S> @Nullable S moduleState(Object module, Class<S> stateClass) {
        return module instanceof PyModule m && stateClass.isInstance(m.state) ? stateClass.cast(m.state) : null;
    }

    // --- sharing -----------------------------------------------------------------------------------------------

    @Override
    public <T> @Nullable T recall(Class<T> kind) {
        return kind.cast(self().interp.sharedTables().get(kind));
    }

    @Override
    public <T> T keep(Class<T> kind, T table) {
        Object known = self().interp.sharedTables().putIfAbsent(kind, table);
        return known == null ? table : kind.cast(known);
    }

    @Override
    public byte @Nullable [] libraryFile(String path) {
        return Library.data(path);
    }

    @Override
    public boolean isTraced() {
        return self().tracer != null;
    }

    // --- types -------------------------------------------------------------------------------------------------

    @Override
    public PyType typeOf(Object o) {
        return Types.of(o);
    }

    @Override
    public PyType moduleType(Object module, String name) {
        if (module instanceof PyModule m && m.types.get(name) instanceof TypeObject t) {
            return t;
        }
        throw Errors.error(self(), "SystemError", "the module has no type " + name);
    }

    @Override
    public @Nullable Object payload(PyType definingClass, Object o) {
        return ((TypeObject) definingClass).payload((PyObject) o);
    }

    @Override
    public void setPayload(PyType definingClass, Object o, @Nullable Object payload) {
        ((TypeObject) definingClass).setPayload((PyObject) o, payload);
    }

    @Override
    public void addTypeAttr(PyType type, String name, Object value) {
        ((TypeObject) type).setOwnAttribute(name, value);
    }

    @Override
    public boolean isInstance(Object o, Object typeOrTuple) {
        return Instances.isInstance(self(), o, typeOrTuple);
    }

    @Override
    public boolean isSubclass(Object c, Object typeOrTuple) {
        return Instances.isSubclass(self(), c, typeOrTuple);
    }

    @Override
    public Object repr(Object o) {
        return Text.repr(self(), o);
    }

    @Override
    public Object str(Object o) {
        return Text.str(self(), o);
    }

    @Override
    public String reprText(Object o) {
        return Text.java(Text.repr(self(), o));
    }

    @Override
    public boolean enterRepr(Object container) {
        return self().reprs.enter(container);
    }

    @Override
    public void leaveRepr(Object container) {
        self().reprs.leave(container);
    }

    @Override
    public PyType builtinType(String name) {
        TypeObject type = Builtins.typeNamed(name);
        if (type == null) {
            throw Errors.error(self(), "SystemError", "no built-in type " + name);
        }
        return type;
    }
}
