package dev.clutch.interp.scripting;

import dev.clutch.interp.embedding.PythonObject;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** A code object of the engine's interpreter. */
final class PythonScript extends CompiledScript implements AutoCloseable {
    private final PythonScriptEngine engine;
    private final PythonObject code;
    private final boolean isExpression;

    PythonScript(PythonScriptEngine engine, PythonObject code, boolean isExpression) {
        this.engine = engine;
        this.code = code;
        this.isExpression = isExpression;
    }

    @Override
    public @Nullable Object eval(ScriptContext context) throws ScriptException {
        return engine.run(code, isExpression, context);
    }

    @Override
    public PythonScriptEngine getEngine() {
        return engine;
    }

    @Override
    public void close() {
        code.close();
    }
}
