/** Warnings: filters, registries, and how one is shown. */
@NullMarked
package dev.clutch.interp.warnings;

import org.jspecify.annotations.NullMarked;
