package dev.clutch.runtime;

/** What an interpreter that checks extensions asks of one that declares itself isolated. The modules that come with Clutch are verified when it is built and pass all of them. */
public enum ExtensionPolicy {
    /** The declaration is believed. */
    TRUST("trust"),
    /** The declaration is refused where the class files contradict it. */
    VERIFY("verify"),
    /** The declaration is believed only where the class files prove it. */
    STRICT("strict"),
    /** As {@link #VERIFY}, and a report card of the compatibility kit, for the jar as it is, says that the module has passed: see {@link RuntimeConfig#reportCards}. */
    CERTIFIED("certified");

    private final String label;

    ExtensionPolicy(String label) {
        this.label = label;
    }

    /** Returns the name that messages show. */
    public String label() {
        return label;
    }
}
