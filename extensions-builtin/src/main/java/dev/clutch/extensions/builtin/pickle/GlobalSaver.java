package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes classes, functions and everything else that is found by its name ({@code save_global}). */
final class GlobalSaver {
    private final Saver saver;
    private final ObjectSaver objects;
    private final ThreadState ts;
    private final PickleModule state;
    private final PickleOutput out;
    private final int protocol;

    GlobalSaver(Saver saver, ObjectSaver objects) {
        this.saver = saver;
        this.objects = objects;
        this.ts = saver.ts;
        this.state = saver.state;
        this.out = saver.out;
        this.protocol = saver.protocol;
    }

    private PythonException error(String message) {
        return state.picklingError(ts, message);
    }

    /** Writes an object by a name, or by its own when that is null. */
    void save(Object o, @Nullable Object name) {
        Object global = name;
        if (global == null) {
            global = ts.findAttr(o, "__qualname__");
        }
        if (global == null) {
            global = ts.getAttr(o, "__name__");
        }
        String path = Str.toJavaString(ts.isStr(global) ? ts.strValue(global) : ts.str(global));
        if (("." + path + ".").contains(".<locals>.")) {
            throw ts.error("AttributeError", "Can't pickle local object " + ts.reprText(Str.of(path)));
        }
        String fullPath = path;
        Object moduleName = Globals.moduleOf(ts, o, path);
        String moduleText = ts.str(moduleName).toString();
        Object module;
        try {
            module = ts.importModule(moduleText);
        } catch (PythonException e) {
            throw ts.withCause(
                    error("Can't pickle " + ts.reprText(o) + ": import of module " + ts.reprText(moduleName)
                            + " failed"),
                    e);
        }
        Globals.Found found;
        try {
            found = Globals.find(ts, module, path);
        } catch (PythonException e) {
            throw error(
                    "Can't pickle " + ts.reprText(o) + ": attribute lookup " + path + " on " + moduleText + " failed");
        }
        if (found.object() != o) {
            throw error("Can't pickle " + ts.reprText(o) + ": it's not the same object as " + moduleText + "." + path);
        }
        if (found.parent() == module) {
            path = found.lastName();
        }
        if (protocol >= 2 && saveExtension(o, moduleName, global)) {
            return;
        }
        if (protocol >= 4) {
            saver.save(saver.sameName(moduleName));
            saver.save(found.parent() == module && !path.equals(fullPath) ? Str.of(path) : global);
            out.op(Op.STACK_GLOBAL);
        } else if (found.parent() != module) {
            Object getattr = ts.getAttr(ts.importModule("builtins"), "getattr");
            Object args = ts.newTuple(found.parent(), Str.of(found.lastName()));
            objects.saveReduced(ts.newTuple(getattr, args), null);
        } else {
            saveText(moduleText, path);
        }
        saver.put(o);
    }

    /** Writes the code that {@code copyreg.add_extension} has given the name, if any. */
    private boolean saveExtension(Object o, Object moduleName, Object global) {
        Object registry = ts.getAttr(state.copyreg, "_extension_registry");
        Object number = ts.dictGet(registry, ts.newTuple(moduleName, global));
        if (number == null) {
            return false;
        }
        if (!ts.isInt(number)) {
            throw error(
                    "Can't pickle " + ts.reprText(o) + ": extension code " + ts.reprText(number) + " isn't an integer");
        }
        long code = ts.asLong(number);
        if (code <= 0 || code > 0x7fffffffL) {
            throw ts.error(
                    "RuntimeError", "Can't pickle " + ts.reprText(o) + ": extension code " + code + " is out of range");
        }
        if (code <= 0xff) {
            out.op1(Op.EXT1, (int) code);
        } else if (code <= 0xffff) {
            out.op(Op.EXT2, code, 2);
        } else {
            out.op(Op.EXT4, code, 4);
        }
        return true;
    }

    private void saveText(String module, String global) {
        String moduleName = module;
        String name = global;
        if (saver.pickler.fixImports) {
            Object compat = ts.importModule("_compat_pickle");
            Object pair =
                    ts.dictGet(ts.getAttr(compat, "REVERSE_NAME_MAPPING"), ts.newTuple(Str.of(module), Str.of(global)));
            if (pair != null) {
                if (!ts.isTuple(pair) || ts.fastSize(pair) != 2) {
                    throw ts.error(
                            "RuntimeError",
                            "_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not "
                                    + ts.typeOf(pair).displayName());
                }
                moduleName = ts.str(ts.fastItem(pair, 0)).toString();
                name = ts.str(ts.fastItem(pair, 1)).toString();
            } else {
                Object old = ts.dictGet(ts.getAttr(compat, "REVERSE_IMPORT_MAPPING"), Str.of(module));
                if (old != null) {
                    moduleName = ts.str(old).toString();
                }
            }
        }
        out.op(Op.GLOBAL);
        write(moduleName, "module");
        out.op('\n');
        write(name, "global");
        out.op('\n');
    }

    private void write(String name, String kind) {
        if (protocol < 3 && !Str.isAscii(Str.of(name))) {
            throw error("can't pickle " + kind + " identifier '" + name + "' using pickle protocol " + protocol);
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.bytes(bytes, 0, bytes.length);
    }
}
