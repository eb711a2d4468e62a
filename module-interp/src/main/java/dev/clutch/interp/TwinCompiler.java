package dev.clutch.interp;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.compiler.CompileException;
import dev.clutch.interp.compiler.CompileOptions;
import dev.clutch.interp.compiler.Compiler;
import dev.clutch.interp.compiler.Origin;
import dev.clutch.interp.compiler.Twins;
import dev.clutch.interp.compiler.UnitLoader;
import dev.clutch.interp.imports.Library;
import dev.clutch.interp.object.CodeNotes;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import dev.clutch.interp.symtable.FutureFeatures;
import dev.clutch.interp.symtable.SymbolTable;
import dev.clutch.interp.traceback.SourceLines;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a program once more, for tracing: from the text or tree that its unit remembers, from the library's source, or from the file that it was compiled from, if that still is
 * what it was.
 */
public final class TwinCompiler {
    private TwinCompiler() {}

    /** Returns the twin of a code object, or null after a warning when there is nothing to compile it from. */
    public static @Nullable PyCode twin(PyThreadState ts, PyCode code) {
        CodeNotes notes = ts.interp.codeNotes();
        PyCode twin = notes.twin(code);
        if (twin != null) {
            return twin == code ? null : twin;
        }
        PyCode program = Twins.sibling(code, 0);
        PyCode twinProgram = notes.twin(program);
        if (twinProgram == null) {
            twinProgram = compile(ts, program);
            keep(notes, program, twinProgram);
        }
        twin = twinProgram == null || twinProgram == program ? null : Twins.counterpart(code, twinProgram);
        keep(notes, code, twin);
        if (twin == null) {
            ts.warn(
                    "RuntimeWarning",
                    Str.toJavaString(code.qualname) + " cannot be traced: the source of "
                            + Str.toJavaString(code.filename(ts)) + " is not there or has changed",
                    1);
        }
        return twin;
    }

    /** What comes from a file is good for one interpreter: another may see another file of that name. */
    private static void keep(CodeNotes notes, PyCode code, @Nullable PyCode twin) {
        if (twin != null && (Twins.origin(code) != null || Twins.inLibrary(code))) {
            code.setTwin(twin);
        } else {
            notes.setTwin(code, twin);
        }
    }

    private static @Nullable PyCode compile(PyThreadState ts, PyCode program) {
        Origin origin = Twins.origin(program);
        if (origin == null) {
            origin = ofFile(ts, program);
        }
        if (origin == null) {
            return null;
        }
        try {
            Mod tree = origin.tree();
            Source source = origin.source();
            if (tree == null && source != null) {
                tree = SourceCompiler.tree(ts, source, origin.mode(), origin.flags());
            }
            if (tree == null) {
                return null;
            }
            CompileOptions options = origin.options();
            boolean future = FutureFeatures.of(tree, options.filename()).annotations() || options.futureAnnotations();
            SymbolTable table = SymbolTable.build(tree, options.filename(), future);
            return UnitLoader.load(Compiler.twin(tree, table, options, program));
        } catch (SyntaxException | CompileException | PythonException e) {
            return null; // the file has changed
        }
    }

    /** Library code and units from a file with code only know the name of their source. */
    private static @Nullable Origin ofFile(PyThreadState ts, PyCode program) {
        String filename = Str.toJavaString(program.filename);
        byte[] text = SourceLines.file(ts, Str.toJavaString(program.filename(ts)));
        if (text == null) {
            text = Library.ofFrozen(filename);
        }
        if (text == null) {
            return null;
        }
        CompileOptions options = new CompileOptions(
                filename,
                CompileOptions.of(filename).className(),
                Twins.inLibrary(program) ? CompileOptions.DECIDED_LATER : ts.interp.options().optimize,
                false,
                0,
                false);
        return new Origin(SourceCompiler.source(ts, text, filename), null, ParserOptions.Mode.EXEC, 0, options);
    }
}
