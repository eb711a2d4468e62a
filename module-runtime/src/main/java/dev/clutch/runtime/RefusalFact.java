package dev.clutch.runtime;

import java.util.List;

/**
 * The fact that decided about an extension, as its class files show it.
 *
 * @param code the kind of fact, {@code CLUTCH-1nn}
 * @param owner the class it is about
 * @param member the field or method of that class, empty where the class itself is meant
 * @param why what can change and why
 * @param method the method that shows it, empty when nothing does
 * @param offset the offset of the instruction in it, -1 without one
 * @param act what that instruction does, following the method's name; empty when there is none
 * @param path how that method is reached from an entry point
 * @param page the section of the documentation
 */
public record RefusalFact(
        String code,
        String owner,
        String member,
        String why,
        String method,
        int offset,
        String act,
        List<String> path,
        String page) {
    /** Makes a fact. */
    public RefusalFact {
        path = List.copyOf(path);
    }

    /** Returns the class and the member, as in {@code a.b.C.FIELD}. */
    public String where() {
        return member.isEmpty() ? owner : owner + "." + member;
    }
}
