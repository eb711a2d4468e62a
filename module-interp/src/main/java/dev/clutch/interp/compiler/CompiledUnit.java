package dev.clutch.interp.compiler;

import java.util.Map;

/**
 * The classes of a compiled program: immutable, without any state of an interpreter, fit to be stored.
 *
 * @param classes class files by binary name
 * @param mainClass the class whose static field {@code c0} is the program's code object
 */
public record CompiledUnit(Map<String, byte[]> classes, String mainClass) {}
