package dev.clutch.compat;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.runtime.verifier.ClassSource;
import dev.clutch.runtime.verifier.Sha256;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Grades the extensions of a jar from the command line, for people who have no sources: {@code JAR [--sample FILE] [--exclusions FILE] [--json FILE] [--html FILE]}. */
public final class Main {
    private static final String USAGE =
            "usage: clutch.compat JAR [--sample FILE] [--exclusions FILE] [--json FILE] [--html FILE]";

    private Main() {}

    /** Prints the card; the status is 0 when everything required is kept, 1 when not, 2 when the call is wrong. */
    @SuppressWarnings("SystemOut") // it is a command
    public static void main(String[] arguments) throws IOException {
        Path jar = null;
        Path sample = null;
        Path exclusions = null;
        Path json = null;
        Path html = null;
        for (int i = 0; i < arguments.length; i++) {
            boolean option = arguments[i].startsWith("--");
            if (option && i + 1 == arguments.length || !option && jar != null) {
                System.err.println(USAGE);
                System.exit(2);
            }
            switch (arguments[i]) {
                case "--sample" -> sample = Path.of(arguments[++i]);
                case "--exclusions" -> exclusions = Path.of(arguments[++i]);
                case "--json" -> json = Path.of(arguments[++i]);
                case "--html" -> html = Path.of(arguments[++i]);
                default -> jar = Path.of(arguments[i]);
            }
        }
        if (jar == null || !Files.isRegularFile(jar)) {
            System.err.println(jar == null ? USAGE : "clutch.compat: there is no jar " + jar);
            System.exit(2);
            return;
        }
        String taken;
        try {
            taken = taken(jar);
        } catch (FindException e) {
            System.err.println("clutch.compat: " + jar + " is no jar that can be read");
            System.exit(2);
            return;
        }
        if (taken != null) {
            System.err.println("clutch.compat: this Clutch has " + taken + " already, so that of " + jar
                    + " would not be looked at: take it off the module path");
            System.exit(2);
            return;
        }
        Card card = grade(
                jar,
                sample == null ? null : Files.readString(sample),
                Exclusions.parse(String.valueOf(exclusions), exclusions == null ? "" : Files.readString(exclusions)));
        System.out.print(card.text());
        if (json != null) {
            Files.writeString(json, card.json(), StandardCharsets.UTF_8);
        }
        if (html != null) {
            Files.writeString(html, card.html(), StandardCharsets.UTF_8);
        }
        System.out.flush();
        // an extension may have left threads that are no daemons
        System.exit(card.isPassed() ? 0 : 1);
    }

    /** Grades the extensions of a jar. */
    static Card grade(Path jar, @Nullable String sample, Exclusions exclusions) throws IOException {
        long seed = Subject.defaultSeed();
        List<Card.Graded> graded = new ArrayList<>();
        URL[] place = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, Main.class.getClassLoader());
                Kit kit = Kit.open(loader, exclusions)) {
            for (String provider : providers(loader)) {
                String module = Providers.declaration(loader, provider).module();
                Subject subject = new Subject(
                        module,
                        provider,
                        loader,
                        ClassSource.of(List.of(ClassSource.of(jar), ClassSource.near(Main.class))),
                        sample == null ? "import " + module : sample,
                        seed,
                        Subject.defaultPatience());
                graded.add(new Card.Graded(module, provider, kit.run(subject)));
            }
        }
        return new Card(String.valueOf(jar.getFileName()), Sha256.of(jar), Kit.version(), seed, graded);
    }

    /** A provider of the jar that this JVM finds elsewhere, too, and there first; null when there is none. */
    private static @Nullable String taken(Path jar) {
        for (ModuleReference module : ModuleFinder.of(jar).findAll()) {
            for (ModuleDescriptor.Provides offer : module.descriptor().provides()) {
                for (String provider : offer.providers()) {
                    String resource = provider.replace('.', '/') + ".class";
                    if (offer.service().equals(ExtensionProvider.class.getName())
                            && Main.class.getClassLoader().getResource(resource) != null) {
                        return provider;
                    }
                }
            }
        }
        return null;
    }

    /** The providers that come from the jar itself; none is initialised. */
    private static List<String> providers(ClassLoader loader) {
        List<String> found = new ArrayList<>();
        for (ServiceLoader.Provider<ExtensionProvider> provider :
                ServiceLoader.load(ExtensionProvider.class, loader).stream().toList()) {
            if (provider.type().getClassLoader() == loader) {
                found.add(provider.type().getName());
            }
        }
        return found;
    }
}
