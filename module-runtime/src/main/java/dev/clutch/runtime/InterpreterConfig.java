package dev.clutch.runtime;

import java.nio.file.Path;
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
    private final @Nullable Set<String> allowedExtensions;

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
        allowedExtensions = b.allowedExtensions;
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
        b.allowedExtensions = allowedExtensions;
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

    /** Returns the names of the extension modules that may be loaded besides those that come with Clutch; null for what the runtime's configuration says. */
    public @Nullable Set<String> allowedExtensions() {
        return allowedExtensions;
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
        private @Nullable Set<String> allowedExtensions;

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

        /** Sets the names of the extension modules that may be loaded, where extensions are checked; those that come with Clutch need not be named. */
        public Builder allowedExtensions(Set<String> value) {
            allowedExtensions = Set.copyOf(value);
            return this;
        }

        /** Checks and makes; an illegal combination is an {@code IllegalArgumentException} with the sentence of CPython's {@code init_interp_settings}. */
        public InterpreterConfig build() {
            if (!useMainObmalloc && !checkMultiInterpExtensions) {
                throw new IllegalArgumentException(
                        "per-interpreter obmalloc does not support single-phase init extension modules");
            }
            return new InterpreterConfig(this);
        }
    }
}
