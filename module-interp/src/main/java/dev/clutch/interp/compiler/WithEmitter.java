package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.ast.WithItem;
import java.lang.classfile.Opcode;
import java.util.BitSet;
import java.util.List;

/** {@code with} and {@code async with} (PEP 343, PEP 492). */
final class WithEmitter {
    private final FunctionEmitter f;

    WithEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void with(Stmt.With s) {
        item(s, s.items(), 0, s.body(), false);
    }

    void asyncWith(Stmt.AsyncWith s) {
        if (!f.info.asyncFunction) {
            throw new CompileException("'async with' outside async function", s);
        }
        item(s, s.items(), 0, s.body(), true);
    }

    private void item(Stmt where, List<WithItem> items, int index, List<Stmt> body, boolean async) {
        if (index == items.size()) {
            f.st.body(body);
            return;
        }
        CodeBuffer b = f.b;
        WithItem item = items.get(index);
        f.info.cleanup = true;
        Expr context = item.contextExpr();
        int manager = f.vars.newTemp();
        int exit = f.vars.newTemp();
        f.ex.emit(context);
        b.astore(manager);
        f.loadState();
        b.aload(manager);
        f.at(where);
        f.op("With", async ? "asyncExit" : "exit", "(TO)O");
        b.astore(exit);
        f.loadState();
        b.aload(manager);
        f.op("With", async ? "asyncEnter" : "enter", "(TO)O");
        f.vars.free(manager);
        if (async) {
            f.gens.awaitTop("__aenter__", where);
        }
        int value = -1;
        if (item.optionalVars() != null) {
            value = f.vars.newTemp();
            b.astore(value);
        } else {
            b.op(Opcode.POP);
        }
        f.vars.callerHandledSlot();
        Block.Finally fin = new Block.Finally(f.block, f.target(), f.vars.newInt(), f.vars.newTemp());
        BitSet before = (BitSet) f.bound.clone();
        int start = f.placeBack();
        f.block = fin;
        if (item.optionalVars() != null) {
            b.aload(value);
            f.vars.free(value);
            f.assigns.store(item.optionalVars());
        }
        f.nest(where);
        item(where, items, index + 1, body, async);
        f.unnest();
        int end = f.placeBack();
        f.block = fin.outer;
        leave(fin, before, start, end, exit, where, async);
        f.vars.freeInt(fin.kind);
        f.vars.free(fin.value);
        f.vars.drop(exit);
    }

    private void leave(Block.Finally fin, BitSet before, int start, int end, int exit, Stmt where, boolean async) {
        CodeBuffer b = f.b;
        Target done = f.target();
        if (b.live()) {
            b.op(Opcode.ACONST_NULL);
            b.astore(fin.value);
            b.iconst(0);
            b.istore(fin.kind);
            f.goTo(fin.entry);
        }
        f.bound = before;
        int exception = fin.value;
        FunctionEmitter.Handled outerHandled = f.handled;
        if (f.tries.handlerEntry(start, end, exception)) {
            f.handled = new FunctionEmitter.Handled(exception, false, outerHandled);
            f.block = new Block.Handler(fin.outer, outerHandled, null, false);
            f.loadState();
            b.aload(exit);
            b.aload(exception);
            f.at(where);
            f.op("With", "callExit", "(TOO)O");
            if (async) {
                f.gens.awaitTop("__aexit__", where);
            }
            f.loadState();
            b.op(Opcode.SWAP);
            f.op("Truth", "of", "(TO)Z");
            f.block = fin.outer;
            f.handled = outerHandled;
            Target swallowed = f.target();
            f.jump(Opcode.IFNE, swallowed);
            f.atReraise();
            b.aload(exception);
            f.op("Handlers", "reraise", "(O)R");
            b.op(Opcode.ATHROW);
            f.place(swallowed);
            f.restoreHandled();
            f.vars.clear(exception);
            f.goTo(done);
        }
        f.place(fin.entry);
        if (b.live()) {
            f.loadState();
            b.aload(exit);
            f.at(where);
            f.op("With", "callExit", "(TO)O");
            if (async) {
                f.gens.awaitTop("__aexit__", where);
            }
            b.op(Opcode.POP);
            exits(fin, done);
        }
        f.place(done);
    }

    private void exits(Block.Finally fin, Target done) {
        CodeBuffer b = f.b;
        int n = fin.exits.size();
        if (n == 0) {
            f.goTo(done);
            return;
        }
        int[] labels = new int[n + 2];
        Target[] exits = new Target[n];
        done.reach(f.bound);
        labels[0] = done.label;
        labels[1] = done.label;
        for (int i = 0; i < n; i++) {
            exits[i] = f.target();
            exits[i].reach(f.bound);
            labels[i + 2] = exits[i].label;
        }
        b.iload(fin.kind);
        b.tableswitch(0, labels, done.label);
        for (int i = 0; i < n; i++) {
            f.place(exits[i]);
            if (fin.exits.get(i).loop() == null) {
                b.aload(fin.value);
            }
            f.loops.exit(fin.exits.get(i));
        }
    }
}
