package dev.clutch.interp.nodes;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.PyList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes nodes of a tree ({@code ast2obj}). */
final class NodeWriter {
    private static final String[] POSITION = {"lineno", "col_offset", "end_lineno", "end_col_offset"};

    private final PyThreadState ts;
    private final NodeTypes types;

    NodeWriter(PyThreadState ts, NodeTypes types) {
        this.ts = ts;
        this.types = types;
    }

    Object node(Object tree) {
        if (tree instanceof Enum<?>) {
            return types.singleton(tree);
        }
        NodeClass c = types.classOf(tree.getClass());
        PyAst node = PyAst.of(types.typeOf(tree.getClass()));
        ts.enterRecursive(" during ast construction");
        try {
            int i = 0;
            for (NodeField f : c.fields) {
                PyAst.put(node, f.name().intern(), value(f, c.get(tree, i++)));
            }
            if (c.positioned) {
                for (String name : POSITION) {
                    PyAst.put(node, name, number(c.get(tree, i++)));
                }
            }
            return node;
        } finally {
            ts.leaveRecursive();
        }
    }

    private static Object number(@Nullable Object n) {
        return n instanceof Integer i ? (Object) (long) i : Singleton.NONE;
    }

    private Object value(NodeField field, @Nullable Object v) {
        if (v == null) {
            return Singleton.NONE;
        }
        if (v instanceof List<?> values) {
            PyList list = new PyList(values.size());
            for (Object item : values) {
                list.append(value(field, item));
            }
            return list;
        }
        switch (field.type()) {
            case "constant":
                return v;
            case "identifier":
            case "string":
                return v instanceof String s ? Str.of(s) : v;
            case "int":
                return v instanceof Boolean b ? (Object) (b ? 1L : 0L) : number(v);
            default:
                return node(v);
        }
    }
}
