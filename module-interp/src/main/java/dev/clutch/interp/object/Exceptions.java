package dev.clutch.interp.object;

import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import dev.clutch.extension.spi.TypeDefinition;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in exception classes by name. */
public final class Exceptions {
    /** Each class after its base: name, base. */
    private static final String[][] HIERARCHY = {
        {"SystemExit", "BaseException"},
        {"KeyboardInterrupt", "BaseException"},
        {"GeneratorExit", "BaseException"},
        {"Exception", "BaseException"},
        {"StopIteration", "Exception"},
        {"StopAsyncIteration", "Exception"},
        {"ArithmeticError", "Exception"},
        {"FloatingPointError", "ArithmeticError"},
        {"OverflowError", "ArithmeticError"},
        {"ZeroDivisionError", "ArithmeticError"},
        {"AssertionError", "Exception"},
        {"AttributeError", "Exception"},
        {"BufferError", "Exception"},
        {"EOFError", "Exception"},
        {"ImportError", "Exception"},
        {"ModuleNotFoundError", "ImportError"},
        {"LookupError", "Exception"},
        {"IndexError", "LookupError"},
        {"KeyError", "LookupError"},
        {"MemoryError", "Exception"},
        {"NameError", "Exception"},
        {"UnboundLocalError", "NameError"},
        {"OSError", "Exception"},
        {"ReferenceError", "Exception"},
        {"RuntimeError", "Exception"},
        {"NotImplementedError", "RuntimeError"},
        {"RecursionError", "RuntimeError"},
        {"SyntaxError", "Exception"},
        {"IndentationError", "SyntaxError"},
        {"TabError", "IndentationError"},
        {"SystemError", "Exception"},
        {"TypeError", "Exception"},
        {"ValueError", "Exception"},
        {"UnicodeError", "ValueError"},
        {"UnicodeDecodeError", "UnicodeError"},
        {"UnicodeEncodeError", "UnicodeError"},
        {"UnicodeTranslateError", "UnicodeError"},
        {"Warning", "Exception"},
        {"DeprecationWarning", "Warning"},
        {"RuntimeWarning", "Warning"},
        {"SyntaxWarning", "Warning"},
        {"UserWarning", "Warning"},
    };

    private static final Map<String, TypeObject> TYPES = build();

    private Exceptions() {}

    private static Map<String, TypeObject> build() {
        Map<String, TypeObject> types = new HashMap<>();
        types.put("BaseException", PyBaseException.TYPE);
        for (String[] pair : HIERARCHY) {
            TypeObject base = types.get(pair[1]);
            if (base == null) {
                throw new IllegalStateException(pair[1]);
            }
            types.put(pair[0], TypeObject.builtin(new Plain(pair[0], pair[1]), base));
        }
        return Map.copyOf(types);
    }

    /** Returns a built-in exception class. */
    public static TypeObject type(String name) {
        TypeObject t = TYPES.get(name);
        if (t == null) {
            throw new IllegalArgumentException("no built-in exception " + name);
        }
        return t;
    }

    /** Makes an instance of a built-in class. */
    static PyBaseException create(TypeObject type, Object[] args) {
        return new PyBaseException(type, new PyTuple(args));
    }

    /** Makes a class by calling {@code type} ({@code PyErr_NewExceptionWithDoc}). */
    public static TypeObject newType(
            dev.clutch.interp.PyThreadState ts, String dottedName, String doc, @Nullable Object bases) {
        int dot = dottedName.lastIndexOf('.');
        PyDict namespace = new PyDict();
        namespace.put("__module__", dottedName.substring(0, Math.max(dot, 0)));
        if (!doc.isEmpty()) {
            namespace.put("__doc__", dev.clutch.extension.spi.Str.of(doc));
        }
        PyTuple tuple = bases == null
                ? new PyTuple(type("Exception"))
                : bases instanceof PyTuple t ? t : new PyTuple(bases);
        return (TypeObject) new ClassBuilder(ts)
                .build(TypeObject.TYPE, dottedName.substring(dot + 1), tuple, namespace, null);
    }

    /** A class that adds nothing to its base. */
    private record Plain(String name, String base) implements TypeDefinition {
        @Override
        public String doc() {
            return "";
        }

        @Override
        public int flags() {
            return SUBCLASSABLE | DICT | EXPORTED;
        }

        @Override
        public Class<?> instanceClass() {
            return PyBaseException.class;
        }

        @Override
        public NativeTable table(PyType definingClass, @Nullable Object state) {
            return new Nothing();
        }
    }

    private static final class Nothing extends NativeTable {
        @Override
        public Member[] members() {
            return new Member[0];
        }

        @Override
        public @Nullable Object call(
                int id, ThreadState ts, @Nullable Object self, Object[] args, String @Nullable [] names) {
            throw new IllegalArgumentException("no member " + id);
        }
    }
}
