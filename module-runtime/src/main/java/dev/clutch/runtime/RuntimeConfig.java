package dev.clutch.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a runtime is made; immutable. Answers to {@code PyPreConfig} and the process-wide part of {@code PyConfig}. */
public final class RuntimeConfig {
    private final @Nullable Language language;
    private final InterpreterConfig mainInterpreter;
    private final Duration switchInterval;
    private final Duration closeTimeout;
    private final Duration closeGrace;
    private final boolean patient;
    private final int stackBytesPerCall;
    private final List<AuditHook> auditHooks;
    private final @Nullable OpenCodeHook openCodeHook;
    private final @Nullable Object languageOptions;
    private final ExtensionPolicy extensionPolicy;
    private final QuarantinePolicy quarantine;
    private final @Nullable Set<String> allowedExtensions;
    private final @Nullable Path verifierReports;
    private final boolean traceHandles;
    private final @Nullable Path reportCards;

    private RuntimeConfig(Builder b) {
        language = b.language;
        mainInterpreter = b.mainInterpreter;
        switchInterval = b.switchInterval;
        closeTimeout = b.closeTimeout;
        closeGrace = b.closeGrace;
        patient = b.patient;
        stackBytesPerCall = b.stackBytesPerCall;
        auditHooks = List.copyOf(b.auditHooks);
        openCodeHook = b.openCodeHook;
        languageOptions = b.languageOptions;
        extensionPolicy = b.extensionPolicy;
        quarantine = b.quarantine;
        allowedExtensions = b.allowedExtensions;
        verifierReports = b.verifierReports;
        traceHandles = b.traceHandles;
        reportCards = b.reportCards;
    }

