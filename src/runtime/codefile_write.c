/* Code files, written, and the command that does it: adder compile. */
#include "../compiler/compiler.h"
#include "../object/class.h"
#include "../object/code.h"
#include "../vm/vm.h"
#include "code_version.h"
#include "codefile.h"
#include "file.h"
#include "frozen.h"
#include "runtime.h"

#include <errno.h>

#if ADDER_CODE_WRITER

/* All is written twice: first only to count how often each name is used. Then these get their numbers. */
struct writer {
    value out;          /* a bytearray */
    struct dict *names; /* name -> how many uses; later, its number; in the order of these */
    bool counting;
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
    value entry = dict_get(w->names, name);
    word number = entry == UNDEF ? 0 : int_of(entry);
    if (w->counting) {
        dict_set(w->names, name, from_int(number + 1));
    } else if (number < NEAR_SYMBOLS) {
        put_byte(w, TAG_SYMBOL + (unsigned)number);
    } else if (number < NEAR_SYMBOLS + FAR_SYMBOLS) {
        number -= NEAR_SYMBOLS;
        put_byte(w, TAG_FAR_SYMBOL + (unsigned)(number >> 8));
        put_byte(w, (unsigned)number & 255);
    } else {
        put_byte(w, TAG_ANY_SYMBOL);
        put_number(w, (size_t)number);
    }
}

/* Those that are used most get the first numbers. */
static void number_names(struct writer *w)
{
    struct list *order = (struct list *)list_new(0, NULL);
    value name, uses;
    for (uint32_t i = 0; dict_next(w->names, &i, &name, &uses);) {
        value pair[] = {uses, from_int(-(word)order->len), name};
        list_append(order, tuple_new(3, pair));
    }
    list_sort(order, UNDEF, true);
    w->names = dict_new(order->len);
    for (size_t i = 0; i < order->len; i++)
        dict_set(w->names, tuple_of(list_items(order)[i])->items[2], from_int((word)i));
    w->counting = false;
    w->out = bytearray_new(NULL, 0);
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

static void set_low_first(uint8_t *at, uint32_t n, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) at[i] = (uint8_t)(n >> (8 * i));
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
    const uint16_t shorts[] = {i->registers, i->flags, i->cells, i->constants};
    const uint32_t offsets[] = {i->handlers, i->lines, i->names, i->size};
    const uint8_t counts[] = {i->positional, i->positional_only, i->keyword_only, i->locals};
    uint8_t head[sizeof *i];
    for (unsigned k = 0; k < 4; k++) set_target(w, head + 2 * k, shorts[k], 2);
    for (unsigned k = 0; k < 4; k++) {
        set_target(w, head + 8 + 4 * k, offsets[k], 3);
        head[11 + 4 * k] = counts[k];
    }
    set_target(w, head + 24, i->first_line, 4);
    put(w, head, sizeof head);
    put(w, code_bytes(c), i->names - sizeof *i);
    for (uint32_t at = i->names; at + 2 <= i->size; at += 2) {
        uint16_t k;
        uint8_t name[2];
        memcpy(&k, (const uint8_t *)c->info + at, sizeof k);
        set_target(w, name, k, 2);
        put(w, name, 2);
    }
}
_Static_assert(sizeof(struct code_info) == 28, "docs/codefile.md says what is in it");

/* What is before the name in a qualified one has several functions behind it, and so is in the list of names. */
static void put_qualname(struct writer *w, const struct code *c)
{
    struct view name = str_view(c->name), whole = str_view(c->qualname);
    if (whole.len < name.len || memcmp(whole.data + whole.len - name.len, name.data, name.len)) {
        put_byte(w, TAG_STR);
        put_view(w, c->qualname);
    } else if (whole.len == name.len) {
        put_byte(w, TAG_NONE);
    } else {
        put_name(w, str_intern(str_new(whole.data, whole.len - name.len)));
    }
    HOLD(c->name);
    HOLD(c->qualname);
}

static void put_code(struct writer *w, const struct code *c)
{
    check_c_stack();
    put_name(w, c->name);
    put_qualname(w, c);
    while (((struct bytearray *)w->out)->len % 4) put_byte(w, 0);
    put_info(w, c);
    for (unsigned i = 0; i < c->info->constants; i++) put_constant(w, c->constants[i]);
}

/* What has been written since, where there is room for it. */
static void set_length(const struct writer *w, uint32_t at)
{
    const struct bytearray *b = (struct bytearray *)w->out;
    set_low_first((uint8_t *)b->owner.buf + at, b->len - at - FUNCTION_LENGTH_BYTES, FUNCTION_LENGTH_BYTES);
}

/* What isn't run as soon as the module is, and has a length before it to be left out then: all but class bodies. (What has
 * cells can't be: a function's size depends on its code's.) */
