package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.symtable.Scope;
import java.lang.classfile.Opcode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The context of one code object while it is compiled: its buffer, variables, blocks and position, and the emitters of each concern. */
final class FunctionEmitter {
    static final int TS = 0;

    final UnitBuilder unit;
    final @Nullable FunctionEmitter parent;
    final CodeInfo info;
    final CodeBuffer b = new CodeBuffer();
    final Refs refs;
    final Scope scope;
    final Variables vars;
    final @Nullable String privateName;

    final ExpressionEmitter ex;
    final StatementEmitter st;
    final NameEmitter names;
    final CallEmitter calls;
    final ComprehensionEmitter comps;
    final FormatEmitter formats;
    final DefinitionEmitter defs;
    final ClassEmitter classes;
    final TypeParamEmitter typeParams;
    final TryEmitter tries;
    final WithEmitter withs;
    final LoopEmitter loops;
    final AssignEmitter assigns;
    final ImportEmitter imports;
    final PatternEmitter patterns;
    final GeneratorEmitter gens;
    final TraceEmitter trace;
    final NumberEmitter numbers;
    final RangeEmitter ranges;
    final StackBreaks breaks = new StackBreaks();

    /** The innermost block that an exit has to leave in order. */
    @Nullable
    Block block;

    /** An exception that is handled around some code: its JVM local, which holds null if the one around that is in force. */
    record Handled(int slot, boolean mayBeNull, @Nullable Handled outer) {}

    /** The variables that are bound here. */
    BitSet bound = new BitSet();
    /** The exception that is handled around this place; null stands for the one of the caller. */
    @Nullable
    Handled handled;

    private int position = -2;
    final int start;
    /** Whether this is part of a body that is too long for one method. */
    final boolean continuation;

    /** A continuation of a long body, in a method of its own. */
    FunctionEmitter(FunctionEmitter root) {
        this(root.unit, root.parent, root.info, root.scope, root.privateName, root);
    }

    FunctionEmitter(
            UnitBuilder unit,
            @Nullable FunctionEmitter parent,
            CodeInfo info,
            Scope scope,
            @Nullable String privateName,
            boolean namespace) {
        this(unit, parent, info, scope, privateName, namespace ? NAMESPACE : FAST);
    }

    /** Blocks that are open here: CPython allows {@code CO_MAXBLOCKS}. */
    private int nested;

    private static final int MAX_NESTED = 20;

    /** Opens a block; called where CPython pushes one of its compiler's. */
    void nest(Node node) {
        if (nested == MAX_NESTED) {
            throw new CompileException("too many statically nested blocks", node);
        }
        nested++;
    }

    int nested() {
        return nested;
    }

    /** Goes back to what {@link #nested()} was at another place. */
    void nestedAgain(int blocks) {
        nested = blocks;
    }

    /** Closes a block. */
    void unnest() {
        nested--;
    }

    private static final Object NAMESPACE = "namespace";
    private static final Object FAST = "fast";

    private FunctionEmitter(
            UnitBuilder unit,
            @Nullable FunctionEmitter parent,
            CodeInfo info,
            Scope scope,
            @Nullable String privateName,
            Object mode) {
        this.unit = unit;
        this.parent = parent;
        this.info = info;
        this.refs = unit.refs;
        this.scope = scope;
        this.privateName = privateName;
        this.continuation = mode instanceof FunctionEmitter;
        if (mode instanceof FunctionEmitter root) {
            this.vars = new Variables(this, root.vars);
            this.bound = (BitSet) root.bound.clone();
            this.nested = root.nested;
        } else {
            this.vars = new Variables(this, mode == NAMESPACE);
        }
        this.ex = new ExpressionEmitter(this);
        this.st = new StatementEmitter(this);
        this.names = new NameEmitter(this);
        this.calls = new CallEmitter(this);
        this.comps = new ComprehensionEmitter(this);
        this.formats = new FormatEmitter(this);
        this.defs = new DefinitionEmitter(this);
        this.classes = new ClassEmitter(this);
        this.typeParams = new TypeParamEmitter(this);
        this.tries = new TryEmitter(this);
        this.withs = new WithEmitter(this);
        this.loops = new LoopEmitter(this);
        this.assigns = new AssignEmitter(this);
        this.imports = new ImportEmitter(this);
        this.patterns = new PatternEmitter(this);
        this.gens = new GeneratorEmitter(this);
        this.trace = new TraceEmitter(this);
        this.numbers = new NumberEmitter(this);
        this.ranges = new RangeEmitter(this);
        this.start = b.newLabel();
        b.start(start);
    }

