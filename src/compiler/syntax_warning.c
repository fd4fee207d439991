/* SyntaxWarnings: what a source says is allowed, but hardly what was meant. They are noted as the source is read, since
 * no Python code may run then, and told when it has been compiled. */
#include "../object/printer.h"
#include "parser_internal.h"

#if ADDER_SYNTAX_WARNINGS

bool (*syntax_warning_hook)(value filename, uint32_t line, value message);

/* The warnings of the compilation that runs; NULL: none are wanted. They are tuples that sort as they are to be told,
 * those about tokens first, as if the whole source had been read before anything was made of it. */
struct syntax_warnings *syntax_warnings_current;

struct syntax_warnings *syntax_warnings_begin(struct syntax_warnings *w)
{
    struct syntax_warnings *outer = syntax_warnings_current;
    syntax_warnings_current = w;
    return outer;
}

void syntax_warnings_forget(void)
{
    syntax_warnings_current = NULL;
}

static void note(const struct place *at, bool of_token, value message)
{
    value parts[] = {from_bool(!of_token), from_int((word)at->line), from_int((word)at->column),
                     from_int((word)at->end_line), from_int((word)at->end_column), message};
    value warning = tuple_new(6, parts);
    if (!syntax_warnings_current->noted) syntax_warnings_current->noted = dict_new(0);
    dict_set(syntax_warnings_current->noted, warning, NONE); /* once, also where the text was read twice */
}

/* ---- tokens ---- */

void warn_number(struct lexer *x, const char *kind)
{
    if (!syntax_warnings_current || x->draining) return;
    uint32_t column = lex_here(x);
    struct place at = {x->line, column ? column - 1 : 0, x->line, column};
    note(&at, true, str_format_c("invalid %s literal", kind));
}

void warn_escape(struct lexer *x, const struct token *string, uint32_t octal)
{
    if (!syntax_warnings_current || x->draining) return;
    char text[5] = {0};
    if (octal)
        for (unsigned i = 0; i < 3; i++) text[i] = (char)('0' + (octal >> 3 * (2 - i) & 7));
    else
        utf8_encode((uint32_t)(unsigned char)lex_peek(x, 1), text);
    struct place at = string->place;
    at.end_line = at.line;
    at.end_column = at.column + 1;
    note(&at, true,
         str_format_c("\"\\%s\" is an invalid %sescape sequence. Such sequences will not work in the future. Did you mean "
                      "\"\\\\%s\"? A raw string is also an option.", text, octal ? "octal " : "", text));
}

/* ---- expressions ---- */

static void note_node(const struct node *n, value message)
{
    struct place at = {n->line, n->column, n->line + n->lines, n->end_column};
    note(&at, false, message);
}

static bool is_negative_number(const struct node *n)
{
    return n->kind == N_UNARY && n->op == OP_NEG && n->kid[0]->kind == N_CONST;
}

/* The name of the type that a display, or a constant, is certain to have; NULL: it is not known. */
static const char *type_name_of(const struct node *n)
{
    switch (n->kind) {
    case N_TUPLE: return "tuple";
    case N_LIST:
    case N_LISTCOMP: return "list";
    case N_DICT:
    case N_DICTCOMP: return "dict";
    case N_SET:
    case N_SETCOMP: return "set";
    case N_GENEXP: return "generator";
    case N_FSTRING: return "str";
    case N_TSTRING: return "string.templatelib.Template";
    case N_FUNCTION: return "function"; /* lambda */
    case N_UNARY: return is_negative_number(n) ? type_name_of(n->kid[0]) : NULL;
    case N_CONST: {
        const value v = n->val;
        return v == NONE                ? "NoneType"
               : v == ELLIPSIS          ? "ellipsis"
               : is_bool(v)             ? "bool"
               : is_integer(v)          ? "int"
               : is_float(v)            ? "float"
               : is_str(v)              ? "str"
               : is_bytes(v)            ? "bytes"
               : is_complex(v)          ? "complex"
                                        : NULL;
    }
    default: return NULL;
    }
}

void warn_call(const struct node *function)
{
    if (!syntax_warnings_current) return;
    const char *name = function->kind == N_FUNCTION || function->kind == N_UNARY ? NULL : type_name_of(function);
    if (name) note_node(function, str_format_c("'%s' object is not callable; perhaps you missed a comma?", name));
}

static bool is_index(const struct node *n)
{
    return n->kind == N_CONST && is_integer(n->val);
}

