package dev.clutch.interp.compiler;

import dev.clutch.interp.symtable.Symbol;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables and temporaries of one code object. Every access to a local variable goes through here.
 *
 * <p>Ordinarily a variable is a JVM local, null while unbound. A function that shows its locals to others keeps them in the array of its frame; generators
 * have JVM locals that are saved to the generator's array when they suspend.
 */
final class Variables {
    /** More parameters than this are passed in an array. */
    static final int MAX_PARAMETERS = 16;

    private final FunctionEmitter f;
    /** Names live in a mapping: module and class bodies. */
    final boolean namespace;

    final boolean generator;
    /** Locals live in the array of a frame object. */
    final boolean array;

    final boolean arrayParameters;

    final int functionSlot;
    final int generatorSlot;
    final int sentSlot;
    final int namespaceSlot;
    /** The locals array: a frame's or a generator's; or -1. */
    final int arraySlot;

    private int next;
    private int depthSlot = -1;
    private int positionSlot = -1;
    private int callerHandledSlot = -1;

    private final HashMap<String, Variable> byName = new HashMap<>();
    private final ArrayList<Variable> all = new ArrayList<>();
    private final LinkedHashSet<String> varnames = new LinkedHashSet<>();
    private final List<String> parameters;
    private int ids;

    private final ArrayList<Integer> freeTemps = new ArrayList<>();
    private final ArrayList<Integer> freeInts = new ArrayList<>();
    /** Every temporary ever made; a generator saves them. Cells among them are in {@link #cellTemps}. */
    private final ArrayList<Integer> temps = new ArrayList<>();

    /** The iterators of loops. */
    private final ArrayList<Variable> iterators = new ArrayList<>();

    private final ArrayList<Variable> freeIterators = new ArrayList<>();

    private final ArrayList<Integer> intTemps = new ArrayList<>();
    private final ArrayList<Integer> cellTemps = new ArrayList<>();

    /** The variables of the method that this continuation belongs to, or null. */
    private final @Nullable Variables root;

    /** The variables of a continuation: the namespace or the locals array comes as a parameter. */
    Variables(FunctionEmitter f, Variables root) {
        this.f = f;
        this.root = root.root == null ? root : root.root;
        this.namespace = root.namespace;
        this.generator = false;
        this.array = root.array;
        this.parameters = List.of();
        this.arrayParameters = false;
        generatorSlot = -1;
        sentSlot = -1;
        functionSlot = 1;
        namespaceSlot = namespace ? 2 : -1;
        arraySlot = array ? 2 : -1;
        next = 3;
    }

    Variables(FunctionEmitter f, boolean namespace) {
        this.f = f;
        this.root = null;
        this.namespace = namespace;
        this.generator = f.info.generatorLike();
        this.array = f.info.liveLocals && !namespace;
        this.parameters = f.scope.parameters();
        this.arrayParameters = parameters.size() > MAX_PARAMETERS;
        varnames.addAll(parameters);
        if (generator) {
            generatorSlot = 1;
            sentSlot = 2;
            functionSlot = 3;
            arraySlot = 4;
            namespaceSlot = namespace ? 5 : -1;
            next = namespace ? 6 : 5;
        } else {
            generatorSlot = -1;
            sentSlot = -1;
            functionSlot = 1;
            namespaceSlot = namespace ? 2 : -1;
            next = 2 + (namespace || arrayParameters ? 1 : parameters.size());
            arraySlot = array ? next++ : -1;
        }
        if (!namespace) {
            for (int i = 0; i < parameters.size(); i++) {
                String name = parameters.get(i);
                boolean cell = f.scope.scopeOf(name) == Symbol.CELL;
                int slot = array && !cell ? -1 : generator || arrayParameters || array ? next++ : 2 + i;
                Variable v = add(name, cell ? Variable.CELL : Variable.LOCAL, slot);
                if (!cell) {
                    f.bound.set(v.id);
                }
            }
        }
    }

    private int nextId() {
        return root == null ? ids++ : root.nextId();
    }

    private Variable add(String name, int kind, int slot) {
        return add(name, name, kind, slot);
    }

    private Variable add(String key, String name, int kind, int slot) {
        Variable v = new Variable(name, kind, slot, nextId());
        byName.put(key, v);
        all.add(v);
        return v;
    }