    // ---- instructions

    void op(String family, String name, String type) {
        b.invokestatic(refs.op(family, name, type));
    }

    /** An arithmetic operation; the commonest have families of their own. */
    void arith(String name, String type) {
        boolean direct = name.equals("add") || name.equals("sub") || name.equals("mul");
        op(direct ? "Arith" : "Operators", name, type);
    }

    void loadState() {
        b.aload(TS);
    }

    void loadFunction() {
        b.aload(vars.functionSlot);
    }

    void none() {
        b.getstatic(Refs.NONE);
    }

    Target target() {
        return new Target(b.newLabel());
    }

    void jump(Opcode opcode, Target target) {
        if (b.live()) {
            target.reach(bound);
            b.jump(opcode, target.label);
        }
    }

    void goTo(Target target) {
        jump(Opcode.GOTO, target);
    }

    /** Places a target of forward jumps; afterwards the position local is unknown. */
    void place(Target target) {
        if (b.live()) {
            target.reach(bound);
        }
        b.place(target.label);
        if (target.bound != null) {
            bound = (BitSet) target.bound.clone();
        }
        forgetPosition();
    }

    /** Places a label to which code jumps back. */
    int placeBack() {
        int label = b.newLabel();
        b.place(label);
        forgetPosition();
        return label;
    }

    /** Forgets what the position local holds. */
    void forgetPosition() {
        position = -2;
        trace.forget();
    }

    /** The statement that is being emitted, for errors without a better place. */
    @Nullable
    Node statement;

    // ---- positions

    /** Sets the position for what follows and can raise. */
    void at(Node node) {
        at(node.lineno(), node.endLineno(), node.colOffset(), node.endColOffset());
    }

    private void at(int line, int endLine, int column, int endColumn) {
        if (b.live()) {
            atUntold(line, endLine, column, endColumn);
            trace.line(line);
        }
    }

    /** As {@link #at}, for what is no step of the program to a tracer: the way back to the head of a loop, where interrupts are delivered. */
    void atUntold(Node node) {
        if (b.live()) {
            atUntold(node.lineno(), node.endLineno(), node.colOffset(), node.endColOffset());
        }
    }

    private void atUntold(int line, int endLine, int column, int endColumn) {
        int index = info.position(line, endLine, column, endColumn);
        if (index != position) {
            position = index;
            b.iconst(index);
            b.istore(vars.positionSlot());
            b.line(Math.min(line, 65535));
        }
    }

    /**
     * Marks the position of what happens with an attribute: when that is in a line of its own, the name itself. Answers to {@code update_start_location_to_match_attr}.
     */
    void atMember(Node node, Expr.Attribute a) {
        if (node.lineno() == a.endLineno()) {
            at(node);
            return;
        }
        int length = a.attr().codePointCount(0, a.attr().length());
        boolean fits = length <= a.endColOffset();
        at(
                a.endLineno(),
                Math.max(a.endLineno(), node.endLineno()),
                fits ? a.endColOffset() - length : -1,
                fits ? a.endColOffset() : -1);
    }

    /** Marks that the exception thrown next passed this function's frame before, so that it gets no second traceback entry. */
    void atReraise() {
        if (b.live()) {
            position = -1;
            b.iconst(-1);
            b.istore(vars.positionSlot());
        }
    }

