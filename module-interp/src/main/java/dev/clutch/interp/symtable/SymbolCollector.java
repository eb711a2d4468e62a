package dev.clutch.interp.symtable;

import dev.clutch.interp.ast.Arg;
import dev.clutch.interp.ast.Arguments;
import dev.clutch.interp.ast.Expr;
import dev.clutch.interp.ast.Mod;
import dev.clutch.interp.ast.Node;
import dev.clutch.interp.ast.TypeParam;
import dev.clutch.interp.parser.SyntaxException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the first pass: the blocks being visited, and how names are entered into them. */
final class SymbolCollector {
    /** CPython's recursion limit for this pass. */
    private static final int MAX_DEPTH = 2996;
    /** Blocks in blocks. CPython has no limit of its own for them; the analysis recurses per block. */
    private static final int MAX_BLOCKS = 1000;

    final String filename;
    final boolean futureAnnotations;
    private final IdentityHashMap<Object, Scope> scopes = new IdentityHashMap<>();
    private final ArrayList<Scope> stack = new ArrayList<>();
    private LinkedHashMap<String, Symbol> globals = new LinkedHashMap<>();
    /** The block being visited. Only the visit of a module's body happens without enclosing block. */
    Scope current;
    /** The class whose private names are mangled. */
    @Nullable
    String privateClass;

    private int depth;

    SymbolCollector(String filename, boolean futureAnnotations) {
        this.filename = filename;
        this.futureAnnotations = futureAnnotations;
        this.current = new Scope(Scope.Kind.MODULE, "top", this, 0, 0, 0, 0);
    }

    IdentityHashMap<Object, Scope> scopes() {
        return scopes;
    }

    /** Notes that the current block looks an attribute up. */
    void attribute(String name) {
        if (name.equals("_getframe") || name.equals("currentframe")) {
            current.asksForFrames = true;
        }
    }

    Scope collect(Mod tree) {
        Scope top = new Scope(Scope.Kind.MODULE, "top", tree, 0, 0, 0, 0);
        scopes.put(tree, top);
        stack.add(top);
        globals = top.symbols;
        current = top;
        StatementVisitor statements = new StatementVisitor(this);
        switch (tree.tag()) {
            case Mod.MODULE:
                statements.statements(((Mod.Module) tree).body());
                break;
            case Mod.INTERACTIVE:
                statements.statements(((Mod.Interactive) tree).body());
                break;
            case Mod.EXPRESSION:
                statements.expressions.expression(((Mod.Expression) tree).body());
                break;
            default:
                throw new IllegalArgumentException("this compiler does not handle FunctionTypes");
        }
        return top;
    }

    // ---- blocks

    void enter(Scope.Kind kind, String name, Object key, Node where) {
        Scope scope =
                new Scope(kind, name, key, where.lineno(), where.colOffset(), where.endLineno(), where.endColOffset());
        scope.nested = current.nested || current.isFunctionLike();
        scope.iterationExpressions = current.iterationExpressions;
        scopes.put(key, scope);
        if (stack.size() > MAX_BLOCKS) {
            throw tooDeep();
        }
        stack.add(scope);
        // Annotation blocks become strings: they leave no trace in the table.
        if (kind != Scope.Kind.ANNOTATION) {
            current.children.add(scope);
        }
        current = scope;
    }

    void exit() {
        stack.remove(stack.size() - 1);
        current = stack.get(stack.size() - 1);
    }

    void enterTypeParameters(
            String name,
            List<TypeParam> typeParams,
            boolean function,
            boolean keywordDefaults,
            boolean classDefinition,
            Node where) {
        boolean inClass = current.kind() == Scope.Kind.CLASS;
        enter(Scope.Kind.TYPE_PARAM, name, typeParams, where);
        if (inClass) {
            current.canSeeClassScope = true;
            define("__classdict__", Symbol.USE, where);
        }
        if (classDefinition) {
            define(".type_params", Symbol.DEF_LOCAL | Symbol.USE, where);
            privateClass = name;
            define(".generic_base", Symbol.DEF_LOCAL | Symbol.USE, where);
        }
        // CPython declares the defaults of every function, and uses them if there are any.
        if (function) {
            define(".defaults", Symbol.DEF_PARAM, where);
        }
        if (keywordDefaults) {
            define(".kwdefaults", Symbol.DEF_PARAM, where);
        }
    }

