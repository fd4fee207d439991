/* struct: numbers and strings as the bytes that C structs, files and protocols have them.
 *
 * A format is read anew at each use: that is quicker than keeping what it means, and needs no memory. */
#include "../src/object/class.h"
#include "../src/object/item.h"
#include "../src/object/printer.h"

/* ---- formats ---- */

struct format {
    value owner;          /* the str or bytes */
    const char *at, *end; /* what is still to be read */
    bool native;          /* native sizes and alignment */
    bool big_endian;
    size_t offset; /* of the next item, not yet aligned */
};

/* A run of items of one kind. Of x, s and p there is one item, `count` bytes long; so `items` says how many
 * values. */
struct run {
    char code;
    uint8_t size;
    size_t count, items, offset;
};

static const struct type type_struct_error;

static struct format format_of(value v)
{
    struct format f = {.owner = unwrap(v), .native = true, .big_endian = ITEM_BIG_ENDIAN};
    size_t len;
    if (is_str(f.owner)) {
        struct view text = str_view(f.owner);
        f.at = text.data;
        len = text.len;
    } else if (is_bytes(f.owner)) {
        f.at = (const char *)bytes_view(f.owner, &len);
    } else {
        raise_type_error("Struct() argument 1 must be a str or bytes object, not %t", v);
    }
    f.end = f.at + len;
    char order = len ? *f.at : 0;
    if (order == '<' || order == '>' || order == '!' || order == '=') {
        f.native = false;
        f.big_endian = order == '=' ? ITEM_BIG_ENDIAN : order != '<';
    }
    f.at += !f.native || order == '@';
    return f;
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t read_count(struct format *f)
{
    size_t count = 0;
    for (; f->at < f->end && *f->at >= '0' && *f->at <= '9'; f->at++) {
        if (count > (SIZE_MAX / 2 - 9) / 10) raise_error(&type_struct_error, "total struct size too long");
        count = count * 10 + (size_t)(*f->at - '0');
    }
    if (f->at == f->end) raise_error(&type_struct_error, "repeat count given without format specifier");
    return count;
}

/* Reads the next run into *r; false: the format is over. */
static bool next_run(struct format *f, struct run *r)
{
    while (f->at < f->end && is_white(*f->at)) f->at++;
    if (f->at == f->end) return false;
    size_t count = 1;
    if (*f->at >= '0' && *f->at <= '9') count = read_count(f);
    char code = *f->at++;
    struct item_kind kind = item_kind(code);
    bool is_string = code == 's' || code == 'p' || code == 'x';
    unsigned size = is_string || code == 'c' ? 1 : f->native ? kind.size : kind.standard;
    if (size == 0 || code == 'u' || code == 'w') raise_error(&type_struct_error, "bad char in struct format");
    if (f->native && !is_string) f->offset = (f->offset + kind.align - 1) & ~(size_t)(kind.align - 1);
    *r = (struct run){.code = code, .size = (uint8_t)size, .count = count, .offset = f->offset};
    r->items = code == 'x' ? 0 : is_string ? 1 : r->count;
    if (r->count > (SIZE_MAX / 2 - f->offset) / size)
        raise_error(&type_struct_error, "total struct size too long");
    f->offset += r->count * size;
    return true;
}

/* The bytes that a format describes; and in *items how many values. */
static size_t format_size(value format, size_t *items)
{
    struct format f = format_of(format);
    struct run r;
    size_t n = 0;
    while (next_run(&f, &r)) n += r.items;
    if (items) *items = n;
    return f.offset;
}

/* ---- unpacking ---- */

static value load_string(const struct run *r, const uint8_t *data)
{
    size_t len = r->count;
    if (r->code == 'p') { /* the first byte says how many follow */
        if (len == 0) return bytes_new(NULL, 0);
        len = data[0] < len - 1 ? data[0] : len - 1;
        data++;
    }
    return bytes_new(data, len);
}

/* A tuple of what the bytes from `offset` on mean. `base` is any object with a buffer that holds them. */
static value unpack_at(value format, size_t items, const struct buffer *b, size_t offset)
{
    struct format f = format_of(format);
    struct run r;
    struct tuple *t = tuple_of(tuple_new(items, NULL));
    size_t at = 0;
    const uint8_t *data = b->data + offset;
    while (next_run(&f, &r)) {
        const uint8_t *p = data + r.offset;
        if (r.code == 's' || r.code == 'p') {
            t->items[at++] = load_string(&r, p);
            continue;
        }
        for (size_t i = 0; i < r.items; i++, p += r.size, check_break_at(i))
            t->items[at++] =
                f.native ? item_load_native(r.code, p) : item_load(r.code, r.size, f.big_endian, p);
    }
    return from_ptr(t);
}

static value struct_unpack(value format, value data)
{
    size_t items, size = format_size(format, &items);
    struct buffer b;
    need_buffer(data, &b, false);
    if (b.len != size) raise_error(&type_struct_error, "unpack requires a buffer of %zd bytes", size);
    return unpack_at(format, items, &b, 0);
}

/* Where in a buffer of `len` bytes an offset argument points. `doing` is the word for the message. */
static size_t need_offset(word offset, size_t len, size_t size, bool packing)
{
    word at = offset;
    if (at < 0) {
        if (offset + (word)size > 0) {
            if (packing)
                raise_error(&type_struct_error, "no space to pack %zd bytes at offset %zd", size,
                            (size_t)offset);
            raise_error(&type_struct_error, "not enough data to unpack %zd bytes at offset %zd", size,
                        (size_t)offset);
        }
        at += (word)len;
        if (at < 0)
            raise_error(&type_struct_error, "offset %zd out of range for %zd-byte buffer", (size_t)offset,
                        len);
    }
    if ((size_t)at > len || len - (size_t)at < size)
        raise_error(&type_struct_error,
                    "%s requires a buffer of at least %lu bytes for %s %zd bytes at offset %zd (actual "
                    "buffer size is %zd)",
                    packing ? "pack_into" : "unpack_from", (unsigned long)((size_t)at + size),
                    packing ? "packing" : "unpacking", size, (size_t)at, len);
    return (size_t)at;
}

static value struct_unpack_from(value format, value data, value offset)
{
    size_t items, size = format_size(format, &items);
    word at = offset == UNDEF ? 0 : need_word(offset);
    struct buffer b;
    need_buffer(data, &b, false);
    return unpack_at(format, items, &b, need_offset(at, b.len, size, false));
}

/* ---- packing ---- */

static _Noreturn void raise_range(const struct run *r)
{
    static const char wide[] = "qQnN";
    if (r->size == sizeof(void *) && !memchr(wide, r->code, 4) && r->code == 'P')
        raise_error(&type_struct_error, "int too large to convert");
    if (r->code == 'e' || r->code == 'f' || r->code == 'd')
        raise_error(&type_OverflowError, "float too large to pack with %c format", r->code);
    unsigned bits = 8u * r->size - item_is_signed(r->code);
    value most = binary(OP_SUB, binary(OP_SHL, from_int(1), from_int((word)bits)), from_int(1));
    value least = item_is_signed(r->code) ? unary(OP_INVERT, most) : from_int(0);
    raise_error(&type_struct_error, "'%c' format requires %v <= number <= %v", r->code, least, most);
}

static void store_string(const struct run *r, uint8_t *out, value v)
{
    size_t skip = r->code == 'p';
    struct buffer b;
    if (!(is_bytes(v) || is_type(v, &type_bytearray)) || !get_buffer(v, &b, false))
        raise_error(&type_struct_error, "argument for '%c' must be a bytes object", r->code);
    size_t room = r->count > skip ? r->count - skip : 0, n = b.len < room ? b.len : room;
    if (skip && r->count) out[0] = (uint8_t)(n < 255 ? n : 255);
    memcpy(out + (r->count ? skip : 0), b.data, n);
}

static void store_item(const struct format *f, const struct run *r, uint8_t *out, value v)
{
    enum item_result result;
    if (r->code == 'P' && is_integer(v) &&
        int_sign(v) < 0) { /* an address may be given as a negative number */
        int64_t address;
        if (!int_to_int64(v, &address) || address < INTPTR_MIN) raise_range(r);
        intptr_t bits = (intptr_t)address;
        memcpy(out, &bits, sizeof bits);
        return;
    }
    if (f->native)
        result = item_store_native(r->code, out, v);
    else
        result = item_store(r->code, r->size, f->big_endian, out, v);
    if (result == ITEM_RANGE) raise_range(r);
    if (result == ITEM_TYPE)
        raise_error(&type_struct_error, r->code == 'c' ? "char format requires a bytes object of length 1"
                                        : r->code == 'e' || r->code == 'f' || r->code == 'd'
                                            ? "required argument is not a float"
                                            : "required argument is not an integer");
}

/* All packed, as new bytes. (Not into the caller's buffer at once: an __index__ called on the way could
 * resize it.) */
static value struct_pack(const char *what, value format, size_t n, const value *args)
{
    size_t items, size = format_size(format, &items);
    if (n != items)
        raise_error(&type_struct_error, "%s expected %zd items for packing (got %zd)", what, items, n);
    struct format f = format_of(format);
    struct run r;
    uint8_t *data;
    value packed = bytes_make(size, &data);
    while (next_run(&f, &r)) {
        uint8_t *out = data + r.offset;
        if (r.code == 's' || r.code == 'p') {
            store_string(&r, out, *args++);
            continue;
        }
        for (size_t i = 0; i < r.items; i++, out += r.size) {
            store_item(&f, &r, out, *args++);
            check_break_at(i);
        }
    }
    return packed;
}

/* args: the buffer, the offset, the values. */
static value struct_pack_into(value format, size_t n, const value *args)
{
    struct buffer b;
    if (n == 0) raise_type_error("pack_into expected buffer argument");
    if (!get_buffer(args[0], &b, true))
        raise_type_error("argument must be read-write bytes-like object, not %t", args[0]);
    if (n == 1) raise_error(&type_struct_error, "pack_into expected offset argument");
    word offset = need_word(args[1]);
    value packed = struct_pack("pack_into", format, n - 2, args + 2);
    size_t size;
    const uint8_t *data = bytes_view(packed, &size);
    need_buffer(args[0], &b, true);
    memcpy(b.data + need_offset(offset, b.len, size, true), data, size);
    HOLD(packed);
    return NONE;
}

/* ---- iter_unpack ---- */

struct unpack_iter {
    struct object head;
    value format, data;
    size_t at, items, size;
};

static void unpack_iter_trace(struct object *o)
{
    heap_visit_all(&((struct unpack_iter *)o)->format, 2);
}

static value unpack_iter_iter(value self)
{
    return self;
}

static value unpack_iter_next(value self)
{
    struct unpack_iter *it = (struct unpack_iter *)self;
    struct buffer b;
    if (it->data == UNDEF) return STOP;
    need_buffer(it->data, &b, false);
    if (it->at + it->size > b.len) {
        it->data = UNDEF;
        return STOP;
    }
    size_t at = it->at;
    it->at += it->size;
    return unpack_at(it->format, it->items, &b, at);
}

static const struct slots unpack_iter_slots = {
    .size = sizeof(struct unpack_iter),
    .trace = unpack_iter_trace,
    .iter = unpack_iter_iter,
    .next = unpack_iter_next,
};
static const struct type type_unpack_iter = {
    .head = {&type_type},
    .slots = &unpack_iter_slots,
    .name = SYMBOL(S_unpack_iterator),
    .base = &type_object,
};

static value struct_iter_unpack(value format, value data)
{
    size_t items, size = format_size(format, &items);
    struct buffer b;
    if (size == 0) raise_error(&type_struct_error, "cannot iteratively unpack with a struct of length 0");
    need_buffer(data, &b, false);
    if (b.len % size)
        raise_error(&type_struct_error, "iterative unpacking requires a buffer of a multiple of %zd bytes",
                    size);
    struct unpack_iter *it = heap_object(&type_unpack_iter, sizeof *it);
    it->format = format;
    it->data = data;
    it->items = items;
    it->size = size;
    return from_ptr(it);
}

/* ---- the module's functions ---- */

static value calcsize(value format)
{
    return from_int((word)format_size(format, NULL));
}

static value pack(size_t n, value *args)
{
    if (n == 0) raise_type_error("missing format argument");
    return struct_pack("pack", args[0], n - 1, args + 1);
}

static value pack_into(size_t n, value *args)
{
    if (n == 0) raise_type_error("missing format argument");
    return struct_pack_into(args[0], n - 1, args + 1);
}

static value unpack_from(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {0, S_buffer, S_offset};
    value v[3];
    args_bind("unpack_from", n, args, nkw, kwnames, 0, 3, params, 3, 2, v);
    return struct_unpack_from(v[0], v[1], v[2]);
}

FUN1(fun_calcsize, calcsize, calcsize);
FUNV(fun_pack, pack, 0, 255, pack);
FUNV(fun_pack_into, pack_into, 0, 255, pack_into);
FUN2(fun_unpack, unpack, struct_unpack);
FUNK(fun_unpack_from, unpack_from, 2, 3, unpack_from);
FUN2(fun_iter_unpack, iter_unpack, struct_iter_unpack);

/* ---- struct.Struct ---- */

struct struct_object {
    struct object head;
    value format;
};

static const struct type type_struct;

static value format_of_struct(value self)
{
    value v = unwrap(self);
    if (!is_type(v, &type_struct))
        raise_type_error("descriptor requires a 'Struct' object but received '%t'", self);
    return ((struct struct_object *)v)->format;
}

static value struct_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    (void)t;
    static const sym params[] = {S_format};
    value format;
    args_bind("Struct", n, args, nkw, kwnames, 0, 1, params, 1, 1, &format);
    format_size(format, NULL); /* raises if it is no format */
    struct struct_object *s = heap_object(&type_struct, sizeof *s);
    s->format = unwrap(format);
    if (is_bytes(s->format)) {
        size_t len;
        const uint8_t *data = bytes_view(s->format, &len);
        s->format = str_new((const char *)data, len);
    }
    return from_ptr(s);
}

