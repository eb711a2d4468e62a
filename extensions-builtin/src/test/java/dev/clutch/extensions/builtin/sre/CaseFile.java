package dev.clutch.extensions.builtin.sre;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the cases that {@code sre_cases.py} writes; also a program, for case files too large to keep. */
final class CaseFile {

    private final List<String> failures = new ArrayList<>();
    private int cases;
    private String pattern = "";
    private boolean bytes;
    private Program program = Program.of(new int[] {SreCode.SUCCESS}, 0);

    public static void main(String[] args) throws IOException {
        for (String name : args) {
            CaseFile file = new CaseFile();
            try (BufferedReader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.US_ASCII)) {
                file.run(reader);
            }
            for (int i = 0; i < Math.min(30, file.failures.size()); i++) {
                System.out.println(file.failures.get(i));
            }
            System.out.println(name + ": " + file.cases + " cases, " + file.failures.size() + " failures");
        }
    }

    List<String> failures() {
        return failures;
    }

    int cases() {
        return cases;
    }

    void run(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("P")) {
                pattern = fields[4];
                bytes = fields[1].equals("b");
                int groups = Integer.parseInt(fields[2]);
                int[] code = words(fields[3]);
                if (!CodeValidator.isValid(code, groups)) {
                    failures.add(pattern + ": refused by the validator");
                }
                program = Program.of(code, groups);
            } else {
                check(
                        fields[1].charAt(0),
                        Long.parseLong(fields[2]),
                        Long.parseLong(fields[3]),
                        words(fields[4]),
                        fields[5]);
            }
        }
    }

    private void check(char operation, long from, long to, int[] points, String expected) {
        if (bytes) {
            byte[] octets = new byte[points.length + 2];
            for (int i = 0; i < points.length; i++) {
                octets[i + 1] = (byte) points[i];
            }
            compare(operation, from, to, Subject.of(octets, 1, points.length), expected, "bytes");
            return;
        }
        compare(operation, from, to, Subject.of(points), expected, "code points");
        boolean plain = true;
        StringBuilder text = new StringBuilder();
        for (int point : points) {
            plain &= point < 0x10000 && !(point >= 0xD800 && point < 0xE000);
            text.append((char) point);
        }
        if (plain) {
            compare(operation, from, to, Subject.of(text.toString()), expected, "text");
        }
    }

    private void compare(char operation, long from, long to, Subject subject, String expected, String kind) {
        cases++;
        String actual;
        try {
            actual = answer(operation, new Matcher(program, subject, from, to, new Patience()));
        } catch (RuntimeException e) {
            actual = e.toString();
        }
        if (!actual.equals(expected)) {
            StringBuilder shown = new StringBuilder();
            for (int i = 0; i < subject.length(); i++) {
                shown.appendCodePoint(subject.at(i));
            }
            failures.add(pattern + " " + operation + " " + from + ":" + to + " on " + kind + " '" + shown
                    + "': expected " + expected + ", got " + actual);
        }
    }

    private static String answer(char operation, Matcher matcher) {
        StringBuilder out = new StringBuilder();
        if (operation == 'i') {
            while (matcher.hasRoom() && matcher.search()) {
                append(out, matcher);
                matcher.advance();
            }
        } else {
            boolean found =
                    operation == 'm' ? matcher.match() : operation == 'f' ? matcher.fullMatch() : matcher.search();
            if (found) {
                append(out, matcher);
            }
        }
        return out.isEmpty() ? "-" : out.toString();
    }

    private static void append(StringBuilder out, Matcher matcher) {
        if (!out.isEmpty()) {
            out.append(';');
        }
        out.append(matcher.lastIndex());
        for (int position : matcher.spans()) {
            out.append(' ').append(position);
        }
    }

    /** Ends a match that takes far longer than any of the cases may. */
    private static final class Patience implements InterruptCheck {

        private int left = 2_000;

        @Override
        public void check() {
            if (--left < 0) {
                throw new IllegalStateException("too many steps");
            }
        }
    }

    private static int[] words(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(" ", -1);
        int[] words = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            words[i] = (int) Long.parseLong(parts[i]);
        }
        return words;
    }
}
