/** An extension that keeps its state where all interpreters of the process share it, and says so. */
@NullMarked
package dev.clutch.examples.counter;

import org.jspecify.annotations.NullMarked;
