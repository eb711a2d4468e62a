package dev.clutch.interp.compiler;

import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.NamedTupleNew;
import dev.clutch.interp.object.PyCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Defines the classes of a unit in a class loader of their own, which goes when nothing refers to the code any more. */
public final class UnitLoader extends ClassLoader {
    private final CompiledUnit unit;
    private final @Nullable Origin origin;

    private UnitLoader(CompiledUnit unit, @Nullable Origin origin) {
        super("clutch-unit", UnitLoader.class.getClassLoader());
        this.unit = unit;
        this.origin = origin;
        Module own = UnitLoader.class.getModule();
        if (own.isNamed()) {
            own.addExports("dev.clutch.interp", getUnnamedModule());
            own.addExports("dev.clutch.interp.object", getUnnamedModule());
            own.addExports("dev.clutch.interp.object.generator", getUnnamedModule());
            own.addExports("dev.clutch.interp.op", getUnnamedModule());
        }
    }

    /** Defines the classes and returns the program's code object. */
    public static PyCode load(CompiledUnit unit) {
        return load(unit, 0, null);
    }

    /** Defines the classes of what was compiled now, and returns the program's code object. */
    public static PyCode load(CompiledUnit unit, Origin origin) {
        return load(unit, 0, origin);
    }

    /** Defines the classes and returns the code object with a number. */
    public static PyCode load(CompiledUnit unit, int index) {
        return load(unit, index, null);
    }

    private static PyCode load(CompiledUnit unit, int index, @Nullable Origin origin) {
        String main = unit.mainClass();
        String entry = main.substring(0, main.length() - 1) + index / ClassWriter.CHUNK;
        try {
            return (PyCode) new UnitLoader(unit, origin)
                    .loadClass(entry)
                    .getField("c" + index)
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled unit " + main + " cannot be loaded", e);
        }
    }

    /** Returns the number of a code object within its unit. */
    public static int indexOf(PyCode code) {
        String name = code.vectorcall.getClass().getName();
        int chunk = Integer.parseInt(name.substring(name.lastIndexOf("$E") + 2));
        return chunk * ClassWriter.CHUNK + ((CompiledCode) code.vectorcall).id();
    }

    /** Whether a code object was compiled from a program. */
    public static boolean hasUnit(PyCode code) {
        return code.vectorcall instanceof CompiledCode c && !(c instanceof NamedTupleNew);
    }

    /** Returns the unit that a code object belongs to; for code of the library, its class files are read again. */
    public static CompiledUnit unitOf(PyCode code) {
        Class<?> entry = code.vectorcall.getClass();
        if (entry.getClassLoader() instanceof UnitLoader loader) {
            return loader.unit;
        }
        String name = entry.getName();
        String stem = name.substring(0, name.lastIndexOf("$E"));
        LinkedHashMap<String, byte[]> classes = new LinkedHashMap<>();
        add(entry, stem, classes);
        for (int i = 1; add(entry, stem + "$B" + i, classes); i++) {}
        for (int i = 0; add(entry, stem + "$E" + i, classes); i++) {}
        return new CompiledUnit(classes, stem + "$E0");
    }

    private static boolean add(Class<?> neighbour, String name, LinkedHashMap<String, byte[]> classes) {
        try (InputStream in = neighbour.getModule().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                return false;
            }
            classes.put(name, in.readAllBytes());
            return true;
        } catch (IOException e) {
            throw new IllegalStateException("the class file of " + name + " cannot be read", e);
        }
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = unit.classes().get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
