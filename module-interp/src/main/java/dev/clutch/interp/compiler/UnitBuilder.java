package dev.clutch.interp.compiler;

import dev.clutch.extension.spi.Singleton;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import dev.clutch.interp.object.PyCode;
import dev.clutch.interp.object.PyComplex;
import dev.clutch.interp.object.PyTuple;
import dev.clutch.interp.object.bytes.PyBytes;
import dev.clutch.interp.parser.WarningListener;
import dev.clutch.interp.symtable.Mangling;
import dev.clutch.interp.symtable.Scope;
import dev.clutch.interp.symtable.Symbol;
import dev.clutch.interp.symtable.SymbolTable;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One program while it is compiled: its code objects, constants and classes. */
final class UnitBuilder {
    final CompileOptions options;
    final SymbolTable table;
    final Refs refs = new Refs();
    final Folder folder;
    final Suspicions suspicions;
    final boolean futureAnnotations;
    /** The line of the last import of future features at the beginning, or -1. */
    int lastFutureLine = -1;
    /** The program's code object without tracing, when this is its twin for tracing. */
    @Nullable
    PyCode twinOf;

    final Object none = Singleton.NONE;
    private final ClassWriter classes;
    private final ArrayList<CodeInfo> codes = new ArrayList<>();

    UnitBuilder(CompileOptions options, SymbolTable table, boolean futureAnnotations, WarningListener warnings) {
        this.suspicions = new Suspicions(options.filename(), warnings);
        this.options = options;
        this.table = table;
        this.futureAnnotations = futureAnnotations;
        this.folder = new Folder(options.optimise() == CompileOptions.DECIDED_LATER ? null : options.optimise() == 0);
        this.classes = new ClassWriter(this);
    }

    List<CodeInfo> codes() {
        return codes;
    }

    // ---- code objects

    CodeInfo newCode(@Nullable FunctionEmitter outer, Scope scope, String name, int firstline) {
        CodeInfo code = new CodeInfo(codes.size(), name, qualname(outer, name), firstline);
        codes.add(code);
        code.freevars = scope.freeNames();
        List<String> cells = scope.cellNames();
        ArrayList<String> ordered = new ArrayList<>();
        for (String p : scope.parameters()) {
            if (cells.contains(p)) {
                ordered.add(p);
            }
        }
        for (String c : cells) {
            if (!ordered.contains(c)) {
                ordered.add(c);
            }
        }
        if (scope.kind() == Scope.Kind.CLASS) {
            if (scope.needsClassClosure()) {
                ordered.add("__class__");
            }
            if (scope.needsClassDict()) {
                ordered.add("__classdict__");
            }
        }
        code.cellvars = ordered;
        code.flags = options.futureFlags() | (futureAnnotations ? 0x1000000 : 0);
        code.traced = twinOf != null || LiveLocals.traced(scope);
        code.liveLocals = scope.isFunctionLike() && (code.traced || LiveLocals.needed(scope));
        if (twinOf != null) {
            // both use the caches of one function, so that each needs its own places
            code.cacheSize = Twins.sibling(twinOf, code.id).cacheSize;
        }
        return code;
    }

    /** Answers to {@code compiler_set_qualname}. */
    private static String qualname(@Nullable FunctionEmitter outer, String name) {
        FunctionEmitter o = outer;
        if (o != null && (o.scope.kind() == Scope.Kind.TYPE_PARAM || o.scope.kind() == Scope.Kind.TYPE_VAR_BOUND)) {
            o = o.parent;
        }
        if (o == null || o.parent == null) {
            return name;
        }
        if (!name.startsWith("<") && o.scope.scopeOf(Mangling.mangle(o.privateName, name)) == Symbol.GLOBAL_EXPLICIT) {
            return name;
        }
        boolean locals = (o.scope.kind() == Scope.Kind.FUNCTION || o.scope.kind() == Scope.Kind.TYPE_ALIAS)
                && !o.info.comprehension;
        return locals ? o.info.qualname + ".<locals>." + name : o.info.qualname + "." + name;
    }

    FunctionEmitter begin(
            @Nullable FunctionEmitter outer,
            CodeInfo code,
            Scope scope,
            @Nullable String privateName,
            boolean namespace) {
        code.body = classes.current();
        code.method = ClassWriter.methodName(code.name, code.id);
        code.unbound = Unbinding.names(scope, privateName);
        return new FunctionEmitter(this, outer, code, scope, privateName, namespace);
    }

    /** Completes a body and keeps its methods. */
    void finish(FunctionEmitter e) {
        e.complete();
        CodeInfo code = e.info;
        int count = e.scope.parameters().size();
        code.jvmParameters = code.namespace ? 1 : e.vars.arrayParameters ? -1 : count;
        if (e.vars.generator) {
            CodeBuffer stub = new CodeBuffer();
            stub.aload(0);
            stub.aload(1);
            e.vars.pushInitialLocals(stub, code.localsSize);
            stub.invokestatic(refs.op("Generators", "make", "(TFA)O"));
            stub.op(Opcode.ARETURN);
            classes.method(body(code), code.method, bodyType(code), stub);
            code.resumeMethod = code.method + "$resume";
            classes.method(body(code), code.resumeMethod, "(TGO)O", e.b);
        } else {
            classes.method(body(code), code.method, bodyType(code), e.b);
        }
        code.fingerprint ^= e.b.fingerprint();
        for (Object constant : code.consts) {
            code.fingerprint = code.fingerprint * 31
                    + (constant instanceof CodeInfo nested
                            ? nested.fingerprint
                            : key(constant).hashCode());
        }
    }

