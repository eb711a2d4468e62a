/** What Python code sees of its embedder, and what the runtime keeps for it; {@link dev.clutch.interp.embedding} is the embedder's side. */
@NullMarked
package dev.clutch.interp.host;

import org.jspecify.annotations.NullMarked;
