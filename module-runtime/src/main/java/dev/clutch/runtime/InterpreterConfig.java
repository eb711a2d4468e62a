package dev.clutch.runtime;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an interpreter is made; immutable. Answers to {@code PyInterpreterConfig}: the first seven properties have its names, presets and rules, the rest is ours.
 */
public final class InterpreterConfig {
    /** {@code PyInterpreterConfig_..._GIL}. */
    public enum Gil {
        /** The same as {@link #SHARED}. */
        DEFAULT("default"),
        /** The lock of the main interpreter. */
        SHARED("shared"),
        /** A lock of its own: runs in parallel with the others. */
        OWN("own");

        private final String label;

        Gil(String label) {
            this.label = label;
        }

        /** Returns the name that {@code _interpreters.get_config} shows. */
        public String label() {
            return label;
        }

        /** Returns the value with a name; an illegal one is an {@code IllegalArgumentException} with CPython's sentence. */
        public static Gil of(String label) {
            for (Gil gil : values()) {
                if (gil.label.equals(label)) {
                    return gil;
                }
            }
            throw new IllegalArgumentException("unsupported interpreter config .gil value '" + label + "'");
        }
    }

    /** The recursion limit of a new interpreter: {@code Py_DEFAULT_RECURSION_LIMIT}. */
    public static final int DEFAULT_RECURSION_LIMIT = 1000;

    private final boolean useMainObmalloc;
    private final boolean allowFork;
    private final boolean allowExec;
    private final boolean allowThreads;
    private final boolean allowDaemonThreads;
    private final boolean checkMultiInterpExtensions;
    private final Gil gil;
    private final int recursionLimit;
    private final @Nullable Path workingDirectory;
    private final @Nullable Map<String, String> environment;
    private final @Nullable ExtensionPolicy extensionPolicy;
    private final @Nullable QuarantinePolicy quarantine;
    private final @Nullable Set<String> allowedExtensions;
    private final @Nullable List<String> argv;
    private final @Nullable List<String> moduleSearchPaths;
    private final @Nullable List<String> warnoptions;
    private final int optimizationLevel;
    private final @Nullable Boolean writeBytecode;
    private final int intMaxStrDigits;
    private final @Nullable String stdioEncoding;
    private final @Nullable String stdioErrors;
    private final @Nullable InputStream standardInput;
    private final @Nullable OutputStream standardOutput;
    private final @Nullable OutputStream standardError;
    private final @Nullable Duration switchInterval;
    private final Limits limits;
    private final boolean allowVirtualThreads;

    private InterpreterConfig(Builder b) {
        useMainObmalloc = b.useMainObmalloc;
        allowFork = b.allowFork;
        allowExec = b.allowExec;
        allowThreads = b.allowThreads;
        allowDaemonThreads = b.allowDaemonThreads;
        checkMultiInterpExtensions = b.checkMultiInterpExtensions;
        gil = b.gil;
        recursionLimit = b.recursionLimit;
        workingDirectory = b.workingDirectory;
        environment = b.environment;
        extensionPolicy = b.extensionPolicy;
        quarantine = b.quarantine;
        allowedExtensions = b.allowedExtensions;
        argv = b.argv;
        moduleSearchPaths = b.moduleSearchPaths;
        warnoptions = b.warnoptions;
        optimizationLevel = b.optimizationLevel;
        writeBytecode = b.writeBytecode;
        intMaxStrDigits = b.intMaxStrDigits;
        stdioEncoding = b.stdioEncoding;
        stdioErrors = b.stdioErrors;
        standardInput = b.standardInput;
        standardOutput = b.standardOutput;
        standardError = b.standardError;
        switchInterval = b.switchInterval;
        limits = b.limits;
        Boolean virtual = b.allowVirtualThreads;
        allowVirtualThreads = virtual == null ? !limits.countsPlatformThreads() : virtual;
    }

    /** Returns {@code _PyInterpreterConfig_INIT}: own lock, nothing that reaches outside, incompatible extensions refused. */
    public static InterpreterConfig isolated() {
        return new Builder().build();
    }

    /** Returns {@code _PyInterpreterConfig_LEGACY_INIT}: main's lock, everything allowed, as {@code Py_NewInterpreter} makes it. */
    public static InterpreterConfig legacy() {
        return new Builder()
                .useMainObmalloc(true)
                .allowFork(true)
                .allowExec(true)
                .allowDaemonThreads(true)
                .checkMultiInterpExtensions(false)
                .gil(Gil.SHARED)
                .build();
    }

