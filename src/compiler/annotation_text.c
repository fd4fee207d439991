/* Annotations as text, for modules that begin with `from __future__ import annotations`: written anew from the tree, so
 * that blanks, brackets and quotes are as CPython has them. Names, attributes, items, calls, displays, constants and `|`
 * are known, which is what types are made of. */
#include "codegen.h"
#include "../object/printer.h"

#if ADDER_ANNOTATIONS

/* How tightly what stands around binds: a looser expression gets brackets. */
enum level { IN_BRACKETS, ITEM, BEFORE_OR, AFTER_OR, PRIMARY };

static bool print_node(struct printer *out, const struct node *n, enum level around);

static bool print_items(struct printer *out, struct node *const *items, unsigned n)
{
    bool good = true;
    for (unsigned i = 0; i < n && good; i++) {
        if (i) print_z(out, ", ");
        good = print_node(out, items[i], ITEM);
    }
    return good;
}

static bool print_bracketed(struct printer *out, const char *brackets, bool single, const struct node *n)
{
    print_char(out, (uint8_t)brackets[0]);
    bool good = print_items(out, n->kid, n->n);
    if (single && n->n == 1) print_char(out, ',');
    print_char(out, (uint8_t)brackets[1]);
    return good;
}

static bool print_tuple(struct printer *out, const struct node *n, enum level around)
{
    if (around != IN_BRACKETS || n->n == 0) return print_bracketed(out, "()", true, n);
    bool good = print_items(out, n->kid, n->n);
    if (n->n == 1) print_char(out, ',');
    return good;
}

static bool print_or(struct printer *out, const struct node *n, enum level around)
{
    if (n->op != OP_OR) return false;
    if (around > BEFORE_OR) print_char(out, '(');
    bool good = print_node(out, n->kid[0], BEFORE_OR);
    print_z(out, " | ");
    good = good && print_node(out, n->kid[1], AFTER_OR);
    if (around > BEFORE_OR) print_char(out, ')');
    return good;
}

static bool print_keyword(struct printer *out, const struct node *n)
{
    if (n->val == UNDEF)
        print_z(out, "**");
    else
        print_format(out, "%v=", n->val);
    return print_node(out, n->kid[0], ITEM);
}

static bool print_node(struct printer *out, const struct node *n, enum level around)
{
    check_c_stack();
    switch (n->kind) {
    case N_NAME: print_value(out, n->val); return true;
    case N_CONST:
        if (n->val == ELLIPSIS)
            print_z(out, "...");
        else
            print_repr(out, n->val);
        return true;
    case N_ATTR:
        if (!print_node(out, n->kid[0], PRIMARY)) return false;
        print_format(out, ".%v", n->val);
        return true;
    case N_SUBSCR:
        if (!print_node(out, n->kid[0], PRIMARY)) return false;
        print_char(out, '[');
        if (!print_node(out, n->kid[1], IN_BRACKETS)) return false;
        print_char(out, ']');
        return true;
    case N_CALL:
        if (!print_node(out, n->kid[0], PRIMARY)) return false;
        print_char(out, '(');
        if (!print_items(out, n->kid + 1, n->n - 1)) return false;
        print_char(out, ')');
        return true;
    case N_KEYWORD: return print_keyword(out, n);
    case N_STAR: print_char(out, '*'); return print_node(out, n->kid[0], AFTER_OR);
    case N_LIST: return print_bracketed(out, "[]", false, n);
    case N_TUPLE: return print_tuple(out, n, around);
    case N_BINOP: return print_or(out, n, around);
    case N_UNARY:
        if (n->op != OP_NEG) return false;
        print_char(out, '-');
        return print_node(out, n->kid[0], PRIMARY);
    default: return false;
    }
}

value annotation_text(const struct node *annotation)
{
    struct printer p;
    printer_init(&p);
    return print_node(&p, annotation, ITEM) ? printer_str(&p) : UNDEF;
}
#endif
