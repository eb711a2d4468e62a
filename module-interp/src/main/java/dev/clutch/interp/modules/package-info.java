/** The core modules: what belongs to the interpreter itself. */
@NullMarked
package dev.clutch.interp.modules;

import org.jspecify.annotations.NullMarked;
