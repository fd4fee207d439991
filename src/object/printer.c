/* Printers, and str(), repr() and format() of any value. */
#include "class.h"
#include "text.h"
#include "../value/numtext.h"

/* ---- collecting ---- */

void printer_init(struct printer *p)
{
    p->write = NULL;
    p->text = UNDEF;
    p->context = NULL;
    p->only = UNDEF;
    p->n = 0;
}

/* What does not fit into `small` any more. */
static void collect(struct printer *p, const char *text, size_t n)
{
    if (p->text == UNDEF) p->text = bytearray_new((const uint8_t *)p->small, p->n);
    bytearray_append(p->text, (const uint8_t *)text, n);
}

void print_text(struct printer *p, const char *text, size_t n)
{
    if (p->write) {
        p->write(p, text, n);
        return;
    }
    if (p->only != UNDEF) {
        value only = p->only;
        struct view v = str_view(only);
        p->only = UNDEF;
        print_text(p, v.data, v.len);
        HOLD(only);
    }
    if (p->text == UNDEF && n <= (size_t)PRINTER_SMALL - p->n) {
        copy_bytes(p->small + p->n, text, n);
        p->n += (uint8_t)n;
    } else {
        collect(p, text, n);
    }
}

value printer_str(struct printer *p)
{
    if (p->only != UNDEF) return p->only;
    if (p->text == UNDEF) return str_new(p->small, p->n);
    struct bytearray *b = (struct bytearray *)p->text;
    if (b->len <= STR_INLINE_MAX) return str_new(b->owner.buf, b->len);
    if (b->len > STR_MAX) raise_memory_error();
    /* The bytes stay where they are: they only change hands. */
    struct long_str *s = heap_object(&type_long_str, sizeof *s);
    heap_buffer_resize(&b->owner, b->len, BUFFER_BYTES);
    heap_buffer_give(&b->owner, &s->owner);
    s->len_flags = b->len << 2 | utf8_is_ascii(s->owner.buf, b->len);
    b->len = 0;
    return from_ptr(s);
}

/* ---- pieces ---- */

void print_z(struct printer *p, const char *text)
{
    print_text(p, text, strlen(text));
}

void print_char(struct printer *p, uint32_t codepoint)
{
    char text[4];
    print_text(p, text, utf8_encode(codepoint, text));
}

static void print_unsigned(struct printer *p, uint64_t n, unsigned base, bool negative)
{
    char text[U64_ROOM + 1], *end = text + sizeof text;
    size_t len = u64_format(n, base, false, end);
    if (negative) end[-(int)++len] = '-';
    print_text(p, end - len, len);
}

static void print_signed(struct printer *p, int64_t n)
{
    print_unsigned(p, n < 0 ? -(uint64_t)n : (uint64_t)n, 10, n < 0);
}

void (print_format)(struct printer *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_vformat(p, format, args);
    va_end(args);
}

static void print_string_argument(struct printer *p, const char *text, int most)
{
    const char *end = most < 0 ? NULL : memchr(text, 0, (size_t)most);
    print_text(p, text, end ? (size_t)(end - text) : most < 0 ? strlen(text) : (size_t)most);
}

#if ADDER_PACKED_TEXTS
#ifndef ADDER_SYMBOL_SCAN /* it is being made */
#include "packed_pairs.h"
#endif

static char *unpack_byte(char *to, unsigned c)
{
    unsigned pair = c ^ 128;
    if (pair < PACKED_PAIRS && packed_pairs[pair][0])
        return unpack_byte(unpack_byte(to, packed_pairs[pair][0]), packed_pairs[pair][1]);
    *to = (char)c;
    return to + 1;
}
#endif

/* MODULE.QUALNAME, without a module that everybody knows. */
void print_qualified(struct printer *out, const struct type *t)
{
    value module = find_attr(from_ptr(t), SYMBOL(S___module__)), name = find_attr(from_ptr(t), SYMBOL(S___qualname__));
    if ((ADDER_METHODS || t->flags & TYPE_HEAP) && module != UNDEF && !equal(module, SYMBOL(S___main__)) && !equal(module, SYMBOL(S_builtins)))
        print_format(out, "%v.", is_str(module) ? module : SYMBOL(S_lt_unknown));
    print_value(out, name != UNDEF && is_str(name) ? name : t->name);
}

/* The name of a class in messages: with the module in front, if that is where a built-in type comes from. */
static void print_class(struct printer *p, const struct type *t)
{
    value module = ADDER_METHODS && !(t->flags & (TYPE_HEAP | TYPE_EXCEPTION | TYPE_BARE)) ? get_attr(from_ptr(t), SYMBOL(S___module__)) : UNDEF;
    if (module != UNDEF && module != SYMBOL(S_builtins)) print_format(p, "%v.", module);
    print_value(p, t->name);
}