void warn_subscript(const struct node *object, const struct node *index)
{
    if (!syntax_warnings_current) return;
    const char *name = type_name_of(object), *of_index = type_name_of(index);
    if (!name || object->kind == N_DICT || object->kind == N_DICTCOMP || object->kind == N_UNARY) return;
    bool sequence = object->kind == N_TUPLE || object->kind == N_LIST || object->kind == N_LISTCOMP || object->kind == N_FSTRING ||
                    (object->kind == N_CONST && (is_str(object->val) || is_bytes(object->val)));
    if (!sequence)
        note_node(object, str_format_c("'%s' object is not subscriptable; perhaps you missed a comma?", name));
    else if (of_index && !is_index(index) && !(is_negative_number(index) && is_index(index->kid[0])))
        note_node(object, str_format_c("%s indices must be integers or slices, not %s; perhaps you missed a comma?", name,
                                       of_index));
}

static bool is_literal(const struct node *n)
{
    if (n->kind == N_TUPLE) { /* of constants, it is one */
        for (size_t i = 0; i < n->n; i++)
            if (n->kid[i]->kind != N_CONST && !is_literal(n->kid[i])) return false;
        return true;
    }
    if (n->kind != N_CONST) return is_negative_number(n);
    return n->val != NONE && n->val != ELLIPSIS && !is_bool(n->val);
}

void warn_comparison(const struct node *n)
{
    if (!syntax_warnings_current) return;
    const struct node *left = n->kid[0];
    for (size_t i = 1; i < n->n; i++) {
        const struct node *right = n->kid[i]->kid[0], *literal = is_literal(left) ? left : right;
        unsigned op = n->kid[i]->op;
        if ((op == OP_IS || op == OP_ISNOT) && is_literal(literal)) {
            note_node(n, str_format_c(op == OP_IS ? "\"is\" with '%s' literal. Did you mean \"==\"?"
                                                  : "\"is not\" with '%s' literal. Did you mean \"!=\"?",
                                      type_name_of(literal)));
            return;
        }
        left = right;
    }
}

/* ---- statements ---- */

void warn_assert(const struct node *n)
{
    if (syntax_warnings_current && n->kind == N_ASSERT && n->kid[0]->kind == N_TUPLE && n->kid[0]->n)
        note_node(n, str_format_c("assertion is always true, perhaps remove parentheses?"));
}

/* Looks for what leaves a finally block early. in_loop: break and continue stay inside. */
static void look_into(const struct node *n, bool in_loop)
{
    if (!n) return;
    check_c_stack();
    const char *word = n->kind == N_RETURN ? "return" : in_loop ? NULL : n->kind == N_BREAK ? "break" : n->kind == N_CONTINUE ? "continue" : NULL;
    if (word) note_node(n, str_format_c("'%s' in a 'finally' block", word));
    switch (n->kind) {
    case N_WHILE:
    case N_FOR: { /* the last kid is `else`, which belongs to what is around */
        size_t body = n->kind == N_FOR ? 2 : 1;
        look_into(n->kid[body], true);
        look_into(n->kid[body + 1], in_loop);
        break;
    }
    case N_TRY: /* its own finally block has been looked at */
        for (size_t i = 0; i < n->n; i++)
            if (i != 2) look_into(n->kid[i], in_loop);
        break;
    case N_BLOCK:
    case N_IF:
    case N_WITH:
    case N_HANDLER:
    case N_MATCH:
    case N_CASE:
        for (size_t i = 0; i < n->n; i++) look_into(n->kid[i], in_loop);
        break;
    default: break;
    }
}

void warn_finally(const struct node *block)
{
    if (syntax_warnings_current) look_into(block, false);
}

/* ---- telling ---- */

struct telling {
    value filename;
    struct dict *noted;
    bool compiled;
};

static value tell(void *arg)
{
    const struct telling *t = arg;
    struct list *l = list_of(list_from_iterable(from_ptr(t->noted)));
    list_sort(l, UNDEF, false);
    for (size_t i = 0; i < l->len; i++) {
        const value *w = tuple_of(list_items(l)[i])->items;
        uint32_t line = (uint32_t)int_of(w[1]);
        if (w[0] == TRUE && !t->compiled) break;
        if (!syntax_warning_hook(t->filename, line, w[5])) continue;
        struct node at = {.line = line, .column = (uint16_t)int_of(w[2]), .lines = (uint16_t)(int_of(w[3]) - (word)line),
                          .end_column = (uint16_t)int_of(w[4])};
        syntax_error_at(t->filename, &at, w[5]);
    }
    return NONE;
}

bool syntax_warnings_end(struct syntax_warnings *outer, value filename, bool compiled, value *error)
{
    struct telling t = {filename, syntax_warnings_current ? syntax_warnings_current->noted : NULL, compiled};
    syntax_warnings_current = outer;
    value e;
    if (!t.noted || !syntax_warning_hook || protect(tell, &t, &e)) return true;
    *error = e;
    return false;
}
#endif
