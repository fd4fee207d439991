/* Symbols: those in ROM (value/symbols.c), and those interned at run time, kept here.
 *
 * A symbol that is not in ROM has its text in an object of its own, 16 bytes and the text. A table
 * says where: one buffer, of 4 bytes for each id and 2 (4) for each place of an open-addressed
 * index by hash. A visit to the symbol marks the text; once all is marked, the symbols whose
 * texts were not are taken out of the table, and their ids are free again.
 */
#include "../value/rom_symbols.h"
#include "layout.h"

struct symbol_text {
    struct object head;
    uint32_t hash;
    uint32_t len_ascii; /* bytes << 1 | only ASCII */
    char text[];
};

static size_t text_size(const struct object *o)
{
    return sizeof(struct symbol_text) + (((const struct symbol_text *)o)->len_ascii >> 1);
}

static const struct slots symbol_text_slots = {.size_of = text_size};
static const struct type type_symbol_text = {.slots = &symbol_text_slots, .name = SYMBOL(S_str)};

#define ENTRY_FREE 0x80000000u /* in an entry: the next free id + 1; else the text's granule number */
#define PLACE_MIN  8u          /* places of the smallest index */
#if UINTPTR_MAX > 0xffffffffu
#define MAX_SYMBOLS ((uint32_t)1 << 24)
#else
#define MAX_SYMBOLS 65535u
#endif
#define MAX_DYNAMIC (MAX_SYMBOLS - S_COUNT)

/* Numbers here are ids less S_COUNT. A place of the index holds such a number + 1; 0: never used;
 * all ones: it was used. */
static struct {
    struct owner owner; /* buffer: uint32_t entries[cap]; then the index */
    uint32_t epoch;     /* heap_epoch when this was set up */
    uint32_t places;    /* of the index: a power of two, or 0 */
    uint32_t filled;    /* places that are not free */
    uint32_t n;         /* entries used so far, free ones included */
    uint32_t free;      /* the first free entry + 1; 0: none */
    uint32_t hold;
} table;

static uint32_t cap_of(uint32_t places)
{
    return places / 4 * 3;
}
static bool is_wide(uint32_t places)
{
    return places > 65536;
}
static uint32_t *entries(void)
{
    return table.owner.buf;
}

static uint32_t place_get(uint32_t i)
{
    const uint32_t *index = entries() + cap_of(table.places);
    if (is_wide(table.places)) return index[i];
    uint16_t k = ((const uint16_t *)index)[i];
    return k == UINT16_MAX ? UINT32_MAX : k;
}

static void place_set(uint32_t i, uint32_t k)
{
    uint32_t *index = entries() + cap_of(table.places);
    if (is_wide(table.places))
        index[i] = k;
    else
        ((uint16_t *)index)[i] = (uint16_t)k;
}

static struct symbol_text *text_at(uint32_t n)
{
    return heap_granule(entries()[n]);
}

/* ---- looking up ---- */

static value find_dynamic(const char *text, size_t len, uint32_t hash)
{
    if (!table.places || table.epoch != heap_epoch) return UNDEF;
    for (uint32_t i = hash;; i++) {
        uint32_t k = place_get(i & (table.places - 1));
        if (!k) return UNDEF;
        if (k == UINT32_MAX) continue;
        const struct symbol_text *t = text_at(k - 1);
        if (t->hash == hash && t->len_ascii >> 1 == len && !memcmp(t->text, text, len))
            return SYMBOL(S_COUNT + k - 1);
    }
}

value symbol_find(const char *text, size_t len)
{
    uint32_t hash = text_hash(text, len);
    value v = rom_symbol_find(text, len, hash);
    return v != UNDEF ? v : find_dynamic(text, len, hash);
}

const char *symbol_text(value symbol, size_t *len)
{
    sym id = sym_of(symbol);
    if (id < S_COUNT) return rom_symbol_text(id, len);
    const struct symbol_text *t = text_at(id - S_COUNT);
    *len = t->len_ascii >> 1;
    return t->text;
}

uint32_t symbol_hash(value symbol)
{
    sym id = sym_of(symbol);
    return id < S_COUNT ? rom_symbol_hash_of(id) : text_at(id - S_COUNT)->hash;
}

bool symbol_is_ascii(value symbol)
{
    sym id = sym_of(symbol);
    return id < S_COUNT || (text_at(id - S_COUNT)->len_ascii & 1);
}

const char *symbol_look(value symbol, size_t *len, bool *ascii)
{
    sym id = sym_of(symbol);
    if (id < S_COUNT) {
        *ascii = true;
        return rom_symbol_text(id, len);
    }
    const struct symbol_text *t = text_at(id - S_COUNT);
    *len = t->len_ascii >> 1;
    *ascii = t->len_ascii & 1;
    return t->text;
}

/* ---- what the collector asks ---- */

/* The symbol may be none: any word that looks like one. */
static void visit_symbol(value symbol)
{
    value n = (symbol >> 4) - S_COUNT;
    if (n < table.n && !(entries()[n] & ENTRY_FREE)) {
        value text = from_ptr(text_at((uint32_t)n));
        heap_visit(&text);
    }
}

static void visit_held(void)
{
    if (table.hold) {
        for (uint32_t n = 0; n < table.n; n++) visit_symbol(SYMBOL((value)S_COUNT + n));
    }
}

