package dev.clutch.extensions.builtin.json;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.api.Containers;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One writing of a value. Answers to {@code encoder_listencode_obj}. */
final class JsonWriter {
    private final ThreadState ts;
    private final JsonEncoder encoder;
    private final StrBuilder out;
    /** The containers being written, null where nobody looks for circles. */
    private final @Nullable Map<Object, Object> open;
    /** What a level of containers is indented by, null for text in one line. */
    private final @Nullable Object indent;

    private long level;

    JsonWriter(ThreadState ts, JsonEncoder encoder, StrBuilder out, long level) {
        this.ts = ts;
        this.encoder = encoder;
        this.out = out;
        this.level = level;
        this.indent = encoder.indent == Singleton.NONE ? null : ts.strValue(encoder.indent);
        this.open = encoder.markers == Singleton.NONE ? null : new IdentityHashMap<>();
    }

    void value(Object o) {
        if (o instanceof String) {
            string(o);
        } else if (o instanceof Long l) {
            out.append(Long.toString(l));
        } else if (o == Singleton.NONE) {
            out.append("null");
        } else if (o instanceof Boolean b) {
            out.append(b ? "true" : "false");
        } else if (ts.isStr(o)) {
            string(o);
        } else if (ts.isInt(o)) {
            out.append(integer(o));
        } else if (ts.isFloat(o)) {
            out.append(real(o));
        } else if (ts.isList(o) || ts.isTuple(o)) {
            ts.enterRecursive(" while encoding a JSON object");
            try {
                list(o);
            } finally {
                ts.leaveRecursive();
            }
        } else if (ts.isDict(o)) {
            ts.enterRecursive(" while encoding a JSON object");
            try {
                dict(o);
            } finally {
                ts.leaveRecursive();
            }
        } else {
            other(o);
        }
    }

    private void other(Object o) {
        mark(o);
        Object replacement = ts.call(encoder.fallback, o);
        ts.enterRecursive(" while encoding a JSON object");
        try {
            value(replacement);
        } finally {
            ts.leaveRecursive();
        }
        unmark(o);
    }

    private void mark(Object o) {
        if (open != null && open.put(o, o) != null) {
            throw ts.valueError("Circular reference detected");
        }
    }

    private void unmark(Object o) {
        if (open != null) {
            open.remove(o);
        }
    }

    private void string(Object o) {
        switch (encoder.strings) {
            case ASCII -> JsonText.appendAscii(out, ts.strValue(o));
            case PLAIN -> JsonText.appendPlain(out, ts.strValue(o));
            case CALL -> {
                Object encoded = ts.call(encoder.encoder, o);
                if (!ts.isStr(encoded)) {
                    throw ts.typeError("encoder() must return a string, not "
                            + ts.typeOf(encoded).displayName());
                }
                out.append(ts.strValue(encoded));
            }
        }
    }

    /** {@code int.__repr__}, whatever a subclass says. */
    private Object integer(Object o) {
        if (o instanceof Long l) {
            return Long.toString(l);
        }
        return ts.call(ts.getAttr(ts.builtinType("int"), "__repr__"), o);
    }

    private Object real(Object o) {
        double d = o instanceof Double x ? x : ts.asDouble(o);
        if (!Double.isFinite(d)) {
            if (!encoder.allowNan) {
                throw ts.valueError("Out of range float values are not JSON compliant: " + ts.reprText(d));
            }
            return Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
        }
        return ts.repr(d);
    }

    private void enter() {
        level++;
        newLine();
    }

    private void leave() {
        level--;
        newLine();
    }

    private void separate() {
        out.append(encoder.itemSeparator);
        newLine();
    }

    private void newLine() {
        if (indent != null) {
            out.append('\n');
            for (long i = 0; i < level; i++) {
                out.append(indent);
            }
        }
    }

    private void list(Object o) {
        int size = ts.fastSize(o);
        if (size == 0) {
            out.append("[]");
            return;
        }
        mark(o);
        out.append('[');
        enter();
        for (int i = 0; i < ts.fastSize(o); i++) {
            if (i > 0) {
                separate();
            }
            value(ts.fastItem(o, i));
        }
        leave();
        out.append(']');
        unmark(o);
    }

    private void dict(Object o) {
        if (ts.size(o) == 0) {
            out.append("{}");
            return;
        }
        mark(o);
        out.append('{');
        enter();
        if (encoder.sortKeys || ts.typeOf(o) != encoder.dictType) {
            sorted(o);
        } else {
            ts.dictForEach(o, new Entries());
        }
        leave();
        out.append('}');
        unmark(o);
    }

    private void sorted(Object o) {
        Object items = ts.call(ts.builtinType("list"), ts.callMethod(o, "items"));
        if (encoder.sortKeys) {
            ts.callMethod(items, "sort");
        }
        Entries entries = new Entries();
        for (int i = 0; i < ts.fastSize(items); i++) {
            Object item = ts.fastItem(items, i);
            if (!ts.isTuple(item) || ts.fastSize(item) != 2) {
                throw ts.valueError("items must return 2-tuples");
            }
            entries.visit(ts.fastItem(item, 0), ts.fastItem(item, 1));
        }
    }

    /** Writes entries, with separators between them. */
    private final class Entries implements Containers.DictVisitor {
        private boolean first = true;

        @Override
        public boolean visit(Object key, Object value) {
            Object text;
            if (ts.isStr(key)) {
                text = key;
            } else if (key instanceof Boolean b) {
                text = b ? "true" : "false";
            } else if (key == Singleton.NONE) {
                text = "null";
            } else if (ts.isFloat(key)) {
                text = real(key);
            } else if (ts.isInt(key)) {
                text = integer(key);
            } else if (encoder.skipKeys) {
                return true;
            } else {
                throw ts.typeError("keys must be str, int, float, bool or None, not "
                        + ts.typeOf(key).displayName());
            }
            if (!first) {
                separate();
            }
            first = false;
            string(text);
            out.append(encoder.keySeparator);
            value(value);
            return true;
        }
    }
}
