package dev.clutch.extensions.builtin.io;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.Getter;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** {@code IncrementalNewlineDecoder}: universal newlines behind a decoder of Python code, or behind none. */
@ExtensionType(name = "_io.IncrementalNewlineDecoder", subclassable = true, doc = "Decode with universal newlines.")
final class NewlineDecoder extends PyObject {
    private @Nullable NewlineTranslator translator;
    private Object decoder = Singleton.NONE;

    private NewlineDecoder(PyType type) {
        super(type);
    }

    @Expose(name = "__new__", signature = "(*args, **kwargs)")
    static Object make(ThreadState ts, PyType cls, Object[] args, @Nullable Object kwargs) {
        return new NewlineDecoder(cls);
    }

    @Expose(signature = "(decoder, translate, errors='strict')")
    void __init__(ThreadState ts, Object decoder, boolean translate, Object errors) {
        this.decoder = decoder;
        this.translator = new NewlineTranslator(translate);
    }

    private NewlineTranslator translator(ThreadState ts) {
        NewlineTranslator t = translator;
        if (t == null) {
            throw ts.valueError("IncrementalNewlineDecoder.__init__() not called");
        }
        return t;
    }

    @Expose(signature = "(input, final=False)", doc = "Decode the next part.")
    Object decode(ThreadState ts, Object input, boolean final_) {
        NewlineTranslator t = translator(ts);
        Object text = decoder == Singleton.NONE ? input : ts.callMethod(decoder, "decode", input, final_);
        return t.translate(PythonDecoder.checked(ts, text), final_);
    }

    @Expose(doc = "Return the state.")
    Object getstate(ThreadState ts) {
        NewlineTranslator t = translator(ts);
        Object pending = ts.newBytes(TextDecoder.NOTHING);
        long flag = 0;
        if (decoder != Singleton.NONE) {
            Object state = ts.callMethod(decoder, "getstate");
            if (!ts.isTuple(state) || ts.fastSize(state) != 2) {
                throw ts.typeError("illegal decoder state");
            }
            pending = ts.fastItem(state, 0);
            flag = ts.asLong(ts.fastItem(state, 1));
        }
        return ts.newTuple(pending, flag << 1 | (t.pendingReturn ? 1 : 0));
    }

    @Expose(signature = "(state, /)", doc = "Set the state.")
    Object setstate(ThreadState ts, Object state) {
        NewlineTranslator t = translator(ts);
        if (!ts.isTuple(state)) {
            throw ts.typeError("state argument must be a tuple");
        }
        if (ts.fastSize(state) != 2) {
            throw ts.typeError("setstate(): illegal state argument");
        }
        long flag = ts.asLong(ts.fastItem(state, 1));
        t.pendingReturn = (flag & 1) != 0;
        return decoder == Singleton.NONE
                ? Singleton.NONE
                : ts.callMethod(decoder, "setstate", ts.newTuple(ts.fastItem(state, 0), flag >> 1));
    }

    @Expose(doc = "Forget what was decoded.")
    Object reset(ThreadState ts) {
        translator(ts).reset();
        return decoder == Singleton.NONE ? Singleton.NONE : ts.callMethod(decoder, "reset");
    }

    @Getter
    Object newlines(ThreadState ts) {
        return translator(ts).newlines(ts);
    }
}