static void place_remove(uint32_t n, uint32_t hash)
{
    uint32_t i = hash & (table.places - 1);
    while (place_get(i) != n + 1) i = (i + 1) & (table.places - 1);
    place_set(i, UINT32_MAX);
}

/* Removes the symbols that nobody uses. The dead texts can still be read. */
static void drop_dead(void)
{
    for (uint32_t n = table.n; n-- > 0;) {
        if (entries()[n] & ENTRY_FREE) continue;
        struct symbol_text *t = text_at(n);
        if (!heap_is_live(t)) {
            place_remove(n, t->hash);
            entries()[n] = ENTRY_FREE | table.free;
            table.free = n + 1;
        }
    }
}

/* ---- adding ---- */

static void set_up(void)
{
    uint32_t hold = table.epoch == heap_epoch ? table.hold : 0;
    memset(&table, 0, sizeof table);
    table.hold = hold;
    table.epoch = heap_epoch;
    heap_visit_symbol = visit_symbol;
    heap_add_roots(visit_held);
    heap_add_after_mark(drop_dead);
}

static void place_add(uint32_t n)
{
    uint32_t i = text_at(n)->hash & (table.places - 1);
    while (place_get(i)) i = (i + 1) & (table.places - 1);
    place_set(i, n + 1);
    table.filled++;
}

/* Makes the index anew, with the given number of places. False: there is no memory for that. */
static bool make_index(uint32_t places)
{
    size_t room = cap_of(places) * sizeof(uint32_t);
    size_t width = is_wide(places) ? sizeof(uint32_t) : sizeof(uint16_t);
    if (!heap_try_buffer_resize(&table.owner, room + places * width, BUFFER_BYTES)) return false;
    table.places = places;
    table.filled = 0;
    memset((char *)entries() + room, 0, places * width);
    for (uint32_t n = 0; n < table.n; n++) {
        if (!(entries()[n] & ENTRY_FREE)) place_add(n);
    }
    return true;
}

static uint32_t count_live(void)
{
    uint32_t live = table.n;
    for (uint32_t n = table.free; n; n = entries()[n - 1] & ~ENTRY_FREE) live--;
    return live;
}

static bool has_free_entry(void)
{
    return table.free || table.n < cap_of(table.places);
}

/* Makes room for one more in the entries, and in the index: a quarter of that stays free. When
 * memory is used up, it may be that the collection has made room. */
static void make_room(void)
{
    uint32_t places = table.places;
    if (has_free_entry() && table.filled < cap_of(places)) return;
    if (!places)
        places = PLACE_MIN;
    else if (count_live() >= cap_of(places) / 4 * 3)
        places *= 2;
    if (!make_index(places) && !(has_free_entry() && make_index(table.places))) heap_out_of_memory(places);
}

static bool only_ascii(const char *text, size_t len)
{
    unsigned char all = 0;
    for (size_t i = 0; i < len; i++) all |= (unsigned char)text[i];
    return all <= S_last_char;
}

static value add(const char *text, size_t len, uint32_t hash)
{
    if (table.epoch != heap_epoch) set_up();
    if (len > UINT32_MAX >> 1) heap_out_of_memory(len);
    struct symbol_text *t = heap_object(&type_symbol_text, sizeof *t + len);
    t->hash = hash;
    t->len_ascii = (uint32_t)len << 1 | only_ascii(text, len);
    memcpy(t->text, text, len);
    make_room();
    if (!table.free && table.n == MAX_DYNAMIC) heap_out_of_memory(len);
    uint32_t n = table.n;
    if (table.free) {
        n = table.free - 1;
        table.free = entries()[n] & ~ENTRY_FREE;
    } else {
        table.n++;
    }
    entries()[n] = heap_granule_of(t);
    place_add(n);
    return SYMBOL((value)S_COUNT + n);
}

bool tb_frame_is_named;

value symbol_intern(const char *text, size_t len)
{
    uint32_t hash = text_hash(text, len);
    value v = rom_symbol_find(text, len, hash);
    if (ADDER_TRACING && v == SYMBOL(S_tb_frame)) tb_frame_is_named = true;
    if (v == UNDEF) v = find_dynamic(text, len, hash);
    return v != UNDEF ? v : add(text, len, hash);
}

value symbol_intern_z(const char *text)
{
    return symbol_intern(text, strlen(text));
}

void symbol_hold(void)
{
    if (table.epoch != heap_epoch) set_up();
    table.hold++;
}

void symbol_release(void)
{
    table.hold--;
}

/* ---- what there is ---- */

void symbol_stats(struct symbol_stats *out)
{
    *out = (struct symbol_stats){.built_in = S_COUNT, .bytes = heap_buffer_size(&table.owner)};
    for (uint32_t i = 0; i < table.n; i++) {
        if (entries()[i] & ENTRY_FREE)
            continue;
        out->interned++;
        out->bytes += text_size(&text_at(i)->head);
    }
}

value symbol_names(void)
{
    value names = list_new(0, NULL);
    for (uint32_t i = 0; i < table.n; i++)
        if (!(entries()[i] & ENTRY_FREE))
            list_append(list_of(names), SYMBOL(S_COUNT + i));
    return names;
}
