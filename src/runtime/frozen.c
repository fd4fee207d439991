/* The modules in the image. Those that programs import most are in a code file, which lies in read-only memory and runs
 * there: tools/freeze.py makes it. The others are packed sources, a quarter of the size, compiled when they are
 * imported: tools/pack_sources.c packs them. */
#include "frozen.h"
#include "../compiler/compiler.h"
#include "../object/class.h"
#include "../value/rom_symbols.h"
#include "codefile.h"
#include "file.h"
#include "port.h"

#if ADDER_FROZEN && !defined(ADDER_SYMBOL_SCAN) /* this run of the preprocessor has no table yet */

struct packed_module {
    const char *name;
    const uint8_t *data;
    uint32_t size; /* of the text */
};

#ifndef ADDER_SYMBOL_SCAN /* they name no symbols */
#include "frozen_modules.h"
#include "packed_modules.h"
#endif
#define FROZEN_CODE ((const char *)frozen_code)

/* Where the module with this path is, in the code file; 0: nowhere. With `folder`, any module that is below it. */
static uint32_t frozen_find(const char *path, bool folder)
{
    size_t n, len = strlen(path);
    for (uint32_t at = CODE_FILE_HEADER, next; at; at = next) {
        const char *name = code_image_name(FROZEN_CODE, at, &n, &next);
        if (n >= len && !memcmp(name, path, len) && (folder ? n > len && name[len] == '/' : n == len)) return at;
    }
    return 0;
}

static const struct packed_module *packed_find(const char *name)
{
    for (const struct packed_module *m = packed_modules; m->name; m++)
        if (!strcmp(m->name, name)) return m;
    return NULL;
}

uint32_t frozen_kind(const char *path)
{
    const char *name = path + sizeof FROZEN_FOLDER - 1;
    size_t n = strlen(name);
    if (frozen_find(path, false) || packed_find(name)) return PORT_MODE_FILE;
    if (frozen_find(path, true)) return PORT_MODE_FOLDER;
    for (const struct packed_module *m = packed_modules; m->name; m++)
        if (!strncmp(m->name, name, n) && m->name[n] == '/') return PORT_MODE_FOLDER;
    return 0;
}

/* Of a path below .frozen, with .py */
static void add_name(struct dict *names, const char *path)
{
    size_t n = 0;
    while (path[n] != '/' && path[n] != '.') n++;
    dict_set(names, str_intern(str_new(path, n)), NONE);
}

value frozen_names(void)
{
    struct dict *names = dict_new(0);
    size_t n;
    for (uint32_t at = CODE_FILE_HEADER; at;)
        add_name(names, code_image_name(FROZEN_CODE, at, &n, &at) + sizeof FROZEN_FOLDER - 1);
    for (const struct packed_module *m = packed_modules; m->name; m++) add_name(names, m->name);
    return from_ptr(names);
}

/* ---- unpacking: see tools/pack_sources.c for the form ---- */

enum { TEXT_END = 256, LENGTHS = 257, SYMBOLS = 286, DISTANCES = 32, CODE_BITS = 15, MATCH_MIN = 3, MATCH_MAX = 258 };

/* A canonical Huffman code: how many codes have each length, and the symbols in the order of their codes. */
struct huffman {
    uint16_t count[CODE_BITS + 1];
    uint16_t symbol[SYMBOLS];
};

struct unpacker {
    const uint8_t *at;
    unsigned bit; /* the next one of *at */
    struct huffman symbols, distances;
};

static unsigned next_bits(struct unpacker *u, unsigned n)
{
    unsigned result = 0;
    for (unsigned i = 0; i < n; i++) {
        result |= (*u->at >> u->bit & 1u) << i;
        u->at += ++u->bit >> 3;
        u->bit &= 7;
    }
    return result;
}

