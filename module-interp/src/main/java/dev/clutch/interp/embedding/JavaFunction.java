package dev.clutch.interp.embedding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function of the embedder that Python code may call: see {@link PythonInterpreter#define}. */
@FunctionalInterface
public interface JavaFunction {
    /**
     * Called in the thread of the Python code, with the interpreter's lock given back: it may block, and may use this interpreter and others. Several threads may be in it at once. An interruption of the Python code
     * interrupts the thread ({@link Thread#interrupt}) as long as the function runs.
     *
     * @param arguments the positional arguments, not to be changed
     * @param keywords the keyword arguments, not to be changed
     * @return a value that crosses
     * @throws Exception anything: Python code gets it as {@code clutch.JavaError}, a RuntimeError; an {@link ExecutionFailedException} of the same interpreter as the exception that it was there
     */
    @Nullable
    Object call(List<@Nullable Object> arguments, Map<String, @Nullable Object> keywords) throws Exception;
}
