package dev.clutch.interp.modules;

import dev.clutch.extension.spi.CloseableState;
import dev.clutch.extension.spi.Member;
import dev.clutch.extension.spi.ModuleDefinition;
import dev.clutch.extension.spi.NativeTable;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.TypeDefinition;
import dev.clutch.interp.PyThreadState;
import dev.clutch.interp.object.Builtins;
import dev.clutch.interp.object.DictView;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.PyBuiltinFunction;
import dev.clutch.interp.object.PyModule;
import dev.clutch.interp.object.TypeObject;
import dev.clutch.interp.op.Failures;
import java.util.List;

/** Makes module objects of definitions. Answers to {@code PyModule_FromDefAndSpec} and {@code PyModule_ExecDef}. */
public final class Modules {
    private Modules() {}

    /** Makes a module object with its state, functions and constants; its execution steps have not run. */
    public static PyModule create(PyThreadState ts, ModuleDefinition definition) {
        Object name = Str.of(definition.name());
        PyModule module = new PyModule(name);
        module.dict.put("__doc__", definition.doc().isEmpty() ? Singleton.NONE : Str.of(definition.doc()));
        Object state = definition.newState(ts, module);
        module.state = state;
        module.definition = definition;
        if (state instanceof CloseableState closeable) {
            ts.interp.closeableStates().add(closeable);
        }
        NativeTable table = definition.functions(state);
        for (Member m : table.members()) {
            if (m.kind() == Member.Kind.CONSTANT) {
                module.dict.put(m.name(), m.value() == null ? Singleton.NONE : m.value());
            } else {
                module.dict.put(m.name(), new PyBuiltinFunction(table, m, module, module, name));
            }
        }
        for (TypeDefinition type : definition.types()) {
            addType(ts, module, type, state);
        }
        return module;
    }

    /** {@code PyType_FromModuleAndSpec} and {@code PyModule_AddType}. */
    private static void addType(PyThreadState ts, PyModule module, TypeDefinition definition, Object state) {
        TypeObject base = base(ts, module, definition.base());
        TypeObject type = TypeObject.extension(definition, base, ts.interp, state);
        String name = type.name().intern();
        module.types.put(name, type);
        if ((definition.flags() & TypeDefinition.EXPORTED) != 0) {
            module.dict.put(name, type);
        }
    }

    private static TypeObject base(PyThreadState ts, PyModule module, String name) {
        Object own = module.types.get(name.substring(name.lastIndexOf('.') + 1));
        Object found = own != null ? own : Builtins.typeNamed(name);
        if (found == null) {
            found = DictView.typeNamed(name);
        }
        if (found instanceof TypeObject type) {
            return type;
        }
        throw Errors.error(
                ts, "SystemError", "no base type " + name + " for a type of module " + module.dict.get("__name__"));
    }

    /** Runs the execution steps, once: a module that was executed is left alone. */
    public static void execute(PyThreadState ts, PyModule module) {
        ModuleDefinition definition = module.definition;
        Object state = module.state;
        if (definition != null && state != null && !module.executed) {
            module.executed = true;
            definition.exec(ts, module, state);
        }
    }

    /** Closes the states of the interpreter's modules, the last made first. */
    public static void closeStates(PyThreadState ts) {
        List<CloseableState> states = ts.interp.closeableStates();
        while (!states.isEmpty()) {
            try {
                states.removeLast().close(ts);
            } catch (RuntimeException e) {
                ts.writeUnraisable(Failures.toPython(ts, e), null);
            }
        }
    }
}
