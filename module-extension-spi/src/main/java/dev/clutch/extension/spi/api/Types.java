package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Types, conversion to text, weak references. */
@Stability(since = "0.1")
public interface Types {
    /** {@code type(o)}: the real type. */
    PyType typeOf(Object o);

    /** A built-in type by its name in {@code builtins}: the real one, whatever the program has bound to the name. SystemError when there is none. */
    PyType builtinType(String name);

    /** The type that a module object made for a class annotated with {@code ExtensionType}, exported or not, by its name without the module. SystemError when there is none. */
    PyType moduleType(Object module, String name);

    /**
     * The Java object that an instance carries for a type declared with {@code payload = true}.
     *
     * @param definingClass that type, not a subclass
     * @return null while none is set
     */
    @Nullable
    Object payload(PyType definingClass, Object o);

    /** Sets the {@link #payload}. */
    void setPayload(PyType definingClass, Object o, @Nullable Object payload);

    /** For execution steps: gives a type of this module an attribute, immutable or not ({@code PyDict_SetItemString(type->tp_dict, ...)}). */
    void addTypeAttr(PyType type, String name, Object value);

    /** {@code isinstance(o, cls)}. TypeError when the second is no class, tuple or union. */
    boolean isInstance(Object o, Object typeOrTuple);

    /** {@code issubclass(c, cls)}. TypeError when one is no class. */
    boolean isSubclass(Object c, Object typeOrTuple);

    /** {@code repr(o)}: a str value. TypeError when {@code __repr__} returns something else. */
    Object repr(Object o);

    /** {@code str(o)}: a str value. TypeError when {@code __str__} returns something else. */
    Object str(Object o);

    /** {@code repr(o)} as Java text for messages. */
    String reprText(Object o);

    /** Begins the repr of a container; false when it is being made already in this thread ({@code Py_ReprEnter}). */
    boolean enterRepr(Object container);

    /** Ends what a successful {@link #enterRepr} began ({@code Py_ReprLeave}). */
    void leaveRepr(Object container);

    /** {@code format(o, spec)}. TypeError or ValueError when the object doesn't take the specification. */
    Object format(Object o, Object spec);

    /** Makes a named exception class ({@code PyErr_NewExceptionWithDoc}). The bases are a class or a tuple of classes; null is {@code Exception}. */
    PyType newExceptionType(String dottedName, String doc, @Nullable Object bases);

    /** A generic alias for {@code __class_getitem__}. */
    Object genericAlias(Object origin, Object args);

    /** Makes a structseq type ({@code PyStructSequence_NewType}). The fields beyond {@code visible} are reached by name only. An empty name is {@code PyStructSequence_UnnamedField}. */
    PyType newStructSequence(String dottedName, String doc, String[] fields, int visible);

    /**
     * Makes an instance of a structseq type; values left out are None. A field beyond the visible ones may be a {@link dev.clutch.extension.spi.LazyValue}.
     */
    PyObject newStructSequenceInstance(PyType type, Object... values);

    /** A weak reference with a callback or null. TypeError when the object's type has no weak references. */
    Object newWeakReference(Object o, @Nullable Object callback);

    /** The target of a weak reference, null when dead. TypeError when it is no weak reference. */
    @Nullable
    Object weakTarget(Object reference);
}
