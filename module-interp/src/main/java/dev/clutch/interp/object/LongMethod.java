package dev.clutch.interp.object;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The instructions of a method that is longer than the JVM's 65,535 bytes, kept as data and interpreted one by one. They are those of the compiler's CodeBuffer, which writes
 * them down with LongMethodEncoder; an int on the operand stack is an Integer or, from a boolean method, a Boolean.
 *
 * <p>Immutable but for the handles of fields and methods, which are looked up when they are first used and are the same whoever looks.
 */
public final class LongMethod {
    /** Instructions: a number of these, then operands; an operation is followed by the JVM's opcode. */
    public static final int OP = 0;

    public static final int LOAD = 1;
    public static final int STORE = 2;
    public static final int INT = 3;
    public static final int STR = 4;
    public static final int FIELD = 5;
    public static final int INVOKE = 6;
    public static final int TYPE = 7;
    public static final int JUMP = 8;
    public static final int SWITCH = 9;

    private final MethodHandles.Lookup lookup;
    private final String[] pool;
    private final int locals;
    private final int[] code;
    /** Start, end and handler of each protected range, inner ranges first. */
    private final int[] tries;

    private final @Nullable Object[] resolved;

    /** A method or constructor, spread over an array of arguments. */
    private record Callable(MethodHandle handle, MethodType type) {}

    /** An object between {@code new} and its constructor. */
    private record Fresh(Class<?> type) {}

    private LongMethod(MethodHandles.Lookup lookup, String[] pool, int locals, int[] code, int[] tries) {
        this.lookup = lookup;
        this.pool = pool;
        this.locals = locals;
        this.code = code;
        this.tries = tries;
        this.resolved = new Object[pool.length];
    }

    /** Reads what the encoder wrote. */
    public static LongMethod of(MethodHandles.Lookup lookup, ConstantDecoder in) {
        return new LongMethod(lookup, in.names(), in.number(), in.words(), in.words());
    }

    /** Runs the method. */
    public @Nullable Object run(Object[] arguments) throws Throwable {
        return new Activation(arguments).run();
    }

    private final class Activation {
        private final @Nullable Object[] local;
        private @Nullable Object[] stack = new Object[32];
        private int top;

        Activation(Object[] arguments) {
            local = Arrays.copyOf(arguments, Math.max(locals, arguments.length), Object[].class);
        }

        private void push(@Nullable Object value) {
            if (top == stack.length) {
                stack = Arrays.copyOf(stack, top * 2);
            }
            stack[top++] = value;
        }

        private @Nullable Object pop() {
            Object value = stack[--top];
            stack[top] = null;
            return value;
        }

        @Nullable
        Object run() throws Throwable {
            int pc = 0;
            while (true) {
                int at = pc;
                try {
                    int kind = code[pc];
                    int operand = code[pc + 1];
                    pc += 2;
                    switch (kind) {
                        case OP -> {
                            switch (operand) {
                                case 0xb0 -> { // areturn
                                    return pop();
                                }
                                case 0xbf -> throw (Throwable) present(pop()); // athrow
                                default -> simple(operand);
                            }
                        }
                        case LOAD -> push(local[operand]);
                        case STORE -> local[operand] = pop();
                        case INT -> push(operand);
                        case STR -> push(pool[operand].intern());
                        case FIELD -> field(operand, code[pc++]);
                        case INVOKE -> invoke(operand, code[pc++]);
                        case TYPE -> type(operand, code[pc++]);
                        case JUMP -> pc = jumps(operand) ? code[pc] : pc + 1;
                        default -> {
                            int chosen = number(pop()) - operand;
                            int count = code[pc];
                            pc = chosen >= 0 && chosen < count ? code[pc + 2 + chosen] : code[pc + 1];
                        }
                    }
                } catch (Throwable e) {
                    pc = handler(at);
                    if (pc < 0) {
                        throw e;
                    }
                    Arrays.fill(stack, 0, top, null);
                    top = 0;
                    push(e);
                }
            }
        }

        private void simple(int opcode) {
            switch (opcode) {
                case 0x01 -> push(null); // aconst_null
                case 0x57 -> pop();
                case 0x58 -> { // pop2
                    pop();
                    pop();
                }
                case 0x59 -> push(stack[top - 1]); // dup
                case 0x5a, 0x5b -> { // dup_x1, dup_x2
                    Object value = stack[top - 1];
                    push(value);
                    int below = opcode == 0x5a ? 1 : 2;
                    System.arraycopy(stack, top - 2 - below, stack, top - 1 - below, below);
                    stack[top - 2 - below] = value;
                }
                case 0x5c -> { // dup2
                    push(stack[top - 2]);
                    push(stack[top - 2]);
                }
                case 0x5f -> { // swap
                    Object value = stack[top - 1];
                    stack[top - 1] = stack[top - 2];
                    stack[top - 2] = value;
                }
                case 0x32 -> { // aaload
                    int index = number(pop());
                    push(((Object[]) present(pop()))[index]);
                }
                case 0x53 -> { // aastore
                    Object value = pop();
                    int index = number(pop());
                    ((@Nullable Object[]) present(pop()))[index] = value;
                }
                default -> throw new IllegalStateException("opcode " + opcode);
            }
        }

