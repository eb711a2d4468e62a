/** The rules, one class each; a class that stands here is found, there is no list. Those that look into the same thing share a base class. */
@NullMarked
package dev.clutch.compat.rules;

import org.jspecify.annotations.NullMarked;