static void struct_trace(struct object *o)
{
    heap_visit(&((struct struct_object *)o)->format);
}

static void struct_repr(value self, struct printer *out)
{
    print_format(out, "Struct(%r)", format_of_struct(self));
}

static value method_pack_(size_t n, value *args)
{
    return struct_pack("pack", format_of_struct(args[0]), n - 1, args + 1);
}

static value method_pack_into_(size_t n, value *args)
{
    return struct_pack_into(format_of_struct(args[0]), n - 1, args + 1);
}

static value method_unpack_(value self, value data)
{
    return struct_unpack(format_of_struct(self), data);
}

static value method_unpack_from_(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {S_buffer, S_offset};
    value v[2];
    args_bind("unpack_from", n, args, nkw, kwnames, 1, 2, params, 2, 1, v);
    return struct_unpack_from(format_of_struct(args[0]), v[0], v[1]);
}

static value method_iter_unpack_(value self, value data)
{
    return struct_iter_unpack(format_of_struct(self), data);
}

static value get_size(value self)
{
    return calcsize(format_of_struct(self));
}

METHODV(method_pack, pack, 1, 255, method_pack_);
METHODV(method_pack_into, pack_into, 1, 255, method_pack_into_);
METHOD2(method_unpack, unpack, method_unpack_);
METHODK(method_unpack_from, unpack_from, 2, 3, method_unpack_from_);
METHOD2(method_iter_unpack, iter_unpack, method_iter_unpack_);
GETSET(attr_format, format, format_of_struct, NULL);
GETSET(attr_size, size, get_size, NULL);

