package dev.clutch.runtime.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads class files and says whether interpreters that run them side by side share anything that changes. It loads none of the classes it reads, and keeps nothing between two calls.
 *
 * <p>What it can prove and what it can't stands in {@code docs/verifier.md}.
 */
public final class Verifier {
    private static final String PROVIDER = "dev.clutch.extension.spi.ExtensionProvider";
    private static final String BUNDLE = "dev.clutch.extension.spi.ExtensionBundle";

    private Verifier() {}

    /**
     * Verifies the extensions of a jar, folder or module: the code that its providers reach. Where it declares no provider it is taken as a library, whose public members can all be called.
     */
    public static Report verify(ClassSource source) {
        List<String> providers = new ArrayList<>(Services.providers(source, PROVIDER));
        providers.addAll(Services.providers(source, BUNDLE));
        try (World world = new World(source, false)) {
            Reach reach = new Reach(world);
            for (String provider : providers) {
                reach.enterProvider(provider);
            }
            if (providers.isEmpty()) {
                for (ClassInfo type : listed(world, source)) {
                    reach.enterLibrary(type);
                }
            }
            return report(world, reach, "");
        }
    }

    /**
     * Verifies the code that one provider reaches.
     *
     * @param provider the binary name of its class
     */
    public static Report verify(ClassSource source, String provider) {
        try (World world = new World(source, false)) {
            Reach reach = new Reach(world);
            reach.enterProvider(provider.replace('.', '/'));
            return report(world, reach, "");
        }
    }

    /**
     * Verifies every class of a source, whoever calls it, and the house's own classes as any other: for modules of the house.
     *
     * @param rules more lines for the table of rules, each with its reason
     */
    public static Report verifyAll(ClassSource source, String rules) {
        try (World world = new World(source, true)) {
            Reach reach = new Reach(world);
            for (ClassInfo type : listed(world, source)) {
                reach.enterAll(type);
            }
            return report(world, reach, rules);
        }
    }

    private static List<ClassInfo> listed(World world, ClassSource source) {
        List<ClassInfo> found = new ArrayList<>();
        for (String resource : source.resources()) {
            if (resource.endsWith(".class")
                    && !resource.endsWith("module-info.class")
                    && !resource.endsWith("package-info.class")
                    && !resource.startsWith("META-INF/")) {
                ClassInfo type = world.find(resource.substring(0, resource.length() - 6));
                if (type != null && !type.boundary) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static Report report(World world, Reach reach, String rules) {
        Checks checks = new Checks(new Flow(world, reach, new Rules(world, rules)));
        checks.run();
        List<Finding> findings = checks.findings();
        Verdict verdict = findings.isEmpty() ? Verdict.VERIFIED : Verdict.DECLARED;
        for (Finding finding : findings) {
            if (finding.contradicts()) {
                verdict = Verdict.CONTRADICTED;
            }
        }
        Map<String, String> hashes = world.hashes();
        return new Report(verdict, findings, checks.sharedState(), hashes, World.hash(hashes), world.bytesRead);
    }
}
