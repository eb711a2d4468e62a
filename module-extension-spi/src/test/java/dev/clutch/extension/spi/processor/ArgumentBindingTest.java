package dev.clutch.extension.spi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.Signature;
import dev.clutch.extension.spi.processor.PythonParameter.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages as CPython 3.12 prints them for functions with the same parameters. */
class ArgumentBindingTest {
    private final TestThreadState ts = TestThreadState.make();

    private static Signature signature(String function, @Nullable String qualified, String text) {
        SignatureModel model = SignatureParser.parse(text);
        List<PythonParameter> named = model.named();
        String[] names = new String[named.size()];
        @Nullable Object[] defaults = new @Nullable Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = named.get(i).name();
            String value = named.get(i).defaultText();
            defaults[i] = value == null ? Signature.REQUIRED : value.equals("<absent>") ? null : value;
        }
        return new Signature(
                function,
                qualified,
                text,
                names,
                defaults,
                model.count(Kind.POSITIONAL_ONLY),
                model.positional(),
                model.has(Kind.VAR_POSITIONAL),
                model.has(Kind.VAR_KEYWORD));
    }

    /** The message for {@code positional} arguments and the given keywords. */
    private String fails(Signature s, int positional, String... keywords) {
        Object[] args = new Object[positional + keywords.length];
        for (int i = 0; i < args.length; i++) {
            args[i] = (long) i;
        }
        String message = TestThreadState.messageOf(() -> s.bind(ts, args, keywords.length == 0 ? null : keywords));
        assertThat(message).startsWith("TypeError: ");
        return message.substring("TypeError: ".length());
    }

    private @Nullable Object[] binds(Signature s, List<Object> positional, Map<String, Object> keywords) {
        Object[] args = new Object[positional.size() + keywords.size()];
        String[] names = keywords.keySet().toArray(new String[0]);
        for (int i = 0; i < args.length; i++) {
            args[i] = i < positional.size()
                    ? positional.get(i)
                    : Objects.requireNonNull(keywords.get(names[i - positional.size()]));
        }
        return s.bind(ts, args, names);
    }

    @Test
    void noParameters() {
        Signature clear = signature("clear", "list.clear", "()");
        assertThat(fails(clear, 1)).isEqualTo("list.clear() takes no arguments (1 given)");
        assertThat(fails(clear, 0, "x")).isEqualTo("list.clear() takes no keyword arguments");
        assertThat(clear.bind(ts, new Object[0], null)).isEmpty();
        assertThat(fails(signature("Plain", null, "()"), 1)).isEqualTo("Plain() takes no positional arguments");
    }

    @Test
    void oneParameter() {
        Signature sin = signature("sin", "math.sin", "(x, /)");
        assertThat(fails(sin, 0)).isEqualTo("math.sin() takes exactly one argument (0 given)");
        assertThat(fails(sin, 2)).isEqualTo("math.sin() takes exactly one argument (2 given)");
        assertThat(fails(sin, 1, "x")).isEqualTo("math.sin() takes no keyword arguments");
    }

    @Test
    void positionalOnly() {
        Signature insert = signature("insert", "list.insert", "(index, object, /)");
        assertThat(fails(insert, 1)).isEqualTo("insert expected 2 arguments, got 1");
        assertThat(fails(insert, 3)).isEqualTo("insert expected 2 arguments, got 3");
        assertThat(fails(insert, 0, "x")).isEqualTo("list.insert() takes no keyword arguments");
        Signature pop = signature("pop", "dict.pop", "(key, default=<absent>, /)");
        assertThat(fails(pop, 0)).isEqualTo("pop expected at least 1 argument, got 0");
        assertThat(fails(pop, 3)).isEqualTo("pop expected at most 2 arguments, got 3");
        assertThat(fails(signature("pop", "list.pop", "(index=-1, /)"), 2))
                .isEqualTo("pop expected at most 1 argument, got 2");
        assertThat(pop.bind(ts, new Object[] {1L}, null)).containsExactly(1L, null);
        assertThat(fails(signature("max", "max", "(x, /, *rest)"), 0))
                .isEqualTo("max expected at least 1 argument, got 0");
    }

    @Test
    void otherWaysToCount() {
        Signature find = signature("find", "str.find", "(sub, start=None, /)").withCounts(Expose.Counts.PARSE_TUPLE);
        assertThat(fails(find, 0)).isEqualTo("find() takes at least 1 argument (0 given)");
        assertThat(fails(find, 3)).isEqualTo("find() takes at most 2 arguments (3 given)");
        Signature one = signature("sorted", "sorted", "(iterable, /, *, key=None)");
        Signature sorted = one.withCounts(Expose.Counts.UNPACK_TUPLE);
        assertThat(fails(sorted, 2, "key")).isEqualTo("sorted expected 1 argument, got 2");
        assertThat(sorted.bind(ts, new Object[] {1L, 2L}, new String[] {"key"})).containsExactly(1L, 2L);
    }

    @Test
    void constructors() {
        Signature reversed = signature("reversed", null, "(object, /)");
        assertThat(fails(reversed, 0)).isEqualTo("reversed expected 1 argument, got 0");
        assertThat(fails(reversed, 0, "x")).isEqualTo("reversed() takes no keyword arguments");
        Signature number = signature("float", null, "(x=0, /)");
        assertThat(fails(number, 2)).isEqualTo("float expected at most 1 argument, got 2");
        Signature integer = signature("int", null, "(x=<absent>, /, base=<absent>)");
        assertThat(fails(integer, 3)).isEqualTo("int() takes at most 2 arguments (3 given)");
        assertThat(fails(integer, 0, "x")).isEqualTo("'x' is an invalid keyword argument for int()");
        assertThat(fails(integer, 1, "base", "y")).isEqualTo("int() takes at most 2 arguments (3 given)");
    }

    @Test
    void keywordOnly() {
        Signature close = signature("isclose", "math.isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)");
        assertThat(fails(close, 0)).isEqualTo("isclose() missing required argument 'a' (pos 1)");
        assertThat(fails(close, 1)).isEqualTo("isclose() missing required argument 'b' (pos 2)");
        assertThat(fails(close, 3)).isEqualTo("isclose() takes exactly 2 positional arguments (3 given)");
        assertThat(fails(close, 5)).isEqualTo("isclose() takes at most 4 arguments (5 given)");
        assertThat(fails(close, 0, "b")).isEqualTo("isclose() missing required argument 'a' (pos 1)");
        assertThat(fails(close, 2, "x")).isEqualTo("'x' is an invalid keyword argument for isclose()");
        assertThat(fails(close, 2, "a")).isEqualTo("argument for isclose() given by name ('a') and position (1)");
        assertThat(fails(close, 0, "rel_tol", "abs_tol", "x", "y", "z"))
                .isEqualTo("isclose() takes at most 4 keyword arguments (5 given)");
        Signature sort = signature("sort", "list.sort", "(*, key=None, reverse=False)");
        assertThat(fails(sort, 1)).isEqualTo("sort() takes no positional arguments");
        assertThat(fails(sort, 0, "key", "reverse", "x"))
                .isEqualTo("sort() takes at most 2 keyword arguments (3 given)");
        Signature compile = signature("compile", "compile", "(a, b, c, flags=0, d=0, o=-1, *, _v=-1)");
        assertThat(fails(compile, 7)).isEqualTo("compile() takes at most 6 positional arguments (7 given)");
        Signature needs = signature("f", "m.f", "(a=1, *, key)");
        assertThat(fails(needs, 1)).isEqualTo("f() missing required argument 'key' (pos 2)");
    }

    @Test
    void positionalOnlyBeforeKeywords() {
        Signature exec = signature("exec", "exec", "(source, globals=None, locals=None, /, *, closure=None)");
        assertThat(fails(exec, 0)).isEqualTo("exec() takes at least 1 positional argument (0 given)");
        assertThat(fails(exec, 4)).isEqualTo("exec() takes at most 3 positional arguments (4 given)");
        assertThat(fails(exec, 1, "globals")).isEqualTo("'globals' is an invalid keyword argument for exec()");
        Signature base64 = signature("b2a_base64", "binascii.b2a_base64", "(data, /, *, newline=True)");
        assertThat(fails(base64, 0)).isEqualTo("b2a_base64() takes exactly 1 positional argument (0 given)");
        Signature sum = signature("sum", "sum", "(iterable, /, start=0)");
        assertThat(fails(sum, 0)).isEqualTo("sum() takes at least 1 positional argument (0 given)");
        assertThat(fails(sum, 3)).isEqualTo("sum() takes at most 2 arguments (3 given)");
        assertThat(fails(sum, 1, "iterable")).isEqualTo("'iterable' is an invalid keyword argument for sum()");
    }

    @Test
    void starred() {
        Signature print = signature("print", "print", "(*args, sep=' ', end=<absent>)");
        assertThat(fails(print, 1, "x")).isEqualTo("'x' is an invalid keyword argument for print()");
        assertThat(print.bind(ts, new Object[] {1L, 2L}, null)).containsExactly("' '", null, new Object[] {1L, 2L});
        assertThat(binds(print, List.of(), Map.of("end", "!"))).containsExactly("' '", "!", new Object[0]);
        Signature all = signature("f", "m.f", "(a, /, b=2, *args, c, **kw)");
        assertThat(binds(all, List.of(1L), Map.of("c", 3L))).containsExactly(1L, "2", 3L, new Object[0], null);
        assertThat(binds(all, List.of(1L, 2L, 3L), Map.of("c", 4L)))
                .containsExactly(1L, 2L, 4L, new Object[] {3L}, null);
        // a positional-only name is free for **kw
        @Nullable Object[] taken = binds(all, List.of(1L), Map.of("c", 4L, "a", 5L));
        assertThat(taken[4]).isEqualTo(Map.of("a", 5L));
        assertThat(fails(all, 2, "c", "b")).isEqualTo("argument for f() given by name ('b') and position (2)");
    }

    @Test
    void byName() {
        Signature open = signature("open", "_io.open", "(file, mode='r', buffering=-1)");
        assertThat(fails(open, 0)).isEqualTo("open() missing required argument 'file' (pos 1)");
        assertThat(fails(open, 1, "file")).isEqualTo("argument for open() given by name ('file') and position (1)");
        assertThat(fails(open, 0, "nope")).isEqualTo("open() missing required argument 'file' (pos 1)");
        assertThat(binds(open, List.of("f"), Map.of("buffering", 0L))).containsExactly("f", "'r'", 0L);
        assertThat(binds(open, List.of(), Map.of("mode", "w", "file", "f"))).containsExactly("f", "w", "-1");
    }
}
