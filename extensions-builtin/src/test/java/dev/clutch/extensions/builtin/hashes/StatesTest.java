package dev.clutch.extensions.builtin.hashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The algorithms that the JDK does not have, against values that CPython gives. */
class StatesTest {
    /** The length of the data; the end of 200 bytes of SHAKE128 and of SHAKE256, the beginning of BLAKE2b and of BLAKE2s. */
    private static final String[] KNOWN = {
        "0 ef58538b8d23f877 aaae314ed9083dab 786a02f742015903 69217a3079908094",
        "1 6afecc46438f627b e41049ed126cde17 2fa3f686df876995 e34d74dbaf4ff4c6",
        "64 f5efc509407cb46e 5ad1a1a8293b01d5 2fc6e69fa26a89a5 56f34e8b96557e90",
        "128 0a87680eabb1e879 d742f0644cd122a0 2319e3789c47e2da 1fa877de67259d19",
        "129 1abb68aa92c68fd2 5d48e03505cfd077 f59711d44a031d5f 5bd169e67c82c2c2",
        "136 cb830ba362cae001 a40afb86b76373e6 c08afa5b927bf080 67de25c02a4aaba2",
        "168 68500936ccceb431 816139af66954dba 5ce1042ab4d542c2 715c99c7d57580cf",
        "1000 312d73f25c0b28a4 b7aa6860d89cd403 c11e1c0340bd7e5a 1c067a5e746fb0f6"
    };

    private static byte[] data(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        return bytes;
    }

    private static Blake2State blake2b() {
        byte[] parameters = new byte[64];
        parameters[0] = 64;
        parameters[2] = 1;
        parameters[3] = 1;
        return new Blake2bState(parameters, false);
    }

    private static Blake2State blake2s() {
        byte[] parameters = new byte[32];
        parameters[0] = 32;
        parameters[2] = 1;
        parameters[3] = 1;
        return new Blake2sState(parameters, false);
    }

    private static String end(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, bytes.length - 8, bytes.length);
    }

    private static String beginning(byte[] bytes) {
        return HexFormat.of().formatHex(bytes, 0, 8);
    }

    @Test
    void knownValuesInPiecesOfEverySize() {
        for (String line : KNOWN) {
            String[] words = line.split(" ", -1);
            byte[] data = data(Integer.parseInt(words[0]));
            for (int piece : new int[] {1, 7, 64, 128, 1000}) {
                HashState[] states = {new KeccakState(128), new KeccakState(256), blake2b(), blake2s()};
                for (int at = 0; at < data.length; at += piece) {
                    for (HashState s : states) {
                        s.update(data, at, Math.min(piece, data.length - at));
                    }
                }
                assertThat(end(states[0].digest(200))).isEqualTo(words[1]);
                assertThat(end(states[1].digest(200))).isEqualTo(words[2]);
                assertThat(beginning(states[2].digest(64))).isEqualTo(words[3]);
                assertThat(beginning(states[3].digest(32))).isEqualTo(words[4]);
            }
        }
    }

    @Test
    void aDigestEndsNothing() {
        for (HashState state : new HashState[] {new KeccakState(128), blake2b(), blake2s(), JdkState.of("SHA-256")}) {
            state.update(data(100), 0, 100);
            HashState copy = state.copy();
            byte[] first = state.digest(32);
            assertThat(state.digest(32)).isEqualTo(first);
            copy.update(data(1), 0, 1);
            assertThat(copy.digest(32)).isNotEqualTo(first);
            assertThat(Arrays.copyOf(state.digest(32), 32)).isEqualTo(first);
        }
    }
}
