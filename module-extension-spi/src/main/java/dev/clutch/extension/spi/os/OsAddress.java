package dev.clutch.extension.spi.os;

import dev.clutch.extension.spi.Stability;

/** A socket address. Components are arrays the receiver must not change. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes of the kernel, made for one receiver
@Stability(since = "0.1", level = Stability.Level.EXPERIMENTAL)
public sealed interface OsAddress {
    /** The {@code AF_} number, {@code sa_family}. */
    int family();

    /** {@code address} has four bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Inet4(byte[] address, int port) implements OsAddress {
        @Override
        public int family() {
            return OsSockets.AF_INET;
        }
    }

    /** {@code address} has sixteen bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Inet6(byte[] address, int port, int flowInfo, int scopeId) implements OsAddress {
        @Override
        public int family() {
            return OsSockets.AF_INET6;
        }
    }

    /** {@code path} as bytes: empty for an unnamed socket, first byte 0 for Linux's abstract names. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Unix(byte[] path) implements OsAddress {
        @Override
        public int family() {
            return OsSockets.AF_UNIX;
        }
    }

    /** Any other family: the bytes behind {@code sa_family}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Other(int family, byte[] data) implements OsAddress {}
}
