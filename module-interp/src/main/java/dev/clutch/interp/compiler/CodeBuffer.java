package dev.clutch.interp.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The instructions of one method, recorded. The class-file builder may run its handler twice and wants the methods of a class one after the other; emitters
 * nest, and write prologues last. What cannot be reached is not recorded, so the class-file builder never has to patch dead code.
 */
final class CodeBuffer {
    private static final int OP = 0;
    private static final int LOAD = 1;
    private static final int STORE = 2;
    private static final int INT = 3;
    private static final int STR = 4;
    private static final int FIELD = 5;
    private static final int INVOKE = 6;
    private static final int TYPE = 7;
    private static final int JUMP = 8;
    private static final int LABEL = 9;
    private static final int LINE = 10;
    private static final int SWITCH = 11;
    private static final int INDEX = 12;
    private static final int NUMBER = 13;

    private int[] words = new int[256];
    private int size;
    private final ArrayList<Object> operands = new ArrayList<>();
    private boolean[] targeted = new boolean[16];
    private int[] offsets = new int[16];
    private int labels;
    private int[] tries = new int[12];
    private int tryCount;
    private int bytes;
    private boolean dead;
    private int split = -1;

    private record Table(int low, int[] labels, int otherwise) {}

    /** Returns an estimate of the size of the method in bytes. */
    int bytes() {
        return bytes;
    }

    /** Returns whether the next instruction can be reached. */
    boolean live() {
        return !dead;
    }

    int newLabel() {
        if (labels == targeted.length) {
            targeted = Arrays.copyOf(targeted, labels * 2);
            offsets = Arrays.copyOf(offsets, labels * 2);
        }
        return labels++;
    }

    /** Puts a label here. Labels that something jumps to make the code live. */
    void place(int label) {
        if (targeted[label]) {
            dead = false;
        }
        offsets[label] = bytes;
        put(LABEL, label, 0);
    }

    /** Puts the label of the body's first instruction. */
    void start(int label) {
        targeted[label] = true;
        place(label);
    }

    /** What follows is recorded last but comes first, and runs into the body. */
    void beginPrologue() {
        split = size;
        dead = false;
    }

    /** Puts the handler of a placed range here: live if the range holds any code. Inner ranges must be protected first. */
    void placeHandler(int start, int end, int handler) {
        if (offsets[end] > offsets[start]) {
            targeted[handler] = true;
            protect(start, end, handler);
        }
        place(handler);
    }

    void op(Opcode opcode) {
        if (dead) {
            return;
        }
        put(OP, operand(opcode), 1);
        switch (opcode) {
            case ATHROW, ARETURN, IRETURN, RETURN -> dead = true;
            default -> {}
        }
    }

    void aload(int slot) {
        load(TypeKind.REFERENCE, slot);
    }

    void astore(int slot) {
        store(TypeKind.REFERENCE, slot);
    }

    void iload(int slot) {
        load(TypeKind.INT, slot);
    }

    void istore(int slot) {
        store(TypeKind.INT, slot);
    }

    void load(TypeKind kind, int slot) {
        if (slot < 0) {
            throw new IllegalArgumentException("the variable has no JVM local");
        }
        if (!dead) {
            put(LOAD, slot << 2 | code(kind), slot < 4 ? 1 : slot < 256 ? 2 : 4);
        }
    }

    void store(TypeKind kind, int slot) {
        if (!dead) {
            put(STORE, slot << 2 | code(kind), slot < 4 ? 1 : slot < 256 ? 2 : 4);
        }
    }

    private static int code(TypeKind kind) {
        return switch (kind) {
            case REFERENCE -> 0;
            case INT -> 1;
            case LONG -> 2;
            case DOUBLE -> 3;
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** Loads a Long or Double as a primitive. */
    void number(Object value) {
        if (!dead) {
            put(NUMBER, operand(value), 3);
        }
    }

    void iconst(int value) {
        if (!dead) {
            put(INT, value, value >= -1 && value <= 5 ? 1 : value >= -128 && value < 128 ? 2 : 3);
        }
    }

    /** Loads the index of a variable in the locals array, which is not known yet. */
    void index(Variable variable) {
        if (!dead) {
            put(INDEX, operand(variable), 3);
        }
    }

    /** Characters of a text in the constant pool: no more than 65,535 bytes. */
    private static final int MAX_TEXT = 20000;

    private static final MethodRef CONCAT = new MethodRef(
            ConstantDescs.CD_String, "concat", MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_String));

    /** Loads a Java text. */
    void ldc(String text) {
        if (dead) {
            return;
        }
        put(STR, operand(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT)), 3);
        for (int i = MAX_TEXT; i < text.length(); i += MAX_TEXT) {
            put(STR, operand(text.substring(i, Math.min(text.length(), i + MAX_TEXT))), 3);
            invokevirtual(CONCAT);
        }
    }

    void getstatic(FieldRef field) {
        field(Opcode.GETSTATIC, field);
    }

    void getfield(FieldRef field) {
        field(Opcode.GETFIELD, field);
    }

    void putfield(FieldRef field) {
        field(Opcode.PUTFIELD, field);
    }

