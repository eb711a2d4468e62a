package dev.clutch.interp.object;

import dev.clutch.extension.spi.Slot;
import dev.clutch.interp.object.descriptor.ClassCallee;
import dev.clutch.interp.object.descriptor.PyMethodDescriptor;
import dev.clutch.interp.object.descriptor.UnboundAdapter;
import org.jspecify.annotations.Nullable;

/** What a site that calls {@code C.name(...)} has learnt of a class C, while neither the class nor its metaclass changes. Immutable. */
final class ClassMethodCache {
    private final TypeObject type;
    private final int version;
    private final TypeObject meta;
    private final int metaVersion;
    private final Object callee;

    private ClassMethodCache(TypeObject type, TypeObject meta, Object callee) {
        this.type = type;
        this.version = type.version();
        this.meta = meta;
        this.metaVersion = meta.version();
        this.callee = callee;
    }

    /** The callee for a class, null if this is not about it. */
    @Nullable
    Object callee(TypeObject t) {
        return t == type && type.version() == version && t.type() == meta && meta.version() == metaVersion
                ? callee
                : null;
    }

    /** What to keep about a class and a name, null when binding is not as plain as that. */
    static @Nullable ClassMethodCache of(TypeObject t, String name) {
        TypeObject meta = (TypeObject) t.type();
        if (meta.slot(Slot.GETATTRIBUTE) != TypeObject.TYPE.slot(Slot.GETATTRIBUTE) || meta.lookup(name) != null) {
            return null;
        }
        Object found = t.lookup(name);
        if (found == null) {
            return null;
        }
        Object callee = found instanceof PyFunction || found instanceof PyMethodDescriptor
                ? new UnboundAdapter(found)
                : ClassCallee.of(found, t);
        return callee == null ? null : new ClassMethodCache(t, meta, callee);
    }
}
