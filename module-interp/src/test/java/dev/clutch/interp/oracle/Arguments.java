package dev.clutch.interp.oracle;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arguments of one question. */
record Arguments(@Nullable Object[] values) {
    @Nullable
    Object nullable(int index) {
        return values[index];
    }

    Object at(int index) {
        return Objects.requireNonNull(values[index]);
    }

    int integer(int index) {
        return Math.toIntExact((Long) at(index));
    }

    double real(int index) {
        return (Double) at(index);
    }

    boolean bool(int index) {
        return (Boolean) at(index);
    }

    byte[] bytes(int index) {
        return (byte[]) at(index);
    }
}
