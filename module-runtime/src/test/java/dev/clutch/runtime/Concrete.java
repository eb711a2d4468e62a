package dev.clutch.runtime;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Makes an abstract class instantiable by a subclass that adds nothing. The extension interface has many abstract methods that the runtime never calls; the JVM, unlike javac, does not ask for
 * them.
 */
final class Concrete {
    private Concrete() {}

    /** Returns the constructor of a subclass with the one parameter that the abstract class's constructor has. */
    static MethodHandle constructor(Class<?> base, Class<?> parameter) {
        ClassDesc superclass = base.describeConstable().orElseThrow();
        MethodTypeDesc init = MethodTypeDesc.of(
                ConstantDescs.CD_void, parameter.describeConstable().orElseThrow());
        ClassDesc name = ClassDesc.of(base.getPackageName(), base.getSimpleName() + "Concrete");
        byte[] bytes = ClassFile.of()
                .build(
                        name,
                        cb -> cb.withSuperclass(superclass)
                                .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withMethodBody(
                                        ConstantDescs.INIT_NAME,
                                        init,
                                        0,
                                        code -> code.aload(0)
                                                .aload(1)
                                                .invokespecial(superclass, ConstantDescs.INIT_NAME, init)
                                                .return_()));
        try {
            MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return made.findConstructor(made.lookupClass(), MethodType.methodType(void.class, parameter))
                    .asType(MethodType.methodType(base, parameter));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make " + base + " concrete", e);
        }
    }
}
