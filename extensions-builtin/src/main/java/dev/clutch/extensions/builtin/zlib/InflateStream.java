package dev.clutch.extensions.builtin.zlib;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is being decompressed. The JDK's inflater reads the data; header and checksum are read here, so that every format of zlib's can be had. Not safe for threads.
 *
 * <p>The JDK can't copy an inflater, so the input is kept, up to a limit, to repeat it.
 */
final class InflateStream {
    private static final int KEPT = 4 << 20;

    private enum State {
        HEADER,
        DICTIONARY,
        DATA,
        TRAILER,
        DONE
    }

    private final WindowBits format;
    private final Inflater inflater = new Inflater(true);
    private State state;
    private final InflateHeader header;
    private boolean isGzip;
    private long checksum;
    private long total;
    private final byte[] trailer = new byte[8];
    private int trailerLength;

    /** Input that this takes before more is given, see {@link #copy}. */
    private byte[] pending = new byte[0];

    /** The input so far, null when it became too much or is no longer of use. */
    private byte @Nullable [] kept = new byte[0];

    private int keptLength;
    private byte @Nullable [] dictionary;

    /** What was wrong with the data, which stays so. */
    private @Nullable String failure;

    InflateStream(WindowBits format) {
        this.format = format;
        this.header = new InflateHeader(format);
        this.state = format.raw() ? State.DATA : State.HEADER;
    }

    boolean isFinished() {
        return state == State.DONE;
    }

    boolean needsDictionary() {
        return state == State.DICTIONARY;
    }

    /** Whether a header comes before the data, which says whether there is a dictionary. */
    boolean needsHeader() {
        return !format.raw();
    }

    /** Whether the dictionary has been set. */
    boolean hasDictionary() {
        return dictionary != null;
    }

    /** This one will not be copied. */
    void forgetInput() {
        kept = null;
    }

    /** Ends the native part. */
    void end() {
        kept = null;
        inflater.end();
    }

    /** Sets the dictionary, for raw data before anything else; returns false when the header asks for another. */
    boolean setDictionary(byte[] bytes) {
        if (state == State.DICTIONARY) {
            if (header.dictionaryId() != Checksums.adler32(1, bytes, 0, bytes.length)) {
                return false;
            }
            state = State.DATA;
        }
        inflater.setDictionary(bytes);
        dictionary = bytes;
        return true;
    }

    /** Returns a stream in the same state, or null when too much has gone through this one. */
    @Nullable
    InflateStream copy() throws DataFormatException {
        byte[] input = kept;
        if (input == null) {
            return null;
        }
        InflateStream copy = new InflateStream(format);
        byte[] d = dictionary;
        if (d != null && format.raw()) {
            copy.setDictionary(d);
        }
        ByteSink out = new ByteSink(16);
        int limit = (int) Math.min(total, Integer.MAX_VALUE);
        int used = copy.inflate(input, 0, keptLength, out, limit);
        if (copy.needsDictionary() && d != null) {
            copy.setDictionary(d);
            used += copy.inflate(input, used, keptLength - used, out, limit);
        }
        copy.pending = Arrays.copyOfRange(input, used, keptLength);
        return copy;
    }

    private void keep(byte[] input, int offset, int length) {
        byte[] k = kept;
        if (k == null) {
            return;
        }
        if (state == State.DONE || keptLength + length > KEPT) {
            kept = null;
            return;
        }
        if (keptLength + length > k.length) {
            k = Arrays.copyOf(k, Math.max(keptLength + length, 2 * k.length));
            kept = k;
        }
        System.arraycopy(input, offset, k, keptLength, length);
        keptLength += length;
    }

    /**
     * Decompresses and returns how many bytes of the input were used; the others must be given again.
     *
     * @param limit how many bytes may be written
     */
    int inflate(byte[] input, int offset, int length, ByteSink out, int limit) throws DataFormatException {
        if (failure != null) {
            throw new DataFormatException(failure);
        }
        try {
            return inflateSound(input, offset, length, out, limit);
        } catch (DataFormatException e) {
            failure = e.getMessage() == null ? "invalid input data" : e.getMessage();
            throw e;
        }
    }

    private int inflateSound(byte[] input, int offset, int length, ByteSink out, int limit) throws DataFormatException {
        if (pending.length > 0) {
            byte[] p = pending;
            pending = new byte[0];
            int used = step(p, 0, p.length, out, limit);
            if (used < p.length) {
                pending = Arrays.copyOfRange(p, used, p.length);
                return 0;
            }
        }
        int used = step(input, offset, length, out, limit);
        keep(input, offset, used);
        return used;
    }

    private int step(byte[] input, int offset, int length, ByteSink out, int limit) throws DataFormatException {
        int at = offset;
        int end = offset + length;
        while (true) {
            switch (state) {
                case HEADER -> {
                    while (!header.isComplete() && at < end) {
                        header.add(input[at++]);
                    }
                    if (!header.isComplete()) {
                        return at - offset;
                    }
                    isGzip = header.isGzip();
                    checksum = isGzip ? 0 : 1;
                    state = header.hasDictionary() ? State.DICTIONARY : State.DATA;
                }
                case DATA -> {
                    at += data(input, at, end - at, out, limit);
                    if (!inflater.finished()) {
                        return at - offset;
                    }
                    state = format.raw() ? State.DONE : State.TRAILER;
                }
                case TRAILER -> {
                    int size = isGzip ? 8 : 4;
                    while (trailerLength < size && at < end) {
                        trailer[trailerLength++] = input[at++];
                        checkTrailer();
                    }
                    if (trailerLength < size) {
                        return at - offset;
                    }
                    state = State.DONE;
                }
                default -> {
                    return at - offset;
                }
            }
        }
    }

    private int data(byte[] input, int offset, int length, ByteSink out, int limit) throws DataFormatException {
        inflater.setInput(input, offset, length);
        while (!inflater.finished()) {
            byte[] room = out.room();
            int start = out.size();
            int free = Math.min(out.free(), limit - start);
            int n = inflater.inflate(room, start, free);
            out.added(n);
            total += n;
            if (isGzip) {
                checksum = Checksums.crc32(checksum, room, start, n);
            } else if (!format.raw()) {
                checksum = Checksums.adler32(checksum, room, start, n);
            }
            if (n < free || out.size() >= limit) {
                break;
            }
        }
        return length - inflater.getRemaining();
    }

    private void checkTrailer() throws DataFormatException {
        if (trailerLength == 4 && checksum != number(0)) {
            throw new DataFormatException("incorrect data check");
        }
        if (trailerLength == 8 && (total & 0xffffffffL) != number(4)) {
            throw new DataFormatException("incorrect length check");
        }
    }

    private long number(int at) {
        long v = 0;
        for (int i = 0; i < 4; i++) {
            v |= (trailer[at + i] & 0xffL) << 8 * (isGzip ? i : 3 - i);
        }
        return v;
    }
}
