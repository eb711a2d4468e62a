package dev.clutch.runtime;

/** Is told of each signal when it comes, in whatever thread the JVM has for it: must neither block nor throw. */
@FunctionalInterface
public interface SignalListener {
    /** A signal came. */
    void tripped(int signal);
}
