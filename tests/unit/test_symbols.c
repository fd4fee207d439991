/* Symbols: those in ROM, those made at run time, their reclaiming. Prints timings with -t. */
#include <setjmp.h>
#include <stdlib.h>
#include <time.h>

#include "heap/heap_internal.h"
#include "unit.h"

#define ROOTS 4096
static value root[ROOTS];
static jmp_buf out;
static void *region;
static char *stack_top;

static void out_of_memory(size_t bytes)
{
    (void)bytes;
    longjmp(out, 1);
}

static void visit_roots(void)
{
    heap_visit_all(root, ROOTS);
}

static void begin(size_t size)
{
    free(region);
    region = malloc(size);
    memset(root, 0, sizeof root);
    heap_init(region, size, false, stack_top);
    heap_out_of_memory = out_of_memory;
    heap_add_roots(visit_roots);
}

static void collect(void) /* without the C stack */
{
    heap.c_stack_top = NULL;
    heap_collect();
    heap.c_stack_top = stack_top;
}

static size_t objects(void)
{
    struct heap_stats s;
    heap_stats(&s);
    return s.object_count;
}

static bool has_text(value v, const char *text)
{
    size_t n;
    const char *p = symbol_text(v, &n);
    return n == strlen(text) && !memcmp(p, text, n);
}

static value numbered(unsigned i)
{
    char name[32];
    return symbol_intern(name, (size_t)sprintf(name, "name_%u", i));
}

static bool is_numbered(value v, unsigned i)
{
    char name[32];
    sprintf(name, "name_%u", i);
    return has_text(v, name) && symbol_find(name, strlen(name)) == v &&
           symbol_hash(v) == text_hash(name, strlen(name));
}

static void test_rom(void)
{
    begin(64 * 1024);
    static const struct {
        value v;
        const char *text;
    } known[] = {
#define SYM(name)            {SYMBOL(S_##name), #name},
#define SYM_TEXT(name, text) {SYMBOL(S_##name), text},
#include "value/symbols.def"
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        CHECK(symbol_intern_z(known[i].text) == known[i].v);
        CHECK(has_text(known[i].v, known[i].text));
        CHECK(symbol_hash(known[i].v) == text_hash(known[i].text, strlen(known[i].text)));
        CHECK(symbol_is_ascii(known[i].v));
    }
    for (int c = 0; c <= S_last_char; c++) {
        char text = (char)c;
        CHECK(symbol_intern(&text, 1) == SYMBOL(c) && symbol_find(&text, 1) == SYMBOL(c));
        size_t n;
        CHECK(*symbol_text(SYMBOL(c), &n) == text && n == 1);
    }
    CHECK(symbol_intern("", 0) == SYMBOL(S_empty));
    CHECK_EQUAL(objects(), 0); /* nothing of all that took memory */
    CHECK_EQUAL(heap.end - heap.bottom, 0);
}

static void test_dynamic(void)
{
    begin(64 * 1024);
    CHECK(symbol_find("spam_", 5) == UNDEF);
    value spam = symbol_intern("spam_", 5);
    root[0] = spam;
    CHECK(is_sym(spam) && sym_of(spam) >= S_COUNT);
    CHECK(symbol_intern("spam_", 5) == spam && has_text(spam, "spam_") && symbol_is_ascii(spam));
    value umlaut = symbol_intern("\xc3\xa4", 2), byte = symbol_intern("\xc3", 1);
    CHECK(umlaut != byte && !symbol_is_ascii(umlaut) && sym_of(byte) >= S_COUNT);
    root[1] = umlaut;
    byte = UNDEF;
    collect();
    CHECK_EQUAL(objects(), 2);
    CHECK(symbol_find("spam_", 5) == spam && symbol_find("\xc3\xa4", 2) == umlaut);
    CHECK(symbol_find("\xc3", 1) == UNDEF);
    root[0] = root[1] = UNDEF;
    collect();
    CHECK_EQUAL(objects(), 0);
    CHECK(symbol_find("spam_", 5) == UNDEF);

    symbol_hold();
    symbol_intern("kept_", 5);
    collect();
    CHECK(symbol_find("kept_", 5) != UNDEF);
    symbol_release();
    collect();
    CHECK(symbol_find("kept_", 5) == UNDEF);

    value volatile local = symbol_intern("on_the_stack", 12);
    heap_collect();
    CHECK(has_text(local, "on_the_stack"));
    root[0] = SYMBOL(S_COUNT + 30000); /* words that only look like symbols */
    root[1] = SYMBOL(UINTPTR_MAX >> 4);
    collect();

    begin(64 * 1024); /* a new heap knows nothing of the old */
    CHECK(symbol_find("on_the_stack", 12) == UNDEF);
    CHECK(has_text(symbol_intern("on_the_stack", 12), "on_the_stack"));
}

