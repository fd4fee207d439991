/* Code files, read: the header, the names' places, then the code objects, one in the other. Their fixed parts (bytecode
 * and tables) are used where they lie; constants are made. Every code object is verified once it is whole.
 *
 * Where the file stays, most functions are only loaded, and verified, when they are first called or looked at: until
 * then a struct lazy_code stands for each, and a struct code_file keeps what is to be known of the file. */
#include "codefile.h"
#include "../object/class.h"
#include "../value/utf8.h"
#include "../vm/verify.h"
#include "../vm/vm.h"
#include "code_version.h"
#include "file.h"
#include "runtime.h"

#if ADDER_CODE_FILES

struct code_file {
    struct object head;
    const uint8_t *start;
    uint32_t size;
    uint32_t names, nnames;     /* where the places of the names are; how many */
    value home, path, filename; /* home UNDEF: it does not stay */
    bool trusted;
};

static void code_file_trace(struct object *o)
{
    struct code_file *f = (void *)o;
    heap_visit(&f->home);
    heap_visit(&f->path);
    heap_visit(&f->filename);
}

/* (No base: it is never seen by Python.) */
static const struct slots code_file_slots = {.size = sizeof(struct code_file), .trace = code_file_trace};
static const struct type type_code_file = {.slots = &code_file_slots, .name = SYMBOL(S_empty)};

struct reader {
    struct code_file *file;
    const uint8_t *start, *at, *end; /* of the file; of what is read */
    struct bytearray *room;          /* for the verifier */
};

bool code_file_is(const char *data, size_t n)
{
    return n >= 4 && (!memcmp(data, CODE_FILE_MAGIC, 4) || (data[0] == 'M' && (uint8_t)data[1] < ' '));
}

_Noreturn static void refuse(const struct reader *r, const char *why)
{
    raise_error(&type_ImportError, "code file %r %s", r->file->path, why);
}

_Noreturn static void raise_damaged(const struct reader *r, const char *what)
{
    raise_error(&type_ImportError, "code file %r is damaged (%s)", r->file->path, what);
}

/* ---- pieces ---- */

static const uint8_t *take(struct reader *r, size_t n)
{
    if (n > (size_t)(r->end - r->at)) raise_damaged(r, "it ends too soon");
    const uint8_t *here = r->at;
    r->at += n;
    return here;
}

static uint32_t take_number(struct reader *r)
{
    if (r->at < r->end && *r->at < 128) return *r->at++;
    uint32_t n = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        uint8_t byte = *take(r, 1);
        n |= (uint32_t)(byte & 127) << shift;
        if (byte < 128) return n;
    }
    raise_damaged(r, "a number");
}

/* A count of things that take at least a byte each. */
static uint32_t take_count(struct reader *r)
{
    uint32_t n = take_number(r);
    if (n > (size_t)(r->end - r->at)) raise_damaged(r, "a count");
    return n;
}

