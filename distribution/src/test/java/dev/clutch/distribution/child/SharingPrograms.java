package dev.clutch.distribution.child;

import dev.clutch.interp.PyInterpreter;
import dev.clutch.runtime.Runtime;
import dev.clutch.runtime.RuntimeInterpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs each program of a folder in two interpreters. {@code change()} in one must change each item that {@code state()} gives there, but for the indices in {@code SAME}, and nothing that it gives in the
 * other. What {@code SHARED} lists is one object in both, what {@code SEPARATE} lists is not.
 */
public final class SharingPrograms {
    private SharingPrograms() {}

    /** Prints a line for each program. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        List<Path> programs;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            programs = files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
        }
        try (Runtime runtime = Runtime.start()) {
            for (Path program : programs) {
                String name = program.getFileName().toString();
                String source = Files.readString(program);
                List<String> faults;
                try (RuntimeInterpreter other = runtime.newInterpreter();
                        RuntimeInterpreter isolated = runtime.newInterpreter()) {
                    // two isolated ones; the main interpreter changes where only it can
                    boolean inMain = source.contains("CHANGES = \"main\"");
                    faults = check(name, source, inMain ? runtime.main() : isolated, other);
                }
                System.out.println(name + (faults.isEmpty() ? ": ok" : ": " + String.join("; ", faults)));
            }
        }
    }

    private static List<String> check(String name, String source, RuntimeInterpreter first, RuntimeInterpreter second) {
        List<String> faults = new ArrayList<>();
        try {
            Python changed = Python.run(first, name, source);
            Python looked = Python.run(second, name, source);
            if (changed.code() != looked.code()) {
                faults.add("the code is not shared");
            }
            identities(changed, looked, faults);
            List<String> here = changed.parts("state");
            List<String> there = looked.parts("state");
            changed.call("change");
            List<String> hereAfter = changed.parts("state");
            List<String> thereAfter = looked.parts("state");
            List<Object> same = List.of(changed.list("SAME"));
            for (int i = 0; i < here.size(); i++) {
                if (same.contains((long) i) != here.get(i).equals(hereAfter.get(i))) {
                    faults.add("state()[" + i + "] is " + here.get(i) + ", then " + hereAfter.get(i));
                }
            }
            if (!there.equals(thereAfter)) {
                faults.add("the change shows in the other interpreter: " + there + " became " + thereAfter);
            }
            if (changed.has("finish")) {
                changed.call("finish");
            }
        } catch (RuntimeException e) {
            faults.add(String.valueOf(e));
        }
        return faults;
    }

    private static void identities(Python first, Python second, List<String> faults) {
        Object[] a = first.list("SHARED");
        Object[] b = second.list("SHARED");
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                faults.add("SHARED[" + i + "] are two objects, of " + a[i].getClass());
            }
        }
        a = first.list("SEPARATE");
        b = second.list("SEPARATE");
        for (int i = 0; i < a.length; i++) {
            if (a[i] == b[i]) {
                faults.add("SEPARATE[" + i + "] is shared, a " + a[i].getClass());
            }
        }
        PyInterpreter one = (PyInterpreter) first.interpreter();
        PyInterpreter other = (PyInterpreter) second.interpreter();
        if (one.modules() == other.modules() || one.builtins() == other.builtins()) {
            faults.add("modules are shared");
        }
    }
}
