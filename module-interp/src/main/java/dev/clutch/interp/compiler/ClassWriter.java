package dev.clutch.interp.compiler;

import dev.clutch.interp.object.CompiledCode;
import dev.clutch.interp.object.PyCode;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes the classes of a unit: bodies, with the methods and constants, and entries, with the code objects and the switches that a {@link
 * dev.clutch.interp.object.Vectorcall} dispatches on.
 */
final class ClassWriter {
    /** Code objects of one entry class; a longer switch is slower than the call behind it. */
    static final int CHUNK = CompiledCode.PER_CLASS;

    /** Flags of the fields: the compiler makes them, code of a neighbour class reads them, only the initialiser writes them. */
    private static final int MADE = ClassFile.ACC_STATIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC;

    private static final int MAX_BODY_BYTES = 400_000;
    private static final int MAX_BODY_CONSTANTS = 2000;
    private static final int MAX_NESTED = 1000;

    private static final ClassHierarchyResolver HIERARCHY = type -> type.isArray()
            ? null
            : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(type.equals(Refs.OBJECT) ? null : Refs.OBJECT);

    /** Bytes beyond which a method is kept as data: far jumps make it longer than estimated. */
    private static final int MAX_METHOD_BYTES = 48_000;
    /** Entries of the constant pool, of which a class has 65,535. */
    private static final int MAX_POOL = 40_000;

    private record Method(String name, MethodTypeDesc type, CodeBuffer buffer) {
        boolean isLong() {
            return buffer.bytes() > MAX_METHOD_BYTES || buffer.poolEntries() > MAX_POOL / 2;
        }
    }

    private static final class Body {
        final ClassDesc type;
        final ArrayList<Method> methods = new ArrayList<>();
        final ConstantEncoder encoder = new ConstantEncoder();
        final HashMap<Object, FieldRef> fields = new HashMap<>();
        final ArrayList<FieldRef> order = new ArrayList<>();
        int bytes;
        int pool;

        Body(ClassDesc type) {
            this.type = type;
        }
    }

    private final UnitBuilder unit;
    private final ArrayList<Body> bodies = new ArrayList<>();

    ClassWriter(UnitBuilder unit) {
        this.unit = unit;
    }

