/** {@code _asyncio}: futures, tasks, and what runs in which loop. */
@NullMarked
package dev.clutch.extensions.builtin.asyncio;

import org.jspecify.annotations.NullMarked;
