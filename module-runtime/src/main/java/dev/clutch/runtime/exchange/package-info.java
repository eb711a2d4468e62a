/** What passes between the interpreters of a runtime: queues, channels, and the parcels that travel in them. Knows parcels as opaque objects of the language. */
@NullMarked
package dev.clutch.runtime.exchange;

import org.jspecify.annotations.NullMarked;
