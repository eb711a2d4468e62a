package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.bytes.PyBytes;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code match} statement (PEP 634). Captures go to temporaries and are bound when the whole pattern has matched. */
final class PatternEmitter {
    private final FunctionEmitter f;
    /** Whether a pattern that always matches may stand here: nothing after it would be reached. */
    private boolean irrefutableAllowed;

    PatternEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void match(Stmt.Match s) {
        CodeBuffer b = f.b;
        f.ex.emit(s.subject());
        int subject = f.vars.newTemp();
        b.astore(subject);
        Target end = f.target();
        for (MatchCase c : s.cases()) {
            irrefutableAllowed = c.guard() != null || c == s.cases().getLast();
            Target next = f.target();
            Map<String, Integer> captures = new LinkedHashMap<>();
            f.trace.line(c.pattern().lineno());
            pattern(c.pattern(), subject, captures, next);
            for (Map.Entry<String, Integer> e : captures.entrySet()) {
                b.aload(e.getValue());
                f.names.store(e.getKey());
                f.vars.free(e.getValue());
            }
            if (c.guard() != null) {
                f.ex.condition(c.guard(), false, next);
            }
            f.st.body(c.body());
            f.goTo(end);
            f.place(next);
        }
        f.place(end);
        f.vars.drop(subject);
    }

    private void capture(String name, int value, Map<String, Integer> captures, Pattern where) {
        if (captures.containsKey(name)) {
            throw new CompileException("multiple assignments to name '" + name + "' in pattern", where);
        }
        int temp = f.vars.newTemp();
        f.b.aload(value);
        f.b.astore(temp);
        captures.put(name, temp);
    }

    /** Goes on if the value in a temporary matches, else jumps. */
    private void pattern(Pattern p, int value, Map<String, Integer> captures, Target fail) {
        switch (p) {
            case Pattern.MatchValue m -> {
                if (f.unit.folder.fold(m.value()) == null && !(m.value() instanceof Expr.Attribute)) {
                    throw new CompileException("patterns may only match literals and attribute lookups", m);
                }
                Operands operand = f.operands(List.of(m.value()));
                f.loadState();
                f.b.aload(value);
                operand.push(0);
                f.at(m);
                f.op("Operators", "testEq", "(TOO)Z");
                f.jump(Opcode.IFEQ, fail);
            }
            case Pattern.MatchSingleton m -> {
                f.loadState();
                f.b.aload(value);
                f.ex.constant(m.value());
                f.op("Operators", "testIs", "(TOO)Z");
                f.jump(Opcode.IFEQ, fail);
            }
            case Pattern.MatchAs m -> {
                if (m.pattern() != null) {
                    pattern(m.pattern(), value, captures, fail);
                } else if (!irrefutableAllowed) {
                    throw new CompileException(
                            (m.name() == null ? "wildcard" : "name capture '" + m.name() + "'")
                                    + " makes remaining patterns unreachable",
                            m);
                }
                if (m.name() != null) {
                    capture(m.name(), value, captures, m);
                }
            }
            case Pattern.MatchStar m -> throw new CompileException("can't use starred pattern here", m);
            case Pattern.MatchSequence m -> sequence(m, value, captures, fail);
            case Pattern.MatchMapping m -> mapping(m, value, captures, fail);
            case Pattern.MatchClass m -> classPattern(m, value, captures, fail);
            case Pattern.MatchOr m -> alternatives(m, value, captures, fail);
        }
    }

