/**
 * The extension interface: values, types, thread state and the declarations of a module.
 *
 * <p>A module is a class; an instance of it is the state of one module object. A type is a class too, and its instances are the Python objects:
 *
 * {@snippet :
 * @ExtensionModule(name = "tally", types = Tally.Counter.class,
 *         multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
 * public final class Tally {
 *     @Constant static final int LIMIT = 100;
 *     int made; // per module object, so per interpreter
 *
 *     @Expose(signature = "(values, /, *, start=0)", doc = "Add up.")
 *     static Object total(ThreadState ts, Object values, Object start) {
 *         Object sum = start;
 *         Object items = ts.iter(values);
 *         for (Object item = ts.next(items); item != null; item = ts.next(items)) {
 *             sum = ts.add(sum, item);
 *         }
 *         return sum;
 *     }
 *
 *     @ExtensionType(name = "tally.Counter", subclassable = true)
 *     static class Counter extends PyObject {
 *         private long n;
 *
 *         Counter(PyType type) { super(type); }
 *
 *         @Expose(name = "__new__", signature = "(start=0)")
 *         static Object make(ThreadState ts, PyType cls, Tally state, long start) {
 *             state.made++;
 *             Counter counter = new Counter(cls);
 *             counter.n = start;
 *             return counter;
 *         }
 *
 *         @Expose String __repr__(ThreadState ts) { return "<Counter " + n + ">"; }
 *         @Expose int __len__(ThreadState ts) { return (int) n; }
 *         @Expose Object __richcompare__(ThreadState ts, Slot op, Object other) {
 *             return other instanceof Counter c ? ts.compare(op, n, c.n) : Singleton.NOT_IMPLEMENTED;
 *         }
 *         @Expose void add(ThreadState ts, long by) { n += by; }
 *         @Getter long value(ThreadState ts) { return n; }
 *         @Setter("value") void setValue(ThreadState ts, @Nullable Object value) {
 *             if (value == null) {
 *                 throw ts.typeError("cannot delete value");
 *             }
 *             n = ts.asLong(value);
 *         }
 *     }
 * }
 * }
 *
 * <p>For a type whose values are plain Java values the class extends nothing and has static methods: {@code static Object __add__(ThreadState ts, String self, Object other)}.
 *
 * <p>The annotation processor writes, into the same package, {@code TallyTable} (the calls), {@code TallyDefinition} and {@code TallyProvider}, and
 * for the nested type {@code TallyCounterTable} and {@code TallyCounterDefinition}. A named Java module lists the providers in its descriptor, and the processor
 * checks the list; on the class path it writes the service file. It also writes a type stub for each Python module to {@code META-INF/clutch/stubs}.
 *
 * @see dev.clutch.extension.spi.Expose
 */
@NullMarked
package dev.clutch.extension.spi;

import org.jspecify.annotations.NullMarked;
