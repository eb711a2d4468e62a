/** The same module twice: as a core module of the language and on the extension interface. {@code ExtensionCalls} compares loops over both. */
@NullMarked
package dev.clutch.benchmarks.twins;

import org.jspecify.annotations.NullMarked;
