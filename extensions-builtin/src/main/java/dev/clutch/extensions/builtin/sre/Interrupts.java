package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.ThreadState;

/** Lets signals and other requests reach the thread that runs a match. */
record Interrupts(ThreadState ts) implements InterruptCheck {
    @Override
    public void check() {
        ts.checkInterrupts();
    }
}
