package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;
import java.util.ArrayList;
import java.util.List;

/** Calls that no signature allows. What a function with a signature does with arguments that fit is not tried, since it might do it. */
public final class ArgumentErrors extends Rule {
    private static final String CALLS = """
            import inspect
            def __try__():
                tried, wrong = 0, []
                for name, f in list(vars(__subject__).items()):
                    if type(f) is not type(len) or getattr(f, '__module__', None) != __subject__.__name__:
                        continue
                    try:
                        parameters = inspect.signature(f).parameters.values()
                    except ValueError:
                        continue
                    kinds = {p.kind for p in parameters}
                    many = inspect.Parameter.VAR_POSITIONAL in kinds
                    any_name = inspect.Parameter.VAR_KEYWORD in kinds
                    calls = []
                    if not any_name and not many:
                        calls.append(('an unknown keyword', (), {'_no_such_keyword_': 1}))
                    if not many:
                        calls.append(('sixty arguments', (object(),) * 60, {}))
                    elif len(kinds) == 1:
                        calls.append(('an object of another kind', (object(),), {}))
                        calls.append(('no arguments', (), {}))
                    for what, args, kw in calls:
                        tried += 1
                        try:
                            f(*args, **kw)
                            if not many:
                                wrong.append(f'{name} accepts {what}')
                        except SystemError as e:
                            wrong.append(f'{name} with {what} raises SystemError: {e}')
                        except TypeError:
                            pass
                        except Exception as e:
                            if not many:
                                wrong.append(f'{name} with {what} raises {type(e).__name__} instead of TypeError: {e}')
                return tried, wrong
            __tried__, __wrong__ = __try__()
            """;

    /** Makes the rule. */
    public ArgumentErrors() {
        super(
                "argument-errors",
                Kind.REQUIRED,
                26,
                "Arguments that don't fit raise TypeError, never a failure of Java code");
    }

    @Override
    public void check(Bench bench) throws Exception {
        try (Guest guest = bench.isolated()) {
            bench.use(guest);
            bench.must(guest, CALLS, "fails");
            Object wrong = guest.eval("__wrong__");
            List<String> findings = new ArrayList<>();
            for (Object each : guest.in(ts -> ts.toArray(wrong))) {
                findings.add(bench.module() + "." + each);
            }
            if (!findings.isEmpty()) {
                throw new Violation(findings);
            }
            if (!Boolean.TRUE.equals(guest.eval("__tried__ > 0"))) {
                throw new Untested("the module has no functions with a signature");
            }
        }
    }
}
