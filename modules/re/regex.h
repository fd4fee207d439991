/* Regular expressions: what the parser (parse.c), the generator of programs (compile.c), the matcher (match.c) and
 * the module (re.c, pattern.c, match_object.c, template.c) share.
 *
 * A pattern becomes a tree of nodes, and that a program of 32-bit words. Subjects are byte ranges: UTF-8 of a str, or
 * the bytes; places in them are byte offsets. */
#ifndef ADDER_REGEX_H
#define ADDER_REGEX_H

#include "../../src/object/class.h"
#include "../../src/object/text.h"

enum regex_flags {
    FLAG_IGNORECASE = 2, FLAG_LOCALE = 4, FLAG_MULTILINE = 8, FLAG_DOTALL = 16, FLAG_UNICODE = 32,
    FLAG_VERBOSE = 64, FLAG_DEBUG = 128, FLAG_ASCII = 256,
};

#define NO_PLACE UINT32_MAX     /* a group that has not matched; no such place */
#define UNLIMITED UINT32_MAX    /* repeats, widths */
#define NO_BYTE 256u            /* what follows may begin with any byte */

/* ---- programs ---- */

/* Instructions, and the words that follow each. Targets count words from the start of the program. */
enum instruction {
    RX_MATCH,
    /* one character; a RX_ONE_* instruction holds one of these */
    RX_CHAR,          /* c */
    RX_CHAR_FOLD,     /* c, folded; how */
    RX_ANY,           /* but '\n' */
    RX_ALL,
    RX_SET,           /* a set: see enum set_word */
    /* */
    RX_STRING,        /* n, n bytes in (n + 3) / 4 words */
    RX_AT,            /* enum place_kind */
    RX_OPEN, RX_CLOSE,/* group */
    RX_SPLIT,         /* other target, first byte here or NO_BYTE: on here, later at the other */
    RX_SPLIT_LAZY,    /* other target: on there, later here */
    RX_JUMP,          /* target */
    RX_REPEAT,        /* slot: begins a loop */
    RX_LOOP,          /* slot, min, max, target behind: the head; the body jumps back to it */
    RX_LOOP_LAZY,     /* the same */
    RX_ONE_GREEDY,    /* min, max, next byte or NO_BYTE, target behind, one character's instruction */
    RX_ONE_LAZY,      /* the same */
    RX_ONE_POSSESSIVE,/* the same */
    RX_BACKREF,       /* group, enum fold */
    RX_CONDITION,     /* group, target if it has not matched */
    RX_LOOK,          /* slot, negative, characters back, target behind */
    RX_LOOK_END,      /* slot, negative */
    RX_ATOMIC, RX_ATOMIC_END, /* slot */
};

enum fold { FOLD_NONE, FOLD_ASCII, FOLD_UNICODE };

enum place_kind {
    AT_BEGIN, AT_LINE_BEGIN, AT_END, AT_LINE_END, AT_VERY_END,
    AT_BOUNDARY, AT_NOT_BOUNDARY, AT_BOUNDARY_ASCII, AT_NOT_BOUNDARY_ASCII,
};

/* A set: what is said of the first 256 characters is all in the bitmap; the rest is for the others. */
enum set_word { SET_SIZE = 1, SET_FLAGS, SET_BITMAP, SET_RANGES = SET_BITMAP + 8 };
enum set_flags {
    SET_NEGATE = 1, SET_ASCII = 2,
    SET_FOLD_SHIFT = 2,     /* enum fold */
    SET_DIGIT = 16, SET_NOT_DIGIT = 32, SET_SPACE = 64, SET_NOT_SPACE = 128, SET_WORD = 256, SET_NOT_WORD = 512,
};
/* Whether c is in the set whose RX_SET is at `set`: the general way, without the bitmap. */
bool regex_set_has(const uint32_t *set, uint32_t c);
uint32_t regex_fold(uint32_t c, enum fold how);

/* Where a search need only look. */
enum start_kind { START_ANY, START_FIRST /* at the subject's first byte */, START_BYTES, START_STRING };
#define START_WORDS 8 /* a bitmap of first bytes comes before the program of START_BYTES */

struct regex {
    struct owner owner;  /* the program */
    value source;        /* str, or bytes */
    value groupindex;    /* a dict: the number of each name */
    uint32_t flags;
    uint32_t groups;
    uint32_t slots;      /* places and loops: see struct matcher */
    uint32_t entry;      /* word at which the program begins */
    uint8_t start;       /* enum start_kind */
    bool binary;         /* for bytes */
};
extern const struct type type_Pattern, type_Match, type_PatternError;

/* Compiles; raises PatternError and others. */
struct regex *regex_compile(value source, uint32_t flags);