static unsigned next_symbol(struct unpacker *u, const struct huffman *h)
{
    unsigned code = 0, first = 0, bit = u->bit;
    const uint8_t *at = u->at;
    const uint16_t *symbol = h->symbol;
    for (unsigned i = 1;; i++) { /* (what is in the image has an end) */
        code = code << 1 | (*at >> bit & 1u);
        at += ++bit >> 3;
        bit &= 7;
        if (code < first + h->count[i]) {
            u->at = at;
            u->bit = bit;
            return symbol[code - first];
        }
        symbol += h->count[i];
        first = (first + h->count[i]) << 1;
    }
}

static void make_code(struct huffman *h, const uint8_t *lengths, unsigned n)
{
    unsigned at = 0;
    for (unsigned length = 1; length <= CODE_BITS; length++) {
        unsigned start = at;
        for (unsigned i = 0; i < n; i++)
            if ((lengths[i / 2] >> (i % 2 * 4) & 15) == length) h->symbol[at++] = (uint16_t)i;
        h->count[length] = (uint16_t)(at - start);
    }
}

static unsigned match_length(struct unpacker *u, unsigned symbol)
{
    unsigned l = symbol - LENGTHS;
    if (symbol == SYMBOLS - 1) return MATCH_MAX;
    if (l < 8) return MATCH_MIN + l;
    unsigned extra = l / 4 - 1;
    return MATCH_MIN + ((4 + l % 4) << extra) + next_bits(u, extra);
}

static unsigned match_distance(struct unpacker *u)
{
    unsigned d = next_symbol(u, &u->distances);
    if (d < 4) return d + 1;
    unsigned extra = d / 2 - 1;
    return 1 + ((2 + d % 2) << extra) + next_bits(u, extra);
}

/* One text, to `out`; its end. */
static uint8_t *unpack_text(struct unpacker *u, const uint8_t *data, uint8_t *out)
{
    u->at = data;
    u->bit = 0;
    for (unsigned s; (s = next_symbol(u, &u->symbols)) != TEXT_END;) {
        if (s < TEXT_END) {
            *out++ = (uint8_t)s;
            continue;
        }
        unsigned length = match_length(u, s), distance = match_distance(u);
        for (; length; length--, out++) *out = *(out - distance);
    }
    return out;
}

/* The texts of the symbols and the phrases, and behind them the text of the module, which repeats them. */
static void unpack(const struct packed_module *m, uint8_t *out)
{
    struct unpacker u;
    size_t n;
    memcpy(out, rom_symbol_text(0, &n), SYMBOL_TEXTS);
    make_code(&u.symbols, packed_symbols, SYMBOLS);
    make_code(&u.distances, packed_distances, DISTANCES);
    unpack_text(&u, m->data, unpack_text(&u, packed_0, out + SYMBOL_TEXTS));
}

struct packed_job {
    const struct bytearray *text;
    value filename;
};

static value compile_packed(void *arg)
{
    const struct packed_job *job = arg;
    const char *text = job->text->owner.buf;
    return from_ptr(compile_text(text + FRONT, job->text->len - FRONT, job->filename, COMPILE_EXEC, import_compile_flags(job->filename)));
}

static struct code *packed_load(const struct packed_module *m, value filename)
{
    struct packed_job job = {(struct bytearray *)bytearray_new(NULL, FRONT + m->size), filename};
    bool columns = compile_columns;
    value code;
    unpack(m, job.text->owner.buf);
    compile_columns = false; /* errors in there can't be underlined */
    bool ok = protect(compile_packed, &job, &code);
    compile_columns = columns;
    if (!ok) raise(code);
    return (struct code *)code;
}

struct code *frozen_load(const char *path)
{
    uint32_t at = frozen_find(path, false);
    if (at) return code_image_load(FROZEN_CODE, at);
    return packed_load(packed_find(path + sizeof FROZEN_FOLDER - 1), codec_decode_z(path));
}

#elif ADDER_TRACING

value frozen_names(void)
{
    return from_ptr(dict_new(0));
}

#endif
