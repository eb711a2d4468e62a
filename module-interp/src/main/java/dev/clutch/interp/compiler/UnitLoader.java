package dev.clutch.interp.compiler;

import dev.clutch.interp.object.PyCode;
import java.util.Map;

/** Defines the classes of a unit in a class loader of their own, which goes when nothing refers to the code any more. */
public final class UnitLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    private UnitLoader(CompiledUnit unit) {
        super("clutch-unit", UnitLoader.class.getClassLoader());
        this.classes = unit.classes();
        Module own = UnitLoader.class.getModule();
        if (own.isNamed()) {
            own.addExports("dev.clutch.interp", getUnnamedModule());
            own.addExports("dev.clutch.interp.object", getUnnamedModule());
            own.addExports("dev.clutch.interp.op", getUnnamedModule());
        }
    }

    /** Defines the classes and returns the program's code object. */
    public static PyCode load(CompiledUnit unit) {
        try {
            return (PyCode) new UnitLoader(unit).loadClass(unit.mainClass()).getField("c0").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled unit " + unit.mainClass() + " cannot be loaded", e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
