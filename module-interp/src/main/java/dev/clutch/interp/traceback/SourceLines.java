package dev.clutch.interp.traceback;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.encodings.SourceDecoder;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyStr;
import dev.clutch.interp.op.Text;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of source files, for one report. Answers to {@code _Py_DisplaySourceLine}. */
public final class SourceLines {
    private static final String[] NONE = new String[0];

    private final PyThreadState ts;
    private final Map<String, String[]> files = new HashMap<>();

    /** For one report. */
    public SourceLines(PyThreadState ts) {
        this.ts = ts;
    }

    /** One line, without its end; null when it can't be had. */
    public static @Nullable String line(PyThreadState ts, String filename, int lineno) {
        return new SourceLines(ts).line(filename, lineno);
    }

    /** One line, without its end; null when it can't be had. */
    public @Nullable String line(String filename, int lineno) {
        if (lineno < 1 || (filename.startsWith("<") && filename.endsWith(">"))) {
            return null;
        }
        String[] lines = files.get(filename);
        if (lines == null) {
            lines = read(filename);
            files.put(filename, lines);
        }
        return lineno <= lines.length ? lines[lineno - 1] : null;
    }

    private String[] read(String filename) {
        byte[] bytes = bytes(filename);
        if (bytes == null) {
            return NONE;
        }
        String text;
        try {
            text = Source.ofFile(bytes, filename, new SourceDecoder(ts)).decoded();
        } catch (SyntaxException e) {
            return NONE; // an unknown encoding
        }
        return text.split("\n", -1);
    }

    /** The content of a source file, null when it can't be had. */
    public static byte @Nullable [] file(PyThreadState ts, String filename) {
        return new SourceLines(ts).bytes(filename);
    }

    private byte @Nullable [] bytes(String filename) {
        try {
            Path path = ts.interp.resolve(filename);
            if (Files.isRegularFile(path)) {
                return Files.readAllBytes(path);
            }
            byte[] library = Library.ofPath(filename);
            if (library != null) {
                return library;
            }
            return Path.of(filename).isAbsolute() ? null : onPath(filename);
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** {@code _Py_FindSourceFile}: a file that was compiled under a relative name, looked for by its last part. */
    private byte @Nullable [] onPath(String filename) throws IOException {
        String tail = filename.substring(filename.lastIndexOf('/') + 1);
        Object path = ts.sysAttr("path");
        if (!(path instanceof PyList list)) {
            return null;
        }
        for (int i = 0; i < list.size(); i++) {
            Object folder = list.get(i);
            if (folder == Singleton.NONE || !PyStr.isStr(folder)) {
                continue;
            }
            Path file = ts.interp.resolve(Text.java(folder)).resolve(tail);
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        return null;
    }
}
