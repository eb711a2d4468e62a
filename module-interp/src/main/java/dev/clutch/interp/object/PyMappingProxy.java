package dev.clutch.interp.object;

import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;

/** A read-only view of a mapping. Answers to {@code mappingproxyobject}. */
@ExtensionType(name = "mappingproxy", exported = false, mapping = true)
public final class PyMappingProxy extends PyObject {
    /** {@code types.MappingProxyType}. */
    public static final TypeObject TYPE = TypeObject.builtin(new PyMappingProxyDefinition(), TypeObject.OBJECT);

    /** The mapping behind it. */
    final Object mapping;

    /** Makes a view. */
    public PyMappingProxy(Object mapping) {
        super(TYPE);
        this.mapping = mapping;
    }
}
