package dev.clutch.errorprone;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.bugpatterns.BugChecker.VariableTreeMatcher;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.VariableTree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import javax.lang.model.element.ElementKind;

/** A field that keeps what belongs to one interpreter or to one call. */
@BugPattern(
        summary =
                "A thread state is good for one call, and what belongs to an interpreter must not be kept where another can reach it",
        link = Places.PAGES + "StoredInterpreterObject.md",
        linkType = BugPattern.LinkType.CUSTOM,
        severity = SeverityLevel.ERROR)
public final class StoredInterpreterObject extends BugChecker implements VariableTreeMatcher {
    private static final long serialVersionUID = 1L;

    /** Made by Error Prone. */
    public StoredInterpreterObject() {}

    @Override
    public Description matchVariable(VariableTree tree, VisitorState state) {
        VarSymbol field = ASTHelpers.getSymbol(tree);
        if (field.getKind() != ElementKind.FIELD || !Places.isExtension(state)) {
            return Description.NO_MATCH;
        }
        String owned = Places.ofAnInterpreter(field.type, state);
        if (field.isStatic() && owned != null) {
            return buildDescription(tree)
                    .setMessage("The static field " + field.name + " keeps a " + owned
                            + " of one interpreter where all interpreters reach it")
                    .build();
        }
        if (Places.isSubtype(field.type, "ThreadState", state) && Places.isPythonState(field.enclClass(), state)) {
            return buildDescription(tree)
                    .setMessage(
                            "The field " + field.name
                                    + " keeps a thread state beyond the call that it was given to: take it as the first parameter of each method instead")
                    .build();
        }
        return Description.NO_MATCH;
    }
}
