package dev.clutch.runtime.verifier;

/** What reading the class files of an extension says about its declaration to be isolated. */
public enum Verdict {
    /** All reachable code is read, and nothing static in it can change. */
    VERIFIED,
    /** Nothing contradicts, but not everything is proved: what, the findings say. */
    DECLARED,
    /** Something shared changes, and the code that changes it is known. */
    CONTRADICTED
}
