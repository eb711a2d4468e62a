/**
 * Exploration of schedules: several interpreters run the sample, one at a time, and a seed decides at each poll of Python code and before each access of the extension's code to fields and collections who goes
 * on. The same seed gives the same schedule, as far as the sample waits for nothing outside.
 */
@NullMarked
package dev.clutch.compat.schedule;

import org.jspecify.annotations.NullMarked;