    /** As {@link #atReraise}, and the frame stops at a clause that the exception has come through. */
    void atReraise(Node clause) {
        if (b.live()) {
            atReraise();
            b.iconst(
                    -2 - info.position(clause.lineno(), clause.endLineno(), clause.colOffset(), clause.endColOffset()));
            b.istore(vars.positionSlot());
        }
    }

    // ---- handled exception

    /** Emits {@code ts.handled = the one handled around this place}. */
    void restoreHandled() {
        loadState();
        loadHandled();
        b.putfield(Refs.HANDLED);
    }

    private void loadHandled() {
        Target done = target();
        Handled h = handled;
        boolean jumps = false;
        while (h != null) {
            b.aload(h.slot());
            b.checkcast(Refs.PY_OBJECT);
            if (!h.mayBeNull()) {
                break;
            }
            b.op(Opcode.DUP);
            b.jump(Opcode.IFNONNULL, done.label);
            b.op(Opcode.POP);
            jumps = true;
            h = h.outer();
        }
        if (h == null) {
            b.aload(vars.callerHandledSlot());
        }
        if (jumps) {
            b.place(done.label);
        }
    }

    // ---- operands

    /**
     * Prepares operands that are pushed in order afterwards: those before the last one that needs an empty operand stack are computed now, into temporaries.
     */
    Operands operands(List<? extends @Nullable Expr> list) {
        return new Operands(this, list);
    }

    Operands operands(Expr a, Expr b) {
        return new Operands(this, List.of(a, b));
    }

    /** Emits the thread state and an operand. */
    void stateAnd(Expr e) {
        if (breaks.breaks(e)) {
            ex.emit(e);
            loadState();
            b.op(Opcode.SWAP);
        } else {
            loadState();
            ex.emit(e);
        }
    }

    /** Whether long statement lists may be continued in other methods. */
    boolean splits() {
        return !vars.generator && (vars.namespace ? info.cellvars.isEmpty() : vars.array && info.split);
    }

    // ---- the whole body

    /** Returns the value on the operand stack to the caller: leaves the frame. */
    void leaveWithValue() {
        if (vars.generator) {
            gens.finish();
            return;
        }
        if (continuation) {
            b.op(Opcode.ARETURN);
            return;
        }
        trace.leaves();
        loadState();
        b.iload(vars.depthSlot());
        op("Frames", "exit", "(TI)V");
        b.op(Opcode.ARETURN);
    }

    /** Ends the method: what catches everything, and the prologue. */
    void complete() {
        if (vars.generator) {
            gens.emitSuspend();
        }
        int end = b.newLabel();
        int handler = b.newLabel();
        b.place(end);
        b.placeHandler(start, end, handler);
        if (b.live()) {
            int thrown = vars.newTemp();
            b.astore(thrown);
            if (vars.savesHandled()) {
                loadState();
                b.aload(vars.callerHandledSlot());
                b.putfield(Refs.HANDLED);
            }
            loadState();
            if (vars.generator) {
                b.aload(vars.generatorSlot);
            } else {
                loadFunction();
            }
            b.iload(vars.depthSlot());
            b.aload(thrown);
            b.iload(vars.positionSlot());
            if (vars.generator) {
                op("Frames", "unwindGenerator", "(TGIXI)X");
            } else if (continuation) {
                op("Frames", "trace", "(TFIXI)X");
            } else {
                vars.pushSnapshot();
                op("Frames", "unwind", "(TFIXIA)X");
            }
            b.op(Opcode.ATHROW);
        }
        b.beginPrologue();
        if (continuation) {
            vars.emitContinuationPrologue();
            return;
        }
        if (vars.generator) {
            gens.emitPrologue();
        } else {
            vars.emitPrologue();
        }
        info.varnames = vars.varnames();
        info.cellvars = vars.cellvars();
    }
}
