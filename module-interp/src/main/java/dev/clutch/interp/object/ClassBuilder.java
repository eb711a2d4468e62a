package dev.clutch.interp.object;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.object.descriptor.PyClassMethod;
import dev.clutch.interp.object.descriptor.PyMemberDescriptor;
import dev.clutch.interp.object.descriptor.PyStaticMethod;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Frames;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a class: {@code type.__new__(metatype, name, bases, namespace, **kwargs)}. Answers to {@code type_new} and its parts. */
public final class ClassBuilder {
    private final PyThreadState ts;

    public ClassBuilder(PyThreadState ts) {
        this.ts = ts;
    }

    public Object build(
            TypeObject metatype, Object nameObject, PyTuple bases, PyDict namespace, @Nullable Object kwargs) {
        for (int i = 0; i < bases.size(); i++) {
            if (!(bases.get(i) instanceof TypeObject) && Types.of(bases.get(i)).lookup("__mro_entries__") != null) {
                throw Errors.typeError(ts, "type() doesn't support MRO entry resolution; use types.new_class()");
            }
        }
        TypeObject winner = calculateMetaclass(ts, metatype, bases);
        if (winner != metatype) {
            if (winner.slot(Slot.NEW) != TypeObject.TYPE.slot(Slot.NEW)) {
                Object f = winner.lookup("__new__");
                if (f != null) {
                    return Call.withDict(
                            ts,
                            Attr.bindToType(ts, f, winner),
                            new Object[] {winner, nameObject, bases, namespace},
                            kwargs);
                }
            }
            metatype = winner;
        }
        TypeObject[] baseTypes = new TypeObject[bases.size()];
        for (int i = 0; i < baseTypes.length; i++) {
            if (!(bases.get(i) instanceof TypeObject t)) {
                throw Errors.typeError(ts, "bases must be types");
            }
            baseTypes[i] = t;
        }
        if (baseTypes.length == 0) {
            baseTypes = new TypeObject[] {TypeObject.OBJECT};
        }
        TypeObject base = Layouts.bestBase(ts, baseTypes);
        Codecs.requireUtf8(ts, PyStr.plain(nameObject));
        String name = Attr.nameText(ts, nameObject);
        if (name.indexOf('\0') >= 0) {
            throw Errors.valueError(ts, "type name must not contain null characters");
        }
        TypeObject type = new TypeObject(metatype, name, ts.interp);
        type.bases = baseTypes;
        type.setBase(base);
        type.instanceClass = base.instanceClass;
        type.slotCount = base.slotCount;
        type.solid = base.solid;
        type.flags = base.flags & (TypeDefinition.DICT | TypeDefinition.WEAK_REFERENCES)
                | TypeDefinition.SUBCLASSABLE
                | TypeDefinition.MUTABLE;
        PyDict dict = copy(namespace);
        type.setDict(dict);
        slots(type, base, dict);
        attributes(type, dict);
        for (PyMemberDescriptor d : members) {
            dict.put(d.name, d);
        }
        type.mro = mro(metatype, type);
        for (TypeObject t : type.mro) {
            int collection = t.flags & (TypeDefinition.SEQUENCE | TypeDefinition.MAPPING);
            if (t != type && collection != 0) {
                type.flags |= collection;
                break;
            }
        }
        type.scanOwnSlots();
        type.computeSlots();
        type.reserveFinalizer();
        if (type.hasDict() && base.solid.nativeBase().solid == TypeObject.OBJECT) {
            type.rootShape = new Shape(type.slotCount);
        }
        for (TypeObject b : baseTypes) {
            b.addSubclass(ts.interp, type);
        }
        setNames(type);
        initSubclass(type, kwargs);
        return type;
    }

    /** Copies a namespace in the order in which it shows itself. */
    private PyDict copy(PyDict namespace) {
        if (DictUpdate.iteratesAsDict(namespace)) {
            return namespace.copy();
        }
        PyDict dict = new PyDict();
        dict.update(ts, new Object[] {namespace}, null);
        return dict;
    }

    /** {@code _PyType_CalculateMetaclass}. */
    static TypeObject calculateMetaclass(PyThreadState ts, TypeObject metatype, PyTuple bases) {
        TypeObject winner = metatype;
        for (int i = 0; i < bases.size(); i++) {
            Object b = bases.get(i);
            TypeObject t = Types.of(b);
            if (winner.isSubtype(t)) {
                continue;
            }
            if (t.isSubtype(winner)) {
                winner = t;
                continue;
            }
            throw Errors.typeError(
                    ts,
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the"
                            + " metaclasses of all its bases");
        }
        return winner;
    }

