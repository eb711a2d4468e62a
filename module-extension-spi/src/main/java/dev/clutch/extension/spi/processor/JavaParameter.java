package dev.clutch.extension.spi.processor;

import javax.lang.model.element.VariableElement;

/**
 * One parameter of an exposed Java method.
 *
 * @param type the declared type without annotations, as generated code writes it
 */
record JavaParameter(
        Role role, String name, String type, Conversion conversion, boolean nullable, VariableElement element) {
    /** Where the value comes from. */
    enum Role {
        THREAD_STATE,
        SELF,
        STATE,
        DEFINING_CLASS,
        MODULE,
        SLOT,
        VALUE,
        VAR_ARGS
    }
}
