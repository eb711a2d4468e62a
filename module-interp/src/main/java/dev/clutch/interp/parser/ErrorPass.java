package dev.clutch.interp.parser;

import dev.clutch.interp.parser.SyntaxException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What follows a failed parse: finds CPython's message and position. The program is parsed again by rules that try alternatives
 * in CPython's order, first without and then with the rules for invalid programs, since the furthest token of the first time is
 * where a plain syntax error is reported. Statements at the top level that were parsed already are left out.
 */
final class ErrorPass {
    private static final long DEEP_STACK = 64L << 20;

    private final LiteralParser parser;
    private final Tokenizer tok;

    ErrorPass(LiteralParser parser) {
        this.parser = parser;
        this.tok = parser.tok;
    }

    /** The error of a parse that failed without a message; the parser given is a fresh one. */
    SyntaxException explain(int from) {
        return explain(from, RuleMatcher.SHALLOW);
    }

    /** The same for a program nested too deeply for the stack of any thread: it is explained in a thread with a large one. */
    SyntaxException explainDeep(int from) {
        DeepPass deep = new DeepPass(this, from);
        Thread thread = new Thread(null, deep, "syntax-error", DEEP_STACK);
        thread.start();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return deep.result();
    }

    /** Holds nothing of an interpreter: the parser, the tokens and the result are handed over by start and join. */
    private static final class DeepPass implements Runnable {
        private final ErrorPass pass;
        private final int from;
        private @Nullable SyntaxException result;

        DeepPass(ErrorPass pass, int from) {
            this.pass = pass;
            this.from = from;
        }

        @Override
        public void run() {
            try {
                result = pass.explain(from, RuleMatcher.MAX_DEPTH);
            } catch (RuleMatcher.TooDeep | StackOverflowError e) {
                result = pass.overflow();
            }
        }

        SyntaxException result() {
            SyntaxException e = result;
            return e == null ? pass.overflow() : e;
        }
    }

    private SyntaxException overflow() {
        return new SyntaxException(
                Kind.MEMORY_ERROR, "Parser stack overflowed - Python source too complex to parse", tok.source.filename);
    }

    private SyntaxException explain(int from, int maxDepth) {
        Peg.Rules rules = RuleReader.read(
                DiagnosisRules.STATEMENTS,
                DiagnosisRules.PATTERNS,
                DiagnosisRules.EXPRESSIONS,
                DiagnosisRules.PARAMETERS,
                DiagnosisRules.INVALID);
        RuleMatcher matcher = new RuleMatcher(parser, rules, maxDepth);
        String rule = startRule();
        try {
            matcher.run(rule, from, false);
        } catch (SyntaxException e) {
            return preferTokenizer(e);
        }
        int last = matcher.fill() - 1;
        if (parser.options.allowIncompleteInput() && tok.atEndOfSource()) {
            return incomplete(last);
        }
        try {
            matcher.run(rule, from, true);
        } catch (SyntaxException e) {
            return checkedUnlessRead(e);
        }
        return plain(last);
    }

    private String startRule() {
        switch (parser.options.mode()) {
            case EXEC:
                return "file";
            case SINGLE:
                return "interactive";
            case EVAL:
                return "eval";
            default:
                return "func_type";
        }
    }

    private SyntaxException plain(int last) {
        if (tok.kind[last] == Tok.INDENT) {
            return parser.errorAtTokenOrReader(last, Kind.INDENTATION_ERROR, "unexpected indent");
        }
        if (tok.kind[last] == Tok.DEDENT) {
            return parser.errorAtTokenOrReader(last, Kind.INDENTATION_ERROR, "unexpected unindent");
        }
        SyntaxException e = tok.col[last] < 0
                ? tok.errorAt(Kind.SYNTAX_ERROR, tok.line[last], 0, tok.endLine[last], 0, "invalid syntax")
                : parser.errorAtToken(last, "invalid syntax");
        return checkedByTokenizer(e);
    }

    private SyntaxException incomplete(int last) {
        return parser.errorAtTokenOrReader(last, Kind.INCOMPLETE_INPUT, "incomplete input");
    }

    /** The error of the parser, unless the tokenizer finds one further on, which takes precedence. */
    SyntaxException preferTokenizer(SyntaxException e) {
        if (parser.options.allowIncompleteInput()
                && tok.count > 0
                && tok.atEndOfSource()
                && e.kind() != Kind.MEMORY_ERROR) {
            return incomplete(tok.count - 1);
        }
        return checkedUnlessRead(e);
    }

    private SyntaxException checkedUnlessRead(SyntaxException e) {
        if (e.kind() == Kind.MEMORY_ERROR || tok.failed || tok.count == 0 || tok.atEof) {
            return e;
        }
        return checkedByTokenizer(e);
    }

    private SyntaxException checkedByTokenizer(SyntaxException e) {
        try {
            tok.checkRest(tok.line[tok.count - 1]);
        } catch (SyntaxException ofTokenizer) {
            // Within an f-string the error of the expression says more than what the unclosed string leads to.
            return tok.mode == null ? ofTokenizer : e;
        }
        return e;
    }
}
