package dev.clutch.extension.spi.processor;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.Slot;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One member of a table.
 *
 * @param slot the slot it fills, {@link Slot#NONE} for another member
 * @param id the id among the members that are no slots, -1 for a slot
 * @param signature null for slots of fixed arity, getters and constants
 * @param element the method, or the field of a constant
 * @param parameters of the Java method, all of them in order; empty for a constant
 * @param type the result of the method, or the type of the constant
 * @param setter for a getter that has one
 */
record MemberModel(
        Member.Kind kind,
        String name,
        Slot slot,
        int id,
        String doc,
        @Nullable SignatureModel signature,
        Element element,
        List<JavaParameter> parameters,
        TypeMirror type,
        boolean isStatic,
        @Nullable MemberModel setter) {

    /** The constant expression that generated code writes for the id. */
    String idText() {
        return slot == Slot.NONE ? "SlotIds.COUNT + " + id : "SlotIds." + slot.name();
    }

    /** The name of the signature's field. */
    String signatureField() {
        return slot == Slot.NONE ? "S" + id : slot.name();
    }

    boolean isCallable() {
        return element instanceof ExecutableElement && !isAttribute();
    }

    /** Whether it is an attribute with a getter. */
    boolean isAttribute() {
        return kind == Member.Kind.GETTER || kind == Member.Kind.MEMBER;
    }

    /** A slot whose number of arguments is fixed: it needs no signature. */
    boolean isFixedSlot() {
        return slot != Slot.NONE && slot.arity() >= 0;
    }

    /** The parameters that get Python arguments. */
    List<JavaParameter> values() {
        return parameters.stream()
                .filter(p -> p.role() == JavaParameter.Role.VALUE || p.role() == JavaParameter.Role.VAR_ARGS)
                .toList();
    }
}
