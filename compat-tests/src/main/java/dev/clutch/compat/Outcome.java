package dev.clutch.compat;

import java.util.List;

/**
 * What became of one rule for one extension.
 *
 * @param rule the rule
 * @param status whether it is kept
 * @param messages what was found, or why it was not tested
 */
public record Outcome(Rule rule, Status status, List<String> messages) {
    /** Copies the messages. */
    public Outcome {
        messages = List.copyOf(messages);
    }

    /** Whether a rule is kept. */
    public enum Status {
        /** It is. */
        PASSED,
        /** It is not. */
        FAILED,
        /** It is not, and the author says in the jar why that is no fault. */
        CHALLENGED,
        /** Nothing was there to test it on. */
        UNTESTED,
        /** The file of exclusions names it, with a reason. */
        EXCLUDED
    }

    /** Returns the finding with the rule and its page, for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(rule.id())
                .append(" (")
                .append(rule.kind().label())
                .append("): ")
                .append(rule.title());
        for (String message : messages) {
            text.append("\n  ").append(message.replace("\n", "\n  "));
        }
        return text.append("\n  see ").append(rule.page()).toString();
    }
}
