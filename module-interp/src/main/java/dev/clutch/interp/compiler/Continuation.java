package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;

/**
 * Statements that go to a method of their own, since HotSpot compiles no method of more than 8,000 bytes and the JVM loads none of more than 65,535. Their variables
 * live in a namespace or an array. The method returns null, a
 * {@link dev.clutch.interp.object.Completion}, or the value that the function returns.
 */
final class Continuation {
    /** Bytes of a statement list after which the rest is split off. */
    static final int LIMIT = 5000;

    private Continuation() {}

    /** Whether statements here may go elsewhere: not within {@code except*}, which no exit may leave. */
    static boolean allowed(FunctionEmitter f) {
        for (Block k = f.block; k != null; k = k.outer) {
            if (k instanceof Block.Handler h && h.star) {
                return false;
            }
        }
        return true;
    }

    static void emit(FunctionEmitter f, List<Stmt> rest) {
        FunctionEmitter part = new FunctionEmitter(f);
        Block.Loop loop = f.loops.findInnermost();
        if (loop != null) {
            part.block = new Block.Loop(part.target());
        }
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
        if (loop == null && f.vars.namespace) {
            b.op(Opcode.POP);
            return;
        }
        int value = f.vars.newTemp();
        Target normal = f.target();
        b.op(Opcode.DUP);
        b.astore(value);
        f.jump(Opcode.IFNULL, normal);
        if (loop != null) {
            exit(f, value, Refs.BREAK, new Block.Exit(loop, false));
            exit(f, value, Refs.CONTINUE, new Block.Exit(loop, true));
        }
        b.aload(value);
        f.loops.exit(Block.Exit.RETURN);
        f.place(normal);
        f.vars.free(value);
    }

    private static void exit(FunctionEmitter f, int value, FieldRef marker, Block.Exit exit) {
        Target otherwise = f.target();
        f.b.aload(value);
        f.b.getstatic(marker);
        f.jump(Opcode.IF_ACMPNE, otherwise);
        f.loops.exit(exit);
        f.place(otherwise);
    }
}
