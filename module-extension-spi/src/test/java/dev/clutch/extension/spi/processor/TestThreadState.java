package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** A thread state that knows Java values and dicts, for running generated tables without a language. */
public abstract class TestThreadState extends ThreadState {
    /** An exception with its message. */
    static final class Failure extends PyObject {
        final String message;

        Failure(PyType type, String message) {
            super(type);
            this.message = message;
        }
    }

    /** A type that has a name only. */
    static final class NamedType extends PyType {
        private final String name;

        NamedType(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String displayName() {
            return name;
        }

        @Override
        public boolean isSubtype(PyType other) {
            return other == this;
        }

        @Override
        public boolean isInstance(Object object) {
            return object instanceof PyObject o && o.type() == this;
        }
    }

    /** Makes a concrete subclass whose other methods raise. */
    static TestThreadState make() {
        ClassDesc base = ClassDesc.of(TestThreadState.class.getName());
        ClassDesc unsupported = ClassDesc.of("java.lang.UnsupportedOperationException");
        byte[] bytes = ClassFile.of().build(ClassDesc.of(TestThreadState.class.getName() + "Impl"), builder -> {
            builder.withSuperclass(base);
            builder.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(base, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .return_());
            for (Method method : TestThreadState.class.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(
                            java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                    .descriptorString());
                    builder.withMethodBody(
                            method.getName(),
                            type,
                            ClassFile.ACC_PUBLIC,
                            code -> code.new_(unsupported)
                                    .dup()
                                    .invokespecial(unsupported, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                    .athrow());
                }
            }
        });
        try {
            Class<?> made =
                    MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (TestThreadState) made.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** The message of the Python exception that an action raises. */
    static String messageOf(Runnable action) {
        try {
            action.run();
        } catch (PythonException e) {
            Failure failure = (Failure) e.value();
            return failure.type().name() + ": " + failure.message;
        }
        throw new AssertionError("no Python exception");
    }

    @Override
    public PythonException typeError(String message) {
        return new PythonException(new Failure(new NamedType("TypeError"), message));
    }

    @Override
    public PyType typeOf(Object o) {
        return new NamedType(
                switch (o) {
                    case String s -> "str";
                    case Long n -> "int";
                    case Double d -> "float";
                    case Singleton s -> "NoneType";
                    default -> "object";
                });
    }

    @Override
    public boolean isStr(Object o) {
        return Str.isStr(o);
    }

    @Override
    public Object strValue(Object o) {
        return o;
    }

    @Override
    public long asLong(Object o) {
        if (o instanceof Long n) {
            return n;
        }
        throw typeError("'" + typeOf(o).name() + "' object cannot be interpreted as an integer");
    }

    @Override
    public int asInt(Object o) {
        return Math.toIntExact(asLong(o));
    }

    @Override
    public double asDouble(Object o) {
        return ((Number) o).doubleValue();
    }

    @Override
    public boolean isTrue(Object o) {
        return !o.equals(false) && !o.equals(0L) && o != Singleton.NONE;
    }

    @Override
    public Object newDict() {
        return new LinkedHashMap<Object, Object>();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void dictSet(Object dict, Object key, Object value) {
        ((Map<Object, Object>) dict).put(key, value);
    }
}
