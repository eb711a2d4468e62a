package dev.clutch.runtime;

/** The gate's answer. The language turns a refusal into {@code ImportError}. */
public sealed interface GateDecision {
    /** Whether the extension may be loaded. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The extension may be loaded, for a reason. */
    record Allowed(Reason reason) implements GateDecision {}

    /** Why an extension is let in. */
    enum Reason {
        /** The main interpreter never refuses. */
        MAIN_INTERPRETER,
        /** The declaration covers this kind of interpreter. */
        DECLARED,
        /** The interpreter's configuration asks for no check. */
        NOT_CHECKED,
        /** {@code _imp._override_multi_interp_extensions_check(-1)} is in force. */
        OVERRIDDEN
    }

    /** Why an extension is refused: stable names for programs. */
    enum Code {
        /** It declares {@code NOT_SUPPORTED}: main interpreter only. */
        NOT_SUPPORTED,
        /** It declares nothing, which is good for interpreters that share main's lock, and this one has its own. */
        UNDECLARED_WITH_OWN_LOCK,
        /** It declares {@code SUPPORTED}, and this interpreter has a lock of its own. */
        SHARED_LOCK_ONLY
    }

    /**
     * The extension is refused; none of its code has run.
     *
     * @param code why
     * @param declaration what it says of itself
     * @param policy which setting of the interpreter refuses
     * @param advice what to do about it
     */
    record Refused(Code code, ExtensionDeclaration declaration, String policy, String advice) implements GateDecision {
        /** Returns CPython's sentence, byte for byte. */
        public String message() {
            return "module " + declaration.module() + " does not support loading in subinterpreters";
        }
    }
}
