package dev.clutch.interp.object.descriptor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Signature;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.object.InstanceAttributes;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.Slots;
import dev.clutch.interp.object.TypeObject;
import org.jspecify.annotations.Nullable;

/** Turns the members of a native table into the attributes of a type ({@code type_add_methods} and its siblings). */
public final class NativeMembers {
    private NativeMembers() {}

    public static void fill(PyDict dict, TypeObject type, @Nullable NativeTable table, Member[] members) {
        if (table == null) {
            return;
        }
        boolean equality = false;
        boolean hash = false;
        for (Member m : members) {
            Object value;
            switch (m.kind()) {
                case METHOD -> value = new PyMethodDescriptor(type, table, m);
                case CLASS_METHOD -> value = new PyClassMethodDescriptor(type, table, m);
                case STATIC_METHOD ->
                    value = new PyStaticMethod(
                            new PyBuiltinFunction(table, m, null, type, Singleton.NONE), type.owner == null);
                case GETTER -> value = new PyGetSetDescriptor(type, table, m);
                case MEMBER -> value = new PyNativeMember(type, table, m);
                case SLOT -> {
                    equality |= m.id() == Slot.EQ.id();
                    hash |= m.id() == Slot.HASH.id();
                    value = m.id() == Slot.NEW.id()
                            ? new PyBuiltinFunction(new NewWrapper(type, table), m, type, type, Singleton.NONE)
                            : new PyWrapperDescriptor(type, table, m);
                }
                default -> value = m.value() == null ? Singleton.NONE : m.value();
            }
            // two slots may share a special name (number and sequence form): the number's comes first and wins
            if (dict.get(m.name()) == null) {
                dict.put(m.name(), value);
            }
        }
        if (equality && !hash) {
            dict.put("__hash__", Singleton.NONE);
        }
        if (type.owner == null && type != TypeObject.OBJECT) {
            inherited(dict, type, equality);
        }
        if (dict.get("__doc__") == null) {
            dict.put("__doc__", type.doc.isEmpty() ? Singleton.NONE : Str.of(type.doc));
        }
        if (type.owner != null || type.nativeModule().equals("typing") && dict.get("__module__") == null) {
            dict.put("__module__", type.nativeModule());
        }
        if (type.hasDict()
                && dict.get("__dict__") == null
                && (type.flags & TypeDefinition.DICT) != 0
                && type.base() != null
                && !type.base().hasDict()) {
            dict.put("__dict__", InstanceAttributes.dict(type));
        }
    }

    private static final Slot[] COMPARISONS = {Slot.LT, Slot.LE, Slot.EQ, Slot.NE, Slot.GT, Slot.GE};

    /** A C type that compares in any way has all six comparisons in its dict; those that nobody wrote answer as {@code object}'s. */
    private static void inherited(PyDict dict, TypeObject type, boolean equality) {
        if (!equality) {
            return;
        }
        for (Slot s : COMPARISONS) {
            String name = Slots.name(s.id());
            if (dict.get(name) == null && TypeObject.OBJECT.dict().get(name) instanceof PyWrapperDescriptor w) {
                dict.put(name, new PyWrapperDescriptor(type, w.table, w.member));
            }
        }
    }

    /** The docstring of a member, None for none. */
    public static Object doc(@Nullable TypeObject owner, NativeTable table, Member m) {
        String text = table.doc(m.id());
        if (text.isEmpty()) {
            MemberTexts.Texts shown = texts(owner, m);
            text = shown == null ? "" : shown.doc();
        }
        return text.isEmpty() ? Singleton.NONE : Str.of(text);
    }

    /** {@code __text_signature__} of a member, None for none. */
    public static Object textSignature(@Nullable TypeObject owner, NativeTable table, Member m) {
        MemberTexts.Texts shown = texts(owner, m);
        if (shown != null && !shown.signature().isEmpty()) {
            return shown.signature().equals(MemberTexts.NO_SIGNATURE) ? Singleton.NONE : Str.of(shown.signature());
        }
        Signature s = table.signature(m.id());
        return s == null ? Singleton.NONE : s.text();
    }

    private static MemberTexts.@Nullable Texts texts(@Nullable TypeObject owner, Member m) {
        if (owner == null) {
            return null;
        }
        MemberTexts.Texts own = owner.owner == null ? MemberTexts.of(owner, m.name()) : null;
        return own == null && m.kind() == Member.Kind.SLOT ? MemberTexts.ofSlot(m.name()) : own;
    }

    /** {@code __text_signature__} of a type: that of its constructor, unless that takes anything. */
    public static Object typeSignature(TypeObject type, @Nullable NativeTable table) {
        MemberTexts.Texts shown = type.owner == null ? MemberTexts.ofType(type) : null;
        if (shown != null && !shown.signature().isEmpty()) {
            return shown.signature().equals(MemberTexts.NO_SIGNATURE) ? Singleton.NONE : Str.of(shown.signature());
        }
        Object found = constructor(table, Slot.INIT);
        return found == Singleton.NONE ? constructor(table, Slot.NEW) : found;
    }

    private static Object constructor(@Nullable NativeTable table, Slot slot) {
        Signature s = table == null ? null : table.signature(slot.id());
        if (s == null || s.text().equals("(*args, **kwargs)")) {
            return Singleton.NONE;
        }
        return s.text();
    }
}
