package dev.clutch.extension.spi.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports what is wrong with annotated code, at the element that is wrong. */
final class Problems {
    private final Messager messager;
    private int errors;

    Problems(Messager messager) {
        this.messager = messager;
    }

    void error(Element where, String message) {
        errors++;
        messager.printMessage(Diagnostic.Kind.ERROR, message, where);
    }

    void error(String message) {
        errors++;
        messager.printMessage(Diagnostic.Kind.ERROR, message);
    }

    void warning(Element where, String message) {
        messager.printMessage(Diagnostic.Kind.WARNING, message, where);
    }

    int errors() {
        return errors;
    }
}
