package dev.clutch.interp.encodings;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Codecs;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes programs by the codecs of the interpreter, or by the JDK what those don't know. */
public final class SourceDecoder implements Source.Decoder {
    private final PyThreadState ts;

    /** For programs of one interpreter. */
    public SourceDecoder(PyThreadState ts) {
        this.ts = ts;
    }

    @Override
    public @Nullable String decode(byte[] bytes, int from, String encoding, String filename) {
        try {
            return Text.java(Codecs.decode(ts, Arrays.copyOfRange(bytes, from, bytes.length), encoding, "strict"));
        } catch (PythonException e) {
            if (Errors.matches(e, "UnicodeDecodeError")) {
                throw new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        Text.java(Text.str(ts, e.value())),
                        filename,
                        0,
                        -1,
                        SyntaxException.UNKNOWN,
                        SyntaxException.UNKNOWN,
                        null);
            }
            if (Errors.matches(e, "LookupError")) {
                return new Source.JdkDecoder().decode(bytes, from, encoding, filename);
            }
            throw e;
        }
    }
}
