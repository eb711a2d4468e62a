package dev.clutch.interp.compiler;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;

/**
 * Names of the operations that compiled code calls. Descriptors are written with one letter a type: {@code T} thread state, {@code F} function, {@code O}
 * object, {@code S} String, {@code C} cell, {@code K} code, {@code G} generator, {@code W} vectorcall, {@code X} Throwable, {@code R} RuntimeException, {@code A}
 * Object[], {@code N} String[], {@code L} PyCell[], {@code P} frame, {@code Y} iterator; {@code I Z J D V} are the JVM's.
 */
final class Refs {
    static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    static final ClassDesc STRING = ConstantDescs.CD_String;
    static final ClassDesc THROWABLE = ConstantDescs.CD_Throwable;
    static final ClassDesc THREAD_STATE = ClassDesc.of("dev.clutch.interp.PyThreadState");
    static final ClassDesc FUNCTION = object("PyFunction");
    static final ClassDesc CELL = object("PyCell");
    static final ClassDesc CODE = object("PyCode");
    static final ClassDesc GENERATOR = object("generator.PyGenerator");
    static final ClassDesc FRAME = object("PyFrame");
    static final ClassDesc ITERATOR = object("PyIterator");
    static final ClassDesc VECTORCALL = object("Vectorcall");
    static final ClassDesc DIVERTED = object("Diverted");
    static final ClassDesc COMPILED_CODE = object("CompiledCode");
    static final ClassDesc COMPILED_BODY = object("CompiledBody");
    static final ClassDesc LONG_METHOD = object("LongMethod");
    static final ClassDesc CONSTANTS = object("ConstantDecoder");
    static final ClassDesc SINGLETON = ClassDesc.of("dev.clutch.extension.spi.Singleton");
    static final ClassDesc PY_OBJECT = ClassDesc.of("dev.clutch.extension.spi.PyObject");
    static final ClassDesc OBJECTS = OBJECT.arrayType();
    static final ClassDesc STRINGS = STRING.arrayType();
    static final ClassDesc CELLS = CELL.arrayType();

    private static final ClassDesc COMPLETION = object("Completion");
    static final FieldRef BREAK = new FieldRef(COMPLETION, "BREAK", COMPLETION);
    static final FieldRef CONTINUE = new FieldRef(COMPLETION, "CONTINUE", COMPLETION);
    static final FieldRef NONE = new FieldRef(SINGLETON, "NONE", SINGLETON);
    static final FieldRef ELLIPSIS = new FieldRef(SINGLETON, "ELLIPSIS", SINGLETON);
    static final FieldRef TRUE = new FieldRef(ConstantDescs.CD_Boolean, "TRUE", ConstantDescs.CD_Boolean);
    static final FieldRef FALSE = new FieldRef(ConstantDescs.CD_Boolean, "FALSE", ConstantDescs.CD_Boolean);
    private static final ClassDesc UNBOXED = ClassDesc.of("dev.clutch.interp.op.Unboxed");
    static final FieldRef UNBOUND = new FieldRef(UNBOXED, "UNBOUND", OBJECT);
    static final MethodRef LONG_VALUE =
            new MethodRef(ConstantDescs.CD_Long, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long));
    static final MethodRef DOUBLE_VALUE =
            new MethodRef(ConstantDescs.CD_Double, "doubleValue", MethodTypeDesc.of(ConstantDescs.CD_double));
    static final MethodRef LONG_OF = new MethodRef(
            ConstantDescs.CD_Long, "valueOf", MethodTypeDesc.of(ConstantDescs.CD_Long, ConstantDescs.CD_long));
    static final MethodRef FLOOR_DIV = math("floorDiv");
    static final MethodRef FLOOR_MOD = math("floorMod");
    static final FieldRef HANDLED = new FieldRef(THREAD_STATE, "handled", PY_OBJECT);
    static final FieldRef CLOSURE = new FieldRef(FUNCTION, "closure", CELLS);
    static final FieldRef CELL_VALUE = new FieldRef(CELL, "value", OBJECT);
    static final FieldRef GENERATOR_FUNCTION = new FieldRef(GENERATOR, "function", FUNCTION);
    static final FieldRef GENERATOR_LOCALS = new FieldRef(GENERATOR, "locals", OBJECTS);
    static final FieldRef GENERATOR_STATE = new FieldRef(GENERATOR, "state", ConstantDescs.CD_int);
    static final FieldRef GENERATOR_RESULT = new FieldRef(GENERATOR, "result", OBJECT);
    static final FieldRef GENERATOR_POSITION = new FieldRef(GENERATOR, "position", ConstantDescs.CD_int);

    private final HashMap<String, MethodTypeDesc> types = new HashMap<>();
    private final HashMap<String, ClassDesc> families = new HashMap<>();
    private final HashMap<String, MethodRef> methods = new HashMap<>();

    private static MethodRef math(String name) {
        return new MethodRef(
                ClassDesc.of("java.lang.Math"),
                name,
                MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long, ConstantDescs.CD_long));
    }

    private static ClassDesc object(String name) {
        return ClassDesc.of("dev.clutch.interp.object." + name);
    }

    /** Returns a static method of an operation family. */
    MethodRef op(String family, String name, String type) {
        String key = family + '.' + name + type;
        MethodRef ref = methods.get(key);
        if (ref == null) {
            ClassDesc owner = families.get(family);
            if (owner == null) {
                owner = ClassDesc.of("dev.clutch.interp.op." + family);
                families.put(family, owner);
            }
            ref = new MethodRef(owner, name, type(type));
            methods.put(key, ref);
        }
        return ref;
    }

    /** Returns the method type of a short descriptor. */
    MethodTypeDesc type(String shorthand) {
        MethodTypeDesc type = types.get(shorthand);
        if (type == null) {
            int close = shorthand.indexOf(')');
            ClassDesc[] parameters = new ClassDesc[close - 1];
            for (int i = 1; i < close; i++) {
                parameters[i - 1] = letter(shorthand.charAt(i));
            }
            type = MethodTypeDesc.of(letter(shorthand.charAt(close + 1)), parameters);
            types.put(shorthand, type);
        }
        return type;
    }

    private static ClassDesc letter(char c) {
        return switch (c) {
            case 'T' -> THREAD_STATE;
            case 'F' -> FUNCTION;
            case 'O' -> OBJECT;
            case 'S' -> STRING;
            case 'C' -> CELL;
            case 'K' -> CODE;
            case 'G' -> GENERATOR;
            case 'W' -> VECTORCALL;
            case 'P' -> FRAME;
            case 'Y' -> ITERATOR;
            case 'X' -> THROWABLE;
            case 'R' -> RUNTIME_EXCEPTION;
            case 'A' -> OBJECTS;
            case 'N' -> STRINGS;
            case 'L' -> CELLS;
            case 'I' -> ConstantDescs.CD_int;
            case 'Z' -> ConstantDescs.CD_boolean;
            case 'J' -> ConstantDescs.CD_long;
            case 'D' -> ConstantDescs.CD_double;
            case 'V' -> ConstantDescs.CD_void;
            default -> throw new IllegalArgumentException("descriptor letter " + c);
        };
    }

    private static final ClassDesc RUNTIME_EXCEPTION = ClassDesc.of("java.lang.RuntimeException");
}
