package dev.clutch.interp.parser;

/**
 * The grammar of the second pass, in the notation of {@link RuleReader}. It accepts Python 3.12 and, in the rules whose names
 * begin with {@code invalid}, the malformed programs that have a message of their own. The order of alternatives is
 * significant: the first message wins, as in CPython. Rules with a star keep their results. The refused pairs of a dict are looked
 * for in either pass.
 */
final class DiagnosisRules {
    private DiagnosisRules() {}

    static final String STATEMENTS = """
            file: statement* ENDMARKER
            interactive: compound NEWLINE | simple_line | NEWLINE | ENDMARKER
            eval: expressions NEWLINE* ENDMARKER
            func_type: '(' type_expressions? ')' '->' expression NEWLINE* ENDMARKER
            type_expressions: expression/',' ',' '*' expression ',' '**' expression
              | expression/',' ',' '*' expression | expression/',' ',' '**' expression
              | '*' expression ',' '**' expression | '*' expression | '**' expression | expression/','
            statements: statement+
            statement: compound | simple_line
            simple_line: simple !';' NEWLINE | simple/';' ';'? NEWLINE
            simple*: assignment | &"type" type_alias | star_expressions | &'return' 'return' star_expressions?
              | &('import' | 'from') import | &'raise' raise | 'pass' | &'del' del | &'yield' yield_expr
              | &'assert' 'assert' expression (',' expression)? | 'break' | 'continue'
              | &'global' 'global' NAME/',' | &'nonlocal' 'nonlocal' NAME/','
            compound: &('def' | '@' | 'async') function | &'if' if | &('class' | '@') class
              | &('with' | 'async') with | &('for' | 'async') for | &'try' try | &'while' while | match
            assignment: NAME ':' expression ('=' right_side)?
              | ('(' single_target ')' | place) ':' expression ('=' right_side)?
              | (star_targets '=')+ right_side !'=' TYPE_COMMENT?
              | single_target augassign ~ right_side
              | invalid_assignment
            right_side: yield_expr | star_expressions
            augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
            raise: 'raise' expression ('from' expression)? | 'raise'
            del: 'del' del_targets &(';' | NEWLINE) | invalid_del
            import: invalid_import | 'import' import_as/',' | import_from
            import_as: dotted_name ('as' NAME)?
            dotted_name: NAME ('.' NAME)*
            import_from: 'from' ('.' | '...')* dotted_name 'import' import_targets
              | 'from' ('.' | '...')+ 'import' import_targets
            import_targets: '(' import_names ','? ')' | import_names !',' | '*' | invalid_import_targets
            import_names: (NAME ('as' NAME)?)/','
            type_alias: "type" NAME type_params? '=' expression
            type_params: '[' type_param/',' ','? ']'
            type_param*: NAME (':' expression)?
              | '*' NAME a=':' b=expression => from a: cannot use %bounds with TypeVarTuple
              | '*' NAME
              | '**' NAME a=':' b=expression => from a: cannot use %bounds with ParamSpec
              | '**' NAME
            block*: NEWLINE INDENT statements DEDENT | simple_line | invalid_block
            decorators: ('@' named_expression NEWLINE)+
            class: decorators class_raw | class_raw
            class_raw: invalid_class | 'class' NAME type_params? ('(' arguments? ')')? ':' block
            function: decorators function_raw | function_raw
            function_raw: invalid_def
              | 'def' NAME type_params? !!'(' params? ')' ('->' expression)? !!':' func_comment? block
              | 'async' 'def' NAME type_params? !!'(' params? ')' ('->' expression)? !!':' func_comment? block
            func_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | invalid_double_comments | TYPE_COMMENT
            if: invalid_if | 'if' named_expression ':' block elif | 'if' named_expression ':' block else?
            elif: invalid_elif | 'elif' named_expression ':' block elif | 'elif' named_expression ':' block else?
            else: invalid_else | 'else' !!':' block
            while: invalid_while | 'while' named_expression ':' block else?
            for: invalid_for | 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else?
              | 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else?
              | invalid_for_target
            with: invalid_with_indent | 'with' '(' with_item/',' ','? ')' ':' block
              | 'with' with_item/',' ':' TYPE_COMMENT? block
              | 'async' 'with' '(' with_item/',' ','? ')' ':' block
              | 'async' 'with' with_item/',' ':' TYPE_COMMENT? block
              | invalid_with
            with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
            try: invalid_try | 'try' !!':' block finally | 'try' !!':' block except+ else? finally?
              | 'try' !!':' block except_star+ else? finally?
            except: invalid_except_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block
              | invalid_except
            except_star: invalid_except_star_indent | 'except' '*' expression ('as' NAME)? ':' block | invalid_except
            finally: invalid_finally | 'finally' !!':' block
            match: "match" subject ':' NEWLINE INDENT case+ DEDENT | invalid_match
            subject: star_named ',' star_nameds? -> Tuple | named_expression
            case: invalid_case | "case" patterns guard? ':' block
            guard: 'if' named_expression
            """;