    /** Returns the local variable, cell or free variable of the code object itself, made on first use. */
    Variable variable(String name, int kind) {
        // a class body may have a cell __class__ for its methods and, nonlocal, another from outside
        boolean twice = kind == Variable.FREE && namespace && f.info.cellvars.contains(name);
        String key = twice ? name + " outside" : name;
        Variable v = byName.get(key);
        if (v == null) {
            int slot = array && kind == Variable.LOCAL ? -1 : next++;
            if (root != null) {
                Variable shared = root.variable(name, kind);
                v = new Variable(name, kind, slot, shared.id, shared);
                byName.put(key, v);
                all.add(v);
                return v;
            }
            v = add(key, name, kind, slot);
        }
        return v;
    }

    /** Makes the variable of an inlined comprehension; free its slot afterwards. */
    Variable hidden(String name, boolean cell) {
        int slot;
        if (cell) {
            slot = next++;
            cellTemps.add(slot);
        } else {
            slot = newTemp();
        }
        return new Variable(name, cell ? Variable.CELL : Variable.LOCAL, slot, nextId());
    }

    /** Notes that the code object has a local variable of this name, in the order of {@code co_varnames}. */
    void noteVarname(String name) {
        (root == null ? this : root).varnames.add(name);
    }

    int depthSlot() {
        if (depthSlot < 0) {
            depthSlot = next++;
        }
        return depthSlot;
    }

    int positionSlot() {
        if (positionSlot < 0) {
            positionSlot = next++;
        }
        return positionSlot;
    }

    /** The JVM local with the exception that the caller was handling at entry or resumption. */
    int callerHandledSlot() {
        if (callerHandledSlot < 0) {
            callerHandledSlot = next++;
        }
        return callerHandledSlot;
    }

    boolean savesHandled() {
        return callerHandledSlot >= 0;
    }

    /** Returns a JVM local for an object. */
    int newTemp() {
        if (!freeTemps.isEmpty()) {
            return freeTemps.removeLast();
        }
        int slot = next++;
        temps.add(slot);
        return slot;
    }

    /** Stores the iterator on the operand stack for a loop. It never changes, so a generator saves it here and not whenever it suspends. */
    Variable storeIterator() {
        Variable v = freeIterators.isEmpty() ? null : freeIterators.removeLast();
        if (v == null) {
            v = new Variable(".iterator", Variable.LOCAL, next++, nextId());
            iterators.add(v);
        }
        f.b.astore(v.slot);
        if (generator) {
            f.b.aload(arraySlot);
            f.b.index(v);
            f.b.aload(v.slot);
            f.b.op(Opcode.AASTORE);
        }
        return v;
    }

    void freeIterator(Variable v) {
        clear(v.slot);
        if (generator) {
            f.b.aload(arraySlot);
            f.b.index(v);
            f.b.op(Opcode.ACONST_NULL);
            f.b.op(Opcode.AASTORE);
        }
        freeIterators.add(v);
    }

    /** Returns a JVM local that a generator does not save. */
    int newUnsaved() {
        return next++;
    }

    int newInt() {
        if (!freeInts.isEmpty()) {
            return freeInts.removeLast();
        }
        int slot = next++;
        intTemps.add(slot);
        return slot;
    }

    /** Numbers that are not variables; they have a value from the start, since some paths set only the tag. */
    private final ArrayList<Integer> longs = new ArrayList<>();

    private final ArrayList<Integer> doubles = new ArrayList<>();
    private final ArrayList<Integer> freeLongs = new ArrayList<>();
    private final ArrayList<Integer> freeDoubles = new ArrayList<>();

    private ArrayList<Integer> freeNumbers(TypeKind kind) {
        return kind == TypeKind.LONG ? freeLongs : freeDoubles;
    }

    /** Returns a JVM local for a long or double; generators have none. */
    int newNumber(TypeKind kind) {
        ArrayList<Integer> free = freeNumbers(kind);
        if (!free.isEmpty()) {
            return free.removeLast();
        }
        int slot = next;
        next += 2;
        (kind == TypeKind.LONG ? longs : doubles).add(slot);
        return slot;
    }

    void freeNumber(TypeKind kind, int slot) {
        freeNumbers(kind).add(slot);
    }

    /** Makes the variable of an inlined comprehension a numeric one. */
    void makeNumeric(Variable v, TypeKind kind) {
        v.number = kind;
        v.numberSlot = newNumber(kind);
    }

