package dev.clutch.runtime;

import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.runtime.verifier.Fact;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an extension may be loaded into an interpreter, before any of its code runs; the one place for it, for every way in. Answers to the check in
 * {@code PyModule_FromDefAndSpec2} and {@code _PyImport_CheckSubinterpIncompatibleExtensionAllowed}. Each interpreter has one, for its override.
 *
 * <p>The main interpreter never refuses. Others ask for a declaration that covers them, and then, unless the extension came with Clutch, look at its class files as their policy says.
 */
public final class Gate {
    /** The name of the logger: decisions about extensions that did not come with Clutch at level DEBUG, providers that cannot be used as warnings. */
    public static final String LOGGER = "dev.clutch.gate";

    private final RuntimeInterpreter interpreter;
    private volatile int override;

    Gate(RuntimeInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Decides about a module.
     *
     * @param declaration what it says of itself
     * @param provider its class, which has been loaded and not initialised; null when there is no class to look at
     */
    public GateDecision decide(ExtensionDeclaration declaration, @Nullable Class<?> provider) {
        if (interpreter.isMain()) {
            GateDecision decision = new GateDecision.Allowed(GateDecision.Reason.MAIN_INTERPRETER);
            log(declaration, provider, decision);
            return decision;
        }
        Runtime runtime = interpreter.runtime();
        Terms terms = Terms.of(runtime.config(), interpreter.config(), override);
        GateDecision decision = new GateQuestion(
                        declaration, provider, terms, runtime.extensionReports(), runtime.reportCards())
                .answer();
        log(declaration, provider, decision);
        return decision;
    }

    /** Tells whether a provider or bundle came with Clutch, whose build has verified it. */
    public static boolean isBuiltIn(Class<?> provider) {
        return ExtensionReports.isBuiltIn(provider);
    }

    private static void log(ExtensionDeclaration declaration, @Nullable Class<?> provider, GateDecision decision) {
        if (provider == null || ExtensionReports.isBuiltIn(provider)) {
            return;
        }
        System.Logger logger = System.getLogger(LOGGER);
        if (logger.isLoggable(System.Logger.Level.DEBUG)) {
            String outcome = decision instanceof GateDecision.Refused refused
                    ? "refused, " + refused.code().number()
                    : "allowed, " + ((GateDecision.Allowed) decision).reason();
            logger.log(System.Logger.Level.DEBUG, ExtensionOrigin.of(provider).describe(declaration) + ": " + outcome);
        }
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

    /**
     * What an interpreter asks for.
     *
     * @param ownLock whether it has a lock of its own
     * @param check whether it checks at all, by its configuration
     * @param override the override in force
     * @param policy what it asks of a declaration
     * @param quarantine which extensions get classes of their own
     * @param allowed the modules on its allow-list, null without one
     */
    record Terms(
            boolean ownLock,
            boolean check,
            int override,
            ExtensionPolicy policy,
            QuarantinePolicy quarantine,
            @Nullable Set<String> allowed) {
        static Terms of(RuntimeConfig runtime, InterpreterConfig own, int override) {
            ExtensionPolicy policy = own.extensionPolicy();
            QuarantinePolicy quarantine = own.quarantine();
            Set<String> allowed = own.allowedExtensions();
            return new Terms(
                    own.ownGil(),
                    own.checkMultiInterpExtensions(),
                    override,
                    policy == null ? runtime.extensionPolicy() : policy,
                    quarantine == null ? runtime.quarantine() : quarantine,
                    allowed == null ? runtime.allowedExtensions() : allowed);
        }
    }

    /** One decision. */
    record GateQuestion(
            ExtensionDeclaration declaration,
            @Nullable Class<?> provider,
            Terms terms,
            ExtensionReports reports,
            ReportCards cards) {
        GateDecision answer() {
            if (terms.override < 0) {
                return new GateDecision.Allowed(
                        isCovered() ? GateDecision.Reason.DECLARED : GateDecision.Reason.OVERRIDDEN);
            }
            if (terms.override == 0 && !terms.check) {
                return new GateDecision.Allowed(
                        isCovered() ? GateDecision.Reason.DECLARED : GateDecision.Reason.NOT_CHECKED);
            }
            if (provider != null && ExtensionReports.isBuiltIn(provider)) {
                return isCovered()
                        ? new GateDecision.Allowed(GateDecision.Reason.BUILT_IN)
                        : undeclared(declaration.effective());
            }
            Set<String> allowed = terms.allowed;
            if (allowed != null && !allowed.contains(declaration.module())) {
                return refused(
                        GateDecision.Code.NOT_LISTED,
                        null,
                        "allow-list of " + allowed.size() + (allowed.size() == 1 ? " module" : " modules"),
                        "add the module's name to allowedExtensions of the interpreter's or the runtime's configuration");
            }
            return certified(separated(isCovered() ? examined() : undeclared(declaration.effective())));
        }

        private boolean isCovered() {
            MultipleInterpreters effective = declaration.effective();
            return effective == MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED
                    || (effective == MultipleInterpreters.SUPPORTED && !terms.ownLock);
        }

        private GateDecision examined() {
            if (terms.policy == ExtensionPolicy.TRUST || provider == null) {
                return new GateDecision.Allowed(GateDecision.Reason.DECLARED);
            }
            Report report = reports.of(provider);
            if (report.verdict() == Verdict.VERIFIED) {
                return new GateDecision.Allowed(GateDecision.Reason.VERIFIED);
            }
            String policy = terms.policy.label();
            if (report.verdict() == Verdict.CONTRADICTED) {
                return refused(
                        GateDecision.Code.CONTRADICTED,
                        report,
                        policy,
                        "import it in the main interpreter, or make what the fact names a field of the module's state");
            }
            return terms.policy == ExtensionPolicy.STRICT
                    ? refused(
                            GateDecision.Code.NOT_VERIFIED,
                            report,
                            policy,
                            "use the policy verify, or make what the fact names provable")
                    : new GateDecision.Allowed(GateDecision.Reason.DECLARED);
        }

        /** Under {@code certified}, asks for a report card of whatever else would be let in. */
        private GateDecision certified(GateDecision decision) {
            if (terms.policy != ExtensionPolicy.CERTIFIED || !decision.isAllowed()) {
                return decision;
            }
            ExtensionOrigin origin = ExtensionOrigin.of(provider);
            String fault = cards.fault(declaration.module(), origin);
            if (fault == null) {
                return decision;
            }
            GateDecision.Code code = GateDecision.Code.NOT_CERTIFIED;
            RefusalFact fact = new RefusalFact(
                    code.number(), declaration.provider(), "", fault, "", -1, "", List.of(), code.page());
            return new GateDecision.Refused(
                    code,
                    declaration,
                    origin,
                    fact,
                    0,
                    terms.policy.label(),
                    "run -m clutch.compat with --json on the jar, and put the card into the folder reportCards of the runtime's configuration");
        }

        /** Puts into quarantine what may be, unless its class files show that this would not help. Under {@code strict} they must show all. */
        private GateDecision separated(GateDecision plain) {
            if (provider == null
                    || terms.quarantine == QuarantinePolicy.NEVER
                    || (terms.quarantine == QuarantinePolicy.WHEN_REFUSED && plain.isAllowed())) {
                return plain;
            }
            Report report = reports.of(provider);
            for (Finding finding : report.findings()) {
                Fact fact = finding.fact();
                if (!fact.isSeparable() || (terms.policy == ExtensionPolicy.STRICT && !fact.isShown())) {
                    return new GateDecision.Refused(
                            GateDecision.Code.NOT_SEPARABLE,
                            declaration,
                            ExtensionOrigin.of(provider),
                            fact(finding),
                            report.findings().size() - 1,
                            "quarantine, " + terms.policy.label(),
                            "import it in the main interpreter, or leave out what the fact names");
                }
            }
            return new GateDecision.Allowed(GateDecision.Reason.QUARANTINED);
        }

        private GateDecision undeclared(MultipleInterpreters effective) {
            String policy = terms.override > 0
                    ? "_override_multi_interp_extensions_check(" + terms.override + ")"
                    : "check_multi_interp_extensions";
            Report report = provider == null || ExtensionReports.isBuiltIn(provider) ? null : reports.of(provider);
            if (effective == MultipleInterpreters.NOT_SUPPORTED) {
                return refused(
                        GateDecision.Code.NOT_SUPPORTED,
                        report,
                        policy,
                        "import it in the main interpreter, or ask its author to make it isolated");
            }
            return refused(
                    declaration.multipleInterpreters() == null
                            ? GateDecision.Code.UNDECLARED_WITH_OWN_LOCK
                            : GateDecision.Code.SHARED_LOCK_ONLY,
                    report,
                    policy,
                    "use an interpreter that shares main's lock, or declare PER_INTERPRETER_GIL_SUPPORTED once the extension keeps no shared state");
        }

        private GateDecision refused(GateDecision.Code code, @Nullable Report report, String policy, String advice) {
            RefusalFact fact = report == null || report.findings().isEmpty()
                    ? null
                    : fact(report.findings().getFirst());
            int further = report == null || fact == null ? 0 : report.findings().size() - 1;
            return new GateDecision.Refused(
                    code, declaration, ExtensionOrigin.of(provider), fact, further, policy, advice);
        }

        private static RefusalFact fact(Finding finding) {
            return new RefusalFact(
                    finding.fact().code(),
                    finding.owner(),
                    finding.member(),
                    finding.why(),
                    finding.method(),
                    finding.offset(),
                    finding.act(),
                    finding.path(),
                    finding.fact().page());
        }
    }
}