    /** Counts a level of the tree. */
    void down() {
        if (++depth > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    private SyntaxException tooDeep() {
        return new SyntaxException(
                SyntaxException.Kind.RECURSION_ERROR, "maximum recursion depth exceeded during compilation", filename);
    }

    void up() {
        depth--;
    }

    // ---- names

    void define(String name, int flag, Node where) {
        define(current, name, flag, where);
    }

    int flagsOf(Scope scope, String name) {
        Symbol s = scope.symbols.get(Mangling.mangle(privateClass, name));
        return s == null ? 0 : s.flags;
    }

    boolean isGlobalScope() {
        return current.symbols == globals;
    }

    void define(Scope scope, String name, int flag, Node where) {
        String mangled = Mangling.mangle(privateClass, name);
        Symbol s = scope.symbols.get(mangled);
        if (s == null) {
            s = new Symbol(mangled, 0);
            scope.symbols.put(mangled, s);
        } else if ((flag & Symbol.DEF_PARAM) != 0 && s.is(Symbol.DEF_PARAM)) {
            throw error(where, "duplicate argument '" + name + "' in function definition");
        } else if ((flag & Symbol.DEF_TYPE_PARAM) != 0 && s.is(Symbol.DEF_TYPE_PARAM)) {
            throw error(where, "duplicate type parameter '" + name + "'");
        }
        s.flags |= flag;
        if (scope.inIterationTarget) {
            if (s.is(Symbol.DEF_GLOBAL | Symbol.DEF_NONLOCAL)) {
                throw error(
                        where, "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
            }
            s.flags |= Symbol.DEF_COMP_ITER;
        }
        if ((flag & Symbol.DEF_PARAM) != 0) {
            scope.addParameter(mangled);
        } else if ((flag & Symbol.DEF_GLOBAL) != 0) {
            Symbol global = globals.get(mangled);
            if (global == null) {
                global = new Symbol(mangled, 0);
                globals.put(mangled, global);
            }
            global.flags |= flag;
        }
    }

    /** Remembers where a name was declared global or nonlocal. */
    void declare(String name, Node where) {
        current.directives.add(new Scope.Directive(
                Mangling.mangle(privateClass, name),
                where.lineno(),
                where.colOffset(),
                where.endLineno(),
                where.endColOffset()));
    }

    void parameters(Arguments a) {
        defineAll(a.posonlyargs());
        defineAll(a.args());
        defineAll(a.kwonlyargs());
        Arg vararg = a.vararg();
        if (vararg != null) {
            define(vararg.arg(), Symbol.DEF_PARAM, vararg);
            current.varargs = true;
        }
        Arg kwarg = a.kwarg();
        if (kwarg != null) {
            define(kwarg.arg(), Symbol.DEF_PARAM, kwarg);
            current.varkeywords = true;
        }
    }

    private void defineAll(List<Arg> args) {
        for (int i = 0; i < args.size(); i++) {
            Arg arg = args.get(i);
            define(arg.arg(), Symbol.DEF_PARAM, arg);
        }
    }

    // ---- assignment expressions in comprehensions

    void noteNamed(Scope scope, Expr.Name target) {
        scope.noteNamed(Mangling.mangle(privateClass, target.id()));
    }

    /** Binds the target of an assignment expression in the nearest block that is no comprehension. */
    void extendNamedExpression(Expr.Name target) {
        String name = target.id();
        for (int i = stack.size() - 1; i >= 0; i--) {
            Scope scope = stack.get(i);
            if (scope.comprehension != Scope.Comprehension.NONE) {
                int flags = flagsOf(scope, name);
                if ((flags & Symbol.DEF_COMP_ITER) != 0 && (flags & (Symbol.DEF_LOCAL | Symbol.DEF_GLOBAL)) != 0) {
                    throw error(
                            target,
                            "assignment expression cannot rebind comprehension iteration variable '" + name + "'");
                }
                continue;
            }
            switch (scope.kind()) {
                case FUNCTION:
                    boolean global = (flagsOf(scope, name) & Symbol.DEF_GLOBAL) != 0;
                    define(name, global ? Symbol.DEF_GLOBAL : Symbol.DEF_NONLOCAL, target);
                    declare(name, target);
                    define(scope, name, Symbol.DEF_LOCAL, target);
                    noteNamed(scope, target);
                    return;
                case MODULE:
                    define(name, Symbol.DEF_GLOBAL, target);
                    declare(name, target);
                    define(scope, name, Symbol.DEF_GLOBAL, target);
                    return;
                case CLASS:
                    throw error(target, "assignment expression within a comprehension cannot be used in a class body");
                case TYPE_PARAM:
                    throw error(
                            target,
                            "assignment expression within a comprehension cannot be used within the"
                                    + " definition of a generic");
                case TYPE_ALIAS:
                    throw error(target, "assignment expression within a comprehension cannot be used in a type alias");
                case TYPE_VAR_BOUND:
                    throw error(
                            target, "assignment expression within a comprehension cannot be used in a TypeVar bound");
                default:
                    break;
            }
        }
    }

    // ---- errors

    SyntaxException error(Node where, String message) {
        return new SyntaxException(
                SyntaxException.Kind.SYNTAX_ERROR,
                message,
                filename,
                where.lineno(),
                where.colOffset() + 1,
                where.endLineno(),
                where.endColOffset() + 1,
                null);
    }
}