    void putstatic(FieldRef field) {
        field(Opcode.PUTSTATIC, field);
    }

    private void field(Opcode opcode, FieldRef field) {
        if (!dead) {
            put(FIELD, operand(opcode), 3);
            word(operand(field));
        }
    }

    void invokestatic(MethodRef method) {
        invoke(Opcode.INVOKESTATIC, method);
    }

    void invokevirtual(MethodRef method) {
        invoke(Opcode.INVOKEVIRTUAL, method);
    }

    void invokespecial(MethodRef method) {
        invoke(Opcode.INVOKESPECIAL, method);
    }

    private void invoke(Opcode opcode, MethodRef method) {
        if (!dead) {
            put(INVOKE, operand(opcode), 3);
            word(operand(method));
        }
    }

    void checkcast(ClassDesc type) {
        type(Opcode.CHECKCAST, type);
    }

    void anewarray(ClassDesc type) {
        type(Opcode.ANEWARRAY, type);
    }

    void instanceOf(ClassDesc type) {
        type(Opcode.INSTANCEOF, type);
    }

    void anew(ClassDesc type) {
        type(Opcode.NEW, type);
    }

    private void type(Opcode opcode, ClassDesc type) {
        if (!dead) {
            put(TYPE, operand(opcode), 3);
            word(operand(type));
        }
    }

    void jump(Opcode opcode, int label) {
        if (dead) {
            return;
        }
        targeted[label] = true;
        put(JUMP, operand(opcode), 3);
        word(label);
        if (opcode == Opcode.GOTO) {
            dead = true;
        }
    }

    void goTo(int label) {
        jump(Opcode.GOTO, label);
    }

    void tableswitch(int low, int[] targets, int otherwise) {
        if (dead) {
            return;
        }
        for (int label : targets) {
            targeted[label] = true;
        }
        targeted[otherwise] = true;
        put(SWITCH, operand(new Table(low, targets, otherwise)), 16 + 4 * targets.length);
        dead = true;
    }

    void line(int line) {
        if (!dead) {
            put(LINE, line, 0);
        }
    }

    private void protect(int start, int end, int handler) {
        if (tryCount * 3 == tries.length) {
            tries = Arrays.copyOf(tries, tries.length * 2);
        }
        tries[tryCount * 3] = start;
        tries[tryCount * 3 + 1] = end;
        tries[tryCount * 3 + 2] = handler;
        tryCount++;
    }

    private int operand(Object value) {
        operands.add(value);
        return operands.size() - 1;
    }

    private void put(int kind, int value, int length) {
        word(kind);
        word(value);
        bytes += length;
    }

