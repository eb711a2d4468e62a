/** Generators, coroutines and asynchronous generators with what they hand out. */
@NullMarked
package dev.clutch.interp.object.generator;

import org.jspecify.annotations.NullMarked;
