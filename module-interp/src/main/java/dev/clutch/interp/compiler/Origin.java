package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a unit was compiled from, kept to compile its twin for tracing: the program's text, or the tree if there was no text.
 *
 * @param mode how the text was parsed
 * @param flags those of {@code compile()}
 */
public record Origin(
        @Nullable Source source, @Nullable Mod tree, ParserOptions.Mode mode, int flags, CompileOptions options) {}
