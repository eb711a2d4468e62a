package dev.clutch.interp.oracle;

import dev.clutch.extension.spi.Str;
import dev.clutch.interp.number.AlgorithmException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one question per line, an operation and its arguments, and writes the answer. */
public final class OracleMain {
    /** One operation. */
    interface Operation {
        @Nullable
        Object apply(Arguments arguments);
    }

    private OracleMain() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Operation> operations = new HashMap<>();
        for (String family : arguments) {
            switch (family) {
                case "number" -> NumberOperations.register(operations);
                case "text" -> TextOperations.register(operations);
                case "format" -> FormatOperations.register(operations);
                case "codec" -> CodecOperations.register(operations);
                default -> throw new IllegalArgumentException(family);
            }
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        BufferedWriter out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.split(" ", -1);
            Operation operation = operations.get(parts[0]);
            if (operation == null) {
                throw new IllegalArgumentException("no operation " + parts[0]);
            }
            out.write(answer(operation, parts));
            out.newLine();
        }
        out.flush();
    }

    private static String answer(Operation operation, String[] parts) {
        @Nullable Object[] values = new Object[parts.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = Wire.read(parts[i + 1]);
        }
        try {
            return Wire.write(operation.apply(new Arguments(values)));
        } catch (AlgorithmException e) {
            return "!" + e.kind() + " " + Wire.write(Str.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return "!java " + (e + (trace.length > 0 ? " at " + trace[0] : "")).replaceAll("[^ -~]", "?");
        }
    }
}
