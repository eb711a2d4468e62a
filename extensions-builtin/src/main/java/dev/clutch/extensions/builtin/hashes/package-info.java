/** The modules of digests: {@code _md5}, {@code _sha1}, {@code _sha2}, {@code _sha3} and {@code _blake2}. */
@NullMarked
package dev.clutch.extensions.builtin.hashes;

import org.jspecify.annotations.NullMarked;
