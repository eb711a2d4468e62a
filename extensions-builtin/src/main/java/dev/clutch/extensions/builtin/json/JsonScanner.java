package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code _json.Scanner}: reads a value from a text, with the hooks of a decoder. */
@ExtensionType(name = "_json.Scanner", subclassable = true, exported = false, doc = "Reads JSON.")
final class JsonScanner extends PyObject {
    final boolean strict;
    final Object objectHook;
    final Object pairsHook;
    final Object parseFloat;
    final Object parseInt;
    final Object parseConstant;
    final boolean plainFloat;
    final boolean plainInt;

    private JsonScanner(ThreadState ts, PyType type, Object context) {
        super(type);
        strict = ts.isTrue(ts.getAttr(context, "strict"));
        objectHook = ts.getAttr(context, "object_hook");
        pairsHook = ts.getAttr(context, "object_pairs_hook");
        parseFloat = ts.getAttr(context, "parse_float");
        parseInt = ts.getAttr(context, "parse_int");
        parseConstant = ts.getAttr(context, "parse_constant");
        plainFloat = parseFloat == ts.builtinType("float");
        plainInt = parseInt == ts.builtinType("int");
    }

    @Expose(signature = "(context)")
    static Object __new__(ThreadState ts, PyType cls, Object context) {
        return new JsonScanner(ts, cls, context);
    }

    @Expose(signature = "(string, idx)")
    Object __call__(ThreadState ts, Object string, Object idx) {
        if (!(ts.index(idx) instanceof Long start)) {
            throw ts.error("OverflowError", "Python int too large to convert to C ssize_t");
        }
        if (!ts.isStr(string)) {
            throw ts.typeError(
                    "first argument must be a string, not " + ts.typeOf(string).displayName());
        }
        JsonReader reader = new JsonReader(ts, this, ts.strValue(string));
        Object value = reader.value(start);
        return ts.newTuple(value, (long) reader.next);
    }

    @Getter
    boolean strict(ThreadState ts) {
        return strict;
    }

    @Getter("object_hook")
    Object objectHook(ThreadState ts) {
        return objectHook;
    }

    @Getter("object_pairs_hook")
    Object pairsHook(ThreadState ts) {
        return pairsHook;
    }

    @Getter("parse_float")
    Object parseFloat(ThreadState ts) {
        return parseFloat;
    }

    @Getter("parse_int")
    Object parseInt(ThreadState ts) {
        return parseInt;
    }

    @Getter("parse_constant")
    Object parseConstant(ThreadState ts) {
        return parseConstant;
    }

    boolean hasPairsHook() {
        return pairsHook != Singleton.NONE;
    }

    boolean hasObjectHook() {
        return objectHook != Singleton.NONE;
    }
}
