package dev.clutch.interp.symtable;

import dev.clutch.interp.parser.SyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second pass: where each name lives ({@code analyze_block} and what it calls). */
final class ScopeAnalysis {
    private final String filename;

    ScopeAnalysis(String filename) {
        this.filename = filename;
    }

    void analyze(Scope top) {
        block(top, null, new HashSet<>(), new HashSet<>(), new HashSet<>(), null);
    }

    private void block(
            Scope scope,
            @Nullable Set<String> bound,
            Set<String> free,
            Set<String> global,
            Set<String> typeParams,
            @Nullable Scope classScope) {
        boolean isClass = scope.kind() == Scope.Kind.CLASS;
        Set<String> newBound = new HashSet<>();
        Set<String> newGlobal = new HashSet<>();
        if (isClass) {
            // The names of a class do not count in its methods, so what they see is taken before the class is looked
            // at.
            newGlobal.addAll(global);
            if (bound != null) {
                newBound.addAll(bound);
            }
        }
        Set<String> local = new HashSet<>();
        for (Symbol s : scope.symbols.values()) {
            name(scope, s, bound, local, free, global, typeParams, classScope);
        }
        if (isClass) {
            newBound.add("__class__");
            newBound.add("__classdict__");
        } else {
            if (scope.isFunctionLike()) {
                newBound.addAll(local);
            }
            if (bound != null) {
                newBound.addAll(bound);
            }
            newGlobal.addAll(global);
        }
        Set<String> newFree = new HashSet<>();
        Set<String> inlinedCells = new HashSet<>();
        children(scope, newBound, newFree, newGlobal, typeParams, classScope, inlinedCells);
        if (scope.isFunctionLike()) {
            cells(scope, newFree, inlinedCells);
        } else if (isClass) {
            scope.needsClassClosure |= newFree.remove("__class__");
            scope.needsClassDict |= newFree.remove("__classdict__");
        }
        update(scope, bound, newFree, inlinedCells, isClass || scope.canSeeClassScope);
        free.addAll(newFree);
    }

    private void children(
            Scope scope,
            Set<String> bound,
            Set<String> free,
            Set<String> global,
            Set<String> typeParams,
            @Nullable Scope classScope,
            Set<String> inlinedCells) {
        boolean splice = false;
        for (Scope child : scope.children) {
            Scope childClass = null;
            if (child.canSeeClassScope) {
                childClass = scope.kind() == Scope.Kind.CLASS ? scope : classScope;
            }
            boolean inline =
                    child.comprehension != Scope.Comprehension.NONE && !child.generator && !scope.canSeeClassScope;
            Set<String> childFree = new HashSet<>();
            block(child, new HashSet<>(bound), childFree, new HashSet<>(global), new HashSet<>(typeParams), childClass);
            if (inline) {
                inline(scope, child, childFree, inlinedCells);
                child.inlined = true;
                splice = true;
            }
            free.addAll(childFree);
            if (child.free || child.childFree) {
                scope.childFree = true;
            }
        }
        if (splice) {
            List<Scope> spliced = new ArrayList<>();
            for (Scope child : scope.children) {
                if (child.inlined) {
                    spliced.addAll(child.children);
                } else {
                    spliced.add(child);
                }
            }
            scope.children = spliced;
        }
    }

