package dev.clutch.runtime.verifier;

import java.util.List;

/**
 * One thing that keeps code from being isolated, or from being known to be.
 *
 * @param fact what kind
 * @param contradicts whether it is certain: a witness is named
 * @param owner the class, as in {@code a.b.C}
 * @param member the field, or what is called; empty where the class itself is meant
 * @param why what can change and why, as a sentence
 * @param method the method that shows it, as in {@code a.b.C.m}; empty when nothing does
 * @param offset the offset of the instruction in that method, -1 without one
 * @param act what that instruction does, following the method's name; empty when there is none
 * @param path how the method is reached: from an entry point on, by calls and the initialisation of classes
 */
public record Finding(
        Fact fact,
        boolean contradicts,
        String owner,
        String member,
        String why,
        String method,
        int offset,
        String act,
        List<String> path) {
    /** Makes a finding. */
    public Finding {
        path = List.copyOf(path);
    }

    /** Returns the whole as one line. */
    @Override
    public String toString() {
        String line = fact.code() + " " + owner + (member.isEmpty() ? "" : "." + member) + ": " + why;
        if (!method.isEmpty()) {
            line += "; " + method + (offset < 0 ? " " : " (offset " + offset + ") ") + act;
        }
        return line;
    }
}
