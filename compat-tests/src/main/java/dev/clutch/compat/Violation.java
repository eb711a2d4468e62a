package dev.clutch.compat;

import java.util.List;

/** An extension breaks a rule. */
public final class Violation extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    /** Makes one with what was found, one sentence each. */
    public Violation(List<String> findings) {
        super(String.join("\n", findings));
        this.findings = List.copyOf(findings);
    }

    /** Makes one with one finding. */
    public Violation(String finding) {
        this(List.of(finding));
    }

    /** Returns what was found. */
    public List<String> findings() {
        return findings;
    }
}
