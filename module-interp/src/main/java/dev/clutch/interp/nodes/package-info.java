/** The classes of {@code _ast}, and the ways between their instances and the trees of {@code dev.clutch.interp.ast}. */
@NullMarked
package dev.clutch.interp.nodes;

import org.jspecify.annotations.NullMarked;
