package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a pickler: {@code save} of {@code _pickle.c}, and the objects whose format is built in. */
final class Saver {
    private static final int BATCH = 1000;
    private static final int FAST_NESTING = 50;

    final ThreadState ts;
    final PickleModule state;
    final PicklerObject pickler;
    final PickleOutput out;
    final int protocol;
    final boolean isBinary;
    private final ObjectSaver objects;
    private final Map<Object, Object> names = new HashMap<>();
    private int fastNesting;
    private @Nullable IdentityHashMap<Object, Object> fastOpen;

    Saver(ThreadState ts, PickleModule state, PicklerObject pickler) {
        this.ts = ts;
        this.state = state;
        this.pickler = pickler;
        this.out = pickler.output;
        this.protocol = pickler.protocol;
        this.isBinary = pickler.isBinary;
        this.objects = new ObjectSaver(this);
    }

    /**
     * Writes an object.
     *
     * @param isPersistentId whether it stands for another, and must not be asked for its own persistent id
     */
    void save(Object o, boolean isPersistentId) {
        out.boundary(ts);
        ts.enterRecursive(" while pickling an object");
        try {
            saveNested(o, isPersistentId);
        } finally {
            ts.leaveRecursive();
        }
    }

    void save(Object o) {
        save(o, false);
    }

    private void saveNested(Object o, boolean isPersistentId) {
        if (!isPersistentId && pickler.persistentId != null && savePersistent(o, pickler.persistentId)) {
            return;
        }
        if (saveAtom(o)) {
            return;
        }
        int known = pickler.memo.get(o);
        if (known >= 0) {
            get(known);
            return;
        }
        if (o instanceof String || o instanceof CodePoints) {
            saveStr(o);
            return;
        }
        PyType type = ts.typeOf(o);
        if (type == state.bytesType) {
            saveBytes(o);
        } else if (type == state.dictType) {
            saveDict(o);
        } else if (type == state.setType) {
            saveSet(o);
        } else if (type == state.frozensetType) {
            saveFrozenset(o);
        } else if (type == state.listType) {
            saveList(o);
        } else if (type == state.tupleType) {
            saveTuple(o);
        } else if (type == state.bytearrayType) {
            saveByteArray(o);
        } else if (o instanceof PickleBuffer b) {
            BufferSaver.save(this, b);
        } else {
            objects.save(o, type);
        }
    }

    private boolean savePersistent(Object o, Object function) {
        Object id = ts.call(function, o);
        if (id == Singleton.NONE) {
            return false;
        }
        if (isBinary) {
            save(id, true);
            out.op(Op.BINPERSID);
            return true;
        }
        Object text = ts.str(id);
        if (!Str.isAscii(text)) {
            throw state.picklingError(ts, "persistent IDs in protocol 0 must be ASCII strings");
        }
        out.op(Op.PERSID);
        out.text((String) text);
        out.op('\n');
        return true;
    }

    // --- memo --------------------------------------------------------------------------------------------------------

    /** Fetches an object that was written before. */
    void get(Object o) {
        get(pickler.memo.get(o));
    }

    private void get(int index) {
        if (!isBinary) {
            out.op(Op.GET);
            out.text(index + "\n");
        } else if (index < 256) {
            out.op1(Op.BINGET, index);
        } else {
            out.op(Op.LONG_BINGET, index, 4);
        }
    }

    /** Remembers the object that the reader has on top of its stack. */
    void put(Object o) {
        if (pickler.isFast) {
            return;
        }
        int index = pickler.memo.size();
        pickler.memo.put(o, index);
        if (protocol >= 4) {
            out.op(Op.MEMOIZE);
        } else if (!isBinary) {
            out.op(Op.PUT);
            out.text(index + "\n");
        } else if (index < 256) {
            out.op1(Op.BINPUT, index);
        } else {
            out.op(Op.LONG_BINPUT, index, 4);
        }
    }