    /** Makes a local variable a numeric one; before it is first used. */
    void makeNumeric(String name, TypeKind kind) {
        Variable v = variable(name, Variable.LOCAL);
        v.number = kind;
        v.numberSlot = next;
        next += 2;
    }

    /** Lets a local variable keep the text that a loop appends to it in a buffer; before it is first used. */
    void makeGrowing(String name) {
        Variable v = variable(name, Variable.LOCAL);
        v.growing = v.number == null;
    }

    /** Frees a JVM local and forgets the object in it, which otherwise lives as long as the function. */
    void drop(int slot) {
        clear(slot);
        free(slot);
    }

    /** Forgets the object in a JVM local. */
    void clear(int slot) {
        f.b.op(Opcode.ACONST_NULL);
        f.b.astore(slot);
    }

    void free(int slot) {
        freeTemps.add(slot);
    }

    void freeInt(int slot) {
        freeInts.add(slot);
    }

    void freeHidden(Variable v) {
        if (v.kind == Variable.LOCAL) {
            free(v.slot);
        }
        if (v.number != null) {
            freeNumber(v.number, v.numberSlot);
        }
    }

    // ---- access

    /** Loads the value, null if the variable is not bound. */
    void load(Variable v) {
        if (v.number != null) {
            f.numbers.load(v, "value");
        } else if (v.slot >= 0) {
            f.b.aload(v.slot);
            if (v.growing) {
                f.op("GrowingText", "value", "(O)O");
            }
        } else {
            f.b.aload(arraySlot);
            f.b.index(v);
            f.b.op(Opcode.AALOAD);
        }
    }

    /** Stores the value on the operand stack. */
    void store(Variable v) {
        v.stored = true;
        if (v.number != null) {
            f.numbers.store(v);
        } else if (v.slot >= 0) {
            f.b.astore(v.slot);
        } else {
            f.b.aload(arraySlot);
            f.b.op(Opcode.SWAP);
            f.b.index(v);
            f.b.op(Opcode.SWAP);
            f.b.op(Opcode.AASTORE);
        }
    }

    // ---- prologue and epilogue

    /** Decides the layout of the locals array: {@code co_varnames}, then the other cells. Returns the names. */
    private int layout() {
        int index = 0;
        for (String name : varnames) {
            Variable v = byName.get(name);
            if (v != null) {
                v.index = index;
            }
            index++;
        }
        for (String name : f.info.cellvars) {
            if (!varnames.contains(name)) {
                Variable v = byName.get(name);
                if (v != null) {
                    v.index = index;
                }
                index++;
            }
        }
        return index;
    }

    /** The cells: those that are in {@code co_varnames} too come first, in that order. */
    List<String> cellvars() {
        ArrayList<String> ordered = new ArrayList<>();
        for (String name : varnames) {
            if (f.info.cellvars.contains(name)) {
                ordered.add(name);
            }
        }
        for (String name : f.info.cellvars) {
            if (!varnames.contains(name)) {
                ordered.add(name);
            }
        }
        return ordered;
    }

    String[] varnames() {
        return varnames.toArray(new String[0]);
    }

    /** Pushes, inside of the body, the variables that the code has used up to here, for the frame of an exception that is caught; or null. */
    void pushSnapshotSoFar() {
        CodeBuffer b = f.b;
        if (generator || array || namespace || root != null) {
            b.op(Opcode.ACONST_NULL);
            return;
        }
        f.loadFunction();
        f.op("Frames", "room", "(F)A");
        for (Variable v : all) {
            if (v.kind != Variable.FREE && (varnames.contains(v.name) || f.info.cellvars.contains(v.name))) {
                b.op(Opcode.DUP);
                b.index(v);
                load(v);
                b.op(Opcode.AASTORE);
            }
        }
    }

    /** Pushes the locals for the frame of a traceback, or null. */
    void pushSnapshot() {
        CodeBuffer b = f.b;
        if (generator || array) {
            b.op(Opcode.ACONST_NULL);
            return;
        }
        int count = layout();
        if (count == 0 || namespace) {
            b.op(Opcode.ACONST_NULL);
            return;
        }
        b.iconst(count);
        b.anewarray(Refs.OBJECT);
        for (Variable v : all) {
            if (v.index >= 0 && v.kind != Variable.FREE) {
                b.op(Opcode.DUP);
                b.iconst(v.index);
                load(v);
                b.op(Opcode.AASTORE);
            }
        }
    }

