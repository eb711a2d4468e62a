package dev.clutch.extensions.builtin.datetime;

import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import org.jspecify.annotations.Nullable;

/** Recognises the packed state that {@code __reduce__} gives, among arguments of a constructor. */
final class PickledState {
    private PickledState() {}

    /**
     * The packed state, null when the argument is none.
     *
     * @param length how many bytes it has
     * @param check the byte that must be a month, or an hour when it is the first; its high bit is the fold
     */
    static byte @Nullable [] read(ThreadState ts, Object argument, int length, int check, String kind) {
        byte[] bytes;
        if (ts.isBytes(argument)) {
            if (ts.size(argument) != length) {
                return null;
            }
            bytes = ts.bytesOf(argument);
        } else if (ts.isStr(argument)) {
            // from Python 2
            Object text = ts.strValue(argument);
            if (Str.length(text) != length || !isSane(Str.at(text, check), check)) {
                return null;
            }
            bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                int c = Str.at(text, i);
                if (c > 255) {
                    throw ts.valueError("Failed to encode latin1 string when unpickling a " + kind
                            + " object. pickle.load(data, encoding='latin1') is assumed.");
                }
                bytes[i] = (byte) c;
            }
        } else {
            return null;
        }
        boolean folds = length != 4;
        return isSane(folds ? bytes[check] & 0x7f : bytes[check] & 0xff, check) ? bytes : null;
    }

    private static boolean isSane(int c, int check) {
        return check == 0 ? (c & 0x7f) < 24 : (c & 0x7f) >= 1 && (c & 0x7f) <= 12;
    }
}
