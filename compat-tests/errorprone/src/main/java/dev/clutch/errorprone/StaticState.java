package dev.clutch.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A static field that interpreters would share and that can change. */
@BugPattern(
        summary =
                "Interpreters share static fields: state belongs into the class of the module, whose instances are per interpreter",
        link = Places.PAGES + "StaticState.md",
        linkType = BugPattern.LinkType.CUSTOM,
        severity = SeverityLevel.ERROR)
public final class StaticState extends BugChecker implements VariableTreeMatcher {
    private static final long serialVersionUID = 1L;

    private static final String DECLARED = Places.SPI + "SharedState";
    private static final Set<String> UNMODIFIABLE =
            Set.of("of", "ofEntries", "copyOf", "emptyList", "emptySet", "emptyMap");

    /** Made by Error Prone. */
    public StaticState() {}

    @Override
    public Description matchVariable(VariableTree tree, VisitorState state) {
        VarSymbol field = ASTHelpers.getSymbol(tree);
        if (field.getKind() != ElementKind.FIELD
                || !field.isStatic()
                || ASTHelpers.hasAnnotation(field, DECLARED, state)) {
            return Description.NO_MATCH;
        }
        if (!field.getModifiers().contains(Modifier.FINAL)) {
            return describe(tree, "it is not final");
        }
        if (field.type.hasTag(TypeTag.ARRAY)) {
            // Whether a private one is written or passed out is for the verifier, which sees every method.
            boolean open = !field.getModifiers().contains(Modifier.PRIVATE) && !isEmptyArray(tree.getInitializer());
            return open ? describe(tree, "everybody can write the elements of its array") : Description.NO_MATCH;
        }
        if (Places.ofAnInterpreter(field.type, state) != null) {
            return Description.NO_MATCH; // StoredInterpreterObject says it better
        }
        boolean mutable =
                KnownTypes.isMutable(field.type, state) && isFilledHere(tree.getInitializer(), field.type, state);
        return mutable
                ? describe(tree, "objects of type " + field.type.tsym.getSimpleName() + " change")
                : Description.NO_MATCH;
    }

    private static boolean isEmptyArray(@Nullable ExpressionTree value) {
        if (!(value instanceof NewArrayTree made)) {
            return false;
        }
        if (made.getInitializers() != null) {
            return made.getInitializers().isEmpty();
        }
        return Integer.valueOf(0)
                .equals(ASTHelpers.constValue(made.getDimensions().getFirst(), Integer.class));
    }

    /** Whether the object is made where one sees that it changes; what another method returns may be a copy that nobody can change. */
    private static boolean isFilledHere(@Nullable ExpressionTree value, Type type, VisitorState state) {
        if (value instanceof NewClassTree) {
            return true;
        }
        if (!(value instanceof MethodInvocationTree call)) {
            return false;
        }
        MethodSymbol method = ASTHelpers.getSymbol(call);
        if (!method.owner.getQualifiedName().toString().startsWith("java.util.")) {
            return false;
        }
        if (!UNMODIFIABLE.contains(method.getSimpleName().toString())) {
            return true;
        }
        for (Type argument : type.getTypeArguments()) {
            if (KnownTypes.isMutable(argument, state)) {
                return true;
            }
        }
        return false;
    }

    private Description describe(VariableTree tree, String why) {
        return buildDescription(tree)
                .setMessage("Interpreters share the static field " + tree.getName() + ", and " + why
                        + "; make it a field of the module's class, or declare it with @SharedState and its lock")
                .build();
    }
}