    /** Emits what comes before the body of an ordinary function: recorded last, run first. */
    void emitPrologue() {
        CodeBuffer b = f.b;
        int count = layout();
        f.info.localsSize = count;
        if (array) {
            b.iconst(count);
            b.anewarray(Refs.OBJECT);
            b.astore(arraySlot);
        }
        for (int i = 0; i < parameters.size() && !namespace; i++) {
            Variable v = all.get(i);
            int incoming = 2 + i;
            boolean moves = arrayParameters || array;
            if (v.number != null) {
                f.numbers.initialise(v);
            }
            if (!moves && v.kind == Variable.LOCAL) {
                if (v.number != null) {
                    b.aload(incoming);
                    store(v);
                }
                continue;
            }
            if (v.slot < 0) {
                b.aload(arraySlot);
                b.iconst(v.index);
            }
            if (arrayParameters) {
                b.aload(2);
                b.iconst(i);
                b.op(Opcode.AALOAD);
            } else {
                b.aload(incoming);
            }
            if (v.kind == Variable.CELL) {
                f.op("Cells", "of", "(O)C");
            }
            if (v.slot < 0) {
                b.op(Opcode.AASTORE);
            } else if (v.number != null) {
                store(v);
            } else {
                b.astore(v.slot);
                putCell(v);
            }
        }
        initialise(namespace ? 0 : parameters.size(), true);
        for (int slot : longs) {
            b.number(0L);
            b.store(TypeKind.LONG, slot);
        }
        for (int slot : doubles) {
            b.number(0.0);
            b.store(TypeKind.DOUBLE, slot);
        }
        b.iconst(0);
        b.istore(positionSlot());
        f.loadState();
        f.loadFunction();
        if (namespace) {
            b.aload(namespaceSlot);
            f.op(f.info.traced ? "Tracing" : "Frames", "enterBody", "(TFO)I");
        } else if (array) {
            b.aload(arraySlot);
            f.op(f.info.traced ? "Tracing" : "Frames", "enterLive", "(TFA)I");
        } else {
            f.op("Frames", "enter", "(TO)I");
        }
        b.istore(depthSlot());
        if (callerHandledSlot >= 0) {
            f.loadState();
            b.getfield(Refs.HANDLED);
            b.astore(callerHandledSlot);
        }
    }

    /** Emits what comes before the body of a continuation. */
    void emitContinuationPrologue() {
        CodeBuffer b = f.b;
        for (Variable v : all) {
            if (v.kind == Variable.CELL) {
                b.aload(arraySlot);
                b.index(v);
                b.op(Opcode.AALOAD);
                b.checkcast(Refs.CELL);
                b.astore(v.slot);
            }
        }
        initialise(0, false);
        b.iconst(0);
        b.istore(positionSlot());
        f.loadState();
        f.op("Frames", "current", "(T)I");
        b.istore(depthSlot());
        if (callerHandledSlot >= 0) {
            f.loadState();
            b.getfield(Refs.HANDLED);
            b.astore(callerHandledSlot);
        }
    }

    /** In array mode the frame's array holds the cells as well. */
    private void putCell(Variable v) {
        if (array && v.index >= 0) {
            f.b.aload(arraySlot);
            f.b.iconst(v.index);
            f.b.aload(v.slot);
            f.b.op(Opcode.AASTORE);
        }
    }

    private void initialise(int from, boolean locals) {
        CodeBuffer b = f.b;
        for (int i = from; i < all.size(); i++) {
            Variable v = all.get(i);
            if (v.kind == Variable.FREE) {
                f.loadFunction();
                b.getfield(Refs.CLOSURE);
                b.iconst(f.info.freeIndex(v.name));
                b.op(Opcode.AALOAD);
                b.astore(v.slot);
            } else if (v.kind == Variable.CELL && locals) {
                f.op("Cells", "empty", "()C");
                b.astore(v.slot);
                putCell(v);
            } else if (v.number != null) {
                f.numbers.initialise(v);
                b.getstatic(Refs.UNBOUND);
                b.astore(v.slot);
            } else if (v.slot >= 0 && locals) {
                b.op(Opcode.ACONST_NULL);
                b.astore(v.slot);
            }
        }
    }

