package dev.clutch.interp.compiler;

import dev.clutch.interp.object.LongMethod;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Writes down the instructions of a method that is too long for the JVM; {@link LongMethod} reads and runs them. */
final class LongMethodEncoder {
    private int[] code = new int[4096];
    private int size;
    private int locals;
    private final int[] labels;
    /** Places in the code that hold the number of a label until all labels are placed. */
    private int[] uses = new int[256];

    private int useCount;
    private final LinkedHashMap<String, Integer> pool = new LinkedHashMap<>();

    LongMethodEncoder(int labels) {
        this.labels = new int[labels];
    }

    private void word(int value) {
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
        }
        code[size++] = value;
    }

    private void words(int kind, int a) {
        word(kind);
        word(a);
    }

    private void words(int kind, int a, int b) {
        words(kind, a);
        word(b);
    }

    private int pooled(String entry) {
        Integer known = pool.putIfAbsent(entry, pool.size());
        return known == null ? pool.size() - 1 : known;
    }

    private void use(int label) {
        if (useCount == uses.length) {
            uses = Arrays.copyOf(uses, useCount * 2);
        }
        uses[useCount++] = size;
        word(label);
    }

    void op(Opcode opcode) {
        words(LongMethod.OP, opcode.bytecode());
    }

    void local(boolean load, int slot) {
        locals = Math.max(locals, slot + 1);
        words(load ? LongMethod.LOAD : LongMethod.STORE, slot);
    }

    void number(int value) {
        words(LongMethod.INT, value);
    }

    void text(String text) {
        words(LongMethod.STR, pooled(text));
    }

    void field(Opcode opcode, FieldRef f) {
        boolean stores = opcode == Opcode.PUTFIELD || opcode == Opcode.PUTSTATIC;
        words(
                LongMethod.FIELD,
                opcode.bytecode(),
                pooled((stores ? "=" : "") + f.owner().descriptorString() + " " + f.name() + " "
                        + f.type().descriptorString()));
    }

    void invoke(Opcode opcode, MethodRef m) {
        words(
                LongMethod.INVOKE,
                opcode.bytecode(),
                pooled(m.owner().descriptorString() + " " + m.name() + " "
                        + m.type().descriptorString()));
    }

    void type(Opcode opcode, ClassDesc type) {
        words(LongMethod.TYPE, opcode.bytecode(), pooled(type.descriptorString()));
    }

    void jump(Opcode opcode, int label) {
        words(LongMethod.JUMP, opcode.bytecode());
        use(label);
    }

    void place(int label) {
        labels[label] = size;
    }

    void tableswitch(int low, int[] targets, int otherwise) {
        words(LongMethod.SWITCH, low, targets.length);
        use(otherwise);
        for (int target : targets) {
            use(target);
        }
    }

    /** Writes everything; the ranges are of labels. */
    void write(ConstantEncoder out, int[] tries) {
        for (int i = 0; i < useCount; i++) {
            code[uses[i]] = labels[code[uses[i]]];
        }
        out.names(List.copyOf(new ArrayList<>(pool.keySet())));
        out.number(locals);
        out.words(Arrays.copyOf(code, size));
        int[] ranges = new int[tries.length];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = labels[tries[i]];
        }
        out.words(ranges);
    }
}
