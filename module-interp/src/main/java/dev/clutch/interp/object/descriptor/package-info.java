/** Descriptors: what the attributes of classes are made of, and the descriptors of native types. */
@NullMarked
package dev.clutch.interp.object.descriptor;

import org.jspecify.annotations.NullMarked;
