package dev.clutch.interp.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of a {@code case} clause. */
public sealed interface Pattern extends Node {
    int MATCH_VALUE = 0;
    int MATCH_SINGLETON = 1;
    int MATCH_SEQUENCE = 2;
    int MATCH_MAPPING = 3;
    int MATCH_CLASS = 4;
    int MATCH_STAR = 5;
    int MATCH_AS = 6;
    int MATCH_OR = 7;

    /** The constant of this interface that names the node's class, for a switch. */
    int tag();

    record MatchValue(Expr value, int lineno, int colOffset, int endLineno, int endColOffset) implements Pattern {
        @Override
        public int tag() {
            return MATCH_VALUE;
        }
    }

    record MatchSingleton(Object value, int lineno, int colOffset, int endLineno, int endColOffset) implements Pattern {
        @Override
        public int tag() {
            return MATCH_SINGLETON;
        }
    }

    record MatchSequence(List<Pattern> patterns, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_SEQUENCE;
        }
    }

    record MatchMapping(
            List<Expr> keys,
            List<Pattern> patterns,
            @Nullable String rest,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_MAPPING;
        }
    }

    record MatchClass(
            Expr cls,
            List<Pattern> patterns,
            List<String> kwdAttrs,
            List<Pattern> kwdPatterns,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_CLASS;
        }
    }

    record MatchStar(@Nullable String name, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_STAR;
        }
    }

    record MatchAs(
            @Nullable Pattern pattern,
            @Nullable String name,
            int lineno,
            int colOffset,
            int endLineno,
            int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_AS;
        }
    }

    record MatchOr(List<Pattern> patterns, int lineno, int colOffset, int endLineno, int endColOffset)
            implements Pattern {
        @Override
        public int tag() {
            return MATCH_OR;
        }
    }
}
