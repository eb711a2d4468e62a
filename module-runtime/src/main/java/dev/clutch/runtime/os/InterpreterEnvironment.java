package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.Errno;
import dev.clutch.extension.spi.os.FsEncoding;
import dev.clutch.extension.spi.os.OsEnvironment;
import dev.clutch.extension.spi.os.OsException;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of the process environment, or the one that the embedding application gave. */
final class InterpreterEnvironment implements OsEnvironment {
    private final LinkedHashMap<String, String> entries;

    InterpreterEnvironment(Map<String, String> initial) {
        entries = new LinkedHashMap<>(initial);
    }

    /** The environment the JVM was started with, byte for byte where the system shows it. */
    static Map<String, String> ofProcess() {
        try (FileInputStream in = new FileInputStream("/proc/self/environ")) {
            return parse(in.readAllBytes());
        } catch (IOException e) {
            return System.getenv();
        }
    }

    private static Map<String, String> parse(byte[] bytes) {
        LinkedHashMap<String, String> map = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                String row = FsEncoding.decode(bytes, start, i);
                int equals = row.indexOf('=', 1);
                if (equals > 0) {
                    map.putIfAbsent(row.substring(0, equals), row.substring(equals + 1));
                }
                start = i + 1;
            }
        }
        return map;
    }

    @Override
    public synchronized @Nullable String get(String name) {
        return entries.get(name);
    }

    @Override
    public synchronized void set(String name, String value) {
        check(name);
        entries.put(name, value);
    }

    @Override
    public synchronized void unset(String name) {
        check(name);
        entries.remove(name);
    }

    @Override
    public synchronized void clear() {
        entries.clear();
    }

    @Override
    public synchronized Map<String, String> snapshot() {
        return new LinkedHashMap<>(entries);
    }

    private static void check(String name) {
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new OsException(Errno.EINVAL);
        }
    }
}
