package dev.clutch.interp.parser;

import dev.clutch.interp.ast.TypeIgnore;
import java.util.ArrayList;
import java.util.List;

/** The {@code # type: ignore} comments met. */
final class TypeIgnores {
    private final ArrayList<TypeIgnore> found = new ArrayList<>(0);

    void add(int line, String tag) {
        found.add(new TypeIgnore(line, tag));
    }

    List<TypeIgnore> toList() {
        return List.copyOf(found);
    }
}
