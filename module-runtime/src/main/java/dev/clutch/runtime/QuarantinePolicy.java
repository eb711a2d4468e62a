package dev.clutch.runtime;

/**
 * Which extensions get classes of their own in each interpreter that checks extensions: what their static fields hold exists once per interpreter then, and goes with it. Modules that came with Clutch are
 * isolated and never need it.
 */
public enum QuarantinePolicy {
    /** None: what is not isolated is refused. */
    NEVER,
    /** Those that would be refused because they are not isolated. */
    WHEN_REFUSED,
    /** All, for the sake of plug-ins whose classes are to be unloaded when their interpreter closes. */
    ALWAYS
}
