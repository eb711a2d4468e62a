package dev.clutch.compat.schedule;

import dev.clutch.runtime.verifier.ClassSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;

/**
 * Defines the classes of an extension, and what it depends on, a second time, with a call of {@link Points#point} before each access to a field or an array and each call into {@code java.util}. The classes of
 * the JDK, of Clutch and of JUnit are those of the loader beside it.
 */
public final class WovenLoader extends ClassLoader {
    private static final ClassDesc POINTS = ClassDesc.of(Points.class.getName());
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final String[] NOT_WOVEN = {"dev/clutch/compat/", "org/junit/", "org/opentest4j/"};

    private final ClassFile files;

    /** Makes a loader beside that of the extension. */
    public WovenLoader(ClassLoader beside) {
        super("woven", beside);
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(beside)
                .orElse(ClassHierarchyResolver.ofClassLoading(ClassLoader.getPlatformClassLoader()))
                .cached()));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String resource = name.replace('.', '/') + ".class";
            URL file = isWoven(resource) ? getParent().getResource(resource) : null;
            if (file == null || file.getProtocol().equals("jrt")) {
                return getParent().loadClass(name);
            }
            try (InputStream in = file.openStream()) {
                byte[] woven = weave(in.readAllBytes());
                return defineClass(name, woven, 0, woven.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static boolean isWoven(String resource) {
        for (String prefix : NOT_WOVEN) {
            if (resource.startsWith(prefix)) {
                return false;
            }
        }
        return !ClassSource.isHouse(resource);
    }

    private byte[] weave(byte[] bytes) {
        return files.transformClass(
                files.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        method -> !method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME),
                        WovenLoader::weave));
    }

    private static void weave(CodeBuilder code, CodeElement element) {
        if (element instanceof FieldInstruction
                || element instanceof ArrayLoadInstruction
                || element instanceof ArrayStoreInstruction
                || element instanceof InvokeInstruction call
                        && call.owner().asInternalName().startsWith("java/util/")) {
            code.invokestatic(POINTS, "point", NOTHING);
        }
        code.with(element);
    }
}
