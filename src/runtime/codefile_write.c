/* Code files, written, and the command that does it: adder compile. */
#include "../compiler/compiler.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../vm/vm.h"
#include "code_version.h"
#include "codefile.h"
#include "file.h"
#include "runtime.h"

#include <errno.h>

#if ADDER_CODE_WRITER

struct writer {
    value out;          /* a bytearray */
    struct dict *names; /* name -> its number */
    unsigned target;
};

/* ---- pieces ---- */

static void put(struct writer *w, const void *data, size_t n)
{
    if (n) bytearray_append(w->out, data, n);
}

static void put_byte(struct writer *w, unsigned byte)
{
    uint8_t b = (uint8_t)byte;
    put(w, &b, 1);
}

static void put_number(struct writer *w, size_t n)
{
    for (; n >= 128; n >>= 7) put_byte(w, (unsigned)n | 128);
    put_byte(w, (unsigned)n);
}

static void put_view(struct writer *w, value text)
{
    struct view s = str_view(text);
    put_number(w, s.len);
    put(w, s.data, s.len);
    HOLD(text);
}

static void put_name(struct writer *w, value name)
{
    value number = dict_get(w->names, name);
    if (number == UNDEF) {
        number = from_int(w->names->live);
        dict_set(w->names, name, number);
    }
    put_number(w, (size_t)int_of(number));
}

static void put_real(struct writer *w, real x)
{
    double wide = (double)x;
    uint64_t bits;
    memcpy(&bits, &wide, sizeof bits);
    for (unsigned i = 0; i < 8; i++) put_byte(w, (unsigned)(bits >> (8 * i)) & 255);
}

/* A number of `bytes` bytes in the target's byte order. */
static void set_target(const struct writer *w, uint8_t *at, uint32_t n, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        at[w->target & TARGET_BIG_ENDIAN ? bytes - 1 - i : i] = (uint8_t)(n >> (8 * i));
}

static void set_u32(uint8_t *at, uint32_t n)
{
    for (unsigned i = 0; i < 4; i++) at[i] = (uint8_t)(n >> (8 * i));
}

/* ---- constants ---- */

static void put_constant(struct writer *w, value v);

static void put_int(struct writer *w, value v)
{
    size_t n = 1;
    uint8_t small[16];
    while (n <= sizeof small && !int_to_bytes(v, small, n, false, true)) n++;
    if (n <= sizeof small) {
        put_number(w, n);
        put(w, small, n);
        return;
    }
    for (uint8_t *digits;; n += n / 2) {
        value bytes = bytes_make(n, &digits);
        if (!int_to_bytes(v, digits, n, false, true)) continue;
        put_number(w, n);
        put(w, digits, n);
        HOLD(bytes);
        return;
    }
}

static void put_items(struct writer *w, value items)
{
    put_number(w, tuple_of(items)->len);
    for (size_t i = 0; i < tuple_of(items)->len; i++) put_constant(w, tuple_of(items)->items[i]);
}

/* struct code_info and what is behind it; the fields one by one, for another byte order. */
static void put_info(struct writer *w, const struct code *c)
{
    const struct code_info *i = c->info;
    const uint16_t shorts[] = {i->cells, i->constants};
    const uint32_t words[] = {i->bytecode, i->handlers, i->lines, i->names, i->size, i->first_line};
    uint8_t head[sizeof *i];
    set_target(w, head, i->registers, 2);
    set_target(w, head + 2, i->flags, 2);
    head[4] = i->positional;
    head[5] = i->positional_only;
    head[6] = i->keyword_only;
    head[7] = i->locals;
    for (unsigned k = 0; k < 2; k++) set_target(w, head + 8 + 2 * k, shorts[k], 2);
    for (unsigned k = 0; k < 6; k++) set_target(w, head + 12 + 4 * k, words[k], 4);
    put(w, head, sizeof head);
    put(w, (const uint8_t *)i + i->bytecode, i->names - i->bytecode);
    for (uint32_t at = i->names; at + 2 <= i->size; at += 2) {
        uint16_t k;
        uint8_t name[2];
        memcpy(&k, (const uint8_t *)c->info + at, sizeof k);
        set_target(w, name, k, 2);
        put(w, name, 2);
    }
}
_Static_assert(sizeof(struct code_info) == 36, "docs/codefile.md says what is in it");

static void put_code(struct writer *w, const struct code *c)
{
    check_c_stack();
    put_name(w, c->name);
    put_constant(w, c->qualname);
    put_number(w, c->info->constants);
    put_number(w, c->info->size);
    while (((struct bytearray *)w->out)->len % 4) put_byte(w, 0);
    put_info(w, c);
    for (unsigned i = 0; i < c->info->constants; i++) put_constant(w, c->constants[i]);
}

