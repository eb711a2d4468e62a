package dev.clutch.compat;

import dev.clutch.runtime.verifier.ClassSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The extension to be tested, and how.
 *
 * @param module the name that {@code import} uses
 * @param provider the class that provides it; null for a module of a bundle
 * @param loader the class loader that finds it
 * @param source its class files; null to look for them by the loader
 * @param sample a Python program that uses the module; may define {@code endless()}, {@code blocking()} and {@code callback(f)}
 * @param seed chooses what the stochastic rules try
 * @param patience how long anything may take before it counts as hanging
 */
public record Subject(
        String module,
        @Nullable String provider,
        ClassLoader loader,
        @Nullable ClassSource source,
        String sample,
        long seed,
        Duration patience) {
    /** Returns what a test uses unless it says otherwise. */
    public static Duration defaultPatience() {
        return Duration.ofMillis(Long.getLong("clutch.compat.patience", 20_000));
    }

    /** Returns the seed of the property {@code clutch.compat.seed}, or one of the clock. */
    public static long defaultSeed() {
        return Long.getLong("clutch.compat.seed", System.nanoTime() & 0xFFFF_FFFFL);
    }
}