    private static ClassDesc body(CodeInfo code) {
        ClassDesc body = code.body;
        if (body == null) {
            throw new IllegalStateException(code.qualname + " has no class");
        }
        return body;
    }

    /** Completes a continuation and keeps its method. */
    MethodRef finishContinuation(FunctionEmitter part) {
        part.complete();
        CodeInfo code = part.info;
        String name = code.method + "$part" + code.continuations++;
        String type = part.vars.namespace ? "(TFO)O" : "(TFA)O";
        ClassDesc owner = classes.current();
        classes.method(owner, name, type, part.b);
        code.fingerprint = code.fingerprint * 31 + part.b.fingerprint();
        return new MethodRef(owner, name, refs.type(type));
    }

    /** How far compilation has come, to go back to. */
    record Mark(int codes, List<Integer> methods) {}

    Mark mark() {
        return new Mark(codes.size(), classes.methodCounts());
    }

    /** Forgets the code objects and methods since a mark. */
    void reset(Mark mark) {
        codes.subList(mark.codes, codes.size()).clear();
        classes.reset(mark.methods);
    }

    static String bodyType(CodeInfo code) {
        return code.jvmParameters < 0 ? "(TFA)O" : "(TF" + "O".repeat(code.jvmParameters) + ")O";
    }

    void pushCode(FunctionEmitter f, CodeInfo code) {
        if (!f.b.live()) {
            return;
        }
        if (f.info.constantKeys.add(code)) {
            f.info.consts.add(code);
        }
        if (twinOf != null) {
            f.loadFunction();
            f.b.iconst(code.id);
            f.op("Tracing", "nested", "(FI)K");
            return;
        }
        f.b.getstatic(new FieldRef(classes.entry(code), "c" + code.id, Refs.CODE));
    }

    CompiledUnit build() {
        return classes.build();
    }

    // ---- constants

    /** Pushes a constant and lists it in {@code co_consts}. */
    void pushConstant(FunctionEmitter f, Object value) {
        noteConstant(f, value);
        pushConstantOf(f, value);
    }

    void pushConstantOf(FunctionEmitter f, Object value) {
        CodeBuffer b = f.b;
        if (!b.live()) {
            return;
        }
        if (value == Singleton.NONE) {
            b.getstatic(Refs.NONE);
        } else if (value == Singleton.ELLIPSIS) {
            b.getstatic(Refs.ELLIPSIS);
        } else if (value instanceof Boolean t) {
            b.getstatic(t ? Refs.TRUE : Refs.FALSE);
        } else if (value instanceof String s && s.length() < 10000) {
            b.ldc(s);
        } else {
            b.getstatic(classes.constant(value, key(value)));
        }
    }

    void noteConstant(FunctionEmitter f, Object value) {
        if (f.info.constantKeys.add(key(value))) {
            f.info.consts.add(value);
        }
    }

    /** Two constants with equal keys are the same one: type, value and sign of zero count. */
    static Object key(Object value) {
        if (value instanceof String s) {
            return "str" + s;
        }
        if (value instanceof PyTuple t) {
            ArrayList<Object> keys = new ArrayList<>();
            keys.add("tuple");
            for (Object o : t.items()) {
                keys.add(key(o));
            }
            return keys;
        }
        if (value instanceof PyComplex c) {
            return List.of("complex", c.re, c.im);
        }
        if (value instanceof PyBytes y) {
            return "bytes" + new String(y.value(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
        return value instanceof Singleton s ? s.name() : value;
    }

    void pushNames(FunctionEmitter f, String[] names) {
        if (f.b.live()) {
            f.b.getstatic(classes.names(names));
        }
    }

    // ---- bodies

    /** The docstring of a body, or null. */
    @Nullable
    Object docstring(List<Stmt> body) {
        if (!body.isEmpty()
                && body.getFirst() instanceof Stmt.ExprStmt s
                && s.value() instanceof Expr.Constant c
                && (c.value() instanceof String || c.value() instanceof dev.clutch.extension.spi.CodePoints)) {
            return options.optimise() > 1 ? null : c.value();
        }
        return null;
    }

    /** Answers to {@code find_ann}. */
    boolean hasAnnotations(List<Stmt> body) {
        for (Stmt s : body) {
            if (s.tag() == Stmt.ANN_ASSIGN) {
                return true;
            }
            for (List<Stmt> inner : Bodies.of(s)) {
                if (hasAnnotations(inner)) {
                    return true;
                }
            }
        }
        return false;
    }

    void setupAnnotations(FunctionEmitter f, Node where) {
        f.at(where);
        f.loadState();
        f.b.aload(f.vars.namespaceSlot);
        f.op("Globals", "setupAnnotations", "(TO)V");
    }

    String unparse(Expr e) {
        return new Unparser().text(e);
    }

    ClassDesc mainClass() {
        return classes.entry(codes.getFirst());
    }
}
