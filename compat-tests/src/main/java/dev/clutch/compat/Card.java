package dev.clutch.compat;

import dev.clutch.compat.Outcome.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report card: what the rules say of the extensions in one jar, bound to the jar by its hash. As text, as JSON for programs, and as a page.
 *
 * @param jar the file name of the jar
 * @param hash its SHA-256 in hexadecimal digits
 * @param kit the version of the kit that made it
 * @param seed what the stochastic rules were tried with
 * @param subjects the extensions
 */
public record Card(String jar, String hash, String kit, long seed, List<Graded> subjects) {
    /** Copies the list. */
    public Card {
        subjects = List.copyOf(subjects);
    }

    /**
     * One extension with its outcomes.
     *
     * @param module the name of the module
     * @param provider the class that provides it
     * @param outcomes one for each rule
     */
    public record Graded(String module, String provider, List<Outcome> outcomes) {
        /** Copies the list. */
        public Graded {
            outcomes = List.copyOf(outcomes);
        }

        /** Whether no rule but optional ones is broken; a challenge does not mend it. */
        public boolean isPassed() {
            for (Outcome outcome : outcomes) {
                boolean broken = outcome.status() == Status.FAILED || outcome.status() == Status.CHALLENGED;
                if (broken && outcome.rule().kind() != Kind.OPTIONAL) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether all extensions pass; a jar without any does not. */
    public boolean isPassed() {
        for (Graded graded : subjects) {
            if (!graded.isPassed()) {
                return false;
            }
        }
        return !subjects.isEmpty();
    }

    /** Returns the card as text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(jar).append('\n').append("sha256 ").append(hash).append('\n');
        out.append("kit ").append(kit).append(", seed ").append(seed).append('\n');
        if (subjects.isEmpty()) {
            out.append("\nno extension is declared in it\n");
        }
        for (Graded graded : subjects) {
            out.append('\n')
                    .append(graded.module)
                    .append(" (")
                    .append(graded.provider)
                    .append("): ");
            out.append(graded.isPassed() ? "passed" : "failed").append('\n');
            for (Outcome outcome : graded.outcomes) {
                String status = outcome.status().name().toLowerCase(java.util.Locale.ROOT);
                out.append("  ").append(status).append(" ".repeat(11 - status.length()));
                out.append(outcome.rule().id())
                        .append(" (")
                        .append(outcome.rule().kind().label())
                        .append(")\n");
                for (String message : outcome.messages()) {
                    out.append("             ")
                            .append(message.replace("\n", "\n             "))
                            .append('\n');
                }
                if (outcome.status() == Status.FAILED) {
                    out.append("             see ")
                            .append(outcome.rule().page())
                            .append('\n');
                }
            }
            Outcome primary = Kit.primary(graded.outcomes);
            if (primary != null) {
                out.append("  to be mended first: ").append(primary.rule().id()).append('\n');
            }
        }
        return out.toString();
    }

    /** Returns the card as JSON. */
    public String json() {
        StringBuilder out = new StringBuilder("{\n");
        out.append("  \"jar\": ").append(quote(jar)).append(",\n");
        out.append("  \"sha256\": ").append(quote(hash)).append(",\n");
        out.append("  \"kit\": ").append(quote(kit)).append(",\n");
        out.append("  \"seed\": ").append(seed).append(",\n");
        out.append("  \"passed\": ").append(isPassed()).append(",\n");
        out.append("  \"extensions\": [");
        String between = "\n";
        for (Graded graded : subjects) {
            out.append(between).append("    {\"module\": ").append(quote(graded.module));
            out.append(", \"provider\": ").append(quote(graded.provider));
            out.append(", \"passed\": ").append(graded.isPassed());
            out.append(", \"primary\": ").append(primary(graded)).append(", \"rules\": [");
            String separator = "\n";
            for (Outcome outcome : graded.outcomes) {
                out.append(separator).append("      ").append(json(outcome));
                separator = ",\n";
            }
            out.append("\n    ]}");
            between = ",\n";
        }
        return out.append("\n  ]\n}\n").toString();
    }

    private static String primary(Graded graded) {
        Outcome primary = Kit.primary(graded.outcomes);
        return primary == null ? "null" : quote(primary.rule().id());
    }

    private static String json(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        out.append("{\"id\": ").append(quote(outcome.rule().id()));
        out.append(", \"kind\": ").append(quote(outcome.rule().kind().label()));
        out.append(", \"status\": ").append(quote(outcome.status().name().toLowerCase(java.util.Locale.ROOT)));
        out.append(", \"messages\": [");
        String separator = "";
        for (String message : outcome.messages()) {
            out.append(separator).append(quote(message));
            separator = ", ";
        }
        return out.append("]}").toString();
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** Returns the card as a page that needs nothing else. */
    public String html() {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>")
                .append(escape(jar))
                .append("</title>\n<style>\n")
                .append("body { font: 16px/1.4 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em }\n")
                .append("td { padding: .3em .8em; vertical-align: top } pre { white-space: pre-wrap; margin: 0 }\n")
                .append(
                        ".passed { color: #060 } .failed, .challenged { color: #a00; font-weight: bold } .untested, .excluded { color: #666 }\n")
                .append("</style>\n<h1>")
                .append(escape(jar))
                .append("</h1>\n<p>SHA-256 <code>")
                .append(escape(hash))
                .append("</code>, kit ")
                .append(escape(kit))
                .append(", seed ")
                .append(seed)
                .append("</p>\n");
        for (Graded graded : subjects) {
            String result = graded.isPassed() ? "passed" : "failed";
            out.append("<h2>")
                    .append(escape(graded.module))
                    .append(": <span class=\"")
                    .append(result)
                    .append("\">");
            out.append(result).append("</span></h2>\n<p>provided by <code>").append(escape(graded.provider));
            out.append("</code></p>\n<table>\n");
            for (Outcome outcome : graded.outcomes) {
                row(out, outcome);
            }
            out.append("</table>\n");
        }
        return out.append("</html>\n").toString();
    }

    private static void row(StringBuilder out, Outcome outcome) {
        String status = outcome.status().name().toLowerCase(java.util.Locale.ROOT);
        out.append("<tr><td class=\"")
                .append(status)
                .append("\">")
                .append(status)
                .append("<td>");
        out.append(escape(outcome.rule().id()))
                .append("<br>")
                .append(outcome.rule().kind().label());
        out.append("<td>").append(escape(outcome.rule().title()));
        for (String message : outcome.messages()) {
            out.append("<pre>").append(escape(message)).append("</pre>");
        }
        out.append("\n");
    }

    private static String escape(@Nullable String text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
