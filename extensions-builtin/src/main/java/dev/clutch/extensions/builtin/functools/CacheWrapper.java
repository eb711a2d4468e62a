package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.CodePoints;
import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code functools.lru_cache} makes of a function. The entries are in a dict by key, and in a ring by age. Answers to {@code lru_cache_object}. */
@ExtensionType(
        name = "functools._lru_cache_wrapper",
        dict = true,
        weakReferences = true,
        doc = "A function that remembers what it returned.")
final class CacheWrapper extends PyObject {
    /** An entry of the ring: a value in the dict, so it is a Python object. */
    @ExtensionType(name = "functools._lru_list_elem", exported = false)
    static final class Link extends PyObject {
        private final @Nullable Object key;
        private final long hash;
        private final @Nullable Object result;
        private Link previous = this;
        private Link next = this;

        Link(PyType type, @Nullable Object key, long hash, @Nullable Object result) {
            super(type);
            this.key = key;
            this.hash = hash;
            this.result = result;
        }

        private void unlink() {
            previous.next = next;
            next.previous = previous;
        }

        /** Puts this before the root: the newest place. */
        private void append(Link root) {
            previous = root.previous;
            next = root;
            root.previous.next = this;
            root.previous = this;
        }
    }

    private static final int UNLIMITED = -1;

    private final Object function;
    private final long maxsize;
    private final boolean typed;
    private final Object infoType;
    private final Object keywordMark;
    private final Object cache;
    private final Link root;
    private long hits;
    private long misses;

    private CacheWrapper(
            PyType type,
            Object function,
            long maxsize,
            boolean typed,
            Object infoType,
            Object mark,
            Object cache,
            Link root) {
        super(type);
        this.function = function;
        this.maxsize = maxsize;
        this.typed = typed;
        this.infoType = infoType;
        this.keywordMark = mark;
        this.cache = cache;
        this.root = root;
    }

    @Expose(signature = "(user_function, maxsize, typed, cache_info_type)")
    static Object __new__(
            ThreadState ts,
            PyType cls,
            FunctoolsModule state,
            Object user_function,
            Object maxsize,
            boolean typed,
            Object cache_info_type) {
        if (!ts.isCallable(user_function)) {
            throw ts.typeError("the first argument must be callable");
        }
        long limit;
        if (maxsize == Singleton.NONE) {
            limit = UNLIMITED;
        } else if (ts.isInt(maxsize) || ts.findSpecial(maxsize, "__index__") != null) {
            Object index = ts.index(maxsize);
            if (!(index instanceof Long n)) {
                throw ts.error(
                        "OverflowError",
                        "cannot fit '" + ts.typeOf(maxsize).displayName() + "' into an index-sized integer");
            }
            limit = Math.max(0, n);
        } else {
            throw ts.typeError("maxsize should be integer or None");
        }
        Link root = new Link(state.type(ts, "_lru_list_elem"), null, 0, null);
        return new CacheWrapper(
                cls, user_function, limit, typed, cache_info_type, state.keywordMark(ts), ts.newDict(), root);
    }

    /** {@code lru_cache_make_key}. */
    private Object key(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        int named = kwargs == null ? 0 : ts.size(kwargs);
        if (named == 0 && !typed) {
            if (args.length == 1 && isScalar(args[0])) {
                return args[0];
            }
            return ts.newTuple(args.clone());
        }
        int count = args.length + (named > 0 ? 1 + 2 * named : 0);
        Object[] key = new Object[typed ? count + args.length + named : count];
        System.arraycopy(args, 0, key, 0, args.length);
        int n = args.length;
        if (named > 0) {
            Object dict = Objects.requireNonNull(kwargs);
            key[n++] = keywordMark;
            for (int p = ts.dictNext(dict, 0); p >= 0; p = ts.dictNext(dict, p + 1)) {
                key[n++] = ts.dictKeyAt(dict, p);
                key[n++] = ts.dictValueAt(dict, p);
            }
        }
        if (typed) {
            for (Object arg : args) {
                key[n++] = ts.typeOf(arg);
            }
            for (int i = args.length + 2; i < count; i += 2) {
                key[n++] = ts.typeOf(key[i]);
            }
        }
        return ts.newTuple(key);
    }

    /** A plain int or str is its own key. */
    private static boolean isScalar(Object o) {
        return o instanceof String || o instanceof Long || o instanceof BigInteger || o instanceof CodePoints;
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (maxsize == 0) {
            misses++;
            return ts.callKeywords(function, args, kwargs);
        }
        Object key = key(ts, args, kwargs);
        long hash = ts.hash(key);
        Object found = ts.dictGet(cache, key, hash);
        if (maxsize == UNLIMITED) {
            if (found != null) {
                hits++;
                return found;
            }
            misses++;
            Object result = ts.callKeywords(function, args, kwargs);
            ts.dictSet(cache, key, hash, result);
            return result;
        }
        if (found instanceof Link link) {
            link.unlink();
            link.append(root);
            hits++;
            return Objects.requireNonNull(link.result);
        }
        misses++;
        Object result = ts.callKeywords(function, args, kwargs);
        if (ts.dictGet(cache, key, hash) != null) {
            // the call itself or another thread has put it there
            return result;
        }
        if (ts.size(cache) >= maxsize && root.next != root) {
            Link oldest = root.next;
            oldest.unlink();
            if (ts.dictRemove(cache, Objects.requireNonNull(oldest.key), oldest.hash) == null) {
                // comparing has removed it meanwhile: it is in no dict, and nothing is to be put in its place
                return result;
            }
        }
        Link made = new Link(root.type(), key, hash, result);
        ts.dictSet(cache, key, hash, made);
        made.append(root);
        return result;
    }

    @Expose(doc = "Return hits, misses, maxsize and size.")
    Object cache_info(ThreadState ts) {
        Object limit = maxsize == UNLIMITED ? Singleton.NONE : (Object) maxsize;
        return ts.call(infoType, hits, misses, limit, (long) ts.size(cache));
    }

    @Expose(doc = "Forget everything.")
    void cache_clear(ThreadState ts) {
        hits = 0;
        misses = 0;
        root.next = root;
        root.previous = root;
        ts.callMethod(cache, "clear");
    }

    @Expose(slot = Slot.GET)
    Object __get__(ThreadState ts, @Nullable Object instance, @Nullable Object owner) {
        return instance == null || instance == Singleton.NONE ? this : ts.newMethod(this, instance);
    }

    @Expose
    Object __reduce__(ThreadState ts) {
        return ts.getAttr(this, "__qualname__");
    }

    @Expose
    Object __copy__(ThreadState ts) {
        return this;
    }

    @Expose
    Object __deepcopy__(ThreadState ts, Object memo) {
        return this;
    }
}
