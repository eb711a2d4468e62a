package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.QuarantinePolicy;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every way to an extension leads through the gate: each is tried in every kind of interpreter. */
class WaysInTest extends OfferedExtensions {
    /** Programs that end with a module in {@code m}. */
    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("first import", "import counting as m");
        WAYS.put("second import", """
                try:
                    import counting
                except ImportError:
                    pass
                sys.modules.pop('counting', None)
                import counting as m
                """);
        WAYS.put("import_module", "m = importlib.import_module('counting')");
        WAYS.put("__import__", "m = __import__('counting')");
        WAYS.put("module_from_spec", "m = util.module_from_spec(util.find_spec('counting'))");
        WAYS.put("module_from_spec and exec_module", """
                s = util.find_spec('counting')
                m = util.module_from_spec(s)
                s.loader.exec_module(m)
                """);
        WAYS.put("the loader itself", "s = util.find_spec('counting'); m = s.loader.create_module(s)");
        WAYS.put(
                "aliased",
                "m = util.module_from_spec(machinery.ModuleSpec("
                        + "'other', machinery.ExtensionFileLoader('other', PROVIDER), origin=PROVIDER))");
        WAYS.put("create_dynamic", "m = _imp.create_dynamic(util.find_spec('counting'))");
        WAYS.put("create_dynamic of an alias", """
                class Spec:
                    name, origin = 'other', PROVIDER
                m = _imp.create_dynamic(Spec)
                """);
        WAYS.put("lazily from another extension", "import lazy; m = lazy.borrow('counting')");
        WAYS.put("util.LazyLoader", """
                s = util.find_spec('counting')
                m = util.LazyLoader(s.loader).create_module(s)
                """);
        WAYS.put("submodule", """
                package = types.ModuleType('wrapped')
                package.__path__ = []
                sys.modules['wrapped'] = package
                import wrapped.counting as m
                """);
        WAYS.put("submodule, again", """
                try:
                    import wrapped.counting
                except ImportError:
                    pass
                sys.modules.pop('wrapped.counting', None)
                from wrapped import counting as m
                """);
        WAYS.put("reloaded after it was forgotten", """
                sys.modules.pop('counting', None)
                m = types.ModuleType('counting')
                m.__spec__ = util.find_spec('counting')
                sys.modules['counting'] = m
                try:
                    importlib.reload(m)
                    del sys.modules['counting']
                    import counting as m
                finally:
                    sys.modules.pop('counting', None)
                """);
    }

    private static final String TRY = """
            import sys, types, importlib, importlib.util as util, importlib.machinery as machinery, _imp
            PROVIDER = 'offered.CountingProvider'
            for name in ('counting', 'wrapped', 'wrapped.counting'):
                sys.modules.pop(name, None)
            result = []
            for way in WAYS:
                try:
                    exec(way)
                    result.append('in' if m.next() > 0 else 'empty')
                except ImportError as e:
                    result.append(getattr(e, 'code', None) or str(e))
            """;

    /** Tries all ways one after the other. */
    private static List<String> outcomes(RuntimeInterpreter interpreter) {
        StringBuilder list = new StringBuilder("WAYS = [");
        for (String program : WAYS.values()) {
            list.append("'''").append(program.replace("\\", "\\\\")).append("''', ");
        }
        Object result = run(interpreter, list + "]\n" + TRY);
        return in(interpreter, ts -> {
            List<String> outcomes = new ArrayList<>();
            for (Object each : ts.toArray(result)) {
                outcomes.add(each.toString());
            }
            return outcomes;
        });
    }

    private static List<String> all(String outcome, String ofSubmodule) {
        List<String> expected = new ArrayList<>();
        for (String way : WAYS.keySet()) {
            expected.add(way.startsWith("submodule") ? ofSubmodule : outcome);
        }
        return expected;
    }

    @Test
    void everyWayAsksTheGate() {
        InterpreterConfig checked = InterpreterConfig.legacy().toBuilder()
                .checkMultiInterpExtensions(true)
                .build();
        InterpreterConfig quarantine = InterpreterConfig.builder()
                .quarantine(QuarantinePolicy.WHEN_REFUSED)
                .build();
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter isolated = runtime.newInterpreter();
                RuntimeInterpreter legacy = runtime.newInterpreter(InterpreterConfig.legacy());
                RuntimeInterpreter checking = runtime.newInterpreter(checked);
                RuntimeInterpreter apart = runtime.newInterpreter(quarantine)) {
            assertThat(outcomes(isolated)).isEqualTo(all("CLUTCH-004", "CLUTCH-002"));
            // main never refuses, and what it has loaded helps nobody else
            assertThat(outcomes(runtime.main())).isEqualTo(all("in", "in"));
            assertThat(outcomes(isolated)).isEqualTo(all("CLUTCH-004", "CLUTCH-002"));
            // others with its lock do as their configuration says: one that declares nothing is good for them
            assertThat(outcomes(legacy)).isEqualTo(all("in", "in"));
            assertThat(outcomes(checking)).isEqualTo(all("CLUTCH-004", "CLUTCH-004"));
            assertThat(outcomes(apart)).isEqualTo(all("in", "in"));
        }
    }

    /** {@code _imp._override_multi_interp_extensions_check} decides for all ways, in its interpreter only; what was let in stays. */
    @Test
    void theOverrideCountsForEveryWay() {
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter isolated = runtime.newInterpreter();
                RuntimeInterpreter legacy = runtime.newInterpreter(InterpreterConfig.legacy())) {
            assertThat(override(isolated, -1)).isEqualTo(0L);
            assertThat(outcomes(isolated)).isEqualTo(all("in", "in"));
            String reload = "import sys, importlib, counting; before = counting.next();"
                    + "same = importlib.reload(counting); result = same is counting and same.next() - before";
            assertThat(run(isolated, reload)).isEqualTo(1L);
            assertThat(override(isolated, 0)).isEqualTo(-1L);
            assertThat(run(isolated, reload)).isEqualTo(1L);
            assertThat(outcomes(isolated)).isEqualTo(all("CLUTCH-004", "CLUTCH-002"));
            assertThat(override(legacy, 1)).isEqualTo(0L);
            assertThat(outcomes(legacy)).isEqualTo(all("CLUTCH-004", "CLUTCH-004"));
            assertThat(run(runtime.main(), """
                    import _imp
                    try:
                        _imp._override_multi_interp_extensions_check(1)
                    except RuntimeError as e:
                        result = str(e)
                    """))
                    .isEqualTo("_imp._override_multi_interp_extensions_check() cannot be used in the main interpreter");
        }
    }

    private static Object override(RuntimeInterpreter interpreter, int value) {
        return run(interpreter, "import _imp; result = _imp._override_multi_interp_extensions_check(" + value + ")");
    }
}
