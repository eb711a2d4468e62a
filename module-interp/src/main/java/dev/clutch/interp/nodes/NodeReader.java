package dev.clutch.interp.nodes;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyInt;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a tree of nodes ({@code obj2ast_...}). */
final class NodeReader {
    private final PyThreadState ts;
    private final NodeTypes types;

    NodeReader(PyThreadState ts, NodeTypes types) {
        this.ts = ts;
        this.types = types;
    }

    /** Reads a node of a sum or a product. */
    Object read(String sum, Object node) {
        if (!types.named(sum).isInstance(node)) {
            throw unexpected(sum, node);
        }
        NodeClass c = types.known(Types.of(node));
        if (c == null) {
            throw unexpected(sum, node);
        }
        if (!c.isRecord()) {
            return c.constant();
        }
        ts.enterRecursive(" while traversing '" + sum + "' node");
        try {
            return c.make(components(c, node));
        } finally {
            ts.leaveRecursive();
        }
    }

    private PythonException unexpected(String sum, Object node) {
        return Errors.typeError(ts, "expected some sort of " + sum + ", but got " + Text.java(Text.repr(ts, node)));
    }

    private @Nullable Object[] components(NodeClass c, Object node) {
        int n = c.fields.size();
        @Nullable Object[] out = new Object[c.positioned ? n + 4 : n];
        for (int i = 0; i < n; i++) {
            out[i] = component(c, c.fields.get(i), node, c.componentType(i));
        }
        if (c.positioned) {
            int line = position(c, node, "lineno", null);
            int column = position(c, node, "col_offset", null);
            out[n] = line;
            out[n + 1] = column;
            out[n + 2] = position(c, node, "end_lineno", c.requiredEnd ? null : line);
            out[n + 3] = position(c, node, "end_col_offset", c.requiredEnd ? null : column);
        }
        return out;
    }

    private int position(NodeClass c, Object node, String name, @Nullable Integer otherwise) {
        Object v = Attr.find(ts, node, name);
        if (v == null || v == Singleton.NONE) {
            if (otherwise != null) {
                return otherwise;
            }
            if (v == null) {
                throw Errors.typeError(ts, "required field \"" + name + "\" missing from " + c.sum);
            }
        }
        return integer(v);
    }

    private @Nullable Object component(NodeClass c, NodeField field, Object node, Class<?> javaType) {
        Object v = Attr.find(ts, node, field.name());
        if (field.quantity() == NodeField.Quantity.OPTIONAL) {
            if (v == null || v == Singleton.NONE) {
                return javaType == int.class ? (Object) 0 : null;
            }
            return value(field, v, javaType);
        }
        if (v == null) {
            throw Errors.typeError(ts, "required field \"" + field.name() + "\" missing from " + c.name);
        }
        if (field.quantity() == NodeField.Quantity.LIST) {
            return list(c, field, v);
        }
        if (v == Singleton.NONE && !field.type().equals("constant")) {
            throw Errors.valueError(ts, "field '" + field.name() + "' is required for " + c.name);
        }
        return value(field, v, javaType);
    }

    private List<@Nullable Object> list(NodeClass c, NodeField field, Object v) {
        if (!(v instanceof PyList list)) {
            throw Errors.typeError(
                    ts,
                    c.name + " field \"" + field.name() + "\" must be a list, not a "
                            + Types.of(v).name());
        }
        int n = list.size();
        List<@Nullable Object> out = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Object item = list.get(i);
            out.add(item == Singleton.NONE ? null : value(field, item, Object.class));
            if (list.size() != n) {
                throw Errors.error(
                        ts, "RuntimeError", c.name + " field \"" + field.name() + "\" changed size during iteration");
            }
        }
        return Collections.unmodifiableList(out);
    }

    private Object value(NodeField field, Object v, Class<?> javaType) {
        switch (field.type()) {
            case "constant":
                return v;
            case "identifier":
                if (Types.of(v) != PyStr.TYPE) {
                    throw Errors.typeError(ts, "AST identifier must be of type str");
                }
                return Attr.nameText(ts, v).intern();
            case "string":
                if (!PyStr.isStr(v)) {
                    throw Errors.typeError(ts, "AST string must be of type str");
                }
                return Attr.nameText(ts, v);
            case "int":
                int n = integer(v);
                return javaType == boolean.class ? (Object) (n != 0) : (Object) n;
            default:
                return read(field.type(), v);
        }
    }

    private int integer(Object v) {
        Object n = PyInt.plainOrNull(v);
        if (n instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (n instanceof Long l) {
            if (l != (int) (long) l) {
                throw Errors.error(ts, "OverflowError", "Python int too large to convert to C int");
            }
            return (int) (long) l;
        }
        throw Errors.valueError(ts, "invalid integer value: " + Text.java(Text.repr(ts, v)));
    }
}