static void put_function(struct writer *w, const struct code *c)
{
    bool whole = c->info->flags & CODE_CLASS || c->info->cells;
    put_byte(w, whole ? TAG_CODE : TAG_FUNCTION);
    uint32_t at = ((struct bytearray *)w->out)->len;
    if (!whole) put(w, "\0\0", FUNCTION_LENGTH_BYTES);
    put_code(w, c);
    if (!whole) set_length(w, at);
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

/* How many, where one of NAME_STEP is from there on, and they. */
static void put_names(struct writer *w)
{
    value name;
    uint32_t n = w->names->live, k = 0;
    put_number(w, n);
    const struct bytearray *b = (struct bytearray *)w->out;
    uint32_t start = b->len;
    for (uint32_t i = 0; i < n; i += NAME_STEP) put(w, "\0\0", NAME_PLACE_BYTES);
    for (uint32_t i = 0; dict_next(w->names, &i, &name, NULL); k++) {
        uint32_t place = start + k / NAME_STEP * NAME_PLACE_BYTES;
        if (k % NAME_STEP == 0) set_low_first((uint8_t *)b->owner.buf + place, b->len - start, NAME_PLACE_BYTES);
        put_view(w, name);
    }
}

/* Each is a function for the loader: so it can leave the others out. */
static void put_modules(struct writer *w, const struct list *modules)
{
    static const uint8_t header[CODE_FILE_HEADER];
    put(w, header, sizeof header);
    for (size_t i = 0; i < modules->len; i++) {
        const struct code *c = (struct code *)list_items(modules)[i];
        put_byte(w, TAG_STR);
        put_view(w, c->filename);
        put_function(w, c);
    }
}

static value save_modules(const struct list *modules, unsigned target)
{
    struct writer w = {.out = bytearray_new(NULL, 0), .names = dict_new(0), .counting = true, .target = target};
    put_modules(&w, modules);
    number_names(&w);
    put_modules(&w, modules);
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
    set_low_first(head + 8, b->len, 4);
    set_low_first(head + 16, names, 4);
    set_low_first(head + 12, code_file_sum(head + 16, b->len - 16), 4);
    return w.out;
}

value code_save(const struct code *c, unsigned target)
{
    value module = from_ptr(c);
    return save_modules((struct list *)list_new(1, &module), target);
}

/* ---- adder compile ---- */

struct compile_options {
    const char *output, *source_name;
    const char *image; /* the folder of an image's modules, which are to go into one file; else NULL */
    unsigned target;
    int status; /* -1: go on */
};

static const char compile_usage[] =
    "usage: adder compile [option] ... FILE.py ...\n"
    "  -o FILE        the code file to write; - for standard output; else FILE.adc beside each source\n"
    "  -s NAME        the source's name in tracebacks; else as it is given\n"
    "  -O[N]          optimise: 1 drops assertions, 2 docstrings too\n"
    "  --no-columns   line numbers only: tracebacks show lines, and underline nothing\n"
    "  --target T     the machine it is for: 64le 64be 32le 32be; else like this one\n"
    "  --image FOLDER all FILEs into one, as the modules of an image that they are in FOLDER\n";

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
    } else if (!strcmp(a, "-o") || !strcmp(a, "-s") || !strcmp(a, "--target") || !strcmp(a, "--image")) {
        const char *operand = i + 1 < argc ? argv[++i] : NULL;
        if (!operand)
            o->status = complain("argument expected for ", a);
        else if (a[1] == 'o')
            o->output = operand;
        else if (a[1] == 's')
            o->source_name = operand;
        else if (a[2] == 'i')
            o->image = operand;
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

static void save(const struct list *modules, unsigned target, const char *path)
{
    value out = save_modules(modules, target);
    const struct bytearray *b = (struct bytearray *)out;
    if (!strcmp(path, "-"))
        port_console_write(b->owner.buf, b->len);
    else
        write_file(path, b);
    HOLD(out);
}

static struct list *compile_one(const char *source, const char *name)
{
    value code = from_ptr(import_compile_file(source, codec_decode_z(name)));
    return (struct list *)list_new(1, &code);
}

static void compile_file(const struct compile_options *o, const char *source)
{
    char beside[PORT_PATH_MAX];
    size_t n = strlen(source);
    if (n > 3 && !strcmp(source + n - 3, ".py")) n -= 3;
    if (!o->output && !join_path(beside, source, n, CODE_FILE_SUFFIX))
        raise_os_error(ENAMETOOLONG, codec_decode_z(source));
    save(compile_one(source, o->source_name ? o->source_name : source), o->target, o->output ? o->output : beside);
}

static void compile_image(const struct compile_options *o, char **files, int n)
{
    char name[PORT_PATH_MAX];
    struct list *modules = (struct list *)list_new(0, NULL);
    size_t folder = strlen(o->image) + 1;
    for (int i = 0; i < n; i++) {
        bool inside = strlen(files[i]) > folder && !strncmp(files[i], o->image, folder - 1);
        if (!inside || !join_path(name, FROZEN_FOLDER, sizeof FROZEN_FOLDER - 1, files[i] + folder))
            raise_os_error(ENOENT, codec_decode_z(files[i]));
        list_append(modules, list_items(compile_one(files[i], name))[0]);
    }
    save(modules, o->target, o->output ? o->output : "-");
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
    if (o.status < 0 && o.output && files > 1 && !o.image) o.status = complain("-o goes with one source file", "");
    if (o.status >= 0) return o.status;
    compile_frame_head = o.target & TARGET_WIDE ? 2 : 3;
    if (o.image)
        compile_image(&o, argv, files);
    else
        for (int i = 0; i < files; i++) compile_file(&o, argv[i]);
    return 0;
}

#endif
