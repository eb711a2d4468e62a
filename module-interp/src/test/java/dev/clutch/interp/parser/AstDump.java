package dev.clutch.interp.parser;

import dev.clutch.interp.ast.BoolOperator;
import dev.clutch.interp.ast.CmpOperator;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.ExprContext;
import dev.clutch.interp.ast.Operator;
import dev.clutch.interp.ast.Pattern;
import dev.clutch.interp.ast.UnaryOperator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** A tree as the text of {@code ast.dump(tree, include_attributes=True)}. */
final class AstDump {
    private record Shape(String name, RecordComponent[] components, String[] names) {}

    private final StringBuilder out = new StringBuilder();
    private final ConcurrentHashMap<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    static String dump(Object tree) {
        AstDump d = new AstDump();
        d.value(tree);
        return d.out.toString();
    }

    private void value(Object v) {
        switch (v) {
            case null -> out.append("None");
            case List<?> list -> {
                out.append('[');
                String separator = "";
                for (Object o : list) {
                    out.append(separator);
                    value(o);
                    separator = ", ";
                }
                out.append(']');
            }
            case ExprContext c -> out.append(c.className()).append("()");
            case BoolOperator c -> out.append(c.className()).append("()");
            case Operator c -> out.append(c.className()).append("()");
            case UnaryOperator c -> out.append(c.className()).append("()");
            case CmpOperator c -> out.append(c.className()).append("()");
            case String s -> out.append(PythonRepr.of(s));
            case Boolean b -> out.append(b ? "1" : "0");
            case Integer i -> out.append(i);
            case Record r when r.getClass().getPackageName().equals("dev.clutch.interp.ast") -> node(r);
            default -> throw new IllegalStateException(v.getClass().toString());
        }
    }

    private void node(Record r) {
        Shape shape = shapes.computeIfAbsent(r.getClass(), AstDump::shapeOf);
        out.append(shape.name).append('(');
        String separator = "";
        for (int i = 0; i < shape.names.length; i++) {
            Object v;
            try {
                v = shape.components[i].getAccessor().invoke(r);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            boolean constant = shape.names[i].equals("value")
                    && (r instanceof Expr.Constant || r instanceof Pattern.MatchSingleton);
            if (v == null && !constant) {
                continue;
            }
            out.append(separator).append(shape.names[i]).append('=');
            separator = ", ";
            if (constant) {
                out.append(PythonRepr.of(v));
            } else {
                value(v);
            }
        }
        out.append(')');
    }

    private static Shape shapeOf(Class<?> c) {
        RecordComponent[] components = c.getRecordComponents();
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            StringBuilder s = new StringBuilder();
            for (char ch : component.getName().toCharArray()) {
                s.append(Character.isUpperCase(ch) ? "_" + Character.toLowerCase(ch) : String.valueOf(ch));
            }
            names.add(s.toString());
        }
        String name = switch (c.getSimpleName()) {
            case "ListExpr" -> "List";
            case "ExprStmt" -> "Expr";
            case "Arg", "Keyword", "Alias", "Arguments", "Comprehension" ->
                c.getSimpleName().toLowerCase(java.util.Locale.ROOT);
            case "WithItem" -> "withitem";
            case "MatchCase" -> "match_case";
            default -> c.getSimpleName();
        };
        return new Shape(name, components, names.toArray(String[]::new));
    }
}
