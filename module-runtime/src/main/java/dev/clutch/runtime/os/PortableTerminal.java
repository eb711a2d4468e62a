package dev.clutch.runtime.os;

import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsTerminal;

/** The JDK knows whether something is a terminal, nothing else. */
final class PortableTerminal extends OsTerminal {
    private final VirtualDescriptors descriptors;

    PortableTerminal(VirtualDescriptors descriptors) {
        this.descriptors = descriptors;
    }

    @Override
    public boolean isTerminal(int fd) {
        try {
            return descriptors.get(fd).isTerminal();
        } catch (OsException e) {
            return false;
        }
    }
}
