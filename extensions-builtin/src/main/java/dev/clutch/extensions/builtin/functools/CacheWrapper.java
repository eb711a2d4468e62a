package dev.clutch.extensions.builtin.functools;

import dev.clutch.extension.spi.Expose;
import dev.clutch.extension.spi.ExtensionType;
import dev.clutch.extension.spi.PyObject;
import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Slot;
import dev.clutch.extension.spi.ThreadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code functools.lru_cache} makes of a function. The entries are in a dict by key, and in a ring by age. Answers to {@code lru_cache_object}. */
@ExtensionType(
        name = "functools._lru_cache_wrapper",
        subclassable = true,
        dict = true,
        weakReferences = true,
        doc = "A function that remembers what it returned.")
final class CacheWrapper extends PyObject {
    /** An entry of the ring: a value in the dict, so it is a Python object. */
    @ExtensionType(name = "functools._lru_list_elem", exported = false)
    static final class Link extends PyObject {
        private final @Nullable Object key;
        private final @Nullable Object result;
        private Link previous = this;
        private Link next = this;

        Link(PyType type, @Nullable Object key, @Nullable Object result) {
            super(type);
            this.key = key;
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

    private final Object function;
    /** Negative for no limit. */
    private final long maxsize;

    private final boolean typed;
    private final Object infoType;
    private final Object keywordMark;
    private final Object cache;
    private final Link root;
    private final PyType linkType;
    private long hits;
    private long misses;

    private CacheWrapper(
            PyType type, Object function, long maxsize, boolean typed, Object infoType, Object mark, Object cache, PyType linkType) {
        super(type);
        this.function = function;
        this.maxsize = maxsize;
        this.typed = typed;
        this.infoType = infoType;
        this.keywordMark = mark;
        this.cache = cache;
        this.linkType = linkType;
        this.root = new Link(linkType, null, null);
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
            limit = -1;
        } else if (ts.isInt(maxsize)) {
            limit = Math.max(0, ts.asLong(maxsize));
        } else {
            throw ts.typeError("maxsize should be integer or None");
        }
        Object mark = Objects.requireNonNull(state.keywordMark);
        PyType link = ts.moduleType(ts.importModule("_functools"), "_lru_list_elem");
        return new CacheWrapper(cls, user_function, limit, typed, cache_info_type, mark, ts.newDict(), link);
    }

    /** {@code lru_cache_make_key}. */
    private Object key(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        boolean plain = kwargs == null || ts.size(kwargs) == 0;
        if (plain && !typed) {
            if (args.length == 1 && (args[0] instanceof String || args[0] instanceof Long)) {
                return args[0];
            }
            return ts.newTuple(args.clone());
        }
        int named = plain ? 0 : ts.size(Objects.requireNonNull(kwargs));
        int count = args.length + (named > 0 ? 1 + 2 * named : 0);
        Object[] key = new Object[typed ? count + args.length + named : count];
        System.arraycopy(args, 0, key, 0, args.length);
        int[] at = {args.length};
        if (named > 0) {
            key[at[0]++] = keywordMark;
            ts.dictForEach(Objects.requireNonNull(kwargs), (k, v) -> {
                key[at[0]++] = k;
                key[at[0]++] = v;
                return true;
            });
        }
        if (typed) {
            for (Object a : args) {
                key[at[0]++] = ts.typeOf(a);
            }
            if (named > 0) {
                ts.dictForEach(Objects.requireNonNull(kwargs), (k, v) -> {
                    key[at[0]++] = ts.typeOf(v);
                    return true;
                });
            }
        }
        return ts.newTuple(key);
    }

    @Expose(signature = "(*args, **kwargs)")
    Object __call__(ThreadState ts, Object[] args, @Nullable Object kwargs) {
        if (maxsize == 0) {
            misses++;
            return ts.callKeywords(function, args, kwargs);
        }
        Object key = key(ts, args, kwargs);
        Object found = ts.dictGet(cache, key);
        if (maxsize < 0) {
            if (found != null) {
                hits++;
                return found;
            }
            misses++;
            Object result = ts.callKeywords(function, args, kwargs);
            ts.dictSet(cache, key, result);
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
        if (ts.dictGet(cache, key) != null) {
            // the call itself or another thread has put it there
            return result;
        }
        if (ts.size(cache) >= maxsize && root.next != root) {
            Link oldest = root.next;
            oldest.unlink();
            ts.dictRemove(cache, Objects.requireNonNull(oldest.key));
        }
        Link made = new Link(linkType, key, result);
        ts.dictSet(cache, key, made);
        made.append(root);
        return result;
    }

    @Expose(doc = "Return hits, misses, maxsize and size.")
    Object cache_info(ThreadState ts) {
        return ts.call(infoType, hits, misses, maxsize < 0 ? Singleton.NONE : (Object) maxsize, (long) ts.size(cache));
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
        if (instance == null || instance == Singleton.NONE) {
            return this;
        }
        return ts.call(ts.getAttr(ts.importModule("types"), "MethodType"), this, instance);
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
