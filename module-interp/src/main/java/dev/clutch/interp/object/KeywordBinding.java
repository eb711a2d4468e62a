package dev.clutch.interp.object;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Which argument goes to which parameter of a code object in calls with the same keywords in the same order and as many arguments, found once. It knows only of calls that bind without an error and
 * nothing of defaults, which belong to the function. Immutable, so that the interpreters that share the code share it as well.
 */
final class KeywordBinding {
    private static final int MOST = 4;

    /** The keywords; the array may be the constant of a call site. Never written. */
    private final String[] names;

    private final int arguments;

    /** For each parameter with a name: the index of its argument, -1 for its default. Never written. */
    private final int[] sources;

    private final @Nullable KeywordBinding next;

    private KeywordBinding(String[] names, int arguments, int[] sources, @Nullable KeywordBinding next) {
        this.names = names;
        this.arguments = arguments;
        this.sources = sources;
        this.next = next;
    }

    /** Returns what is known about calls like this, or null. */
    @Nullable
    KeywordBinding find(String[] given, int count) {
        for (KeywordBinding b = this; b != null; b = b.next) {
            if (b.arguments == count && (b.names == given || same(b.names, given))) {
                return b;
            }
        }
        return null;
    }

    private static boolean same(String[] a, String[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    /** Remembers how a call was bound that had no error. */
    static void learn(PyCode code, String[] names, int arguments) {
        int known = 0;
        for (KeywordBinding b = code.binding; b != null; b = b.next) {
            known++;
        }
        if (known == MOST) {
            return;
        }
        int positional = arguments - names.length;
        int[] sources = new int[code.argcount + code.kwonlyargcount];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = i < Math.min(positional, code.argcount) ? i : -1;
        }
        for (int k = 0; k < names.length; k++) {
            int i = parameter(code, names[k]);
            if (i >= 0) {
                sources[i] = positional + k;
            }
        }
        code.binding = new KeywordBinding(names.clone(), arguments, sources, code.binding);
    }

    /** The index of the parameter that a keyword names, or -1. */
    static int parameter(PyCode code, String name) {
        for (int i = code.posonlyargcount; i < code.argcount + code.kwonlyargcount; i++) {
            if (code.varnames[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns a value for each parameter, null if one has neither an argument nor a default. */
    Object @Nullable [] bind(PyThreadState ts, PyFunction f, Object[] args) {
        PyCode code = f.code;
        int[] from = sources;
        Object[] locals = new Object[code.parameterCount()];
        for (int i = 0; i < from.length; i++) {
            Object value = from[i] >= 0 ? args[from[i]] : Binder.defaultOf(f, i);
            if (value == null) {
                return null;
            }
            locals[i] = value;
        }
        if (locals.length > from.length) {
            bindStarred(ts, code, args, locals);
        }
        return locals;
    }

    private void bindStarred(PyThreadState ts, PyCode code, Object[] args, Object[] locals) {
        int positional = arguments - names.length;
        int next = sources.length;
        if ((code.flags & PyCode.CO_VARARGS) != 0) {
            locals[next++] = Binder.rest(code, args, positional);
        }
        if ((code.flags & PyCode.CO_VARKEYWORDS) != 0) {
            PyDict extra = new PyDict();
            for (int k = 0; k < names.length; k++) {
                if (parameter(code, names[k]) < 0) {
                    extra.put(ts, Str.of(names[k]), args[positional + k]);
                }
            }
            locals[next] = extra;
        }
    }
}
