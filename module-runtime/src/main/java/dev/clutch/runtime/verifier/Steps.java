package dev.clutch.runtime.verifier;

import dev.clutch.runtime.verifier.Interpretation.Frame;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The effect of single instructions on a frame. A block may run several times: each instruction has one value, made at its first run, whose operands are those of the last. */
final class Steps {
    private final MethodInfo method;
    private final Summary summary;
    private final @Nullable Object[] made;

    Steps(MethodInfo method, Summary summary, int instructions) {
        this.method = method;
        this.summary = summary;
        made = new @Nullable Object[instructions];
    }

    /** Adds the writes to the summary, as they are after all runs. */
    void end() {
        for (Object each : made) {
            if (each instanceof Summary.Store store) {
                summary.stores.add(store);
            } else if (each instanceof Summary.ElementStore store) {
                summary.elementStores.add(store);
            }
        }
    }

    void returned(Value value) {
        if (!summary.returns.contains(value)) {
            summary.returns.add(value);
        }
    }

    Value element(int index, int offset, Value array) {
        Value.Element element;
        if (made[index] instanceof Value.Element known) {
            element = known;
        } else {
            element = new Value.Element(offset);
            made[index] = element;
            summary.elements.add(element);
        }
        element.array = array;
        return element;
    }

    void step(int index, int offset, Instruction instruction, Frame frame) {
        Opcode opcode = instruction.opcode();
        switch (opcode.kind()) {
            case CONSTANT -> frame.push(constant(index, offset, (ConstantInstruction) instruction));
            case FIELD_ACCESS -> field(index, offset, (FieldInstruction) instruction, frame);
            case INVOKE -> invoke(index, offset, (InvokeInstruction) instruction, frame);
            case INVOKE_DYNAMIC -> dynamic(index, offset, (InvokeDynamicInstruction) instruction, frame);
            case NEW_OBJECT -> {
                if (!(made[index] instanceof Value.New)) {
                    Value.New value = new Value.New(
                            ((NewObjectInstruction) instruction).className().asInternalName(), offset);
                    made[index] = value;
                    summary.news.add(value);
                }
                frame.push((Value) made(index));
            }
            case NEW_PRIMITIVE_ARRAY, NEW_REF_ARRAY, NEW_MULTI_ARRAY -> newArray(index, offset, instruction, frame);
            case ARRAY_STORE -> {
                Value value = frame.pop();
                frame.pop();
                TypeKind kind = ((ArrayStoreInstruction) instruction).typeKind();
                made[index] = new Summary.ElementStore(
                        frame.pop(), kind == TypeKind.REFERENCE ? value : Value.CONSTANT, offset, frame.held);
            }
            case TYPE_CHECK -> {
                if (opcode == Opcode.CHECKCAST) {
                    Value.Cast cast = made[index] instanceof Value.Cast known
                            ? known
                            : new Value.Cast(((TypeCheckInstruction) instruction)
                                    .type()
                                    .asSymbol()
                                    .descriptorString());
                    made[index] = cast;
                    cast.value = frame.pop();
                    frame.push(cast);
                } else {
                    frame.pop();
                    frame.push(Value.CONSTANT);
                }
            }
            case CONVERT -> {
                frame.pop();
                frame.push(Interpretation.primitive(((ConvertInstruction) instruction).toType()));
            }
            case OPERATOR -> operator((OperatorInstruction) instruction, frame);
            case MONITOR -> monitor(opcode == Opcode.MONITORENTER, frame);
            case STACK -> stack(opcode, frame);
            case INCREMENT, NOP -> {}
            default -> throw new UnsupportedOperationException("the instruction " + opcode);
        }
    }

    private Object made(int index) {
        return Objects.requireNonNull(made[index]);
    }

    private Value constant(int index, int offset, ConstantInstruction instruction) {
        if (instruction.opcode() == Opcode.ACONST_NULL) {
            return Value.NULL;
        }
        if (instruction.opcode() == Opcode.ICONST_0) {
            return Value.ZERO;
        }
        if (instruction instanceof ConstantInstruction.LoadConstantInstruction load) {
            if (made[index] != null) {
                return (Value) made(index);
            }
            LoadableConstantEntry entry = load.constantEntry();
            ConstantDesc constant = entry.constantValue();
            Value value;
            if (constant instanceof ClassDesc type) {
                value = new Value.ClassConstant(internalName(type));
            } else if (constant instanceof String text) {
                value = new Value.StringConstant(text);
            } else if (constant instanceof DynamicConstantDesc<?> dynamic) {
                Value.Dynamic made = new Value.Dynamic(
                        text(dynamic.bootstrapMethod()),
                        dynamic.constantType().descriptorString(),
                        offset,
                        true,
                        handles(dynamic.bootstrapArgsList()));
                made.handles.add(reference(dynamic.bootstrapMethod()));
                summary.dynamics.add(made);
                value = made;
            } else if (constant instanceof DirectMethodHandleDesc handle) {
                Value.Dynamic made = new Value.Dynamic(
                        "constant", "Ljava/lang/invoke/MethodHandle;", offset, true, handles(List.of(handle)));
                summary.dynamics.add(made);
                value = made;
            } else {
                value = instruction.typeKind().slotSize() == 2 ? Value.WIDE : Value.CONSTANT;
            }
            made[index] = value;
            return value;
        }
        return Interpretation.primitive(instruction.typeKind());
    }

