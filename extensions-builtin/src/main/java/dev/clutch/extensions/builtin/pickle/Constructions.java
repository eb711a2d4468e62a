package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.ThreadState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The opcodes that find and make objects. */
final class Constructions {
    private final ThreadState ts;
    private final PickleModule state;
    private final UnpicklerObject unpickler;
    private final PickleInput in;
    private final LoadStack stack;

    Constructions(ThreadState ts, PickleModule state, UnpicklerObject unpickler, PickleInput in, LoadStack stack) {
        this.ts = ts;
        this.state = state;
        this.unpickler = unpickler;
        this.in = in;
        this.stack = stack;
    }

    private PythonException error(String message) {
        return state.unpicklingError(ts, message);
    }

    /** Runs an opcode; false for an unknown one. */
    boolean run(int op) {
        switch (op) {
            case Op.GLOBAL -> {
                Object module = name(StandardCharsets.UTF_8);
                Object global = name(StandardCharsets.UTF_8);
                stack.push(find(module, global));
            }
            case Op.STACK_GLOBAL -> {
                Object[] names = stack.pop(2);
                if (!ts.isStr(names[0]) || !ts.isStr(names[1])) {
                    throw error("STACK_GLOBAL requires str");
                }
                stack.push(find(names[0], names[1]));
            }
            case Op.REDUCE -> {
                Object args = stack.pop();
                Object callable = stack.pop();
                if (!ts.isTuple(args)) {
                    throw ts.typeError("argument list must be a tuple");
                }
                stack.push(ts.callVector(callable, ts.toArray(args), null));
            }
            case Op.NEWOBJ -> newObject(stack.pop(2), null, "NEWOBJ");
            case Op.NEWOBJ_EX -> {
                Object[] all = stack.pop(3);
                newObject(new Object[] {all[0], all[1]}, all[2], "NEWOBJ_EX");
            }
            case Op.BUILD -> build();
            case Op.INST -> {
                Object module = name(StandardCharsets.US_ASCII);
                Object global = name(StandardCharsets.US_ASCII);
                Object cls = find(module, global);
                stack.push(instantiate(cls, stack.popToMark()));
            }
            case Op.OBJ -> {
                Object[] all = stack.popToMark();
                if (all.length == 0) {
                    throw error("unpickling stack underflow");
                }
                stack.push(instantiate(all[0], Arrays.copyOfRange(all, 1, all.length)));
            }
            case Op.PERSID -> persistent(persistentText());
            case Op.BINPERSID -> {
                checkPersistent();
                persistent(stack.pop());
            }
            case Op.EXT1 -> extension(in.readByte(ts));
            case Op.EXT2 -> extension(in.readNumber(ts, 2));
            case Op.EXT4 -> {
                long code = in.readNumber(ts, 4);
                extension(code > Integer.MAX_VALUE ? -1 : code);
            }
            case Op.NEXT_BUFFER -> nextBuffer();
            case Op.READONLY_BUFFER -> readonlyBuffer();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object name(java.nio.charset.Charset charset) {
        int n = in.readLine(ts);
        if (n < 1) {
            throw error("pickle data was truncated");
        }
        if (charset == StandardCharsets.UTF_8) {
            return PickleText.ofUtf8(ts, in.data, in.lineStart, n);
        }
        return new String(in.data, in.lineStart, n, StandardCharsets.ISO_8859_1);
    }

    private Object find(Object module, Object global) {
        if (unpickler.type() == state.unpicklerType) {
            return Loader.findClass(ts, module, global, unpickler.fixImports, unpickler.protocol);
        }
        return ts.callMethod(unpickler, "find_class", module, global);
    }

    private void newObject(Object[] classAndArgs, @Nullable Object kwargs, String op) {
        Object cls = classAndArgs[0];
        Object args = classAndArgs[1];
        if (!Loader.isType(cls)) {
            throw error(
                    op + " class argument must be a type, not " + ts.typeOf(cls).displayName());
        }
        if (!ts.isTuple(args)) {
            throw error(op + " args argument must be a tuple, not "
                    + ts.typeOf(args).displayName());
        }
        if (kwargs != null && !ts.isDict(kwargs)) {
            throw error(op + " kwargs argument must be a dict, not "
                    + ts.typeOf(kwargs).displayName());
        }
        Object[] given = ts.toArray(args);
        Object[] all = new Object[given.length + 1];
        all[0] = cls;
        System.arraycopy(given, 0, all, 1, given.length);
        Object make = ts.getAttr(cls, "__new__");
        stack.push(kwargs == null ? ts.callVector(make, all, null) : ts.callKeywords(make, all, kwargs));
    }

    /** {@code instantiate}: as Python 2 made instances of old classes. */
    private Object instantiate(Object cls, Object[] args) {
        if (args.length == 0 && Loader.isType(cls) && ts.findAttr(cls, "__getinitargs__") == null) {
            return ts.callMethod(cls, "__new__", cls);
        }
        return ts.callVector(cls, args, null);
    }

    /** {@code load_build}. */
    private void build() {
        Object given = stack.pop();
        Object instance = stack.top();
        Object setState = ts.findAttr(instance, "__setstate__");
        if (setState != null) {
            ts.call(setState, given);
            return;
        }
        Object dictState = given;
        Object slotState = Singleton.NONE;
        if (ts.isTuple(given) && ts.fastSize(given) == 2) {
            dictState = ts.fastItem(given, 0);
            slotState = ts.fastItem(given, 1);
        }
        if (dictState != Singleton.NONE) {
            if (!ts.isDict(dictState)) {
                throw error("state is not a dictionary");
            }
            ts.dictForEach(dictState, (key, value) -> {
                if (!(key instanceof String s) || !ts.setInDict(instance, s, value)) {
                    // names of attributes are one object each, as the compiler makes them
                    ts.setItem(ts.getAttr(instance, "__dict__"), key instanceof String s ? s.intern() : key, value);
                }
                return true;
            });
        }
        if (slotState != Singleton.NONE) {
            if (!ts.isDict(slotState)) {
                throw error("slot state is not a dictionary");
            }
            Object setattr = ts.getAttr(ts.importModule("builtins"), "setattr");
            ts.dictForEach(slotState, (key, value) -> {
                ts.call(setattr, instance, key, value);
                return true;
            });
        }
    }

    // --- persistent ids
    // --------------------------------------------------------------------------------------------------

    private void checkPersistent() {
        if (unpickler.persistentLoad == null) {
            throw error(
                    "A load persistent id instruction was encountered, but no persistent_load function was specified.");
        }
    }

    private Object persistentText() {
        checkPersistent();
        int n = in.readLine(ts);
        for (int i = 0; i < n; i++) {
            if (in.data[in.lineStart + i] < 0) {
                throw error("persistent IDs in protocol 0 must be ASCII strings");
            }
        }
        return new String(in.data, in.lineStart, n, StandardCharsets.ISO_8859_1);
    }

    private void persistent(Object id) {
        @Nullable Object f = unpickler.persistentLoad;
        if (f != null) {
            stack.push(ts.call(f, id));
        }
    }

    // --- extension registry
    // ------------------------------------------------------------------------------------------------

    private void extension(long code) {
        if (code <= 0) {
            throw error("EXT specifies code <= 0");
        }
        Object cache = ts.getAttr(state.copyreg, "_extension_cache");
        Object known = ts.dictGet(cache, code);
        if (known != null) {
            stack.push(known);
            return;
        }
        Object pair = ts.dictGet(ts.getAttr(state.copyreg, "_inverted_registry"), code);
        if (pair == null) {
            throw ts.valueError("unregistered extension code " + code);
        }
        if (!ts.isTuple(pair)
                || ts.fastSize(pair) != 2
                || !ts.isStr(ts.fastItem(pair, 0))
                || !ts.isStr(ts.fastItem(pair, 1))) {
            throw ts.valueError("_inverted_registry[" + code + "] isn't a 2-tuple of strings");
        }
        Object found = find(ts.fastItem(pair, 0), ts.fastItem(pair, 1));
        ts.dictSet(cache, code, found);
        stack.push(found);
    }

    // --- buffers
    // -----------------------------------------------------------------------------------------------------------

    private void nextBuffer() {
        Object buffers = unpickler.buffers;
        if (buffers == null) {
            throw error("pickle stream refers to out-of-band data but no *buffers* argument was given");
        }
        Object buffer = ts.next(buffers);
        if (buffer == null) {
            throw error("not enough out-of-band buffers");
        }
        stack.push(buffer);
    }

    private void readonlyBuffer() {
        Object buffer = stack.top();
        Object view = ts.call(ts.builtinType("memoryview"), buffer);
        if (!ts.isTrue(ts.getAttr(view, "readonly"))) {
            stack.pop();
            stack.push(ts.callMethod(view, "toreadonly"));
        }
    }
}
