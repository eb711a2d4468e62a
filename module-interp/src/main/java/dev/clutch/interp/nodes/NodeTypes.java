package dev.clutch.interp.nodes;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.PyTypeType;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Attr;
import dev.clutch.interp.op.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node classes of one interpreter: heap types, made when {@code _ast} is first needed. Answers to {@code struct ast_state}. */
public final class NodeTypes {
    private static final String[] POSITION = {"lineno", "col_offset", "end_lineno", "end_col_offset"};

    private final TypeObject base;
    private final List<TypeObject> all = new ArrayList<>();
    private final Map<String, TypeObject> byName = new HashMap<>();
    private final Map<TypeObject, NodeClass> classes = new HashMap<>();
    private final Map<Object, TypeObject> byKey = new HashMap<>();
    private final Map<Object, NodeClass> classByKey = new HashMap<>();
    private final Map<Object, PyAst> singletons = new HashMap<>();

    /** Makes the classes. */
    public NodeTypes(PyThreadState ts) {
        base = TypeObject.extension(new PyAstDefinition(), TypeObject.OBJECT, ts.interp, null);
        PyTuple none = new PyTuple();
        set(ts, base, "_fields", none);
        set(ts, base, "__match_args__", none);
        set(ts, base, "_attributes", none);
        all.add(base);
        byName.put("AST", base);
        for (NodeGrammar.Sum sum : NodeGrammar.sums()) {
            TypeObject parent = base;
            if (!sum.product()) {
                parent = make(ts, sum.name(), base, sum.doc(), List.of());
                attributes(ts, parent, sum);
                set(ts, parent, "_fields", none);
                set(ts, parent, "__match_args__", none);
            }
            for (NodeDefinition d : sum.classes()) {
                TypeObject type = make(ts, d.name(), parent, d.doc(), d.fields());
                if (sum.product()) {
                    attributes(ts, type, sum);
                }
                classes.put(type, new NodeClass(d));
            }
        }
    }

    private TypeObject make(PyThreadState ts, String name, TypeObject parent, String doc, List<NodeField> fields) {
        PyDict d = new PyDict();
        Object[] names = new Object[fields.size()];
        for (int i = 0; i < names.length; i++) {
            NodeField f = fields.get(i);
            names[i] = f.name();
            if (f.quantity() == NodeField.Quantity.OPTIONAL) {
                d.put(f.name(), Singleton.NONE);
            }
        }
        PyTuple tuple = new PyTuple(names);
        d.put("_fields", tuple);
        d.put("__match_args__", tuple);
        d.put("__module__", "ast");
        d.put("__doc__", Str.of(doc));
        TypeObject type = (TypeObject)
                Call.vector(ts, PyTypeType.TYPE, new Object[] {Str.of(name), new PyTuple(parent), d}, null);
        all.add(type);
        byName.put(name, type);
        return type;
    }

    private void attributes(PyThreadState ts, TypeObject type, NodeGrammar.Sum sum) {
        if (!sum.positioned()) {
            set(ts, type, "_attributes", new PyTuple());
            return;
        }
        set(ts, type, "_attributes", new PyTuple((Object[]) POSITION.clone()));
        if (!sum.requiredEnd()) {
            set(ts, type, "end_lineno", Singleton.NONE);
            set(ts, type, "end_col_offset", Singleton.NONE);
        }
    }

    private static void set(PyThreadState ts, TypeObject type, String name, Object value) {
        Attr.set(ts, type, name, value);
    }

    /** {@code ast.AST} and all others, in the order of the grammar. */
    public List<TypeObject> all() {
        return all;
    }

    /** Whether an object is a node. */
    public boolean isNode(Object o) {
        return base.isInstance(o);
    }

    /** The class of a name of the grammar, a sum's too. */
    TypeObject named(String name) {
        TypeObject type = byName.get(name);
        if (type == null) {
            throw new IllegalArgumentException("no node class " + name);
        }
        return type;
    }

    /** What is known of a class of the grammar or of the nearest such class that it inherits from; null for a sum. */
    @Nullable
    NodeClass known(TypeObject type) {
        NodeClass c = classes.get(type);
        if (c == null) {
            for (TypeObject t : type.mro()) {
                c = classes.get(t);
                if (c != null) {
                    break;
                }
            }
        }
        return c;
    }

    /** Finds the Java side of all classes, once. */
    private void bind() {
        if (!byKey.isEmpty()) {
            return;
        }
        for (Map.Entry<TypeObject, NodeClass> e : classes.entrySet()) {
            Object key = e.getValue().key();
            byKey.put(key, e.getKey());
            classByKey.put(key, e.getValue());
            if (!e.getValue().isRecord()) {
                singletons.put(key, PyAst.of(e.getKey()));
            }
        }
    }

    TypeObject typeOf(Object key) {
        bind();
        TypeObject type = byKey.get(key);
        if (type == null) {
            throw new IllegalArgumentException("no node class for " + key);
        }
        return type;
    }

    NodeClass classOf(Object key) {
        bind();
        NodeClass c = classByKey.get(key);
        if (c == null) {
            throw new IllegalArgumentException("no node class for " + key);
        }
        return c;
    }

    PyAst singleton(Object constant) {
        bind();
        PyAst node = singletons.get(constant);
        if (node == null) {
            throw new IllegalArgumentException("no node for " + constant);
        }
        return node;
    }

    /** Returns the nodes of a tree ({@code PyAST_mod2obj}). */
    public Object toPython(PyThreadState ts, Mod tree) {
        return new NodeWriter(ts, this).node(tree);
    }

    /** Returns the tree of a node ({@code PyAST_obj2mod}), valid ({@code _PyAST_Validate}). */
    public Mod toTree(PyThreadState ts, Object node, String root) {
        TypeObject wanted = named(root);
        if (!wanted.isInstance(node)) {
            throw Errors.typeError(
                    ts, "expected " + root + " node, got " + ts.typeOf(node).name());
        }
        Mod tree = (Mod) new NodeReader(ts, this).read("mod", node);
        new NodeValidator(ts).validate(tree);
        return tree;
    }
}
