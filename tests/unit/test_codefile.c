/* Damaged code files. Every byte of a file is changed in several ways, each with a checksum put right, and the file is
 * cut off at each byte: none may do more than raise ImportError; one that is still accepted is run, for a moment.
 * test_codefile N makes N random changes, instead of 8000. */
#define raise signal_raise
#include <signal.h>
#undef raise
#include <setjmp.h>
#include <stdlib.h>
#include <sys/time.h>

#include "compiler/compiler.h"
#include "runtime/codefile.h"
#include "runtime/runtime.h"
#include "unit.h"

#define HEAP_SIZE ((size_t)384 << 10)
static const char source[] =
    "'''A little of everything.'''\n"
    "import sys as system\n"
    "class Base:\n"
    "    size: int = 3\n"
    "    def __init__(self, *args, key=None, **rest):\n"
    "        self.args, self.key = args, key\n"
    "    def __enter__(self): return self\n"
    "    def __exit__(self, *info): return self.key\n"
    "class Derived(Base):\n"
    "    def __init__(self, a, /, b=2, *, c=3):\n"
    "        super().__init__(a, b, c, key=True)\n"
    "    @property\n"
    "    def total(self): return sum(self.args)\n"
    "def numbers(n):\n"
    "    for i in range(n):\n"
    "        got = yield i\n"
    "        if got: return got\n"
    "def chain(n):\n"
    "    r = yield from numbers(n)\n"
    "    return r\n"
    "def close(x):\n"
    "    def inner(y):\n"
    "        nonlocal x\n"
    "        x += y\n"
    "        return x\n"
    "    return inner\n"
    "def pairs(d):\n"
    "    out = []\n"
    "    for k, v in d.items(): out.append((k, v))\n"
    "    for i, (a, b) in enumerate(out): d[i] = a\n"
    "    a, *b, c = 1, 2, 3, 4\n"
    "    del a\n"
    "    try: a\n"
    "    except NameError as e: b.append(e)\n"
    "    return d, out, b[1:], f'{c!r:>{len(out)}}'\n"
    "def handle(x):\n"
    "    try:\n"
    "        try:\n"
    "            if x == 1: raise ValueError(x) from None\n"
    "            if x == 2: return [i for i in range(3) if i]\n"
    "            raise ExceptionGroup('g', [TypeError(x), KeyError(x)])\n"
    "        except* TypeError as g: x = g\n"
    "        finally: x = 10**30\n"
    "    except ValueError: pass\n"
    "    except Exception as e: return e\n"
    "    return x + 1.5 - 2j\n"
    "def match(x):\n"
    "    match x:\n"
    "        case [1, *rest]: return rest\n"
    "        case {'a': y, **more}: return y, more\n"
    "        case Base(key=k): return k\n"
    "        case str() | None: return x\n"
    "async def later(n):\n"
    "    async with Base() as b: await n\n"
    "    return [i async for i in b]\n"
    "def generic[T: int](x: T = 1) -> T: return t'{x}'\n"
    "type Alias = list[int]\n"
    "with Base(1, key=1) as b: 1 / 0\n"
    "d = Derived(4, c=5)\n"
    "f = close(1)\n"
    "results = (d.total, list(numbers(4)), list(chain(2)), f(2), pairs({'x': 1, 'y': 2}), handle(1), handle(2),\n"
    "    handle(3), match([1, 2]), match({'a': 1, 'b': 2}), match(d), generic(), Alias.__value__,\n"
    "    max(*[1, 2], **{'key': lambda x: -x}), {**{1: 2}}, {1, *[2]}, 1 < 2 < 3, not d, b'x' in {b'x', b'y'},\n"
    "    'text' if results else 'o' * 300) if (results := True) else None\n"
    "c = later(None)\n"
    "try: c.send(None)\n"
    "except TypeError: c.close()\n"
    "i = 0\n"
    "while True:\n"
    "    i += 1\n"
    "    if i > 3: break\n"
    "    assert system is not None, 'text'\n"
    "else: i = -i\n";

static void *region;
static char *file; /* the sound one */
static size_t file_size;
static unsigned accepted, stuck, refused, other;

static void start(void)
{
    static char top;
    (void)top;
    runtime_start(region, HEAP_SIZE, false, __builtin_frame_address(0), 256 * 1024);
    vm.main = module_new(SYMBOL(S___main__));
}

