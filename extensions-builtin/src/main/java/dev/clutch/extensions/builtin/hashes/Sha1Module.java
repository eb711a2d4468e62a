package dev.clutch.extensions.builtin.hashes;

import dev.clutch.extension.spi.Exec;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code _sha1}. */
@ExtensionModule(
        name = "_sha1",
        doc = "The SHA-1 algorithm.",
        types = Sha1Hash.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class Sha1Module {
    @Nullable
    private PyType sha1Hash;

    @Exec
    void make(ThreadState ts, PyObject module) {
        sha1Hash = ts.moduleType(module, "sha1");
        ts.setAttr(module, "SHA1Type", sha1Hash);
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new SHA-1 hash object.")
    Object sha1(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Sha1Hash hash = new Sha1Hash(Objects.requireNonNull(sha1Hash), JdkState.of("SHA-1"));
        hash.feed(ts, string);
        return hash;
    }
}
