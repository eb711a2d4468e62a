package tally;

import dev.clutch.compat.ExtensionCompatibility;

class TallyCompatibilityTest extends ExtensionCompatibility {
    @Override
    protected String provider() {
        return "tally.TallyProvider";
    }

    @Override
    protected String sample() {
        return """
                import tally
                before = tally.add(0)
                assert tally.add(amount=2) == before + 2
                counter = tally.Counter(3)
                assert counter.count() == 4
                assert tally.add(0) == before + 3
                """;
    }
}
