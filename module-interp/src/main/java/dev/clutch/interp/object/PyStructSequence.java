package dev.clutch.interp.object;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.LazyValue;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.StrBuilder;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.descriptor.PyMemberDescriptor;
import dev.clutch.interp.op.Iter;
import dev.clutch.interp.op.Text;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The types of tuples with named fields that C code makes, {@code time.struct_time} and its like: what their methods are. The fields beyond the visible ones are the payload of an
 * instance. Answers to {@code structseq.c}.
 */
@ExtensionType(name = "structseq", base = "tuple", exported = false)
public final class PyStructSequence {
    private PyStructSequence() {}

    /** The module state of such a type. */
    private record Fields(List<String> names, boolean closed) {}

    /** Makes a type of an interpreter. */
    public static TypeObject newType(PyThreadState ts, String dottedName, String doc, String[] fields, int visible) {
        return newType(ts, dottedName, doc, fields, visible, false);
    }

    /** Makes a type that Python code can't make instances of ({@code Py_TPFLAGS_DISALLOW_INSTANTIATION}). */
    public static TypeObject newClosedType(
            PyThreadState ts, String dottedName, String doc, String[] fields, int visible) {
        return newType(ts, dottedName, doc, fields, visible, true);
    }

    private static TypeObject newType(
            PyThreadState ts, String dottedName, String doc, String[] fields, int visible, boolean closed) {
        String[] own = fields.clone();
        TypeObject type = TypeObject.extension(
                new Definition(dottedName, doc), PyTuple.TYPE, ts.interp, new Fields(List.of(own), closed));
        PyDict d = type.dict();
        int unnamed = 0;
        Object[] match = new Object[visible];
        int matched = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i].isEmpty()) {
                unnamed++;
            } else {
                d.put(own[i], new Field(type, own[i], i, visible));
                if (i < visible) {
                    match[matched++] = own[i];
                }
            }
        }
        d.put("n_fields", (long) own.length);
        d.put("n_sequence_fields", (long) visible);
        d.put("n_unnamed_fields", (long) unnamed);
        d.put("__match_args__", new PyTuple(Arrays.copyOf(match, matched)));
        return type;
    }

    private record Definition(String name, String doc) implements TypeDefinition {
        @Override
        public String base() {
            return "tuple";
        }

        @Override
        public int flags() {
            return PAYLOAD;
        }

        @Override
        public Class<?> instanceClass() {
            return Object.class;
        }

        @Override
        @SuppressWarnings("NullAway") // the methods use no state of a module
        public NativeTable table(PyType definingClass, @Nullable Object state) {
            if (state == null) {
                throw new IllegalStateException("a structseq type has fields");
            }
            return new PyStructSequenceTable(definingClass, state);
        }
    }

    /** One field. */
    private static final class Field extends PyMemberDescriptor {
        private final int visible;

        Field(TypeObject owner, String name, int index, int visible) {
            super(owner, name, index);
            this.visible = visible;
        }

        @Override
        protected Object get(PyThreadState ts, Object instance) {
            PyTuple t = (PyTuple) check(ts, instance);
            return index < visible ? t.get(index) : hidden(ts, hidden(t), index - visible);
        }

        @Override
        protected void set(PyThreadState ts, Object instance, @Nullable Object value) {
            check(ts, instance);
            throw Errors.error(ts, "AttributeError", "readonly attribute");
        }
    }

    /** Makes an instance of all fields; those left out are None. */
    public static PyTuple make(TypeObject type, Object... values) {
        int visible = visible(type);
        Object[] all = Arrays.copyOf(values, names(type).size());
        for (int i = values.length; i < all.length; i++) {
            all[i] = Singleton.NONE;
        }
        PyTuple t = new PyTuple(type, Arrays.copyOf(all, visible));
        if (all.length > visible) {
            type.setPayload(t, Arrays.copyOfRange(all, visible, all.length));
        }
        return t;
    }

    private static List<String> names(TypeObject type) {
        return fields(type).names;
    }

    private static Fields fields(TypeObject type) {
        if (!(type.moduleState instanceof Fields f)) {
            throw new IllegalStateException(type.name() + " is no structseq type");
        }
        return f;
    }

    private static int visible(TypeObject type) {
        Object n = type.dict().get("n_sequence_fields");
        return n instanceof Long l ? l.intValue() : 0;
    }

    private static Object[] hidden(PyTuple t) {
        Object payload = ((TypeObject) t.type()).payload(t);
        return payload instanceof Object[] h ? h : new Object[0];
    }

    private static Object hidden(PyThreadState ts, Object[] values, int i) {
        Object v = values[i];
        if (v instanceof LazyValue lazy) {
            v = lazy.get(ts);
            values[i] = v;
        }
        return v;
    }

    @Expose(signature = "(sequence, dict={})")
    static Object __new__(PyThreadState ts, PyType cls, Object sequence, @Nullable Object dict) {
        TypeObject type = (TypeObject) cls;
        if (fields(type).closed) {
            throw Errors.typeError(ts, "cannot create '" + type.displayName() + "' instances");
        }
        int most = names(type).size();
        int least = visible(type);
        if (Types.of(sequence).slot(dev.clutch.extension.spi.Slot.ITER) == null
                && Types.of(sequence).slot(dev.clutch.extension.spi.Slot.GETITEM) == null) {
            throw Errors.typeError(ts, "constructor requires a sequence");
        }
        if (dict != null && !(dict instanceof PyDict)) {
            throw Errors.typeError(ts, type.displayName() + "() takes a dict as second arg, if any");
        }
        Object[] items = Iter.toArray(ts, sequence);
        boolean exact = most == least;
        if (items.length < least) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + "() takes " + (exact ? "a " : "an at least ") + least + "-sequence ("
                            + items.length + "-sequence given)");
        }
        if (items.length > most) {
            throw Errors.typeError(
                    ts,
                    type.displayName() + "() takes " + (exact ? "a " : "an at most ") + most + "-sequence ("
                            + items.length + "-sequence given)");
        }
        Object[] all = Arrays.copyOf(items, most);
        List<String> names = names(type);
        for (int i = items.length; i < most; i++) {
            Object v = dict instanceof PyDict d ? d.get(names.get(i)) : null;
            all[i] = v == null ? Singleton.NONE : v;
        }
        // an unnamed field is the old form of a hidden one: stat_result's integer times
        int k = least;
        for (int i = 0; i < least && k < most; i++) {
            if (names.get(i).isEmpty()) {
                if (all[k] == Singleton.NONE) {
                    all[k] = all[i];
                }
                k++;
            }
        }
        return make(type, all);
    }

    @Expose
    static Object __repr__(PyThreadState ts, Object self) {
        PyTuple t = (PyTuple) self;
        TypeObject type = (TypeObject) t.type();
        List<String> names = names(type);
        StrBuilder out = new StrBuilder(64);
        out.append((Object) (type.displayName() + "("));
        int n = 0;
        for (int i = 0; i < t.size(); i++) {
            // as CPython, which takes the names in order whether a field has one or not
            while (names.get(n).isEmpty()) {
                n++;
            }
            out.append((Object) ((i > 0 ? ", " : "") + names.get(n++) + "="));
            out.append(Text.repr(ts, t.get(i)));
        }
        return out.append((Object) ")").build();
    }

    @Expose
    static Object __reduce__(PyThreadState ts, Object self) {
        PyTuple t = (PyTuple) self;
        TypeObject type = (TypeObject) t.type();
        List<String> names = names(type);
        PyDict d = new PyDict();
        Object[] hidden = hidden(t);
        for (int i = 0; i < hidden.length; i++) {
            d.put(names.get(t.size() + i), hidden(ts, hidden, i));
        }
        return new PyTuple(type, new PyTuple(new PyTuple(t.items().clone()), d));
    }
}