    /** Returns the main interpreter's: as {@link #legacy}, but the lock is its own. */
    public static InterpreterConfig main() {
        return legacy().toBuilder().gil(Gil.OWN).build();
    }

    /** Returns a builder that starts from {@link #isolated}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from this configuration. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.useMainObmalloc = useMainObmalloc;
        b.allowFork = allowFork;
        b.allowExec = allowExec;
        b.allowThreads = allowThreads;
        b.allowDaemonThreads = allowDaemonThreads;
        b.checkMultiInterpExtensions = checkMultiInterpExtensions;
        b.gil = gil;
        b.recursionLimit = recursionLimit;
        b.workingDirectory = workingDirectory;
        b.environment = environment;
        b.extensionPolicy = extensionPolicy;
        b.quarantine = quarantine;
        b.allowedExtensions = allowedExtensions;
        b.argv = argv;
        b.moduleSearchPaths = moduleSearchPaths;
        b.warnoptions = warnoptions;
        b.optimizationLevel = optimizationLevel;
        b.writeBytecode = writeBytecode;
        b.intMaxStrDigits = intMaxStrDigits;
        b.stdioEncoding = stdioEncoding;
        b.stdioErrors = stdioErrors;
        b.standardInput = standardInput;
        b.standardOutput = standardOutput;
        b.standardError = standardError;
        b.switchInterval = switchInterval;
        b.limits = limits;
        b.allowVirtualThreads = allowVirtualThreads ? null : false;
        return b;
    }

    /** Returns {@code use_main_obmalloc}. The JVM has one allocator: the value only decides which other combinations are legal, as in CPython. */
    public boolean useMainObmalloc() {
        return useMainObmalloc;
    }

    /** Returns {@code allow_fork}. */
    public boolean allowFork() {
        return allowFork;
    }

    /** Returns {@code allow_exec}. */
    public boolean allowExec() {
        return allowExec;
    }

    /** Returns {@code allow_threads}. */
    public boolean allowThreads() {
        return allowThreads;
    }

    /** Returns {@code allow_daemon_threads}. */
    public boolean allowDaemonThreads() {
        return allowDaemonThreads;
    }

    /** Returns {@code check_multi_interp_extensions}: whether {@link Gate} refuses extensions that are not isolated. */
    public boolean checkMultiInterpExtensions() {
        return checkMultiInterpExtensions;
    }

    /** Returns {@code gil}. */
    public Gil gil() {
        return gil;
    }

    /** Returns whether the interpreter gets a lock of its own. */
    public boolean ownGil() {
        return gil == Gil.OWN;
    }

    /** Returns the recursion limit that the interpreter starts with. */
    public int recursionLimit() {
        return recursionLimit;
    }

    /** Returns the working directory that the interpreter starts with; null for the process's. */
    public @Nullable Path workingDirectory() {
        return workingDirectory;
    }

    /** Returns the environment that the interpreter starts with; null for the process's. */
    public @Nullable Map<String, String> environment() {
        return environment;
    }

    /** Returns what is asked of extensions that declare to be isolated; null for what the runtime's configuration says. */
    public @Nullable ExtensionPolicy extensionPolicy() {
        return extensionPolicy;
    }

    /** Returns which extensions are loaded in quarantine where extensions are checked; null for what the runtime's configuration says. */
    public @Nullable QuarantinePolicy quarantine() {
        return quarantine;
    }

    /** Returns the names of the extension modules that may be loaded besides those that come with Clutch; null for what the runtime's configuration says. */
    public @Nullable Set<String> allowedExtensions() {
        return allowedExtensions;
    }

    /** Returns {@code argv}: {@code sys.argv}; null for the runtime's. */
    public @Nullable List<String> argv() {
        return argv;
    }

    /** Returns {@code module_search_paths}: what stands before the standard library on {@code sys.path}; null for the runtime's. */
    public @Nullable List<String> moduleSearchPaths() {
        return moduleSearchPaths;
    }

    /** Returns {@code warnoptions}: the filters of warnings, as {@code -W} gives them; null for the runtime's. */
    public @Nullable List<String> warnoptions() {
        return warnoptions;
    }

