package dev.clutch.runtime;

import dev.clutch.extension.spi.MultipleInterpreters;

/**
 * Decides whether an extension may be loaded into an interpreter, before any of its code runs; the one place for it, for every way in. Answers to the check in
 * {@code PyModule_FromDefAndSpec2} and {@code _PyImport_CheckSubinterpIncompatibleExtensionAllowed}. Each interpreter has one, for its override.
 */
public final class Gate {
    private final RuntimeInterpreter interpreter;
    private volatile int override;

    Gate(RuntimeInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Decides. */
    public GateDecision decide(ExtensionDeclaration declaration) {
        return decide(declaration, interpreter.isMain(), interpreter.config(), override);
    }

    /**
     * Sets the override of {@code _imp._override_multi_interp_extensions_check}: negative never checks, positive always does, 0 leaves it to the configuration.
     *
     * @return the old value
     * @throws OperationRefusedException in the main interpreter, which checks nothing
     */
    public int override(int value) {
        if (interpreter.isMain()) {
            throw new OperationRefusedException(
                    "_imp._override_multi_interp_extensions_check() cannot be used in the main interpreter");
        }
        int old = override;
        override = value;
        return old;
    }

    static GateDecision decide(
            ExtensionDeclaration declaration, boolean isMain, InterpreterConfig config, int override) {
        if (isMain) {
            return new GateDecision.Allowed(GateDecision.Reason.MAIN_INTERPRETER);
        }
        MultipleInterpreters effective = declaration.effective();
        boolean covered = effective == MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED
                || (effective == MultipleInterpreters.SUPPORTED && !config.ownGil());
        if (covered) {
            return new GateDecision.Allowed(GateDecision.Reason.DECLARED);
        }
        if (override < 0) {
            return new GateDecision.Allowed(GateDecision.Reason.OVERRIDDEN);
        }
        if (override == 0 && !config.checkMultiInterpExtensions()) {
            return new GateDecision.Allowed(GateDecision.Reason.NOT_CHECKED);
        }
        String policy = override > 0
                ? "_override_multi_interp_extensions_check(" + override + ")"
                : "check_multi_interp_extensions";
        return refuse(declaration, effective, policy);
    }

    private static GateDecision refuse(
            ExtensionDeclaration declaration, MultipleInterpreters effective, String policy) {
        if (effective == MultipleInterpreters.NOT_SUPPORTED) {
            return new GateDecision.Refused(
                    GateDecision.Code.NOT_SUPPORTED,
                    declaration,
                    policy,
                    "import it in the main interpreter, or ask its author to make it isolated");
        }
        GateDecision.Code code = declaration.multipleInterpreters() == null
                ? GateDecision.Code.UNDECLARED_WITH_OWN_LOCK
                : GateDecision.Code.SHARED_LOCK_ONLY;
        return new GateDecision.Refused(
                code,
                declaration,
                policy,
                "use an interpreter that shares main's lock, or declare PER_INTERPRETER_GIL_SUPPORTED once the extension keeps no shared state");
    }
}
