package dev.clutch.interp.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of {@link DiagnosisRules}. A rule is {@code name: alternatives}, {@code name*:} if its results are kept; an
 * alternative may go on in an indented line that begins with a bar. {@code 'x'} is a token, {@code "x"} a soft keyword,
 * {@code x/','} one or more with separators, {@code !!'x'} a token that must come, {@code ~} the cut, {@code x >> y} a head
 * with suffixes, {@code -> Label} the kind of the result, {@code -> @a} the result itself, {@code => place: text} an error.
 */
final class RuleReader {
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> tokenKinds = new HashMap<>();
    private String line = "";
    private int at;

    private RuleReader() {
        for (int k = Tok.LPAR; k < Tok.OP; k++) {
            tokenKinds.put(String.valueOf(Tok.text(k)), k);
        }
        for (int k = Tok.FIRST_KEYWORD; k <= Tok.YIELD; k++) {
            tokenKinds.put(String.valueOf(Tok.text(k)), k);
        }
        tokenKinds.put("NAME", Tok.NAME);
        tokenKinds.put("NUMBER", Tok.NUMBER);
        tokenKinds.put("STRING", Tok.STRING);
        tokenKinds.put("NEWLINE", Tok.NEWLINE);
        tokenKinds.put("INDENT", Tok.INDENT);
        tokenKinds.put("DEDENT", Tok.DEDENT);
        tokenKinds.put("ENDMARKER", Tok.ENDMARKER);
        tokenKinds.put("TYPE_COMMENT", Tok.TYPE_COMMENT);
        tokenKinds.put("FSTRING_START", Tok.FSTRING_START);
        tokenKinds.put("FSTRING_MIDDLE", Tok.FSTRING_MIDDLE);
        tokenKinds.put("FSTRING_END", Tok.FSTRING_END);
    }

    static Peg.Rules read(String... texts) {
        return new RuleReader().rules(texts);
    }

    private Peg.Rules rules(String[] texts) {
        List<String> heads = new ArrayList<>();
        List<List<String>> bodies = new ArrayList<>();
        for (String text : texts) {
            for (String l : text.split("\n", -1)) {
                if (l.isEmpty()) {
                    continue;
                }
                if (l.charAt(0) == ' ') {
                    bodies.get(bodies.size() - 1).add(l.strip().substring(1));
                    continue;
                }
                int colon = l.indexOf(':');
                heads.add(l.substring(0, colon));
                List<String> body = new ArrayList<>();
                body.add(l.substring(colon + 1));
                bodies.add(body);
            }
        }
        for (int i = 0; i < heads.size(); i++) {
            index.put(nameOf(heads.get(i)), i);
        }
        List<Peg.Rule> rules = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            List<Peg> alternatives = new ArrayList<>();
            for (String l : bodies.get(i)) {
                line = l;
                at = 0;
                addAlternatives(alternatives);
                if (at < line.length()) {
                    throw new IllegalStateException("rule " + heads.get(i) + ": " + line.substring(at));
                }
            }
            String name = nameOf(heads.get(i));
            Peg body = alternatives.size() == 1 ? alternatives.get(0) : new Peg.Choice(List.copyOf(alternatives));
            rules.add(new Peg.Rule(name, heads.get(i).endsWith("*"), name.startsWith("invalid"), body));
        }
        return new Peg.Rules(List.copyOf(rules), Map.copyOf(index));
    }

    private static String nameOf(String head) {
        return head.endsWith("*") ? head.substring(0, head.length() - 1) : head;
    }

    private boolean looking(String s) {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.startsWith(s, at);
    }

    private boolean accept(String s) {
        if (looking(s)) {
            at += s.length();
            return true;
        }
        return false;
    }

    private void addAlternatives(List<Peg> alternatives) {
        do {
            alternatives.add(sequence());
        } while (accept("|"));
    }

    private Peg sequence() {
        List<Peg> items = new ArrayList<>();
        int a = -1;
        int b = -1;
        while (!looking("|") && !looking(")") && !looking("->") && !looking("=>") && at < line.length()) {
            if (accept("a=")) {
                a = items.size();
            } else if (accept("b=")) {
                b = items.size();
            }
            items.add(item());
        }
        String label = null;
        boolean collapse = false;
        Peg.Message message = null;
        if (accept("->")) {
            label = accept("@") ? "@" + word() : word();
            collapse = accept("?");
        } else if (accept("=>")) {
            int colon = line.indexOf(':', at);
            message = new Peg.Message(
                    line.substring(at, colon).strip(), line.substring(colon + 1).strip());
            at = line.length();
        }
        if (items.size() == 1 && label == null && message == null) {
            return items.get(0);
        }
        return new Peg.Sequence(List.copyOf(items), a, b, label, collapse, message);
    }

    private String word() {
        looking("");
        int from = at;
        while (at < line.length() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        if (at == from) {
            throw new IllegalStateException("a name expected: " + line.substring(at));
        }
        return line.substring(from, at);
    }

    private Peg item() {
        if (accept("!!")) {
            return new Peg.Forced(kind(quoted('\'')));
        }
        if (accept("!")) {
            return new Peg.Lookahead(item(), false);
        }
        if (accept("&")) {
            return new Peg.Lookahead(item(), true);
        }
        if (accept("~")) {
            return new Peg.Cut();
        }
        Peg p = primary();
        while (at < line.length()) {
            if (line.charAt(at) == '?') {
                p = new Peg.Optional(p);
            } else if (line.charAt(at) == '*') {
                p = new Peg.Repeat(p, false);
            } else if (line.charAt(at) == '+') {
                p = new Peg.Repeat(p, true);
            } else {
                break;
            }
            at++;
        }
        if (at < line.length() && line.charAt(at) == '/') {
            at++;
            p = new Peg.Gather(p, primary());
            while (at < line.length() && line.charAt(at) == '*') {
                at++;
                p = new Peg.Repeat(p, false);
            }
        }
        return accept(">>") ? new Peg.Chain(p, item()) : p;
    }

    private Peg primary() {
        if (accept("(")) {
            List<Peg> alternatives = new ArrayList<>();
            addAlternatives(alternatives);
            if (!accept(")")) {
                throw new IllegalStateException(") expected: " + line.substring(at));
            }
            return alternatives.size() == 1 ? alternatives.get(0) : new Peg.Choice(List.copyOf(alternatives));
        }
        if (looking("'")) {
            return new Peg.Token(kind(quoted('\'')));
        }
        if (looking("\"")) {
            return new Peg.Soft(quoted('"'));
        }
        String name = word();
        if (name.equals("SOFT_KEYWORD")) {
            return new Peg.Soft("");
        }
        Integer kind = tokenKinds.get(name);
        if (kind != null && Character.isUpperCase(name.charAt(0)) && name.length() > 3) {
            return new Peg.Token(kind);
        }
        Integer rule = index.get(name);
        if (rule == null) {
            throw new IllegalStateException("no rule " + name);
        }
        return new Peg.Ref(rule);
    }

    private int kind(String text) {
        @Nullable Integer kind = tokenKinds.get(text);
        if (kind == null) {
            throw new IllegalStateException("no token " + text);
        }
        return kind;
    }

    private String quoted(char quote) {
        looking("");
        int end = line.indexOf(quote, at + 1);
        String s = line.substring(at + 1, end);
        at = end + 1;
        return s;
    }
}
