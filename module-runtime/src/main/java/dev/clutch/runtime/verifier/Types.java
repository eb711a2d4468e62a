package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions about descriptors and the types of values. */
final class Types {
    private Types() {}

    static boolean isPrimitive(String descriptor) {
        return descriptor.length() == 1;
    }

    static boolean isArray(String descriptor) {
        return descriptor.startsWith("[");
    }

    /** Returns the class of a descriptor such as {@code La/b/C;}. */
    static String className(String descriptor) {
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    static String javaName(String descriptor) {
        String name = descriptor;
        StringBuilder dimensions = new StringBuilder();
        while (name.startsWith("[")) {
            dimensions.append("[]");
            name = name.substring(1);
        }
        String element = name.length() == 1
                ? switch (name.charAt(0)) {
                    case 'B' -> "byte";
                    case 'C' -> "char";
                    case 'D' -> "double";
                    case 'F' -> "float";
                    case 'I' -> "int";
                    case 'J' -> "long";
                    case 'S' -> "short";
                    case 'Z' -> "boolean";
                    default -> name;
                }
                : className(name).replace('/', '.');
        return element + dimensions;
    }

    /** Returns the declared type of a value, null where none is known. */
    static @Nullable String type(Value value) {
        return switch (value) {
            case Value.Param param -> param.type;
            case Value.New created -> "L" + created.type + ";";
            case Value.NewArray array -> array.type;
            case Value.Load load -> load.field.type();
            case Value.Invoke call -> call.target.returnType();
            case Value.Dynamic dynamic -> dynamic.type;
            case Value.Cast cast -> cast.type;
            case Value.Unknown unknown -> unknown.type;
            case Value.Element element -> elementType(element.array);
            case Value.Phi phi -> phi.inputs.isEmpty() ? null : phiType(phi);
            case Value.ClassConstant type -> "Ljava/lang/Class;";
            case Value.StringConstant text -> "Ljava/lang/String;";
            case Value.Constant constant -> null;
        };
    }

    private static @Nullable String phiType(Value.Phi phi) {
        for (Value leaf : Uses.leaves(phi)) {
            String type = leaf instanceof Value.Element ? null : type(leaf);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    static @Nullable String elementType(Value array) {
        int depth = 1;
        Value at = array;
        while (at instanceof Value.Element inner) {
            at = inner.array;
            depth++;
        }
        String type = type(at);
        return type != null && type.length() > depth && type.startsWith("[".repeat(depth))
                ? type.substring(depth)
                : null;
    }

    static boolean isLambda(Value.Dynamic dynamic) {
        return dynamic.bootstrap.startsWith("java/lang/invoke/LambdaMetafactory.");
    }

    /** Tells whether a dynamic call site computes something from its arguments and keeps nothing. */
    static boolean isPure(Value.Dynamic dynamic) {
        return dynamic.bootstrap.startsWith("java/lang/invoke/StringConcatFactory.")
                || dynamic.bootstrap.startsWith("java/lang/runtime/")
                || dynamic.bootstrap.equals("constant");
    }

    /** Tells whether a call takes an array as its argument of a number that counts the receiver, as methods with a variable number of arguments do. */
    static boolean takesArray(Value.Invoke call, int index) {
        int parameter = index - (call.kind == Value.Invoke.Kind.STATIC ? 0 : 1);
        String type = call.target.type();
        int at = 1;
        for (int i = 0; i < parameter; i++) {
            while (type.charAt(at) == '[') {
                at++;
            }
            at = type.charAt(at) == 'L' ? type.indexOf(';', at) + 1 : at + 1;
        }
        return parameter >= 0 && type.charAt(at) == '[';
    }

    /** Returns the classes that the type arguments of a generic signature name, such as key and value of a map. */
    static List<String> typeArguments(@Nullable String signature) {
        List<String> names = new ArrayList<>();
        int open = signature == null ? -1 : signature.indexOf('<');
        if (signature == null || open < 0) {
            return names;
        }
        for (int i = open + 1; i < signature.length(); i++) {
            char c = signature.charAt(i);
            if (c == 'L') {
                int end = i;
                while (signature.charAt(end) != ';' && signature.charAt(end) != '<') {
                    end++;
                }
                names.add(signature.substring(i, end) + ";");
                i = end;
            } else if (c == '[' || c == 'T') {
                names.add("?");
                return names;
            }
        }
        return names;
    }
}
