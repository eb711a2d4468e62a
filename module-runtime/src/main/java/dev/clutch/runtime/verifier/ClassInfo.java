package dev.clutch.runtime.verifier;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class file declares. */
final class ClassInfo {
    private static final String SHARED_STATE = "Ldev/clutch/extension/spi/SharedState;";

    final String name;
    final @Nullable String superName;
    final List<String> interfaces;
    final int flags;
    /** Whether the class is of the JDK or of the house, so that its code is taken as known. */
    final boolean boundary;

    final Map<String, FieldInfo> fields = new LinkedHashMap<>();
    final Map<String, MethodInfo> methods = new LinkedHashMap<>();

    private ClassInfo(ClassModel model, boolean boundary) {
        this.boundary = boundary;
        name = model.thisClass().asInternalName();
        ClassEntry parent = model.superclass().orElse(null);
        superName = parent == null ? null : parent.asInternalName();
        List<String> names = new ArrayList<>();
        for (ClassEntry entry : model.interfaces()) {
            names.add(entry.asInternalName());
        }
        interfaces = names;
        flags = model.flags().flagsMask();
        for (FieldModel field : model.fields()) {
            FieldInfo info = field(field);
            fields.put(info.ref().name() + ":" + info.ref().type(), info);
        }
        for (MethodModel method : model.methods()) {
            MethodInfo info = new MethodInfo(this, method);
            methods.put(info.ref.selector(), info);
        }
    }

    static ClassInfo read(byte[] classFile, boolean boundary) {
        return new ClassInfo(ClassFile.of().parse(classFile), boundary);
    }

    boolean isInterface() {
        return (flags & 0x0200) != 0;
    }

    boolean isAbstract() {
        return (flags & 0x0400) != 0;
    }

    boolean isFinal() {
        return (flags & 0x0010) != 0;
    }

    boolean isPublic() {
        return (flags & 0x0001) != 0;
    }

    boolean isSynthetic() {
        return (flags & 0x1000) != 0;
    }

    String javaName() {
        return name.replace('/', '.');
    }

    private FieldInfo field(FieldModel field) {
        FieldRef ref = new FieldRef(
                name, field.fieldName().stringValue(), field.fieldType().stringValue());
        String signature = field.findAttribute(Attributes.signature())
                .map(attribute -> attribute.signature().stringValue())
                .orElse(null);
        return new FieldInfo(
                ref,
                field.flags().flagsMask(),
                field.findAttribute(Attributes.constantValue()).isPresent(),
                signature,
                shared(field));
    }

    private static FieldInfo.@Nullable Shared shared(FieldModel field) {
        var attribute =
                field.findAttribute(Attributes.runtimeInvisibleAnnotations()).orElse(null);
        if (attribute == null) {
            return null;
        }
        for (Annotation annotation : attribute.annotations()) {
            if (annotation.className().equalsString(SHARED_STATE)) {
                return new FieldInfo.Shared(text(annotation, "reason"), text(annotation, "lock"));
            }
        }
        return null;
    }

    private static String text(Annotation annotation, String element) {
        for (AnnotationElement e : annotation.elements()) {
            if (e.name().equalsString(element) && e.value() instanceof AnnotationValue.OfString string) {
                return string.stringValue();
            }
        }
        return "";
    }
}
