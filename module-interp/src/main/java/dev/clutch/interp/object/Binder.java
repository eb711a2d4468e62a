package dev.clutch.interp.object;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the arguments of a call to the parameters of a Python function. Answers to {@code initialize_locals}. */
public final class Binder {
    private Binder() {}

    /** The default of positional parameter {@code index} in a call with {@code given} positional arguments; called from generated code. */
    public static Object missing(PyThreadState ts, PyFunction f, int index, int given) {
        Object value = defaultOf(f, index);
        if (value == null) {
            Object[] locals = new Object[f.code.parameterCount()];
            for (int i = 0; i < given; i++) {
                locals[i] = "";
            }
            throw missingPositional(ts, f, locals);
        }
        return value;
    }

    /** The default of the parameter with index {@code index}, positional or keyword-only, or null. */
    static @Nullable Object defaultOf(PyFunction f, int index) {
        PyCode code = f.code;
        if (index >= code.argcount) {
            return f.kwdefaults == null ? null : f.kwdefaults.get(code.varnames[index]);
        }
        Object[] defaults = f.defaults;
        int first = code.argcount - (defaults == null ? 0 : defaults.length);
        return defaults == null || index < first ? null : defaults[index - first];
    }

    /** What {@code *args} gets of {@code positional} positional arguments. */
    static PyTuple rest(PyCode code, Object[] args, int positional) {
        return new PyTuple(
                positional <= code.argcount ? new Object[0] : Arrays.copyOfRange(args, code.argcount, positional));
    }

    /** Returns a value for each parameter: positional, keyword-only, {@code *args}, {@code **kwargs}. */
    public static Object[] bind(PyThreadState ts, PyFunction f, Object[] args, String @Nullable [] names) {
        PyCode code = f.code;
        if (names != null) {
            KeywordBinding known = code.binding;
            known = known == null ? null : known.find(names, args.length);
            Object[] locals = known == null ? null : known.bind(ts, f, args);
            if (locals != null) {
                return locals;
            }
        }
        if ((code.flags & PyCode.CO_OPTIMIZED) == 0 && args.length == 0) {
            return new Object[] {f.globals}; // the code of a module as a function: its namespace is the parameter
        }
        int argcount = code.argcount;
        int keywords = names == null ? 0 : names.length;
        int positional = args.length - keywords;
        int named = argcount + code.kwonlyargcount;
        Object[] locals = new Object[code.parameterCount()];
        System.arraycopy(args, 0, locals, 0, Math.min(positional, argcount));
        int next = named;
        boolean varargs = (code.flags & PyCode.CO_VARARGS) != 0;
        if (varargs) {
            locals[next++] = rest(code, args, positional);
        }
        PyDict extra = null;
        if ((code.flags & PyCode.CO_VARKEYWORDS) != 0) {
            extra = new PyDict();
            locals[next] = extra;
        }
        if (names != null) {
            bindKeywords(ts, f, args, names, positional, locals, extra);
        }
        if (positional > argcount && !varargs) {
            throw tooMany(ts, f, positional, locals);
        }
        fillDefaults(ts, f, positional, locals);
        if (names != null) {
            KeywordBinding.learn(code, names, args.length);
        }
        return locals;
    }

    private static void bindKeywords(
            PyThreadState ts,
            PyFunction f,
            Object[] args,
            String[] names,
            int positional,
            Object[] locals,
            @Nullable PyDict extra) {
        PyCode code = f.code;
        for (int k = 0; k < names.length; k++) {
            String name = names[k];
            Object value = args[positional + k];
            int i = KeywordBinding.parameter(code, name);
            if (i >= 0) {
                if (locals[i] != null) {
                    throw Errors.typeError(ts, text(f) + "() got multiple values for argument '" + name + "'");
                }
                locals[i] = value;
            } else if (extra != null) {
                extra.put(ts, Str.of(name), value);
            } else {
                throw unexpected(ts, f, names, name);
            }
        }
    }

    private static String text(PyFunction f) {
        return Str.toJavaString(f.qualname);
    }

