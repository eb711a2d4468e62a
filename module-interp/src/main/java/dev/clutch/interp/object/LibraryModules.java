package dev.clutch.interp.object;

/**
 * The modules of the standard library. The build generates the one subclass, beside them: a name that isn't there is told without a look into the jar, and code is had without reflection.
 * A stem is the path of a source below {@code Lib} without its suffix.
 */
public abstract class LibraryModules {
    /** The name of the generated class. */
    public static final String CLASS_NAME = LibraryRoot.MODULE_NAME + ".$Modules";

    /** For the generated subclass. */
    protected LibraryModules() {}

    /** Returns the fingerprint of the engine that compiled the library: compiled code that was kept fits this engine only. */
    public abstract long engine();

    /** Returns the number of a stem, or -1. */
    public abstract int find(String stem);

    /** Returns the code of a module by its number. */
    public abstract PyCode code(int number);
}
