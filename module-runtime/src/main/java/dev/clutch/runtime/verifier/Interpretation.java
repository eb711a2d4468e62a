package dev.clutch.runtime.verifier;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the code of one method on {@link Value}s, each block until nothing new comes in, and notes what it does in a {@link Summary}. Control flow is here, the effect of single
 * instructions in {@link Steps}.
 */
final class Interpretation {
    /** The state between two instructions. */
    static final class Frame {
        final Value[] locals;
        final ArrayList<Value> stack;
        List<String> held;

        Frame(Value[] locals, ArrayList<Value> stack, List<String> held) {
            this.locals = locals;
            this.stack = stack;
            this.held = held;
        }

        Frame copy() {
            return new Frame(locals.clone(), new ArrayList<>(stack), held);
        }

        void push(Value value) {
            stack.add(value);
        }

        Value pop() {
            return stack.removeLast();
        }
    }

    private record Handler(int from, int to, int target) {}

    private final MethodInfo method;
    private final @Nullable CodeAttribute code;
    private final List<Instruction> instructions = new ArrayList<>();
    private final Summary summary;
    private int[] offsets = {};
    private int[] indexOfOffset = {};
    private @Nullable Frame[] entries = {};
    private Value[] caught = {};
    private boolean[] isTarget = {};
    private final List<Handler> handlers = new ArrayList<>();
    private final ArrayDeque<Integer> work = new ArrayDeque<>();

    Interpretation(MethodInfo method, MethodModel model) {
        this.method = method;
        code = (CodeAttribute) model.code().orElse(null);
        MethodTypeDesc type = model.methodTypeSymbol();
        int count = type.parameterCount() + (method.isStatic() ? 0 : 1);
        Value[] parameters = new Value[count];
        int i = 0;
        if (!method.isStatic()) {
            parameters[i++] = new Value.Param(method, 0, "L" + method.owner.name + ";");
        }
        for (ClassDesc parameter : type.parameterList()) {
            parameters[i] = parameter.isPrimitive()
                    ? primitive(TypeKind.from(parameter))
                    : new Value.Param(method, i, parameter.descriptorString());
            i++;
        }
        summary = new Summary(parameters);
    }

    static Value primitive(TypeKind kind) {
        return kind.slotSize() == 2 ? Value.WIDE : Value.CONSTANT;
    }

    Summary run() {
        CodeAttribute attribute = code;
        if (attribute == null) {
            return summary;
        }
        read(attribute);
        Steps steps = new Steps(method, summary, instructions.size());
        Value[] locals = new Value[attribute.maxLocals()];
        Arrays.fill(locals, Value.CONSTANT);
        int slot = 0;
        for (Value parameter : summary.parameters) {
            locals[slot] = parameter;
            slot += parameter.isWide() ? 2 : 1;
        }
        List<String> held =
                method.isSynchronized() && method.isStatic() ? List.of("class " + method.owner.javaName()) : List.of();
        flow(0, new Frame(locals, new ArrayList<>(), held));
        try {
            while (!work.isEmpty()) {
                block(work.remove(), steps);
            }
        } catch (UnsupportedOperationException e) {
            summary.unread = e.getMessage();
        }
        steps.end();
        return summary;
    }

    private void read(CodeAttribute attribute) {
        offsets = new int[attribute.codeLength() + 1];
        indexOfOffset = new int[attribute.codeLength() + 1];
        List<ExceptionCatch> catches = new ArrayList<>();
        int offset = 0;
        for (CodeElement element : attribute) {
            if (element instanceof Instruction instruction) {
                indexOfOffset[offset] = instructions.size();
                offsets[instructions.size()] = offset;
                instructions.add(instruction);
                offset += instruction.sizeInBytes();
            } else if (element instanceof ExceptionCatch c) {
                catches.add(c);
            }
        }
        indexOfOffset[offset] = instructions.size();
        int count = instructions.size();
        entries = new @Nullable Frame[count];
        caught = new Value[count];
        isTarget = new boolean[count];
        for (ExceptionCatch c : catches) {
            String type = c.catchType().isEmpty()
                    ? "java/lang/Throwable"
                    : c.catchType().get().asInternalName();
            int target = index(attribute, c.handler());
            int from = index(attribute, c.tryStart());
            handlers.add(new Handler(from, index(attribute, c.tryEnd()), target));
            isTarget[from] = true;
            caught[target] = new Value.Unknown("L" + type + ";");
            isTarget[target] = true;
        }
        for (Instruction instruction : instructions) {
            for (Label label : targets(instruction)) {
                isTarget[index(attribute, label)] = true;
            }
        }
    }

    private int index(CodeAttribute attribute, Label label) {
        return indexOfOffset[attribute.labelToBci(label)];
    }