    private static PythonException unexpected(PyThreadState ts, PyFunction f, String[] names, String name) {
        StringBuilder positionalOnly = new StringBuilder();
        for (int i = 0; i < f.code.posonlyargcount; i++) {
            for (String n : names) {
                if (n.equals(f.code.varnames[i])) {
                    positionalOnly.append(positionalOnly.isEmpty() ? "" : ", ").append(n);
                }
            }
        }
        if (!positionalOnly.isEmpty()) {
            return Errors.typeError(
                    ts,
                    text(f) + "() got some positional-only arguments passed as keyword arguments: '" + positionalOnly
                            + "'");
        }
        return Errors.typeError(ts, text(f) + "() got an unexpected keyword argument '" + name + "'");
    }

    private static void fillDefaults(PyThreadState ts, PyFunction f, int positional, Object[] locals) {
        PyCode code = f.code;
        Object[] defaults = f.defaults;
        int count = defaults == null ? 0 : defaults.length;
        int first = code.argcount - count;
        for (int i = positional; i < first; i++) {
            if (locals[i] == null) {
                throw missingPositional(ts, f, locals);
            }
        }
        if (defaults != null) {
            for (int i = Math.max(first, positional); i < code.argcount; i++) {
                if (locals[i] == null) {
                    locals[i] = defaults[i - first];
                }
            }
        }
        boolean missing = false;
        for (int i = code.argcount; i < code.argcount + code.kwonlyargcount; i++) {
            if (locals[i] == null) {
                Object value = defaultOf(f, i);
                if (value == null) {
                    missing = true;
                } else {
                    locals[i] = value;
                }
            }
        }
        if (missing) {
            ArrayList<String> names = new ArrayList<>();
            for (int i = code.argcount; i < code.argcount + code.kwonlyargcount; i++) {
                if (locals[i] == null) {
                    names.add(code.varnames[i]);
                }
            }
            throw missingArguments(ts, f, "keyword-only", names);
        }
    }

    private static PythonException missingPositional(PyThreadState ts, PyFunction f, @Nullable Object[] locals) {
        ArrayList<String> names = new ArrayList<>();
        int first = f.code.argcount - (f.defaults == null ? 0 : f.defaults.length);
        for (int i = 0; i < first; i++) {
            if (locals[i] == null) {
                names.add(f.code.varnames[i]);
            }
        }
        return missingArguments(ts, f, "positional", names);
    }

    /** Answers to {@code format_missing}. */
    private static PythonException missingArguments(PyThreadState ts, PyFunction f, String kind, List<String> names) {
        StringBuilder b = new StringBuilder();
        int n = names.size();
        for (int i = 0; i < n; i++) {
            b.append(i == 0 ? "" : i < n - 1 ? ", " : n == 2 ? " and " : ", and ")
                    .append('\'')
                    .append(names.get(i))
                    .append('\'');
        }
        return Errors.typeError(
                ts, text(f) + "() missing " + n + " required " + kind + " argument" + (n == 1 ? "" : "s") + ": " + b);
    }

    /** Answers to {@code too_many_positional}. */
    private static PythonException tooMany(PyThreadState ts, PyFunction f, int given, @Nullable Object[] locals) {
        PyCode code = f.code;
        int keywordOnly = 0;
        for (int i = code.argcount; i < code.argcount + code.kwonlyargcount; i++) {
            if (locals[i] != null) {
                keywordOnly++;
            }
        }
        int defaults = f.defaults == null ? 0 : f.defaults.length;
        boolean plural;
        String takes;
        if (defaults > 0) {
            plural = true;
            takes = "from " + (code.argcount - defaults) + " to " + code.argcount;
        } else {
            plural = code.argcount != 1;
            takes = Integer.toString(code.argcount);
        }
        String also = "";
        if (keywordOnly > 0) {
            also = " positional argument" + (given == 1 ? "" : "s") + " (and " + keywordOnly + " keyword-only argument"
                    + (keywordOnly == 1 ? "" : "s") + ")";
        }
        return Errors.typeError(
                ts,
                text(f) + "() takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + given + also
                        + (given == 1 && keywordOnly == 0 ? " was" : " were") + " given");
    }
}
