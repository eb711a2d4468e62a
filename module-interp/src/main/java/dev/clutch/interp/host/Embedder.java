package dev.clutch.interp.host;

/** What Java code holds of an interpreter. It must let go when that is closed. */
public abstract class Embedder {
    /** For the embedder's side. */
    protected Embedder() {}

    /** The interpreter is closed. */
    public abstract void dropped();
}
