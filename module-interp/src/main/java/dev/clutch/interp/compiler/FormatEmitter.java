package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Expr;
import java.util.List;

/** Formatted string literals (PEP 498, PEP 701). */
final class FormatEmitter {
    private final FunctionEmitter f;

    FormatEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void joined(Expr.JoinedStr e) {
        List<Expr> values = e.values();
        if (values.isEmpty()) {
            f.ex.constant("");
        } else if (values.size() == 1) {
            f.ex.emit(values.get(0));
        } else {
            f.ex.array(values);
            f.op("Format", "join", "(A)O");
        }
    }

    void formatted(Expr.FormattedValue e) {
        Expr spec = e.formatSpec();
        if (spec == null) {
            f.stateAnd(e.value());
            f.at(e);
            switch (e.conversion()) {
                case 's' -> f.op("Format", "str", "(TO)O");
                case 'r' -> f.op("Format", "repr", "(TO)O");
                case 'a' -> f.op("Format", "ascii", "(TO)O");
                default -> f.op("Format", "format", "(TO)O");
            }
            return;
        }
        Operands operands = f.operands(e.value(), spec);
        f.loadState();
        if (e.conversion() >= 0) {
            f.loadState();
        }
        operands.push(0);
        if (e.conversion() >= 0) {
            f.at(e);
            f.op("Format", e.conversion() == 's' ? "str" : e.conversion() == 'r' ? "repr" : "ascii", "(TO)O");
        }
        operands.push(1);
        f.at(e);
        f.op("Format", "format", "(TOO)O");
    }
}
