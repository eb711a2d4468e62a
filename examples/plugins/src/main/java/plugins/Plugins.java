package plugins;

import dev.clutch.interp.embedding.PythonInterpreter;
import dev.clutch.interp.embedding.PythonRuntime;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterClosedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plug-ins by name, each in an interpreter of its own; may be used by many threads. */
public final class Plugins {
    private static final Duration CALL = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final PythonRuntime runtime;
    private final Map<String, PythonInterpreter> loaded = new ConcurrentHashMap<>();

    public Plugins(PythonRuntime runtime) {
        this.runtime = runtime;
    }

    private PythonInterpreter start(Path file) throws IOException {
        PythonInterpreter python = runtime.newInterpreter();
        boolean done = false;
        try {
            python.define("log", (arguments, keywords) -> {
                System.out.println("log: " + arguments + " " + keywords);
                return null;
            });
            python.exec(file);
            done = true;
            return python;
        } finally {
            if (!done) {
                python.close();
            }
        }
    }

    public void load(String name, Path file) throws IOException {
        PythonInterpreter python = start(file);
        if (loaded.putIfAbsent(name, python) != null) {
            python.close();
            throw new IllegalStateException(name + " is loaded already");
        }
    }

    public Object call(String name, Object request) {
        while (true) {
            PythonInterpreter python = loaded.get(name);
            if (python == null) {
                throw new IllegalStateException(name + " is not loaded");
            }
            try {
                return python.within(CALL).call("handle", request);
            } catch (InterpreterClosedException e) {
                // replaced between our look and the call: ask the next one
                if (loaded.get(name) == python) {
                    throw e;
                }
            }
        }
    }

    /** The new one serves from here on; calls that are in the old one end there before it is closed. */
    public CloseReport replace(String name, Path file) throws IOException {
        return loaded.put(name, start(file)).close(CLOSE);
    }

    public CloseReport unload(String name) {
        return loaded.remove(name).close(CLOSE);
    }
}
