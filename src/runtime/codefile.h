/* Code files: compiled programs in a file, docs/codefile.md. */
#ifndef ADDER_CODEFILE_H
#define ADDER_CODEFILE_H

#include "../object/layout.h"

#define CODE_FILE_SUFFIX ".adc"
#define CODE_FILE_MAGIC  "\xad" "adc"
#define CODE_FILE_FORMAT 3
#define CODE_FILE_HEADER 20 /* bytes: see docs/codefile.md */
#define CODE_FILE_MAX    ((1 << 24) - 1)
#define NAME_PLACE_BYTES 3
#define NAME_STEP 4 /* one name of so many has its place noted */
#define FUNCTION_LENGTH_BYTES 3

/* In the header's target byte. */
enum code_target {
    TARGET_WIDE = 1,        /* words of 64 bits */
    TARGET_BIG_ENDIAN = 2,
    TARGET_KNOWN = 3,
};
/* This machine. */
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define TARGET_HERE ((UINTPTR_MAX > 0xffffffffu ? TARGET_WIDE : 0) | TARGET_BIG_ENDIAN)
#else
#define TARGET_HERE (UINTPTR_MAX > 0xffffffffu ? TARGET_WIDE : 0)
#endif

/* What stands for each kind of constant; then, behind it: */
enum code_tag {
    TAG_SYMBOL = 128,    /* from there on: a symbol, by its number in the file's list of names, which has those first that are
                          * used most: itself, */
    TAG_FAR_SYMBOL = 224, /* with another byte, the lower 8 bits, */
    TAG_ANY_SYMBOL = 255, /* or with a number */
    TAG_NONE = 'N', TAG_TRUE = 'T', TAG_FALSE = 'F', TAG_ELLIPSIS = '.',
    TAG_STR = 's',       /* length, UTF-8 */
    TAG_BYTES = 'b',     /* length, bytes */
    TAG_INT = 'i',       /* length, bytes: two's complement, low first */
    TAG_FLOAT = 'f',     /* 8 bytes: IEEE 754 double, low first */
    TAG_COMPLEX = 'c',   /* two of these */
    TAG_TUPLE = '(',     /* length, constants */
    TAG_FROZENSET = '{', /* length, constants */
    TAG_CODE = 'C',      /* a code object */
    TAG_FUNCTION = 'L',  /* one of a function without closure cells: length, 3 bytes; it: may be loaded later */
    TAG_EXCEPTION = 'E', /* a built-in exception class: its name, a symbol */
};
#define NEAR_SYMBOLS (TAG_FAR_SYMBOL - TAG_SYMBOL)
#define FAR_SYMBOLS  ((TAG_ANY_SYMBOL - TAG_FAR_SYMBOL) << 8)

/* Whether these are the first bytes of a code file, or of MicroPython's. */
bool code_file_is(const char *data, size_t n);

/* The checksum in the header, of the n bytes at `data`, from the names' place on: the words of 4 bytes, low byte first,
 * summed up, and these sums again. It is quick, and finds accidents; verification does the rest. */
uint32_t code_file_sum(const void *data, size_t n);

/* The code of a code file, verified; a damaged or foreign one raises ImportError, `path` being its name for the
 * message. This is the one way in, and what a fuzzer should feed: any bytes at all may come.
 *
 * home: where the n bytes at `data` are while the code lives. UNDEF: not for long, so all is copied; NONE: they stay for
 * ever, in flash say; else an object that keeps them. In the last two cases code is run where it lies, if data
 * is aligned to 4 bytes, and functions are loaded and verified when they are first called or looked at: that may raise
 * ImportError, too. */
struct code *code_load(const char *data, size_t n, value home, value path);

/* The modules of an image lie in one code file, with common names. They are no less to be trusted than the rest of the image:
 * nothing is verified. Of the one at `at` (the first: CODE_FILE_HEADER), the source's name, n bytes; *next: where the next
 * module is, or 0. (Builds with ADDER_FROZEN.) */
const char *code_image_name(const char *data, uint32_t at, size_t *n, uint32_t *next);
/* Its code. */
struct code *code_image_load(const char *data, uint32_t at);

/* A function of a file that has been loaded, for struct lazy_code. */
struct code *code_load_part(value file, uint32_t at);

/* The same as code_load(), of a loaded file: a mapped one is the code's from then on, and *c empty. */
struct file_content;
struct code *code_load_file(struct file_content *c, value path);

/* The other way round: a code file for a target (enum code_target), as a bytearray. The code must have been compiled for
 * frames of its word width: see compile_frame_head. (Builds with ADDER_CODE_WRITER.) */
value code_save(const struct code *c, unsigned target);

/* `adder compile ...`: an exit status. (Builds with ADDER_CODE_WRITER.) */
int code_file_main(int argc, char **argv);

#endif
