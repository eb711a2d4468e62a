package dev.clutch.interp.build;

import java.io.IOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** A number for the class files of the engine, for those of the seams that compiled code calls as well: another build of them has another number. */
final class EngineFingerprint {
    private static final List<String> MODULES =
            List.of("dev.clutch.extension.spi", "dev.clutch.runtime", "dev.clutch.interp");

    private EngineFingerprint() {}

    /** Returns the first 64 bits of the SHA-256 of all class files, in the order of their names. */
    static long compute() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
        for (String name : MODULES) {
            ResolvedModule module =
                    ModuleLayer.boot().configuration().findModule(name).orElseThrow();
            try (ModuleReader reader = module.reference().open()) {
                for (String file : reader.list()
                        .filter(f -> f.endsWith(".class") && !f.equals("module-info.class"))
                        .sorted()
                        .toList()) {
                    ByteBuffer bytes = reader.read(file).orElseThrow();
                    digest.update(bytes);
                    reader.release(bytes);
                }
            }
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
