/** Programs that tests run in a process of their own. */
@NullMarked
package dev.clutch.distribution.child;

import org.jspecify.annotations.NullMarked;