    // ---- generators

    /** Emits the restoring of everything that was saved; the array holds parameters, and nulls, at the first time. */
    void emitRestore() {
        CodeBuffer b = f.b;
        int size = layout();
        b.aload(generatorSlot);
        b.getfield(Refs.GENERATOR_FUNCTION);
        b.astore(functionSlot);
        b.aload(generatorSlot);
        b.getfield(Refs.GENERATOR_LOCALS);
        b.astore(arraySlot);
        initialise(0, false);
        for (Variable v : all) {
            if (v.kind != Variable.FREE && v.slot >= 0 && v.index >= 0) {
                b.aload(arraySlot);
                b.iconst(v.index);
                b.op(Opcode.AALOAD);
                if (v.kind == Variable.CELL) {
                    b.checkcast(Refs.CELL);
                }
                b.astore(v.slot);
            }
        }
        for (int slot : temps) {
            restore(size++);
            b.astore(slot);
        }
        for (int slot : cellTemps) {
            restore(size++);
            b.checkcast(Refs.CELL);
            b.astore(slot);
        }
        for (int slot : intTemps) {
            restore(size++);
            f.op("Generators", "unboxed", "(O)I");
            b.istore(slot);
        }
        for (Variable v : iterators) {
            v.index = size;
            restore(size++);
            b.astore(v.slot);
        }
        if (namespace) {
            restore(size++);
            b.astore(namespaceSlot);
        }
        f.info.localsSize = size;
    }

    private void restore(int index) {
        f.b.aload(arraySlot);
        f.b.iconst(index);
        f.b.op(Opcode.AALOAD);
    }

    /** Emits the saving of variables and temporaries. Cells never change and are in the array already. */
    void emitSave() {
        CodeBuffer b = f.b;
        int size = layout();
        for (Variable v : all) {
            if (v.kind == Variable.LOCAL && v.slot >= 0 && v.index >= 0 && isChanging(v)) {
                b.aload(arraySlot);
                b.iconst(v.index);
                b.aload(v.slot);
                b.op(Opcode.AASTORE);
            }
        }
        for (int slot : temps) {
            save(slot, size++);
        }
        for (int slot : cellTemps) {
            save(slot, size++);
        }
        for (int slot : intTemps) {
            b.aload(arraySlot);
            b.iconst(size++);
            b.iload(slot);
            f.op("Generators", "boxed", "(I)O");
            b.op(Opcode.AASTORE);
        }
    }

    /** Whether the array may not have the value already, with which the generator began. */
    private boolean isChanging(Variable v) {
        return v.stored || !parameters.contains(v.name);
    }

    private void save(int slot, int index) {
        f.b.aload(arraySlot);
        f.b.iconst(index);
        f.b.aload(slot);
        f.b.op(Opcode.AASTORE);
    }

    /** Emits, for the code that makes the generator, the array of locals: parameters and fresh cells. */
    void pushInitialLocals(CodeBuffer b, int size) {
        b.iconst(size);
        b.anewarray(Refs.OBJECT);
        for (int i = 0; i < parameters.size(); i++) {
            Variable v = all.get(i);
            b.op(Opcode.DUP);
            b.iconst(v.index);
            if (arrayParameters) {
                b.aload(2);
                b.iconst(i);
                b.op(Opcode.AALOAD);
            } else {
                b.aload(2 + i);
            }
            if (v.kind == Variable.CELL) {
                b.invokestatic(f.refs.op("Cells", "of", "(O)C"));
            }
            b.op(Opcode.AASTORE);
        }
        for (int i = parameters.size(); i < all.size(); i++) {
            Variable v = all.get(i);
            if (v.kind == Variable.CELL) {
                b.op(Opcode.DUP);
                b.iconst(v.index);
                b.invokestatic(f.refs.op("Cells", "empty", "()C"));
                b.op(Opcode.AASTORE);
            }
        }
        if (namespace) {
            b.op(Opcode.DUP);
            b.iconst(size - 1);
            b.aload(2);
            b.op(Opcode.AASTORE);
        }
    }

    /** Whether the body deletes the name somewhere, or ends its life with an {@code except} clause. */
    boolean mayUnbind(String name) {
        return f.info.unbound.contains(name);
    }

    @Nullable
    Variable find(String name) {
        return byName.get(name);
    }
}
