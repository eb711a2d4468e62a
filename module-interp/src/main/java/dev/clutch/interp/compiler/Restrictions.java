package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.Keyword;
import dev.clutch.interp.ast.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the grammar allows but the language does not. Answers to {@code forbidden_name} and {@code validate_keywords}. */
final class Restrictions {
    private static final String CONSTANT = "__debug__";

    private Restrictions() {}

    /** A name or attribute that is to be set. */
    static void assignable(String name, @Nullable Node where) {
        if (name.equals(CONSTANT)) {
            throw new CompileException("cannot assign to " + CONSTANT, where);
        }
    }

    /** A name or attribute that is to be deleted. */
    static void deletable(String name, Node where) {
        if (name.equals(CONSTANT)) {
            throw new CompileException("cannot delete " + CONSTANT, where);
        }
    }

    /** The parameters of a function. */
    static void parameters(Arguments args) {
        parameters(args.posonlyargs());
        parameters(args.args());
        parameter(args.vararg());
        parameters(args.kwonlyargs());
        parameter(args.kwarg());
    }

    private static void parameters(List<Arg> args) {
        for (Arg a : args) {
            parameter(a);
        }
    }

    private static void parameter(@Nullable Arg a) {
        if (a != null) {
            assignable(a.arg(), a);
        }
    }

    /** The keyword arguments of a call. */
    static void keywords(List<Keyword> keywords) {
        for (int i = 0; i < keywords.size(); i++) {
            String name = keywords.get(i).arg();
            if (name == null) {
                continue;
            }
            assignable(name, keywords.get(i));
            for (int j = i + 1; j < keywords.size(); j++) {
                if (name.equals(keywords.get(j).arg())) {
                    throw new CompileException("keyword argument repeated: " + name, keywords.get(j));
                }
            }
        }
    }
}
