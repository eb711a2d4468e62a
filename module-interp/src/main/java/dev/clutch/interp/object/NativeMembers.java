package dev.clutch.interp.object;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Signature;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.TypeDefinition;
import org.jspecify.annotations.Nullable;

/** Turns the members of a native table into the attributes of a type ({@code type_add_methods} and its siblings). */
final class NativeMembers {
    private NativeMembers() {}

    static void fill(PyDict dict, TypeObject type, @Nullable NativeTable table, Member[] members) {
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
                    value = new PyStaticMethod(new PyBuiltinFunction(table, m, null, Singleton.NONE, Singleton.NONE));
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
        if (dict.get("__doc__") == null) {
            dict.put("__doc__", type.doc.isEmpty() ? Singleton.NONE : type.doc);
        }
        if (type.owner != null) {
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

    static Object doc(NativeTable table, Member m) {
        String text = table.doc(m.id());
        return text.isEmpty() ? Singleton.NONE : Str.of(text);
    }

    static Object textSignature(NativeTable table, Member m) {
        Signature s = table.signature(m.id());
        return s == null ? Singleton.NONE : s.text();
    }
}