    private static List<Label> targets(Instruction instruction) {
        if (instruction instanceof BranchInstruction branch) {
            return List.of(branch.target());
        }
        List<Label> labels = new ArrayList<>();
        if (instruction instanceof TableSwitchInstruction table) {
            labels.add(table.defaultTarget());
            for (SwitchCase c : table.cases()) {
                labels.add(c.target());
            }
        } else if (instruction instanceof LookupSwitchInstruction lookup) {
            labels.add(lookup.defaultTarget());
            for (SwitchCase c : lookup.cases()) {
                labels.add(c.target());
            }
        }
        return labels;
    }

    /** Brings a state to an instruction; a difference to what came before makes a phi there. */
    private void flow(int target, Frame frame) {
        Frame entry = entries[target];
        if (entry == null) {
            entries[target] = frame.copy();
            work.add(target);
            return;
        }
        boolean changed = false;
        for (int i = 0; i < entry.locals.length; i++) {
            Value merged = merge(entry, entry.locals[i], frame.locals[i]);
            if (merged != entry.locals[i]) {
                entry.locals[i] = merged;
                changed = true;
            }
        }
        for (int i = 0; i < entry.stack.size(); i++) {
            Value merged = merge(entry, entry.stack.get(i), frame.stack.get(i));
            if (merged != entry.stack.get(i)) {
                entry.stack.set(i, merged);
                changed = true;
            }
        }
        if (!frame.held.containsAll(entry.held)) {
            List<String> both = new ArrayList<>(entry.held);
            both.retainAll(frame.held);
            entry.held = both;
            changed = true;
        }
        if (changed && !work.contains(target)) {
            work.add(target);
        }
    }

    /** Joins what two paths bring. A phi that only grows needs no second run of the block: its users hold the phi itself. */
    private static Value merge(Frame place, Value old, Value incoming) {
        if (old == incoming) {
            return old;
        }
        if (old instanceof Value.Constant && incoming instanceof Value.Constant) {
            return old == Value.WIDE ? old : Value.CONSTANT;
        }
        if (old instanceof Value.Phi phi && phi.place == place) {
            phi.add(incoming);
            return phi;
        }
        Value.Phi phi = new Value.Phi(place, old.isWide());
        phi.add(old);
        phi.add(incoming);
        return phi;
    }

    private void block(int start, Steps steps) {
        Frame entry = entries[start];
        if (entry == null) {
            return;
        }
        Frame frame = entry.copy();
        CodeAttribute attribute = Objects.requireNonNull(code);
        for (int i = start; i < instructions.size(); i++) {
            if (i != start && isTarget[i]) {
                flow(i, frame);
                return;
            }
            if (i == start) {
                toHandlers(i, frame);
            }
            Instruction instruction = instructions.get(i);
            Opcode opcode = instruction.opcode();
            switch (opcode.kind()) {
                case BRANCH -> {
                    int target = index(attribute, ((BranchInstruction) instruction).target());
                    pops(frame, opcode);
                    flow(target, frame);
                    if (opcode == Opcode.GOTO || opcode == Opcode.GOTO_W) {
                        return;
                    }
                }
                case TABLE_SWITCH, LOOKUP_SWITCH -> {
                    frame.pop();
                    for (Label label : targets(instruction)) {
                        flow(index(attribute, label), frame);
                    }
                    return;
                }
                case RETURN -> {
                    if (opcode == Opcode.ARETURN) {
                        steps.returned(frame.pop());
                    }
                    return;
                }
                case THROW_EXCEPTION -> {
                    return;
                }
                case DISCONTINUED_JSR, DISCONTINUED_RET ->
                    throw new UnsupportedOperationException("subroutines of class files before Java 6");
                case LOAD -> frame.push(frame.locals[((LoadInstruction) instruction).slot()]);
                case STORE -> {
                    Value value = frame.pop();
                    int slot = ((StoreInstruction) instruction).slot();
                    frame.locals[slot] = value;
                    // a handler sees the variable before and after
                    toHandlers(i, frame);
                }
                case ARRAY_LOAD -> {
                    frame.pop();
                    Value array = frame.pop();
                    TypeKind kind = ((ArrayLoadInstruction) instruction).typeKind();
                    frame.push(kind == TypeKind.REFERENCE ? steps.element(i, offsets[i], array) : primitive(kind));
                }
                default -> {
                    List<String> held = frame.held;
                    steps.step(i, offsets[i], instruction, frame);
                    if (frame.held != held) {
                        toHandlers(i, frame);
                    }
                }
            }
        }
    }

    private void toHandlers(int index, Frame frame) {
        for (Handler handler : handlers) {
            if (index >= handler.from && index < handler.to) {
                ArrayList<Value> stack = new ArrayList<>();
                stack.add(caught[handler.target]);
                flow(handler.target, new Frame(frame.locals, stack, frame.held));
            }
        }
    }

    private static void pops(Frame frame, Opcode opcode) {
        switch (opcode) {
            case GOTO, GOTO_W -> {}
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> frame.pop();
            default -> {
                frame.pop();
                frame.pop();
            }
        }
    }
}
