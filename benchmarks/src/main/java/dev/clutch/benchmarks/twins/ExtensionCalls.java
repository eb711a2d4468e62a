package dev.clutch.benchmarks.twins;

import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.modules.Modules;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs {@code benchmarks/extensions.py}, which times loops over both twins and prints the ratios: at most 1.3 by the design. */
public final class ExtensionCalls {
    private ExtensionCalls() {}

    /** The argument is the program. */
    public static void main(String[] args) throws IOException {
        String source = Files.readString(Path.of(args[0]), StandardCharsets.UTF_8);
        try (Runtime runtime = Runtime.start();
                Attachment inside = runtime.main().attach()) {
            PyThreadState ts = (PyThreadState) inside.threadState();
            PyModule core = Modules.create(ts, new CoreTwinDefinition());
            core.dict.put("Twin", CoreTwin.Twin.TYPE);
            PyDict globals = new PyDict();
            globals.put("__name__", "__main__");
            globals.put("core", core);
            globals.put("extension", Modules.create(ts, new ExtensionTwinDefinition()));
            Execution.run(
                    ts,
                    SourceCompiler.text(ts, source, args[0], ParserOptions.Mode.EXEC, 0),
                    globals,
                    globals,
                    new PyCell[0]);
        }
    }
}
