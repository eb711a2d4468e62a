/** The import system: what Java adds to the library's own importlib. */
@NullMarked
package dev.clutch.interp.imports;

import org.jspecify.annotations.NullMarked;
