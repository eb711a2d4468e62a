package dev.clutch.interp.nodes;

import dev.clutch.interp.ast.Mod;
import java.util.ArrayList;
import java.util.List;

/** Reads the grammar of trees: which classes there are, with which fields, in CPython's order. */
final class NodeGrammar {
    private static final String PACKAGE = Mod.class.getPackageName() + ".";

    private static final List<Sum> SUMS = List.copyOf(read());

    /** A sum with its classes, or a product, which is its only class. */
    record Sum(
            String name,
            String doc,
            boolean product,
            boolean positioned,
            boolean requiredEnd,
            List<NodeDefinition> classes) {}

    private NodeGrammar() {}

    /** All sums and products, the same for every interpreter. */
    static List<Sum> sums() {
        return SUMS;
    }

    private static List<Sum> read() {
        List<Sum> sums = new ArrayList<>();
        for (String line : NodeGrammarText.TEXT.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            int is = line.indexOf(" = ");
            sums.add(sum(line.substring(0, is), line.substring(is + 3)));
        }
        return sums;
    }

    private static Sum sum(String name, String definition) {
        boolean requiredEnd = definition.endsWith(" required-end");
        String rest = requiredEnd ? definition.substring(0, definition.length() - 13) : definition;
        boolean positioned = rest.endsWith(" attributes");
        if (positioned) {
            rest = rest.substring(0, rest.length() - 11);
        }
        boolean product = rest.startsWith("(");
        List<NodeDefinition> classes = new ArrayList<>();
        for (String alternative : rest.split(" \\| ", -1)) {
            int open = alternative.indexOf('(');
            String own = product ? name : open < 0 ? alternative : alternative.substring(0, open);
            List<NodeField> fields =
                    open < 0 ? List.of() : fields(alternative.substring(open + 1, alternative.length() - 1));
            classes.add(new NodeDefinition(
                    own.intern(),
                    name,
                    doc(own, fields),
                    fields,
                    positioned,
                    requiredEnd,
                    !isEnum(name),
                    javaName(name, own, product)));
        }
        return new Sum(name.intern(), sumDoc(name, classes), product, positioned, requiredEnd, List.copyOf(classes));
    }

    private static String doc(String name, List<NodeField> fields) {
        if (fields.isEmpty()) {
            return name;
        }
        StringBuilder b = new StringBuilder(name).append('(');
        for (int i = 0; i < fields.size(); i++) {
            b.append(i > 0 ? ", " : "").append(fields.get(i));
        }
        return b.append(')').toString();
    }

    private static String sumDoc(String sum, List<NodeDefinition> classes) {
        StringBuilder b = new StringBuilder(sum).append(" = ");
        String gap = "\n" + " ".repeat(sum.length() + 1) + "| ";
        boolean constants = !classes.getFirst().isRecord();
        for (int i = 0; i < classes.size(); i++) {
            b.append(i == 0 ? "" : constants ? " | " : gap)
                    .append(classes.get(i).doc());
        }
        return b.toString();
    }

    private static List<NodeField> fields(String text) {
        List<NodeField> fields = new ArrayList<>();
        for (String field : text.split(", ", -1)) {
            int space = field.indexOf(' ');
            String type = field.substring(0, space);
            NodeField.Quantity quantity = type.endsWith("*")
                    ? NodeField.Quantity.LIST
                    : type.endsWith("?") ? NodeField.Quantity.OPTIONAL : NodeField.Quantity.ONE;
            if (quantity != NodeField.Quantity.ONE) {
                type = type.substring(0, type.length() - 1);
            }
            fields.add(new NodeField(type, quantity, field.substring(space + 1).intern()));
        }
        return List.copyOf(fields);
    }

    /** Whether the classes of a sum have neither fields nor a position. */
    private static boolean isEnum(String sum) {
        return sum.endsWith("op") || sum.equals("operator") || sum.equals("expr_context");
    }

    /** The Java type of a class: the names differ where Java's conventions or its own classes ask for it. */
    private static String javaName(String sum, String name, boolean product) {
        String outer = switch (sum) {
            case "boolop" -> "BoolOperator";
            case "unaryop" -> "UnaryOperator";
            case "cmpop" -> "CmpOperator";
            case "withitem" -> "WithItem";
            case "excepthandler" -> "ExceptHandler";
            default -> camel(sum);
        };
        boolean alone = product || sum.equals("excepthandler") || sum.equals("type_ignore") || isEnum(sum);
        String inner = switch (name) {
            case "List" -> "ListExpr";
            case "Expr" -> "ExprStmt";
            default -> name;
        };
        return PACKAGE + (alone ? outer : outer + "$" + inner);
    }

    private static String camel(String name) {
        StringBuilder b = new StringBuilder();
        for (String part : name.split("_", -1)) {
            b.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        return b.toString();
    }
}
