package dev.clutch.errorprone;

import com.google.common.collect.Iterables;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.InstanceOfTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/** A test for {@code str} that forgets those which are no {@code java.lang.String}. */
@BugPattern(
        summary = "A Python str is a String or a CodePoints: ask Str.isStr, or take a String parameter",
        link = Places.PAGES + "InstanceofString.md",
        linkType = BugPattern.LinkType.CUSTOM,
        severity = SeverityLevel.WARNING)
public final class InstanceofString extends BugChecker implements InstanceOfTreeMatcher {
    private static final long serialVersionUID = 1L;

    /** Made by Error Prone. */
    public InstanceofString() {}

    @Override
    public Description matchInstanceOf(InstanceOfTree tree, VisitorState state) {
        Type tested = ASTHelpers.getType(tree.getType() != null ? tree.getType() : tree.getPattern());
        Type value = ASTHelpers.getType(tree.getExpression());
        boolean string = ASTHelpers.isSameType(tested, state.getSymtab().stringType, state);
        boolean any = ASTHelpers.isSameType(value, state.getSymtab().objectType, state);
        boolean wrong = string && any && isRefusal(state) && !knowsOtherForms(state) && Places.isExtension(state);
        return wrong ? describeMatch(tree) : Description.NO_MATCH;
    }

    /** Whether what is no String is taken for no str: refused, or answered by a constant. Otherwise String is the fast path of two. */
    private static boolean isRefusal(VisitorState state) {
        TreePath path = state.getPath();
        Tree inner = path.getLeaf();
        path = path.getParentPath();
        while (path.getLeaf() instanceof ParenthesizedTree) {
            inner = path.getLeaf();
            path = path.getParentPath();
        }
        return switch (path.getLeaf()) {
            case UnaryTree not -> not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
            case ReturnTree _ -> true;
            case LambdaExpressionTree _ -> true;
            case ConditionalExpressionTree choice ->
                choice.getCondition() == inner && choice.getFalseExpression() instanceof LiteralTree;
            case IfTree choice ->
                choice.getCondition() == inner
                        && choice.getElseStatement() != null
                        && lastOf(choice.getElseStatement()) instanceof ThrowTree;
            default -> false;
        };
    }

    private static @Nullable Tree lastOf(StatementTree statement) {
        return statement instanceof BlockTree block ? Iterables.getLast(block.getStatements(), null) : statement;
    }

    private static boolean knowsOtherForms(VisitorState state) {
        return Places.mentions(state, "CodePoints") || Places.mentions(state, "Str") || Places.mentions(state, "isStr");
    }
}
