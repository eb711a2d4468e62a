/** What it costs to read class files before an extension is let in. */
@NullMarked
package dev.clutch.benchmarks.verifier;

import org.jspecify.annotations.NullMarked;
