package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.ThreadState;

/** A decoder with universal newlines. The lowest bit of its number is the carriage return that was kept back. */
final class TranslatingDecoder extends TextDecoder {
    private final TextDecoder inner;
    private final NewlineTranslator translator;

    TranslatingDecoder(TextDecoder inner, boolean translate) {
        this.inner = inner;
        this.translator = new NewlineTranslator(translate);
    }

    @Override
    Object decode(ThreadState ts, byte[] bytes, int from, int to, boolean last) {
        return translator.translate(inner.decode(ts, bytes, from, to, last), last);
    }

    @Override
    State getState(ThreadState ts) {
        State s = inner.getState(ts);
        return new State(s.pending(), s.flags() << 1 | (translator.pendingReturn ? 1 : 0));
    }

    @Override
    void setState(ThreadState ts, State state) {
        translator.pendingReturn = (state.flags() & 1) != 0;
        inner.setState(ts, new State(state.pending(), state.flags() >> 1));
    }

    @Override
    void reset(ThreadState ts) {
        translator.reset();
        inner.reset(ts);
    }

    @Override
    Object newlines(ThreadState ts) {
        return translator.newlines(ts);
    }
}
