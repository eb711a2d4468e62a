package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operands of one operation. See {@link FunctionEmitter#operands}. */
final class Operands {
    private final FunctionEmitter f;
    private final List<? extends @Nullable Expr> list;
    private final int[] temps;

    Operands(FunctionEmitter f, List<? extends @Nullable Expr> list) {
        this.f = f;
        this.list = list;
        int last = -1;
        if (f.breaks.any) {
            for (int i = 0; i < list.size(); i++) {
                Expr e = list.get(i);
                if (e != null && f.breaks.breaks(e)) {
                    last = i;
                }
            }
        }
        temps = new int[last + 1];
        for (int i = 0; i <= last; i++) {
            Expr e = list.get(i);
            if (e == null) {
                temps[i] = -1;
                continue;
            }
            f.ex.emit(e instanceof Expr.Starred s ? s.value() : e);
            temps[i] = f.vars.newTemp();
            f.b.astore(temps[i]);
        }
    }

    /** Pushes operand {@code i}; in order, once. The value of a starred operand is pushed without the star. */
    void push(int i) {
        if (i < temps.length && temps[i] >= 0) {
            f.b.aload(temps[i]);
            f.vars.free(temps[i]);
        } else {
            Expr e = list.get(i);
            if (e == null) {
                throw new IllegalStateException("operand " + i + " is absent");
            }
            f.ex.emit(e instanceof Expr.Starred s ? s.value() : e);
        }
    }
}
