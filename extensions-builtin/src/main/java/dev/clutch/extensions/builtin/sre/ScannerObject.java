package dev.clutch.extensions.builtin.sre;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;

/** {@code _sre.SRE_Scanner}: finds one match after the other. */
@ExtensionType(name = "_sre.SRE_Scanner", exported = false)
final class ScannerObject extends PyObject {
    private final PatternObject pattern;
    private final Object string;
    private final Matcher matcher;

    /** Keeps a buffer exported up to the last match. */
    private final Searched searched;

    private final int pos;
    private boolean isDone;
    private boolean isRunning;

    ScannerObject(PyType type, PatternObject pattern, Object string, Searched searched, Matcher matcher) {
        super(type);
        this.pattern = pattern;
        this.string = string;
        this.searched = searched;
        this.matcher = matcher;
        this.pos = matcher.start();
    }

    @Expose(doc = "Match where the last match ended.")
    Object match(ThreadState ts) {
        return step(ts, false);
    }

    @Expose(doc = "Find the next match.")
    Object search(ThreadState ts) {
        return step(ts, true);
    }

    private Object step(ThreadState ts, boolean search) {
        if (isRunning) {
            throw ts.valueError("regular expression scanner already executing");
        }
        if (isDone) {
            return Singleton.NONE;
        }
        isRunning = true;
        try {
            if (!(search ? matcher.search() : matcher.match())) {
                isDone = true;
                searched.close();
                return Singleton.NONE;
            }
            Object match = pattern.matchAt(ts, matcher, string, pos);
            matcher.advance();
            return match;
        } finally {
            isRunning = false;
        }
    }

    @Getter
    Object pattern(ThreadState ts) {
        return pattern;
    }
}