/* ---- matching ---- */

/* What is still to be tried, or set back. */
struct choice {
    uint32_t what;    /* enum choice_kind in the low bits, an instruction's place above */
    uint32_t a, b, c;
};

#define MATCHER_SLOTS 24
#define MATCHER_CHOICES 24

/* One subject's matching. It lives on the C stack. */
struct matcher {
    struct regex *regex;
    value subject;
    const uint32_t *code;
    const char *text, *end;     /* up to endpos */
    bool wide;                  /* UTF-8 beyond ASCII */
    bool full;                  /* only a match up to the end counts */
    uint32_t not_empty_at;      /* an empty match there does not count */
    uint32_t rounds;            /* of work, for check_break_at() */
    /* [2 g], [2 g + 1]: where group g begins and ends; then the last group that closed; then what loops
     * and assertions keep */
    uint32_t *slot;
    uint32_t last_slot;
    struct choice *choice;
    size_t depth, room;
    struct owner *more_slots, *more_choices; /* where they are when they have outgrown these: */
    uint32_t some_slots[MATCHER_SLOTS];
    struct choice some_choices[MATCHER_CHOICES];
};
/* text, end, wide, full are set by the caller, before or after. */
void matcher_init(struct matcher *m, struct regex *r);
/* Matches at byte `at`, or at the first place from there on. slot[0] and slot[1] tell where. May raise. */
bool matcher_match(struct matcher *m, size_t at);
bool matcher_search(struct matcher *m, size_t at);

/* An object that keeps a buffer of plain bytes for the time of a call. */
struct owner *scratch_new(void);

/* ---- trees ---- */

enum node_kind {
    NODE_EMPTY, NODE_CHAR /* a: c; how */, NODE_ANY, NODE_ALL, NODE_SET /* a: word in sets */,
    NODE_AT /* how: enum place_kind */,
    NODE_GROUP /* a: number, 0 for none; closed */, NODE_SEQUENCE, NODE_CHOICE, /* child: the first; next: others */
    NODE_REPEAT /* how: enum greed; a, b: min, max */, NODE_BACKREF /* a: group; how: fold */,
    NODE_CONDITION /* a: group; child: yes; its next: no */,
    NODE_LOOK /* a: negative; b: characters back; how: 1 if their number varies, an error */, NODE_ATOMIC,
};
enum greed { GREEDY, LAZY, POSSESSIVE };

struct node {
    uint8_t kind, how;
    bool closed;
    uint32_t a, b;
    uint32_t child, next;   /* numbers of nodes; 0: none */
    uint32_t least, most;   /* width in characters; UNLIMITED */
};

struct tree {
    struct owner *nodes, *sets, *groups; /* struct node; words of sets; the node of each group */
    uint32_t node_count, set_words, group_count;
    uint32_t root;
    uint32_t flags;
    struct dict *names;
};
static inline struct node *tree_node(const struct tree *t, uint32_t n) { return (struct node *)t->nodes->buf + n; }

/* Parses; t->flags are those given, and in the end those in effect. */
void regex_parse(struct tree *t, value source, bool binary);
/* Room for n more items of this size in a buffer that has `count`. */
void scratch_grow(struct owner *o, size_t count, size_t n, size_t size);

/* ---- objects ---- */

/* A subject, as it is now: look again after anything that may run Python code. */
struct subject {
    const char *text;
    size_t len;
    value owner;
    bool binary, ascii;
};
/* TypeError unless r can search in v. */
void subject_take(struct subject *s, const struct regex *r, value v);
/* What it holds from one byte to another, as str or bytes; all of it is the owner itself where that is possible. */
value subject_piece(const struct subject *s, size_t from, size_t to);

struct match {
    struct object head;
    struct regex *regex;
    value string;
    word pos, endpos;    /* in characters */
    uint32_t last;       /* the last group that closed; 0: none */
    uint32_t n;          /* of place */
    uint32_t place[];    /* bytes: where groups begin and end, all of the match first */
};
value match_new(const struct matcher *m, value string, word pos, word endpos);
struct match *match_of(value self);
/* The group's text; UNDEF: it has not matched. */
value match_group(const struct match *m, uint32_t group);

/* What template says, in pieces: strs or bytes, and numbers of groups. */
struct list *template_parse(struct regex *r, value template);
/* Appends the pieces, with what the match's groups hold, to a bytearray. */
void template_expand(const struct match *m, const struct list *pieces, value out);
/* Appends a str or bytes-like to a bytearray. */
void append_text(value out, value text, bool binary);
/* What a bytearray holds, as str or bytes. */
value text_result(value out, bool binary);

#endif