    static final String PATTERNS = """
            patterns: open_sequence | pattern
            pattern: as_pattern | or_pattern
            as_pattern: or_pattern 'as' capture_target | invalid_as_pattern
            or_pattern: closed_pattern/'|'
            closed_pattern*: literal_pattern | capture_target | "_" | attr !('.' | '(' | '=') | '(' pattern ')'
              | sequence_pattern | mapping_pattern | class_pattern
            literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
            signed_number: NUMBER | '-' NUMBER
            complex_number: signed_number '+' NUMBER | signed_number '-' NUMBER
            capture_target: !"_" NAME !('.' | '(' | '=')
            attr: NAME ('.' NAME)+
            name_or_attr: NAME ('.' NAME)*
            sequence_pattern: '[' maybe_sequence? ']' | '(' open_sequence? ')'
            open_sequence: maybe_star_pattern ',' maybe_sequence?
            maybe_sequence: maybe_star_pattern/',' ','?
            maybe_star_pattern: star_pattern | pattern
            star_pattern*: '*' capture_target | '*' "_"
            mapping_pattern: '{' '}' | '{' '**' capture_target ','? '}'
              | '{' key_value/',' ',' '**' capture_target ','? '}' | '{' key_value/',' ','? '}'
            key_value: (literal_pattern | attr) ':' pattern
            class_pattern: name_or_attr '(' ')' | name_or_attr '(' pattern/',' ','? ')'
              | name_or_attr '(' keyword_patterns ','? ')'
              | name_or_attr '(' pattern/',' ',' keyword_patterns ','? ')' | invalid_class_pattern
            keyword_patterns: (NAME '=' pattern)/','
            invalid_as_pattern: or_pattern 'as' a="_" => at a: cannot use '_' as a target
              | or_pattern 'as' !NAME a=expression => at a: invalid pattern target
            invalid_class_pattern: name_or_attr '(' a=invalid_class_argument => at a: positional patterns follow keyword patterns
            invalid_class_argument: (pattern/',' ',')? keyword_patterns ',' a=pattern/',' -> @a
            """;

