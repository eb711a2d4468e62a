package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.object.PyCode;
import java.lang.classfile.Opcode;
import java.util.ArrayList;

/**
 * Generators, coroutines and asynchronous generators: one method that resumes, with a switch on the state. Whatever suspends runs with an empty operand
 * stack; all variables and temporaries are saved in one place.
 */
final class GeneratorEmitter {
    private final FunctionEmitter f;
    private final ArrayList<Integer> resumes = new ArrayList<>();
    private int suspend = -1;
    private int value = -1;
    private int state = -1;

    GeneratorEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void yieldValue(Expr.Yield e) {
        require(e, "'yield' outside function");
        Expr v = e.value();
        if (v == null) {
            f.none();
        } else {
            f.ex.emit(v);
        }
        f.at(e);
        if (f.info.asyncGenerator()) {
            f.op("Generators", "asyncValue", "(O)O");
        }
        suspend();
        f.at(e);
        f.loadState();
        f.b.aload(f.vars.generatorSlot);
        f.b.aload(f.vars.sentSlot);
        f.op("Generators", "received", "(TGO)O");
    }

    private void require(Expr e, String message) {
        if (!f.scope.isFunctionLike()) {
            throw new CompileException(message, e);
        }
    }

    void yieldFrom(Expr.YieldFrom e) {
        require(e, "'yield from' outside function");
        if ((f.info.flags & (PyCode.CO_COROUTINE | PyCode.CO_ASYNC_GENERATOR)) != 0) {
            throw new CompileException("'yield from' inside async function", e);
        }
        f.ex.emit(e.value());
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.b.aload(f.vars.generatorSlot);
        f.at(e);
        f.op("Generators", "yieldFromIterator", "(TOG)O");
        delegate(e);
    }

    void await(Expr.Await e) {
        if (!f.info.asyncFunction) {
            require(e, "'await' outside function");
        }
        if (!f.info.asyncFunction && !f.info.comprehension) {
            throw new CompileException("'await' outside async function", e);
        }
        f.ex.emit(e.value());
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.at(e);
        f.op("Generators", "awaitable", "(TO)O");
        delegate(e);
    }

    /** Awaits the value on the operand stack, which a special method returned. */
    void awaitTop(String method, Node where) {
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.b.ldc(method);
        f.at(where);
        f.op("Generators", "awaitableOf", "(TOS)O");
        delegate(where);
    }

    /** Awaits the next item of an asynchronous iterator; jumps when it is exhausted. */
    void asyncNext(int iterator, Target exhausted, Node where) {
        CodeBuffer b = f.b;
        int start = f.placeBack();
        f.loadState();
        b.aload(iterator);
        f.at(where);
        f.op("Generators", "anext", "(TO)O");
        delegate(where);
        int item = f.vars.newTemp();
        b.astore(item);
        int end = f.placeBack();
        Target got = f.target();
        f.goTo(got);
        int handler = b.newLabel();
        b.placeHandler(start, end, handler);
        f.forgetPosition();
        int thrown = f.vars.newTemp();
        b.astore(thrown);
        b.aload(thrown);
        f.trace.asyncEnded(thrown);
        f.op("Generators", "isStopAsyncIteration", "(O)Z");
        f.jump(Opcode.IFNE, exhausted);
        b.aload(thrown);
        b.checkcast(Refs.THROWABLE);
        b.op(Opcode.ATHROW);
        f.vars.free(thrown);
        f.place(got);
        b.aload(item);
        f.vars.free(item);
    }

    /** Runs the iterator on the operand stack to its end, passing on what it yields and receives; leaves its result. */
    private void delegate(Node where) {
        CodeBuffer b = f.b;
        int iterator = f.vars.newTemp();
        b.astore(iterator);
        f.none();
        b.astore(f.vars.sentSlot);
        f.trace.line(where.lineno());
        int again = f.placeBack();
        f.trace.assume(where.lineno());
        Target done = f.target();
        f.loadState();
        b.aload(f.vars.generatorSlot);
        b.aload(iterator);
        b.aload(f.vars.sentSlot);
        f.at(where);
        f.op("Generators", "delegate", "(TGOO)O");
        b.op(Opcode.DUP);
        f.jump(Opcode.IFNULL, done);
        suspend();
        b.goTo(again);
        f.place(done);
        b.op(Opcode.POP);
        f.trace.delegated(iterator);
        b.aload(f.vars.generatorSlot);
        b.getfield(Refs.GENERATOR_RESULT);
        f.vars.free(iterator);
    }

    /** Suspends with the value on the operand stack; what follows runs when the generator is resumed. */
    private void suspend() {
        CodeBuffer b = f.b;
        if (!b.live()) {
            return;
        }
        if (suspend < 0) {
            suspend = b.newLabel();
            value = f.vars.newUnsaved();
            state = f.vars.newUnsaved();
        }
        f.trace.leaves();
        int resume = b.newLabel();
        resumes.add(resume);
        b.astore(value);
        b.iconst(resumes.size());
        b.istore(state);
        b.goTo(suspend);
        b.start(resume);
        f.forgetPosition();
        if (f.handled != null) {
            f.restoreHandled();
        }
    }

    /** Returns from the generator with the value on the operand stack. */
    void finish() {
        CodeBuffer b = f.b;
        f.trace.leaves();
        b.aload(f.vars.generatorSlot);
        b.op(Opcode.SWAP);
        b.putfield(Refs.GENERATOR_RESULT);
        leave();
        b.op(Opcode.ACONST_NULL);
        b.op(Opcode.ARETURN);
    }

    private void leave() {
        f.loadState();
        f.b.iload(f.vars.depthSlot());
        f.op("Frames", "exit", "(TI)V");
    }

    /** The one place where everything is saved. */
    void emitSuspend() {
        if (suspend < 0) {
            return;
        }
        CodeBuffer b = f.b;
        b.place(suspend);
        if (!b.live()) {
            return;
        }
        f.vars.emitSave();
        b.aload(f.vars.generatorSlot);
        b.iload(state);
        b.putfield(Refs.GENERATOR_STATE);
        b.aload(f.vars.generatorSlot);
        b.iload(f.vars.positionSlot());
        b.putfield(Refs.GENERATOR_POSITION);
        if (f.vars.savesHandled()) {
            f.loadState();
            b.aload(f.vars.callerHandledSlot());
            b.putfield(Refs.HANDLED);
        }
        leave();
        b.aload(value);
        b.op(Opcode.ARETURN);
    }

    /** Restores everything and goes on where the generator was suspended. */
    void emitPrologue() {
        CodeBuffer b = f.b;
        f.vars.emitRestore();
        if (f.vars.savesHandled()) {
            f.loadState();
            b.getfield(Refs.HANDLED);
            b.astore(f.vars.callerHandledSlot());
        }
        b.iconst(0);
        b.istore(f.vars.positionSlot());
        f.loadState();
        b.aload(f.vars.generatorSlot);
        f.op(f.info.traced ? "Tracing" : "Frames", "enter", "(TO)I");
        b.istore(f.vars.depthSlot());
        if (!resumes.isEmpty()) {
            int[] labels = new int[resumes.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = resumes.get(i);
            }
            b.aload(f.vars.generatorSlot);
            b.getfield(Refs.GENERATOR_STATE);
            b.tableswitch(1, labels, f.start);
        }
    }
}
