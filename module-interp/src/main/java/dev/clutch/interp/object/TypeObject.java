package dev.clutch.interp.object;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyInterpreter;
import dev.clutch.interp.object.descriptor.NativeMembers;
import dev.clutch.interp.object.descriptor.PyWrapperDescriptor;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type. Answers to {@code PyTypeObject} and, for classes, {@code PyHeapTypeObject}.
 *
 * <p>There are three kinds. A <em>built-in</em> type is shared by all interpreters and never changes once published: its members come from a native table, its
 * dict and the flattened lookup table are made on first use under this object's monitor and then only read. An <em>extension</em> type and a <em>class</em> made by
 * Python code belong to one interpreter ({@link #owner}) and are touched under its lock.
 */
public final class TypeObject extends PyType {
    /** {@code type}. */
    public static final TypeObject TYPE;

    /** {@code object}. */
    public static final TypeObject OBJECT;

    /** Slots of Python classes call the method that the MRO has under the slot's name. */
    public static final NativeTable PYTHON = new PythonSlots();

    static {
        TYPE = new TypeObject("type");
        OBJECT = new TypeObject("object");
        setType(TYPE, TYPE);
        setType(OBJECT, TYPE);
        OBJECT.initialise(new PyObjectTypeDefinition(), null, null);
        TYPE.initialise(new PyTypeTypeDefinition(), OBJECT, null);
    }

    private static final Object ABSENT = new Absent();

    private static final class Absent {}

    /** {@code __name__} as Java text. */
    private String name;

    /** {@code __qualname__}, a str. */
    public Object qualname;

    /** The module part of a native type's dotted name; empty for {@code builtins}. */
    private String modulePrefix = "";

    /** The docstring of a native type. */
    public String doc = "";

    private @Nullable TypeObject base;
    TypeObject[] bases = new TypeObject[0];
    TypeObject[] mro = new TypeObject[0];
    public int flags;

    /** The type that decides the Java layout of instances; see {@link Layouts}. */
    TypeObject solid = this;

    /** The Java class of the instances of the nearest native type. */
    public Class<?> instanceClass = Object.class;

    /** The interpreter of a heap type; null for a built-in type. */
    public final @Nullable PyInterpreter owner;

    /** The members of a native type, null for a class. */
    private @Nullable NativeTable table;

    private Member[] members = new Member[0];

    /** By slot ordinal: who answers, null when the type does not have the slot. */
    private final @Nullable NativeTable[] slots = new NativeTable[Slot.COUNT];

    /** The slots that this type itself defines, as a bit set. */
    private final long[] ownSlots = new long[(Slot.COUNT + 63) / 64];

    private volatile @Nullable PyDict dict;

    /** Found attributes by name through the MRO; complete and frozen for a built-in type, filled as needed otherwise. */
    private volatile @Nullable PyDict lookups;

    /** Changes whenever an attribute of this type or of a base may have changed; for inline caches. */
    private int version;

    /** Subclasses of a heap type; those of a built-in type are in {@link PyInterpreter}. */
    private @Nullable List<WeakReference<TypeObject>> subclasses;

    /** Shape of a new instance with a virtual {@code __dict__}; null when instances have none. */
    @Nullable
    Shape rootShape;

    /** Number of values of {@code __slots__} in an instance, the inherited ones included. */
    int slotCount;

    /** Where instances keep what brings them back for {@code __del__}, -1 when the class has none. No part of the layout. */
    public int finalizerSlot = -1;

    /** Where instances keep the payload of this native type, -1 for none. */
    private int payloadSlot = -1;

    /** The names in {@code __slots__} of this class itself, mangled and sorted. */
    String[] ownSlotNames = new String[0];

    /** The state of the module that made an extension type. */
    @Nullable
    Object moduleState;

    /** How an instance is made by calling the type. */
    public Vectorcall vectorcall = TypeCall.INSTANCE;

    /** {@link #hasPlainClass}, as of a version; for built-in types, which never change, any thread finds the same. */
    private boolean plainClass;

    /** Whether {@code __getattribute__} is that of {@code object}, for {@link #plainClassVersion}. */
    private boolean plainGet;

    private volatile int plainClassVersion = -1;

    /** By slot: the functions of a class that were asked for since it last changed. */
    private @Nullable Object @Nullable [] slotMethods;

    /** What {@link TypeCall} knows of a class: the function that initialises instances, if nothing else is to be done; as of {@link #initialiserVersion}. */
    private @Nullable PyFunction initialiser;

    private int initialiserVersion = -1;

    /** For the two types of the bootstrap. */
    private TypeObject(String name) {
        super();
        this.name = name;
        this.qualname = name;
        this.owner = null;
    }

    /** Makes an empty heap type; {@link ClassBuilder} fills it in. */
    TypeObject(TypeObject metatype, String name, PyInterpreter owner) {
        super(metatype);
        this.name = name;
        this.qualname = name;
        this.owner = owner;
    }

    private TypeObject(TypeObject metatype, TypeDefinition definition, @Nullable PyInterpreter owner) {
        super(metatype);
        this.name = definition.name();
        this.qualname = name;
        this.owner = owner;
    }

    /** Makes a built-in type, shared by all interpreters. Called by the initialiser of the class that declares it. */
    public static TypeObject builtin(TypeDefinition definition, TypeObject base) {
        TypeObject type = new TypeObject(TYPE, definition, null);
        type.initialise(definition, base, null);
        return type;
    }

    /** Makes a built-in type with a second base, which adds no member of its own: what both inherit comes last in the MRO. */
    public static TypeObject builtin(TypeDefinition definition, TypeObject base, TypeObject second) {
        TypeObject type = builtin(definition, base);
        type.bases = new TypeObject[] {base, second};
        TypeObject[] order = new TypeObject[type.mro.length + 1];
        order[0] = type;
        order[1] = base;
        order[2] = second;
        System.arraycopy(type.mro, 2, order, 3, type.mro.length - 2);
        type.mro = order;
        type.computeSlots();
        return type;
    }

    /** Makes an extension type of one interpreter ({@code PyType_FromModuleAndSpec}). */
    public static TypeObject extension(
            TypeDefinition definition, TypeObject base, PyInterpreter owner, @Nullable Object moduleState) {
        TypeObject type = new TypeObject((TypeObject) base.type(), definition, owner);
        type.moduleState = moduleState;
        type.initialise(definition, base, moduleState);
        base.addSubclass(owner, type);
        return type;
    }

    private void initialise(TypeDefinition definition, @Nullable TypeObject base, @Nullable Object state) {
        String dotted = definition.name();
        int dot = dotted.lastIndexOf('.');
        if (dot >= 0) {
            modulePrefix = dotted.substring(0, dot);
            name = dotted.substring(dot + 1);
            qualname = name;
        }
        doc = definition.doc();
        flags = definition.flags();
        this.base = base;
        instanceClass = definition.instanceClass();
        int kinds = TypeDefinition.SEQUENCE | TypeDefinition.MAPPING;
        if (base != null && (flags & kinds) == 0) {
            flags |= base.flags & kinds;
        }
        if (base == null) {
            mro = new TypeObject[] {this};
        } else {
            bases = new TypeObject[] {base};
            mro = new TypeObject[base.mro.length + 1];
            mro[0] = this;
            System.arraycopy(base.mro, 0, mro, 1, base.mro.length);
            solid = instanceClass == base.instanceClass || instanceClass == Object.class ? base.solid : this;
            slotCount = base.slotCount;
            if ((flags & TypeDefinition.PAYLOAD) != 0) {
                payloadSlot = slotCount++;
                solid = this;
            }
            if ((base.flags & TypeDefinition.DICT) != 0) {
                flags |= TypeDefinition.DICT;
            }
            if ((base.flags & TypeDefinition.WEAK_REFERENCES) != 0) {
                flags |= TypeDefinition.WEAK_REFERENCES;
            }
            flags |= base.flags & (TypeDefinition.SEQUENCE | TypeDefinition.MAPPING);
        }
        NativeTable own = definition.table(this, state);
        table = own;
        members = own.members();
        boolean equality = false;
        boolean hash = false;
        for (Member m : members) {
            if (m.kind() == Member.Kind.SLOT) {
                ownSlots[m.id() >> 6] |= 1L << (m.id() & 63);
                equality |= m.id() == Slot.EQ.id();
                hash |= m.id() == Slot.HASH.id();
            }
        }
        if (equality && !hash) {
            ownSlots[Slot.HASH.id() >> 6] |= 1L << (Slot.HASH.id() & 63);
            unhashable = true;
        }
        computeSlots();
        reserveFinalizer();
    }

    /** Makes room in instances for the trigger of {@code __del__}; called once the slots are known and before there are instances. */
    void reserveFinalizer() {
        TypeObject b = base;
        if (slots[Slot.DEL.id()] != null && (flags & TypeDefinition.SKIPS_FINALIZER) == 0) {
            finalizerSlot = b != null && b.finalizerSlot >= 0 ? b.finalizerSlot : slotCount++;
        }
    }

    /** Whether a call of this type leaves it to the instance to ask for its finalizer, which no class has overridden. */
    boolean isFinalizedOnRequest() {
        TypeObject b = base;
        return (flags & TypeDefinition.FINALIZED_ON_REQUEST) != 0
                || b != null && slots[Slot.DEL.id()] == b.slots[Slot.DEL.id()] && b.isFinalizedOnRequest();
    }

    /** Returns the values that instances have in slots, but for the one of {@link #finalizerSlot}. */
    int declaredSlots() {
        return finalizerSlot < 0 ? slotCount : slotCount - 1;
    }

    /** Whether this native type defines equality but no hash ({@code PyObject_HashNotImplemented}). */
    private boolean unhashable;

    /** Fills {@link #slots} from the MRO: the first type that defines a slot itself decides ({@code inherit_slots}, {@code fixup_slot_dispatchers}). */
    void computeSlots() {
        int inherited = mro.length;
        TypeObject b = base;
        if (b != null && mro[0] == this && Arrays.equals(mro, 1, inherited, b.mro, 0, b.mro.length)) {
            // the slots of the base are those of the rest of the MRO
            System.arraycopy(b.slots, 0, slots, 0, slots.length);
            inherited = 1;
        } else {
            Arrays.fill(slots, null);
        }
        for (int i = inherited - 1; i >= 0; i--) {
            TypeObject t = mro[i];
            for (int w = 0; w < ownSlots.length; w++) {
                long bits = t.ownSlots[w];
                while (bits != 0) {
                    int s = w * 64 + Long.numberOfTrailingZeros(bits);
                    bits &= bits - 1;
                    slots[s] = t.slotTable(s);
                }
            }
        }
    }

    private @Nullable NativeTable slotTable(int s) {
        if (table != null) {
            return s == Slot.HASH.id() && unhashable ? null : table;
        }
        if (Slots.isSequenceTwin(s)) {
            // a class that defines __add__ has the number slot only
            return null;
        }
        PyDict d = dict;
        if (d == null) {
            return PYTHON;
        }
        // __hash__ = None and the like switch a slot off (slot_tp_hash, PyObject_HashNotImplemented)
        String special = Slots.name(s);
        Object v = d.get(special);
        return v == dev.clutch.extension.spi.Singleton.NONE && s == Slot.HASH.id() ? null : PYTHON;
    }

    /** Records the slots that the dict of a class defines. */
    void scanOwnSlots() {
        ownSlots[0] = 0;
        ownSlots[1] = 0;
        PyDict d = dict();
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            if (d.keyAt(p) instanceof String key && Slots.isSpecial(key)) {
                markSlots(key);
            }
        }
    }

    private void markSlots(String key) {
        int s = Slots.ordinal(key);
        if (s >= 0) {
            ownSlots[s >> 6] |= 1L << (s & 63);
            int twin = Slots.sequenceTwin(s);
            if (twin >= 0) {
                ownSlots[twin >> 6] |= 1L << (twin & 63);
            }
        }
    }

    /** Returns who answers a slot, or null. */
    public @Nullable NativeTable slot(Slot slot) {
        return slots[slot.id()];
    }

    /** Returns who answers a slot by ordinal, or null. */
    public @Nullable NativeTable slot(int ordinal) {
        return slots[ordinal];
    }

    // --- attributes of the type itself -------------------------------------------------------------------------

    /** Returns {@code tp_dict}: the attributes defined here. */
    public PyDict dict() {
        PyDict d = dict;
        return d != null ? d : makeDict();
    }

    private synchronized PyDict makeDict() {
        PyDict d = dict;
        if (d == null) {
            d = new PyDict();
            NativeMembers.fill(d, this, table, members);
            dict = d;
        }
        return d;
    }

    /** For {@link ClassBuilder}. */
    void setDict(PyDict d) {
        dict = d;
    }

    /** Returns the attribute that the MRO has under a name, or null ({@code _PyType_Lookup}). */
    public @Nullable Object lookup(String attribute) {
        PyDict found = lookups;
        if (found == null) {
            found = makeLookups();
        }
        Object v = found.get(attribute);
        if (v != null) {
            return v == ABSENT ? null : v;
        }
        return owner == null ? null : lookupSlow(found, attribute);
    }

    private @Nullable Object lookupSlow(PyDict found, String attribute) {
        for (TypeObject t : mro) {
            Object v = t.dict().get(attribute);
            if (v != null) {
                found.put(attribute, v);
                return v;
            }
        }
        found.put(attribute, ABSENT);
        return null;
    }

    private synchronized PyDict makeLookups() {
        PyDict found = lookups;
        if (found == null) {
            found = new PyDict();
            if (owner == null) {
                for (int i = mro.length - 1; i >= 0; i--) {
                    PyDict d = mro[i].dict();
                    for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
                        found.put((String) d.keyAt(p), d.valueAt(p));
                    }
                }
            }
            lookups = found;
        }
        return found;
    }

    /** Sets or, with null, deletes an attribute of a mutable type and lets caches go; the caller has checked mutability. Returns false when absent. */
    public boolean setOwnAttribute(String attribute, @Nullable Object value) {
        PyDict d = dict();
        if (value == null) {
            if (d.remove(attribute) == null) {
                return false;
            }
        } else {
            int position = d.position(attribute);
            if (position < 0) {
                d.put(attribute, value);
            } else {
                Object old = d.valueAt(position);
                d.setValueAt(position, value);
                if (isPlainData(old) && isPlainData(value) && !Slots.isSpecial(attribute)) {
                    dataReplaced(attribute, value);
                    return true;
                }
            }
        }
        changed(attribute, Slots.isSpecial(attribute) && Slots.ordinal(attribute) >= 0);
        return true;
    }

    /** Whether an attribute of a class is neither a function nor any other descriptor, so that sites look it up each time. */
    static boolean isPlainData(Object value) {
        return !(value instanceof PyFunction)
                && Types.of(value).slot(Slot.GET) == null
                && Types.of(value).slot(Slot.SET) == null;
    }

    /** Keeps an attribute's new value, null for one of a base, here and in the subclasses, where it had been found: counters of classes are changed often. */
    private void dataReplaced(String attribute, @Nullable Object value) {
        PyDict found = lookups;
        int position = found == null ? -1 : found.position(attribute);
        if (found != null && position >= 0) {
            if (value != null) {
                found.setValueAt(position, value);
            } else {
                lookupSlow(found, attribute);
            }
        }
        List<WeakReference<TypeObject>> list = subclasses;
        if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                TypeObject t = list.get(i).get();
                if (t != null) {
                    t.dataReplaced(attribute, null);
                }
            }
        }
    }

    /** Forgets what was found through this type and its subclasses ({@code PyType_Modified}, {@code update_slot}). */
    void modified(boolean slotsToo) {
        changed(null, slotsToo);
    }

    /** {@link #modified} where no other attribute than this one can have changed: what was found under other names is kept. */
    private void changed(@Nullable String attribute, boolean slotsToo) {
        version++;
        PyDict found = lookups;
        if (attribute == null) {
            lookups = null;
        } else if (found != null) {
            found.remove(attribute);
        }
        slotMethods = null;
        if (slotsToo && table == null) {
            scanOwnSlots();
        }
        if (slotsToo) {
            computeSlots();
        }
        List<WeakReference<TypeObject>> list = subclasses;
        if (list != null) {
            for (int i = 0; i < list.size(); i++) {
                TypeObject t = list.get(i).get();
                if (t != null) {
                    t.changed(attribute, slotsToo);
                }
            }
        }
    }

    /** Returns a number that changes when attributes found through this type may have changed. */
    public int version() {
        return version;
    }

    /** Returns what the MRO has under the name of a slot, or null: {@link #lookup} without its search. */
    @Nullable
    Object slotMethod(int slot) {
        @Nullable Object[] known = slotMethods;
        if (known != null) {
            Object v = known[slot];
            if (v != null) {
                return v;
            }
        }
        return findSlotMethod(slot);
    }

    private @Nullable Object findSlotMethod(int slot) {
        Object v = lookup(Slots.name(slot));
        if (v instanceof PyFunction && isClass()) {
            @Nullable Object[] known = slotMethods;
            if (known == null) {
                known = new Object[Slot.COUNT];
                slotMethods = known;
            }
            known[slot] = v;
        }
        return v;
    }

    /** Whether {@code __class__} of an instance is its type, by the attribute of {@code object}. */
    boolean hasPlainClass() {
        if (plainClassVersion != version) {
            learnPlain();
        }
        return plainClass;
    }

    /** Whether what {@code object} finds for an instance is the attribute, be there a {@code __getattr__} for what it doesn't find. */
    boolean hasPlainGet() {
        if (plainClassVersion != version) {
            learnPlain();
        }
        return plainGet;
    }

    private void learnPlain() {
        boolean generic = slots[Slot.GETATTRIBUTE.id()] == OBJECT.slots[Slot.GETATTRIBUTE.id()];
        plainClass = generic && lookup("__class__") == OBJECT.lookup("__class__");
        plainGet = generic
                || isClass()
                        && lookup("__getattribute__") instanceof PyWrapperDescriptor d
                        && d.isGenericGetAttribute();
        plainClassVersion = version;
    }

    boolean initialiserKnown() {
        return initialiserVersion == version;
    }

    @Nullable
    PyFunction initialiser() {
        return initialiser;
    }

    void setInitialiser(@Nullable PyFunction init) {
        initialiser = init;
        initialiserVersion = version;
    }

    // --- relations ---------------------------------------------------------------------------------------------

    /** Returns {@code __base__}, null for {@code object}. */
    public @Nullable TypeObject base() {
        return base;
    }

    void setBase(TypeObject base) {
        this.base = base;
    }

    /** Returns the types of the MRO, this one first. Not to be written. */
    public TypeObject[] mro() {
        return mro;
    }

    @Override
    public boolean isSubtype(PyType other) {
        if (this == other) {
            return true;
        }
        for (TypeObject t : mro) {
            if (t == other) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isInstance(Object object) {
        return Types.of(object).isSubtype(this);
    }

    private static final int FEW_SUBCLASSES = 8;

    /** Records a subclass, in the interpreter's side table when this type is shared. */
    void addSubclass(PyInterpreter interp, TypeObject subclass) {
        List<WeakReference<TypeObject>> list = subclassList(interp);
        int n = list.size();
        if (n >= FEW_SUBCLASSES && (n & n - 1) == 0) {
            // not each time: object has hundreds
            int live = 0;
            for (int i = 0; i < n; i++) {
                if (list.get(i).get() != null) {
                    list.set(live++, list.get(i));
                }
            }
            list.subList(live, n).clear();
        }
        list.add(new WeakReference<>(subclass));
    }

    /** Removes a subclass (assignment to {@code __bases__}). */
    void removeSubclass(PyInterpreter interp, TypeObject subclass) {
        List<WeakReference<TypeObject>> list = subclassList(interp);
        for (int i = list.size() - 1; i >= 0; i--) {
            TypeObject t = list.get(i).get();
            if (t == null || t == subclass) {
                list.remove(i);
            }
        }
    }

    /** Returns the living direct subclasses in an interpreter, oldest first. */
    List<TypeObject> subclasses(PyInterpreter interp) {
        List<TypeObject> result = new ArrayList<>();
        for (WeakReference<TypeObject> r : subclassList(interp)) {
            TypeObject t = r.get();
            if (t != null) {
                result.add(t);
            }
        }
        return result;
    }

    private List<WeakReference<TypeObject>> subclassList(PyInterpreter interp) {
        if (owner == null) {
            return interp.builtinSubclasses(this);
        }
        List<WeakReference<TypeObject>> list = subclasses;
        if (list == null) {
            list = new ArrayList<>();
            subclasses = list;
        }
        return list;
    }

    // --- names and flags ---------------------------------------------------------------------------------------

    @Override
    public String name() {
        return name;
    }

    void setName(String name) {
        this.name = name;
    }

    @Override
    public String displayName() {
        return modulePrefix.isEmpty() ? name : modulePrefix + "." + name;
    }

    /** Returns {@code __module__} of a native type. */
    public String nativeModule() {
        return modulePrefix.isEmpty() ? "builtins" : modulePrefix;
    }

    /** Whether the table answers for this native type. */
    boolean declares(NativeTable members) {
        return table == members;
    }

    /** Returns {@code __text_signature__} of a native type. */
    Object textSignature() {
        return NativeMembers.typeSignature(this, table);
    }

    /** Returns whether this is a class made by Python code. */
    public boolean isClass() {
        return table == null;
    }

    /** Returns whether attributes of the type may be set. */
    public boolean isMutable() {
        return table == null || (flags & TypeDefinition.MUTABLE) != 0;
    }

    /** Returns whether the type may be subclassed ({@code Py_TPFLAGS_BASETYPE}). */
    public boolean isSubclassable() {
        return table == null || (flags & TypeDefinition.SUBCLASSABLE) != 0;
    }

    /** Returns whether subscription is by key, so that {@code iter} does not fall back to it ({@code PySequence_Check}). */
    public boolean isMappingOnly() {
        return isSubtype(PyDict.TYPE);
    }

    /** Returns whether instances have a {@code __dict__}. */
    public boolean hasDict() {
        return (flags & TypeDefinition.DICT) != 0;
    }

    /** Returns whether instances can be weakly referenced. */
    public boolean hasWeakReferences() {
        return (flags & TypeDefinition.WEAK_REFERENCES) != 0;
    }

    /** Returns whether abstract methods are left, so that instances can't be made ({@code Py_TPFLAGS_IS_ABSTRACT}). */
    boolean isAbstract() {
        return abstractMethods;
    }

    void setAbstract(boolean value) {
        abstractMethods = value;
        initialiserVersion = -1;
    }

    private boolean abstractMethods;

    /** Returns whether a native type has no {@code __new__} of its own and must not inherit that of {@code object}. */
    boolean disallowsInstantiation() {
        NativeTable t = table;
        return t != null
                && this != OBJECT
                && (flags & TypeDefinition.MUTABLE) == 0
                && slots[Slot.NEW.id()] == OBJECT.slots[Slot.NEW.id()];
    }

    /** Returns a combination of the flags of {@link TypeDefinition}. */
    public int flags() {
        return flags;
    }

    /** Says whether instances match as sequences or mappings. */
    public void setCollectionFlags(int kinds) {
        flags = flags & ~(TypeDefinition.SEQUENCE | TypeDefinition.MAPPING) | kinds;
    }

    /** {@link #setCollectionFlags} for this class and its subclasses ({@code set_collection_flag_recursive}). */
    public void setCollectionFlagsDeep(dev.clutch.interp.PyThreadState ts, int kinds) {
        if (!isMutable() || (flags & (TypeDefinition.SEQUENCE | TypeDefinition.MAPPING)) == kinds) {
            return;
        }
        setCollectionFlags(kinds);
        for (TypeObject t : subclasses(ts.interp)) {
            t.setCollectionFlagsDeep(ts, kinds);
        }
    }

    /** Returns the nearest native type in the MRO: the one that allocates instances. */
    public TypeObject nativeBase() {
        TypeObject t = this;
        while (t.table == null && t.base != null) {
            t = t.base;
        }
        return t;
    }

    /** Returns what an instance carries for this type, declared with a payload. */
    public @Nullable Object payload(PyObject o) {
        return AttributeStorage.slot(o, payloadSlot);
    }

    /** Sets what an instance carries for this type. */
    public void setPayload(PyObject o, @Nullable Object payload) {
        AttributeStorage.setSlot(o, payloadSlot, payload);
    }

    /** Gives the attribute storage of any object to this package. */
    static @Nullable Object storage(PyObject o) {
        return attributes(o);
    }

    /** Replaces the attribute storage of any object. */
    static void setStorage(PyObject o, @Nullable Object storage) {
        setAttributes(o, storage);
    }

    /** Assigns {@code __class__}; the caller has checked the layouts. */
    static void setTypeOf(PyObject o, TypeObject type) {
        setType(o, type);
    }
}
