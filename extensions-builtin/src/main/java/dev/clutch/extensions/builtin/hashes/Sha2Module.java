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

/** {@code _sha2}. */
@ExtensionModule(
        name = "_sha2",
        doc = "The SHA-2 algorithms.",
        types = {Sha224Hash.class, Sha256Hash.class, Sha384Hash.class, Sha512Hash.class},
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class Sha2Module {
    @Nullable
    private PyType sha224Hash;

    @Nullable
    private PyType sha256Hash;

    @Nullable
    private PyType sha384Hash;

    @Nullable
    private PyType sha512Hash;

    @Exec
    void make(ThreadState ts, PyObject module) {
        sha224Hash = ts.moduleType(module, "SHA224Type");
        sha256Hash = ts.moduleType(module, "SHA256Type");
        sha384Hash = ts.moduleType(module, "SHA384Type");
        sha512Hash = ts.moduleType(module, "SHA512Type");
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new SHA-224 hash object.")
    Object sha224(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Sha224Hash hash = new Sha224Hash(Objects.requireNonNull(sha224Hash), JdkState.of("SHA-224"));
        hash.feed(ts, string);
        return hash;
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new SHA-256 hash object.")
    Object sha256(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Sha256Hash hash = new Sha256Hash(Objects.requireNonNull(sha256Hash), JdkState.of("SHA-256"));
        hash.feed(ts, string);
        return hash;
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new SHA-384 hash object.")
    Object sha384(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Sha384Hash hash = new Sha384Hash(Objects.requireNonNull(sha384Hash), JdkState.of("SHA-384"));
        hash.feed(ts, string);
        return hash;
    }

    @Expose(signature = "(string=b'', *, usedforsecurity=True)", doc = "Return a new SHA-512 hash object.")
    Object sha512(ThreadState ts, @Nullable Object string, boolean usedforsecurity) {
        Sha512Hash hash = new Sha512Hash(Objects.requireNonNull(sha512Hash), JdkState.of("SHA-512"));
        hash.feed(ts, string);
        return hash;
    }
}
