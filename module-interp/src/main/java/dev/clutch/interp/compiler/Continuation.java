package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.ExceptHandler;
import dev.clutch.interp.ast.MatchCase;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;

/**
 * Statements that go to a method of their own, since HotSpot compiles no method of more than 8,000 bytes and the JVM loads none of more than 65,535. Their variables
 * live in a namespace or an array. The method returns null, or the value that the function returns.
 */
final class Continuation {
    /** Bytes of a statement list after which the rest is split off. */
    static final int LIMIT = 5000;

    private Continuation() {}

    /** Whether no {@code break} or {@code continue} from statement {@code from} on concerns a loop around the list. */
    static boolean separable(List<Stmt> body, int from) {
        for (int i = from; i < body.size(); i++) {
            if (leavesLoop(body.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<Stmt> body) {
        return !separable(body, 0);
    }

    private static boolean handlers(List<ExceptHandler> handlers) {
        for (ExceptHandler h : handlers) {
            if (any(h.body())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leavesLoop(Stmt s) {
        return switch (s) {
            case Stmt.Break _ -> true;
            case Stmt.Continue _ -> true;
            case Stmt.If x -> any(x.body()) || any(x.orelse());
            case Stmt.For x -> any(x.orelse());
            case Stmt.While x -> any(x.orelse());
            case Stmt.With x -> any(x.body());
            case Stmt.Try x -> any(x.body()) || handlers(x.handlers()) || any(x.orelse()) || any(x.finalbody());
            case Stmt.TryStar x -> any(x.body()) || handlers(x.handlers()) || any(x.orelse()) || any(x.finalbody());
            case Stmt.Match x -> {
                boolean found = false;
                for (MatchCase c : x.cases()) {
                    found |= any(c.body());
                }
                yield found;
            }
            default -> false;
        };
    }

    static void emit(FunctionEmitter f, List<Stmt> rest) {
        FunctionEmitter part = new FunctionEmitter(f);
        part.st.body(rest);
        if (part.b.live()) {
            part.b.op(Opcode.ACONST_NULL);
            part.b.op(Opcode.ARETURN);
        }
        MethodRef method = f.unit.finishContinuation(part);
        CodeBuffer b = f.b;
        f.atReraise();
        f.loadState();
        f.loadFunction();
        b.aload(f.vars.namespace ? f.vars.namespaceSlot : f.vars.arraySlot);
        b.invokestatic(method);
        f.forgetPosition();
        if (f.vars.namespace) {
            b.op(Opcode.POP);
            return;
        }
        int value = f.vars.newTemp();
        Target normal = f.target();
        b.op(Opcode.DUP);
        b.astore(value);
        f.jump(Opcode.IFNULL, normal);
        b.aload(value);
        f.loops.exit(Block.Exit.RETURN);
        f.place(normal);
        f.vars.free(value);
    }
}
