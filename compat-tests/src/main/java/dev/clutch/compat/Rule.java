package dev.clutch.compat;

/**
 * One rule. A subclass says what it is in its constructor and tests it in {@link #check}; it has no state, so one object serves any number of extensions.
 */
public abstract class Rule {
    private final String id;
    private final Kind kind;
    private final int rank;
    private final String title;

    /**
     * Declares the rule.
     *
     * @param id its name, as in the address of its page
     * @param kind how much it binds
     * @param rank where several rules fail, the one with the lowest rank is nearest to the cause; rules run in this order
     * @param title what it asks for, as a sentence
     */
    protected Rule(String id, Kind kind, int rank, String title) {
        this.id = id;
        this.kind = kind;
        this.rank = rank;
        this.title = title;
    }

    /**
     * Tests an extension: returns when it keeps the rule.
     *
     * @throws Violation when it does not
     * @throws Untested when this extension gives nothing to test it on
     */
    public abstract void check(Bench bench) throws Exception;

    /** Returns the id of a rule without which this one has nothing to say, empty for none. */
    public String needs() {
        return "load-isolated";
    }

    /** Returns its name. */
    public final String id() {
        return id;
    }

    /** Returns how much it binds. */
    public final Kind kind() {
        return kind;
    }

    /** Returns its place in the order. */
    public final int rank() {
        return rank;
    }

    /** Returns what it asks for. */
    public final String title() {
        return title;
    }

    /** Returns where the documentation explains it. */
    public final String page() {
        return "docs/isolation-rules.md#" + id;
    }
}
