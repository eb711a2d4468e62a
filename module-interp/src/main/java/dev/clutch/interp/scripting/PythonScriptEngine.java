package dev.clutch.interp.scripting;

import dev.clutch.interp.embedding.ExecutionFailedException;
import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonObject;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.RuntimeConfig;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;

/**
 * One engine is one runtime with its main interpreter. Its own bindings of {@code ENGINE_SCOPE} are {@code __main__}; other bindings are copied into a namespace of their own before a script runs and back afterwards. Names of
 * {@code GLOBAL_SCOPE} are seen where a script has none. A script that is one expression has its value, any other {@code null}. Values cross as {@link dev.clutch.interp.embedding} says.
 *
 * <p>Any thread may use an engine; scripts take turns, and what they print goes to the writer of the context that was used last. Close it when it is not needed any more: its exit functions run then.
 */
public final class PythonScriptEngine extends AbstractScriptEngine implements Invocable, Compilable, AutoCloseable {
    private final PythonScriptEngineFactory factory;
    private final ContextStreams streams = new ContextStreams();
    private final PythonRuntime runtime;
    private final PythonInterpreter python;
    private final MainBindings main;
    /** Names in {@code __main__} that came from the global scope: those are brought up to date. Guarded by itself. */
    private final Set<String> fromGlobalScope = new HashSet<>();

    PythonScriptEngine(PythonScriptEngineFactory factory) {
        this.factory = factory;
        InterpreterConfig config = InterpreterConfig.main().toBuilder()
                .standardInput(streams.in)
                .standardOutput(streams.out)
                .standardError(streams.err)
                .build();
        runtime = PythonRuntime.start(
                RuntimeConfig.builder().mainInterpreter(config).build());
        python = runtime.main();
        main = new MainBindings(python);
        context.setBindings(main, ScriptContext.ENGINE_SCOPE);
    }