    private void name(
            Scope scope,
            Symbol s,
            @Nullable Set<String> bound,
            Set<String> local,
            Set<String> free,
            Set<String> global,
            Set<String> typeParams,
            @Nullable Scope classScope) {
        String name = s.name();
        if (s.is(Symbol.DEF_GLOBAL)) {
            if (s.is(Symbol.DEF_NONLOCAL)) {
                throw errorAtDirective(scope, name, "name '" + name + "' is nonlocal and global");
            }
            s.scope = Symbol.GLOBAL_EXPLICIT;
            global.add(name);
            if (bound != null) {
                bound.remove(name);
            }
        } else if (s.is(Symbol.DEF_NONLOCAL)) {
            if (bound == null) {
                throw errorAtDirective(scope, name, "nonlocal declaration not allowed at module level");
            }
            if (!bound.contains(name)) {
                throw errorAtDirective(scope, name, "no binding for nonlocal '" + name + "' found");
            }
            if (typeParams.contains(name)) {
                throw errorAtDirective(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
            }
            s.scope = Symbol.FREE;
            scope.free = true;
            free.add(name);
        } else if (s.is(Symbol.DEF_BOUND)) {
            s.scope = Symbol.LOCAL;
            local.add(name);
            global.remove(name);
            if (s.is(Symbol.DEF_TYPE_PARAM)) {
                typeParams.add(name);
            } else {
                typeParams.remove(name);
            }
        } else {
            s.scope = used(scope, name, bound, free, global, classScope);
        }
    }

    /** The scope of a name that the block uses without binding it. */
    private static int used(
            Scope scope,
            String name,
            @Nullable Set<String> bound,
            Set<String> free,
            Set<String> global,
            @Nullable Scope classScope) {
        if (classScope != null) {
            // A name of the class is looked up there, then among the globals: never in a function around the class.
            Symbol ofClass = classScope.symbols.get(name);
            if (ofClass != null) {
                if (ofClass.is(Symbol.DEF_GLOBAL)) {
                    return Symbol.GLOBAL_EXPLICIT;
                }
                if (ofClass.is(Symbol.DEF_BOUND) && !ofClass.is(Symbol.DEF_NONLOCAL)) {
                    return Symbol.GLOBAL_IMPLICIT;
                }
            }
        }
        if (bound != null && bound.contains(name)) {
            scope.free = true;
            free.add(name);
            return Symbol.FREE;
        }
        if (!global.contains(name) && scope.nested) {
            scope.free = true;
        }
        return Symbol.GLOBAL_IMPLICIT;
    }

    /** Merges the names of a comprehension into the block around it. */
    private static void inline(Scope scope, Scope comprehension, Set<String> childFree, Set<String> inlinedCells) {
        scope.asksForFrames |= comprehension.asksForFrames;
        for (Symbol s : comprehension.symbols.values()) {
            if (s.is(Symbol.DEF_PARAM)) {
                continue;
            }
            String name = s.name();
            if (s.scope == Symbol.CELL || s.is(Symbol.DEF_COMP_CELL)) {
                inlinedCells.add(name);
            }
            Symbol existing = scope.symbols.get(name);
            if (existing == null) {
                Symbol copy = new Symbol(name, s.flags);
                copy.scope = s.scope;
                if (s.scope == Symbol.FREE && scope.kind() == Scope.Kind.CLASS && name.equals("__class__")) {
                    copy.scope = Symbol.GLOBAL_IMPLICIT;
                    childFree.remove(name);
                }
                scope.symbols.put(name, copy);
            } else if (existing.is(Symbol.DEF_BOUND)
                    && scope.kind() != Scope.Kind.CLASS
                    && !freeInChild(comprehension, name)) {
                childFree.remove(name);
            }
        }
    }

    private static boolean freeInChild(Scope scope, String name) {
        for (Scope child : scope.children) {
            if (child.scopeOf(name) == Symbol.FREE) {
                return true;
            }
        }
        return false;
    }

    private static void cells(Scope scope, Set<String> free, Set<String> inlinedCells) {
        if (free.isEmpty() && inlinedCells.isEmpty()) {
            return;
        }
        for (Symbol s : scope.symbols.values()) {
            if (s.scope == Symbol.LOCAL && (free.contains(s.name()) || inlinedCells.contains(s.name()))) {
                s.scope = Symbol.CELL;
                free.remove(s.name());
            }
        }
    }

    private static void update(
            Scope scope, @Nullable Set<String> bound, Set<String> free, Set<String> inlinedCells, boolean classLike) {
        for (String name : inlinedCells) {
            Symbol s = scope.symbols.get(name);
            if (s != null) {
                s.flags |= Symbol.DEF_COMP_CELL;
            }
        }
        if (free.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(free);
        names.sort(CodePointOrder.INSTANCE);
        for (String name : names) {
            Symbol s = scope.symbols.get(name);
            if (s != null) {
                if (classLike) {
                    s.flags |= Symbol.DEF_FREE_CLASS;
                }
            } else if (bound == null || bound.contains(name)) {
                Symbol passedOn = new Symbol(name, 0);
                passedOn.scope = Symbol.FREE;
                scope.symbols.put(name, passedOn);
            }
        }
    }

    private SyntaxException errorAtDirective(Scope scope, String name, String message) {
        for (Scope.Directive d : scope.directives) {
            if (d.name().equals(name)) {
                return new SyntaxException(
                        SyntaxException.Kind.SYNTAX_ERROR,
                        message,
                        filename,
                        d.lineno(),
                        d.colOffset() + 1,
                        d.endLineno(),
                        d.endColOffset() + 1,
                        null);
            }
        }
        throw new IllegalStateException("no declaration of " + name);
    }
}
