package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The special names of slots. */
public final class Slots {
    private static final String[] NAMES = new String[Slot.COUNT];
    private static final Map<String, Integer> ORDINALS;

    static {
        Map<String, Integer> ordinals = new HashMap<>();
        for (Slot s : Slot.values()) {
            String n = s.specialName();
            if (n != null) {
                NAMES[s.id()] = n;
                ordinals.put(n, s.id());
            }
        }
        NAMES[Slot.CONCAT.id()] = "__add__";
        NAMES[Slot.REPEAT.id()] = "__mul__";
        NAMES[Slot.ICONCAT.id()] = "__iadd__";
        NAMES[Slot.IREPEAT.id()] = "__imul__";
        // slot_tp_getattr_hook serves both
        ordinals.put("__getattr__", Slot.GETATTRIBUTE.id());
        ORDINALS = Map.copyOf(ordinals);
    }

    private Slots() {}

    /** Returns the special name of a slot. */
    public static String name(int ordinal) {
        return NAMES[ordinal];
    }

    /** Returns the ordinal of the slot that a special name fills, or -1. */
    static int ordinal(String name) {
        @Nullable Integer i = ORDINALS.get(name);
        return i == null ? -1 : i;
    }

    /** Returns the sequence slot that shares a number slot's special name, or -1. */
    static int sequenceTwin(int ordinal) {
        if (ordinal == Slot.ADD.id()) {
            return Slot.CONCAT.id();
        }
        if (ordinal == Slot.MUL.id()) {
            return Slot.REPEAT.id();
        }
        if (ordinal == Slot.IADD.id()) {
            return Slot.ICONCAT.id();
        }
        return ordinal == Slot.IMUL.id() ? Slot.IREPEAT.id() : -1;
    }

    /** Returns whether the slot is one of a sequence that shares a number slot's name. */
    static boolean isSequenceTwin(int ordinal) {
        return ordinal >= Slot.CONCAT.id() && ordinal <= Slot.IREPEAT.id();
    }

    /** Returns whether a name has two underscores at both ends. */
    static boolean isSpecial(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__");
    }
}
