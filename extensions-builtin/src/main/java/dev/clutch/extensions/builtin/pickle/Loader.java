package dev.clutch.extensions.builtin.pickle;

import dev.clutch.extension.spi.PyType;
import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.extension.spi.ThreadState;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One run of an unpickler: {@code load} of {@code _pickle.c}. */
final class Loader {
    private final ThreadState ts;
    private final PickleModule state;
    private final UnpicklerObject unpickler;
    private final PickleInput in;
    private final LoadStack stack;
    private final Constructions constructions;

    Loader(ThreadState ts, PickleModule state, UnpicklerObject unpickler, PickleInput in) {
        this.ts = ts;
        this.state = state;
        this.unpickler = unpickler;
        this.in = in;
        this.stack = new LoadStack(ts, state);
        this.constructions = new Constructions(ts, state, unpickler, in, stack);
    }

    private PythonException error(String message) {
        return state.unpicklingError(ts, message);
    }

    Object load() {
        unpickler.protocol = 0;
        while (true) {
            int op = in.readOp(ts);
            if (op == Op.STOP) {
                return stack.pop();
            }
            if (!basic(op) && !constructions.run(op)) {
                throw error(badKey(op));
            }
        }
    }

    private static String badKey(int op) {
        if (op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\') {
            return "invalid load key, '" + (char) op + "'.";
        }
        String hex = Integer.toHexString(op);
        return "invalid load key, '\\x" + (hex.length() < 2 ? "0" : "") + hex + "'.";
    }