    private void sequence(Pattern.MatchSequence m, int value, Map<String, Integer> captures, Target fail) {
        List<Pattern> patterns = m.patterns();
        int star = -1;
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i) instanceof Pattern.MatchStar) {
                if (star >= 0) {
                    throw new CompileException("multiple starred expressions in sequence pattern", m);
                }
                star = i;
            }
        }
        CodeBuffer b = f.b;
        boolean starWildcard = star < 0 || wildcard(patterns.get(star));
        StringBuilder wildcards = new StringBuilder();
        for (Pattern p : patterns) {
            wildcards.append(wildcard(p) ? '_' : 'x');
        }
        boolean onlyWildcards = wildcards.indexOf("x") < 0;
        f.loadState();
        b.aload(value);
        b.iconst(star < 0 ? patterns.size() : star);
        b.iconst(star < 0 ? -1 : patterns.size() - star - 1);
        if (onlyWildcards) {
            f.at(m);
            f.op("Match", "isSequence", "(TOII)Z");
            f.jump(Opcode.IFEQ, fail);
            return;
        }
        if (star >= 0 && starWildcard) {
            b.ldc(wildcards.toString());
            f.at(m);
            f.op("Match", "sequenceItems", "(TOIIS)A");
        } else {
            f.at(m);
            f.op("Match", "sequence", "(TOII)A");
        }
        parts(patterns, captures, fail);
    }

    /** Matches the elements of the array on the operand stack, null for no match, to patterns. */
    private void parts(List<Pattern> patterns, Map<String, Integer> captures, Target fail) {
        boolean outer = irrefutableAllowed;
        irrefutableAllowed = true;
        CodeBuffer b = f.b;
        int array = f.vars.newTemp();
        b.op(Opcode.DUP);
        b.astore(array);
        f.jump(Opcode.IFNULL, fail);
        for (int i = 0; i < patterns.size(); i++) {
            Pattern part = patterns.get(i);
            String name = null;
            if (wildcard(part)) {
                continue;
            }
            if (part instanceof Pattern.MatchStar star) {
                name = star.name();
            }
            int element = f.vars.newTemp();
            b.aload(array);
            b.checkcast(Refs.OBJECTS);
            b.iconst(i);
            b.op(Opcode.AALOAD);
            b.astore(element);
            if (name != null) {
                capture(name, element, captures, part);
            } else {
                pattern(part, element, captures, fail);
            }
            f.vars.free(element);
        }
        f.vars.free(array);
        irrefutableAllowed = outer;
    }

    private static boolean wildcard(Pattern p) {
        return p instanceof Pattern.MatchStar star
                ? star.name() == null
                : p instanceof Pattern.MatchAs as && as.pattern() == null && as.name() == null;
    }

    private void mapping(Pattern.MatchMapping m, int value, Map<String, Integer> captures, Target fail) {
        CodeBuffer b = f.b;
        HashSet<Object> constants = new HashSet<>();
        for (Expr key : m.keys()) {
            Object constant = f.unit.folder.fold(key);
            if (constant == null && !(key instanceof Expr.Attribute)) {
                throw new CompileException("mapping pattern keys may only match literals and attribute lookups", m);
            }
            if (constant != null && !constants.add(equalityKey(constant))) {
                throw new CompileException("mapping pattern checks duplicate key (" + f.unit.unparse(key) + ")", m);
            }
        }
        Operands operands = f.operands(m.keys());
        f.loadState();
        b.aload(value);
        b.iconst(m.keys().size());
        b.anewarray(Refs.OBJECT);
        for (int i = 0; i < m.keys().size(); i++) {
            b.op(Opcode.DUP);
            b.iconst(i);
            operands.push(i);
            b.op(Opcode.AASTORE);
        }
        b.iconst(m.rest() == null ? 0 : 1);
        f.at(m);
        f.op("Match", "mapping", "(TOAI)A");
        ArrayList<Pattern> patterns = new ArrayList<>(m.patterns());
        if (m.rest() != null) {
            patterns.add(
                    new Pattern.MatchAs(null, m.rest(), m.lineno(), m.colOffset(), m.endLineno(), m.endColOffset()));
        }
        parts(patterns, captures, fail);
    }

    /** Constants that are equal in Python get equal keys. */
    private static Object equalityKey(Object constant) {
        return switch (constant) {
            case Boolean b -> (Object) (b ? 1L : 0L);
            case Double d when d == Math.rint(d) && Math.abs(d) < 1e18 -> (long) (double) d;
            case PyComplex c when c.im == 0 -> equalityKey(c.re);
            case PyComplex c -> List.of("complex", c.re, c.im);
            case PyBytes y -> List.of("bytes", new String(y.value(), java.nio.charset.StandardCharsets.ISO_8859_1));
            default -> constant;
        };
    }

    private void classPattern(Pattern.MatchClass m, int value, Map<String, Integer> captures, Target fail) {
        CodeBuffer b = f.b;
        HashSet<String> attributes = new HashSet<>();
        for (int i = 0; i < m.kwdAttrs().size(); i++) {
            if (!attributes.add(m.kwdAttrs().get(i))) {
                throw new CompileException(
                        "attribute name repeated in class pattern: "
                                + m.kwdAttrs().get(i),
                        m.kwdPatterns().get(i));
            }
        }
        Operands operand = f.operands(List.of(m.cls()));
        f.loadState();
        b.aload(value);
        operand.push(0);
        b.iconst(m.patterns().size());
        f.unit.pushNames(f, m.kwdAttrs().toArray(new String[0]));
        f.at(m);
        f.op("Match", "classPattern", "(TOOIN)A");
        ArrayList<Pattern> patterns = new ArrayList<>(m.patterns());
        patterns.addAll(m.kwdPatterns());
        parts(patterns, captures, fail);
    }

    private void alternatives(Pattern.MatchOr m, int value, Map<String, Integer> captures, Target fail) {
        Target matched = f.target();
        @Nullable Map<String, Integer> common = null;
        boolean outer = irrefutableAllowed;
        for (int i = 0; i < m.patterns().size(); i++) {
            boolean last = i == m.patterns().size() - 1;
            Target next = last ? fail : f.target();
            LinkedHashMap<String, Integer> own = new LinkedHashMap<>();
            irrefutableAllowed = last && outer;
            pattern(m.patterns().get(i), value, own, next);
            if (common == null) {
                common = own;
            } else {
                if (!common.keySet().equals(own.keySet())) {
                    throw new CompileException("alternative patterns bind different names", m);
                }
                for (Map.Entry<String, Integer> e : own.entrySet()) {
                    f.b.aload(e.getValue());
                    Integer temp = common.get(e.getKey());
                    f.b.astore(temp == null ? -1 : temp);
                    f.vars.free(e.getValue());
                }
            }
            if (!last) {
                f.goTo(matched);
                f.place(next);
            }
        }
        f.place(matched);
        if (common != null) {
            for (Map.Entry<String, Integer> e : common.entrySet()) {
                if (captures.containsKey(e.getKey())) {
                    throw new CompileException("multiple assignments to name '" + e.getKey() + "' in pattern", m);
                }
                captures.put(e.getKey(), e.getValue());
            }
        }
    }
}
