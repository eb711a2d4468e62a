package dev.clutch.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        /** It came with Clutch, whose build has verified it, and its declaration covers this kind of interpreter. */
        BUILT_IN,
        /** The declaration covers this kind of interpreter, and nothing contradicts it or nobody looked. */
        DECLARED,
        /** The declaration covers this kind of interpreter, and the class files prove it. */
        VERIFIED,
        /** It gets classes of its own in this interpreter: see {@link Quarantine}. */
        QUARANTINED,
        /** The interpreter's configuration asks for no check. */
        NOT_CHECKED,
        /** {@code _imp._override_multi_interp_extensions_check(-1)} is in force. */
        OVERRIDDEN
    }

    /** Why an extension is refused: stable names and numbers for programs. */
    enum Code {
        /** It declares {@code NOT_SUPPORTED}: main interpreter only. */
        NOT_SUPPORTED("CLUTCH-001", "it declares that it supports the main interpreter only"),
        /** It declares nothing, which is good for interpreters that share main's lock, and this one has its own. */
        UNDECLARED_WITH_OWN_LOCK(
                "CLUTCH-002", "it declares nothing about interpreters with a lock of their own, and this one has one"),
        /** It declares {@code SUPPORTED}, and this interpreter has a lock of its own. */
        SHARED_LOCK_ONLY(
                "CLUTCH-003", "it supports interpreters that share main's lock, and this one has a lock of its own"),
        /** It declares to be isolated, and its class files say otherwise. */
        CONTRADICTED("CLUTCH-004", "it declares to be isolated, and its class files contradict that"),
        /** It declares to be isolated, and its class files don't prove that. */
        NOT_VERIFIED("CLUTCH-005", "it declares to be isolated, and its class files do not prove that"),
        /** It isn't on the allow-list. */
        NOT_LISTED("CLUTCH-006", "it is not on the allow-list of this interpreter"),
        /** It is to be quarantined, and it shares what classes of its own cannot separate. */
        NOT_SEPARABLE("CLUTCH-007", "quarantine cannot separate what it shares with other interpreters"),
        /** No report card of the compatibility kit lets it in. */
        NOT_CERTIFIED("CLUTCH-008", "no report card of the compatibility kit says that it has passed");

        private final String number;
        private final String sentence;

        Code(String number, String sentence) {
            this.number = number;
            this.sentence = sentence;
        }

        /** Returns the code that messages show. */
        public String number() {
            return number;
        }

        /** Returns the section of the documentation that explains it. */
        public String page() {
            return "docs/isolation-rules.md#" + number.toLowerCase(Locale.ROOT);
        }

        /** Returns the reason in words. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * The extension is refused; none of its code has run.
     *
     * @param code why
     * @param declaration what it says of itself
     * @param origin where it comes from
     * @param fact what its class files show, the most important first; null when nothing was looked for or found
     * @param further how many more facts there are
     * @param policy which setting of the interpreter refuses
     * @param advice what to do about it
     */
    record Refused(
            Code code,
            ExtensionDeclaration declaration,
            ExtensionOrigin origin,
            @Nullable RefusalFact fact,
            int further,
            String policy,
            String advice)
            implements GateDecision {
        /** Returns CPython's sentence, byte for byte. */
        public String message() {
            return "module " + declaration.module() + " does not support loading in subinterpreters";
        }

        /** Returns the section of the documentation about what decided. */
        public String page() {
            RefusalFact decided = fact;
            return decided == null ? code.page() : decided.page();
        }

        /** Returns all the rest, for people: a line each. */
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes.add(code.number + ": " + code.sentence);
            String provider = declaration.provider();
            if (!origin.module().isEmpty()) {
                provider += " of module " + origin.module();
            }
            if (!origin.version().isEmpty()) {
                provider += " " + origin.version();
            }
            notes.add("provider: " + provider);
            RefusalFact decided = fact;
            if (decided != null) {
                String line = "fact: " + decided.code() + " " + decided.where() + ": " + decided.why();
                if (!decided.method().isEmpty()) {
                    line += "; " + decided.method()
                            + (decided.offset() < 0 ? " " : " (offset " + decided.offset() + ") ") + decided.act();
                }
                notes.add(further == 0 ? line : line + ", and " + further + " more");
            }
            notes.add("policy: " + policy);
            notes.add("what to do: " + advice);
            notes.add("see: " + page());
            return notes;
        }
    }
}