    /** Numbers, text, containers and the memo; false for any other opcode. */
    private boolean basic(int op) {
        switch (op) {
            case Op.NONE -> stack.push(Singleton.NONE);
            case Op.NEWTRUE -> stack.push(true);
            case Op.NEWFALSE -> stack.push(false);
            case Op.BININT -> stack.push((long) (int) in.readNumber(ts, 4));
            case Op.BININT1 -> stack.push((long) in.readByte(ts));
            case Op.BININT2 -> stack.push(in.readNumber(ts, 2));
            case Op.INT -> loadInt();
            case Op.LONG -> loadLong();
            case Op.LONG1 -> loadCounted(in.readByte(ts));
            case Op.LONG4 -> loadCounted((int) in.readNumber(ts, 4));
            case Op.FLOAT -> loadFloat();
            case Op.BINFLOAT -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.readNumber(ts, 8))));
            case Op.SHORT_BINBYTES -> loadBytes(in.readByte(ts));
            case Op.BINBYTES -> loadBytes(size("BINBYTES", 4));
            case Op.BINBYTES8 -> loadBytes(size("BINBYTES", 8));
            case Op.BYTEARRAY8 -> stack.push(ts.newByteArray(copy(size("BYTEARRAY8", 8))));
            case Op.STRING -> loadString();
            case Op.BINSTRING -> loadOldString(size("BINSTRING", 4));
            case Op.SHORT_BINSTRING -> loadOldString(in.readByte(ts));
            case Op.UNICODE -> {
                int n = in.readLine(ts);
                stack.push(PickleText.ofRawUnicodeEscape(ts, in.data, in.lineStart, n));
            }
            case Op.SHORT_BINUNICODE -> loadText(in.readByte(ts));
            case Op.BINUNICODE -> loadText(size("BINUNICODE", 4));
            case Op.BINUNICODE8 -> loadText(size("BINUNICODE", 8));
            case Op.MARK -> stack.mark();
            case Op.POP -> stack.popOrUnmark();
            case Op.POP_MARK -> stack.popToMark();
            case Op.DUP -> stack.push(stack.top());
            case Op.EMPTY_TUPLE -> stack.push(ts.newTuple());
            case Op.TUPLE -> stack.push(ts.newTuple(stack.popToMark()));
            case Op.TUPLE1, Op.TUPLE2, Op.TUPLE3 -> stack.push(ts.newTuple(stack.pop(op - Op.TUPLE1 + 1)));
            case Op.EMPTY_LIST -> stack.push(ts.newListSized(0));
            case Op.LIST -> stack.push(ts.newList(stack.popToMark()));
            case Op.EMPTY_DICT -> stack.push(ts.newDict());
            case Op.DICT -> loadDict();
            case Op.EMPTY_SET -> stack.push(ts.newSet(ts.newTuple()));
            case Op.FROZENSET -> stack.push(ts.call(state.frozensetType, ts.newTuple(stack.popToMark())));
            case Op.APPEND -> {
                Object item = stack.pop();
                append(stack.top(), new Object[] {item});
            }
            case Op.APPENDS -> {
                Object[] items = stack.popToMark();
                append(stack.top(), items);
            }
            case Op.SETITEM -> {
                Object[] pair = stack.pop(2);
                setItems(stack.top(), pair);
            }
            case Op.SETITEMS -> {
                Object[] pairs = stack.popToMark();
                if (pairs.length % 2 != 0) {
                    throw error("odd number of items for SETITEMS");
                }
                setItems(stack.top(), pairs);
            }
            case Op.ADDITEMS -> addItems();
            case Op.GET -> get(number(line()));
            case Op.BINGET -> get(in.readByte(ts));
            case Op.LONG_BINGET -> get(in.readNumber(ts, 4));
            case Op.PUT -> {
                String line = line();
                Object value = stack.top();
                long index = number(line);
                if (index < 0) {
                    throw ts.valueError("negative PUT argument");
                }
                unpickler.put(index, value);
            }
            case Op.BINPUT -> unpickler.put(in.readByte(ts), stack.top());
            case Op.LONG_BINPUT -> unpickler.put(in.readNumber(ts, 4), stack.top());
            case Op.MEMOIZE -> unpickler.put(unpickler.memoSize, stack.top());
            case Op.PROTO -> {
                int protocol = in.readByte(ts);
                if (protocol > PickleModule.HIGHEST_PROTOCOL) {
                    throw ts.valueError("unsupported pickle protocol: " + protocol);
                }
                unpickler.protocol = protocol;
            }
            case Op.FRAME -> in.readFrame(ts, size("FRAME", 8));
            default -> {
                return false;
            }
        }
        return true;
    }

    // --- numbers
    // -------------------------------------------------------------------------------------------------------

    /** The size of what follows; OverflowError where no array can hold it. */
    private int size(String op, int bytes) {
        long n = in.readNumber(ts, bytes);
        if (n < 0) {
            throw ts.error(
                    "OverflowError",
                    op.equals("FRAME")
                            ? "FRAME length exceeds system's maximum of " + Long.MAX_VALUE + " bytes"
                            : op + " exceeds system's maximum size of " + Long.MAX_VALUE + " bytes");
        }
        if (n > Str.MAX_LENGTH) {
            if (op.equals("BINBYTES") || op.equals("BYTEARRAY8")) {
                throw ts.error(ts.exceptionType("MemoryError"));
            }
            throw error("pickle data was truncated");
        }
        return (int) n;
    }

    private String line() {
        int n = in.readLine(ts);
        return new String(in.data, in.lineStart, n, StandardCharsets.ISO_8859_1);
    }

    private long number(String line) {
        if (line.isEmpty()) {
            throw error("pickle data was truncated");
        }
        return ts.asLong(ts.call(ts.builtinType("int"), Str.of(line + "\n")));
    }

    private void loadInt() {
        String line = line();
        if (line.equals("01") || line.equals("00")) {
            stack.push(line.equals("01"));
            return;
        }
        if (line.isEmpty()) {
            throw error("pickle data was truncated");
        }
        stack.push(integer(line));
    }

    /** A number with Python 2's prefixes, of which 0 alone is octal. */
    private Object integer(String line) {
        String s = line.strip();
        boolean isNegative = s.startsWith("-");
        String digits = isNegative || s.startsWith("+") ? s.substring(1) : s;
        int base = 10;
        if (digits.startsWith("0x") || digits.startsWith("0X")) {
            base = 16;
            digits = digits.substring(2);
        } else if (digits.length() > 1 && digits.startsWith("0")) {
            base = 8;
        }
        try {
            if (digits.startsWith("-") || digits.startsWith("+")) {
                throw new NumberFormatException(digits);
            }
            BigInteger value = new BigInteger(digits, base);
            return ts.newInt(isNegative ? value.negate() : value);
        } catch (NumberFormatException e) {
            throw ts.valueError("could not convert string to int");
        }
    }

    private void loadLong() {
        String line = line();
        if (line.isEmpty()) {
            throw error("pickle data was truncated");
        }
        if (line.endsWith("L")) {
            line = line.substring(0, line.length() - 1);
        }
        stack.push(ts.call(ts.builtinType("int"), Str.of(line), 0L));
    }

    private void loadCounted(int size) {
        if (size < 0) {
            throw error("LONG pickle has negative byte count");
        }
        if (size == 0) {
            stack.push(0L);
            return;
        }
        int from = in.read(ts, size);
        byte[] big = new byte[size];
        for (int i = 0; i < size; i++) {
            big[i] = in.data[from + size - 1 - i];
        }
        stack.push(ts.newInt(new BigInteger(big)));
    }

    private void loadFloat() {
        String line = line();
        if (line.isEmpty()) {
            throw error("pickle data was truncated");
        }
        try {
            stack.push(ts.call(ts.builtinType("float"), Str.of(line)));
        } catch (PythonException e) {
            throw ts.matches(e, "ValueError")
                    ? ts.valueError("could not convert string to float: '" + line + "\n'")
                    : e;
        }
    }

    // --- text and bytes ----------------------------------------------------------------------------------------------

    private byte[] copy(int n) {
        int from = in.read(ts, n);
        return Arrays.copyOfRange(in.data, from, from + n);
    }

    private void loadBytes(int n) {
        stack.push(ts.newBytes(copy(n)));
    }

    private void loadText(int n) {
        int from = in.read(ts, n);
        stack.push(PickleText.ofUtf8(ts, in.data, from, n));
    }

    private void loadOldString(int n) {
        pushOldString(ts.newBytes(copy(n)));
    }

    /** A string of Python 2: text, or bytes as they are. */
    private void pushOldString(Object bytes) {
        if (unpickler.encoding.equals("bytes")) {
            stack.push(bytes);
        } else {
            Object text = ts.callMethod(bytes, "decode", Str.of(unpickler.encoding), Str.of(unpickler.errors));
            stack.push(ts.strValue(text));
        }
    }

    private void loadString() {
        String line = line();
        int n = line.length();
        if (n < 2 || line.charAt(0) != line.charAt(n - 1) || (line.charAt(0) != '"' && line.charAt(0) != '\'')) {
            throw error("the STRING opcode argument must be quoted");
        }
        Object inner = ts.newBytes(line.substring(1, n - 1).getBytes(StandardCharsets.ISO_8859_1));
        Object decode = ts.getAttr(ts.importModule("_codecs"), "escape_decode");
        pushOldString(ts.fastItem(ts.call(decode, inner), 0));
    }

    // --- containers
    // ----------------------------------------------------------------------------------------------------

    private void loadDict() {
        Object[] items = stack.popToMark();
        if (items.length % 2 != 0) {
            throw error("odd number of items for DICT");
        }
        Object dict = ts.newDict();
        for (int i = 0; i < items.length; i += 2) {
            ts.dictSet(dict, items[i], items[i + 1]);
        }
        stack.push(dict);
    }

    private void append(Object list, Object[] items) {
        if (items.length == 0) {
            return;
        }
        if (ts.typeOf(list) == state.listType) {
            for (Object item : items) {
                ts.listAppend(list, item);
            }
            return;
        }
        Object extend = items.length == 1 ? null : ts.findAttr(list, "extend");
        if (extend != null) {
            ts.call(extend, ts.newList(items));
            return;
        }
        Object append = ts.getAttr(list, "append");
        for (Object item : items) {
            ts.call(append, item);
        }
    }

    private void setItems(Object dict, Object[] pairs) {
        boolean isExact = ts.typeOf(dict) == state.dictType;
        for (int i = 0; i < pairs.length; i += 2) {
            if (isExact) {
                ts.dictSet(dict, pairs[i], pairs[i + 1]);
            } else {
                ts.setItem(dict, pairs[i], pairs[i + 1]);
            }
        }
    }

    private void addItems() {
        Object[] items = stack.popToMark();
        Object set = stack.top();
        if (items.length == 0) {
            return;
        }
        if (ts.isInstance(set, state.setType)) {
            ts.callMethod(set, "update", ts.newTuple(items));
            return;
        }
        Object add = ts.getAttr(set, "add");
        for (Object item : items) {
            ts.call(add, item);
        }
    }

    // --- names
    // ---------------------------------------------------------------------------------------------------------

    private void get(long index) {
        Object o = index >= 0 && index < unpickler.memo.length ? unpickler.memo[(int) index] : null;
        if (o == null) {
            throw error("Memo value not found at index " + index);
        }
        stack.push(o);
    }

    /** {@code Unpickler.find_class}. */
    static Object findClass(ThreadState ts, Object module, Object name, boolean fixImports, int protocol) {
        Object moduleName = module;
        Object globalName = name;
        Object audit = ts.sysAttr("audit");
        if (audit != null) {
            ts.call(audit, "pickle.find_class", module, name);
        }
        if (protocol < 3 && fixImports) {
            Object compat = ts.importModule("_compat_pickle");
            Object pair = ts.dictGet(ts.getAttr(compat, "NAME_MAPPING"), ts.newTuple(module, name));
            if (pair != null) {
                moduleName = ts.fastItem(pair, 0);
                globalName = ts.fastItem(pair, 1);
            } else {
                @Nullable Object found = ts.dictGet(ts.getAttr(compat, "IMPORT_MAPPING"), module);
                if (found != null) {
                    moduleName = found;
                }
            }
        }
        Object imported = ts.importModule(Str.toJavaString(ts.strValue(moduleName)));
        String path = Str.toJavaString(ts.strValue(globalName));
        if (protocol >= 4) {
            return Globals.find(ts, imported, path).object();
        }
        return Globals.attribute(ts, imported, path);
    }

    /** Whether an object is a class. */
    static boolean isType(Object o) {
        return o instanceof PyType;
    }
}