/* %s %.*s %c (a code point) %d %u %x with z, l or ll before the last three; %v %r %t %T %k %q values; %%. */
void print_vformat(struct printer *p, const char *format, va_list args)
{
#if ADDER_PACKED_TEXTS
    char unpacked[PACKED_MOST + 1], *to = unpacked;
    while (*format && to < unpacked + PACKED_MOST) to = unpack_byte(to, (uint8_t)*format++);
    *to = 0;
    format = unpacked;
#endif
    for (;;) {
        const char *plain = format;
        while (*format && *format != '%') format++;
        if (format > plain) print_text(p, plain, (size_t)(format - plain));
        if (!*format) return;
        format++;
        int most = -1, longs = 0;
        if (format[0] == '.' && format[1] == '*') {
            most = va_arg(args, int);
            format += 2;
        }
        for (; *format == 'l' || *format == 'z'; format++)
            longs += *format == 'z' && sizeof(size_t) > sizeof(long) ? 2 : 1;
        switch (*format++) {
        case 's': print_string_argument(p, va_arg(args, const char *), most); break;
        case 'c': print_char(p, va_arg(args, uint32_t)); break;
        case 'v': print_value(p, va_arg(args, value)); break;
        case 'r': print_repr(p, va_arg(args, value)); break;
        case 't': print_class(p, type_told(va_arg(args, value))); break;
        case 'k': print_class(p, class_of(va_arg(args, value))); break;
        case 'T': { /* as %t, but None is itself */
            value v = va_arg(args, value);
            if (v == NONE) print_value(p, v);
            else print_class(p, type_told(v));
            break;
        }
        case 'q': print_qualified(p, class_of(va_arg(args, value))); break;
        case 'd':
            print_signed(p, longs == 0   ? va_arg(args, int)
                            : longs == 1 ? va_arg(args, long)
                                         : va_arg(args, long long));
            break;
        case 'u':
        case 'x':
            print_unsigned(p,
                           longs == 0   ? va_arg(args, unsigned)
                           : longs == 1 ? va_arg(args, unsigned long)
                                        : va_arg(args, unsigned long long),
                           format[-1] == 'x' ? 16 : 10, false);
            break;
        default: print_text(p, format - 1, 1); break;
        }
    }
}

/* ---- values ---- */

/* The decimal text of a small int: far the most frequent number. */
static size_t small_int_text(word i, char *end)
{
    size_t n = 0;
    uintptr_t rest = i < 0 ? -(uintptr_t)i : (uintptr_t)i;
    do {
        end[-(word)++n] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (i < 0) end[-(word)++n] = '-';
    return n;
}

static value small_int_str(word i)
{
    char text[24], *end = text + sizeof text;
    size_t n = small_int_text(i, end);
    return str_make_known(end - n, n, true);
}

static void print_small_int(struct printer *p, word i)
{
    char text[24], *end = text + sizeof text;
    size_t n = small_int_text(i, end);
    print_text(p, end - n, n);
}

static void print_repr_by_slot(struct printer *p, const struct slots *slots, value v)
{
    (slots->repr ? slots->repr : object_repr)(v, p);
}

void print_value(struct printer *p, value v)
{
    if (is_int(v)) {
        print_small_int(p, int_of(v));
    } else if (is_str(v)) {
        if (!p->write && p->n == 0 && p->text == UNDEF && p->only == UNDEF) {
            p->only = v;
            return;
        }
        struct view text = str_view(v);
        print_text(p, text.data, text.len);
        HOLD(v);
    } else {
        check_c_stack();
        const struct slots *slots = slots_of(v);
        if (slots->str)
            slots->str(v, p);
        else
            print_repr_by_slot(p, slots, v);
    }
}

void print_repr(struct printer *p, value v)
{
    if (is_int(v)) {
        print_small_int(p, int_of(v));
        return;
    }
    check_c_stack();
    print_repr_by_slot(p, slots_of(v), v);
}

value to_str(value v)
{
    if (is_int(v)) return small_int_str(int_of(v));
    if (is_str(v)) return v;
    struct printer p;
    printer_init(&p);
    print_value(&p, v);
    return printer_str(&p);
}

value to_repr(value v)
{
    if (is_int(v)) return small_int_str(int_of(v));
    struct printer p;
    printer_init(&p);
    print_repr(&p, v);
    return printer_str(&p);
}

value to_format(value v, value spec)
{
    if (spec == SYMBOL(S_empty)) {
        if (is_int(v)) return small_int_str(int_of(v));
        if (is_str(v)) return v;
    }
    if (is_int(v)) return format_int(v, spec);
    const struct slots *slots = slots_of(v);
    if (slots->format) {
        value text = unwrap(slots->format(v, spec));
        if (!is_str(text)) raise_type_error("__format__ must return a str, not %t", text);
        return text;
    }
    if (str_view(spec).len) raise_type_error("unsupported format string passed to %t.__format__", v);
    return to_str(v);
}

value to_ascii(value v)
{
    value text = to_repr(v);
    struct view s = str_view(text);
    if (s.ascii) return text;
    struct printer p;
    printer_init(&p);
    for (const char *at = s.data, *end = at + s.len; at < end;) {
        uint32_t c = utf8_decode(&at);
        if (c < 128)
            print_char(&p, c);
        else
            str_print_escape(c, &p);
    }
    HOLD(text);
    return printer_str(&p);
}

/* ---- containers that hold themselves ---- */

/* The containers being printed, innermost last: a ring, so that a cycle longer than it
 * ends as any endless recursion does. */
value repr_ring[REPR_RING];
unsigned repr_depth;

bool repr_enter(value v)
{
    unsigned known = repr_depth < REPR_RING ? repr_depth : REPR_RING;
    for (unsigned i = 1; i <= known; i++) {
        if (repr_ring[(repr_depth - i) % REPR_RING] == v) return true;
    }
    repr_ring[repr_depth++ % REPR_RING] = v;
    return false;
}

void repr_leave(value v)
{
    (void)v;
    repr_depth--;
}
