package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The special names of slots. */
final class Slots {
    private static final String[] NAMES = new String[Slot.COUNT];
    private static final Map<String, Integer> ORDINALS;

    static {
        Map<String, Integer> ordinals = new HashMap<>();
        for (Slot s : Slot.values()) {
            String n = s.specialName();
            if (n != null) {
                NAMES[s.ordinal()] = n;
                ordinals.put(n, s.ordinal());
            }
        }
        NAMES[Slot.CONCAT.ordinal()] = "__add__";
        NAMES[Slot.REPEAT.ordinal()] = "__mul__";
        NAMES[Slot.ICONCAT.ordinal()] = "__iadd__";
        NAMES[Slot.IREPEAT.ordinal()] = "__imul__";
        // slot_tp_getattr_hook serves both
        ordinals.put("__getattr__", Slot.GETATTRIBUTE.ordinal());
        ORDINALS = Map.copyOf(ordinals);
    }

    private Slots() {}

    /** Returns the special name of a slot. */
    static String name(int ordinal) {
        return NAMES[ordinal];
    }

    /** Returns the ordinal of the slot that a special name fills, or -1. */
    static int ordinal(String name) {
        @Nullable Integer i = ORDINALS.get(name);
        return i == null ? -1 : i;
    }

    /** Returns the sequence slot that shares a number slot's special name, or -1. */
    static int sequenceTwin(int ordinal) {
        if (ordinal == Slot.ADD.ordinal()) {
            return Slot.CONCAT.ordinal();
        }
        if (ordinal == Slot.MUL.ordinal()) {
            return Slot.REPEAT.ordinal();
        }
        if (ordinal == Slot.IADD.ordinal()) {
            return Slot.ICONCAT.ordinal();
        }
        return ordinal == Slot.IMUL.ordinal() ? Slot.IREPEAT.ordinal() : -1;
    }

    /** Returns whether the slot is one of a sequence that shares a number slot's name. */
    static boolean isSequenceTwin(int ordinal) {
        return ordinal >= Slot.CONCAT.ordinal() && ordinal <= Slot.IREPEAT.ordinal();
    }

    /** Returns whether a name has two underscores at both ends. */
    static boolean isSpecial(String name) {
        return name.length() > 4 && name.startsWith("__") && name.endsWith("__");
    }
}
