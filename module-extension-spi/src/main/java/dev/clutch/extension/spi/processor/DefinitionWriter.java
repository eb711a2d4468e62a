package dev.clutch.extension.spi.processor;

/** Writes the definition of a type or module, and the provider of a module. */
final class DefinitionWriter {
    private DefinitionWriter() {}

    static String type(ClassModel model) {
        SourceWriter out = SourceWriter.file(model.packageName(), "NativeTable", "PyType", "TypeDefinition");
        out.line("/** Describes the type " + model.name() + ". */").generated();
        out.open("public final class " + model.stem() + "Definition implements TypeDefinition");
        text(out, "name", model.name());
        text(out, "doc", model.doc());
        text(out, "base", model.base());
        out.line("@Override").open("public int flags()");
        out.line("return " + (model.flags().isEmpty() ? "0" : String.join(" | ", model.flags())) + ";")
                .close()
                .blank();
        out.line("@Override").open("public Class<?> instanceClass()");
        out.line("return " + (model.isPyObject() ? model.javaName() : "Object") + ".class;")
                .close()
                .blank();
        out.line("@Override").open("public NativeTable table(PyType definingClass, Object state)");
        out.line("return new " + model.stem() + "Table(definingClass, state);").close();
        return out.close().toString();
    }

    static String module(ClassModel model) {
        SourceWriter out = SourceWriter.file(
                model.packageName(),
                "ModuleDefinition",
                "MultipleInterpreters",
                "NativeTable",
                "PyObject",
                "ThreadState",
                "TypeDefinition");
        out.line("/** Describes the module " + model.name() + ". */").generated();
        out.open("public final class " + model.stem() + "Definition implements ModuleDefinition");
        text(out, "name", model.name());
        text(out, "doc", model.doc());
        out.line("@Override").open("public MultipleInterpreters multipleInterpreters()");
        out.line("return MultipleInterpreters." + declared(model) + ";").close().blank();
        out.line("@Override").open("public Object newState(ThreadState ts, PyObject module)");
        out.line("return new " + model.javaName() + "(" + stateArguments(model) + ");")
                .close()
                .blank();
        out.line("@Override").open("public NativeTable functions(Object state)");
        out.line("return new " + model.stem() + "Table(state);").close().blank();
        out.line("@Override").open("public java.util.List<TypeDefinition> types()");
        StringBuilder types = new StringBuilder();
        for (var type : model.types()) {
            types.append(types.isEmpty() ? "" : ", ")
                    .append("new ")
                    .append(definitionName(type))
                    .append("()");
        }
        out.line("return java.util.List.of(" + types + ");").close().blank();
        out.line("@Override").open("public void exec(ThreadState ts, PyObject module, Object stateObject)");
        if (!model.execs().isEmpty()) {
            out.line(model.javaName() + " state = (" + model.javaName() + ") stateObject;");
        }
        CallWriter calls = new CallWriter(model);
        for (MemberModel step : model.execs()) {
            calls.exec(out, step);
        }
        return out.close().close().toString();
    }

    /** The provider carries the declaration, so that the gate reads it from this class file alone. */
    static String provider(ClassModel model) {
        SourceWriter out = SourceWriter.file(
                model.packageName(),
                "ExtensionModule",
                "ExtensionProvider",
                "ModuleDefinition",
                "MultipleInterpreters");
        out.line("/** Provides the module " + model.name() + ". */").generated();
        out.line("@ExtensionModule(name = " + Literals.quote(model.name())
                + (model.multipleInterpreters() == null
                        ? ")"
                        : ", multipleInterpreters = MultipleInterpreters." + declared(model) + ")"));
        out.open("public final class " + model.stem() + "Provider implements ExtensionProvider");
        out.line("/** Makes the provider. */")
                .line("public " + model.stem() + "Provider() {}")
                .blank();
        out.line("@Override").open("public ModuleDefinition definition()");
        out.line("return new " + model.stem() + "Definition();").close();
        return out.close().toString();
    }

    static String definitionName(javax.lang.model.element.TypeElement type) {
        String pkg = Mirrors.packageName(type);
        return (pkg.isEmpty() ? "" : pkg + ".") + Mirrors.stem(type) + "Definition";
    }

    private static String declared(ClassModel model) {
        return model.multipleInterpreters() == null ? "SUPPORTED" : model.multipleInterpreters();
    }

    private static String stateArguments(ClassModel model) {
        if (!model.stateTakesModule()) {
            return "";
        }
        return "(" + model.stateThreadState() + ") ts, module";
    }

    private static void text(SourceWriter out, String method, String value) {
        out.line("@Override").open("public String " + method + "()");
        out.line("return " + Literals.quote(value) + ";").close().blank();
    }
}