    private void word(int value) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = value;
    }

    private static final long FINGERPRINT_FACTOR = 1099511628211L;

    /** A hash of what the instructions do, the same in every process; lines and the names of generated members do not count. */
    long fingerprint() {
        long h = size;
        int i = 0;
        while (i < size) {
            int kind = words[i++];
            int value = words[i++];
            int part = value;
            switch (kind) {
                case LINE -> part = 0;
                case OP -> part = ((Opcode) operands.get(value)).bytecode();
                case STR, NUMBER -> part = operands.get(value).hashCode();
                case FIELD -> part = generated((FieldRef) operands.get(words[i++]));
                case INVOKE -> part = generated((MethodRef) operands.get(words[i++]));
                case TYPE, JUMP -> part = words[i++];
                case INDEX, SWITCH -> part = kind;
                default -> {}
            }
            h = (h ^ kind) * FINGERPRINT_FACTOR ^ part;
        }
        return h;
    }

    private static int generated(FieldRef field) {
        return Character.isUpperCase(field.name().charAt(0)) ? field.name().hashCode() : 1;
    }

    private static int generated(MethodRef method) {
        String name = method.name();
        return name.indexOf('$') >= 0 ? 2 : name.hashCode() + method.type().parameterCount();
    }

    /** Writes the recorded instructions; may be called again. */
    void replay(CodeBuilder out) {
        Label[] bound = new Label[labels];
        for (int i = 0; i < labels; i++) {
            bound[i] = out.newLabel();
        }
        if (split >= 0) {
            replay(out, bound, split, size);
            replay(out, bound, 0, split);
        } else {
            replay(out, bound, 0, size);
        }
        for (int t = 0; t < tryCount; t++) {
            out.exceptionCatchAll(bound[tries[t * 3]], bound[tries[t * 3 + 1]], bound[tries[t * 3 + 2]]);
        }
    }

    private void replay(CodeBuilder out, Label[] bound, int from, int to) {
        int i = from;
        while (i < to) {
            int kind = words[i++];
            int value = words[i++];
            switch (kind) {
                case OP -> simple(out, (Opcode) operands.get(value));
                case LOAD -> out.loadLocal(kind(value), value >> 2);
                case STORE -> out.storeLocal(kind(value), value >> 2);
                case NUMBER -> out.loadConstant((ConstantDesc) operands.get(value));
                case INT -> out.loadConstant(value);
                case INDEX -> out.loadConstant(((Variable) operands.get(value)).index());
                case STR -> out.ldc((String) operands.get(value));
                case FIELD -> {
                    FieldRef f = (FieldRef) operands.get(words[i++]);
                    out.fieldAccess((Opcode) operands.get(value), f.owner(), f.name(), f.type());
                }
                case INVOKE -> {
                    MethodRef m = (MethodRef) operands.get(words[i++]);
                    out.invoke((Opcode) operands.get(value), m.owner(), m.name(), m.type(), false);
                }
                case TYPE -> {
                    ClassDesc type = (ClassDesc) operands.get(words[i++]);
                    switch ((Opcode) operands.get(value)) {
                        case CHECKCAST -> out.checkcast(type);
                        case ANEWARRAY -> out.anewarray(type);
                        case INSTANCEOF -> out.instanceOf(type);
                        default -> out.new_(type);
                    }
                }
                case JUMP -> out.branch((Opcode) operands.get(value), bound[words[i++]]);
                case LABEL -> out.labelBinding(bound[value]);
                case LINE -> out.lineNumber(value);
                default -> {
                    Table table = (Table) operands.get(value);
                    ArrayList<SwitchCase> cases = new ArrayList<>(table.labels.length);
                    for (int k = 0; k < table.labels.length; k++) {
                        cases.add(SwitchCase.of(table.low + k, bound[table.labels[k]]));
                    }
                    out.tableswitch(table.low, table.low + table.labels.length - 1, bound[table.otherwise], cases);
                }
            }
        }
    }

    /** A bound for the entries that the method needs in the constant pool of its class. */
    int poolEntries() {
        return 3 * operands.size();
    }

    /** The first source line of the method, or 1. */
    int firstLine() {
        int i = 0;
        while (i < size) {
            int kind = words[i++];
            int value = words[i++];
            switch (kind) {
                case LINE -> {
                    return value;
                }
                case FIELD, INVOKE, TYPE, JUMP -> i++;
                default -> {}
            }
        }
        return 1;
    }

    /** Writes the recorded instructions as data. */
    void encode(ConstantEncoder out) {
        LongMethodEncoder encoder = new LongMethodEncoder(labels);
        if (split >= 0) {
            encode(encoder, split, size);
            encode(encoder, 0, split);
        } else {
            encode(encoder, 0, size);
        }
        encoder.write(out, Arrays.copyOf(tries, tryCount * 3));
    }

    private void encode(LongMethodEncoder out, int from, int to) {
        int i = from;
        while (i < to) {
            int kind = words[i++];
            int value = words[i++];
            switch (kind) {
                case OP -> out.op((Opcode) operands.get(value));
                case LOAD, STORE -> out.local(kind == LOAD, value >> 2);
                case NUMBER -> throw new IllegalStateException("a long method has no unboxed numbers");
                case INT -> out.number(value);
                case INDEX -> out.number(((Variable) operands.get(value)).index());
                case STR -> out.text((String) operands.get(value));
                case FIELD -> out.field((Opcode) operands.get(value), (FieldRef) operands.get(words[i++]));
                case INVOKE -> out.invoke((Opcode) operands.get(value), (MethodRef) operands.get(words[i++]));
                case TYPE -> out.type((Opcode) operands.get(value), (ClassDesc) operands.get(words[i++]));
                case JUMP -> out.jump((Opcode) operands.get(value), words[i++]);
                case LABEL -> out.place(value);
                case SWITCH -> {
                    Table table = (Table) operands.get(value);
                    out.tableswitch(table.low, table.labels, table.otherwise);
                }
                default -> {}
            }
        }
    }

    private static TypeKind kind(int operand) {
        return switch (operand & 3) {
            case 0 -> TypeKind.REFERENCE;
            case 1 -> TypeKind.INT;
            case 2 -> TypeKind.LONG;
            default -> TypeKind.DOUBLE;
        };
    }

    private static void simple(CodeBuilder out, Opcode opcode) {
        switch (opcode) {
            case ACONST_NULL -> out.aconst_null();
            case POP -> out.pop();
            case POP2 -> out.pop2();
            case DUP -> out.dup();
            case DUP_X1 -> out.dup_x1();
            case DUP_X2 -> out.dup_x2();
            case DUP2 -> out.dup2();
            case SWAP -> out.swap();
            case AALOAD -> out.aaload();
            case AASTORE -> out.aastore();
            case ARETURN -> out.areturn();
            case IRETURN -> out.ireturn();
            case RETURN -> out.return_();
            case ATHROW -> out.athrow();
            case LADD -> out.ladd();
            case LSUB -> out.lsub();
            case LMUL -> out.lmul();
            case LAND -> out.land();
            case LOR -> out.lor();
            case LXOR -> out.lxor();
            case LSHL -> out.lshl();
            case LCMP -> out.lcmp();
            case L2I -> out.l2i();
            case L2D -> out.l2d();
            case DADD -> out.dadd();
            case DSUB -> out.dsub();
            case DMUL -> out.dmul();
            case DDIV -> out.ddiv();
            case DNEG -> out.dneg();
            case DCMPL -> out.dcmpl();
            case DCMPG -> out.dcmpg();
            default -> throw new IllegalArgumentException(opcode.name());
        }
    }
}
