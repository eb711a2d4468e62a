package dev.clutch.extension.spi.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.extension.spi.ExtensionProvider;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Signature;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.SlotIds;
import dev.clutch.extension.spi.TypeDefinition;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedTableTest {
    private static final String MODULE = """
            @ExtensionModule(name = "demo", doc = "About.",
                multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED, types = {Box.class})
            public final class Demo {
                @Constant static final int LIMIT = 7;
                @Constant("pi") static final double PI = 3.5;
                int calls;
                String log = "";
                @Expose(doc = "Counts.") int count(ThreadState ts) { return ++calls; }
                @Expose static Object two(ThreadState ts, Object a, @Nullable Object b) { return b == null ? a : b; }
                @Expose(signature = "(text, /, width=3, *rest, upper=False, mode=None, **kw)")
                static String mix(ThreadState ts, String text, long width, Object[] rest, boolean upper,
                        @Nullable String mode, @Nullable Object kw) {
                    return text + width + rest.length + upper + mode + kw;
                }
                @Expose static double half(ThreadState ts, double x) { return x / 2; }
                @Expose static Object five(ThreadState ts, Object a, Object b, Object c, Object d, Object e) { return e; }
                @Expose static Object self(ThreadState ts, PyObject module) { return module == null ? "none" : "module"; }
                @Expose(name = "in") static void in_(ThreadState ts) {}
                @Exec(order = 2) void second(ThreadState ts, PyObject module) { log += "second"; }
                @Exec(order = 1) void first(ThreadState ts, PyObject module) { log += "first "; }
                @Expose String log(ThreadState ts) { return log; }
            }
            """;
    private static final String TYPE = """
            @ExtensionType(name = "demo.Box", subclassable = true, dict = true)
            public class Box extends PyObject {
                @Nullable Object value;
                Box(PyType type) { super(type); }
                @Expose(name = "__new__", signature = "(value=None)")
                static Object make(ThreadState ts, PyType cls, Demo state, Object value) {
                    state.calls++;
                    Box box = new Box(cls);
                    box.value = value;
                    return box;
                }
                @Expose String __repr__(ThreadState ts) { return "Box"; }
                @Expose long __hash__(ThreadState ts) { return 42; }
                @Expose Object __richcompare__(ThreadState ts, Slot op, Object other) { return op.name(); }
                @Expose @Nullable Object __next__(ThreadState ts) { return null; }
                @Expose void __setitem__(ThreadState ts, Object key, Object v) { value = v; }
                @Expose Object __pow__(ThreadState ts, Object other, Object modulus) { return modulus; }
                @Expose Object __get__(ThreadState ts, @Nullable Object instance, @Nullable Object owner) {
                    return (instance == null) + "," + (owner == null);
                }
                @Expose(slot = Slot.CONCAT) Object join(ThreadState ts, Object other) { return "joined"; }
                @Expose(slot = Slot.REPEAT) Object times(ThreadState ts, long n) { return n; }
                @Expose(slot = {Slot.ADD, Slot.RADD}) Object add(ThreadState ts, Slot op, Object other) { return op.name(); }
                @Expose boolean same(ThreadState ts, PyType definingClass) { return definingClass == type(); }
                @Getter Object value(ThreadState ts) { return value == null ? "deleted" : value; }
                @Setter("value") void setValue(ThreadState ts, @Nullable Object v) { value = v; }
                @Expose(kind = Expose.Kind.CLASS) static Object cls(ThreadState ts, PyType cls) { return cls; }
                @Expose(kind = Expose.Kind.STATIC) static int twice(ThreadState ts, int n) { return 2 * n; }
            }
            """;
    private static final String TEXT = """
            @ExtensionType(name = "str")
            public final class Text {
                @Expose static int __len__(ThreadState ts, String self) { return self.length(); }
                @Expose(signature = "(sep=None, maxsplit=-1)")
                static Object split(ThreadState ts, Object self, @Nullable String sep, int maxsplit) { return sep + maxsplit; }
            }
            """;

    private final TestThreadState ts = TestThreadState.make();

    @TempDir
    Path folder;

    private Compilation compilation;
    private ModuleDefinition definition;
    private Object state;
    private NativeTable functions;
    private TestThreadState.NamedType boxType;
    private NativeTable box;

    @BeforeEach
    void compile() {
        compilation = Compilation.of(folder, MODULE, TYPE, TEXT);
        definition =
                compilation.make("demo.DemoProvider", ExtensionProvider.class).definition();
        boxType = new TestThreadState.NamedType("Box");
        state = definition.newState(ts, boxType);
        functions = definition.functions(state);
        box = definition.types().getFirst().table(boxType, state);
    }

    private static Member member(NativeTable table, String name) {
        for (Member m : table.members()) {
            if (m.name().equals(name)) {
                return m;
            }
        }
        throw new AssertionError(name);
    }

    private static int id(NativeTable table, String name) {
        return member(table, name).id();
    }

    private @Nullable Object call(NativeTable table, String name, @Nullable Object self, Object... args) {
        return table.call(id(table, name), ts, self, args, null);
    }

    private String error(NativeTable table, String name, @Nullable Object self, Object... args) {
        return TestThreadState.messageOf(() -> call(table, name, self, args));
    }

    private Object newBox(Object value) {
        Object made = box.call1(SlotIds.NEW, ts, boxType, value);
        assertThat(made).isNotNull();
        return java.util.Objects.requireNonNull(made);
    }

    @Test
    void describesTheModule() {
        assertThat(definition.name()).isEqualTo("demo");
        assertThat(definition.doc()).isEqualTo("About.");
        assertThat(definition.multipleInterpreters()).isEqualTo(MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED);
        assertThat(member(functions, "LIMIT").value()).isEqualTo(7L);
        assertThat(member(functions, "pi").value()).isEqualTo(3.5);
        assertThat(functions.doc(id(functions, "count"))).isEqualTo("Counts.");
        assertThat(functions.doc(id(functions, "half"))).isEmpty();
        Signature mix = functions.signature(id(functions, "mix"));
        assertThat(mix).isNotNull();
        assertThat(java.util.Objects.requireNonNull(mix).text())
                .isEqualTo("($module, text, /, width=3, *rest, upper=False, mode=None, **kw)");
        TypeDefinition type = definition.types().getFirst();
        assertThat(type.flags()).isEqualTo(TypeDefinition.SUBCLASSABLE | TypeDefinition.DICT | TypeDefinition.EXPORTED);
        assertThat(type.instanceClass().getName()).isEqualTo("demo.Box");
    }

    @Test
    void keepsStateApart() {
        assertThat(functions.call0(id(functions, "count"), ts, null)).isEqualTo(1L);
        assertThat(functions.call0(id(functions, "count"), ts, null)).isEqualTo(2L);
        NativeTable other = definition.functions(definition.newState(ts, boxType));
        assertThat(other.call0(id(other, "count"), ts, null)).isEqualTo(1L);
    }

    @Test
    void runsExecStepsInOrder() {
        definition.exec(ts, boxType, state);
        assertThat(call(functions, "log", null)).isEqualTo("first second");
    }

    @Test
    void callsDirectlyAndBound() {
        int two = id(functions, "two");
        assertThat(functions.call1(two, ts, null, "a")).isEqualTo("a");
        assertThat(functions.call2(two, ts, null, "a", "b")).isEqualTo("b");
        assertThat(call(functions, "two", null, "a")).isEqualTo("a");
        int mix = id(functions, "mix");
        assertThat(functions.call1(mix, ts, null, "t")).isEqualTo("t30falsenullnull");
        assertThat(functions.call4(mix, ts, null, "t", 1L, 2L, 3L)).isEqualTo("t12falsenullnull");
        assertThat(functions.call(mix, ts, null, new Object[] {"t", 1L, "m", "k"}, new String[] {"upper", "mode", "x"}))
                .isEqualTo("t30truem" + Map.of("x", "k"));
        assertThat(functions.call1(id(functions, "half"), ts, null, 3L)).isEqualTo(1.5);
        assertThat(functions.call0(id(functions, "in"), ts, null)).isEqualTo(Singleton.NONE);
        assertThat(call(functions, "five", null, 1L, 2L, 3L, 4L, 5L)).isEqualTo(5L);
        assertThat(functions.call0(id(functions, "self"), ts, boxType)).isEqualTo("module");
        assertThat(error(functions, "two", null)).isEqualTo("TypeError: two expected at least 1 argument, got 0");
        assertThat(TestThreadState.messageOf(() -> functions.call3(two, ts, null, 1L, 2L, 3L)))
                .isEqualTo("TypeError: two expected at most 2 arguments, got 3");
        assertThat(error(functions, "mix", null, 1L)).isEqualTo("TypeError: mix() argument 1 must be str, not int");
        assertThat(error(functions, "count", null, 1L))
                .isEqualTo("TypeError: demo.count() takes no arguments (1 given)");
    }

    @Test
    void fillsSlots() {
        Object one = newBox(1L);
        assertThat(box.call0(SlotIds.REPR, ts, one)).isEqualTo("Box");
        assertThat(box.call0(SlotIds.HASH, ts, one)).isEqualTo(42L);
        assertThat(box.call0(SlotIds.NEXT, ts, one)).isNull();
        assertThat(box.call1(SlotIds.GE, ts, one, one)).isEqualTo("GE");
        assertThat(box.call1(SlotIds.LT, ts, one, one)).isEqualTo("LT");
        assertThat(box.call2(SlotIds.SETITEM, ts, one, 0L, 9L)).isEqualTo(Singleton.NONE);
        assertThat(box.get(id(box, "value"), ts, one)).isEqualTo(9L);
        assertThat(box.call1(SlotIds.CONCAT, ts, one, one)).isEqualTo("joined");
        assertThat(box.call1(SlotIds.RADD, ts, one, one)).isEqualTo("RADD");
        assertThat(box.call(SlotIds.POW, ts, one, new Object[] {2L}, null)).isEqualTo(Singleton.NONE);
        assertThat(box.call(SlotIds.GET, ts, one, new Object[] {Singleton.NONE, 1L}, null))
                .isEqualTo("true,false");
        assertThat(box.call(SlotIds.GET, ts, one, new Object[] {1L}, null)).isEqualTo("false,true");
    }

    @Test
    void checksSlotArguments() {
        Object one = newBox(1L);
        assertThat(error(box, "__repr__", one, 1L)).isEqualTo("TypeError: expected 0 arguments, got 1");
        assertThat(error(box, "__lt__", one)).isEqualTo("TypeError: expected 1 argument, got 0");
        assertThat(error(box, "__setitem__", one, 1L)).isEqualTo("TypeError:  expected 2 arguments, got 1");
        assertThat(error(box, "__pow__", one)).isEqualTo("TypeError:  expected at least 1 argument, got 0");
        assertThat(error(box, "__mul__", one)).isEqualTo("TypeError:  expected 1 argument, got 0");
        assertThat(error(box, "__get__", one, Singleton.NONE)).isEqualTo("TypeError: __get__(None, None) is invalid");
        assertThat(TestThreadState.messageOf(
                        () -> box.call(SlotIds.LT, ts, one, new Object[] {1L}, new String[] {"x"})))
                .isEqualTo("TypeError: wrapper __lt__() takes no keyword arguments");
        assertThatThrownBy(() -> box.call0(SlotIds.BOOL, ts, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("demo.BoxTable has no member " + SlotIds.BOOL);
    }

    @Test
    void passesClassAndState() {
        Object one = newBox(1L);
        assertThat(functions.call0(id(functions, "count"), ts, null)).isEqualTo(2L);
        assertThat(box.call0(id(box, "same"), ts, one)).isEqualTo(true);
        assertThat(box.call0(id(box, "cls"), ts, boxType)).isSameAs(boxType);
        assertThat(box.call1(id(box, "twice"), ts, null, 4L)).isEqualTo(8L);
        assertThat(box.call(SlotIds.NEW, ts, boxType, new Object[] {5L}, new String[] {"value"}))
                .isNotNull();
        assertThat(TestThreadState.messageOf(() -> box.call2(SlotIds.NEW, ts, boxType, 1L, 2L)))
                .isEqualTo("TypeError: Box() takes at most 1 argument (2 given)");
    }

    @Test
    void getsAndSetsAttributes() {
        Object one = newBox(1L);
        Member value = member(box, "value");
        assertThat(value.writable()).isTrue();
        box.set(value.id(), ts, one, "x");
        assertThat(box.get(value.id(), ts, one)).isEqualTo("x");
        box.set(value.id(), ts, one, null);
        assertThat(box.get(value.id(), ts, one)).isEqualTo("deleted");
    }

    @Test
    void staticMethodsGetJavaValues() {
        TypeDefinition text = compilation.make("demo.TextDefinition", TypeDefinition.class);
        assertThat(text.instanceClass()).isEqualTo(Object.class);
        NativeTable table = text.table(boxType, null);
        assertThat(table.call0(SlotIds.LEN, ts, "abc")).isEqualTo(3L);
        int split = id(table, "split");
        assertThat(table.call0(split, ts, "abc")).isEqualTo("null-1");
        assertThat(table.call1(split, ts, "abc", Singleton.NONE)).isEqualTo("null-1");
        assertThat(TestThreadState.messageOf(() -> table.call1(split, ts, "abc", 1L)))
                .isEqualTo("TypeError: split() argument 'sep' must be str or None, not int");
    }

    @Test
    void writesIndexStubsAndServices() throws ReflectiveOperationException {
        Class<?> index = compilation.load("demo.index.ExtensionIndex");
        assertThat((String[]) index.getMethod("moduleNames").invoke(null)).containsExactly("demo");
        assertThat((String[]) index.getMethod("typeNames").invoke(null)).containsExactly("demo.Box", "str");
        assertThat(index.getMethod("provider", String.class).invoke(null, "nope"))
                .isNull();
        assertThat(index.getMethod("type", String.class).invoke(null, "str")).isInstanceOf(TypeDefinition.class);
        assertThat(compilation.resource("META-INF/services/dev.clutch.extension.spi.ExtensionProvider"))
                .isEqualTo("demo.DemoProvider\n");
        assertThat(compilation.resource("META-INF/clutch/stubs/demo.pyi"))
                .contains(
                        "LIMIT: int\n",
                        "def mix(text: str, /, width: int = 3, *rest: object, upper: bool = False, "
                                + "mode: str | None = None, **kw: object) -> str: ...\n",
                        "class Box:\n",
                        "    def __lt__(self, other: object, /) -> object: ...\n",
                        "    @value.setter\n")
                .doesNotContain("def in(");
        assertThat(compilation.resource("META-INF/clutch/stubs/builtins.pyi"))
                .contains("def split(self, sep: str | None = None, maxsplit: int = -1) -> object: ...\n");
    }
}
