package dev.clutch.interp.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.ClutchLanguage;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.PyCell;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Execution;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.CloseReport;
import dev.clutch.runtime.InterpreterClosedException;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;
import dev.clutch.runtime.RuntimeInterpreter;
import dev.clutch.runtime.schedule.Play;
import dev.clutch.runtime.schedule.Scenario;
import java.time.Duration;
import java.util.Objects;

/** A scenario with interpreters that run the same program, without a library. */
abstract class PythonScenario implements Scenario {
    static final Duration LONG = Duration.ofMinutes(1);

    /** What the core asks of the library when something fails elsewhere. */
    private static final String LIBRARY = """
            import sys, _interpreters
            class ExecutionFailed(Exception):
                def __init__(self, excinfo):
                    self.excinfo = excinfo
                def __repr__(self):
                    return "failed: " + self.excinfo.formatted
            sys.ExecutionFailed = ExecutionFailed
            sys.extract_tb = lambda tb: []
            sys.modules["concurrent.interpreters"] = sys.modules["traceback"] = sys
            """;

    private final String program;
    final RuntimeInterpreter[] interpreters;
    final PyDict[] globals;

    PythonScenario(int count, String program) {
        this.program = LIBRARY + program;
        this.interpreters = new RuntimeInterpreter[count];
        this.globals = new PyDict[count];
    }

    @Override
    public final void run(Play play) {
        Runtime runtime = Runtime.start(
                RuntimeConfig.builder().language(new ClutchLanguage()).build());
        for (int i = 0; i < interpreters.length; i++) {
            interpreters[i] = runtime.newInterpreter();
            globals[i] = new PyDict();
            execute(i);
        }
        play(play);
        for (RuntimeInterpreter interpreter : interpreters) {
            assertThat(interpreter.lock().holder()).isNull();
            assertThat(interpreter.lock().queueLength()).isZero();
        }
        assertThat(runtime.close(LONG)).allMatch(CloseReport::isClean);
    }

    private void execute(int i) {
        try (Attachment a = interpreters[i].attach()) {
            PyThreadState ts = (PyThreadState) a.threadState();
            PyCode code = SourceCompiler.text(ts, program, "<scenario>", ParserOptions.Mode.EXEC, 0);
            Object ignored = Execution.run(ts, code, globals[i], globals[i], new PyCell[0]);
        }
    }

    /** The scenario, once all interpreters have run the program. */
    abstract void play(Play play);

    /** Calls a function of an interpreter in it; returns the text of the exception where there is one. */
    Object call(int i, String function, Object... args) {
        try (Attachment a = interpreters[i].attach()) {
            PyThreadState ts = (PyThreadState) a.threadState();
            try {
                return Call.vector(ts, Objects.requireNonNull(globals[i].get(function)), args, new String[0]);
            } catch (PythonException e) {
                return "raised " + ts.reprText(e.value());
            }
        } catch (InterpreterClosedException e) {
            return "refused";
        }
    }
}