/* What isn't run as soon as the module is, and has a length before it to be left out then: all but class bodies. (What has
 * cells can't be: a function's size depends on its code's.) */
static void put_function(struct writer *w, const struct code *c)
{
    bool whole = c->info->flags & CODE_CLASS || c->info->cells;
    put_byte(w, whole ? TAG_CODE : TAG_FUNCTION);
    uint32_t at = ((struct bytearray *)w->out)->len;
    if (!whole) put(w, "\0\0\0", FUNCTION_LENGTH_BYTES);
    put_code(w, c);
    const struct bytearray *b = (struct bytearray *)w->out;
    if (!whole) set_u32((uint8_t *)b->owner.buf + at, b->len - at - FUNCTION_LENGTH_BYTES);
}

static void put_constant(struct writer *w, value v)
{
    static const struct { value v; char tag; } singles[] = {
        {NONE, TAG_NONE}, {TRUE, TAG_TRUE}, {FALSE, TAG_FALSE}, {ELLIPSIS, TAG_ELLIPSIS},
    };
    check_c_stack();
    for (unsigned i = 0; i < sizeof singles / sizeof *singles; i++)
        if (v == singles[i].v) {
            put_byte(w, (unsigned)singles[i].tag);
            return;
        }
    if (is_sym(v)) {
        put_byte(w, TAG_NAME);
        put_name(w, v);
    } else if (is_str(v)) {
        put_byte(w, TAG_STR);
        put_view(w, v);
    } else if (is_integer(v)) {
        put_byte(w, TAG_INT);
        put_int(w, v);
    } else if (is_float(v)) {
        put_byte(w, TAG_FLOAT);
        put_real(w, real_of(v));
    } else if (is_type(v, &type_complex)) {
        put_byte(w, TAG_COMPLEX);
        put_real(w, ((struct complex_object *)v)->re);
        put_real(w, ((struct complex_object *)v)->im);
    } else if (is_bytes(v)) {
        size_t n;
        const uint8_t *data = bytes_view(v, &n);
        put_byte(w, TAG_BYTES);
        put_number(w, n);
        put(w, data, n);
    } else if (is_tuple(v)) {
        put_byte(w, TAG_TUPLE);
        put_items(w, v);
    } else if (ADDER_SETS && is_type(v, &type_frozenset)) {
        put_byte(w, TAG_FROZENSET);
        put_items(w, tuple_from_iterable(v));
    } else if (is_type(v, &type_code) || is_lazy_code(v)) {
        put_function(w, code_whole((struct code *)v));
    } else if (is_class(v) && class_of(v)->flags & TYPE_EXCEPTION) { /* what compiled code raises by itself */
        put_byte(w, TAG_EXCEPTION);
        put_name(w, class_of(v)->name);
    } else {
        raise_type_error("a constant of type %t can't be in a code file", v);
    }
}

/* ---- the whole ---- */

/* How many, where each one is from there on, and they. */
static void put_names(struct writer *w)
{
    value name;
    put_number(w, w->names->live);
    const struct bytearray *b = (struct bytearray *)w->out;
    uint32_t start = b->len, place = start;
    for (uint32_t i = 0; i < w->names->live; i++) put(w, "\0\0", NAME_PLACE_BYTES);
    for (uint32_t i = 0; dict_next(w->names, &i, &name, NULL); place += NAME_PLACE_BYTES) {
        for (unsigned k = 0; k < NAME_PLACE_BYTES; k++)
            ((uint8_t *)b->owner.buf)[place + k] = (uint8_t)((b->len - start) >> (8 * k));
        put_view(w, name);
    }
}

value code_save(const struct code *c, unsigned target)
{
    struct writer w = {.out = bytearray_new(NULL, CODE_FILE_HEADER), .names = dict_new(0), .target = target};
    put_constant(&w, c->filename);
    put_byte(&w, TAG_CODE);
    put_code(&w, c);
    uint32_t names = ((struct bytearray *)w.out)->len;
    put_names(&w);
    struct bytearray *b = (struct bytearray *)w.out;
    if (b->len > CODE_FILE_MAX) raise_value_error("too much for a code file");
    uint8_t *head = b->owner.buf;
    memcpy(head, CODE_FILE_MAGIC, 4);
    head[4] = CODE_FILE_FORMAT;
    head[5] = (uint8_t)target;
    head[6] = CODE_VERSION & 255;
    head[7] = CODE_VERSION >> 8;
    set_u32(head + 8, b->len);
    set_u32(head + 16, names);
    set_u32(head + 12, code_file_sum(head + 16, b->len - 16));
    return w.out;
}

/* ---- adder compile ---- */

struct compile_options {
    const char *output, *source_name;
    unsigned target;
    int status; /* -1: go on */
};

