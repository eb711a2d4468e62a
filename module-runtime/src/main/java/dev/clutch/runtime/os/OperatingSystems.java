package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Os;
import dev.clutch.runtime.InterpreterConfig;
import dev.clutch.runtime.Limits;
import dev.clutch.runtime.RuntimeInterpreter;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the operating system of each interpreter of one runtime. What the kernel keeps per process (descriptors, the C
 * library, the standard streams) is shared through this object.
 */
public final class OperatingSystems {
    private final @Nullable Libc libc;
    private final String reason;
    private final boolean aarch64;
    private final Descriptors descriptors = new Descriptors();
    private final StandardStreams streams = new StandardStreams();
    private final NioPaths nio = new NioPaths();

    public OperatingSystems() {
        this(false);
    }

    /** {@code portable}: never use native calls, even where they are granted. */
    public OperatingSystems(boolean portable) {
        String system = System.getProperty("os.name", "");
        String machine = System.getProperty("os.arch", "");
        aarch64 = machine.equals("aarch64");
        if (portable) {
            reason = "The portable implementation was asked for.";
            libc = null;
        } else if (!system.equals("Linux")) {
            reason = "Native calls are written for Linux; " + system + " gets the portable implementation.";
            libc = null;
        } else if (!aarch64 && !machine.equals("amd64")) {
            reason = "Native calls are written for x86_64 and aarch64; " + machine
                    + " gets the portable implementation.";
            libc = null;
        } else if (!OperatingSystems.class.getModule().isNativeAccessEnabled()) {
            reason = "Native access isn't granted to " + OperatingSystems.class.getModule()
                    + "; --enable-native-access grants it.";
            libc = null;
        } else {
            reason = "Linux on " + machine + " with native access.";
            libc = new Libc();
        }
    }

    /** In the working directory and with the environment of the process. */
    public Os create() {
        return create(null, null);
    }

    /** As {@link #create(String, Map)}, within the interpreter's limits of output and open files. */
    public Os create(RuntimeInterpreter interpreter) {
        InterpreterConfig config = interpreter.config();
        Path directory = config.workingDirectory();
        Os os = create(directory == null ? null : directory.toString(), config.environment());
        Limits limits = config.limits();
        return limits.outputBytes() < 0 && limits.openFiles() < 0
                ? os
                : new LimitedOs(os, new Quotas(interpreter, limits));
    }

    /** Counts output that goes past the system, against the limits of the interpreter that has the view; false when it is to be dropped. */
    public boolean count(Os os, long bytes) {
        return !(os instanceof LimitedOs limited) || limited.count(bytes);
    }

    /** {@code directory} must be absolute; null for either means that of the process. */
    public Os create(@Nullable String directory, @Nullable Map<String, String> environment) {
        String start = directory != null ? directory : System.getProperty("user.dir", "/");
        InterpreterEnvironment entries =
                new InterpreterEnvironment(environment != null ? environment : InterpreterEnvironment.ofProcess());
        WorkingDirectory place = new WorkingDirectory(start, directory == null);
        Libc library = libc;
        if (library == null) {
            return new PortableOs(reason, streams, nio, place, entries);
        }
        return new PosixOs(reason, library, descriptors, streams, nio, place, entries, aarch64);
    }
}
