/**
 * Source text to syntax tree: decoding, tokens, the parser, and the diagnosis of syntax errors. A first pass, {@link
 * dev.clutch.interp.parser.Parser}, accepts valid programs only; when it fails, a second one looks for the message and the
 * position that CPython gives.
 */
@NullMarked
package dev.clutch.interp.parser;

import org.jspecify.annotations.NullMarked;
