package dev.clutch.interp.parser;

import dev.clutch.interp.ast.Mod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Parses many programs, for comparison with CPython. Each input line is {@code mode flags kind data}: kind {@code file}
 * with a path, or {@code text} with a program in base64. The answer is one line: {@code ok}, the digest of the dump and the
 * warnings, or {@code error}, the type, position and message. With {@code -dump} as argument the dump stands for its digest.
 */
final class ParserBatch {
    private ParserBatch() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean dump = arguments.length > 0 && arguments[0].equals("-dump");
        Thread t = new Thread(null, () -> run(dump), "batch", 2L << 30);
        t.start();
        t.join();
    }

    private static void run(boolean dump) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println(answer(line.split(" ", 4), dump));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        out.flush();
    }

    private static String answer(String[] request, boolean dump) throws IOException {
        byte[] program = request[2].equals("file")
                ? Files.readAllBytes(Path.of(request[3]))
                : Base64.getDecoder().decode(request[3]);
        return answer(
                ParserOptions.Mode.valueOf(request[0]),
                Integer.parseInt(request[1]),
                program,
                request[2].equals("file"),
                dump);
    }

    /** What the parser makes of a program, as CPython's answer is written by the comparison script. */
    static String answer(ParserOptions.Mode mode, int flags, byte[] program, boolean undecoded, boolean dump) {
        StringBuilder warned = new StringBuilder();
        WarningListener listener = (category, message, filename, lineno) -> {
            warned.append(' ').append(lineno).append(':').append(quoted(message));
            return false;
        };
        try {
            Source source = undecoded
                    ? Source.ofBytes(program, "<t>", new Source.JdkDecoder())
                    : Source.ofString(new String(program, StandardCharsets.UTF_8), "<t>");
            ParserOptions options = new ParserOptions(
                    mode,
                    (flags & 0x1000) != 0,
                    (flags & 0x4000) != 0,
                    (flags & 0x200) != 0,
                    false,
                    ParserOptions.DEFAULT_MAX_INT_DIGITS);
            Mod tree = Parser.parse(source, options, new TestConstants(), new CharacterNames.Jdk(), listener);
            String text = AstDump.dump(tree);
            return "ok " + (dump ? quoted(text) : digest(text)) + warned;
        } catch (SyntaxException e) {
            return "error " + e.kind().typeName() + " "
                    + (e.located()
                            ? e.lineno() + " " + e.offset() + " " + end(e.endLineno()) + " " + end(e.endOffset())
                            : "None None None None")
                    + " " + quoted(e.text()) + " " + quoted(e.line() == null ? "None" : e.line());
        } catch (RuntimeException | StackOverflowError e) {
            e.printStackTrace();
            return "crash " + e;
        }
    }

    private static String end(int position) {
        return position == SyntaxException.UNKNOWN ? "None" : String.valueOf(position);
    }

    private static String quoted(String s) {
        return PythonRepr.of(s);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
