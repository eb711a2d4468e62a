package dev.clutch.distribution.child;

import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Recursion to overflow in one interpreter, a hundred times on each of many built-in paths, while its neighbour computes the same checksum again and again. The paths are those of the command line's
 * case; it prints a line for each.
 */
public final class Overflows {
    private static final String FILE = "--- file script.py\n";
    /** Where the paths of the case end. */
    private static final String END = "# the front end";

    private static final String CHECKSUM = """
            import json, re, zlib

            class Number:
                def __init__(self, n):
                    self.n = n

                def __add__(self, other):
                    return Number(self.n + other.n)

                def __lt__(self, other):
                    return self.n < other.n

            def depth(n):
                return 0 if n == 0 else 1 + depth(n - 1)

            def checksum():
                numbers = [Number(i * i % 7919) for i in range(500)]
                total = sum(numbers, Number(0)).n
                text = json.dumps([n.n for n in sorted(numbers)])
                assert json.loads(text) == sorted(n.n for n in numbers)
                found = re.findall("[1-9]+", text)
                return zlib.crc32(repr((total, text, found, depth(700))).encode())
            """;

    private Overflows() {}

    /** Runs it; the argument is the file of the case. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String test = Files.readString(Path.of(arguments[0]));
        String script = test.substring(test.indexOf(FILE) + FILE.length(), test.indexOf(END));
        try (Runtime runtime = Runtime.start();
                RuntimeInterpreter first = runtime.newInterpreter();
                RuntimeInterpreter neighbour = runtime.newInterpreter()) {
            Python program = Python.run(neighbour, "checksum.py", CHECKSUM);
            Map<String, Integer> checksums = new TreeMap<>();
            checksums.merge(program.call("checksum"), 1, Integer::sum);
            Thread overflows = new Thread(() -> Python.run(first, "overflows.py", script));
            overflows.start();
            do {
                checksums.merge(program.call("checksum"), 1, Integer::sum);
            } while (overflows.isAlive());
            overflows.join();
            int count = checksums.values().stream().mapToInt(i -> i).sum();
            System.out.println(
                    checksums.size() == 1 && count > 20
                            ? "the neighbour was right"
                            : "the neighbour's checksums: " + checksums);
        }
    }
}
