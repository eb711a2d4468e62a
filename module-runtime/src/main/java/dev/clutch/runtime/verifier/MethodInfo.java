package dev.clutch.runtime.verifier;

import java.lang.classfile.MethodModel;
import org.jspecify.annotations.Nullable;

/** A method of a class file; its summary is made when it is first asked for. */
final class MethodInfo {
    final ClassInfo owner;
    final MethodRef ref;
    final int flags;
    private @Nullable MethodModel model;
    private @Nullable Summary summary;

    MethodInfo(ClassInfo owner, MethodModel model) {
        this.owner = owner;
        this.model = model;
        flags = model.flags().flagsMask();
        ref = new MethodRef(
                owner.name, model.methodName().stringValue(), model.methodType().stringValue());
    }

    boolean isStatic() {
        return (flags & 0x0008) != 0;
    }

    boolean isPrivate() {
        return (flags & 0x0002) != 0;
    }

    boolean isSynchronized() {
        return (flags & 0x0020) != 0;
    }

    boolean isNative() {
        return (flags & 0x0100) != 0;
    }

    boolean isAbstract() {
        return (flags & 0x0400) != 0;
    }

    boolean isOpenToAll() {
        return (flags & 0x0005) != 0;
    }

    boolean isConstructor() {
        return ref.name().equals("<init>");
    }

    boolean isInitialiser() {
        return ref.name().equals("<clinit>");
    }

    /** Returns what the code does; nothing for a method without code. */
    Summary summary() {
        Summary made = summary;
        if (made == null) {
            MethodModel from = model;
            if (from == null) {
                throw new IllegalStateException("a method is read once");
            }
            made = new Interpretation(this, from).run();
            summary = made;
            model = null;
        }
        return made;
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
