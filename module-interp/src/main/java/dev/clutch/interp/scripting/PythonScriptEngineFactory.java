package dev.clutch.interp.scripting;

import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Found by {@link javax.script.ScriptEngineManager}. */
public final class PythonScriptEngineFactory implements ScriptEngineFactory {
    private static final String LANGUAGE_VERSION = "3.12";
    private static final List<String> NAMES = List.of("python", "Python", "python3", "clutch", "Clutch");

    /** For the service loader. */
    public PythonScriptEngineFactory() {}

    @Override
    public String getEngineName() {
        return "Clutch";
    }

    @Override
    public String getEngineVersion() {
        String version = PythonScriptEngineFactory.class.getModule().getDescriptor() == null
                ? null
                : PythonScriptEngineFactory.class
                        .getModule()
                        .getDescriptor()
                        .rawVersion()
                        .orElse(null);
        return version == null ? LANGUAGE_VERSION : version;
    }

    @Override
    public List<String> getExtensions() {
        return List.of("py");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-python", "application/x-python");
    }

    @Override
    public List<String> getNames() {
        return NAMES;
    }

    @Override
    public String getLanguageName() {
        return "python";
    }

    @Override
    public String getLanguageVersion() {
        return LANGUAGE_VERSION;
    }

    /** Several threads may use an engine at a time and see what the others do there. */
    @Override
    public @Nullable Object getParameter(String key) {
        return switch (key) {
            case ScriptEngine.ENGINE -> getEngineName();
            case ScriptEngine.ENGINE_VERSION -> getEngineVersion();
            case ScriptEngine.LANGUAGE -> getLanguageName();
            case ScriptEngine.LANGUAGE_VERSION -> getLanguageVersion();
            case ScriptEngine.NAME -> NAMES.getFirst();
            case "THREADING" -> "MULTITHREADED";
            default -> null;
        };
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return object + "." + method + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String getOutputStatement(String text) {
        StringBuilder quoted = new StringBuilder("print(\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\r') {
                quoted.append("\\r");
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append("\")").toString();
    }

    @Override
    public String getProgram(String... statements) {
        return String.join("\n", statements) + "\n";
    }

    @Override
    public PythonScriptEngine getScriptEngine() {
        return new PythonScriptEngine(this);
    }
}
