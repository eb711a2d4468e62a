package dev.clutch.runtime.os;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;

/** Random bytes of the kernel by its device, which costs less at start-up than the JDK's providers. */
final class RandomBytes {
    private RandomBytes() {}

    static void fill(byte[] buffer) {
        try (FileInputStream in = new FileInputStream("/dev/urandom")) {
            if (in.readNBytes(buffer, 0, buffer.length) == buffer.length) {
                return;
            }
        } catch (IOException e) {
            // No such device here.
        }
        new SecureRandom().nextBytes(buffer);
    }
}
