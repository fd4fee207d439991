/* Fuzz target: bytes as a code file: loaded, verified, and run if it gets through. The header's length and checksum
 * are put right first, and all else in it that every file shares. */
#include "fuzz.h"
#include "runtime/codefile.h"

static unsigned how;
static char header[16]; /* of any file that is right */

void fuzz_prepare(void)
{
    struct code *code = compile_text("a=b=c=[1,2]", 11, SYMBOL(S_lt_string), COMPILE_EXEC, 0);
    struct bytearray *file = (struct bytearray *)code_save(code, TARGET_HERE);
    memcpy(header, file->owner.buf, sizeof header);
    run_code(code, ((struct module *)vm.main)->dict, UNDEF);
}

void fuzz_choose(struct fuzz_choice *c, struct bytes_in *in)
{
    how = take_byte(in);
    c->roomy = how & 1;
    c->budget = how >= 0xf8 ? 60 : 500;
}

static void put_number(char *at, uint32_t n)
{
    for (unsigned i = 0; i < 4; i++)
        at[i] = (char)(n >> 8 * i);
}

/* What else is only loaded when it is called. */
static void load_functions(struct code *c)
{
    check_c_stack();
    for (unsigned i = 0; i < c->info->constants; i++) {
        value k = c->constants[i];
        if (is_lazy_code(k) || is_type(k, &type_code)) load_functions(code_whole((struct code *)k));
    }
}

value fuzz_one(void *arg)
{
    static _Alignas(8) char file[4096];
    struct bytes_in *in = arg;
    size_t n = in->n < sizeof file ? in->n : sizeof file;
    memcpy(file, in->data, n);
    if (n >= CODE_FILE_HEADER && !(how & 2)) {
        memcpy(file, header, 8);
        put_number(file + 8, (uint32_t)n);
        put_number(file + 12, code_file_sum(file + 16, n - 16));
    }
    heap_set_stress(how >= 0xf8);
    struct code *code = code_load(file, n, how & 4 ? NONE : UNDEF, SYMBOL(S_lt_string));
    if (how & 8) load_functions(code);
    return run_code(code, ((struct module *)vm.main)->dict, UNDEF);
}