    /** One object for all equal names of modules, so that the memo finds it. */
    Object sameName(Object name) {
        Object known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    boolean isKnown(Object o) {
        return pickler.memo.get(o) >= 0;
    }

    // --- atoms -------------------------------------------------------------------------------------------------------

    private boolean saveAtom(Object o) {
        if (o == Singleton.NONE) {
            out.op(Op.NONE);
        } else if (o instanceof Boolean b) {
            if (protocol >= 2) {
                out.op(b ? Op.NEWTRUE : Op.NEWFALSE);
            } else {
                out.text(b ? "I01\n" : "I00\n");
            }
        } else if (o instanceof Long l) {
            saveLong(l);
        } else if (o instanceof BigInteger big) {
            saveBig(big);
        } else if (o instanceof Double d) {
            saveFloat(d);
        } else {
            return false;
        }
        return true;
    }

    private void saveLong(long value) {
        if (value != (int) value) {
            saveBig(BigInteger.valueOf(value));
        } else if (!isBinary) {
            out.op(Op.INT);
            out.text(value + "\n");
        } else if (value >>> 8 == 0) {
            out.op1(Op.BININT1, (int) value);
        } else if (value >>> 16 == 0) {
            out.op(Op.BININT2, value, 2);
        } else {
            out.op(Op.BININT, value, 4);
        }
    }

    private void saveBig(BigInteger value) {
        if (protocol < 2) {
            out.op(Op.LONG);
            out.text(ts.reprText(ts.newInt(value)) + "L\n");
            return;
        }
        byte[] big = value.toByteArray();
        byte[] little = new byte[big.length];
        for (int i = 0; i < big.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (little.length < 256) {
            out.op1(Op.LONG1, little.length);
        } else {
            out.op(Op.LONG4, little.length, 4);
        }
        out.bytes(little, 0, little.length);
    }

    private void saveFloat(double value) {
        if (isBinary) {
            out.op(Op.BINFLOAT, Long.reverseBytes(Double.doubleToRawLongBits(value)), 8);
        } else {
            out.op(Op.FLOAT);
            out.text(ts.reprText(value) + "\n");
        }
    }

    // --- text and bytes
    // ------------------------------------------------------------------------------------------------

    private void saveStr(Object text) {
        if (isBinary) {
            byte[] utf8 = PickleText.utf8(text);
            int n = utf8.length;
            if (n <= 0xff && protocol >= 4) {
                out.data(ts, Op.SHORT_BINUNICODE, n, 1, utf8, 0, n, null);
            } else {
                out.data(ts, Op.BINUNICODE, n, 4, utf8, 0, n, null);
            }
        } else {
            out.op(Op.UNICODE);
            out.text(PickleText.rawUnicodeEscape(text));
            out.op('\n');
        }
        put(text);
    }

    private void saveBytes(Object o) {
        byte[] bytes = ts.bytesOf(o);
        if (protocol < 3) {
            // the reader has no opcode for bytes, so they are made of a text
            Object reduced;
            if (bytes.length == 0) {
                reduced = ts.newTuple(state.bytesType, ts.newTuple());
            } else {
                Object encode = ts.getAttr(ts.importModule("_codecs"), "encode");
                Object text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
                reduced = ts.newTuple(encode, ts.newTuple(text, "latin1"));
            }
            objects.saveReduced(reduced, o);
            return;
        }
        writeBytes(o, bytes, 0, bytes.length, o);
    }

    /** {@code _save_bytes_data}. */
    void writeBytes(Object o, byte[] bytes, int offset, int n, @Nullable Object payload) {
        if (n <= 0xff) {
            out.data(ts, Op.SHORT_BINBYTES, n, 1, bytes, offset, n, payload);
        } else {
            out.data(ts, Op.BINBYTES, n, 4, bytes, offset, n, payload);
        }
        put(o);
    }

    private void saveByteArray(Object o) {
        byte[] bytes = ts.bytesOf(o);
        if (protocol < 5) {
            Object args = bytes.length == 0 ? ts.newTuple() : ts.newTuple(ts.newBytes(bytes));
            objects.saveReduced(ts.newTuple(state.bytearrayType, args), o);
            return;
        }
        writeByteArray(o, bytes, 0, bytes.length, o);
    }

    /** {@code _save_bytearray_data}. */
    void writeByteArray(Object o, byte[] bytes, int offset, int n, @Nullable Object payload) {
        out.data(ts, Op.BYTEARRAY8, n, 8, bytes, offset, n, payload);
        put(o);
    }

    // --- containers
    // ----------------------------------------------------------------------------------------------------

    private void saveTuple(Object o) {
        int n = ts.fastSize(o);
        if (n == 0) {
            if (protocol > 0) {
                out.op(Op.EMPTY_TUPLE);
            } else {
                out.op(Op.MARK);
                out.op(Op.TUPLE);
            }
            return;
        }
        boolean isShort = n <= 3 && protocol >= 2;
        if (!isShort) {
            out.op(Op.MARK);
        }
        for (int i = 0; i < n; i++) {
            save(ts.fastItem(o, i));
        }
        if (isKnown(o)) {
            // it contains itself: its items have written it, so they are dropped and it is fetched
            if (!isShort && isBinary) {
                out.op(Op.POP_MARK);
            } else {
                for (int i = isShort ? 1 : 0; i <= n; i++) {
                    out.op(Op.POP);
                }
            }
            get(o);
            return;
        }
        out.op(isShort ? Op.TUPLE1 - 1 + n : Op.TUPLE);
        put(o);
    }

    private void saveList(Object o) {
        enterFast(o);
        if (isBinary) {
            out.op(Op.EMPTY_LIST);
        } else {
            out.op(Op.MARK);
            out.op(Op.LIST);
        }
        put(o);
        if (ts.fastSize(o) > 0) {
            if (protocol > 0) {
                batchList(o);
            } else {
                batchIterator(ts.iter(o));
            }
        }
        leaveFast(o);
    }

    private void batchList(Object o) {
        if (ts.fastSize(o) == 1) {
            save(ts.fastItem(o, 0));
            out.op(Op.APPEND);
            return;
        }
        int i = 0;
        do {
            out.op(Op.MARK);
            int end = i + BATCH;
            while (i < ts.fastSize(o) && i < end) {
                save(ts.fastItem(o, i++));
            }
            out.op(Op.APPENDS);
        } while (i < ts.fastSize(o));
    }

    /** {@code batch_list}. */
    void batchIterator(Object iterator) {
        batch(iterator, false);
    }

    /** Items, or the pairs of a dict, as many at once as the protocol allows. */
    private void batch(Object iterator, boolean pairs) {
        int one = pairs ? Op.SETITEM : Op.APPEND;
        if (protocol == 0) {
            for (Object item = ts.next(iterator); item != null; item = ts.next(iterator)) {
                saveItem(item, pairs);
                out.op(one);
            }
            return;
        }
        int n;
        do {
            n = 0;
            Object first = ts.next(iterator);
            if (first == null) {
                return;
            }
            Object item = ts.next(iterator);
            if (item == null) {
                saveItem(first, pairs);
                out.op(one);
                return;
            }
            out.op(Op.MARK);
            saveItem(first, pairs);
            n = 1;
            while (item != null) {
                saveItem(item, pairs);
                if (++n == BATCH) {
                    break;
                }
                item = ts.next(iterator);
            }
            out.op(pairs ? Op.SETITEMS : Op.APPENDS);
        } while (n == BATCH);
    }

    private void saveItem(Object item, boolean pair) {
        if (pair) {
            savePair(item);
        } else {
            save(item);
        }
    }

    private void saveDict(Object o) {
        enterFast(o);
        if (isBinary) {
            out.op(Op.EMPTY_DICT);
        } else {
            out.op(Op.MARK);
            out.op(Op.DICT);
        }
        put(o);
        int size = ts.size(o);
        if (size > 0) {
            if (protocol > 0) {
                batchDict(o, size);
            } else {
                batchItems(ts.iter(ts.callMethod(o, "items")));
            }
        }
        leaveFast(o);
    }

    private void batchDict(Object o, int size) {
        int[] n = {0};
        boolean single = size == 1;
        ts.dictForEach(o, (key, value) -> {
            if (!single && n[0] % BATCH == 0) {
                if (n[0] > 0) {
                    out.op(Op.SETITEMS);
                }
                out.op(Op.MARK);
            }
            save(key);
            save(value);
            n[0]++;
            return true;
        });
        if (!single && n[0] % BATCH == 0) {
            out.op(Op.SETITEMS);
            out.op(Op.MARK);
        }
        out.op(single ? Op.SETITEM : Op.SETITEMS);
    }

    private void savePair(Object pair) {
        if (!ts.isTuple(pair) || ts.fastSize(pair) != 2) {
            throw ts.typeError("dict items iterator must return 2-tuples");
        }
        save(ts.fastItem(pair, 0));
        save(ts.fastItem(pair, 1));
    }

    /** {@code batch_dict}. */
    void batchItems(Object iterator) {
        batch(iterator, true);
    }

    private void saveSet(Object o) {
        if (protocol < 4) {
            Object items = ts.call(state.listType, o);
            objects.saveReduced(ts.newTuple(state.setType, ts.newTuple(items)), o);
            return;
        }
        out.op(Op.EMPTY_SET);
        put(o);
        int size = ts.size(o);
        if (size == 0) {
            return;
        }
        Object iterator = ts.iter(o);
        int n;
        do {
            n = 0;
            out.op(Op.MARK);
            while (n < BATCH) {
                Object item = nextOfSet(iterator);
                if (item == null) {
                    break;
                }
                save(item);
                n++;
            }
            out.op(Op.ADDITEMS);
            if (ts.size(o) != size) {
                throw ts.error("RuntimeError", "set changed size during iteration");
            }
        } while (n == BATCH);
    }

    private @Nullable Object nextOfSet(Object iterator) {
        try {
            return ts.next(iterator);
        } catch (PythonException e) {
            if (ts.matches(e, "RuntimeError")) {
                throw ts.error("RuntimeError", "set changed size during iteration");
            }
            throw e;
        }
    }

    private void saveFrozenset(Object o) {
        if (protocol < 4) {
            Object items = ts.call(state.listType, o);
            objects.saveReduced(ts.newTuple(state.frozensetType, ts.newTuple(items)), o);
            return;
        }
        out.op(Op.MARK);
        for (Object item : ts.toArray(o)) {
            save(item);
        }
        if (isKnown(o)) {
            out.op(Op.POP_MARK);
            get(o);
            return;
        }
        out.op(Op.FROZENSET);
        put(o);
    }

    // --- without memo
    // ----------------------------------------------------------------------------------------------------

    /** {@code fast_save_enter}: deep inside, watches for objects that contain themselves. */
    private void enterFast(Object o) {
        if (pickler.isFast && ++fastNesting >= FAST_NESTING) {
            if (fastOpen == null) {
                fastOpen = new IdentityHashMap<>();
            }
            if (fastOpen.put(o, o) != null) {
                Object id = ts.call(ts.getAttr(ts.importModule("builtins"), "id"), o);
                throw ts.valueError("fast mode: can't pickle cyclic objects including object type "
                        + ts.typeOf(o).displayName() + " at 0x"
                        + ts.asBigInteger(id).toString(16));
            }
        }
    }

    private void leaveFast(Object o) {
        if (pickler.isFast) {
            if (fastNesting-- >= FAST_NESTING && fastOpen != null) {
                fastOpen.remove(o);
            }
        }
    }
}
