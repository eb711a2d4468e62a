package dev.clutch.conformance.spi;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Setter;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Subclasses of built-in types that have storage of their own: each instance carries a Java object besides. */
final class Derived {
    private Derived() {}

    /** What an instance carries. */
    private static final class Note {
        private Object text = Singleton.NONE;
    }

    private static Note note(ThreadState ts, PyType type, Object self) {
        if (ts.payload(type, self) instanceof Note note) {
            return note;
        }
        Note made = new Note();
        ts.setPayload(type, self, made);
        return made;
    }

    private static void set(ThreadState ts, PyType type, Object self, @Nullable Object value) {
        note(ts, type, self).text = value == null ? Singleton.NONE : value;
    }

    @ExtensionType(name = "_testspi.Dict", base = "dict", payload = true, subclassable = true)
    static final class OfDict {
        private OfDict() {}

        @Getter
        static Object note(ThreadState ts, Object self, PyType definingClass) {
            return Derived.note(ts, definingClass, self).text;
        }

        @Setter("note")
        static void setNote(ThreadState ts, Object self, PyType definingClass, @Nullable Object value) {
            set(ts, definingClass, self, value);
        }

        @Expose(signature = "(key, /)")
        static Object __missing__(ThreadState ts, Object self, Object key) {
            return ts.newTuple("missing", key);
        }
    }

    @ExtensionType(name = "_testspi.List", base = "list", payload = true, subclassable = true)
    static final class OfList {
        private OfList() {}

        @Getter
        static Object note(ThreadState ts, Object self, PyType definingClass) {
            return Derived.note(ts, definingClass, self).text;
        }

        @Setter("note")
        static void setNote(ThreadState ts, Object self, PyType definingClass, @Nullable Object value) {
            set(ts, definingClass, self, value);
        }

        @Expose
        static Object last(ThreadState ts, Object self) {
            return ts.getItem(self, -1L);
        }
    }

    @ExtensionType(name = "_testspi.Tuple", base = "tuple", subclassable = true)
    static final class OfTuple {
        private OfTuple() {}

        @Expose(signature = "(*items)")
        static Object __new__(ThreadState ts, PyType cls, Object[] items) {
            return ts.newTupleOf(cls, items);
        }
    }

    @ExtensionType(name = "_testspi.Int", base = "int", payload = true, subclassable = true)
    static final class OfInt {
        private OfInt() {}

        @Getter
        static Object note(ThreadState ts, Object self, PyType definingClass) {
            return Derived.note(ts, definingClass, self).text;
        }

        @Setter("note")
        static void setNote(ThreadState ts, Object self, PyType definingClass, @Nullable Object value) {
            set(ts, definingClass, self, value);
        }

        @Expose
        static Object doubled(ThreadState ts, Object self) {
            return ts.multiply(self, 2L);
        }
    }

    @ExtensionType(name = "_testspi.Str", base = "str", subclassable = true)
    static final class OfStr {
        private OfStr() {}

        @Expose
        static Object shout(ThreadState ts, Object self) {
            return ts.add(ts.callMethod(self, "upper"), "!");
        }
    }

    @ExtensionType(name = "_testspi.Error", base = "ValueError", payload = true, subclassable = true, dict = true)
    static final class OfError {
        private OfError() {}

        @Getter
        static Object note(ThreadState ts, Object self, PyType definingClass) {
            return Derived.note(ts, definingClass, self).text;
        }

        @Setter("note")
        static void setNote(ThreadState ts, Object self, PyType definingClass, @Nullable Object value) {
            set(ts, definingClass, self, value);
        }
    }
}
