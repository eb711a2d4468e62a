package dev.clutch.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.InstanceOfTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.InstanceOfTree;
import com.sun.tools.javac.code.Type;

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
        // A class that knows of the other form has String for its fast path.
        boolean knows = Places.mentions(state, "CodePoints") || Places.mentions(state, "Str");
        return string && any && !knows && Places.isExtension(state) ? describeMatch(tree) : Description.NO_MATCH;
    }
}
