package dev.clutch.extension.spi.processor;

import java.util.List;

/** Writes the index of a compilation: modules and types by name, without loading what is not asked for. */
final class IndexWriter {
    private IndexWriter() {}

    static String write(String packageName, List<ClassModel> models) {
        SourceWriter out =
                SourceWriter.file(packageName, "ExtensionProvider", "MultipleInterpreters", "TypeDefinition");
        out.line("/** The extension modules and types of this compilation, in the order of their names. */")
                .generated();
        out.open("public final class ExtensionIndex")
                .line("private ExtensionIndex() {}")
                .blank();
        List<ClassModel> modules = models.stream().filter(ClassModel::isModule).toList();
        List<ClassModel> types = models.stream().filter(m -> !m.isModule()).toList();
        names(out, "moduleNames", modules, "Returns the names of the modules.");
        lookup(
                out,
                "ExtensionProvider",
                "provider",
                modules,
                "Provider",
                "Returns the provider of a module, null for an unknown name.");
        declarations(out, modules);
        names(out, "typeNames", types, "Returns the dotted names of the types.");
        lookup(
                out,
                "TypeDefinition",
                "type",
                types,
                "Definition",
                "Returns the definition of a type, null for an unknown name.");
        declared(out, types);
        return out.close().toString();
    }

    /** For the core, whose types are shared: the type objects that the classes of exported types declare as {@code TYPE}. */
    private static void declared(SourceWriter out, List<ClassModel> types) {
        out.line("/** Returns the exported types that declare a shared type object. */")
                .open("public static dev.clutch.extension.spi.PyType[] declaredTypes()");
        out.line("return new dev.clutch.extension.spi.PyType[] {").indent();
        for (ClassModel m : types) {
            if (m.exportedDeclaration() != null) {
                out.line(m.exportedDeclaration() + ".TYPE,");
            }
        }
        out.dedent().line("};").close().blank();
    }

    private static void declarations(SourceWriter out, List<ClassModel> modules) {
        out.line("/** Returns what a module declares about isolation, null when it declares nothing or is unknown. */")
                .open("public static MultipleInterpreters multipleInterpreters(String name)");
        out.open("switch (name)");
        for (ClassModel m : modules) {
            if (m.multipleInterpreters() != null) {
                out.line("case " + Literals.quote(m.name()) + ":").indent();
                out.line("return MultipleInterpreters." + m.multipleInterpreters() + ";")
                        .dedent();
            }
        }
        out.line("default:")
                .indent()
                .line("return null;")
                .dedent()
                .close()
                .close()
                .blank();
    }

    private static void names(SourceWriter out, String method, List<ClassModel> models, String doc) {
        out.line("/** " + doc + " */").open("public static String[] " + method + "()");
        out.line("return new String[] {").indent();
        for (ClassModel m : models) {
            out.line(Literals.quote(m.name()) + ",");
        }
        out.dedent().line("};").close().blank();
    }

    private static void lookup(
            SourceWriter out, String type, String method, List<ClassModel> models, String suffix, String doc) {
        out.line("/** " + doc + " */").open("public static " + type + " " + method + "(String name)");
        out.open("switch (name)");
        for (ClassModel m : models) {
            out.line("case " + Literals.quote(m.name()) + ":").indent();
            out.line("return new " + m.generated(suffix) + "();").dedent();
        }
        out.line("default:")
                .indent()
                .line("return null;")
                .dedent()
                .close()
                .close()
                .blank();
    }
}