    static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private void field(int index, int offset, FieldInstruction instruction, Frame frame) {
        Opcode opcode = instruction.opcode();
        if (opcode == Opcode.GETSTATIC || opcode == Opcode.GETFIELD) {
            Value.Load load;
            if (made[index] instanceof Value.Load known) {
                load = known;
            } else {
                load = new Value.Load(reference(instruction), offset);
                made[index] = load;
                summary.loads.add(load);
                load.held = frame.held;
            }
            load.held = both(load.held, frame.held);
            if (opcode == Opcode.GETFIELD) {
                load.base = frame.pop();
            }
            TypeKind kind = TypeKind.from(instruction.typeSymbol());
            frame.push(kind == TypeKind.REFERENCE ? load : Interpretation.primitive(kind));
            return;
        }
        Value value = frame.pop();
        Value base = opcode == Opcode.PUTFIELD ? frame.pop() : null;
        List<String> held = frame.held;
        if (made[index] instanceof Summary.Store before) {
            held = both(before.held(), held);
        }
        made[index] = new Summary.Store(reference(instruction), base, value, offset, held);
    }

    private static FieldRef reference(FieldInstruction instruction) {
        return new FieldRef(
                instruction.owner().asInternalName(),
                instruction.name().stringValue(),
                instruction.type().stringValue());
    }