static value make_file(void *source)
{
    struct code *c = compile_text(source, strlen(source), symbol_intern_z("sample.py"), COMPILE_EXEC, 0);
    value saved = code_save(c, TARGET_HERE);
    struct bytearray *b = (struct bytearray *)saved;
    file_size = b->len;
    file = malloc(file_size);
    memcpy(file, b->owner.buf, file_size);
    return NONE;
}

/* ---- one try ---- */

struct attempt {
    const char *data;
    size_t n;
    bool in_place, whole; /* whole: functions are not left for when they are called */
    struct code *code;
    unsigned functions;   /* that could have been left */
};

/* All functions; how many were not loaded before. */
static unsigned load_functions(struct code *c)
{
    unsigned n = 0;
    check_c_stack();
    for (unsigned i = 0; i < c->info->constants; i++) {
        value k = c->constants[i];
        n += is_lazy_code(k) && code_if_loaded((struct code *)k) == (struct code *)k;
        if (is_lazy_code(k) || is_type(k, &type_code)) n += load_functions(code_whole((struct code *)k));
        if (is_lazy_code(k)) CHECK(code_if_loaded((struct code *)k) == code_whole((struct code *)k));
    }
    return n;
}

static value load(void *arg)
{
    struct attempt *a = arg;
    a->code = code_load(a->data, a->n, a->in_place ? NONE : UNDEF, SYMBOL(S_empty));
    if (a->whole) a->functions = load_functions(a->code);
    return from_ptr(a->code);
}

static value run(void *arg)
{
    struct attempt *a = arg;
    struct module *m = (struct module *)module_new(SYMBOL(S___main__));
    return run_code(a->code, m->dict, UNDEF);
}

/* A program may catch KeyboardInterrupt again and again: then it is left by force, and everything is set up anew. */
#define ALARMS_MAX 8
static sigjmp_buf way_out;
static volatile int alarms;

static void on_alarm(int signal)
{
    (void)signal;
    if (++alarms > ALARMS_MAX) siglongjmp(way_out, 1);
    interrupt_request();
}

static void set_alarm(long us)
{
    struct itimerval t = {{0, us}, {0, us}};
    alarms = 0;
    setitimer(ITIMER_REAL, &t, NULL);
}

static void try_file(char *data, size_t n, bool in_place)
{
    static unsigned tries;
    struct attempt a = {data, n, in_place, tries++ % 4 < 2, NULL, 0};
    value e;
    start();
    if (protect(load, &a, &e)) {
        accepted++;
        if (sigsetjmp(way_out, 1) == 0) {
            set_alarm(1000);
            protect(run, &a, &e);
        } else {
            stuck++;
        }
        set_alarm(0);
        vm.pending = 0;
    } else if (exception_matches(e, from_ptr(&type_ImportError))) {
        refused++;
    } else { /* what the heap or the stack did not suffice for */
        other++;
        CHECK(exception_matches(e, from_ptr(&type_MemoryError)) || exception_matches(e, from_ptr(&type_RecursionError)));
    }
}

static void fix_checksum(char *data, size_t n)
{
    uint32_t sum = code_file_sum(data + 16, n - 16);
    for (unsigned i = 0; i < 4; i++) data[12 + i] = (char)(sum >> (8 * i));
}

/* ---- the tests ---- */

static void test_sound(void)
{
    for (int k = 0; k < 4; k++) {
        char *copy = malloc(file_size);
        memcpy(copy, file, file_size);
        struct attempt a = {copy, file_size, k & 1, k & 2, NULL, 0};
        value e;
        start();
        bool loaded = protect(load, &a, &e);
        CHECK(loaded);
        CHECK_EQUAL(a.functions > 9, k == 3); /* what is copied is loaded as a whole */
        bool ran = loaded && protect(run, &a, &e);
        CHECK(ran);
        if (!ran) report_exception(e);
        free(copy);
    }
}

static value load_rest(void *arg)
{
    struct attempt *a = arg;
    load_functions(a->code);
    return NONE;
}

/* Functions that there was no memory for are loaded when there is. */
static void test_memory(void)
{
    struct attempt a = {file, file_size, true, false, NULL, 0};
    value e;
    bool whole = false;
    unsigned failures = 0;
    for (long n = 1; !whole; n += 1 + n / 50) {
        start();
        CHECK(protect(load, &a, &e));
        heap_set_fail_after(n);
        whole = protect(load_rest, &a, &e);
        heap_set_fail_after(0);
        if (whole) break;
        failures++;
        CHECK(exception_matches(e, from_ptr(&type_MemoryError)));
        CHECK(protect(load_rest, &a, &e));
        CHECK(protect(run, &a, &e));
    }
    CHECK(failures > 20);
}

