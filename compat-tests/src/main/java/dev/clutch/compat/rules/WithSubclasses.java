package dev.clutch.compat.rules;

import dev.clutch.compat.Bench;
import dev.clutch.compat.Guest;
import dev.clutch.compat.Kind;
import dev.clutch.compat.Rule;
import dev.clutch.compat.Untested;
import dev.clutch.compat.Violation;

/** Runs the sample with the types of the module replaced by classes that Python code derives from them. */
abstract class WithSubclasses extends Rule {
    private static final String REPLACE = """
            import builtins
            def __derive__():
                made, wrong = [], []
                def derive(name, base):
                    def record(cls, *args, **kw):
                        o = base.__new__(cls, *args, **kw)
                        made.append(name)
                        if type(o) is not cls:
                            wrong.append(f'{name}.__new__ of a subclass returned an instance of {type(o).__qualname__}')
                        return o
                    return type(base)(name, (base,), {'__module__': base.__module__, '__qualname__': base.__qualname__, '__new__': record})
                for name, value in list(vars(__subject__).items()):
                    if isinstance(value, type) and value.__module__ == __subject__.__name__ and not issubclass(value, BaseException):
                        try:
                            setattr(__subject__, name, derive(name, value))
                        except TypeError:
                            pass
                return made, wrong
            __made__, __wrong__ = __derive__()
            """;

    WithSubclasses(String id, int rank, String title) {
        super(id, Kind.REQUIRED, rank, title);
    }

    /** Makes the subclasses and runs the sample. */
    final void run(Bench bench, Guest guest) throws Untested, Violation, Guest.Raised {
        bench.load(guest);
        guest.run(REPLACE);
        bench.must(
                guest, bench.subject().sample(), "fails where Python classes derived from its types take their place");
        if (!Boolean.TRUE.equals(guest.eval("bool(__made__)"))) {
            throw new Untested("the sample makes no instance of a type that can be subclassed");
        }
    }
}
