package dev.clutch.extensions.builtin.zlib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final int[] TO_COMPRESS = {15, 12, 9, -15, -9, 31, 25};

    private static byte[] data() {
        Random random = new Random(7);
        byte[] bytes = new byte[100_000];
        for (int i = 0; i < bytes.length; i++) {
            // repeats at distances beyond the small windows
            bytes[i] = i > 50_000 && i % 7 != 0 ? bytes[i - 40_000] : (byte) random.nextInt(32);
        }
        return bytes;
    }

    private static byte[] compress(int wbits, byte[] data) {
        DeflateStream stream = new DeflateStream(-1, Objects.requireNonNull(WindowBits.toCompress(wbits)), 0, null);
        return stream.deflate(data, 0, data.length, DeflateStream.FINISH);
    }

    private static InflateStream inflater(int wbits) {
        return new InflateStream(Objects.requireNonNull(WindowBits.toDecompress(wbits)));
    }

    @Test
    void everyFormatComesBackByteByByte() throws DataFormatException {
        byte[] data = data();
        for (int wbits : TO_COMPRESS) {
            byte[] packed = compress(wbits, data);
            InflateStream stream = inflater(wbits);
            ByteSink out = new ByteSink(16);
            for (int i = 0; i < packed.length; i++) {
                assertThat(stream.isFinished()).isFalse();
                assertThat(stream.inflate(packed, i, 1, out, Integer.MAX_VALUE)).isEqualTo(1);
            }
            assertThat(stream.isFinished()).isTrue();
            assertThat(out.toByteArray()).isEqualTo(data);
        }
    }

    @Test
    void copiesGoOnAlone() throws DataFormatException {
        byte[] data = data();
        DeflateStream stream = new DeflateStream(6, Objects.requireNonNull(WindowBits.toCompress(31)), 0, null);
        byte[] head = stream.deflate(data, 0, 60_000, DeflateStream.NO_FLUSH);
        DeflateStream copy = Objects.requireNonNull(stream.copy());
        byte[] tail = stream.deflate(data, 60_000, 40_000, DeflateStream.FINISH);
        assertThat(copy.deflate(data, 60_000, 40_000, DeflateStream.FINISH)).isEqualTo(tail);

        InflateStream reader = inflater(47);
        ByteSink out = new ByteSink(16);
        int used = reader.inflate(head, 0, head.length, out, 1000);
        InflateStream second = Objects.requireNonNull(reader.copy());
        ByteSink rest = new ByteSink(16);
        second.inflate(head, used, head.length - used, rest, Integer.MAX_VALUE);
        second.inflate(tail, 0, tail.length, rest, Integer.MAX_VALUE);
        assertThat(second.isFinished()).isTrue();
        assertThat(rest.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(data, 1000, data.length));
        assertThat(reader.isFinished()).isFalse();
    }

    @Test
    void wrongDataStayWrong() {
        byte[] packed = compress(15, data());
        packed[packed.length - 1] ^= 1;
        InflateStream stream = inflater(15);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> stream.inflate(packed, 0, packed.length, new ByteSink(16), Integer.MAX_VALUE))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessage("incorrect data check");
        }
    }

    @Test
    void checksumsGoOnFromAnyValue() {
        byte[] data = data();
        for (int split : new int[] {0, 1, 255, 65521, data.length}) {
            long crc = Checksums.crc32(0, data, 0, split);
            assertThat(Checksums.crc32(crc, data, split, data.length - split))
                    .isEqualTo(Checksums.crc32(0, data, 0, data.length));
            long adler = Checksums.adler32(1, data, 0, split);
            assertThat(Checksums.adler32(adler, data, split, data.length - split))
                    .isEqualTo(Checksums.adler32(1, data, 0, data.length));
        }
    }
}