static void test_damage(void)
{
    char *copy = malloc(file_size);
    for (size_t i = 0; i < file_size; i++) {
        memcpy(copy, file, file_size);
        copy[i] ^= 0x10;
        try_file(copy, file_size, true);
    }
    CHECK_EQUAL(accepted, 0);
    free(copy);
}

static void test_cut(void)
{
    for (size_t n = 0; n < file_size; n++) {
        char *copy = malloc(n ? n : 1);
        memcpy(copy, file, n);
        try_file(copy, n, true);
        if (n >= 20) {
            for (unsigned k = 0; k < 4; k++) copy[8 + k] = (char)(n >> (8 * k));
            fix_checksum(copy, n);
            try_file(copy, n, false);
        }
        free(copy);
    }
    CHECK_EQUAL(accepted, 0);
}

static void test_hostile(void)
{
    static const uint8_t changes[] = {1, 2, 0x80, 0xff};
    char *copy = malloc(file_size);
    for (size_t i = 16; i < file_size; i++)
        for (unsigned k = 0; k < sizeof changes + 2; k++) {
            memcpy(copy, file, file_size);
            if (k < sizeof changes)
                copy[i] ^= (char)changes[k];
            else if (k == sizeof changes)
                copy[i] = (char)(copy[i] + 1);
            else
                copy[i] = file[(i * 7919 + 13) % file_size];
            fix_checksum(copy, file_size);
            try_file(copy, file_size, k & 1);
        }
    free(copy);
}

/* Several bytes at once. */
static void test_random(unsigned rounds)
{
    char *copy = malloc(file_size);
    uint32_t seed = 1;
    for (unsigned round = 0; round < rounds; round++) {
        memcpy(copy, file, file_size);
        for (unsigned k = 0; k < 1 + round % 3; k++) {
            seed = seed * 1664525 + 1013904223;
            copy[16 + (seed >> 8) % (file_size - 16)] = (char)(round % 2 ? seed >> 3 & 15 : seed >> 5);
        }
        fix_checksum(copy, file_size);
        try_file(copy, file_size, round & 1);
    }
    free(copy);
}

/* Functions of more parameters and variables than there are registers. */
static char *many_source(void)
{
    static char text[8192];
    char *at = text;
    for (unsigned n = 0; n < 2; n++) {
        at += sprintf(at, "def f%u(", n);
        for (unsigned i = 0; i < 202; i++) at += sprintf(at, n ? "%sx%x=0" : "%sx%x", i ? "," : "", i);
        at += sprintf(at, n ? ",*a,y=1,**k):\n" : ",/):\n");
        at += sprintf(at, " def g(): return x7\n del x5\n if x1: x5 = x%x\n yield locals()\n x5\n yield from f(*x0)\n", n);
    }
    sprintf(at, "try:\n for f in f0, f1:\n  for x in f(*range(202)): x.clear()\nexcept (UnboundLocalError, TypeError): pass\n"
                "try: f1(1, x1=2, z=3, x3=4); f0(1)\nexcept TypeError: pass\n");
    return text;
}

static void test_many(unsigned rounds)
{
    struct attempt a = {file, file_size, true, true, NULL, 0};
    value e;
    start();
    CHECK(protect(load, &a, &e) && protect(run, &a, &e));
    test_hostile();
    test_random(rounds);
}

int main(int argc, char **argv)
{
    unsigned rounds = argc > 1 ? (unsigned)atoi(argv[1]) : 8000;
    region = malloc(HEAP_SIZE);
    value e;
    signal(SIGALRM, on_alarm);
    start();
    if (!protect(make_file, (void *)source, &e)) return report_exception(e);
    test_sound();
    test_memory();
    test_damage();
    test_cut();
    test_hostile();
    test_random(rounds);
    free(file);
    start();
    if (!protect(make_file, many_source(), &e)) return report_exception(e);
    test_many(rounds / 4);
    printf("%u bytes; %u files refused, %u accepted (%u of them stopped by force), %u needed too much\n",
           (unsigned)file_size, refused, accepted, stuck, other);
    return unit_done();
}
