package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFunction;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.op.Text;
import dev.clutch.runtime.Runtime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions cross by value: the code, which all interpreters share, with defaults, closure and the global names that the code mentions and that are bound where the function
 * comes from. What can't cross is found before anything runs, all of it at once.
 *
 * <p>In the other interpreter the globals are those of {@code __main__}. Functions and modules replace what is there; other values are bound only where there is
 * nothing yet, so that what the function keeps in a global stays from call to call.
 */
final class FunctionCrossing {
    private final Crossing crossing;
    private final IdentityHashMap<PyFunction, Data> known = new IdentityHashMap<>();

    FunctionCrossing(Crossing crossing) {
        this.crossing = crossing;
    }

    CrossData take(PyFunction f) {
        Data before = known.get(f);
        if (before != null) {
            return before;
        }
        Data data = new Data(f);
        known.put(f, data);
        List<String> blocked = new ArrayList<>();
        data.defaults = items(f.defaults, "default", blocked);
        PyDict kw = f.kwdefaults;
        if (kw != null) {
            for (int p = kw.next(0); p >= 0; p = kw.next(p + 1)) {
                CrossData d = item("default of " + kw.keyAt(p), kw.valueAt(p), blocked);
                if (d != null && kw.keyAt(p) instanceof String s) {
                    data.keywordDefaults.put(s, d);
                }
            }
        }
        for (int i = 0; i < f.closure.length; i++) {
            Object value = f.closure[i].value;
            data.closure.add(value == null ? null : item("variable " + f.code.freevar(i), value, blocked));
        }
        globals(f, f.code, data, blocked);
        if (!blocked.isEmpty()) {
            throw crossing.refusal(
                    "function " + Text.java(f.qualname) + "() does not support cross-interpreter data: "
                            + String.join("; ", blocked),
                    null);
        }
        return data;
    }

    private CrossData @Nullable [] items(Object @Nullable [] values, String what, List<String> blocked) {
        if (values == null) {
            return null;
        }
        List<CrossData> out = new ArrayList<>();
        for (Object v : values) {
            CrossData d = item(what, v, blocked);
            if (d != null) {
                out.add(d);
            }
        }
        return out.toArray(new CrossData[0]);
    }

    private @Nullable CrossData item(String what, Object value, List<String> blocked) {
        try {
            return crossing.any(value);
        } catch (PythonException e) {
            PyThreadState ts = crossing.thread();
            blocked.add(what + ": " + Text.java(Text.str(ts, e.value())));
            return null;
        }
    }

    private void globals(PyFunction f, PyCode code, Data data, List<String> blocked) {
        for (String name : code.mentioned()) {
            Object value = f.globals.get(name);
            if (value != null && !data.globals.containsKey(name) && !name.equals("__builtins__")) {
                CrossData d = item("global " + name, value, blocked);
                if (d != null) {
                    data.globals.put(name, d);
                    if (value instanceof PyFunction || value instanceof PyModule) {
                        data.code.add(name);
                    }
                }
            }
        }
        PyTuple constants = code.constants();
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i) instanceof PyCode nested) {
                globals(f, nested, data, blocked);
            }
        }
    }

    /** A function taken apart. */
    private static final class Data extends CrossData {
        private final PyCode codeObject;
        private final Object name;
        private final Object qualname;
        private CrossData @Nullable [] defaults;
        private final Map<String, CrossData> keywordDefaults = new LinkedHashMap<>();
        private final List<@Nullable CrossData> closure = new ArrayList<>();
        private final Map<String, CrossData> globals = new LinkedHashMap<>();
        /** The globals that are functions or modules. */
        private final Set<String> code = new HashSet<>();

        /** The function being made, for one that names itself; only the thread that rebuilds uses it. */
        private @Nullable PyFunction made;

        /** For one that names itself. */
        private boolean disposed;

        Data(PyFunction f) {
            codeObject = f.code;
            name = f.name;
            qualname = f.qualname;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            PyFunction before = made;
            if (before != null) {
                return before;
            }
            PyDict main = ((PyModule) ts.importModule("__main__")).dict;
            PyCell[] cells = new PyCell[closure.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new PyCell(null);
            }
            PyFunction f = new PyFunction(ts, codeObject, main, ts.interp.builtins(), cells);
            made = f;
            try {
                fill(ts, f, main);
            } finally {
                made = null;
            }
            return f;
        }

        @Override
        public void dispose(Runtime runtime) {
            if (disposed) {
                return;
            }
            disposed = true;
            CrossData[] given = defaults;
            if (given != null) {
                for (CrossData d : given) {
                    d.dispose(runtime);
                }
            }
            for (CrossData d : keywordDefaults.values()) {
                d.dispose(runtime);
            }
            for (CrossData d : closure) {
                if (d != null) {
                    d.dispose(runtime);
                }
            }
            for (CrossData d : globals.values()) {
                d.dispose(runtime);
            }
        }

        private void fill(PyThreadState ts, PyFunction f, PyDict main) {
            f.name = name;
            f.qualname = qualname;
            f.module = Str.of("__main__");
            CrossData[] given = defaults;
            if (given != null) {
                Object[] values = new Object[given.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = given[i].rebuild(ts);
                }
                f.defaults = values;
            }
            if (!keywordDefaults.isEmpty()) {
                PyDict kw = new PyDict();
                for (Map.Entry<String, CrossData> e : keywordDefaults.entrySet()) {
                    kw.put(e.getKey(), e.getValue().rebuild(ts));
                }
                f.kwdefaults = kw;
            }
            for (int i = 0; i < closure.size(); i++) {
                CrossData d = closure.get(i);
                f.closure[i].value = d == null ? null : d.rebuild(ts);
            }
            for (Map.Entry<String, CrossData> e : globals.entrySet()) {
                String global = e.getKey();
                if (code.contains(global) || main.get(global) == null) {
                    main.put(global, e.getValue().rebuild(ts));
                }
            }
        }
    }
}
