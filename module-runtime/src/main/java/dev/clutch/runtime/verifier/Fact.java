package dev.clutch.runtime.verifier;

import java.util.Locale;

/** The kinds of findings. Each has a code and a section in {@code docs/isolation-rules.md}. */
public enum Fact {
    /** A static field is written after its class is initialised. */
    STATIC_WRITTEN("CLUTCH-101", "a static field is written after its class is initialised"),
    /** A static field holds an object that changes. */
    STATIC_MUTABLE("CLUTCH-102", "a static field holds an object that changes"),
    /** The elements of a static array are written, or the array gets out. */
    STATIC_ARRAY("CLUTCH-103", "a static array is written or gets out"),
    /** An object that serves all interpreters has a field that changes. */
    SHARED_OBJECT("CLUTCH-104", "an object that all interpreters share changes"),
    /** A dynamic constant is an object that changes. */
    DYNAMIC_CONSTANT("CLUTCH-105", "a dynamic constant is an object that changes"),
    /** {@code @SharedState} is used without its lock. */
    SHARED_STATE("CLUTCH-106", "@SharedState is used without its lock"),
    /** A setting of the whole process is changed. */
    PROCESS_SETTING("CLUTCH-107", "a setting of the whole process is changed"),
    /** Code or fields are reached by name. */
    REFLECTION("CLUTCH-108", "code or fields are reached by name"),
    /** Code that is not in class files runs. */
    NATIVE("CLUTCH-109", "code that is not in class files runs"),
    /** Code cannot be found or read. */
    UNRESOLVED("CLUTCH-110", "code cannot be found or read");

    private final String code;
    private final String title;

    Fact(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Returns the code that messages show, {@code CLUTCH-nnn}. */
    public String code() {
        return code;
    }

    /** Whether classes of its own for each interpreter separate what is shared: true of what static fields hold, false of the JDK's state and of native code. */
    public boolean isSeparable() {
        return this != PROCESS_SETTING && this != NATIVE;
    }

    /** Whether class files show all of it. */
    public boolean isShown() {
        return this != REFLECTION && this != NATIVE && this != UNRESOLVED;
    }

    /** Returns what it is, in a few words. */
    public String title() {
        return title;
    }

    /** Returns the section of the documentation that explains it. */
    public String page() {
        return "docs/isolation-rules.md#" + code.toLowerCase(Locale.ROOT);
    }
}
