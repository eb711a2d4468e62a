package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Objects by module and dotted name. */
final class Globals {
    private Globals() {}

    /** The object, and the one that has it as an attribute. */
    record Found(Object object, Object parent, String lastName) {}

    /** Follows a dotted name from a module; AttributeError where it ends. */
    static Found find(ThreadState ts, Object module, String name) {
        Object parent = module;
        Object object = module;
        int from = 0;
        String last = name;
        while (from <= name.length()) {
            int dot = name.indexOf('.', from);
            last = name.substring(from, dot < 0 ? name.length() : dot);
            if (last.equals("<locals>")) {
                throw missing(ts, "local attribute ", name, module);
            }
            parent = object;
            Object found = ts.findAttr(parent, last);
            if (found == null) {
                throw missing(ts, "attribute ", name, module);
            }
            object = found;
            if (dot < 0) {
                break;
            }
            from = dot + 1;
        }
        return new Found(object, parent, last);
    }

    /** The attribute of a module, whose name isn't dotted. */
    static Object attribute(ThreadState ts, Object module, String name) {
        Object found = ts.findAttr(module, name);
        if (found == null) {
            throw missing(ts, "attribute ", name, module);
        }
        return found;
    }

    private static PythonException missing(ThreadState ts, String kind, String name, Object module) {
        return ts.error(
                "AttributeError", "Can't get " + kind + ts.reprText(Str.of(name)) + " on " + ts.reprText(module));
    }

    /** The name of the module that has an object under a dotted name ({@code whichmodule}). */
    static Object moduleOf(ThreadState ts, Object o, String name) {
        Object own = ts.findAttr(o, "__module__");
        if (own != null && own != Singleton.NONE) {
            return own;
        }
        Object modules = ts.sysAttr("modules");
        if (modules == null) {
            throw ts.error("RuntimeError", "unable to get sys.modules");
        }
        Object copy = ts.callMethod(modules, "copy");
        for (Object key : ts.toArray(copy)) {
            if (ts.isStr(key) && Str.equals(ts.strValue(key), "__main__")) {
                continue;
            }
            Object module = ts.getItem(copy, key);
            if (module != Singleton.NONE && has(ts, module, name, o)) {
                return key;
            }
        }
        return "__main__";
    }

    private static boolean has(ThreadState ts, Object module, String name, Object o) {
        @Nullable Object at = module;
        int from = 0;
        while (true) {
            int dot = name.indexOf('.', from);
            String part = name.substring(from, dot < 0 ? name.length() : dot);
            at = part.equals("<locals>") ? null : ts.findAttr(at, part);
            if (at == null || dot < 0) {
                return at == o;
            }
            from = dot + 1;
        }
    }
}
