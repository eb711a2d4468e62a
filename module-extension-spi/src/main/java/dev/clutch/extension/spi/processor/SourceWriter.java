package dev.clutch.extension.spi.processor;

/** Java text with indentation. */
final class SourceWriter {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    SourceWriter line(String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
        return this;
    }

    SourceWriter blank() {
        out.append('\n');
        return this;
    }

    /** Writes a line that opens a block. */
    SourceWriter open(String text) {
        line(text + " {");
        depth++;
        return this;
    }

    SourceWriter close() {
        depth--;
        return line("}");
    }

    SourceWriter indent() {
        depth++;
        return this;
    }

    SourceWriter dedent() {
        depth--;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** The head of a generated file: package, imports from the interface, and the suppression of style warnings. */
    static SourceWriter file(String packageName, String... imports) {
        SourceWriter out = new SourceWriter();
        if (!packageName.isEmpty()) {
            out.line("package " + packageName + ";").blank();
        }
        for (String name : imports) {
            out.line("import " + Mirrors.SPI + name + ";");
        }
        return out.blank();
    }

    /** Generated code passes nulls where the tables' contracts allow them, and casts without need. */
    SourceWriter generated() {
        return line(
                "@SuppressWarnings({\"all\", \"cast\", \"rawtypes\", \"unchecked\", \"deprecation\", \"removal\", \"NullAway\"})");
    }
}
