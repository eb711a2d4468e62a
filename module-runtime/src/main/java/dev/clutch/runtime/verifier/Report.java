package dev.clutch.runtime.verifier;

import java.util.List;
import java.util.Map;

/**
 * What a verification found. Immutable; equal input gives an equal report.
 *
 * @param verdict the result
 * @param findings what contradicts first, then what isn't proved
 * @param sharedState the fields marked {@code @SharedState} whose lock was found around every use, with the reason they give
 * @param hashes the SHA-256 of each class file that the verdict is about, by class
 * @param hash one SHA-256 of all of them
 * @param bytes how large these class files are together
 */
public record Report(
        Verdict verdict,
        List<Finding> findings,
        Map<String, String> sharedState,
        Map<String, String> hashes,
        String hash,
        long bytes) {
    /** Makes a report. */
    public Report {
        findings = List.copyOf(findings);
        sharedState = Map.copyOf(sharedState);
        hashes = Map.copyOf(hashes);
    }
}
