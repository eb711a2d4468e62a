package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.runtime.DeclarationReader;
import dev.clutch.runtime.ExtensionDeclaration;

/** Where less is declared, an interpreter with a lock of its own refuses with CPython's sentence, whichever way the module is asked for. */
public final class Refusal extends Rule {
    /** Makes the rule. */
    public Refusal() {
        super(
                "refusal",
                Kind.REQUIRED,
                9,
                "Without the declaration the module is refused, whichever way it is asked for");
    }

    @Override
    public String needs() {
        return "";
    }

    @Override
    public void check(Bench bench) throws Exception {
        String provider = bench.subject().provider();
        if (provider == null) {
            throw new Untested("a module of a bundle: the bundle declares it");
        }
        ExtensionDeclaration declaration = DeclarationReader.read(
                Class.forName(provider, false, bench.subject().loader()));
        if (declaration != null
                && declaration.multipleInterpreters() == MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED) {
            throw new Untested("it is declared");
        }
        String sentence = "module " + bench.module() + " does not support loading in subinterpreters";
        try (Guest guest = bench.isolated()) {
            for (String way : new String[] {
                "import " + bench.module(),
                "import importlib.util as u\ns = u.find_spec(" + bench.quoted()
                        + ")\nm = u.module_from_spec(s)\ns.loader.exec_module(m)",
                "__import__(" + bench.quoted() + ")"
            }) {
                try {
                    guest.run(way);
                    throw new Violation(bench.module() + " declares "
                            + (declaration == null ? "nothing" : declaration.multipleInterpreters())
                            + ", and an interpreter with a lock of its own loads it by:\n" + way);
                } catch (Guest.Raised e) {
                    if (!e.type().equals("ImportError")
                            || !String.valueOf(e.getMessage()).contains(sentence)) {
                        throw new Violation(
                                "refused with another error than ImportError: " + sentence + "\n" + e.getMessage());
                    }
                }
            }
        }
    }
}