    /** Returns {@code optimization_level}, as {@code -O} gives it; -1 for the runtime's. */
    public int optimizationLevel() {
        return optimizationLevel;
    }

    /** Returns {@code write_bytecode}: whether importing writes {@code .pyc} files; null for the runtime's choice. */
    public @Nullable Boolean writeBytecode() {
        return writeBytecode;
    }

    /** Returns {@code int_max_str_digits}; -1 for the runtime's. */
    public int intMaxStrDigits() {
        return intMaxStrDigits;
    }

    /** Returns {@code stdio_encoding}: the encoding of the standard streams; null for that of the environment. */
    public @Nullable String stdioEncoding() {
        return stdioEncoding;
    }

    /** Returns {@code stdio_errors}: the error handler of standard input and output; null for that of the environment. */
    public @Nullable String stdioErrors() {
        return stdioErrors;
    }

    /** Returns what {@code sys.stdin} reads; null for descriptor 0. A read that blocks can only be woken by the stream itself. */
    public @Nullable InputStream standardInput() {
        return standardInput;
    }

    /** Returns what {@code sys.stdout} writes to; null for descriptor 1. */
    public @Nullable OutputStream standardOutput() {
        return standardOutput;
    }

    /** Returns what {@code sys.stderr} writes to; null for descriptor 2. */
    public @Nullable OutputStream standardError() {
        return standardError;
    }

    /** Returns the interval that its own lock starts with; null for {@link RuntimeConfig#switchInterval}. */
    public @Nullable Duration switchInterval() {
        return switchInterval;
    }

    /** Returns what it may use. */
    public Limits limits() {
        return limits;
    }

    /** Returns whether virtual threads may enter: true unless something is limited that the JVM counts for platform threads only. */
    public boolean allowVirtualThreads() {
        return allowVirtualThreads;
    }

    /** Collects the properties; {@link #build} checks the combination. */
    public static final class Builder {
        private boolean useMainObmalloc;
        private boolean allowFork;
        private boolean allowExec;
        private boolean allowThreads = true;
        private boolean allowDaemonThreads;
        private boolean checkMultiInterpExtensions = true;
        private Gil gil = Gil.OWN;
        private int recursionLimit = DEFAULT_RECURSION_LIMIT;
        private @Nullable Path workingDirectory;
        private @Nullable Map<String, String> environment;
        private @Nullable ExtensionPolicy extensionPolicy;
        private @Nullable QuarantinePolicy quarantine;
        private @Nullable Set<String> allowedExtensions;
        private @Nullable List<String> argv;
        private @Nullable List<String> moduleSearchPaths;
        private @Nullable List<String> warnoptions;
        private int optimizationLevel = -1;
        private @Nullable Boolean writeBytecode;
        private int intMaxStrDigits = -1;
        private @Nullable String stdioEncoding;
        private @Nullable String stdioErrors;
        private @Nullable InputStream standardInput;
        private @Nullable OutputStream standardOutput;
        private @Nullable OutputStream standardError;
        private @Nullable Duration switchInterval;
        private Limits limits = Limits.none();
        private @Nullable Boolean allowVirtualThreads;

        private Builder() {}

        /** Sets {@code use_main_obmalloc}. */
        public Builder useMainObmalloc(boolean value) {
            useMainObmalloc = value;
            return this;
        }

        /** Sets {@code allow_fork}. */
        public Builder allowFork(boolean value) {
            allowFork = value;
            return this;
        }

        /** Sets {@code allow_exec}. */
        public Builder allowExec(boolean value) {
            allowExec = value;
            return this;
        }

        /** Sets {@code allow_threads}. */
        public Builder allowThreads(boolean value) {
            allowThreads = value;
            return this;
        }

        /** Sets {@code allow_daemon_threads}. */
        public Builder allowDaemonThreads(boolean value) {
            allowDaemonThreads = value;
            return this;
        }

        /** Sets {@code check_multi_interp_extensions}. */
        public Builder checkMultiInterpExtensions(boolean value) {
            checkMultiInterpExtensions = value;
            return this;
        }

        /** Sets {@code gil}. */
        public Builder gil(Gil value) {
            gil = value;
            return this;
        }

        /** Sets the recursion limit that the interpreter starts with. */
        public Builder recursionLimit(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("recursion limit must be greater or equal than 1");
            }
            recursionLimit = value;
            return this;
        }

