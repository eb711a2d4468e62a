package dev.clutch.runtime.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the limits stop is in {@code LimitPrograms} of the distribution; here, that nothing else is lost on the way to the system. */
class LimitedOsTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                LimitedOs.class,
                LimitedFile.class,
                LimitedFiles.class,
                LimitedPolling.class,
                LimitedProcess.class,
                LimitedSockets.class,
                LimitedTerminal.class
            })
    void everyOperationIsPassedOn(Class<?> limited) {
        for (Method operation : limited.getSuperclass().getDeclaredMethods()) {
            if (Modifier.isPublic(operation.getModifiers()) && !Modifier.isStatic(operation.getModifiers())) {
                assertThat(limited)
                        .as(operation.toString())
                        .matches(c -> declares(c, operation), "overrides " + operation.getName());
            }
        }
    }

    private static boolean declares(Class<?> type, Method operation) {
        try {
            return type.getDeclaredMethod(operation.getName(), operation.getParameterTypes()) != null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
