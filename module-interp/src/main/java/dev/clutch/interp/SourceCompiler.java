package dev.clutch.interp;

import dev.clutch.extension.spi.PythonException;
import dev.clutch.extension.spi.Singleton;
import dev.clutch.extension.spi.Str;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.compiler.CompileException;
import dev.clutch.interp.compiler.CompileOptions;
import dev.clutch.interp.compiler.CompiledUnit;
import dev.clutch.interp.compiler.Compiler;
import dev.clutch.interp.compiler.UnitLoader;
import dev.clutch.interp.object.Errors;
import dev.clutch.interp.object.Exceptions;
import dev.clutch.interp.object.ModelConstants;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.parser.CharacterNames;
import dev.clutch.interp.parser.Parser;
import dev.clutch.interp.parser.ParserOptions;
import dev.clutch.interp.parser.Source;
import dev.clutch.interp.parser.SyntaxException;
import dev.clutch.interp.parser.WarningListener;
import dev.clutch.interp.symtable.SymbolTable;
import dev.clutch.interp.traceback.SourceLines;
import dev.clutch.interp.warnings.Warnings;

/** From source to a code object: what {@code compile} does. */
public final class SourceCompiler {
    private SourceCompiler() {}

    /** Compiles the bytes of a file. */
    public static PyCode file(PyThreadState ts, byte[] program, String filename) {
        try {
            Source source = Source.ofFile(program, filename, new Source.JdkDecoder());
            return compile(ts, source, filename, ParserOptions.Mode.EXEC, 0);
        } catch (SyntaxException e) {
            throw raised(ts, e);
        } catch (CompileException e) {
            throw raised(ts, e, filename);
        }
    }

    /** Compiles a text. */
    public static PyCode text(
            PyThreadState ts, String program, String filename, ParserOptions.Mode mode, int optimise) {
        try {
            return compile(ts, Source.ofString(program, filename), filename, mode, optimise);
        } catch (SyntaxException e) {
            throw raised(ts, e);
        } catch (CompileException e) {
            throw raised(ts, e, filename);
        }
    }

    /** Compiles a file of the standard library for classes of a given name; whether assertions count is decided when it runs. */
    public static CompiledUnit library(byte[] program, String filename, String className) {
        Source source = Source.ofFile(program, filename, new Source.JdkDecoder());
        return unit(
                source,
                ParserOptions.Mode.EXEC,
                new CompileOptions(filename, className, CompileOptions.DECIDED_LATER, false, 0),
                (category, message, file, lineno) -> false);
    }

    /** Tells the warnings of parser and compiler to the filters of the interpreter. */
    private record Listener(PyThreadState ts) implements WarningListener {
        @Override
        public boolean warn(Category category, String message, String filename, int lineno) {
            return Warnings.ofCompiler(
                    ts,
                    category == Category.SYNTAX_WARNING ? "SyntaxWarning" : "DeprecationWarning",
                    message,
                    filename,
                    lineno);
        }
    }

    private static PyCode compile(
            PyThreadState ts, Source source, String filename, ParserOptions.Mode mode, int optimise) {
        CompileOptions options = CompileOptions.of(filename);
        return UnitLoader.load(unit(
                source,
                mode,
                new CompileOptions(
                        filename, options.className(), optimise, options.futureAnnotations(), options.futureFlags()),
                new Listener(ts)));
    }

    private static CompiledUnit unit(
            Source source, ParserOptions.Mode mode, CompileOptions options, WarningListener warnings) {
        Mod tree = Parser.parse(
                source,
                ParserOptions.of(mode),
                ModelConstants.INSTANCE,
                new CharacterNames.Jdk(),
                warnings);
        boolean future = tree instanceof Mod.Module m && Compiler.futureAnnotations(m.body());
        SymbolTable table = SymbolTable.build(tree, options.filename(), future);
        return Compiler.compile(tree, table, options, warnings);
    }

    /** Makes the Python exception of a syntax error. */
    private static PythonException raised(PyThreadState ts, SyntaxException e) {
        Object text = Str.of(e.text());
        if (!e.located()) {
            return Errors.make(ts, Exceptions.type(e.kind().typeName()), text);
        }
        String line = e.line();
        PyTuple details = new PyTuple(
                Str.of(e.filename()),
                (long) e.lineno(),
                number(e.offset()),
                line == null ? Singleton.NONE : Str.of(line),
                number(e.endLineno()),
                number(e.endOffset()));
        return Errors.make(ts, Exceptions.type(e.kind().typeName()), text, details);
    }

    /** Makes the Python exception of an error that the compiler found in a tree. */
    private static PythonException raised(PyThreadState ts, CompileException e, String filename) {
        Object text = Str.of(String.valueOf(e.getMessage()));
        Node node = e.node();
        if (node == null) {
            return Errors.make(ts, Exceptions.type("SyntaxError"), text);
        }
        String line = SourceLines.line(ts, filename, node.lineno());
        PyTuple details = new PyTuple(
                Str.of(filename),
                (long) node.lineno(),
                node.colOffset() + 1L,
                line == null ? Singleton.NONE : Str.of(line + "\n"),
                (long) node.endLineno(),
                node.endColOffset() + 1L);
        return Errors.make(ts, Exceptions.type("SyntaxError"), text, details);
    }

    private static Object number(int n) {
        return n == SyntaxException.UNKNOWN ? Singleton.NONE : (Object) (long) n;
    }
}
