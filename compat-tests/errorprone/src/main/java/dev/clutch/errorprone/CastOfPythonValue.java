package dev.clutch.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.TypeCastTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import java.util.Map;

/** A cast of what came out of Python, which may be of another class than the author has seen so far. */
@BugPattern(
        summary =
                "A value of Python may be of another class: convert it through the thread state, or let the parameter's type do it",
        link = Places.PAGES + "CastOfPythonValue.md",
        linkType = BugPattern.LinkType.CUSTOM,
        severity = SeverityLevel.WARNING)
public final class CastOfPythonValue extends BugChecker implements TypeCastTreeMatcher {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> WHY = Map.ofEntries(
            Map.entry("java.lang.Integer", "no value of Python is an Integer: an int is a Long or a BigInteger"),
            Map.entry("java.lang.Short", "no value of Python is a Short: an int is a Long or a BigInteger"),
            Map.entry("java.lang.Byte", "no value of Python is a Byte: an int is a Long or a BigInteger"),
            Map.entry(
                    "java.lang.Character",
                    "no value of Python is a Character: a str of one character is a String or a CodePoints"),
            Map.entry(
                    "java.lang.Float",
                    "no value of Python is a Float: a float is a Double or an instance of a subclass"),
            Map.entry("java.lang.Long", "an int may be a BigInteger, or an instance of a subclass"),
            Map.entry("java.math.BigInteger", "an int is a Long when it fits, and may be an instance of a subclass"),
            Map.entry("java.lang.Double", "a float may be an instance of a subclass"),
            Map.entry("java.lang.Boolean", "what is true or false in Python need not be a bool: ask ts.isTrue"),
            Map.entry("java.lang.String", "a str may be a CodePoints, or an instance of a subclass"),
            Map.entry("java.util.List", "no value of Python is a Java collection"),
            Map.entry("java.util.Map", "no value of Python is a Java collection"),
            Map.entry("java.util.Set", "no value of Python is a Java collection"));

    /** Made by Error Prone. */
    public CastOfPythonValue() {}

    @Override
    public Description matchTypeCast(TypeCastTree tree, VisitorState state) {
        Type target = ASTHelpers.getType(tree.getType());
        if (target == null || !isFromPython(tree.getExpression(), state) || !Places.isExtension(state)) {
            return Description.NO_MATCH;
        }
        Type boxed = state.getTypes().boxedTypeOrType(state.getTypes().erasure(target));
        String why = WHY.get(boxed.tsym.getQualifiedName().toString());
        return why == null
                ? Description.NO_MATCH
                : buildDescription(tree)
                        .setMessage("A value of Python is cast, but " + why)
                        .build();
    }

    /** Whether an expression is what a call of the interface gives as any object. */
    private static boolean isFromPython(ExpressionTree expression, VisitorState state) {
        if (!(ASTHelpers.stripParentheses(expression) instanceof MethodInvocationTree call)) {
            return false;
        }
        MethodSymbol method = ASTHelpers.getSymbol(call);
        return ASTHelpers.isSameType(method.getReturnType(), state.getSymtab().objectType, state)
                && method.owner.getQualifiedName().toString().startsWith(Places.SPI);
    }
}