    static final String EXPRESSIONS = """
            expressions: expression (',' expression)+ ','? -> Tuple | expression ',' -> Tuple | expression
            expression*: invalid_expression | invalid_legacy_expression
              | disjunction 'if' disjunction 'else' expression -> IfExp | disjunction | lambda
            yield_expr: 'yield' 'from' expression -> Yield | 'yield' star_expressions? -> Yield
            star_expressions: star_expression (',' star_expression)+ ','? -> Tuple
              | star_expression ',' -> Tuple | star_expression
            star_expression*: '*' bitwise_or -> Starred | expression
            star_nameds: star_named/',' ','?
            star_named: '*' bitwise_or -> Starred | named_expression
            assignment_expression: NAME ':=' ~ expression -> NamedExpr
            named_expression: assignment_expression | invalid_named_expression | a=expression !':=' -> @a
            disjunction*: conjunction ('or' conjunction)+ -> BoolOp | conjunction
            conjunction*: inversion ('and' inversion)+ -> BoolOp | inversion
            inversion*: 'not' inversion -> UnaryOp | comparison
            comparison: bitwise_or compared+ -> Compare | bitwise_or
            compared: '==' bitwise_or | '!=' bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or
              | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or -> In | 'is' 'not' bitwise_or | 'is' bitwise_or
            bitwise_or*: bitwise_xor ('|' bitwise_xor)* -> BinOp?
            bitwise_xor*: bitwise_and ('^' bitwise_and)* -> BinOp?
            bitwise_and*: shift ('&' shift)* -> BinOp?
            shift*: sum (('<<' | '>>') sum)* -> BinOp?
            sum*: term (('+' | '-') term)* -> BinOp?
            term*: factor (('*' | '/' | '//' | '%' | '@') factor)* -> BinOp?
            factor*: '+' factor -> UnaryOp | '-' factor -> UnaryOp | '~' factor -> UnaryOp | power
            power: await_primary '**' factor -> BinOp | await_primary
            await_primary*: 'await' primary -> Await | primary
            primary*: atom >> primary_suffix
            primary_suffix: '.' NAME -> Attribute | genexp -> Call | '(' arguments? ')' -> Call
              | '[' slices ']' -> Subscript
            slices: a=slice !',' -> @a | (slice | starred)/',' ','? -> Tuple
            slice: expression? ':' expression? (':' expression?)? -> Slice | named_expression
            atom: NAME -> Name | 'True' -> True | 'False' -> False | 'None' -> None
              | &(STRING | FSTRING_START) a=strings -> @a | NUMBER -> Literal | &'(' a=(tuple | group | genexp) -> @a
              | &'[' a=(list | listcomp) -> @a | &'{' a=(dict | set | dictcomp | setcomp) -> @a | '...' -> Ellipsis
            group: '(' a=(yield_expr | named_expression) ')' -> @a | invalid_group
            lambda: 'lambda' lambda_params? ':' expression -> Lambda
            strings*: (fstring | string)+ -> Strings
            string: STRING -> Literal
            fstring: FSTRING_START fstring_middle* FSTRING_END -> JoinedStr
            fstring_middle: replacement_field | FSTRING_MIDDLE
            replacement_field: '{' right_side '='? ('!' NAME)? format_spec? '}' | invalid_replacement_field
            format_spec: ':' fstring_spec*
            fstring_spec: FSTRING_MIDDLE | replacement_field
            list: '[' star_nameds? ']' -> List
            tuple: '(' (star_named ',' star_nameds?)? ')' -> Tuple
            set: '{' star_nameds '}' -> Set
            dict: '{' (double_starred_pair/',' ','?)? '}' -> Dict | '{' refused_pairs '}'
            double_starred_pair: '**' bitwise_or | pair
            pair: expression ':' expression
            for_clauses: for_clause+
            for_clause: 'async' 'for' star_targets 'in' ~ a=disjunction b=('if' disjunction)* -> Clause
              | 'for' star_targets 'in' ~ a=disjunction b=('if' disjunction)* -> Clause | invalid_for_target
            listcomp: '[' named_expression for_clauses ']' -> ListComp | invalid_comprehension
            setcomp: '{' named_expression for_clauses '}' -> SetComp | invalid_comprehension
            genexp: '(' (assignment_expression | expression !':=') for_clauses ')' -> GeneratorExp
              | invalid_comprehension
            dictcomp: '{' pair for_clauses '}' -> DictComp | invalid_dict_comprehension
            arguments*: args ','? &')' | invalid_arguments
            args: (starred | argument)/',' (',' kwargs)? | kwargs
            argument: a=(assignment_expression | a=expression !':=' -> @a) !'=' -> @a
            kwargs: keyword_or_starred/',' ',' keyword_or_double/',' | keyword_or_starred/',' | keyword_or_double/','
            starred: invalid_starred | '*' expression -> Starred
            keyword_or_starred: invalid_kwarg | NAME '=' expression -> Keyword | starred
            keyword_or_double: invalid_kwarg | NAME '=' expression -> Keyword | '**' expression -> DoubleStarred
            star_targets: a=star_target !',' -> @a | star_target (',' star_target)* ','? -> Tuple
            star_target*: '*' !'*' star_target -> Starred | target_or_atom
            target_or_atom*: t_primary '.' NAME !t_lookahead -> Attribute
              | t_primary '[' slices ']' !t_lookahead -> Subscript | star_atom
            star_atom: NAME -> Name | '(' target_or_atom ')' | '(' star_tuple? ')' -> Tuple
              | '[' (star_target/',' ','?)? ']' -> List
            star_tuple: star_target (',' star_target)+ ','? | star_target ','
            single_target: place | NAME -> Name | '(' single_target ')'
            place: t_primary '.' NAME !t_lookahead -> Attribute | t_primary '[' slices ']' !t_lookahead -> Subscript
            t_primary*: (a=atom &t_lookahead -> @a) >> t_suffix
            t_suffix: '.' NAME &t_lookahead -> Attribute | '[' slices ']' &t_lookahead -> Subscript
              | genexp &t_lookahead -> Call | '(' arguments? ')' &t_lookahead -> Call
            t_lookahead: '(' | '[' | '.'
            del_targets: del_target/',' ','?
            del_target*: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_atom
            del_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'
            """;