    static String methodName(String name, int id) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            b.append(c == '.' || c == ';' || c == '[' || c == '/' || c == '<' || c == '>' || c == ' ' ? '_' : c);
        }
        if (b.length() > 200) {
            b.setLength(200);
        }
        return b.append('$').append(id).toString();
    }

    private Body body() {
        if (bodies.isEmpty()
                || bodies.getLast().bytes > MAX_BODY_BYTES
                || bodies.getLast().pool > MAX_POOL / 2
                || bodies.getLast().order.size() > MAX_BODY_CONSTANTS) {
            bodies.add(
                    new Body(ClassDesc.of(unit.options.className() + (bodies.isEmpty() ? "" : "$B" + bodies.size()))));
        }
        return bodies.getLast();
    }

    /** Returns the class that takes the next methods. */
    ClassDesc current() {
        return body().type;
    }

    /** Returns the entry class of a code object. */
    ClassDesc entry(CodeInfo code) {
        return entry(code.id / CHUNK);
    }

    private ClassDesc entry(int chunk) {
        return ClassDesc.of(unit.options.className() + "$E" + chunk);
    }

    void method(ClassDesc owner, String name, String type, CodeBuffer buffer) {
        for (Body b : bodies) {
            if (b.type.equals(owner)) {
                Method method = new Method(name, unit.refs.type(type), buffer);
                b.methods.add(method);
                if (!method.isLong()) {
                    b.bytes += buffer.bytes();
                    b.pool += buffer.poolEntries();
                }
                return;
            }
        }
        throw new IllegalArgumentException("no class " + owner.descriptorString());
    }

    /** The number of methods of each class. */
    List<Integer> methodCounts() {
        ArrayList<Integer> counts = new ArrayList<>();
        for (Body b : bodies) {
            counts.add(b.methods.size());
        }
        return counts;
    }

    /** Forgets the methods beyond such counts. */
    void reset(List<Integer> counts) {
        for (int i = 0; i < bodies.size(); i++) {
            ArrayList<Method> methods = bodies.get(i).methods;
            methods.subList(i < counts.size() ? counts.get(i) : 0, methods.size())
                    .clear();
        }
    }

    FieldRef constant(Object value, Object key) {
        Body body = body();
        FieldRef field = body.fields.get(key);
        if (field == null) {
            field = new FieldRef(body.type, "k" + body.order.size(), Refs.OBJECT);
            body.fields.put(key, field);
            body.order.add(field);
            body.encoder.value(value);
        }
        return field;
    }

    FieldRef names(String[] names) {
        Body body = body();
        List<String> key = List.of(names);
        FieldRef field = body.fields.get(key);
        if (field == null) {
            field = new FieldRef(body.type, "k" + body.order.size(), Refs.STRINGS);
            body.fields.put(key, field);
            body.order.add(field);
            body.encoder.names(names);
        }
        return field;
    }

    CompiledUnit build() {
        ClassFile classFile = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(HIERARCHY), ClassFile.DeadCodeOption.KEEP_DEAD_CODE);
        LinkedHashMap<String, byte[]> classes = new LinkedHashMap<>();
        for (Body body : bodies) {
            classes.put(name(body.type), classFile.build(body.type, cb -> writeBody(cb, body)));
        }
        int chunks = (unit.codes().size() + CHUNK - 1) / CHUNK;
        for (int i = 0; i < chunks; i++) {
            int chunk = i;
            classes.put(name(entry(chunk)), classFile.build(entry(chunk), cb -> writeEntry(cb, chunk)));
        }
        return new CompiledUnit(classes, name(entry(0)));
    }

    private static String name(ClassDesc type) {
        String d = type.descriptorString();
        return d.substring(1, d.length() - 1).replace('/', '.');
    }

    private void header(ClassBuilder cb, ClassDesc superclass) {
        cb.withVersion(ClassFile.JAVA_25_VERSION, 0);
        cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        cb.withSuperclass(superclass);
        cb.with(SourceFileAttribute.of(unit.options.filename()));
    }

    private static void decoder(CodeBuilder c, ConstantEncoder encoder) {
        c.new_(Refs.CONSTANTS)
                .dup()
                .invokespecial(Refs.CONSTANTS, "<init>", ConstantDescs.MTD_void)
                .astore(0);
        for (String chunk : encoder.chunks()) {
            c.aload(0)
                    .ldc(chunk)
                    .invokevirtual(Refs.CONSTANTS, "add", MethodTypeDesc.of(ConstantDescs.CD_void, Refs.STRING));
        }
    }

    private void writeBody(ClassBuilder cb, Body body) {
        header(cb, Refs.COMPILED_BODY);
        for (FieldRef field : body.order) {
            cb.withField(field.name(), field.type(), MADE);
        }
        ArrayList<Method> longMethods = new ArrayList<>();
        for (Method m : body.methods) {
            if (m.isLong()) {
                cb.withField("long" + longMethods.size(), Refs.LONG_METHOD, MADE);
                longMethods.add(m);
            }
        }
        if (!body.order.isEmpty() || !longMethods.isEmpty()) {
            cb.withMethodBody("<clinit>", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, c -> {
                decoder(c, body.encoder);
                for (FieldRef field : body.order) {
                    boolean names = field.type().isArray();
                    c.aload(0)
                            .invokevirtual(Refs.CONSTANTS, names ? "names" : "value", MethodTypeDesc.of(field.type()));
                    c.putstatic(body.type, field.name(), field.type());
                }
                for (int i = 0; i < longMethods.size(); i++) {
                    ConstantEncoder encoder = new ConstantEncoder();
                    longMethods.get(i).buffer.encode(encoder);
                    decoder(c, encoder);
                    c.aload(0)
                            .invokestatic(LOOKUPS, "lookup", MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup))
                            .invokevirtual(
                                    Refs.CONSTANTS,
                                    "longMethod",
                                    MethodTypeDesc.of(Refs.LONG_METHOD, ConstantDescs.CD_MethodHandles_Lookup));
                    c.putstatic(body.type, "long" + i, Refs.LONG_METHOD);
                }
                c.return_();
            });
        }
        for (Method m : body.methods) {
            if (m.isLong()) {
                String field = "long" + longMethods.indexOf(m);
                cb.withMethodBody(m.name, m.type, ClassFile.ACC_STATIC, c -> writeLong(c, body, m, field));
            } else {
                cb.withMethodBody(m.name, m.type, ClassFile.ACC_STATIC, m.buffer::replay);
            }
        }
    }

    private static final ClassDesc LOOKUPS = ClassDesc.of("java.lang.invoke.MethodHandles");

    /** Writes the method that runs instructions kept as data. */
    private static void writeLong(CodeBuilder c, Body body, Method m, String field) {
        int count = m.type.parameterCount();
        c.lineNumber(m.buffer.firstLine());
        c.getstatic(body.type, field, Refs.LONG_METHOD).loadConstant(count).anewarray(Refs.OBJECT);
        for (int i = 0; i < count; i++) {
            c.dup().loadConstant(i).aload(i).aastore();
        }
        c.invokevirtual(Refs.LONG_METHOD, "run", MethodTypeDesc.of(Refs.OBJECT, Refs.OBJECTS));
        c.areturn();
    }

    // ---- entries

    private List<CodeInfo> chunk(int chunk) {
        return unit.codes().subList(chunk * CHUNK, Math.min(unit.codes().size(), (chunk + 1) * CHUNK));
    }

    private void writeEntry(ClassBuilder cb, int chunk) {
        ClassDesc type = entry(chunk);
        List<CodeInfo> codes = chunk(chunk);
        header(cb, Refs.COMPILED_CODE);
        MethodTypeDesc init = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
        cb.withMethodBody(
                "<init>",
                init,
                ClassFile.ACC_PRIVATE,
                c -> c.aload(0)
                        .iload(1)
                        .invokespecial(Refs.COMPILED_CODE, "<init>", init)
                        .return_());
        ConstantEncoder encoder = new ConstantEncoder();
        for (CodeInfo code : codes) {
            cb.withField("c" + code.id, Refs.CODE, MADE | ClassFile.ACC_PUBLIC);
            metadata(encoder, code);
        }
        cb.withMethodBody("<clinit>", ConstantDescs.MTD_void, ClassFile.ACC_STATIC, c -> {
            decoder(c, encoder);
            for (CodeInfo code : codes) {
                c.aload(0).new_(type).dup().loadConstant(code.id % CHUNK).invokespecial(type, "<init>", init);
                c.invokevirtual(Refs.CONSTANTS, "code", MethodTypeDesc.of(Refs.CODE, Refs.COMPILED_CODE));
                c.putstatic(type, "c" + code.id, Refs.CODE);
            }
            c.return_();
        });
        for (int arity = 0; arity <= 4; arity++) {
            writeCall(cb, codes, arity);
        }
        writeBound(cb, codes);
        writeResume(cb, codes);
        writeNested(cb, codes);
    }

    /** Writes the way from a code object to those in its constants, which may be in other classes. */
    private void writeNested(ClassBuilder cb, List<CodeInfo> codes) {
        TreeMap<Integer, CodeInfo> nested = new TreeMap<>();
        for (CodeInfo code : codes) {
            for (Object constant : code.consts) {
                if (constant instanceof CodeInfo c) {
                    nested.put(c.id, c);
                }
            }
        }
        if (nested.isEmpty() || nested.size() > MAX_NESTED) {
            return; // CompiledCode finds those of very many by their names
        }
        MethodTypeDesc type = MethodTypeDesc.of(Refs.CODE, ConstantDescs.CD_int);
        cb.withMethodBody("nested", type, ClassFile.ACC_PUBLIC, c -> {
            Label otherwise = c.newLabel();
            ArrayList<SwitchCase> cases = new ArrayList<>();
            for (int id : nested.keySet()) {
                cases.add(SwitchCase.of(id, c.newLabel()));
            }
            c.iload(1).lookupswitch(otherwise, cases);
            for (SwitchCase each : cases) {
                c.labelBinding(each.target());
                c.getstatic(entry(each.caseValue() / CHUNK), "c" + each.caseValue(), Refs.CODE)
                        .areturn();
            }
            c.labelBinding(otherwise);
            c.aload(0)
                    .iload(1)
                    .invokespecial(Refs.COMPILED_CODE, "nested", type)
                    .areturn();
        });
    }

    private void metadata(ConstantEncoder e, CodeInfo code) {
        e.text(code.name);
        e.text(code.qualname);
        e.text(unit.options.filename());
        e.number(code.flags);
        e.number(code.argcount);
        e.number(code.posonlyargcount);
        e.number(code.kwonlyargcount);
        e.number(code.firstlineno);
        e.names(code.varnames);
        e.names(code.cellvars);
        e.names(code.freevars);
        e.number(code.cacheSize);
        e.number(code.cleanup && code.generatorLike() ? 1 : 0);
        e.fingerprint(code.fingerprint);
        ConstantEncoder details = new ConstantEncoder();
        details.names(new ArrayList<>(code.names));
        details.number(code.consts.size());
        for (Object constant : code.consts) {
            if (constant instanceof CodeInfo nested) {
                details.code(nested.id);
            } else {
                details.value(constant);
            }
        }
        details.positions(code.positions());
        e.packed(details);
    }

    /** Whether a call with so many positional arguments needs no binding but defaults. */
    private static boolean direct(CodeInfo code, int arity) {
        if (code.namespace) {
            return arity == 1;
        }
        boolean plain = (code.flags & (PyCode.CO_VARARGS | PyCode.CO_VARKEYWORDS)) == 0
                && code.kwonlyargcount == 0
                && code.jvmParameters >= 0;
        return plain && arity <= code.argcount && arity >= code.argcount - code.defaultCount;
    }

    private void writeCall(ClassBuilder cb, List<CodeInfo> codes, int arity) {
        ArrayList<CodeInfo> direct = new ArrayList<>();
        for (CodeInfo code : codes) {
            if (direct(code, arity)) {
                direct.add(code);
            }
        }
        if (direct.isEmpty()) {
            return;
        }
        MethodTypeDesc type = unit.refs.type("(TO" + "O".repeat(arity) + ")O");
        cb.withMethodBody("call" + arity, type, ClassFile.ACC_PUBLIC, c -> {
            Label otherwise = c.newLabel();
            Label start = c.newBoundLabel();
            dispatch(c, direct, otherwise, code -> {
                c.aload(1).aload(2).checkcast(Refs.FUNCTION);
                for (int i = 0; i < arity; i++) {
                    c.aload(3 + i);
                }
                for (int i = arity; i < code.argcount && !code.namespace; i++) {
                    c.aload(1).aload(2).checkcast(Refs.FUNCTION).loadConstant(i).loadConstant(arity);
                    c.invokestatic(
                            ClassDesc.of("dev.clutch.interp.object.Binder"), "missing", unit.refs.type("(TFII)O"));
                }
                c.invokestatic(owner(code), code.method, unit.refs.type(UnitBuilder.bodyType(code)));
                c.areturn();
            });
            Label end = c.newBoundLabel();
            diverted(c, start, end);
            for (int i = 0; i < arity; i++) {
                c.aload(3 + i);
            }
            c.invokevirtual(Refs.COMPILED_CODE, "diverted" + arity, unit.refs.type("(TF" + "O".repeat(arity) + ")O"));
            c.areturn();
            c.labelBinding(otherwise);
            c.aload(0).aload(1).aload(2);
            for (int i = 0; i < arity; i++) {
                c.aload(3 + i);
            }
            c.invokespecial(Refs.COMPILED_CODE, "call" + arity, type).areturn();
        });
    }

    /** Begins the handler for code that is sent back at its entry, to be called with events. */
    private static void diverted(CodeBuilder c, Label start, Label end) {
        Label handler = c.newBoundLabel();
        c.exceptionCatch(start, end, handler, Refs.DIVERTED);
        c.pop().aload(0).aload(1).aload(2).checkcast(Refs.FUNCTION);
    }

    private interface Case {
        void write(CodeInfo code);
    }

    private static ClassDesc owner(CodeInfo code) {
        ClassDesc body = code.body;
        if (body == null) {
            throw new IllegalStateException(code.qualname + " has no body");
        }
        return body;
    }

    private static void dispatch(CodeBuilder c, List<CodeInfo> codes, Label otherwise, Case each) {
        ArrayList<SwitchCase> cases = new ArrayList<>();
        ArrayList<Label> labels = new ArrayList<>();
        for (CodeInfo code : codes) {
            Label label = c.newLabel();
            labels.add(label);
            cases.add(SwitchCase.of(code.id % CHUNK, label));
        }
        c.aload(0).getfield(Refs.COMPILED_CODE, "id", ConstantDescs.CD_int);
        c.tableswitch(codes.getFirst().id % CHUNK, codes.getLast().id % CHUNK, otherwise, cases);
        for (int i = 0; i < labels.size(); i++) {
            c.labelBinding(labels.get(i));
            each.write(codes.get(i));
        }
    }

    private void writeBound(ClassBuilder cb, List<CodeInfo> codes) {
        MethodTypeDesc type = unit.refs.type("(TFA)O");
        cb.withMethodBody("bound", type, ClassFile.ACC_PUBLIC, c -> {
            Label otherwise = c.newLabel();
            Label start = c.newBoundLabel();
            dispatch(c, codes, otherwise, code -> {
                c.aload(1).aload(2);
                if (code.jvmParameters < 0) {
                    c.aload(3);
                }
                for (int i = 0; i < code.jvmParameters; i++) {
                    c.aload(3).loadConstant(i).arrayLoad(TypeKind.REFERENCE);
                }
                c.invokestatic(owner(code), code.method, unit.refs.type(UnitBuilder.bodyType(code)));
                c.areturn();
            });
            Label end = c.newBoundLabel();
            diverted(c, start, end);
            c.aload(3).invokevirtual(Refs.COMPILED_CODE, "diverted", type).areturn();
            c.labelBinding(otherwise);
            c.aconst_null().areturn();
        });
    }

    private void writeResume(ClassBuilder cb, List<CodeInfo> codes) {
        ArrayList<CodeInfo> generators = new ArrayList<>();
        for (CodeInfo code : codes) {
            if (code.resumeMethod != null) {
                generators.add(code);
            }
        }
        if (generators.isEmpty()) {
            return;
        }
        MethodTypeDesc type = unit.refs.type("(TGO)O");
        cb.withMethodBody("resume", type, ClassFile.ACC_PUBLIC, c -> {
            Label otherwise = c.newLabel();
            dispatch(c, generators, otherwise, code -> {
                String method = code.resumeMethod;
                c.aload(1).aload(2).aload(3);
                c.invokestatic(owner(code), method == null ? "" : method, type).areturn();
            });
            c.labelBinding(otherwise);
            c.aconst_null().areturn();
        });
    }
}
