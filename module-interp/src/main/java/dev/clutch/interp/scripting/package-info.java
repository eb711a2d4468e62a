/**
 * The engine of {@code javax.script} (JSR-223), under the names {@code python} and {@code clutch}; needs the module {@code java.scripting}. Written against {@link dev.clutch.interp.embedding}, which can more: start there
 * unless a program is bound to {@code javax.script}.
 */
@NullMarked
package dev.clutch.interp.scripting;

import org.jspecify.annotations.NullMarked;
