package dev.clutch.runtime.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clutch.extension.spi.os.OsException;
import dev.clutch.extension.spi.os.OsFiles;
import org.junit.jupiter.api.Test;

/** The portable implementation, and what only it does. */
final class PortableOsTest extends OsContract {
    @Override
    OperatingSystems systems() {
        return new OperatingSystems(true);
    }

    @Test
    void saysWhyItWasChosen() {
        assertThat(os.kind()).isEqualTo("portable");
        assertThat(os.reason()).isEqualTo("The portable implementation was asked for.");
    }

    @Test
    void descriptorsStartLowAndAreReused() {
        int fd = os.files().open("a", OsFiles.O_RDWR | OsFiles.O_CREAT, 0600, CWD);
        assertThat(fd).isEqualTo(3);
        int[] pipe = os.files().pipe(OsFiles.O_CLOEXEC);
        assertThat(pipe).containsExactly(4, 5);
        os.files().close(3);
        assertThat(os.files().dup(4)).isEqualTo(3);
    }

    @Test
    void whatNeedsTheKernelNamesTheRemedy() {
        assertThatThrownBy(() -> os.files().flock(1, OsFiles.LOCK_EX, null))
                .isInstanceOf(OsException.class)
                .hasMessageContaining("flock needs native access")
                .hasMessageContaining("--enable-native-access=dev.clutch.runtime");
        assertThatThrownBy(() -> os.process().getuid()).hasMessageContaining("--enable-native-access");
        assertThatThrownBy(() -> os.files().open("x", 0, 0, 5)).hasMessageContaining("dir_fd");
    }
}
