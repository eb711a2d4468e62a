package dev.clutch.interp.parser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the rules of the second pass to the tokens, with the order of trials of a packrat parser. */
final class RuleMatcher {
    /** What a rule matched: tokens from {@code start} up to {@code end}, and the kind of expression, if it is one. */
    static final class Match {
        final @Nullable String label;
        final int start;
        final int end;
        final Match[] parts;

        Match(@Nullable String label, int start, int end, Match... parts) {
            this.label = label;
            this.start = start;
            this.end = end;
            this.parts = parts;
        }
    }

    private record Kept(@Nullable Match match, int end) {}

    private static final Match[] NO_PARTS = {};
    /** CPython's limit of nested rules. */
    static final int MAX_DEPTH = 6000;
    /** As many as a small stack can hold. */
    static final int SHALLOW = 400;

    /** The program is nested deeper than the matcher was told it may be. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super(null, null, false, false);
        }
    }

    private final int maxDepth;

    private final LiteralParser parser;
    private final Tokenizer tok;
    private final Peg.Rules rules;
    private final Diagnosis diagnosis;
    private final int quietRule;
    private final int stringRule;
    private final int stringsRule;
    private final HashMap<Long, Kept> kept = new HashMap<>();
    private boolean invalidRules;
    private boolean cut;
    private int depth;
    private int pos;
    /** One more than the furthest token looked at in any pass. */
    private int fill;

    RuleMatcher(LiteralParser parser, Peg.Rules rules, int maxDepth) {
        this.maxDepth = maxDepth;
        this.parser = parser;
        this.tok = parser.tok;
        this.rules = rules;
        this.diagnosis = new Diagnosis(parser, this);
        this.quietRule = rules.of("expression_quietly");
        this.stringRule = rules.of("string");
        this.stringsRule = rules.of("strings");
    }

    /** Applies a rule from a token on. Errors with a message of their own are thrown. */
    void run(String rule, int from, boolean withInvalidRules) {
        kept.clear();
        invalidRules = withInvalidRules;
        pos = from;
        depth = 0;
        fill = Math.max(fill, from);
        while (tok.count < from) {
            parser.fetch();
        }
        look();
        match(new Peg.Ref(rules.of(rule)));
    }

    int pos() {
        return pos;
    }

    int fill() {
        return fill;
    }

    /** The kind of the token at the position, which is read if need be. */
    int look() {
        if (pos == tok.count) {
            parser.fetch();
        }
        if (pos >= fill) {
            fill = pos + 1;
        }
        return tok.kind[pos];
    }

    private @Nullable Match match(Peg p) {
        if (p instanceof Peg.Token t) {
            return token(t.kind());
        }
        if (p instanceof Peg.Ref r) {
            return rule(r.rule());
        }
        if (p instanceof Peg.Sequence s) {
            return sequence(s);
        }
        if (p instanceof Peg.Choice c) {
            return choice(c);
        }
        if (p instanceof Peg.Optional o) {
            Match m = match(o.item());
            return m == null ? new Match(null, pos, pos, NO_PARTS) : m;
        }
        if (p instanceof Peg.Repeat r) {
            return repeat(r);
        }
        if (p instanceof Peg.Gather g) {
            return gather(g);
        }
        if (p instanceof Peg.Lookahead l) {
            int start = pos;
            Match m = match(l.item());
            pos = start;
            return (m != null) == l.positive() ? new Match(null, start, start, NO_PARTS) : null;
        }
        if (p instanceof Peg.Soft s) {
            return soft(s.word());
        }
        if (p instanceof Peg.Chain c) {
            return chain(c);
        }
        if (p instanceof Peg.Forced f) {
            if (look() != f.kind()) {
                throw parser.errorAtTokenOrReader(
                        pos, SyntaxException.Kind.SYNTAX_ERROR, "expected '" + Tok.text(f.kind()) + "'");
            }
            return token(f.kind());
        }
        cut = true;
        return new Match(null, pos, pos, NO_PARTS);
    }

    private @Nullable Match token(int kind) {
        if (look() != kind) {
            return null;
        }
        if (kind == Tok.NOTEQUAL && (tok.buf[tok.start[pos]] == '<') != parser.options.barryAsBdfl()) {
            return null;
        }
        pos++;
        return new Match(null, pos - 1, pos, NO_PARTS);
    }

