package dev.clutch.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clutch.runtime.LifecycleState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages in {@code docs} point at is there: files, headings, tests and the methods of tests. */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern ARROW = Pattern.compile("([A-Z_]+) --> ([A-Z_]+)");
    private static final String[] TESTED = {
        "module-extension-spi", "module-runtime", "module-interp", "extensions-builtin", "compat-tests", "distribution"
    };
    private static final Path CHILD = ROOT.resolve("distribution/src/test/java/dev/clutch/distribution/child");
    private static final Path SHARING = ROOT.resolve("distribution/src/test/python/sharing");
    private static final Path LANG = ROOT.resolve("module-interp/src/test/python/lang");

    @Test
    void linksLead() throws IOException {
        List<String> broken = new ArrayList<>();
        int count = 0;
        for (Path page : pages()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                String link = links.group(1);
                if (!link.contains("://") && !link.startsWith("mailto:")) {
                    count++;
                    if (!leads(page, link)) {
                        broken.add(ROOT.relativize(page) + ": " + link);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(count).isGreaterThan(50);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> all = Files.walk(DOCS)) {
            all.filter(f -> f.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }

    private static boolean leads(Path page, String link) throws IOException {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    @Test
    void testsThatAreNamedExist() throws IOException {
        Map<String, Path> tests = testClasses();
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher names = TEST_NAME.matcher(Files.readString(page));
            while (names.find()) {
                Path file = tests.get(names.group(1));
                String method = names.group(2);
                if (file == null || (method != null && !Files.readString(file).contains(" void " + method + "("))) {
                    missing.add(ROOT.relativize(page) + ": " + names.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The anchors that a page has for its headings, made as forges make them. */
    private static List<String> anchors(Path page) throws IOException {
        List<String> anchors = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("#")) {
                String heading = line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
                anchors.add(heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
            }
        }
        return anchors;
    }

    @Test
    void eachRowOfTheRuntimeHasItsTest() throws IOException {
        checkRows("runtime.md", 30);
    }

    @Test
    void eachClaimOfTheThreatModelHasItsTest() throws IOException {
        checkRows("security.md", 12);
    }

    /** The last column of each table names tests, and nothing else in backquotes; all of them exist. */
    private static void checkRows(String page, int fewest) throws IOException {
        Map<String, Path> tests = testClasses();
        List<String> faults = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(DOCS.resolve(page))) {
            if (line.startsWith("| ") && !line.endsWith("| test |")) {
                rows++;
                String last = line.substring(line.lastIndexOf("| ", line.length() - 2) + 2, line.length() - 2);
                if (!last.contains("`") && !last.matches("[IS]")) {
                    faults.add("no test: " + line);
                }
                checkNames(last, tests, faults);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(rows).isGreaterThanOrEqualTo(fewest);
    }

    /** A name is a class of tests, a method or check behind it or of the class before, a program, or behind an L a limit of {@code LimitPrograms}. */
    private static void checkNames(String cell, Map<String, Path> tests, List<String> faults) throws IOException {
        String limits = Files.readString(CHILD.resolve("LimitPrograms.java"));
        String owner = "";
        Matcher names = CODE.matcher(cell);
        while (names.find()) {
            String name = names.group(1);
            boolean found;
            if (cell.startsWith("L ") && !name.contains(".") || name.endsWith("...")) {
                found = limits.contains("\"" + name.replace("...", ""));
            } else if (name.endsWith(".py") || name.endsWith(".txt")) {
                found = isProgram(name);
            } else if (name.startsWith("child.")) {
                found = Files.exists(CHILD.resolve(name.substring(6) + ".java"));
            } else {
                int dot = name.indexOf('.');
                boolean methodOnly = Character.isLowerCase(name.charAt(0));
                owner = methodOnly ? owner : name.substring(0, dot < 0 ? name.length() : dot);
                String method = methodOnly ? name : dot < 0 ? "" : name.substring(dot + 1);
                Path file = tests.get(owner);
                found = file != null
                        && (method.isEmpty()
                                || Files.readString(file).contains(" void " + method + "(")
                                || methodOnly && isCheck(owner, method));
            }
            if (!found) {
                faults.add("no such test: " + name);
            }
        }
    }

    /** Whether the program that a class of tests runs in a process of its own has a check of that name. */
    private static boolean isCheck(String owner, String name) throws IOException {
        Path program = CHILD.resolve(owner.replace("Test", "") + ".java");
        return Files.exists(program)
                && Pattern.compile("\\(\\s*\"" + Pattern.quote(name))
                        .matcher(Files.readString(program))
                        .find();
    }

    private static boolean isProgram(String name) {
        return Files.exists(SHARING.resolveSibling(name)) || Files.exists(LANG.resolveSibling(name));
    }

    private static Map<String, Path> testClasses() throws IOException {
        Map<String, Path> classes = new HashMap<>();
        for (String module : TESTED) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                all.filter(f -> f.toString().endsWith("Test.java"))
                        .forEach(f -> classes.put(f.getFileName().toString().replace(".java", ""), f));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return classes;
    }

    @Test
    void thePictureOfStatesIsTheCode() throws Exception {
        String page = Files.readString(DOCS.resolve("runtime.md"));
        TreeSet<String> drawn = new TreeSet<>();
        Matcher arrows =
                ARROW.matcher(page.substring(page.indexOf("stateDiagram-v2"), page.indexOf("Of a thread state")));
        while (arrows.find()) {
            drawn.add(arrows.group(1) + " " + arrows.group(2));
        }
        TreeSet<String> real = new TreeSet<>();
        var mayBecome = LifecycleState.class.getDeclaredMethod("mayBecome", LifecycleState.class);
        mayBecome.setAccessible(true);
        for (LifecycleState from : LifecycleState.values()) {
            for (LifecycleState to : LifecycleState.values()) {
                if ((boolean) mayBecome.invoke(from, to)) {
                    real.add(from + " " + to);
                }
            }
        }
        assertThat(drawn).isEqualTo(real);
    }
}
