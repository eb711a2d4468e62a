package dev.clutch.interp.warnings;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.object.PyDict;
import dev.clutch.interp.object.PyList;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.exception.Exceptions;

/** What an interpreter keeps for warnings ({@code struct _warnings_runtime_state}); the module {@code warnings}, once imported, overrides it with its own attributes. */
public final class WarningState {
    PyList filters = defaultFilters();
    PyDict onceRegistry = new PyDict();
    Object defaultAction = "default";

    /** Registries of another version are void. */
    long filtersVersion;

    /** For the interpreter. */
    public WarningState() {}

    /** The filters. */
    public PyList filters() {
        return filters;
    }

    /** The registry of the action {@code once}. */
    public PyDict onceRegistry() {
        return onceRegistry;
    }

    /** The action when no filter matches. */
    public Object defaultAction() {
        return defaultAction;
    }

    /** {@code _filters_mutated}. */
    public void mutated() {
        filtersVersion++;
    }

    /** {@code init_filters}: as in a build without debugging. */
    private static PyList defaultFilters() {
        PyList filters = new PyList(5);
        filters.append(filter("default", "DeprecationWarning", "__main__"));
        filters.append(filter("ignore", "DeprecationWarning", Singleton.NONE));
        filters.append(filter("ignore", "PendingDeprecationWarning", Singleton.NONE));
        filters.append(filter("ignore", "ImportWarning", Singleton.NONE));
        filters.append(filter("ignore", "ResourceWarning", Singleton.NONE));
        return filters;
    }

    private static PyTuple filter(String action, String category, Object module) {
        return new PyTuple(action, Singleton.NONE, Exceptions.type(category), module, 0L);
    }
}
