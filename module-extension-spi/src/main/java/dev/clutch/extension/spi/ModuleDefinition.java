package dev.clutch.extension.spi;

import java.util.List;

/**
 * The builder-level description of an extension module: what {@code PyModuleDef} and its slots say. Immutable, shared by all interpreters. The annotation
 * processor generates one for each class annotated with {@link ExtensionModule}.
 */
@Stability(since = "0.1", level = Stability.Level.INTERNAL)
public interface ModuleDefinition {
    /** Returns the module's full name. */
    String name();

    /** Returns the docstring, empty for none. */
    String doc();

    /** Returns what the module declares about isolation. */
    MultipleInterpreters multipleInterpreters();

    /** Makes the state of one module object ({@code Py_mod_create} has made the module). */
    Object newState(ThreadState ts, PyObject module);

    /** Returns the functions of a module object with the given state. */
    NativeTable functions(Object state);

    /** Returns the types of the module in the order in which they are made. */
    List<TypeDefinition> types();

    /** Runs the execution steps ({@code Py_mod_exec}), after functions and types are attributes of the module. */
    void exec(ThreadState ts, PyObject module, Object state);
}
