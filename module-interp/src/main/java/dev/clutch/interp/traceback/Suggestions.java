package dev.clutch.interp.traceback;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyFrame;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTraceback;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.object.exception.Exceptions;
import dev.clutch.interp.object.exception.PyBaseException;
import dev.clutch.interp.object.exception.RaiseSupport;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may have been meant by a name that isn't there. Answers to {@code suggestions.c}. */
final class Suggestions {
    private static final int MAX_CANDIDATES = 750;
    private static final int MAX_LENGTH = 40;
    private static final int MOVE = 2;
    private static final int CASE = 1;

    private Suggestions() {}

    /** The end of the message, or null; whatever fails meanwhile means no suggestion. */
    static @Nullable String of(PyThreadState ts, PyBaseException e) {
        TypeObject type = Types.of(e);
        try {
            if (type == Exceptions.type("AttributeError")) {
                return forAttribute(ts, e);
            }
            if (type == Exceptions.type("NameError")) {
                return forName(ts, e);
            }
            return type == Exceptions.type("ImportError") ? forImport(ts, e) : null;
        } catch (PythonException none) {
            return null;
        }
    }

    private static @Nullable String text(PyThreadState ts, Object e, String attribute) {
        Object v = Attr.find(ts, e, attribute);
        return v != null && PyStr.isStr(v) ? Text.java(PyStr.plain(v)) : null;
    }

    private static String meant(PyThreadState ts, String suggestion) {
        return ". Did you mean: " + Text.java(Text.repr(ts, Str.of(suggestion)));
    }

    private static @Nullable String forAttribute(PyThreadState ts, PyBaseException e) {
        String name = text(ts, e, "name");
        Object object = RaiseSupport.object(e);
        if (name == null || object == null) {
            return null;
        }
        String found = closest(names(ts, object), name);
        return found == null ? null : meant(ts, found) + "?";
    }

    private static @Nullable String forImport(PyThreadState ts, PyBaseException e) {
        String module = text(ts, e, "name");
        String name = text(ts, e, "name_from");
        if (module == null || name == null) {
            return null;
        }
        Object m = ts.interp.modules().get(module);
        if (m == null || m == Singleton.NONE) {
            return null;
        }
        String found = closest(names(ts, m), name);
        return found == null ? null : meant(ts, found) + "?";
    }

    private static @Nullable String forName(PyThreadState ts, PyBaseException e) {
        String name = text(ts, e, "name");
        if (name == null || !(RaiseSupport.traceback(e) instanceof PyTraceback first)) {
            return null;
        }
        PyTraceback last = first;
        for (PyTraceback t = first; t != null; t = t.next()) {
            last = t;
        }
        String found = visible(ts, last.frame(), name);
        boolean library = isLibraryModule(ts, name);
        if (found == null) {
            return library ? ". Did you forget to import '" + name + "'?" : null;
        }
        return meant(ts, found) + (library ? "? Or did you forget to import '" + name + "'?" : "?");
    }

    /** {@code get_suggestions_for_name_error}. */
    private static @Nullable String visible(PyThreadState ts, PyFrame frame, String name) {
        List<String> locals = new ArrayList<>();
        boolean method = false;
        for (String v : frame.function.code.variableNames()) {
            locals.add(v);
            method |= v.equals("self");
        }
        if (method) {
            Object self = selfOf(ts, frame);
            if (self != null && Attr.find(ts, self, name) != null) {
                return "self." + name;
            }
        }
        String found = closest(locals, name);
        if (found == null) {
            found = closest(keys(frame.globals()), name);
        }
        return found == null ? closest(keys(frame.function.builtins), name) : found;
    }

    private static @Nullable Object selfOf(PyThreadState ts, PyFrame frame) {
        try {
            return Attr.get(ts, frame, "f_locals") instanceof PyDict d ? d.get("self") : null;
        } catch (PythonException unseen) {
            return null;
        }
    }

    private static boolean isLibraryModule(PyThreadState ts, String name) {
        Object names = ts.sysAttr("stdlib_module_names");
        return names != null && ts.contains(names, Str.of(name));
    }

    /** {@code dir(object)}. */
    private static List<String> names(PyThreadState ts, Object object) {
        List<String> names = new ArrayList<>();
        Object list = Call.findSpecial0(ts, object, "__dir__");
        if (list == null) {
            return names;
        }
        for (Object o : Iter.toArray(ts, list)) {
            if (PyStr.isStr(o)) {
                names.add(Text.java(PyStr.plain(o)));
            }
        }
        return names;
    }

    private static List<String> keys(PyDict d) {
        List<String> names = new ArrayList<>();
        for (int p = d.next(0); p >= 0; p = d.next(p + 1)) {
            if (d.keyAt(p) instanceof String s) {
                names.add(s);
            }
        }
        return names;
    }

    /** {@code calculate_suggestions}: at most a third of the characters may differ. */
    private static @Nullable String closest(List<String> candidates, String name) {
        if (candidates.size() >= MAX_CANDIDATES) {
            return null;
        }
        String best = null;
        int bestCost = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            if (candidate.equals(name)) {
                continue;
            }
            int max = Math.min((name.length() + candidate.length() + 3) * MOVE / 6, bestCost - 1);
            int cost = cost(name, candidate, max);
            if (cost <= max) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best;
    }

    /** The edit distance, or more than {@code max}; a change of case costs half. */
    private static int cost(String left, String right, int max) {
        int from = 0;
        int endLeft = left.length();
        int endRight = right.length();
        while (from < endLeft && from < endRight && left.charAt(from) == right.charAt(from)) {
            from++;
        }
        while (endLeft > from && endRight > from && left.charAt(endLeft - 1) == right.charAt(endRight - 1)) {
            endLeft--;
            endRight--;
        }
        String a = left.substring(from, endLeft);
        String b = right.substring(from, endRight);
        if (a.isEmpty() || b.isEmpty()) {
            return (a.length() + b.length()) * MOVE;
        }
        if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH || Math.abs(a.length() - b.length()) * MOVE > max) {
            return max + 1;
        }
        int[] row = new int[a.length()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (i + 1) * MOVE;
        }
        int result = 0;
        for (int j = 0; j < b.length(); j++) {
            int diagonal = j * MOVE;
            result = diagonal;
            int minimum = Integer.MAX_VALUE;
            for (int i = 0; i < row.length; i++) {
                int substitute = diagonal + substitution(b.charAt(j), a.charAt(i));
                diagonal = row[i];
                result = Math.min(Math.min(result, diagonal) + MOVE, substitute);
                row[i] = result;
                minimum = Math.min(minimum, result);
            }
            if (minimum > max) {
                return max + 1;
            }
        }
        return result;
    }

    private static int substitution(char a, char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE : MOVE;
    }
}