    /** Returns the interpreter, for what {@code javax.script} has no words for: deadlines, futures, handles. */
    public PythonInterpreter interpreter() {
        return python;
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public void close() {
        runtime.close();
    }

    // ---- scripts -------------------------------------------------------------------------------------------------

    @Override
    public @Nullable Object eval(String script, ScriptContext where) throws ScriptException {
        try (PythonScript compiled = compiled(script, where)) {
            return compiled.eval(where);
        }
    }

    @Override
    public @Nullable Object eval(Reader script, ScriptContext where) throws ScriptException {
        return eval(text(script), where);
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        return compiled(script, context);
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(text(script));
    }

    private static String text(Reader script) throws ScriptException {
        try {
            return script.readAllAsString();
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    /** As an expression, or else as a program. */
    private PythonScript compiled(String script, ScriptContext where) throws ScriptException {
        String file = where.getAttribute(ScriptEngine.FILENAME) instanceof String s ? s : "<script>";
        try {
            return new PythonScript(this, code(script.strip(), file, "eval"), true);
        } catch (ExecutionFailedException e) {
            if (!e.typeName().equals("SyntaxError") && !e.typeName().equals("IndentationError")) {
                throw failure(e);
            }
        }
        try {
            return new PythonScript(this, code(script, file, "exec"), false);
        } catch (ExecutionFailedException e) {
            throw failure(e);
        }
    }

    private PythonObject code(String script, String file, String mode) {
        return (PythonObject) requireValue(python.call("__builtins__.compile", script, file, mode));
    }

    /** Runs a code object with the bindings and streams of a context. */
    @Nullable
    Object run(PythonObject code, boolean isExpression, ScriptContext where) throws ScriptException {
        streams.use(where);
        Bindings scope = where.getBindings(ScriptContext.ENGINE_SCOPE);
        Bindings global = where.getBindings(ScriptContext.GLOBAL_SCOPE);
        String function = isExpression ? "__builtins__.eval" : "__builtins__.exec";
        try {
            if (scope == main) {
                addGlobals(global);
                try (PythonObject namespace = python.handle("__builtins__.globals()")) {
                    return python.call(function, code, namespace);
                }
            }
            try (PythonObject namespace = python.handle("{'__name__': '__main__', '__builtins__': __builtins__}")) {
                if (global != null) {
                    Object ignored = namespace.invoke("update", global);
                }
                Object ignored = namespace.invoke("update", scope);
                Object result = python.call(function, code, namespace);
                copyBack((Map<?, ?>) requireValue(namespace.toJava()), scope, global);
                return result;
            }
        } catch (ExecutionFailedException e) {
            throw failure(e);
        } finally {
            python.flush();
        }
    }

    private void addGlobals(@Nullable Bindings global) {
        if (global == null) {
            return;
        }
        synchronized (fromGlobalScope) {
            for (Map.Entry<String, Object> e : global.entrySet()) {
                if (fromGlobalScope.contains(e.getKey()) || !main.containsKey(e.getKey())) {
                    fromGlobalScope.add(e.getKey());
                    python.set(e.getKey(), e.getValue());
                }
            }
        }
    }

    private static void copyBack(Map<?, ?> namespace, Bindings scope, @Nullable Bindings global) {
        for (Map.Entry<?, ?> e : namespace.entrySet()) {
            boolean ours = e.getKey() instanceof String name
                    && !name.startsWith("__")
                    && !name.isEmpty()
                    && (scope.containsKey(name) || global == null || !global.containsKey(name));
            if (ours) {
                scope.put((String) e.getKey(), e.getValue());
            }
        }
        scope.keySet().removeIf(name -> !namespace.containsKey(name));
    }

    static ScriptException failure(ExecutionFailedException e) {
        ScriptException failure = e.frames().isEmpty()
                ? new ScriptException(e.getMessage())
                : new ScriptException(
                        e.getMessage(),
                        e.frames().getLast().file(),
                        e.frames().getLast().line());
        failure.initCause(e);
        return failure;
    }

    private static Object requireValue(@Nullable Object made) {
        if (made == null) {
            throw new IllegalStateException("there is no value");
        }
        return made;
    }

    // ---- functions -----------------------------------------------------------------------------------------------

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        if (!main.containsKey(name)) {
            throw new NoSuchMethodException(name);
        }
        return invoke(() -> python.call(name, arguments));
    }

    @Override
    public @Nullable Object invokeMethod(Object object, String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        if (!(object instanceof PythonObject target)) {
            throw new IllegalArgumentException("not a Python object: " + object);
        }
        if (python.call("hasattr", target, name) != Boolean.TRUE) {
            throw new NoSuchMethodException(name);
        }
        return invoke(() -> target.invoke(name, arguments));
    }

    private interface Invocation {
        @Nullable
        Object run();
    }

    private @Nullable Object invoke(Invocation invocation) throws ScriptException {
        streams.use(context);
        try {
            return invocation.run();
        } catch (ExecutionFailedException e) {
            throw failure(e);
        } finally {
            python.flush();
        }
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !main.containsKey(method.getName())) {
                return null;
            }
        }
        return proxy(type, (method, arguments) -> python.call(method, arguments));
    }

    @Override
    public <T> @Nullable T getInterface(Object object, Class<T> type) {
        if (!(object instanceof PythonObject target)) {
            throw new IllegalArgumentException("not a Python object: " + object);
        }
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())
                    && python.call("hasattr", target, method.getName()) != Boolean.TRUE) {
                return null;
            }
        }
        return proxy(type, target::invoke);
    }

    private interface Named {
        @Nullable
        Object call(String method, @Nullable Object... arguments);
    }

    private <T> T proxy(Class<T> type, Named target) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type + " is no interface");
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            @Nullable Object[] arguments = given == null ? new Object[0] : given;
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> type.getName() + " of " + python;
                };
            }
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, given);
            }
            streams.use(context);
            try {
                Object result = target.call(method.getName(), arguments);
                return method.getReturnType() == void.class ? null : PythonObject.cast(result, method.getReturnType());
            } finally {
                python.flush();
            }
        }));
    }
}