/* Many come and go; those in roots keep their word, text and hash. */
static void come_and_go(unsigned rounds, unsigned kept)
{
    unsigned number[ROOTS] = {0};
    for (unsigned i = 0; i < rounds; i++) {
        unsigned k = i * 7919 % kept;
        if (root[k]) CHECK(is_numbered(root[k], number[k]));
        number[k] = i % 3 ? i : i / 2;
        root[k] = numbered(number[k]);
        CHECK(is_numbered(root[k], number[k]));
    }
    for (unsigned k = 0; k < kept; k++) {
        if (root[k]) CHECK(is_numbered(root[k], number[k]));
    }
}

static void test_many(void)
{
    begin(128 * 1024);
    come_and_go(20000, 500);
    CHECK(heap.stats.collections > 2);
    begin(1 << 20);
    come_and_go(20000, ROOTS);
    begin(128 * 1024);
    heap_set_stress(true);
    come_and_go(1000, 100);
    collect();
    CHECK(objects() <= 100);
}

static unsigned fill(void)
{
    static unsigned n;
    n = 0;
    if (setjmp(out)) return n;
    symbol_hold();
    for (;;) numbered(n++);
}

static void test_full(void)
{
    begin(16 * 1024);
    unsigned n = fill();
    CHECK(n > 300);
    for (unsigned i = 0; i + 1 < n; i++) {
        char name[32];
        value v = symbol_find(name, (size_t)sprintf(name, "name_%u", i));
        CHECK(v != UNDEF && has_text(v, name));
    }
    printf("%u symbols of 8 characters in 16 KiB\n", n);
    symbol_release();
    collect();
    CHECK_EQUAL(objects(), 0);

    begin(16 << 20); /* 32 bits: the ids are used up before the memory is */
    n = fill();
    CHECK(n > (sizeof(value) == 4 ? 64000 : 200000));
    symbol_release();

    for (long fail = 1; fail < 60; fail++) {
        begin(32 * 1024);
        volatile unsigned i = 0;
        if (!setjmp(out)) {
            heap_set_fail_after(fail);
            for (; i < 200; i++) root[i] = numbered(i);
        }
        heap_set_fail_after(0);
        for (unsigned j = 0; j < i; j++) CHECK(is_numbered(root[j], j));
        root[i] = numbered(i);
        CHECK(is_numbered(root[i], i));
    }
}

static void time_symbols(void)
{
    begin(16 << 20);
    static char names[1000][16];
    for (unsigned i = 0; i < 1000; i++) sprintf(names[i], "name_%u", i);
    struct timespec a, b;
    value sum = 0;
    symbol_hold();
    for (int kind = 0; kind < 2; kind++) {
        clock_gettime(CLOCK_MONOTONIC, &a);
        for (unsigned i = 0; i < 10000000; i++)
            sum += kind ? symbol_intern_z(names[i % 1000]) : symbol_intern("__getitem__", 11);
        clock_gettime(CLOCK_MONOTONIC, &b);
        printf("%s: %.1f ns to intern it again\n", kind ? "run-time symbol" : "symbol in ROM",
               ((double)(b.tv_sec - a.tv_sec) * 1e9 + (double)(b.tv_nsec - a.tv_nsec)) / 1e7);
    }
    root[0] = sum & 0;
}

int main(int argc, char **argv)
{
    char here;
    stack_top = (char *)(((uintptr_t)&here + 256) & ~(uintptr_t)15);
    (void)argv;
    if (argc > 1) {
        time_symbols();
        return 0;
    }
    test_rom();
    test_dynamic();
    test_many();
    test_full();
    return unit_done();
}
