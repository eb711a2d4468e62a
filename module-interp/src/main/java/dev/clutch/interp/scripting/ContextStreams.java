package dev.clutch.interp.scripting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/** The standard streams of an engine: bytes on Python's side, the reader and writers of the last context on the other. Encoded in UTF-8, as the interpreter does. */
final class ContextStreams {
    private volatile @Nullable ScriptContext context;

    final InputStream in = new In();
    final OutputStream out = new Out(false);
    final OutputStream err = new Out(true);

    /** From here on. */
    void use(ScriptContext where) {
        context = where;
    }

    private final class Out extends OutputStream {
        private final boolean error;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        /** The beginning of a character whose end has not come yet. */
        private ByteBuffer rest = ByteBuffer.allocate(0);

        Out(boolean error) {
            this.error = error;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer all = ByteBuffer.allocate(rest.remaining() + length);
            all.put(rest).put(bytes, from, length).flip();
            CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
            decoder.decode(all, text, false);
            rest = all;
            Writer writer = writer();
            if (writer != null) {
                writer.write(text.array(), 0, text.position());
            }
        }

        @Override
        public void flush() throws IOException {
            Writer writer = writer();
            if (writer != null) {
                writer.flush();
            }
        }

        private @Nullable Writer writer() {
            ScriptContext where = context;
            return where == null ? null : error ? where.getErrorWriter() : where.getWriter();
        }
    }

    private final class In extends InputStream {
        private ByteBuffer rest = ByteBuffer.allocate(0);

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!rest.hasRemaining()) {
                ScriptContext where = context;
                Reader reader = where == null ? null : where.getReader();
                char[] text = new char[2];
                int n = reader == null ? -1 : reader.read(text, 0, 1);
                if (n > 0 && reader != null && Character.isHighSurrogate(text[0])) {
                    n += Math.max(0, reader.read(text, 1, 1));
                }
                if (n < 0) {
                    return -1;
                }
                rest = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text, 0, n));
            }
            int count = Math.min(length, rest.remaining());
            rest.get(bytes, from, count);
            return count;
        }
    }
}
