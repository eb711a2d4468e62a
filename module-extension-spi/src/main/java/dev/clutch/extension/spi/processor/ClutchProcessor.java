package dev.clutch.extension.spi.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Generates what the annotations of the extension interface declare: for a class {@code X} the table {@code XTable} and the definition
 * {@code XDefinition}, for a module {@code XProvider} too, a type stub and a reference page; for the compilation an {@code ExtensionIndex} in the package of the option {@code clutch.index}.
 */
public final class ClutchProcessor extends AbstractProcessor {
    private static final String INDEX_OPTION = "clutch.index";

    private final List<ClassModel> models = new ArrayList<>();
    private boolean firstRoundDone;

    /** For the compiler. */
    public ClutchProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // everything: the index is written for a compilation without annotated classes as well
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(INDEX_OPTION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Problems problems = new Problems(processingEnv.getMessager());
        List<ClassModel> found = new ArrayList<>();
        ClassReader reader = new ClassReader(problems);
        for (Element root : round.getRootElements()) {
            collect(root, reader, found);
        }
        models.addAll(found);
        models.sort(Comparator.comparing(ClassModel::name));
        checkNames(found, problems);
        if (problems.errors() == 0) {
            for (ClassModel model : found) {
                write(model, problems);
            }
        }
        if (!firstRoundDone && problems.errors() == 0) {
            writeIndex(problems);
            writePages(problems);
            writeServices(problems);
        }
        firstRoundDone = true;
        if (round.processingOver() && !models.isEmpty() && !round.errorRaised()) {
            ProvidesCheck.check(moduleOf(models.getFirst()), models, problems);
        }
        return false;
    }

    private void writeIndex(Problems problems) {
        String index = processingEnv.getOptions().get(INDEX_OPTION);
        if (index != null) {
            source(index + ".ExtensionIndex", IndexWriter.write(index, models), problems);
        }
    }

    private void writePages(Problems problems) {
        Map<String, List<ClassModel>> byModule = new TreeMap<>();
        for (ClassModel model : models) {
            byModule.computeIfAbsent(model.moduleName(), name -> new ArrayList<>())
                    .add(model);
        }
        for (Map.Entry<String, List<ClassModel>> entry : byModule.entrySet()) {
            resource(
                    "META-INF/clutch/stubs/" + entry.getKey() + ".pyi",
                    StubWriter.write(entry.getKey(), entry.getValue()),
                    problems);
            resource(
                    "META-INF/clutch/reference/" + entry.getKey() + ".md",
                    ReferenceWriter.write(entry.getKey(), entry.getValue()),
                    problems);
        }
    }

    /** For the class path; a named module says it in its descriptor. */
    private void writeServices(Problems problems) {
        StringBuilder text = new StringBuilder();
        for (ClassModel model : models) {
            if (model.isModule() && moduleOf(model).isUnnamed()) {
                text.append(model.generated("Provider")).append('\n');
            }
        }
        if (!text.isEmpty()) {
            resource("META-INF/services/" + Mirrors.SPI + "ExtensionProvider", text.toString(), problems);
        }
    }

    private ModuleElement moduleOf(ClassModel model) {
        return processingEnv.getElementUtils().getModuleOf(model.element());
    }

    private void collect(Element element, ClassReader reader, List<ClassModel> found) {
        if (!(element instanceof TypeElement type)) {
            return;
        }
        AnnotationMirror module = Mirrors.annotation(type, "ExtensionModule");
        if (module != null && !implementsProvider(type)) {
            found.add(reader.module(type, module));
        }
        AnnotationMirror declared = Mirrors.annotation(type, "ExtensionType");
        if (declared != null) {
            found.add(reader.type(type, declared));
        }
        for (Element inner : type.getEnclosedElements()) {
            collect(inner, reader, found);
        }
    }

    /** A generated provider carries its module's annotation. */
    private static boolean implementsProvider(TypeElement type) {
        return type.getInterfaces().stream()
                .anyMatch(i -> Mirrors.typeName(i).equals(Mirrors.SPI + "ExtensionProvider"));
    }

    private void checkNames(List<ClassModel> found, Problems problems) {
        Set<String> modules = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (ClassModel model : models) {
            if (!(model.isModule() ? modules : types).add(model.name()) && found.contains(model)) {
                problems.error(model.element(), "'" + model.name() + "' is declared twice in this compilation");
            }
        }
    }

    private void write(ClassModel model, Problems problems) {
        source(model.generated("Table"), TableWriter.write(model), problems, model.element());
        if (model.isModule()) {
            source(model.generated("Definition"), DefinitionWriter.module(model), problems, model.element());
            source(model.generated("Provider"), DefinitionWriter.provider(model), problems, model.element());
        } else {
            source(model.generated("Definition"), DefinitionWriter.type(model), problems, model.element());
        }
    }

    private void source(String name, String text, Problems problems, Element... origins) {
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(name, origins).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            problems.error("cannot write " + name + ": " + e.getMessage());
        }
    }

    private void resource(String path, String text, Problems problems) {
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", path)
                .openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            problems.error("cannot write " + path + ": " + e.getMessage());
        }
    }
}
