package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Finding;
import dev.clutch.runtime.verifier.Report;
import dev.clutch.runtime.verifier.Verdict;
import dev.clutch.runtime.verifier.Verifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the verifier, which reads the class files. */
public final class DeclarationTrue extends Rule {
    /** Makes the rule. */
    public DeclarationTrue() {
        super("declaration-true", Kind.REQUIRED, 11, "No code that the provider reaches contradicts the declaration");
    }

    @Override
    public String needs() {
        return "declaration";
    }

    @Override
    public void check(Bench bench) throws Exception {
        Report report = report(bench);
        if (report == null) {
            throw new Untested("a module of a bundle: its jar is verified as a whole");
        }
        if (report.verdict() == Verdict.CONTRADICTED) {
            List<String> findings = new ArrayList<>();
            for (Finding finding : report.findings()) {
                if (finding.contradicts()) {
                    findings.add(finding + ", see " + finding.fact().page());
                }
            }
            throw new Violation(findings);
        }
    }

    /** Verifies the provider; null for a module of a bundle. */
    static @Nullable Report report(Bench bench) throws ClassNotFoundException {
        String provider = bench.subject().provider();
        if (provider == null) {
            return null;
        }
        ClassSource source = bench.subject().source();
        if (source == null) {
            source = ClassSource.near(
                    Class.forName(provider, false, bench.subject().loader()));
        }
        return Verifier.verify(source, provider);
    }
}