    static final String PARAMETERS = """
            params: invalid_parameters | parameters
            parameters: slash_plain plain* defaulted* star_etc? | slash_defaulted defaulted* star_etc?
              | plain+ defaulted* star_etc? | defaulted+ star_etc? | star_etc
            slash_plain: plain+ '/' ',' | plain+ '/' &')'
            slash_defaulted: plain* defaulted+ '/' ',' | plain* defaulted+ '/' &')'
            star_etc: invalid_star_etc | '*' plain maybe_defaulted* kwds?
              | '*' param_star_annotation maybe_defaulted* kwds?
              | '*' ',' maybe_defaulted+ kwds? | kwds
            kwds: invalid_kwds | '**' plain
            plain: a=param ',' TYPE_COMMENT? -> @a | a=param TYPE_COMMENT? &')' -> @a
            param_star_annotation: NAME ':' star_expression ',' TYPE_COMMENT?
              | NAME ':' star_expression TYPE_COMMENT? &')'
            defaulted: param default ',' TYPE_COMMENT? | param default TYPE_COMMENT? &')'
            maybe_defaulted: param default? ',' TYPE_COMMENT? | param default? TYPE_COMMENT? &')'
            param: NAME (':' expression)?
            default: '=' expression | invalid_default
            invalid_parameters: a='/' ',' => at a: at least one argument must precede /
              | (slash_plain | slash_defaulted) maybe_defaulted* a='/' => at a: / may appear only once
              | slash_plain? plain* invalid_parameters_helper a=plain => at a: parameter without a default follows parameter with a default
              | plain* a='(' plain+ ','? b=')' => range a b: Function parameters cannot be parenthesized
              | (slash_plain | slash_defaulted)? maybe_defaulted* '*' (',' | plain) maybe_defaulted* a='/' => at a: / must be ahead of *
              | maybe_defaulted+ '/' a='*' => at a: expected comma between / and *
            invalid_parameters_helper: slash_defaulted | defaulted+
            invalid_default: a='=' &(')' | ',') => at a: expected default value expression
            invalid_star_etc: a='*' (')' | ',' (')' | '**')) => at a: named arguments must follow bare *
              | '*' ',' TYPE_COMMENT => last: bare * has associated type comment
              | '*' param a='=' => at a: var-positional argument cannot have default value
              | '*' (plain | ',') maybe_defaulted* a='*' (plain | ',') => at a: * argument may appear only once
            invalid_kwds: '**' param a='=' => at a: var-keyword argument cannot have default value
              | '**' param ',' a=param => at a: arguments cannot follow var-keyword argument
              | '**' param ',' a=('*' | '**' | '/') => at a: arguments cannot follow var-keyword argument
            lambda_params: invalid_lambda_parameters | lambda_parameters
            lambda_parameters: lambda_slash_plain lambda_plain* lambda_defaulted* lambda_star_etc?
              | lambda_slash_defaulted lambda_defaulted* lambda_star_etc?
              | lambda_plain+ lambda_defaulted* lambda_star_etc? | lambda_defaulted+ lambda_star_etc? | lambda_star_etc
            lambda_slash_plain: lambda_plain+ '/' ',' | lambda_plain+ '/' &':'
            lambda_slash_defaulted: lambda_plain* lambda_defaulted+ '/' ',' | lambda_plain* lambda_defaulted+ '/' &':'
            lambda_star_etc: invalid_lambda_star_etc | '*' lambda_plain lambda_maybe_defaulted* lambda_kwds?
              | '*' ',' lambda_maybe_defaulted+ lambda_kwds? | lambda_kwds
            lambda_kwds: invalid_lambda_kwds | '**' lambda_plain
            lambda_plain: a=NAME ',' -> @a | a=NAME &':' -> @a
            lambda_defaulted: NAME default ',' | NAME default &':'
            lambda_maybe_defaulted: NAME default? ',' | NAME default? &':'
            invalid_lambda_parameters: a='/' ',' => at a: at least one argument must precede /
              | (lambda_slash_plain | lambda_slash_defaulted) lambda_maybe_defaulted* a='/' => at a: / may appear only once
              | lambda_slash_plain? lambda_plain* invalid_lambda_helper a=lambda_plain => at a: parameter without a default follows parameter with a default
              | lambda_plain* a='(' NAME/',' ','? b=')' => range a b: Lambda expression parameters cannot be parenthesized
              | (lambda_slash_plain | lambda_slash_defaulted)? lambda_maybe_defaulted* '*' (',' | lambda_plain) lambda_maybe_defaulted* a='/' => at a: / must be ahead of *
              | lambda_maybe_defaulted+ '/' a='*' => at a: expected comma between / and *
            invalid_lambda_helper: lambda_slash_defaulted | lambda_defaulted+
            invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) => last: named arguments must follow bare *
              | '*' NAME a='=' => at a: var-positional argument cannot have default value
              | '*' (lambda_plain | ',') lambda_maybe_defaulted* a='*' (lambda_plain | ',') => at a: * argument may appear only once
            invalid_lambda_kwds: '**' NAME a='=' => at a: var-keyword argument cannot have default value
              | '**' NAME ',' a=NAME => at a: arguments cannot follow var-keyword argument
              | '**' NAME ',' a=('*' | '**' | '/') => at a: arguments cannot follow var-keyword argument
            """;

