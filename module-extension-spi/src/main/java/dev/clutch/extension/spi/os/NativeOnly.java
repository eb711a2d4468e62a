package dev.clutch.extension.spi.os;

/** The sentence for operations which only real descriptors can offer. */
final class NativeOnly {
    private NativeOnly() {}

    static OsException refuse(String operation) {
        return OsException.unsupported(operation
                + " needs native access; start Java with --enable-native-access=dev.clutch.runtime"
                + " (ALL-UNNAMED on the class path) on Linux");
    }
}
