package dev.clutch.compat;

import dev.clutch.runtime.ExtensionDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * The test class of an author: says which extension, and JUnit shows one test for each rule, named by its id and kind. A rule that finds nothing to test on is shown as skipped, with the reason.
 *
 * {@snippet :
 * class TallyCompatibilityTest extends ExtensionCompatibility {
 *     @Override
 *     protected String provider() {
 *         return "tally.TallyProvider";
 *     }
 *
 *     @Override
 *     protected String sample() {
 *         return "import tally; assert tally.add(2) == 2";
 *     }
 * }
 * }
 */
public abstract class ExtensionCompatibility {
    /** For subclasses. */
    protected ExtensionCompatibility() {}

    /** Returns the name of the provider class. */
    protected abstract String provider();

    /**
     * Returns a Python program that uses the module: the more it uses, the more the rules see. It runs several times, in several interpreters. It may define {@code endless()}, which runs for ever unless it
     * is interrupted; {@code blocking()}, which waits a moment; and {@code callback(f)}, which has the extension call {@code f} from a thread of its own, again and again.
     */
    protected String sample() {
        return "";
    }

    /** Makes the tests; JUnit closes the stream after the last one. */
    @TestFactory
    final Stream<DynamicTest> rules() {
        Subject subject = subject();
        List<DynamicTest> tests = new ArrayList<>();
        Kit kit = Kit.open(subject.loader());
        Kit.Run run = kit.begin(subject);
        for (Rule rule : kit.rules()) {
            String name = rule.id() + " (" + rule.kind().label() + ")";
            tests.add(DynamicTest.dynamicTest(name, () -> show(run.outcome(rule))));
        }
        return tests.stream().onClose(kit::close);
    }

    private Subject subject() {
        ClassLoader loader = getClass().getClassLoader();
        ExtensionDeclaration declaration = Providers.declaration(loader, provider());
        return new Subject(
                declaration.module(),
                provider(),
                loader,
                null,
                sample(),
                Subject.defaultSeed(),
                Subject.defaultPatience());
    }

    private static void show(Outcome outcome) {
        switch (outcome.status()) {
            case PASSED -> {}
            case FAILED -> Assertions.fail(outcome.text());
            case UNTESTED, EXCLUDED, CHALLENGED -> throw new TestAbortedException(outcome.text());
        }
    }
}