    static final String INVALID = """
            invalid_arguments: (kwargs | (starred | argument)/',' ',' kwargs) ',' a='*' => at a: iterable argument unpacking follows keyword argument unpacking
              | a=expression b=for_clauses ',' (args | expression for_clauses)? => clauses a b: Generator expression must be parenthesized
              | a=NAME b='=' expression for_clauses => range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
              | (args ',')? a=NAME b='=' &(',' | ')') => range a b: expected argument value expression
              | a=args b=for_clauses => arguments a b: Generator expression must be parenthesized
              | args ',' a=expression b=for_clauses => clauses a b: Generator expression must be parenthesized
              | a=args ',' args => unpacked a: positional argument follows keyword argument
            invalid_kwarg: a=('True' | 'False' | 'None') b='=' => range a b: cannot assign to %token
              | a=NAME b='=' expression for_clauses => range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
              | !(NAME '=') a=expression b='=' => range a b: expression cannot contain assignment, perhaps you meant "=="?
              | a='**' expression '=' b=expression => range a b: cannot assign to keyword argument unpacking
            invalid_starred: a='*' expression '=' b=expression => range a b: cannot assign to iterable argument unpacking
            expression_quietly: disjunction 'if' disjunction 'else' expression | disjunction | lambda
            invalid_legacy_expression: a=NAME !'(' b=star_expressions => legacy a b: Missing parentheses in call to '%token'. Did you mean %token(...)?
            invalid_expression: !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_quietly => comma a b: invalid syntax. Perhaps you forgot a comma?
              | a=disjunction 'if' b=disjunction !('else' | ':') => range a b: expected 'else' after 'if' expression
              | a='lambda' lambda_params? b=':' &FSTRING_MIDDLE => range a b: f-string: lambda expressions are not allowed without parentheses
            invalid_named_expression*: a=expression ':=' expression => at a: cannot use assignment expressions with %kind
              | a=NAME '=' b=bitwise_or !('=' | ':=') => range a b: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
              | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=') => at a: cannot assign to %kind here. Maybe you meant '==' instead of '='?
            invalid_assignment: a=invalid_annotated ':' expression => at a: only single target (not %kind) can be annotated
              | a=star_named ',' star_nameds* ':' expression => at a: only single target (not tuple) can be annotated
              | a=expression ':' expression => at a: illegal target for annotation
              | (star_targets '=')* a=star_expressions '=' => target a: cannot assign to %kind
              | (star_targets '=')* a=yield_expr '=' => at a: assignment to yield expression not possible
              | a=star_expressions augassign right_side => at a: '%kind' is an illegal expression for augmented assignment
            invalid_annotated: list | tuple | '(' a=invalid_annotated ')' -> @a
            invalid_del: 'del' a=star_expressions => deleted a: cannot delete %kind
            invalid_block: NEWLINE !INDENT => indent: expected an indented block
            invalid_import: a='import' dotted_name/',' 'from' dotted_name => from a: Did you mean to use 'from ... import ...' instead?
            invalid_import_targets: import_names ',' NEWLINE => last: trailing comma not allowed without surrounding parentheses
            invalid_comprehension: ('[' | '(' | '{') a=starred for_clauses => at a: iterable unpacking cannot be used in comprehension
              | ('[' | '{') a=star_named ',' b=star_named/',' ','? for_clauses => range a b: did you forget parentheses around the comprehension target?
              | ('[' | '{') a=star_named b=',' for_clauses => range a b: did you forget parentheses around the comprehension target?
            invalid_dict_comprehension: '{' a='**' bitwise_or for_clauses '}' => at a: dict unpacking cannot be used in dict comprehension
            invalid_group: '(' a=starred ')' => at a: cannot use starred expression here
              | '(' a='**' expression ')' => at a: cannot use double starred expression here
            refused_pairs: double_starred_pair/',' ',' refused_pair
              | expression ':' a='*' bitwise_or => from a: cannot use a starred expression in a dictionary value
              | expression a=':' &('}' | ',') => at a: expression expected after dictionary key and ':'
            refused_pair: a=expression !':' => after a: ':' expected after dictionary key
              | expression ':' a='*' bitwise_or => from a: cannot use a starred expression in a dictionary value
              | expression a=':' &('}' | ',') => at a: expression expected after dictionary key and ':'
            invalid_for_target: 'async'? 'for' a=star_expressions => loop a: cannot assign to %kind
            invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') => target a: cannot assign to %kind
            invalid_with: 'async'? 'with' (expression ('as' star_target)?)/',' NEWLINE => last: expected ':'
              | 'async'? 'with' '(' (expressions ('as' star_target)?)/',' ','? ')' NEWLINE => last: expected ':'
            invalid_with_indent: 'async'? a='with' (expression ('as' star_target)?)/',' ':' NEWLINE !INDENT => indent a: 'with' statement
              | 'async'? a='with' '(' (expressions ('as' star_target)?)/',' ','? ')' ':' NEWLINE !INDENT => indent a: 'with' statement
            invalid_try: a='try' ':' NEWLINE !INDENT => indent a: 'try' statement
              | 'try' ':' block !('except' | 'finally') => last: expected 'except' or 'finally' block
              | 'try' ':' block* except+ a='except' b='*' expression ('as' NAME)? ':' => range a b: cannot have both 'except' and 'except*' on the same 'try'
              | 'try' ':' block* except_star+ a='except' (expression ('as' NAME)?)? ':' => at a: cannot have both 'except' and 'except*' on the same 'try'
            invalid_except: 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' => from a: multiple exception types must be parenthesized
              | 'except' '*'? expression ('as' NAME)? NEWLINE => last: expected ':'
              | 'except' NEWLINE => last: expected ':'
              | 'except' '*' (NEWLINE | ':') => last: expected one or more exception types
            invalid_except_indent: a='except' expression ('as' NAME)? ':' NEWLINE !INDENT => indent a: 'except' statement
              | a='except' ':' NEWLINE !INDENT => indent a: 'except' statement
            invalid_except_star_indent: a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT => indent a: 'except*' statement
            invalid_finally: a='finally' ':' NEWLINE !INDENT => indent a: 'finally' statement
            invalid_match: "match" subject NEWLINE => last: expected ':'
              | a="match" subject ':' NEWLINE !INDENT => indent a: 'match' statement
            invalid_case: "case" patterns guard? NEWLINE => last: expected ':'
              | a="case" patterns guard? ':' NEWLINE !INDENT => indent a: 'case' statement
            invalid_if: 'if' named_expression NEWLINE => last: expected ':'
              | a='if' named_expression ':' NEWLINE !INDENT => indent a: 'if' statement
            invalid_elif: 'elif' named_expression NEWLINE => last: expected ':'
              | a='elif' named_expression ':' NEWLINE !INDENT => indent a: 'elif' statement
            invalid_else: a='else' ':' NEWLINE !INDENT => indent a: 'else' statement
            invalid_while: 'while' named_expression NEWLINE => last: expected ':'
              | a='while' named_expression ':' NEWLINE !INDENT => indent a: 'while' statement
            invalid_for: 'async'? 'for' star_targets 'in' star_expressions NEWLINE => last: expected ':'
              | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT => indent a: 'for' statement
            invalid_def: 'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT => indent a: function definition
            invalid_class: 'class' NAME type_params? ('(' arguments? ')')? NEWLINE => last: expected ':'
              | a='class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT => indent a: class definition
            invalid_double_comments: TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT => last: Cannot have two type comments on def
            invalid_replacement_field: '{' a='=' => at a: f-string: valid expression required before '='
              | '{' a='!' => at a: f-string: valid expression required before '!'
              | '{' a=':' => at a: f-string: valid expression required before ':'
              | '{' a='}' => at a: f-string: valid expression required before '}'
              | '{' !right_side => next: f-string: expecting a valid expression after '{'
              | '{' right_side !('=' | '!' | ':' | '}') => next: f-string: expecting '=', or '!', or ':', or '}'
              | '{' right_side '=' !('!' | ':' | '}') => next: f-string: expecting '!', or ':', or '}'
              | '{' right_side '='? invalid_conversion
              | '{' right_side '='? ('!' NAME)? !(':' | '}') => next: f-string: expecting ':' or '}'
              | '{' right_side '='? ('!' NAME)? ':' fstring_spec* !'}' => next: f-string: expecting '}', or format specs
              | '{' right_side '='? ('!' NAME)? !'}' => next: f-string: expecting '}'
            invalid_conversion: '!' &(':' | '}') => next: f-string: missing conversion character
              | '!' !NAME => next: f-string: invalid conversion character
            """;
}
