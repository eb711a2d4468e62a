/** Weak references, proxies and finalizers. */
@NullMarked
package dev.clutch.interp.object.weak;

import org.jspecify.annotations.NullMarked;
