/** What crosses from one interpreter to another: immutable values as they are, functions by value, all else as pickled bytes; exceptions as data. */
@NullMarked
package dev.clutch.interp.crossing;

import org.jspecify.annotations.NullMarked;
