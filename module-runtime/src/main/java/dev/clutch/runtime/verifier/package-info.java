/**
 * Reads class files of extensions, and says whether what interpreters share through them can change. {@link dev.clutch.runtime.verifier.Verifier} is the way in; the steps behind it:
 *
 * <ol>
 *   <li>{@code Interpretation} turns the code of a method into a graph of values ({@code Summary});
 *   <li>{@code Reach} finds the code that can run from the entry points;
 *   <li>{@code Flow} is the index of who reads and writes which field;
 *   <li>{@code Proof} tries to prove that a static field never changes, with {@code Rules} for what the JDK's classes are;
 *   <li>where that fails, {@code Witness} looks for the instruction that changes it;
 *   <li>{@code SharedLocks} checks what {@code @SharedState} claims.
 * </ol>
 */
@NullMarked
package dev.clutch.runtime.verifier;

import org.jspecify.annotations.NullMarked;
