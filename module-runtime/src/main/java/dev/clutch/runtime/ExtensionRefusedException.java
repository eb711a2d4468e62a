package dev.clutch.runtime;

/** An extension was refused by the {@link Gate}: what Python code sees as {@code ImportError}, for the embedder the cause of that. */
public final class ExtensionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GateDecision.Refused refusal;

    /** Makes the exception of a refusal; its message is CPython's sentence and the notes. */
    public ExtensionRefusedException(GateDecision.Refused refusal) {
        super(text(refusal), null, false, false);
        this.refusal = refusal;
    }

    private static String text(GateDecision.Refused refusal) {
        StringBuilder text = new StringBuilder(refusal.message());
        for (String note : refusal.notes()) {
            text.append('\n').append(note);
        }
        return text.toString();
    }

    /** Returns the refusal. */
    public GateDecision.Refused refusal() {
        return refusal;
    }
}
