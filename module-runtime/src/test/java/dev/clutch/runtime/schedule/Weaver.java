package dev.clutch.runtime.schedule;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts a {@link Hooks#point} before what other threads may see, and the scheduler's clock and threads in the place of the machine's. */
final class Weaver {
    private static final ClassDesc HOOKS = ClassDesc.of(Hooks.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);

    /** Methods of the JDK that {@link Hooks} answers instead, by owner and name; the hook takes the receiver first. */
    private static final Map<String, Set<String>> REPLACED = Map.of(
            "java/lang/System", Set.of("nanoTime"),
            "java/lang/Thread",
                    Set.of("currentThread", "start", "sleep", "interrupt", "isAlive", "join", "getStackTrace"),
            "java/util/concurrent/locks/Condition", Set.of("awaitNanos"),
            "java/util/concurrent/locks/LockSupport", Set.of("parkNanos", "unpark"));

    private final ClassFile classFile;

    Weaver(ClassLoader loader) {
        this.classFile =
                ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.ofClassLoading(ClassLoader.getPlatformClassLoader()))
                        .cached()));
    }

    byte[] weave(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        Set<String> constants = new HashSet<>();
        for (var field : model.fields()) {
            if (field.flags().has(AccessFlag.FINAL)) {
                constants.add(field.fieldName().stringValue());
            }
        }
        String self = model.thisClass().asInternalName();
        return classFile.transformClass(
                model,
                ClassTransform.transformingMethodBodies(
                        method -> !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME),
                        (code, element) -> weave(code, element, self, constants)));
    }

    private static void weave(CodeBuilder code, CodeElement element, String self, Set<String> constants) {
        if (element instanceof FieldInstruction field) {
            boolean constant = field.owner().name().equalsString(self)
                    && constants.contains(field.name().stringValue());
            if (!constant) {
                point(code);
            }
        } else if (element instanceof InvokeInstruction call) {
            String owner = call.owner().asInternalName();
            String name = call.name().stringValue();
            if (REPLACED.getOrDefault(owner, Set.of()).contains(name)) {
                point(code);
                replace(code, call);
                return;
            }
            if (owner.startsWith("java/util/concurrent/") || owner.equals("java/lang/invoke/VarHandle")) {
                point(code);
            }
        }
        code.with(element);
    }

    private static void point(CodeBuilder code) {
        code.invokestatic(HOOKS, "point", NOTHING);
    }

    private static void replace(CodeBuilder code, InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        if (call.opcode() != Opcode.INVOKESTATIC) {
            type = type.insertParameterTypes(0, call.owner().asSymbol());
        }
        code.invokestatic(HOOKS, call.name().stringValue(), type);
    }
}
