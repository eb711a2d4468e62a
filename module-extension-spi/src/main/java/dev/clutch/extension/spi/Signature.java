package dev.clutch.extension.spi;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function, and the binding of arguments to them with CPython's messages. Immutable.
 *
 * <p>Parameters stand in the order positional-only, positional-or-keyword, keyword-only; {@code *args} and {@code **kwargs} follow them in the bound array.
 */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public final class Signature {
    private final String function;
    private final @Nullable String qualifiedName;
    private final String[] names;
    private final @Nullable Object[] defaults;
    private final int positionalOnly;
    private final int positional;
    private final boolean varArgs;
    private final boolean varKeywords;
    private final int required;
    private final String text;
    private final Expose.Counts counts;

    /**
     * Makes a signature.
     *
     * @param function name for messages
     * @param qualifiedName with the module or type, for the messages that show it; null for {@code __new__}, {@code __init__} and {@code __call__}
     * @param text the text signature, {@code "($self, x, /)"} style
     * @param names the names of all parameters but the starred ones
     * @param defaults as many as names: the default value, {@link #REQUIRED}, or null for an optional parameter without a visible default
     * @param positionalOnly how many are positional-only
     * @param positional how many can be given by position
     */
    public Signature(
            String function,
            @Nullable String qualifiedName,
            String text,
            String[] names,
            @Nullable Object[] defaults,
            int positionalOnly,
            int positional,
            boolean varArgs,
            boolean varKeywords) {
        this.function = function;
        this.qualifiedName = qualifiedName;
        this.text = text;
        this.names = names.clone();
        this.defaults = defaults.clone();
        this.positionalOnly = positionalOnly;
        this.positional = positional;
        this.varArgs = varArgs;
        this.varKeywords = varKeywords;
        int count = 0;
        while (count < positional && defaults[count] instanceof Required) {
            count++;
        }
        this.required = count;
        this.counts = Expose.Counts.CLINIC;
    }

    private Signature(Signature s, Expose.Counts counts) {
        this.function = s.function;
        this.qualifiedName = s.qualifiedName;
        this.text = s.text;
        this.names = s.names;
        this.defaults = s.defaults;
        this.positionalOnly = s.positionalOnly;
        this.positional = s.positional;
        this.varArgs = s.varArgs;
        this.varKeywords = s.varKeywords;
        this.required = s.required;
        this.counts = counts;
    }

    /** Returns the same signature with another wording for wrong counts. */
    public Signature withCounts(Expose.Counts other) {
        return new Signature(this, other);
    }

    /** Marks a parameter that has no default. */
    public static final Object REQUIRED = Required.MARK;

    private enum Required {
        MARK
    }

    /** Returns the text signature as {@code __text_signature__} shows it. */
    public String text() {
        return text;
    }

    /** Returns the function's name. */
    public String function() {
        return function;
    }

    /** Returns the least number of positional arguments when no keyword is given. */
    public int required() {
        return required;
    }

    /** Returns the greatest number of positional arguments, -1 for any. */
    public int maximum() {
        return varArgs ? -1 : positional;
    }

    /**
     * Binds arguments. The result has one element for each name, then the {@code *args} as an {@code Object[]}, then the {@code **kwargs} as a dict
     * (null when empty), where the signature has them.
     */
    public @Nullable Object[] bind(ThreadState ts, Object[] args, String @Nullable [] keywords) {
        return ArgumentBinder.bind(this, ts, args, keywords);
    }

    Expose.Counts counts() {
        return counts;
    }

    @Nullable
    String qualifiedName() {
        return qualifiedName;
    }

    String[] names() {
        return names;
    }

    boolean isRequired(int index) {
        return defaults[index] instanceof Required;
    }

    @Nullable
    Object defaultOf(int index) {
        return defaults[index];
    }

    /** The place of a parameter that can be given by name, from {@code from} on; -1 for none. */
    int indexOf(String name, int from) {
        for (int i = from; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    boolean isStarred() {
        return varArgs || varKeywords;
    }

    int boundLength() {
        return names.length + (varArgs ? 1 : 0) + (varKeywords ? 1 : 0);
    }

    /** Returns whether an argument can be given by name. */
    public boolean takesKeywords() {
        return varKeywords || positionalOnly < names.length;
    }

    int positionalOnly() {
        return positionalOnly;
    }

    int positional() {
        return positional;
    }

    boolean varArgs() {
        return varArgs;
    }

    boolean varKeywords() {
        return varKeywords;
    }
}
