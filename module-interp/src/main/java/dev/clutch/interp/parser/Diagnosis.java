package dev.clutch.interp.parser;

import dev.clutch.interp.parser.RuleMatcher.Match;
import dev.clutch.interp.parser.SyntaxException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of the rules for invalid programs: where each is reported, and what fills its text. */
final class Diagnosis {
    private final LiteralParser parser;
    private final Tokenizer tok;
    private final RuleMatcher matcher;

    Diagnosis(LiteralParser parser, RuleMatcher matcher) {
        this.parser = parser;
        this.tok = parser.tok;
        this.matcher = matcher;
    }

    /** Throws the error of an alternative that matched; returns if a condition of the error does not hold. */
    void raise(Peg.Message message, Match a, Match b) {
        String text = message.text();
        switch (message.place()) {
            case "at a":
                throw range(a, a, filled(text, a, b));
            case "range a b":
                throw range(a, b, filled(text, a, b));
            case "from a":
                throw parser.errorFrom(a.start, filled(text, a, b));
            case "last":
                throw last(Kind.SYNTAX_ERROR, text);
            case "next":
                matcher.look();
                throw parser.errorAtTokenOrReader(matcher.pos(), Kind.SYNTAX_ERROR, text);
            case "indent":
                throw last(Kind.INDENTATION_ERROR, text);
            case "indent a":
                throw last(
                        Kind.INDENTATION_ERROR,
                        "expected an indented block after " + text + " on line " + tok.line[a.start]);
            case "after a":
                throw tok.errorAt(
                        Kind.SYNTAX_ERROR, tok.line[a.start], tok.endCol[a.end - 1], tok.endLine[a.end - 1], 0, text);
            case "clauses a b":
                throw range(a, lastOf(b), text);
            case "arguments a b":
                List<Match> positional = new ArrayList<>();
                collect(a, positional, new ArrayList<>());
                if (positional.size() > 1) {
                    throw range(positional.get(positional.size() - 1), lastOf(b), text);
                }
                return;
            case "unpacked a":
                List<Match> keywords = new ArrayList<>();
                collect(a, new ArrayList<>(), keywords);
                boolean unpacking = false;
                for (Match k : keywords) {
                    unpacking |= "DoubleStarred".equals(k.label);
                }
                throw last(Kind.SYNTAX_ERROR, unpacking ? text + " unpacking" : text);
            case "legacy a b":
                if (isLegacy(a)) {
                    throw range(a, b, filled(text, a, b));
                }
                return;
            case "comma a b":
                if (!isLegacy(a) && tok.levels[matcher.pos() - 1] != 0) {
                    throw range(a, b, text);
                }
                return;
            default:
                raiseTarget(message.place(), a, text);
                return;
        }
    }

    /** Bytes and other literals do not go together. */
    void checkStrings(Match strings) {
        boolean bytes = false;
        boolean others = false;
        for (Match part : strings.parts[0].parts) {
            boolean isBytes = "Literal".equals(part.label) && parser.isBytes(part.start);
            bytes |= isBytes;
            others |= !isBytes;
        }
        if (bytes && others) {
            throw last(Kind.SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
        }
    }

    private void raiseTarget(String place, Match a, String text) {
        Match invalid = invalidTarget(a, place.equals("deleted a"), place.equals("loop a"));
        if (invalid != null) {
            throw range(invalid, invalid, filled(text, invalid, invalid));
        }
    }

    private SyntaxException range(Match a, Match b, String text) {
        return parser.errorAtRange(a.start, b.end - 1, text);
    }

    private SyntaxException last(Kind kind, String text) {
        return parser.errorAtTokenOrReader(matcher.fill() - 1, kind, text);
    }

    private String filled(String text, Match a, Match b) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        return text.replace("%kind", nameOf(a))
                .replace("%token", tok.decode(tok.start[a.start], tok.end[a.start]))
                .replace("%bounds", "Tuple".equals(b.label) ? "constraints" : "bound");
    }

    private boolean isLegacy(Match a) {
        if (a.end != a.start + 1 || tok.kind[a.start] != Tok.NAME) {
            return false;
        }
        String name = tok.decode(tok.start[a.start], tok.end[a.start]);
        return name.equals("print") || name.equals("exec");
    }

    /** The last condition of the last clause of a comprehension, or what it iterates over. */
    private static Match lastOf(Match clauses) {
        Match clause = clauses.parts[clauses.parts.length - 1];
        Match conditions = clause.parts[clause.parts.length - 1];
        if (conditions.parts.length > 0) {
            return conditions.parts[conditions.parts.length - 1];
        }
        return clause.parts[clause.parts.length - 2];
    }

    private static void collect(Match arguments, List<Match> positional, List<Match> keywords) {
        String label = arguments.label;
        if (label == null) {
            for (Match part : arguments.parts) {
                collect(part, positional, keywords);
            }
        } else if (label.equals("Keyword") || label.equals("DoubleStarred")) {
            keywords.add(arguments);
        } else {
            positional.add(arguments);
        }
    }

    /** The part of an expression that cannot be a target ({@code _PyPegen_get_invalid_target}). */
    private @Nullable Match invalidTarget(Match e, boolean deletion, boolean loop) {
        String label = e.label == null ? "" : e.label;
        switch (label) {
            case "Name":
            case "Attribute":
            case "Subscript":
                return null;
            case "List":
            case "Tuple":
                for (Match element : elements(e)) {
                    Match invalid = invalidTarget(element, deletion, loop);
                    if (invalid != null) {
                        return invalid;
                    }
                }
                return null;
            case "Starred":
                return deletion ? e : invalidTarget(e.parts[1], deletion, loop);
            case "Compare":
                if (loop) {
                    return "In".equals(e.parts[1].parts[0].label) ? invalidTarget(e.parts[0], deletion, loop) : null;
                }
                return e;
            default:
                return e;
        }
    }

    private static List<Match> elements(Match display) {
        List<Match> found = new ArrayList<>();
        for (Match part : display.parts) {
            addElements(part, found);
        }
        return found;
    }

    private static void addElements(Match part, List<Match> found) {
        if (part.label != null) {
            found.add(part);
        } else {
            for (Match inner : part.parts) {
                addElements(inner, found);
            }
        }
    }

    /** {@code _PyPegen_get_expr_name}. */
    private static String nameOf(Match e) {
        switch (e.label == null ? "" : e.label) {
            case "Attribute":
                return "attribute";
            case "Subscript":
                return "subscript";
            case "Starred":
                return "starred";
            case "Name":
                return "name";
            case "List":
                return "list";
            case "Tuple":
                return "tuple";
            case "Lambda":
                return "lambda";
            case "Call":
                return "function call";
            case "BoolOp":
            case "BinOp":
            case "UnaryOp":
                return "expression";
            case "GeneratorExp":
                return "generator expression";
            case "Yield":
                return "yield expression";
            case "Await":
                return "await expression";
            case "ListComp":
                return "list comprehension";
            case "SetComp":
                return "set comprehension";
            case "DictComp":
                return "dict comprehension";
            case "Dict":
                return "dict literal";
            case "Set":
                return "set display";
            case "None":
            case "True":
            case "False":
                return String.valueOf(e.label);
            case "Ellipsis":
                return "ellipsis";
            case "Compare":
                return "comparison";
            case "IfExp":
                return "conditional expression";
            case "NamedExpr":
                return "named expression";
            case "Strings":
                for (Match part : e.parts[0].parts) {
                    if ("JoinedStr".equals(part.label)) {
                        return "f-string expression";
                    }
                }
                return "literal";
            default:
                return "literal";
        }
    }
}