    private @Nullable Match soft(String word) {
        if (look() != Tok.NAME) {
            return null;
        }
        String name = tok.decode(tok.start[pos], tok.end[pos]);
        // CPython takes the beginning of a soft keyword for one where any of them will do.
        boolean matches = word.isEmpty()
                ? name.equals("_") || "case".startsWith(name) || "match".startsWith(name) || "type".startsWith(name)
                : name.equals(word);
        if (!matches) {
            return null;
        }
        pos++;
        return new Match(null, pos - 1, pos, NO_PARTS);
    }

    private @Nullable Match rule(int index) {
        Peg.Rule rule = rules.rules().get(index);
        if (rule.invalid() && !invalidRules) {
            return null;
        }
        long key = 0;
        if (rule.keep()) {
            key = (long) index << 32 | pos;
            Kept k = kept.get(key);
            if (k != null) {
                if (k.match != null) {
                    pos = k.end;
                }
                return k.match;
            }
        }
        if (++depth > maxDepth) {
            throw new TooDeep();
        }
        int start = pos;
        boolean outerCut = cut;
        boolean outerInvalid = invalidRules;
        cut = false;
        if (index == quietRule) {
            invalidRules = false;
        }
        Match m = match(rule.body());
        if (m == null) {
            pos = start;
        } else if (index == stringRule) {
            parser.checkString(start);
        } else if (index == stringsRule) {
            diagnosis.checkStrings(m);
        }
        invalidRules = outerInvalid;
        cut = outerCut;
        depth--;
        if (rule.keep()) {
            kept.put(key, new Kept(m, pos));
        }
        return m;
    }

    private @Nullable Match choice(Peg.Choice c) {
        boolean outer = cut;
        int start = pos;
        List<Peg> alternatives = c.alternatives();
        for (int i = 0; i < alternatives.size(); i++) {
            cut = false;
            Match m = match(alternatives.get(i));
            if (m != null) {
                cut = outer;
                return m;
            }
            pos = start;
            if (cut) {
                break;
            }
        }
        cut = outer;
        return null;
    }

    private @Nullable Match sequence(Peg.Sequence s) {
        int start = pos;
        int n = s.items().size();
        Match[] parts = new Match[n];
        for (int i = 0; i < n; i++) {
            Match m = match(s.items().get(i));
            if (m == null) {
                pos = start;
                return null;
            }
            parts[i] = m;
        }
        Peg.Message message = s.message();
        if (message != null) {
            diagnosis.raise(message, s.a() < 0 ? parts[0] : parts[s.a()], s.b() < 0 ? parts[n - 1] : parts[s.b()]);
            // An alternative that matches and raises nothing ends its rule.
            cut = true;
            pos = start;
            return null;
        }
        String label = s.label();
        if (label == null) {
            return new Match(null, start, pos, parts);
        }
        if (label.charAt(0) == '@') {
            return parts[s.a()];
        }
        if (s.collapse() && parts[1].parts.length == 0) {
            return parts[0];
        }
        return new Match(label, start, pos, parts);
    }

    private @Nullable Match repeat(Peg.Repeat r) {
        int start = pos;
        ArrayList<Match> parts = new ArrayList<>();
        while (true) {
            int before = pos;
            Match m = match(r.item());
            if (m == null) {
                pos = before;
                break;
            }
            parts.add(m);
            if (pos == before) {
                break;
            }
        }
        if (r.atLeastOne() && parts.isEmpty()) {
            return null;
        }
        return new Match(null, start, pos, parts.toArray(NO_PARTS));
    }

    private @Nullable Match gather(Peg.Gather g) {
        int start = pos;
        Match first = match(g.item());
        if (first == null) {
            pos = start;
            return null;
        }
        ArrayList<Match> parts = new ArrayList<>();
        parts.add(first);
        while (true) {
            int before = pos;
            Match next = match(g.separator()) == null ? null : match(g.item());
            if (next == null) {
                pos = before;
                return new Match(null, start, pos, parts.toArray(NO_PARTS));
            }
            parts.add(next);
        }
    }

    private @Nullable Match chain(Peg.Chain c) {
        int start = pos;
        Match m = match(c.head());
        if (m == null) {
            return null;
        }
        while (true) {
            int before = pos;
            Match suffix = match(c.suffix());
            if (suffix == null) {
                pos = before;
                return m;
            }
            Match[] parts = Arrays.copyOf(suffix.parts, suffix.parts.length + 1);
            parts[suffix.parts.length] = m;
            m = new Match(suffix.label, start, pos, parts);
        }
    }
}
