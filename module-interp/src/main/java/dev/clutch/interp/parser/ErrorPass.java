package dev.clutch.interp.parser;

import dev.clutch.interp.parser.SyntaxException.Kind;

/** The second pass over a program that the first one refused: finds CPython's message and position. */
final class ErrorPass {
    private final ParserBase parser;
    private final Tokenizer tok;

    ErrorPass(ParserBase parser) {
        this.parser = parser;
        this.tok = parser.tok;
    }

    /** The error of a failed first pass. */
    SyntaxException explain() {
        int last = tok.count - 1;
        if (tok.kind[last] == Tok.INDENT) {
            return parser.errorAtLast(Kind.INDENTATION_ERROR, "unexpected indent");
        }
        if (tok.kind[last] == Tok.DEDENT) {
            return parser.errorAtLast(Kind.INDENTATION_ERROR, "unexpected unindent");
        }
        return preferTokenizer(parser.errorAtToken(last, "invalid syntax"));
    }

    /** An error of the tokenizer further on takes precedence over one of the parser. */
    SyntaxException preferTokenizer(SyntaxException e) {
        if (e.kind() != Kind.SYNTAX_ERROR || tok.failed || tok.count == 0) {
            return e;
        }
        try {
            tok.checkRest(tok.line[tok.count - 1]);
        } catch (SyntaxException ofTokenizer) {
            return ofTokenizer;
        }
        return e;
    }
}