static const char compile_usage[] =
    "usage: adder compile [option] ... FILE.py ...\n"
    "  -o FILE        the code file to write; - for standard output; else FILE.adc beside each source\n"
    "  -s NAME        the source's name in tracebacks; else as it is given\n"
    "  -O[N]          optimise: 1 drops assertions, 2 docstrings too\n"
    "  --no-columns   line numbers only: tracebacks show lines, and underline nothing\n"
    "  --target T     the machine it is for: 64le 64be 32le 32be; else like this one\n";

static int complain(const char *what, const char *about)
{
    struct error_printer e;
    print_format(printer_error(&e), "adder compile: %s%s\nTry `adder compile -h`.\n", what, about);
    error_printer_flush(&e);
    return 2;
}

static bool read_target(const char *text, unsigned *target)
{
    static const char *const names[] = {"32le", "64le", "32be", "64be"};
    for (unsigned i = 0; i < 4; i++)
        if (!strcmp(text, names[i])) {
            *target = i;
            return true;
        }
    return false;
}

/* The option at argv[i]; returns the index of its last part. */
static int read_option(struct compile_options *o, int argc, char **argv, int i)
{
    const char *a = argv[i];
    if (!strcmp(a, "-h") || !strcmp(a, "--help")) {
        port_console_write(compile_usage, sizeof compile_usage - 1);
        o->status = 0;
    } else if (a[1] == 'O' && (!a[2] || (is_ascii_digit((unsigned char)a[2]) && !a[3]))) {
        compile_optimise = a[2] ? a[2] - '0' : compile_optimise + 1;
    } else if (!strcmp(a, "--no-columns")) {
        compile_columns = false;
    } else if (!strcmp(a, "-o") || !strcmp(a, "-s") || !strcmp(a, "--target")) {
        const char *operand = i + 1 < argc ? argv[++i] : NULL;
        if (!operand)
            o->status = complain("argument expected for ", a);
        else if (a[1] == 'o')
            o->output = operand;
        else if (a[1] == 's')
            o->source_name = operand;
        else if (!read_target(operand, &o->target))
            o->status = complain("no such target: ", operand);
    } else {
        o->status = complain("unknown option ", a);
    }
    return i;
}

/* first and second as one path; false: it is too long. */
static bool join_path(char *out, const char *first, size_t n, const char *second)
{
    size_t more = strlen(second) + 1;
    if (n + more > PORT_PATH_MAX) return false;
    memcpy(out, first, n);
    memcpy(out + n, second, more);
    return true;
}

/* The file is replaced at once, so that a program that runs the one before is not disturbed. */
static void write_file(const char *path, const struct bytearray *b)
{
    char draft[PORT_PATH_MAX];
    if (!join_path(draft, path, strlen(path), ".tmp")) raise_os_error(ENAMETOOLONG, codec_decode_z(path));
    int file = port_file_open(draft, PORT_WRITE | PORT_CREATE | PORT_TRUNCATE);
    word result = file;
    if (file >= 0) {
        result = port_file_write(file, b->owner.buf, b->len);
        int closed = port_file_close(file);
        if (result >= 0) result = closed;
        if (result >= 0) result = port_rename(draft, path);
        if (result < 0) port_remove(draft);
    }
    if (result < 0) raise_os_error((int)-result, codec_decode_z(path));
}

static void compile_one(const struct compile_options *o, const char *source)
{
    char beside[PORT_PATH_MAX];
    const char *path = o->output;
    size_t n = strlen(source);
    if (n > 3 && !strcmp(source + n - 3, ".py")) n -= 3;
    if (!path && !join_path(beside, source, n, CODE_FILE_SUFFIX)) raise_os_error(ENAMETOOLONG, codec_decode_z(source));
    if (!path) path = beside;
    compile_frame_head = o->target & TARGET_WIDE ? 2 : 3;
    value name = codec_decode_z(o->source_name ? o->source_name : source);
    value out = code_save(import_compile_file(source, name), o->target);
    const struct bytearray *b = (struct bytearray *)out;
    if (!strcmp(path, "-"))
        port_console_write(b->owner.buf, b->len);
    else
        write_file(path, b);
    HOLD(out);
}

int code_file_main(int argc, char **argv)
{
    struct compile_options o = {.target = TARGET_HERE, .status = -1};
    int files = 0; /* they are gathered at the start of argv */
    for (int i = 0; i < argc && o.status < 0; i++) {
        if (argv[i][0] == '-' && argv[i][1])
            i = read_option(&o, argc, argv, i);
        else
            argv[files++] = argv[i];
    }
    if (o.status < 0 && files == 0) o.status = complain("no source file", "");
    if (o.status < 0 && o.output && files > 1) o.status = complain("-o goes with one source file", "");
    if (o.status >= 0) return o.status;
    for (int i = 0; i < files; i++) compile_one(&o, argv[i]);
    return 0;
}

#endif