        private boolean jumps(int opcode) {
            return switch (opcode) {
                case 0xa7 -> true; // goto
                case 0xc6 -> pop() == null;
                case 0xc7 -> pop() != null;
                case 0xa5, 0xa6 -> {
                    Object second = pop();
                    yield (pop() == second) == (opcode == 0xa5);
                }
                default -> {
                    int right = opcode >= 0x9f ? number(pop()) : 0;
                    int left = number(pop());
                    yield switch (opcode) {
                        case 0x99, 0x9f -> left == right;
                        case 0x9a, 0xa0 -> left != right;
                        case 0x9b, 0xa1 -> left < right;
                        case 0x9c, 0xa2 -> left >= right;
                        case 0x9d, 0xa3 -> left > right;
                        case 0x9e, 0xa4 -> left <= right;
                        default -> throw new IllegalStateException("opcode " + opcode);
                    };
                }
            };
        }

        private void field(int opcode, int index) throws Throwable {
            MethodHandle handle = (MethodHandle) resolved[index];
            if (handle == null) {
                handle = fieldHandle(opcode, index);
                resolved[index] = handle;
            }
            switch (opcode) {
                case 0xb2 -> push((Object) handle.invokeExact());
                case 0xb4 -> push((Object) handle.invokeExact(pop()));
                case 0xb3 -> handle.invokeExact(pop());
                default -> {
                    Object value = pop();
                    handle.invokeExact(pop(), value);
                }
            }
        }

        private void invoke(int opcode, int index) throws Throwable {
            Callable target = (Callable) resolved[index];
            if (target == null) {
                target = callable(opcode, index);
                resolved[index] = target;
            }
            MethodType type = target.type;
            int count = type.parameterCount();
            @Nullable Object[] arguments = new Object[count];
            for (int i = count - 1; i >= 0; i--) {
                arguments[i] = converted(type.parameterType(i), pop());
            }
            Object result = (Object) target.handle.invokeExact(arguments);
            if (opcode == 0xb7) { // the constructor of what new has put on the stack
                Object fresh = pop();
                for (int i = 0; i < top; i++) {
                    if (stack[i] == fresh) {
                        stack[i] = result;
                    }
                }
            } else if (type.returnType() != void.class) {
                push(result);
            }
        }

        private void type(int opcode, int index) throws ReflectiveOperationException {
            Class<?> type = (Class<?>) resolved[index];
            if (type == null) {
                type = named(pool[index]);
                resolved[index] = type;
            }
            switch (opcode) {
                case 0xc0 -> stack[top - 1] = type.cast(stack[top - 1]);
                case 0xbd -> push(java.lang.reflect.Array.newInstance(type, number(pop())));
                default -> push(new Fresh(type));
            }
        }
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new NullPointerException();
        }
        return value;
    }

    private static int number(@Nullable Object value) {
        return value instanceof Boolean b ? b ? 1 : 0 : (Integer) present(value);
    }

    private static @Nullable Object converted(Class<?> type, @Nullable Object value) {
        if (type == int.class) {
            return number(value);
        }
        if (type == boolean.class) {
            return number(value) != 0;
        }
        return value;
    }

    private int handler(int pc) {
        for (int i = 0; i < tries.length; i += 3) {
            if (tries[i] <= pc && pc < tries[i + 1]) {
                return tries[i + 2];
            }
        }
        return -1;
    }

    private Class<?> named(String descriptor) throws ReflectiveOperationException {
        return MethodType.fromMethodDescriptorString(
                        "(" + descriptor + ")V", lookup.lookupClass().getClassLoader())
                .parameterType(0);
    }

    /** The parts of an entry of the pool: owner, name and descriptor. */
    private String[] parts(int index) {
        String text = pool[index];
        int name = text.indexOf(' ');
        int type = text.lastIndexOf(' ');
        return new String[] {text.substring(0, name), text.substring(name + 1, type), text.substring(type + 1)};
    }

    private MethodHandle fieldHandle(int opcode, int index) throws ReflectiveOperationException {
        String[] parts = parts(index);
        boolean stores = parts[0].charAt(0) == '=';
        Class<?> owner = named(stores ? parts[0].substring(1) : parts[0]);
        Class<?> type = named(parts[2]);
        MethodHandle handle = switch (opcode) {
            case 0xb2 -> lookup.findStaticGetter(owner, parts[1], type);
            case 0xb3 -> lookup.findStaticSetter(owner, parts[1], type);
            case 0xb4 -> lookup.findGetter(owner, parts[1], type);
            default -> lookup.findSetter(owner, parts[1], type);
        };
        return handle.asType(handle.type().generic().changeReturnType(stores ? void.class : Object.class));
    }

    private Callable callable(int opcode, int index) throws ReflectiveOperationException {
        String[] parts = parts(index);
        Class<?> owner = named(parts[0]);
        MethodType type = MethodType.fromMethodDescriptorString(
                parts[2], lookup.lookupClass().getClassLoader());
        MethodHandle handle = switch (opcode) {
            case 0xb8 -> lookup.findStatic(owner, parts[1], type);
            case 0xb6 -> lookup.findVirtual(owner, parts[1], type);
            default -> lookup.findConstructor(owner, type);
        };
        MethodType all = opcode == 0xb6 ? type.insertParameterTypes(0, owner) : type;
        int count = all.parameterCount();
        return new Callable(
                handle.asFixedArity()
                        .asType(all.generic())
                        .asSpreader(Object[].class, count)
                        .asType(MethodType.methodType(Object.class, Object[].class)),
                all);
    }
}
