package dev.clutch.interp.cli;

import dev.clutch.interp.PyThreadState;
import dev.clutch.runtime.Attachment;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeConfig;

/** The command line. Answers to {@code Py_RunMain}. */
public final class Main {
    /** Deep recursion of Python code needs a deep Java stack. */
    private static final long STACK_BYTES = 512L << 20;

    private final String[] arguments;
    /** An error of our own, which nobody catches, leaves it so. */
    private int status = 1;

    private Main(String[] arguments) {
        this.arguments = arguments;
    }

    /** Starts Python in a thread with a large stack and exits with its status. */
    public static void main(String[] arguments) throws InterruptedException {
        Main main = new Main(arguments);
        Thread thread = new Thread(null, main::run, "MainThread", STACK_BYTES);
        thread.start();
        thread.join();
        if (main.status != 0 || othersRun()) {
            System.exit(main.status);
        }
    }

    /**
     * Whether the JVM would go on after this thread. Where it wouldn't, returning is the cheaper end: {@link System#exit} first starts the logging of the JDK, to be able to say who
     * called it.
     */
    private static boolean othersRun() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[group.activeCount() + 16];
        int count = group.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        CommandLine line = CommandLine.parse(arguments, System.getenv());
        if (line.message() != null) {
            (line.status() == 0 ? System.out : System.err)
                    .println(line.message().stripTrailing());
            status = line.status();
            return;
        }
        RuntimeConfig config = RuntimeConfig.builder()
                .languageOptions(line.options())
                .patient(true)
                .build();
        PyThreadState ts;
        try (Runtime runtime = Runtime.start(config)) {
            try (Attachment attachment = runtime.main().attach()) {
                ts = (PyThreadState) attachment.threadState();
                status = Program.run(ts, line);
            }
        }
        if (ts.interp.lostOutput()) {
            status = 120;
        }
    }
}
