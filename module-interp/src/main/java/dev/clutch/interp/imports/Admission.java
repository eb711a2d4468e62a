package dev.clutch.interp.imports;

import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Attr;
import dev.clutch.runtime.ExtensionDeclaration;
import dev.clutch.runtime.ExtensionRefusedException;
import dev.clutch.runtime.GateDecision;
import dev.clutch.runtime.RefusalFact;
import dev.clutch.runtime.ThreadEnd;
import java.lang.module.ResolutionException;
import org.jspecify.annotations.Nullable;

/** Lets an extension in: asks the gate, then the provider, and says in an {@code ImportError} what went wrong with which of them. */
final class Admission {
    private Admission() {}

    /** Makes the module of an extension, which has not been executed yet. */
    static PyModule admit(PyThreadState ts, Extensions.Found extension) {
        ExtensionDeclaration declaration = extension.declaration();
        GateDecision decision = ts.interp.gate().decide(declaration, extension.type());
        if (decision instanceof GateDecision.Refused refused) {
            throw refusal(ts, refused);
        }
        if (extension.isBuiltIn()) {
            return Modules.create(ts, extension.provider().definition());
        }
        boolean apart =
                decision instanceof GateDecision.Allowed allowed && allowed.reason() == GateDecision.Reason.QUARANTINED;
        ModuleDefinition definition = describe(ts, apart ? quarantined(ts, extension) : extension);
        try {
            return Modules.create(ts, definition);
        } catch (PythonException | ThreadEnd e) {
            throw e;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            throw failed(ts, declaration, "failed to make its module: " + e, e);
        }
    }

    private static Extensions.Found quarantined(PyThreadState ts, Extensions.Found extension) {
        try {
            return Extensions.quarantined(extension, ts.interp.quarantine());
        } catch (IllegalStateException | LayerInstantiationException | ResolutionException | LinkageError e) {
            throw failed(ts, extension.declaration(), "cannot be quarantined: " + e, e);
        }
    }

    /** Asks a provider for its description; whatever it does instead is an ImportError that names it. */
    private static ModuleDefinition describe(PyThreadState ts, Extensions.Found extension) {
        ExtensionDeclaration declaration = extension.declaration();
        ProviderCall call = new ProviderCall(extension);
        call.run(ts);
        Throwable failure = call.failure();
        if (failure != null) {
            throw failed(ts, declaration, "failed: " + failure, failure);
        }
        ModuleDefinition definition = call.definition();
        if (definition == null) {
            throw failed(ts, declaration, "gave no description (null)", null);
        }
        String fault = fault(declaration, definition);
        if (fault != null) {
            throw failed(ts, declaration, fault, null);
        }
        return definition;
    }

    @SuppressWarnings("ConstantValue") // a description may be written by hand, with nulls
    private static @Nullable String fault(ExtensionDeclaration declaration, ModuleDefinition definition) {
        try {
            Object name = definition.name();
            if (!declaration.module().equals(name)) {
                return "declares the module " + declaration.module() + " and describes " + name;
            }
            if (definition.multipleInterpreters() != declaration.effective()) {
                return "declares " + declaration.effective() + " and describes " + definition.multipleInterpreters();
            }
            Object doc = definition.doc();
            Object types = definition.types();
            return doc == null || types == null ? "gave a description without docstring or types (null)" : null;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return "failed to describe its module: " + e;
        }
    }

    private static PythonException failed(
            PyThreadState ts, ExtensionDeclaration declaration, String what, @Nullable Throwable cause) {
        PythonException e = error(
                ts,
                "extension provider " + declaration.provider() + " of module " + declaration.module() + " " + what,
                declaration.module());
        Attr.set(ts, e.value(), "provider", Str.of(declaration.provider()));
        if (cause != null) {
            e.initCause(cause);
        }
        return e;
    }

    /** The sentence is CPython's, the rest stands in notes and, for programs, in attributes. */
    private static PythonException refusal(PyThreadState ts, GateDecision.Refused refused) {
        PythonException e = error(ts, refused.message(), refused.declaration().module());
        for (String note : refused.notes()) {
            Errors.withNote(ts, e, note);
        }
        set(ts, e, "code", refused.code().number());
        set(ts, e, "provider", refused.declaration().provider());
        set(ts, e, "version", refused.origin().version());
        set(ts, e, "origin", refused.origin().location());
        set(ts, e, "policy", refused.policy());
        set(ts, e, "advice", refused.advice());
        set(ts, e, "page", refused.page());
        RefusalFact fact = refused.fact();
        set(ts, e, "fact", fact == null ? "" : fact.code());
        set(ts, e, "field", fact == null ? "" : fact.where());
        set(ts, e, "why", fact == null ? "" : fact.why());
        set(ts, e, "writer", fact == null ? "" : fact.method());
        Object[] path = {};
        if (fact != null) {
            path = new Object[fact.path().size()];
            for (int i = 0; i < path.length; i++) {
                path[i] = Str.of(fact.path().get(i));
            }
        }
        Attr.set(ts, e.value(), "path_to_writer", new PyTuple(path));
        e.initCause(new ExtensionRefusedException(refused));
        return e;
    }

    private static void set(PyThreadState ts, PythonException e, String name, String value) {
        Attr.set(ts, e.value(), name, value.isEmpty() ? Singleton.NONE : Str.of(value));
    }

    static PythonException error(PyThreadState ts, String message, String name) {
        PythonException e = Errors.error(ts, "ImportError", message);
        Attr.set(ts, e.value(), "name", Str.of(name));
        return e;
    }
}
