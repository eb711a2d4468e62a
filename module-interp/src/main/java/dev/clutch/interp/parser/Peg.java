package dev.clutch.interp.parser;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsing expression of the second pass. */
sealed interface Peg {
    /** A token of a kind. */
    record Token(int kind) implements Peg {}

    /** A NAME with that text, or any soft keyword if the text is empty. */
    record Soft(String word) implements Peg {}

    record Ref(int rule) implements Peg {}

    /**
     * Items one after the other. {@code label} is the kind of the result; with a question mark in the source, {@code collapse},
     * the result is the first item when the second one is empty.
     */
    record Sequence(
            List<Peg> items,
            int a,
            int b,
            @Nullable String label,
            boolean collapse,
            @Nullable Message message) implements Peg {}

    record Choice(List<Peg> alternatives) implements Peg {}

    record Optional(Peg item) implements Peg {}

    record Repeat(Peg item, boolean atLeastOne) implements Peg {}

    /** One or more items with a separator between them. */
    record Gather(Peg item, Peg separator) implements Peg {}

    record Lookahead(Peg item, boolean positive) implements Peg {}

    /** No other alternative is tried from here on. */
    record Cut() implements Peg {}

    /** A token that must come, in either pass. */
    record Forced(int kind) implements Peg {}

    /** A head and suffixes, each of which makes a new node of all before it. */
    record Chain(Peg head, Peg suffix) implements Peg {}

    /** The error of an alternative: where, and its text. */
    record Message(String place, String text) {}

    /** A named rule. */
    record Rule(String name, boolean keep, boolean invalid, Peg body) {}

    /** All rules, by index and by name. */
    record Rules(List<Rule> rules, Map<String, Integer> index) {
        int of(String name) {
            Integer i = index.get(name);
            if (i == null) {
                throw new IllegalStateException("no rule " + name);
            }
            return i;
        }
    }
}
