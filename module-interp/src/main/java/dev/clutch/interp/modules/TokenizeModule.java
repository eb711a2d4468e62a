package dev.clutch.interp.modules;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionModule;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.MultipleInterpreters;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.SourceCompiler;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.op.Call;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import dev.clutch.interp.parser.TokenScanner;
import org.jspecify.annotations.Nullable;

/** {@code _tokenize}: the tokens of a program. Answers to {@code Python-tokenize.c}. */
@ExtensionModule(
        name = "_tokenize",
        types = TokenizeModule.TokenizerIter.class,
        multipleInterpreters = MultipleInterpreters.PER_INTERPRETER_GIL_SUPPORTED)
public final class TokenizeModule {
    /** An iterator over tokens; the whole source is read when the first is asked for. */
    @ExtensionType(name = "_tokenize.TokenizerIter")
    static final class TokenizerIter extends PyObject {
        private final Object readline;
        private final @Nullable String encoding;
        private final boolean extraTokens;
        private @Nullable TokenScanner scanner;

        TokenizerIter(PyType type, Object readline, @Nullable String encoding, boolean extraTokens) {
            super(type);
            this.readline = readline;
            this.encoding = encoding;
            this.extraTokens = extraTokens;
        }

        @Expose(signature = "(readline, /, *, encoding=None, extra_tokens)")
        static Object __new__(PyThreadState ts, PyType cls, Object readline, Object encoding, boolean extra_tokens) {
            return new TokenizerIter(
                    cls, readline, encoding == Singleton.NONE ? null : Text.java(encoding), extra_tokens);
        }

        @Expose
        Object __iter__(PyThreadState ts) {
            return this;
        }

        @Expose(slot = Slot.NEXT)
        @Nullable
        Object next(PyThreadState ts) {
            TokenScanner s = scanner;
            try {
                if (s == null) {
                    s = new TokenScanner(Source.ofString(read(ts), "<string>"), extraTokens);
                    scanner = s;
                }
                if (s.isDone()) {
                    return null;
                }
                TokenScanner.Token t = s.next();
                return new PyTuple(
                        (long) t.kind(),
                        Str.of(t.text()),
                        new PyTuple((long) t.line(), (long) t.column()),
                        new PyTuple((long) t.endLine(), (long) t.endColumn()),
                        Str.of(t.sourceLine()));
            } catch (SyntaxException e) {
                throw SourceCompiler.raised(ts, e);
            }
        }

        private String read(PyThreadState ts) {
            StringBuilder all = new StringBuilder();
            while (true) {
                Object line;
                try {
                    line = Call.call0(ts, readline);
                } catch (PythonException e) {
                    if (Errors.matches(e, "StopIteration")) {
                        return all.toString();
                    }
                    throw e;
                }
                if (encoding != null) {
                    if (!(line instanceof PyBytes)) {
                        throw Errors.typeError(ts, "readline() returned a non-bytes object");
                    }
                    line = Call.method2(ts, line, "decode", Str.of(encoding), "replace");
                } else if (!PyStr.isStr(line)) {
                    throw Errors.typeError(ts, "readline() returned a non-string object");
                }
                String text = Text.java(PyStr.plain(line));
                if (text.isEmpty()) {
                    return all.toString();
                }
                all.append(text);
            }
        }
    }
}
