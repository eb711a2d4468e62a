/**
 * The compatibility kit: {@link dev.clutch.compat.ExtensionCompatibility} for tests, {@link dev.clutch.compat.Kit} for everything else. The rules are the classes of {@code dev.clutch.compat.rules}, found
 * by their place; {@code dev.clutch.compat.graph} walks objects.
 */
@NullMarked
package dev.clutch.compat;

import org.jspecify.annotations.NullMarked;