static uint32_t get_u32(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint32_t get_u24(const uint8_t *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

uint32_t code_file_sum(const void *data, size_t n)
{
    uint32_t sum = 1, sums = 0;
    const uint8_t *p = data;
    for (; n >= 4; n -= 4, p += 4) {
        sum += get_u32(p);
        sums += sum;
    }
    for (unsigned i = 0; i < n; i++) sum += (uint32_t)p[i] << (8 * i);
    sums += sum;
    return sums ^ (sum << 16 | sum >> 16);
}

/* Whether text is what a str may hold: UTF-8, lone surrogates too. */
static bool is_good_text(const char *text, size_t n)
{
    while (n) {
        size_t good = utf8_check(text, n, NULL);
        text += good;
        n -= good;
        if (n == 0) break;
        if (n < 3 || (uint8_t)text[0] != 0xed || (uint8_t)text[1] < 0xa0 || ((uint8_t)text[1] & 0xc0) != 0x80 ||
            ((uint8_t)text[2] & 0xc0) != 0x80)
            return false;
        text += 3;
        n -= 3;
    }
    return true;
}

static const char *take_text(struct reader *r, size_t *n)
{
    *n = take_count(r);
    const char *text = (const char *)take(r, *n);
    if (!utf8_is_ascii(text, *n) && !is_good_text(text, *n)) raise_damaged(r, "a text");
    return text;
}

/* The one that a symbol's tag stands for, and what follows it. It is looked up wherever it is used: a list of all would take
 * more memory than it is worth. */
static const char *take_name(struct reader *r, uint8_t tag, size_t *n)
{
    const struct code_file *f = r->file;
    uint32_t i = tag - TAG_SYMBOL;
    if (tag == TAG_ANY_SYMBOL)
        i = take_number(r);
    else if (tag >= TAG_FAR_SYMBOL)
        i = NEAR_SYMBOLS + ((uint32_t)(tag - TAG_FAR_SYMBOL) << 8) + *take(r, 1);
    if (tag < TAG_SYMBOL || i >= f->nnames) raise_damaged(r, "no such name");
    struct reader at = *r;
    at.end = r->start + f->size;
    at.at = r->start + f->names + get_u24(r->start + f->names + NAME_PLACE_BYTES * (size_t)(i / NAME_STEP));
    if (at.at > at.end) raise_damaged(r, "a name");
    for (i %= NAME_STEP; i; i--) take(&at, take_number(&at));
    return take_text(&at, n);
}

static value take_symbol(struct reader *r, uint8_t tag)
{
    size_t n;
    const char *text = take_name(r, tag, &n);
    return symbol_intern(text, n);
}

static real take_real(struct reader *r)
{
    const uint8_t *p = take(r, 8);
    uint64_t bits = get_u32(p) | (uint64_t)get_u32(p + 4) << 32;
    double x;
    memcpy(&x, &bits, sizeof x);
    return (real)x;
}

/* ---- constants ---- */

static value take_constant(struct reader *r);

static value take_tuple(struct reader *r)
{
    uint32_t n = take_count(r);
    value t = tuple_new(n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        value item = take_constant(r);
        tuple_of(t)->items[i] = item;
    }
    return t;
}

#if ADDER_SETS
static value take_frozenset(struct reader *r)
{
    value items = take_tuple(r);
    struct dict *s = set_new(&type_frozenset);
    for (size_t i = 0; i < tuple_of(items)->len; i++) {
        value item = tuple_of(items)->items[i];
        if (is_type(item, &type_code) || is_lazy_code(item)) raise_damaged(r, "a constant");
        set_add(s, item);
    }
    return from_ptr(s);
}
#endif

/* The layout of a code object that can be relied on before it is verified; *info: aligned. */
static const void *take_info(struct reader *r, struct code_info *info)
{
    while ((r->at - r->start) % 4) take(r, 1);
    const uint8_t *at = r->at;
    memcpy(info, take(r, sizeof *info), sizeof *info);
    r->at = at;
    take(r, info->size);
    if (info->size < sizeof *info || info->constants > (size_t)(r->end - r->at)) raise_damaged(r, "a function");
    return at;
}

static value take_qualname(struct reader *r, value name)
{
    uint8_t tag = *take(r, 1);
    size_t n;
    if (tag == TAG_NONE) return name;
    const char *text = tag == TAG_STR ? take_text(r, &n) : take_name(r, tag, &n);
    value first = str_new(text, n);
    return tag == TAG_STR ? first : str_concat(first, name);
}

static value take_code(struct reader *r)
{
    check_c_stack();
    value name = take_symbol(r, *take(r, 1)), qualname = take_qualname(r, name);
    struct code_info info;
    const void *outside = take_info(r, &info);
    struct code *c;
    uint32_t n = info.constants;
    if (r->file->home == UNDEF) {
        struct code_info *inside;
        c = code_make(n, info.size, &inside);
        memcpy(inside, outside, info.size);
    } else {
        c = code_make_outside(outside, r->file->home);
    }
    c->name = name;
    c->qualname = qualname;
    c->filename = r->file->filename;
    for (uint32_t i = 0; i < n; i++) {
        value k;
        if (r->at < r->end && *r->at >= TAG_SYMBOL) /* most are */
            k = take_symbol(r, *r->at++);
        else
            k = take_constant(r);
        c->constants[i] = k;
    }
    const char *wrong = r->file->trusted ? NULL : code_verify(c, &r->room->owner);
    if (wrong) raise_damaged(r, wrong);
    return from_ptr(c);
}

/* All that r has is a function without closure cells. */
static value take_whole_function(struct reader *r)
{
    value code = take_code(r);
    if (r->at != r->end || ((struct code *)code)->info->cells) raise_damaged(r, "a function");
    return code;
}

/* The same, its length before it. If the file stays, it is left for later. */
static value take_function(struct reader *r)
{
    uint32_t at = (uint32_t)(r->at - r->start), length = get_u24(take(r, FUNCTION_LENGTH_BYTES));
    struct reader function = *r;
    take(r, length);
    if (r->file->home != UNDEF) return from_ptr(lazy_code_new(from_ptr(r->file), at));
    function.end = r->at;
    return take_whole_function(&function);
}

static value take_exception(struct reader *r)
{
    value v = vm_hooks.builtin(take_symbol(r, *take(r, 1)));
    if (v == UNDEF || !is_class(v) || !(class_of(v)->flags & TYPE_EXCEPTION)) raise_damaged(r, "no such exception");
    return v;
}

static value take_constant(struct reader *r)
{
    size_t n;
    const char *text;
    check_c_stack();
    uint8_t tag = *take(r, 1);
    if (tag >= TAG_SYMBOL) return take_symbol(r, tag);
    switch (tag) {
    case TAG_NONE: return NONE;
    case TAG_TRUE: return TRUE;
    case TAG_FALSE: return FALSE;
    case TAG_ELLIPSIS: return ELLIPSIS;
    case TAG_STR: text = take_text(r, &n); return str_new(text, n);
    case TAG_BYTES: n = take_count(r); return bytes_new(take(r, n), n);
    case TAG_INT: n = take_count(r); return int_from_bytes(take(r, n), n, false, true);
    case TAG_FLOAT: return from_real(take_real(r));
    case TAG_COMPLEX: {
        real re = take_real(r), im = take_real(r);
        return from_complex(re, im);
    }
    case TAG_TUPLE: return take_tuple(r);
#if ADDER_SETS
    case TAG_FROZENSET: return take_frozenset(r);
#endif
    case TAG_CODE: return take_code(r);
    case TAG_FUNCTION: return take_function(r);
    case TAG_EXCEPTION: return take_exception(r);
    default: raise_damaged(r, "a constant");
    }
}

/* ---- the whole ---- */

_Noreturn static void refuse_mpy(const struct reader *r)
{
    raise_error(&type_ImportError,
                "%r is MicroPython bytecode (.mpy version %u), which Adder cannot run: import its source (.py) instead, "
                "or compile that with `adder compile`",
                r->file->path, (unsigned)r->start[1]);
}

_Noreturn static void refuse_target(const struct reader *r, unsigned target)
{
    raise_error(&type_ImportError, "code file %r is for another machine (%s-bit words, %s-endian): compile it for this one",
                r->file->path, target & TARGET_WIDE ? "64" : "32", target & TARGET_BIG_ENDIAN ? "big" : "little");
}

static void read_header(struct reader *r)
{
    if (r->end - r->start >= 2 && r->start[0] == 'M' && r->start[1] < ' ') refuse_mpy(r);
    const uint8_t *head = take(r, CODE_FILE_HEADER);
    if (memcmp(head, CODE_FILE_MAGIC, 4)) refuse(r, "is none");
    if (head[4] != CODE_FILE_FORMAT || (head[6] | head[7] << 8) != CODE_VERSION)
        refuse(r, "was made by another version of Adder: compile it again");
    if (head[5] & ~TARGET_KNOWN) raise_damaged(r, "target");
    if (head[5] != TARGET_HERE) refuse_target(r, head[5]);
    if (get_u32(head + 8) != (size_t)(r->end - r->start) || r->end - r->start > CODE_FILE_MAX)
        raise_damaged(r, "its length");
    r->file->size = (uint32_t)(r->end - r->start);
    if (!r->file->trusted && get_u32(head + 12) != code_file_sum(head + 16, (size_t)(r->end - head) - 16))
        raise_damaged(r, "its checksum");
}

/* The names are at the end: how many, where some are, and they. */
static void read_names(struct reader *r)
{
    uint32_t names = get_u32(r->start + 16);
    if (names < CODE_FILE_HEADER || names > r->file->size) raise_damaged(r, "its names");
    r->at = r->start + names;
    r->file->nnames = take_count(r);
    r->file->names = (uint32_t)(r->at - r->start);
    take(r, NAME_PLACE_BYTES * (((size_t)r->file->nnames + NAME_STEP - 1) / NAME_STEP));
    r->at = r->start + CODE_FILE_HEADER;
    r->end = r->start + names;
}

static bool is_module(const struct code *c)
{
    return c->info->flags & CODE_MODULE && !(c->info->flags & CODE_CLASS) && c->info->cells == 0 &&
           c->info->positional == 0 && c->info->keyword_only == 0;
}

/* The source's name, and where the code ends. */
static const uint8_t *take_module_head(struct reader *r)
{
    size_t n;
    if (*take(r, 1) != TAG_STR) raise_damaged(r, "its source's name");
    const char *name = take_text(r, &n);
    r->file->filename = str_new(name, n);
    if (*take(r, 1) != TAG_FUNCTION) raise_damaged(r, "it holds no module");
    size_t length = get_u24(take(r, FUNCTION_LENGTH_BYTES));
    const uint8_t *start = r->at;
    take(r, length);
    r->at = start;
    return start + length;
}

static struct code *read_module(struct reader *r)
{
    r->end = take_module_head(r);
    struct code *code = (struct code *)take_whole_function(r);
    heap_buffer_free(&r->room->owner);
    if (!is_module(code)) raise_damaged(r, "it holds no module");
    return code;
}

static struct reader reader_of(struct code_file *f)
{
    struct reader r = {.file = f, .start = f->start, .at = f->start};
    r.room = (struct bytearray *)bytearray_new(NULL, 0);
    return r;
}

static struct code_file *code_file_new(const char *data, value home, value path)
{
    struct code_file *f = heap_object(&type_code_file, sizeof *f);
    f->start = (const uint8_t *)data;
    f->home = home;
    f->path = path;
    return f;
}

struct code *code_load(const char *data, size_t n, value home, value path)
{
    struct reader r = reader_of(code_file_new(data, (uintptr_t)data % 4 ? UNDEF : home, path));
    r.end = r.start + n;
    read_header(&r);
    read_names(&r);
    const uint8_t *end = r.end;
    struct code *code = read_module(&r);
    if (r.at != end) raise_damaged(&r, "there is more behind its code");
    return code;
}

#if ADDER_FROZEN

struct code *code_image_load(const char *data, uint32_t at)
{
    struct code_file *f = code_file_new(data, NONE, SYMBOL(S_empty));
    struct reader r = reader_of(f);
    f->trusted = true;
    f->size = get_u32(r.start + 8);
    r.end = r.start + f->size;
    read_names(&r);
    r.at = r.start + at;
    return read_module(&r);
}

const char *code_image_name(const char *data, uint32_t at, size_t *n, uint32_t *next)
{
    const uint8_t *start = (const uint8_t *)data;
    struct reader r = {.start = start, .at = start + at + 1, .end = start + get_u32(start + 16)};
    *n = take_number(&r);
    const char *name = (const char *)take(&r, *n);
    take(&r, 1);
    take(&r, get_u24(take(&r, FUNCTION_LENGTH_BYTES)));
    *next = r.at == r.end ? 0 : (uint32_t)(r.at - start);
    return name;
}

#endif

struct code *code_load_part(value file, uint32_t at)
{
    struct reader r = reader_of((struct code_file *)file);
    r.at += at;
    r.end = r.at + FUNCTION_LENGTH_BYTES + get_u24(r.at);
    r.at += FUNCTION_LENGTH_BYTES;
    value code = take_whole_function(&r);
    heap_buffer_free(&r.room->owner);
    return (struct code *)code;
}

/* ---- files in place ---- */

#if ADDER_FILES

/* A file mapped into memory, while code objects refer to it. It can't have a finaliser: that might run before those of
 * objects whose methods are in the file. */
struct mapping {
    struct object head;
    struct mapping *next; /* of all, not traced */
    struct file_content content;
};
static struct mapping *mappings;
static uint32_t mappings_epoch; /* heap_epoch when the list was begun */

static const struct slots mapping_slots = {.size = sizeof(struct mapping)};
static const struct type type_mapping = {.slots = &mapping_slots, .name = SYMBOL(S_empty)};

/* After a collection has marked all that is left. */
static void drop_mappings(void)
{
    for (struct mapping **at = &mappings; *at;) {
        struct mapping *m = *at;
        if (heap_is_live(m)) {
            at = &m->next;
        } else {
            *at = m->next;
            file_unload(&m->content);
        }
    }
}

struct code *code_load_file(struct file_content *c, value path)
{
    if (c->held != UNDEF) return code_load(c->data, c->n, UNDEF, path);
    if (mappings_epoch != heap_epoch) {
        heap_add_after_mark(drop_mappings);
        mappings = NULL;
        mappings_epoch = heap_epoch;
    }
    struct mapping *m = heap_object(&type_mapping, sizeof *m);
    m->content = *c;
    m->next = mappings;
    mappings = m;
    *c = (struct file_content){.data = "", .held = UNDEF};
    return code_load(m->content.data, m->content.n, from_ptr(m), path);
}

#endif

#endif
