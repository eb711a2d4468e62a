package dev.clutch.interp.crossing;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.object.bytes.PyByteArray;

/** A bytearray that is to be handed over: the receiver gets its bytes, uncopied, and the sender's is empty from then on. So no memory is ever seen from two sides. */
@ExtensionType(name = "_interpreters.Transfer", exported = false, doc = "A bytearray to be handed over.")
public final class PyTransfer extends PyObject {
    /** {@code _interpreters.Transfer}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyTransferDefinition(), TypeObject.OBJECT);

    private final PyByteArray bytes;

    /** Of an exact bytearray. */
    public PyTransfer(PyByteArray bytes) {
        super(TYPE);
        this.bytes = bytes;
    }

    CrossData take(PyThreadState ts) {
        return new Moved(bytes, bytes.moveOut(ts));
    }

    @Expose
    Object __repr__(PyThreadState ts) {
        return "<transfer of a bytearray>";
    }

    /** A bytearray belongs to no interpreter as long as nobody there has seen it. */
    private static final class Moved extends CrossData {
        private final PyByteArray origin;
        private final PyByteArray moved;

        Moved(PyByteArray origin, PyByteArray moved) {
            this.origin = origin;
            this.moved = moved;
        }

        @Override
        public Object rebuild(PyThreadState ts) {
            return moved;
        }

        @Override
        public void takeBack(PyThreadState ts) {
            origin.moveBack(ts, moved);
        }
    }
}
