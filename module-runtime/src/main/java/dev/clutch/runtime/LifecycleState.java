package dev.clutch.runtime;

/**
 * The states of a runtime and of an interpreter. Answers to {@code core_initialized}, {@code initialized}, {@code finalizing} of {@code _PyRuntimeState} and
 * {@code _initialized}, {@code _ready}, {@code _finalizing} of {@code PyInterpreterState}.
 */
public enum LifecycleState {
    /** The object exists, no Python code can run. */
    CREATED,
    /** Built-in types, {@code sys}, {@code builtins} and the import machinery are there. */
    CORE_INITIALIZED,
    /** Open for everyone. */
    INITIALIZED,
    /** Nobody new comes in, no thread starts; exit callbacks run, threads and guards are waited for. */
    CLOSING,
    /** Only the closing thread may run; the others are being ended. */
    FINALIZING,
    /** Nothing runs any more. */
    CLOSED,
    /** Initialisation failed; what was made is dropped. */
    FAILED;

    boolean mayBecome(LifecycleState next) {
        return switch (this) {
            case CREATED -> next == CORE_INITIALIZED || next == FAILED;
            case CORE_INITIALIZED -> next == INITIALIZED || next == FAILED;
            case INITIALIZED -> next == CLOSING;
            case CLOSING -> next == FINALIZING;
            case FINALIZING -> next == CLOSED;
            case CLOSED, FAILED -> false;
        };
    }
}