    private static List<String> both(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return a;
        }
        List<String> both = new ArrayList<>(a);
        both.retainAll(b);
        return both;
    }

    private void newArray(int index, int offset, Instruction instruction, Frame frame) {
        String type;
        Value length = Value.CONSTANT;
        if (instruction instanceof NewPrimitiveArrayInstruction primitive) {
            type = "[" + primitive.typeKind().upperBound().descriptorString();
            length = frame.pop();
        } else if (instruction instanceof NewReferenceArrayInstruction reference) {
            type = "[" + reference.componentType().asSymbol().descriptorString();
            length = frame.pop();
        } else {
            NewMultiArrayInstruction multi = (NewMultiArrayInstruction) instruction;
            type = multi.arrayType().asSymbol().descriptorString();
            for (int i = 0; i < multi.dimensions(); i++) {
                frame.pop();
            }
        }
        Value.NewArray array;
        if (made[index] instanceof Value.NewArray known) {
            array = known;
        } else {
            array = new Value.NewArray(type, offset);
            made[index] = array;
            summary.newArrays.add(array);
        }
        array.empty = length == Value.ZERO;
        frame.push(array);
    }

    private void invoke(int index, int offset, InvokeInstruction instruction, Frame frame) {
        MethodTypeDesc type = instruction.typeSymbol();
        boolean isStatic = instruction.opcode() == Opcode.INVOKESTATIC;
        Value.Invoke call;
        if (made[index] instanceof Value.Invoke known) {
            call = known;
            call.held = both(call.held, frame.held);
        } else {
            Value.Invoke.Kind kind = switch (instruction.opcode()) {
                case INVOKESTATIC -> Value.Invoke.Kind.STATIC;
                case INVOKESPECIAL -> Value.Invoke.Kind.SPECIAL;
                default -> Value.Invoke.Kind.VIRTUAL;
            };
            MethodRef target = new MethodRef(
                    instruction.owner().asInternalName(),
                    instruction.name().stringValue(),
                    instruction.type().stringValue());
            call = new Value.Invoke(target, kind, offset);
            made[index] = call;
            call.held = frame.held;
            summary.invokes.add(call);
        }
        Value[] arguments = new Value[type.parameterCount() + (isStatic ? 0 : 1)];
        for (int i = arguments.length - 1; i >= 0; i--) {
            arguments[i] = frame.pop();
        }
        call.arguments = arguments;
        if (call.target.name().equals("<init>") && strip(arguments[0]) instanceof Value.New created) {
            created.constructor = call;
        }
        lockCall(call, frame);
        ClassDesc result = type.returnType();
        if (!result.descriptorString().equals("V")) {
            frame.push(result.isPrimitive() ? Interpretation.primitive(TypeKind.from(result)) : call);
        }
    }

    static Value strip(Value value) {
        Value inner = value;
        while (inner instanceof Value.Cast cast) {
            inner = cast.value;
        }
        return inner;
    }

    private void dynamic(int index, int offset, InvokeDynamicInstruction instruction, Frame frame) {
        MethodTypeDesc type = instruction.typeSymbol();
        Value.Dynamic value;
        if (made[index] instanceof Value.Dynamic known) {
            value = known;
        } else {
            value = new Value.Dynamic(
                    text(instruction.bootstrapMethod()),
                    type.returnType().descriptorString(),
                    offset,
                    false,
                    handles(instruction.bootstrapArgs()));
            value.handles.add(reference(instruction.bootstrapMethod()));
            made[index] = value;
            summary.dynamics.add(value);
        }
        Value[] captured = new Value[type.parameterCount()];
        for (int i = captured.length - 1; i >= 0; i--) {
            captured[i] = frame.pop();
        }
        value.captured = captured;
        ClassDesc result = type.returnType();
        if (!result.descriptorString().equals("V")) {
            frame.push(result.isPrimitive() ? Interpretation.primitive(TypeKind.from(result)) : value);
        }
    }

    private static String text(DirectMethodHandleDesc handle) {
        return internalName(handle.owner()) + "." + handle.methodName();
    }

    private static MethodRef reference(DirectMethodHandleDesc handle) {
        return new MethodRef(internalName(handle.owner()), handle.methodName(), handle.lookupDescriptor());
    }

    private static List<MethodRef> handles(List<? extends ConstantDesc> arguments) {
        List<MethodRef> found = new ArrayList<>();
        for (ConstantDesc argument : arguments) {
            if (argument instanceof DirectMethodHandleDesc handle) {
                found.add(reference(handle));
            } else if (argument instanceof DynamicConstantDesc<?> dynamic) {
                found.add(reference(dynamic.bootstrapMethod()));
                found.addAll(handles(dynamic.bootstrapArgsList()));
            }
        }
        return found;
    }

    private static void operator(OperatorInstruction instruction, Frame frame) {
        Opcode opcode = instruction.opcode();
        frame.pop();
        switch (opcode) {
            case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> {}
            default -> frame.pop();
        }
        boolean isInt = opcode == Opcode.ARRAYLENGTH
                || opcode == Opcode.LCMP
                || opcode == Opcode.FCMPL
                || opcode == Opcode.FCMPG
                || opcode == Opcode.DCMPL
                || opcode == Opcode.DCMPG;
        frame.push(isInt ? Value.CONSTANT : Interpretation.primitive(instruction.typeKind()));
    }

    /** Locks are known by the static field that holds them, or by the class whose monitor is taken. */
    private static @Nullable String lock(Value value) {
        Value inner = strip(value);
        if (inner instanceof Value.Load load && load.base == null) {
            return load.field.toString();
        }
        return inner instanceof Value.ClassConstant type ? "class " + type.name.replace('/', '.') : null;
    }

    private static void monitor(boolean enter, Frame frame) {
        hold(lock(frame.pop()), enter, frame);
    }

    private static void lockCall(Value.Invoke call, Frame frame) {
        if (!call.target.owner().startsWith("java/util/concurrent/locks/") || call.arguments.length == 0) {
            return;
        }
        String name = call.target.name();
        if (name.equals("lock") || name.equals("lockInterruptibly")) {
            hold(lock(call.arguments[0]), true, frame);
        } else if (name.equals("unlock")) {
            hold(lock(call.arguments[0]), false, frame);
        }
    }

    private static void hold(@Nullable String lock, boolean enter, Frame frame) {
        if (lock == null) {
            return;
        }
        List<String> held = new ArrayList<>(frame.held);
        if (enter) {
            held.add(lock);
        } else {
            held.remove(lock);
        }
        frame.held = held;
    }

    private static void stack(Opcode opcode, Frame frame) {
        Value one = frame.pop();
        switch (opcode) {
            case POP -> {}
            case POP2 -> {
                if (!one.isWide()) {
                    frame.pop();
                }
            }
            case DUP -> push(frame, one, one);
            case SWAP -> {
                Value two = frame.pop();
                push(frame, one, two);
            }
            case DUP_X1 -> {
                Value two = frame.pop();
                push(frame, one, two, one);
            }
            case DUP_X2 -> {
                Value two = frame.pop();
                if (two.isWide()) {
                    push(frame, one, two, one);
                } else {
                    Value three = frame.pop();
                    push(frame, one, three, two, one);
                }
            }
            case DUP2 -> {
                if (one.isWide()) {
                    push(frame, one, one);
                } else {
                    Value two = frame.pop();
                    push(frame, two, one, two, one);
                }
            }
            case DUP2_X1 -> {
                Value two = frame.pop();
                if (one.isWide()) {
                    push(frame, one, two, one);
                } else {
                    Value three = frame.pop();
                    push(frame, two, one, three, two, one);
                }
            }
            default -> dup2x2(one, frame);
        }
    }

    private static void dup2x2(Value one, Frame frame) {
        Value two = frame.pop();
        if (one.isWide() && two.isWide()) {
            push(frame, one, two, one);
            return;
        }
        Value three = frame.pop();
        if (one.isWide()) {
            push(frame, one, three, two, one);
        } else if (three.isWide()) {
            push(frame, two, one, three, two, one);
        } else {
            Value four = frame.pop();
            push(frame, two, one, four, three, two, one);
        }
    }

    private static void push(Frame frame, Value... values) {
        for (Value value : values) {
            frame.push(value);
        }
    }
}
