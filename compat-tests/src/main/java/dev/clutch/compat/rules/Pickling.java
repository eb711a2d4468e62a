package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import java.util.ArrayList;
import java.util.List;

/** Types are pickled by name; instances as a copy of the same type, in another interpreter too, or not at all with a TypeError. */
public final class Pickling extends Rule {
    private static final String DUMP = """
            import pickle
            def __dump__(g):
                types, objects, wrong = [], [], []
                for name, value in vars(__subject__).items():
                    if isinstance(value, type) and value.__module__ == __subject__.__name__:
                        types.append(name)
                        try:
                            if pickle.loads(pickle.dumps(value)) is not value:
                                wrong.append(f'{name} comes back as another type')
                        except Exception as e:
                            wrong.append(f'{name} cannot be pickled by its name: {type(e).__name__}: {e}')
                own = {vars(__subject__)[n] for n in types}
                for name, value in list(g.items()):  # a warning adds its registry
                    if type(value) in own and not name.startswith('__'):
                        try:
                            data = pickle.dumps(value)
                        except TypeError:
                            continue
                        except Exception as e:
                            wrong.append(f'an instance of {type(value).__name__} fails to be pickled with {type(e).__name__} instead of TypeError: {e}')
                            continue
                        try:
                            if type(pickle.loads(data)) is not type(value):
                                wrong.append(f'an instance of {type(value).__name__} comes back as {type(pickle.loads(data)).__name__}')
                            else:
                                objects.append((type(value).__name__, data))
                        except Exception as e:
                            wrong.append(f'the pickle of a {type(value).__name__} cannot be read: {type(e).__name__}: {e}')
                return types, objects, wrong
            __types__, __objects__, __wrong__ = __dump__(globals())
            """;

    /** Makes the rule. */
    public Pickling() {
        super(
                "pickling",
                Kind.OPTIONAL,
                27,
                "Types are pickled by name, and instances as their type or with a TypeError");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated();
                Guest other = bench.isolated()) {
            bench.use(guest);
            bench.must(guest, DUMP, "cannot be looked into");
            List<String> findings = new ArrayList<>();
            Object wrong = guest.eval("__wrong__");
            for (Object each : guest.in(ts -> ts.toArray(wrong))) {
                findings.add(bench.module() + "." + each);
            }
            bench.load(other);
            Object objects = guest.eval("[x for pair in __objects__ for x in pair]");
            Object[] pairs = guest.in(ts -> ts.toArray(objects));
            for (int i = 0; i < pairs.length; i += 2) {
                other.set("__data__", pairs[i + 1]);
                if (!Boolean.TRUE.equals(other.eval(
                        "type(__import__('pickle').loads(__data__)) is vars(__subject__)['" + pairs[i] + "']"))) {
                    findings.add("the pickle of a " + bench.module() + "." + pairs[i]
                            + " is read in another interpreter as an object of another type");
                }
            }
            if (!findings.isEmpty()) {
                throw new Violation(findings);
            }
            if (!Boolean.TRUE.equals(guest.eval("bool(__types__)"))) {
                throw new Untested("the module has no types");
            }
        }
    }
}
