package dev.clutch.extensions.builtin.zlib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is being compressed. The JDK's deflater writes the data; header and checksum are written here, so that every format of zlib's can be had. Not safe for threads.
 *
 * <p>The JDK can't copy a deflater, so the input is kept, up to a limit, to repeat it.
 */
final class DeflateStream {
    /** {@code Z_NO_FLUSH} and the others. */
    static final int NO_FLUSH = 0;

    static final int FULL_FLUSH = 3;
    static final int FINISH = 4;
    static final int LAST_FLUSH = 6;

    private static final int KEPT = 4 << 20;
    /** A deflater looks back no further than the window, less the longest match. */
    private static final int LOOK_AHEAD = 262;

    private record Step(byte[] input, int flush) {}

    private final int level;
    private final WindowBits format;
    private final int strategy;
    private final byte @Nullable [] dictionary;
    private final Deflater deflater;

    /** Bytes until history must be forgotten, where the window is smaller than the JDK's. */
    private int windowLeft;

    private boolean hasHeader;
    private boolean isFinished;
    private long checksum;
    private long total;

    /** What was done so far, null when it became too much. */
    private @Nullable List<Step> steps = new ArrayList<>();

    private int kept;

    DeflateStream(int level, WindowBits format, int strategy, byte @Nullable [] dictionary) {
        this.level = level;
        this.format = format;
        this.strategy = strategy;
        this.dictionary = dictionary;
        deflater = new Deflater(level, true);
        // the JDK has no Z_RLE and Z_FIXED; what they would write is a choice of the compressor's
        if (strategy == Deflater.FILTERED || strategy == Deflater.HUFFMAN_ONLY) {
            deflater.setStrategy(strategy);
            // the call that finds a new strategy does nothing else
            deflater.deflate(new byte[64], 0, 64, Deflater.NO_FLUSH);
        }
        if (dictionary != null) {
            deflater.setDictionary(dictionary);
        }
        checksum = format.zlib() ? 1 : 0;
        windowLeft = window();
    }

    private int window() {
        return (1 << format.window()) - LOOK_AHEAD;
    }

    boolean isFinished() {
        return isFinished;
    }

    /** This one will not be copied. */
    void forgetSteps() {
        steps = null;
    }

    /** Returns a stream in the same state, or null when too much has gone through this one. */
    @Nullable
    DeflateStream copy() {
        List<Step> done = steps;
        if (done == null) {
            return null;
        }
        DeflateStream copy = new DeflateStream(level, format, strategy, dictionary);
        for (Step s : done) {
            copy.deflate(s.input, 0, s.input.length, s.flush);
        }
        return copy;
    }

    private void record(byte[] input, int offset, int length, int flush) {
        List<Step> done = steps;
        if (done == null) {
            return;
        }
        kept += length;
        if (kept > KEPT || done.size() > KEPT / 64) {
            steps = null;
        } else {
            done.add(new Step(Arrays.copyOfRange(input, offset, offset + length), flush));
        }
    }

    /** Compresses some bytes and returns what is written. */
    byte[] deflate(byte[] input, int offset, int length, int flush) {
        record(input, offset, length, flush);
        ByteSink out = new ByteSink(length / 2 + 64);
        if (!hasHeader) {
            hasHeader = true;
            writeHeader(out);
        }
        if (format.zlib()) {
            checksum = Checksums.adler32(checksum, input, offset, length);
        } else if (format.gzip()) {
            checksum = Checksums.crc32(checksum, input, offset, length);
        }
        total += length;
        int at = offset;
        int left = length;
        if (format.window() < 15) {
            while (left > windowLeft) {
                deflater.setInput(input, at, windowLeft);
                drain(out, Deflater.FULL_FLUSH);
                at += windowLeft;
                left -= windowLeft;
                windowLeft = window();
            }
            windowLeft -= left;
        }
        deflater.setInput(input, at, left);
        if (flush == FINISH) {
            deflater.finish();
        }
        drain(
                out,
                flush == NO_FLUSH || flush == FINISH
                        ? Deflater.NO_FLUSH
                        : flush == FULL_FLUSH ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
        if (flush == FINISH) {
            isFinished = true;
            steps = null;
            deflater.end();
            writeTrailer(out);
        }
        return out.toByteArray();
    }

    private void drain(ByteSink out, int flush) {
        while (true) {
            byte[] room = out.room();
            int free = out.free();
            int n = deflater.deflate(room, out.size(), free, flush);
            out.added(n);
            if (n < free) {
                return;
            }
        }
    }

    private void writeHeader(ByteSink out) {
        boolean fast = strategy >= Deflater.HUFFMAN_ONLY || level >= 0 && level < 2;
        if (format.gzip()) {
            byte[] header = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) (level == 9 ? 2 : fast ? 4 : 0), 3};
            for (byte b : header) {
                out.write(b);
            }
        } else if (format.zlib()) {
            int effort = fast ? 0 : level < 0 || level == 6 ? 2 : level < 6 ? 1 : 3;
            int header = (8 + (format.window() - 8 << 4)) << 8 | effort << 6 | (dictionary != null ? 0x20 : 0);
            header += 31 - header % 31;
            out.write(header >> 8);
            out.write(header);
            byte[] d = dictionary;
            if (d != null) {
                writeBig(out, Checksums.adler32(1, d, 0, d.length));
            }
        }
    }

    private void writeTrailer(ByteSink out) {
        if (format.gzip()) {
            writeLittle(out, checksum);
            writeLittle(out, total);
        } else if (format.zlib()) {
            writeBig(out, checksum);
        }
    }

    private static void writeBig(ByteSink out, long v) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (v >> shift));
        }
    }

    private static void writeLittle(ByteSink out, long v) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write((int) (v >> shift));
        }
    }
}