    /** Returns the defaults. */
    public static RuntimeConfig defaults() {
        return new Builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the language, or null for the one that {@link java.util.ServiceLoader} finds. */
    public @Nullable Language language() {
        return language;
    }

    /** Returns the configuration of the main interpreter. */
    public InterpreterConfig mainInterpreter() {
        return mainInterpreter;
    }

    /** Returns the interval that new locks start with. */
    public Duration switchInterval() {
        return switchInterval;
    }

    /** Returns how long {@link Runtime#close()} waits in all. */
    public Duration closeTimeout() {
        return closeTimeout;
    }

    /** Returns whether {@link Runtime#close()} waits for threads and exit functions of the main interpreter as long as they take; its time begins after them. */
    public boolean patient() {
        return patient;
    }

    /** Returns how long each step of a close may still take once the deadline has passed. */
    public Duration closeGrace() {
        return closeGrace;
    }

    /** Returns the stack reserved for one Python call in threads that the runtime starts. */
    public int stackBytesPerCall() {
        return stackBytesPerCall;
    }

    /** Returns the audit hooks that are there from the first event on. */
    public List<AuditHook> auditHooks() {
        return auditHooks;
    }

    /** Returns the hook of {@code io.open_code}. */
    public @Nullable OpenCodeHook openCodeHook() {
        return openCodeHook;
    }

    /** Returns what the language alone understands, null for its defaults. */
    public @Nullable Object languageOptions() {
        return languageOptions;
    }

    /** Returns what interpreters that check extensions ask of those that declare to be isolated, unless their own configuration says otherwise. */
    public ExtensionPolicy extensionPolicy() {
        return extensionPolicy;
    }

    /** Returns which extensions such interpreters load in quarantine, unless their own configuration says otherwise. */
    public QuarantinePolicy quarantine() {
        return quarantine;
    }

    /** Returns the names of the extension modules that such interpreters may load besides those that come with Clutch; null for all. */
    public @Nullable Set<String> allowedExtensions() {
        return allowedExtensions;
    }

    /** Returns the folder in which reports about extensions are kept, null when they are kept in memory only. */
    public @Nullable Path verifierReports() {
        return verifierReports;
    }

    /** Returns whether handles and queue ends that Java code gets remember where, so that {@link CloseReport#remains} can name it. */
    public boolean traceHandles() {
        return traceHandles;
    }

    /** Returns the folder of the report cards that {@link ExtensionPolicy#CERTIFIED} asks for, null for none. */
    public @Nullable Path reportCards() {
        return reportCards;
    }

    /** Collects the properties. */
    public static final class Builder {
        private @Nullable Language language;
        private InterpreterConfig mainInterpreter = InterpreterConfig.main();
        private Duration switchInterval = Duration.ofNanos(InterpreterLock.DEFAULT_INTERVAL_NANOS);
        private Duration closeTimeout = Duration.ofSeconds(30);
        private Duration closeGrace = Duration.ofMillis(500);
        private boolean patient;
        private int stackBytesPerCall = 16 * 1024;
        private final List<AuditHook> auditHooks = new ArrayList<>();
        private @Nullable OpenCodeHook openCodeHook;
        private @Nullable Object languageOptions;
        private ExtensionPolicy extensionPolicy = ExtensionPolicy.VERIFY;
        private QuarantinePolicy quarantine = QuarantinePolicy.NEVER;
        private @Nullable Set<String> allowedExtensions;
        private @Nullable Path verifierReports;
        private boolean traceHandles;
        private @Nullable Path reportCards;

        private Builder() {}

        /** Sets the language. */
        public Builder language(Language value) {
            language = value;
            return this;
        }

        /** Sets the configuration of the main interpreter. */
        public Builder mainInterpreter(InterpreterConfig value) {
            if (!value.ownGil()) {
                throw new IllegalArgumentException("the main interpreter has a lock of its own");
            }
            mainInterpreter = value;
            return this;
        }

        /** Sets the interval that new locks start with. */
        public Builder switchInterval(Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException("switch interval must be strictly positive");
            }
            switchInterval = value;
            return this;
        }

        /** Sets how long {@link Runtime#close()} waits in all. */
        public Builder closeTimeout(Duration value) {
            closeTimeout = requireNotNegative(value);
            return this;
        }

        /** Has close wait for threads and exit functions of the main interpreter as long as they take, as {@code Py_FinalizeEx} does. */
        public Builder patient(boolean value) {
            patient = value;
            return this;
        }

        /** Sets how long each step of a close may still take once the deadline has passed. */
        public Builder closeGrace(Duration value) {
            closeGrace = requireNotNegative(value);
            return this;
        }

        /** Sets the stack reserved for one Python call in threads that the runtime starts. */
        public Builder stackBytesPerCall(int value) {
            if (value < 256) {
                throw new IllegalArgumentException("a Python call needs at least 256 bytes of stack, not " + value);
            }
            stackBytesPerCall = value;
            return this;
        }

        /** Adds an audit hook that is there from the first event on: {@code PySys_AddAuditHook} before initialisation. */
        public Builder auditHook(AuditHook hook) {
            auditHooks.add(hook);
            return this;
        }

        /** Sets the hook of {@code io.open_code}: {@code PyFile_SetOpenCodeHook} before initialisation. */
        public Builder openCodeHook(OpenCodeHook hook) {
            openCodeHook = hook;
            return this;
        }

        /** Sets what the language alone understands, an immutable object of a class that it names. */
        public Builder languageOptions(Object value) {
            languageOptions = value;
            return this;
        }

        /** Sets what interpreters that check extensions ask of those that declare to be isolated; {@link ExtensionPolicy#VERIFY} by default. */
        public Builder extensionPolicy(ExtensionPolicy value) {
            extensionPolicy = value;
            return this;
        }

        /** Sets which extensions such interpreters load in quarantine; {@link QuarantinePolicy#NEVER} by default. */
        public Builder quarantine(QuarantinePolicy value) {
            quarantine = value;
            return this;
        }

        /** Sets the names of the extension modules that such interpreters may load; those that come with Clutch need not be named. */
        public Builder allowedExtensions(Set<String> value) {
            allowedExtensions = Set.copyOf(value);
            return this;
        }

        /** Sets a folder in which reports about extensions are kept from one process to the next. Whoever can write to it decides what is loaded. */
        public Builder verifierReports(Path folder) {
            verifierReports = folder;
            return this;
        }

        /** Has handles and queue ends remember where Java code got them; a walk of the stack for each, some microseconds. */
        public Builder traceHandles(boolean value) {
            traceHandles = value;
            return this;
        }

        /** Sets a folder of report cards, the JSON files that {@code -m clutch.compat} writes. Whoever can write to it decides what is loaded. */
        public Builder reportCards(Path folder) {
            reportCards = folder;
            return this;
        }

        /** Makes the configuration. */
        public RuntimeConfig build() {
            return new RuntimeConfig(this);
        }

        private static Duration requireNotNegative(Duration value) {
            if (value.isNegative()) {
                throw new IllegalArgumentException("a time to wait cannot be negative: " + value);
            }
            return value;
        }
    }
}
