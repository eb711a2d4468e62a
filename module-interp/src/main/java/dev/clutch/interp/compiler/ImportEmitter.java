package dev.clutch.interp.compiler;

import dev.clutch.interp.ast.Alias;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.Stmt;
import java.lang.classfile.Opcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports. */
final class ImportEmitter {
    private final FunctionEmitter f;

    ImportEmitter(FunctionEmitter f) {
        this.f = f;
    }

    void importModules(Stmt.Import s) {
        for (Alias alias : s.names()) {
            String name = alias.name();
            importName(name, null, 0, s);
            int dot = name.indexOf('.');
            if (alias.asname() == null) {
                f.names.store(dot < 0 ? name : name.substring(0, dot));
                continue;
            }
            while (dot >= 0) {
                int next = name.indexOf('.', dot + 1);
                importAttribute(name.substring(dot + 1, next < 0 ? name.length() : next), s);
                dot = next;
            }
            f.names.store(alias.asname());
        }
    }

    /** Replaces the module on the operand stack by its submodule. */
    private void importAttribute(String name, Node where) {
        String attribute = f.names.mangle(name);
        f.info.names.add(attribute);
        f.loadState();
        f.b.op(Opcode.SWAP);
        f.b.ldc(attribute);
        f.at(where);
        f.op("Imports", "from", "(TOS)O");
    }

    private void importName(String written, String @Nullable [] from, int level, Node where) {
        String name = f.names.mangle(written);
        f.info.names.add(name);
        f.loadState();
        f.loadFunction();
        if (f.vars.namespaceSlot >= 0) {
            f.b.aload(f.vars.namespaceSlot);
        } else {
            f.none();
        }
        f.b.ldc(name);
        if (from == null) {
            f.b.op(Opcode.ACONST_NULL);
        } else {
            f.unit.pushNames(f, from);
        }
        f.b.iconst(level);
        f.at(where);
        f.op("Imports", "name", "(TFOSNI)O");
    }

    void importFrom(Stmt.ImportFrom s) {
        List<Alias> names = s.names();
        String[] from = new String[names.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = names.get(i).name();
        }
        String module = s.module();
        if ("__future__".equals(module) && s.level() == 0 && s.lineno() > f.unit.lastFutureLine) {
            throw new CompileException("from __future__ imports must occur at the beginning of the file", s);
        }
        importName(module == null ? "" : module, from, s.level(), s);
        if (from.length == 1 && from[0].equals("*")) {
            if (f.scope.isFunctionLike()) {
                throw new CompileException("import * only allowed at module level", s);
            }
            f.loadState();
            f.b.op(Opcode.SWAP);
            f.b.aload(f.vars.namespaceSlot);
            f.at(s);
            f.op("Imports", "star", "(TOO)V");
            return;
        }
        int temp = f.vars.newTemp();
        f.b.astore(temp);
        for (Alias alias : names) {
            f.b.aload(temp);
            importAttribute(alias.name(), s);
            f.names.store(alias.asname() == null ? alias.name() : alias.asname());
        }
        f.vars.free(temp);
    }
}
