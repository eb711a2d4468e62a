package dev.clutch.errorprone;

import com.google.errorprone.VisitorState;
import com.google.errorprone.suppliers.Supplier;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a finding stands. */
final class Places {
    static final String SPI = "dev.clutch.extension.spi.";
    /** The pages of the findings. */
    static final String PAGES = "docs/findings/";

    private static final List<String> OF_AN_INTERPRETER = List.of("ThreadState", "Interpreter", "PyType", "PyObject");
    private static final Supplier<Type> THREAD_STATE =
            VisitorState.memoize(s -> s.getTypeFromString(SPI + "ThreadState"));
    private static final Supplier<Type> ENGINE =
            VisitorState.memoize(s -> s.getTypeFromString("dev.clutch.interp.PyThreadState"));

    private Places() {}

    /** Whether the code is compiled against the interface for extensions alone: the engine knows how its values are represented. */
    static boolean isExtension(VisitorState state) {
        return THREAD_STATE.get(state) != null && ENGINE.get(state) == null;
    }

    /** Whether a type is one of the interface, or a subtype of it. */
    static boolean isSubtype(Type type, String name, VisitorState state) {
        Type supertype = state.getTypeFromString(SPI + name);
        return supertype != null && ASTHelpers.isSubtype(type, supertype, state);
    }

    /** Returns the type of the interface whose objects belong to one interpreter, if a type is one of these. */
    static @Nullable String ofAnInterpreter(Type type, VisitorState state) {
        for (String name : OF_AN_INTERPRETER) {
            if (isSubtype(type, name, state)) {
                return name;
            }
        }
        return null;
    }

    /** Whether the instances of a class are Python's: the state of a module, or objects of a type. They outlive every call. */
    static boolean isPythonState(Symbol symbol, VisitorState state) {
        return ASTHelpers.hasAnnotation(symbol, SPI + "ExtensionModule", state)
                || ASTHelpers.hasAnnotation(symbol, SPI + "ExtensionType", state);
    }

    /** Whether the outermost class mentions a type or method by its simple name. */
    static boolean mentions(VisitorState state, String name) {
        Boolean found = new TreeScanner<Boolean, Void>() {
            @Override
            public Boolean visitIdentifier(IdentifierTree tree, Void unused) {
                return tree.getName().contentEquals(name);
            }

            @Override
            public Boolean visitMemberSelect(MemberSelectTree tree, Void unused) {
                return tree.getIdentifier().contentEquals(name)
                        || Boolean.TRUE.equals(super.visitMemberSelect(tree, null));
            }

            @Override
            public Boolean reduce(@Nullable Boolean a, @Nullable Boolean b) {
                return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
            }
        }.scan(outermost(state), null);
        return Boolean.TRUE.equals(found);
    }

    private static Tree outermost(VisitorState state) {
        Tree outermost = state.getPath().getLeaf();
        for (Tree tree : state.getPath()) {
            if (tree instanceof ClassTree) {
                outermost = tree;
            }
        }
        return outermost;
    }
}
