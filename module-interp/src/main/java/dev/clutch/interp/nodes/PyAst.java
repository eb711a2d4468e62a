package dev.clutch.interp.nodes;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.AttributeStorage;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.Types;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import org.jspecify.annotations.Nullable;

/** {@code ast.AST}, the base of all node classes. Answers to {@code AST_object}. */
@ExtensionType(name = "ast.AST", exported = false, subclassable = true, dict = true, mutable = true)
final class PyAst extends PyObject {
    private PyAst(TypeObject type) {
        super(type);
    }

    @Expose(signature = "(*args, **kwargs)")
    static Object __new__(PyThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new PyAst((TypeObject) cls);
    }

    /** {@code ast_type_init}. */
    @Expose(signature = "(*args, **kwargs)")
    void __init__(PyThreadState ts, Object[] args, @Nullable Object kwargs) {
        Object declared = Attr.find(ts, type(), "_fields");
        Object[] fields = declared == null ? new Object[0] : Iter.toArray(ts, declared);
        if (args.length > fields.length) {
            throw Errors.typeError(
                    ts,
                    Types.of(this).name() + " constructor takes at most " + fields.length + " positional argument"
                            + (fields.length == 1 ? "" : "s"));
        }
        for (int i = 0; i < args.length; i++) {
            Attr.set(ts, this, Attr.nameText(ts, fields[i]), args[i]);
        }
        if (!(kwargs instanceof PyDict named)) {
            return;
        }
        for (int p = named.next(0); p >= 0; p = named.next(p + 1)) {
            Object key = named.keyAt(p);
            for (int i = 0; i < args.length; i++) {
                if (ts.equal(fields[i], key)) {
                    throw Errors.typeError(
                            ts,
                            Types.of(this).name() + " got multiple values for argument "
                                    + Text.java(Text.repr(ts, key)));
                }
            }
            Attr.set(ts, this, Attr.nameText(ts, key), named.valueAt(p));
        }
    }

    /** {@code ast_type_reduce}. */
    @Expose
    Object __reduce__(PyThreadState ts) {
        Object dict = Attr.find(ts, this, "__dict__");
        return dict == null ? new PyTuple(type(), new PyTuple()) : new PyTuple(type(), new PyTuple(), dict);
    }

    /** Makes a node without fields. */
    static PyAst of(TypeObject type) {
        return new PyAst(type);
    }

    /** Sets a field of a node that nobody else has seen. */
    static void put(PyAst node, String name, Object value) {
        AttributeStorage.set(node, name, value);
    }
}