static const struct attr struct_attrs[] = {
    ATTR(pack, method_pack),
    ATTR(pack_into, method_pack_into),
    ATTR(unpack, method_unpack),
    ATTR(unpack_from, method_unpack_from),
    ATTR(iter_unpack, method_iter_unpack),
    ATTR(format, attr_format),
    ATTR(size, attr_size),
    ATTR_VALUE(__module__, SYMBOL(S__struct)),
};
static const struct slots struct_slots = {
    .size = sizeof(struct struct_object),
    .trace = struct_trace,
    .make = struct_make,
    .repr = struct_repr,
};
static const struct type type_struct = {
    .head = {&type_type},
    .slots = &struct_slots,
    .flags = TYPE_BASE,
    .name = SYMBOL(S_Struct),
    TYPE_ATTRS(struct_attrs),
    .base = &type_object,
};

static const struct attr error_attrs[] = {ATTR_VALUE(__module__, SYMBOL(S_struct))};
static const struct type type_struct_error = {
    EXCEPTION_FIELDS(Exception),
    .name = SYMBOL(S_error),
    TYPE_ATTRS(error_attrs),
};

static const struct attr attrs[] = {
    ATTR(calcsize, fun_calcsize),       ATTR(pack, fun_pack),
    ATTR(pack_into, fun_pack_into),     ATTR(unpack, fun_unpack),
    ATTR(unpack_from, fun_unpack_from), ATTR(iter_unpack, fun_iter_unpack),
    ATTR(Struct, type_struct),          ATTR(error, type_struct_error),
};

const struct module_def module_struct = {
    .name = SYMBOL(S_struct),
    .attrs = attrs,
    .nattrs = sizeof attrs / sizeof attrs[0],
};
