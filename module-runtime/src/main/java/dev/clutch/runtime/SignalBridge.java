package dev.clutch.runtime;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The way to {@code sun.misc.Signal}, the only one to signals that the JDK has. The class behind it is made when it is first needed: javac warns of each mention of that package, which
 * nothing can turn off, and warnings are errors here. A bridge is itself a {@code SignalHandler}, which reports to its runtime.
 */
abstract class SignalBridge {
    private static final ClassDesc BRIDGE = ClassDesc.of("dev.clutch.runtime.SignalBridge");
    private static final ClassDesc MADE = ClassDesc.of("dev.clutch.runtime.SignalBridge$Made");
    private static final ClassDesc RUNTIME = ClassDesc.of("dev.clutch.runtime.Runtime");
    private static final ClassDesc SIGNAL = ClassDesc.of("sun.misc.Signal");
    private static final ClassDesc HANDLER = ClassDesc.of("sun.misc.SignalHandler");

    private final Runtime runtime;

    SignalBridge(Runtime runtime) {
        this.runtime = runtime;
    }

    /** {@code Signal.handle}: sets a handler and returns the former. */
    abstract Object install(String name, Object handler);

    /** {@code SignalHandler.SIG_IGN}. */
    abstract Object ignoring();

    /** {@code SignalHandler.SIG_DFL}. */
    abstract Object defaulting();

    /** A signal came. */
    final void tripped(int number) {
        runtime.tripSignal(number);
    }

    static SignalBridge make(Runtime runtime) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes(), true);
            return (SignalBridge)
                    lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class, Runtime.class))
                            .invoke(runtime);
        } catch (Throwable e) {
            throw new IllegalStateException("signals cannot be had from this JVM", e);
        }
    }

    private static byte[] bytes() {
        return ClassFile.of()
                .build(
                        MADE,
                        c -> c.withSuperclass(BRIDGE)
                                .withInterfaceSymbols(HANDLER)
                                .withMethodBody(
                                        INIT_NAME,
                                        MethodTypeDesc.of(CD_void, RUNTIME),
                                        0,
                                        m -> m.aload(0)
                                                .aload(1)
                                                .invokespecial(BRIDGE, INIT_NAME, MethodTypeDesc.of(CD_void, RUNTIME))
                                                .return_())
                                .withMethodBody(
                                        "install",
                                        MethodTypeDesc.of(CD_Object, CD_String, CD_Object),
                                        0,
                                        m -> m.new_(SIGNAL)
                                                .dup()
                                                .aload(1)
                                                .invokespecial(SIGNAL, INIT_NAME, MethodTypeDesc.of(CD_void, CD_String))
                                                .aload(2)
                                                .checkcast(HANDLER)
                                                .invokestatic(
                                                        SIGNAL, "handle", MethodTypeDesc.of(HANDLER, SIGNAL, HANDLER))
                                                .areturn())
                                .withMethodBody(
                                        "ignoring",
                                        MethodTypeDesc.of(CD_Object),
                                        0,
                                        m -> m.getstatic(HANDLER, "SIG_IGN", HANDLER)
                                                .areturn())
                                .withMethodBody(
                                        "defaulting",
                                        MethodTypeDesc.of(CD_Object),
                                        0,
                                        m -> m.getstatic(HANDLER, "SIG_DFL", HANDLER)
                                                .areturn())
                                .withMethodBody(
                                        "handle",
                                        MethodTypeDesc.of(CD_void, SIGNAL),
                                        ClassFile.ACC_PUBLIC,
                                        m -> m.aload(0)
                                                .aload(1)
                                                .invokevirtual(SIGNAL, "getNumber", MethodTypeDesc.of(CD_int))
                                                .invokevirtual(BRIDGE, "tripped", MethodTypeDesc.of(CD_void, CD_int))
                                                .return_()));
    }
}
