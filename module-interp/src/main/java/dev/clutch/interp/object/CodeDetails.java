package dev.clutch.interp.object;

/**
 * What a code object knows for those who look at it: calling the function needs none of it but the docstring. Immutable.
 *
 * @param names {@code co_names} as Java text, never written
 * @param consts {@code co_consts}, with {@link PyCode.Nested} for code objects that have not been asked for; never written
 * @param positions source positions by position index
 */
record CodeDetails(String[] names, Object[] consts, Positions positions) {}