        /** Sets the working directory, an absolute path. */
        public Builder workingDirectory(Path value) {
            if (!value.isAbsolute()) {
                throw new IllegalArgumentException("working directory must be an absolute path: " + value);
            }
            workingDirectory = value;
            return this;
        }

        /** Sets the environment; the map is copied. */
        public Builder environment(Map<String, String> value) {
            environment = Map.copyOf(value);
            return this;
        }

        /** Sets what is asked of extensions that declare to be isolated, where extensions are checked. */
        public Builder extensionPolicy(ExtensionPolicy value) {
            extensionPolicy = value;
            return this;
        }

        /** Sets which extensions are loaded in quarantine, where extensions are checked. */
        public Builder quarantine(QuarantinePolicy value) {
            quarantine = value;
            return this;
        }

        /** Sets the names of the extension modules that may be loaded, where extensions are checked; those that come with Clutch need not be named. */
        public Builder allowedExtensions(Set<String> value) {
            allowedExtensions = Set.copyOf(value);
            return this;
        }

        /** Sets {@code argv}; the list is copied. */
        public Builder argv(List<String> value) {
            argv = List.copyOf(value);
            return this;
        }

        /** Sets {@code module_search_paths}; the list is copied. */
        public Builder moduleSearchPaths(List<String> value) {
            moduleSearchPaths = List.copyOf(value);
            return this;
        }

        /** Sets {@code warnoptions}; the list is copied. */
        public Builder warnoptions(List<String> value) {
            warnoptions = List.copyOf(value);
            return this;
        }

        /** Sets {@code optimization_level}: 0, 1 or 2. */
        public Builder optimizationLevel(int value) {
            if (value < 0 || value > 2) {
                throw new IllegalArgumentException("optimization level must be 0, 1 or 2, not " + value);
            }
            optimizationLevel = value;
            return this;
        }

        /** Sets {@code write_bytecode}. */
        public Builder writeBytecode(boolean value) {
            writeBytecode = value;
            return this;
        }

        /** Sets {@code int_max_str_digits}: 0, or at least 640. */
        public Builder intMaxStrDigits(int value) {
            if (value != 0 && value < 640) {
                throw new IllegalArgumentException(
                        "int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.");
            }
            intMaxStrDigits = value;
            return this;
        }

        /** Sets {@code stdio_encoding}. */
        public Builder stdioEncoding(String value) {
            stdioEncoding = value;
            return this;
        }

        /** Sets {@code stdio_errors}. */
        public Builder stdioErrors(String value) {
            stdioErrors = value;
            return this;
        }

        /** Sets what {@code sys.stdin} reads. */
        public Builder standardInput(InputStream value) {
            standardInput = value;
            return this;
        }

        /** Sets what {@code sys.stdout} writes to. */
        public Builder standardOutput(OutputStream value) {
            standardOutput = value;
            return this;
        }

        /** Sets what {@code sys.stderr} writes to. */
        public Builder standardError(OutputStream value) {
            standardError = value;
            return this;
        }

        /** Sets the interval that its own lock starts with. */
        public Builder switchInterval(Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException("switch interval must be strictly positive");
            }
            switchInterval = value;
            return this;
        }

        /** Sets what it may use. */
        public Builder limits(Limits value) {
            limits = value;
            return this;
        }

        /** Sets whether virtual threads may enter. */
        public Builder allowVirtualThreads(boolean value) {
            allowVirtualThreads = value;
            return this;
        }

        /** Checks and makes; an illegal combination is an {@code IllegalArgumentException} with the sentence of CPython's {@code init_interp_settings}. */
        public InterpreterConfig build() {
            if (!useMainObmalloc && !checkMultiInterpExtensions) {
                throw new IllegalArgumentException(
                        "per-interpreter obmalloc does not support single-phase init extension modules");
            }
            if (switchInterval != null && gil != Gil.OWN) {
                throw new IllegalArgumentException(
                        "the switch interval belongs to the lock, which is the main interpreter's");
            }
            Boolean virtual = allowVirtualThreads;
            if (virtual != null && virtual && limits.countsPlatformThreads()) {
                throw new IllegalArgumentException(
                        "CPU time and allocated bytes are counted for platform threads only, so virtual threads cannot be allowed together with limits of them");
            }
            return new InterpreterConfig(this);
        }
    }
}
