/** JMH benchmarks of the engine's parts: helpers, calls, attributes, lock, queues. {@code bin/benchmark} runs them. */
@NullMarked
package dev.clutch.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
