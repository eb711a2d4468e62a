package dev.clutch.interp.build;

import dev.clutch.interp.imports.Library;
import dev.clutch.interp.object.LibraryModules;
import dev.clutch.interp.object.PyCode;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the subclass of {@link LibraryModules}. */
final class LibraryModulesWriter {
    private static final ClassDesc SUPERCLASS =
            LibraryModules.class.describeConstable().orElseThrow();
    private static final ClassDesc CODE = PyCode.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc ENGINE = MethodTypeDesc.of(ConstantDescs.CD_long);
    private static final MethodTypeDesc FIND = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_String);
    private static final MethodTypeDesc GET = MethodTypeDesc.of(CODE, ConstantDescs.CD_int);

    private final List<String> stems;
    private final long engine;

    private LibraryModulesWriter(List<String> stems, long engine) {
        this.stems = stems;
        this.engine = engine;
    }

    /** Returns the class file for modules of such stems, compiled by an engine of that fingerprint. */
    static byte[] write(List<String> stems, long engine) {
        return ClassFile.of()
                .build(ClassDesc.of(LibraryModules.CLASS_NAME), new LibraryModulesWriter(stems, engine)::members);
    }

    private void members(ClassBuilder c) {
        c.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
        c.withSuperclass(SUPERCLASS);
        c.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_PUBLIC,
                b -> b.aload(0)
                        .invokespecial(SUPERCLASS, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_());
        c.withMethodBody(
                "engine",
                ENGINE,
                ClassFile.ACC_PUBLIC,
                b -> b.loadConstant(engine).lreturn());
        c.withMethodBody("find", FIND, ClassFile.ACC_PUBLIC, this::find);
        c.withMethodBody("code", GET, ClassFile.ACC_PUBLIC, this::code);
    }

    /** A switch on the hash of the text. */
    private void find(CodeBuilder b) {
        Map<Integer, List<Integer>> byHash = new TreeMap<>();
        for (int i = 0; i < stems.size(); i++) {
            byHash.computeIfAbsent(stems.get(i).hashCode(), h -> new ArrayList<>())
                    .add(i);
        }
        Label none = b.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int hash : byHash.keySet()) {
            cases.add(SwitchCase.of(hash, b.newLabel()));
        }
        b.aload(1).invokevirtual(ConstantDescs.CD_String, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int));
        b.lookupswitch(none, cases);
        for (SwitchCase each : cases) {
            b.labelBinding(each.target());
            for (int number : byHash.getOrDefault(each.caseValue(), List.of())) {
                Label other = b.newLabel();
                b.ldc(stems.get(number)).aload(1);
                b.invokevirtual(
                        ConstantDescs.CD_String,
                        "equals",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object));
                b.ifeq(other).loadConstant(number).ireturn();
                b.labelBinding(other);
            }
            b.goto_w(none);
        }
        b.labelBinding(none);
        b.iconst_m1().ireturn();
    }

    private void code(CodeBuilder b) {
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < stems.size(); i++) {
            cases.add(SwitchCase.of(i, b.newLabel()));
        }
        Label none = b.newLabel();
        b.iload(1).tableswitch(0, stems.size() - 1, none, cases);
        for (SwitchCase each : cases) {
            b.labelBinding(each.target());
            b.getstatic(ClassDesc.of(Library.className(stems.get(each.caseValue())) + "$E0"), "c0", CODE)
                    .areturn();
        }
        b.labelBinding(none);
        b.aconst_null().areturn();
    }
}
