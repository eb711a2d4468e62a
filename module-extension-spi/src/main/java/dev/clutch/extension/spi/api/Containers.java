package dev.clutch.extension.spi.api;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Stability;
import org.jspecify.annotations.Nullable;

/** Containers: subscription, and making and reading the built-in ones. */
@Stability(since = "0.1")
public interface Containers {
    /** {@code o[key]}. IndexError or KeyError when it isn't there, TypeError when the object has no items. */
    Object getItem(Object o, Object key);

    /** {@code o[key] = value}. Errors as {@link #getItem}. */
    void setItem(Object o, Object key, Object value);

    /** {@code del o[key]}. Errors as {@link #getItem}. */
    void delItem(Object o, Object key);

    /** {@code item in o}. */
    boolean contains(Object o, Object item);

    /** {@code len(o)}. TypeError without a length, OverflowError beyond 2**31 - 1. */
    int size(Object o);

    /** {@code len(o)} beyond the range of int. TypeError without a length. */
    long longSize(Object o);

    /** {@code operator.length_hint(o, fallback)}. Never negative. */
    int lengthHint(Object o, int fallback);

    /** A list that owns the given array. */
    Object newList(Object... items);

    /** An empty list with room. */
    Object newListSized(int capacity);

    /** A tuple that owns the given array. */
    Object newTuple(Object... items);

    /** An instance of a subclass of tuple that owns the given array ({@code PyTuple_Type.tp_new}). */
    Object newTupleOf(PyType type, Object... items);

    /** An empty dict. */
    Object newDict();

    /** A set of the elements of an iterable. TypeError when an element has no hash. */
    Object newSet(Object iterable);

    /** A bytes object that owns the given array. */
    Object newBytes(byte[] bytes);

    /** A slice object. */
    Object newSlice(Object start, Object stop, Object step);

    /** Whether the object is a slice. */
    boolean isSlice(Object o);

    /** What a slice means for a sequence of some length ({@code PySlice_Unpack}, {@code PySlice_AdjustIndices}). TypeError when a bound is no index, ValueError when the step is 0. */
    SliceRange sliceRange(Object slice, int length);

    /** Whether the object is a list or of a subclass. */
    boolean isList(Object o);

    /** Whether the object is a tuple or of a subclass. */
    boolean isTuple(Object o);

    /** Whether the object is a dict or of a subclass. */
    boolean isDict(Object o);

    /** Whether the object is a str or of a subclass. */
    boolean isStr(Object o);

    /** Whether the object is bytes or of a subclass. */
    boolean isBytes(Object o);

    /** The plain str value of a str or an instance of a subclass ({@code String} or {@code CodePoints}). */
    Object strValue(Object o);

    /** Appends to a list ({@code PyList_Append}). */
    void listAppend(Object list, Object item);

    /** The item of a list or tuple by position, without bounds adjustment ({@code PySequence_Fast_GET_ITEM}). */
    Object fastItem(Object listOrTuple, int index);

    /** The length of a list or tuple. */
    int fastSize(Object listOrTuple);

    /** Stores into a list by position ({@code PyList_SET_ITEM}). */
    void listSet(Object list, int index, Object item);

    /** A copy of the items of any iterable. TypeError when the object isn't iterable. */
    Object[] toArray(Object iterable);

    /** The value, or null when absent ({@code PyDict_GetItemWithError}). TypeError when the key has no hash, as for all that takes a key. */
    @Nullable
    Object dictGet(Object dict, Object key);

    /** Stores ({@code PyDict_SetItem}). */
    void dictSet(Object dict, Object key, Object value);

    /** Removes; returns the old value or null. */
    @Nullable
    Object dictRemove(Object dict, Object key);

    /** The position of a key among the entries, or -1. It stays the key's until that is removed or {@link #dictMoves} changes. */
    int dictFind(Object dict, Object key);

    /** The first position at or after the given one that has an entry, or -1. */
    int dictNext(Object dict, int position);

    /** The key at a position that has an entry. */
    Object dictKeyAt(Object dict, int position);

    /** The value at a position that has an entry. */
    Object dictValueAt(Object dict, int position);

    /** A number that changes whenever entries move to other positions. */
    int dictMoves(Object dict);

    /** An instance of a type whose base is {@code dict_keys}, {@code dict_values} or {@code dict_items}, over a dict. */
    Object newDictView(PyType type, Object dict);

    /** The dict behind an instance of {@code dict_keys}, {@code dict_values} or {@code dict_items}. */
    Object dictOfView(Object view);

    /** {@link #dictGet(Object, Object)} of a key whose hash is known ({@code _PyDict_GetItem_KnownHash}). */
    @Nullable
    Object dictGet(Object dict, Object key, long hash);

    /** {@link #dictSet(Object, Object, Object)} for a key whose hash is known. */
    void dictSet(Object dict, Object key, long hash, Object value);

    /** {@link #dictRemove(Object, Object)} of a key whose hash is known. */
    @Nullable
    Object dictRemove(Object dict, Object key, long hash);

    /** Walks a dict in order: calls back until false; a RuntimeError is raised when the size changes meanwhile. */
    void dictForEach(Object dict, DictVisitor visitor);

    /** Receives entries. */
    interface DictVisitor {
        /** Returns whether to go on. */
        boolean visit(Object key, Object value);
    }
}
