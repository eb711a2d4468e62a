/** {@code _collections}: deque, defaultdict, OrderedDict and helpers of the library's {@code collections}. */
@NullMarked
package dev.clutch.extensions.builtin.collections;

import org.jspecify.annotations.NullMarked;
