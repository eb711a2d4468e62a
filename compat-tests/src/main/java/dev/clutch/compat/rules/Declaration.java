package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Violation;
import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.runtime.DeclarationReader;
import dev.clutch.runtime.ExtensionDeclaration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the class file declares, and whether the definition says the same. */
public final class Declaration extends Rule {
    /** Makes the rule. */
    public Declaration() {
        super(
                "declaration",
                Kind.REQUIRED,
                10,
                "The provider declares PER_INTERPRETER_GIL_SUPPORTED, in its class file and in its definition");
    }

    @Override
    public String needs() {
        return "";
    }

    @Override
    public void check(Bench bench) throws Exception {
        String provider = bench.subject().provider();
        List<String> findings = new ArrayList<>();
        if (provider != null) {
            Class<?> type = Class.forName(provider, false, bench.subject().loader());
            ExtensionDeclaration declaration = DeclarationReader.read(type);
            if (declaration == null) {
                throw new Violation(provider + " has no @ExtensionModule annotation");
            }
            declared(findings, provider + " declares ", declaration.multipleInterpreters());
            if (type.getDeclaredConstructor().newInstance() instanceof ExtensionProvider made) {
                ModuleDefinition definition = made.definition();
                declared(findings, "the definition of " + provider + " declares ", definition.multipleInterpreters());
                if (!definition.name().equals(declaration.module())) {
                    findings.add(provider + " declares the module " + declaration.module() + ", and its definition "
                            + definition.name());
                }
            } else {
                findings.add(provider + " is no ExtensionProvider");
            }
        }
        if (!findings.isEmpty()) {
            throw new Violation(findings);
        }
    }

    private static void declared(List<String> findings, String who, @Nullable MultipleInterpreters value) {
        if (value != MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED) {
            findings.add(
                    who + (value == null ? "nothing" : value) + ": interpreters with a lock of their own refuse it");
        }
    }
}
