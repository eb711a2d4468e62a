package dev.clutch.interp.nodes;

/** {@code Python.asdl} of 3.12, one rule on a line. In a class, since a resource means that the jar is opened. */
final class NodeGrammarText {
    static final String TEXT = """
            mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr \
            body) | FunctionType(expr* argtypes, expr returns)
            stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? \
            returns, string? type_comment, type_param* type_params) | AsyncFunctionDef(identifier name, \
            arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* \
            type_params) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* \
            decorator_list, type_param* type_params) | Return(expr? value) | Delete(expr* targets) | \
            Assign(expr* targets, expr value, string? type_comment) | TypeAlias(expr name, type_param* \
            type_params, expr value) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, \
            expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, \
            string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? \
            type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* \
            orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, \
            stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? \
            cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* \
            body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | \
            Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | \
            Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | \
            Continue attributes
            expr = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, \
            operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | \
            IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | \
            ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | \
            DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* \
            generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, \
            cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | \
            FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | \
            Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | \
            Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | \
            Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, \
            expr_context ctx) | Slice(expr? lower, expr? upper, expr? step) attributes
            expr_context = Load | Store | Del
            boolop = And | Or
            operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd \
            | FloorDiv
            unaryop = Invert | Not | UAdd | USub
            cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
            comprehension = (expr target, expr iter, expr* ifs, int is_async)
            excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body) attributes
            arguments = (arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? \
            kwarg, expr* defaults)
            arg = (identifier arg, expr? annotation, string? type_comment) attributes
            keyword = (identifier? arg, expr value) attributes
            alias = (identifier name, identifier? asname) attributes
            withitem = (expr context_expr, expr? optional_vars)
            match_case = (pattern pattern, expr? guard, stmt* body)
            pattern = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* \
            patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, \
            pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | \
            MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns) attributes required-end
            type_ignore = TypeIgnore(int lineno, string tag)
            type_param = TypeVar(identifier name, expr? bound) | ParamSpec(identifier name) | \
            TypeVarTuple(identifier name) attributes required-end
            """;

    private NodeGrammarText() {}
}