    private TypeObject[] mro(TypeObject metatype, TypeObject type) {
        if (metatype == TypeObject.TYPE) {
            return Mro.compute(ts, type);
        }
        type.mro = Mro.compute(ts, type);
        return invokeMro(ts, type);
    }

    /** {@code mro_invoke}: asks the metaclass when it has a {@code mro} of its own. */
    static TypeObject[] invokeMro(dev.clutch.interp.PyThreadState ts, TypeObject type) {
        Object custom = ((TypeObject) type.type()).lookup("mro");
        if (custom == null || custom == TypeObject.TYPE.lookup("mro")) {
            return Mro.compute(ts, type);
        }
        return checkedMro(ts, type, Call.special0(ts, custom, type));
    }

    /** {@code mro_check}. */
    private static TypeObject[] checkedMro(dev.clutch.interp.PyThreadState ts, TypeObject type, Object result) {
        Object[] items = Iter.toArray(ts, result);
        TypeObject[] mro = new TypeObject[items.length];
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof TypeObject t)) {
                throw Errors.typeError(
                        ts, "mro() returned a non-class ('" + Types.of(items[i]).displayName() + "')");
            }
            if (!type.solid.isSubtype(t.solid)) {
                throw Errors.typeError(ts, "mro() returned base with unsuitable layout ('" + t.displayName() + "')");
            }
            mro[i] = t;
        }
        return mro;
    }

    /** The descriptors of {@code __slots__}, which join the dict when its special entries have been taken out. */
    private final java.util.ArrayList<PyMemberDescriptor> members = new java.util.ArrayList<>();

    // --- __slots__ ---------------------------------------------------------------------------------------------

    private void slots(TypeObject type, TypeObject base, PyDict dict) {
        Object slots = dict.get("__slots__");
        // a class has its own kind of dict, which is the metatype's business
        boolean mayAddDict = !base.hasDict() && !base.isSubtype(TypeObject.TYPE);
        boolean mayAddWeak = !base.hasWeakReferences();
        if (slots == null) {
            if (mayAddDict) {
                addDict(type, dict);
            }
            if (mayAddWeak) {
                addWeak(type, dict);
            }
            return;
        }
        Object[] names = PyStr.TYPE.isInstance(slots) ? new Object[] {slots} : Iter.toArray(ts, slots);
        if (names.length > 0 && isVariableSized(base)) {
            throw Errors.typeError(ts, "nonempty __slots__ not supported for subtype of '" + base.displayName() + "'");
        }
        String[] own = new String[names.length];
        int n = 0;
        for (Object s : names) {
            if (!PyStr.TYPE.isInstance(s)) {
                throw Errors.typeError(
                        ts,
                        "__slots__ items must be strings, not '" + Types.of(s).displayName() + "'");
            }
            String slot = Attr.nameText(ts, s);
            if (!dev.clutch.interp.text.StrTest.isidentifier(Str.of(slot))) {
                throw Errors.typeError(ts, "__slots__ must be identifiers");
            }
            if (slot.equals("__dict__")) {
                if (!mayAddDict || type.hasDict()) {
                    throw Errors.typeError(ts, "__dict__ slot disallowed: we already got one");
                }
                addDict(type, dict);
                continue;
            }
            if (slot.equals("__weakref__")) {
                if (!mayAddWeak || type.hasWeakReferences()) {
                    throw Errors.typeError(ts, "__weakref__ slot disallowed: we already got one");
                }
                addWeak(type, dict);
                continue;
            }
            String mangled = mangle(type.name(), slot);
            if (dict.get(mangled) != null && !mangled.equals("__qualname__") && !mangled.equals("__classcell__")) {
                throw Errors.valueError(ts, "'" + slot + "' in __slots__ conflicts with class variable");
            }
            own[n++] = mangled;
        }
        own = Arrays.copyOf(own, n);
        String[] sorted = own.clone();
        Arrays.sort(sorted);
        type.ownSlotNames = sorted;
        for (String slot : sorted) {
            members.add(new PyMemberDescriptor(type, slot, type.slotCount++));
        }
        // type_new_slots_bases: what a secondary base has, instances have
        for (TypeObject b : type.bases) {
            if (b != base && mayAddDict && !type.hasDict() && b.hasDict()) {
                addDict(type, dict);
            }
            if (b != base && mayAddWeak && !type.hasWeakReferences() && b.hasWeakReferences()) {
                addWeak(type, dict);
            }
        }
        if (n > 0) {
            type.solid = type;
        }
    }

    /** Types whose instances vary in size in CPython have no place for slots. */
    private static boolean isVariableSized(TypeObject base) {
        return base.isSubtype(PyTuple.TYPE)
                || base.isSubtype(PyInt.TYPE)
                || base.isSubtype(PyBytes.TYPE)
                || base.isSubtype(TypeObject.TYPE);
    }

    private void addDict(TypeObject type, PyDict dict) {
        type.flags |= TypeDefinition.DICT;
        if (dict.get("__dict__") == null) {
            dict.put("__dict__", InstanceAttributes.dict(type));
        }
    }

    private void addWeak(TypeObject type, PyDict dict) {
        type.flags |= TypeDefinition.WEAK_REFERENCES;
        if (dict.get("__weakref__") == null) {
            dict.put("__weakref__", InstanceAttributes.weakReference(type));
        }
    }

    /** {@code _Py_Mangle}. */
    static String mangle(String className, String name) {
        if (!name.startsWith("__") || name.endsWith("__") || name.indexOf('.') >= 0) {
            return name;
        }
        int i = 0;
        while (i < className.length() && className.charAt(i) == '_') {
            i++;
        }
        return i == className.length() ? name : "_" + className.substring(i) + name;
    }

    // --- attributes --------------------------------------------------------------------------------------------

    private void attributes(TypeObject type, PyDict dict) {
        Object qualname = dict.remove("__qualname__");
        if (qualname != null) {
            if (!PyStr.TYPE.isInstance(qualname)) {
                throw Errors.typeError(
                        ts,
                        "type __qualname__ must be a str, not "
                                + Types.of(qualname).displayName());
            }
            type.qualname = qualname;
        } else {
            type.qualname = Str.of(type.name());
        }
        if (dict.get("__module__") == null) {
            Object module = Frames.currentModuleName(ts);
            if (module != null) {
                dict.put("__module__", module);
            }
        }
        Object doc = dict.get("__doc__");
        if (doc == null) {
            dict.put("__doc__", Singleton.NONE);
        } else if (PyStr.isStr(doc)) {
            Codecs.requireUtf8(ts, PyStr.plain(doc));
        }
        wrap(dict, "__new__", false);
        wrap(dict, "__init_subclass__", true);
        wrap(dict, "__class_getitem__", true);
        if (dict.get("__eq__") != null && dict.get("__hash__") == null) {
            dict.put("__hash__", Singleton.NONE);
        }
        Object cell = dict.remove("__classcell__");
        if (cell != null) {
            if (!(cell instanceof PyCell c)) {
                throw Errors.typeError(
                        ts,
                        "__classcell__ must be a nonlocal cell, not <class '"
                                + Types.of(cell).name() + "'>");
            }
            c.value = type;
        }
        Object dictCell = dict.remove("__classdictcell__");
        if (dictCell instanceof PyCell c) {
            c.value = dict;
        }
    }

    private static void wrap(PyDict dict, String name, boolean asClassMethod) {
        Object f = dict.get(name);
        if (f instanceof PyFunction) {
            dict.put(name, asClassMethod ? new PyClassMethod(f) : new PyStaticMethod(f));
        }
    }

    private void setNames(TypeObject type) {
        PyDict dict = type.dict();
        boolean isCopy = false;
        for (int p = dict.next(0); p >= 0; p = dict.next(p + 1)) {
            Object value = dict.valueAt(p);
            if (value instanceof PyFunction || value instanceof String) {
                continue;
            }
            Object f = Types.of(value).lookup("__set_name__");
            if (f == null) {
                continue;
            }
            if (!isCopy) {
                // what is called may change the class; a copy has the entries at the same positions
                dict = dict.copy();
                isCopy = true;
            }
            try {
                Call.special2(ts, f, value, type, dict.keyAt(p));
            } catch (dev.clutch.extension.spi.PythonException e) {
                Object key = dict.keyAt(p);
                throw Errors.withNote(
                        ts,
                        e,
                        "Error calling __set_name__ on '" + Types.of(value).name() + "' instance "
                                + Text.java(Text.repr(ts, key)) + " in '" + type.name() + "'");
            }
        }
    }

    private void initSubclass(TypeObject type, @Nullable Object kwargs) {
        TypeObject[] mro = type.mro;
        int at = 0;
        while (at < mro.length && mro[at] != type) {
            at++;
        }
        if (at == mro.length) {
            // a metaclass whose mro() leaves the class out
            throw Errors.typeError(ts, "super(type, obj): obj must be an instance or subtype of type");
        }
        Object f = null;
        for (int i = at + 1; i < mro.length && f == null; i++) {
            f = mro[i].dict().get("__init_subclass__");
        }
        if (f == null || kwargs == null && f == TypeObject.OBJECT.dict().get("__init_subclass__")) {
            return;
        }
        Call.withDict(ts, Attr.descriptorGet(ts, f, null, type), new Object[0], kwargs);
    }
}
