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

/** {@code _md5}. */
@ExtensionModule(
        name = "_md5",
        doc = "The MD5 algorithm.",
        types = Md5Hash.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class Md5Module {
    @Nullable
    private PyType md5Hash;

    @Exec
    void make(ThreadState ts, PyObject module) {
        md5Hash = ts.moduleType(module, "md5");
        ts.setAttr(module, "MD5Type", md5Hash);
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new MD5 hash object.")
    Object md5(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Md5Hash hash = new Md5Hash(Objects.requireNonNull(md5Hash), JdkState.of("MD5"));
        hash.feed(ts, string);
        return hash;
    }
}
