package dev.clutch.interp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedResultsTest {
    @Test
    void whatIsAskedForStays() {
        SharedResults results = new SharedResults();
        results.put("asked", "a");
        results.put("forgotten", "f");
        for (int i = 0; i < 5000; i++) {
            results.put(i, "other");
            assertThat(results.get("asked")).isEqualTo("a");
        }
        assertThat(results.get("forgotten")).isNull();
        assertThat(results.get(4999)).isEqualTo("other");
    }
}
