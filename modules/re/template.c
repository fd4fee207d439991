/* Templates of sub() and expand(): text with \1, \g<name> and escapes. */
#include "parser.h"

void append_text(value out, value text, bool binary)
{
    struct buffer b;
    if (!binary) {
        struct view v = need_str(text, "expected str instance: replacement");
        bytearray_append(out, (const uint8_t *)v.data, v.len);
    } else {
        need_buffer(text, &b, false);
        bytearray_append(out, b.data, b.len);
    }
    HOLD(text);
}

value text_result(value out, bool binary)
{
    const struct bytearray *b = (const struct bytearray *)out;
    const char *data = b->len ? b->owner.buf : "";
    value v = binary ? bytes_new((const uint8_t *)data, b->len) : str_new(data, b->len);
    HOLD(out);
    return v;
}

static void add_literal(struct list *pieces, const struct parser *p, const char *from, const char *to)
{
    size_t n = (size_t)(to - from);
    if (n)
        list_append(pieces, p->binary ? bytes_new((const uint8_t *)from, n) : str_new(from, n));
}

static void add_char(struct list *pieces, const struct parser *p, uint32_t c)
{
    uint8_t byte = (uint8_t)c;
    list_append(pieces, p->binary ? bytes_new(&byte, 1) : str_from_char(c));
}

static void add_group(struct list *pieces, const struct parser *p, const struct regex *r, uint64_t group, const char *at)
{
    if (group > r->groups)
        regex_raise(p, at, "invalid group reference %zd", (size_t)group);
    list_append(pieces, from_int((word)group));
}

/* \g<...>, behind the 'g'. */
static void parse_group_name(struct list *pieces, struct parser *p, const struct regex *r)
{
    const char *at, *s;
    uint64_t group = 0;
    if (!take(p, '<'))
        regex_raise(p, p->at, "missing <");
    value name = regex_name(p, '>', &at);
    for (s = at; s < p->at - 1 && is_ascii_digit((unsigned char)*s) && group <= r->groups; s++)
        group = group * 10 + (uint64_t)(*s - '0');
    if (s == p->at - 1 || group > r->groups) {
        add_group(pieces, p, r, group, at);
        return;
    }
    regex_check_name(p, name, at);
    value n = dict_get(dict_of(r->groupindex), name);
    if (n == UNDEF)
        raise_error(&type_IndexError, "unknown group name %r", name);
    list_append(pieces, n);
}

/* Behind the backslash, at a digit. */
static void parse_number(struct list *pieces, struct parser *p, const struct regex *r)
{
    const char *at = p->at, *start = at - 1;
    bool three = is_octal(at, p->end) && is_octal(at + 1, p->end) && is_octal(at + 2, p->end);
    if (*at == '0' || three) {
        add_char(pieces, p, regex_octal(p, start, 3));
        return;
    }
    uint64_t group = (uint64_t)(*p->at++ - '0');
    if (is_digit(p))
        group = group * 10 + (uint64_t)(*p->at++ - '0');
    add_group(pieces, p, r, group, at);
}

/* Behind the backslash. What is no escape stays as it is. */
static void parse_escape(struct list *pieces, struct parser *p, const struct regex *r)
{
    const char *start = p->at - 1;
    if (at_end(p))
        regex_raise(p, start, "bad escape (end of pattern)");
    if (is_digit(p)) {
        parse_number(pieces, p, r);
    } else if (take(p, 'g')) {
        parse_group_name(pieces, p, r);
    } else {
        uint32_t c = take_char(p);
        int code = regex_letter_code(c);
        if (code >= 0)
            add_char(pieces, p, (uint32_t)code);
        else if (c < 0x80 && (c | 32) - 'a' < 26)
            regex_raise(p, start, "bad escape %v", regex_piece(p, start, p->at));
        else
            add_literal(pieces, p, start, p->at);
    }
}

struct list *template_parse(struct regex *r, value template)
{
    struct list *pieces = list_of(list_new(0, NULL));
    struct parser p = {.source = template, .binary = r->binary};
    struct buffer b;
    if (r->binary) {
        need_buffer(template, &b, false);
        p.text = (const char *)b.data;
        p.end = p.text + b.len;
    } else {
        struct view v = need_str(template, "template");
        p.text = v.data;
        p.end = p.text + v.len;
    }
    p.at = p.text;
    while (!at_end(&p)) {
        const char *from = p.at, *escape = memchr(from, '\\', (size_t)(p.end - from));
        p.at = escape ? escape + 1 : p.end;
        add_literal(pieces, &p, from, escape ? escape : p.end);
        if (escape)
            parse_escape(pieces, &p, r);
    }
    HOLD(template);
    return pieces;
}

void template_expand(const struct match *m, const struct list *pieces, value out)
{
    for (uint32_t i = 0; i < pieces->len; i++) {
        value v = list_items(pieces)[i];
        if (is_int(v))
            v = match_group(m, (uint32_t)int_of(v));
        if (v != UNDEF)
            append_text(out, v, m->regex->binary);
    }
}
