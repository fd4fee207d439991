/* The line editor: a statement of one or more lines, edited on a terminal as one text.
 *
 *   keys.c      bytes -> keys              screen.c   draws the text, and nothing twice
 *   edit.c      what the keys do           indent.c   when a statement is whole, and indentation
 *   history.c   statements of before       search.c   Ctrl-R
 *   complete.c  Tab                        history_file.c  keeps them between runs
 *   edit_plain.c  in their place, without ADDER_LINE_EDITOR
 *
 * It needs a stream of bytes and a terminal that knows \b, CSI A to D, J, K (any does); if the terminal's size is not
 * known it needs no more than a serial line offers, and lines do not wrap. */
#ifndef ADDER_EDITOR_H
#define ADDER_EDITOR_H

#include "../object/text.h"
#include "repl.h"

/* ---- keys.c ---- */

/* A key is a code point, a control character, or one of these. Enter is always \n. */
enum {
    KEY_GONE = CHAR_MAX_CODE + 1, /* the input has ended */
    KEY_UNKNOWN,
    KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_HOME, KEY_END, KEY_DELETE,
    KEY_PASTE,                    /* text follows, up to KEY_PASTED */
    KEY_PASTED,
    KEY_ALT = 0x200000,           /* or-ed with a character. Words are KEY_ALT | 'b', 'f' and 'd' */
};
#define CTRL(letter) ((letter) & 0x1f)
#define KEY_RUBOUT 0x7f

struct keys {
    int held;      /* a byte that was read too early; 0: none */
    bool after_cr; /* a \n that comes now belongs to the \r before it */
};
int keys_next(struct keys *k); /* waits; may raise what is pending */

/* ---- screen.c ---- */

struct screen_place { unsigned row, column; }; /* from where the prompt begins */

struct screen {
    unsigned width, height; /* of the terminal; 0: not known */
    size_t dirty;           /* what is drawn is right before this byte of the text; SCREEN_CLEAN: all of it */
    size_t at;              /* where the cursor was drawn: this byte, this place */
    struct screen_place cursor;
    struct screen_place end;       /* of what is drawn */
    unsigned top;           /* the first row shown, if `window`: the text is higher than the terminal */
    bool fresh;             /* nothing is drawn yet */
    bool window;
    bool keep_tail;         /* what was cut off the end was blank: let it stand */
};
#define SCREEN_CLEAN SIZE_MAX

struct editor;
void screen_open(struct editor *e);   /* a new statement, at the start of a line */
void screen_update(struct editor *e); /* shows what has changed */
void screen_redraw(struct editor *e); /* shows all anew, in the same place */
void screen_clear(struct editor *e);  /* the whole terminal */
void screen_leave(struct editor *e);  /* the cursor goes to the line below */
unsigned char_columns(uint32_t c);    /* how wide a character is: 0 (combining) to 2 */

/* ---- edit.c ---- */

enum edit_result {
    EDIT_GOES_ON,
    EDIT_DONE,      /* a statement is in text */
    EDIT_CANCELLED, /* Ctrl-C */
    EDIT_END,       /* Ctrl-D, or the input has ended */
    EDIT_RAW, EDIT_BANNER, EDIT_PASTE, /* Ctrl-A, B, E on an empty line */
};

/* It lives on the C stack, which the collector scans. */
struct editor {
    struct bytearray *text;  /* UTF-8, with \n between lines */
    size_t cursor;           /* a byte of it, at the start of a character */
    value ps1, ps2;          /* the prompts: str */
    value history;           /* a list of str, the latest last */
    size_t history_at;       /* the entry being edited; the list's length: none of them */
    value draft;             /* what was typed before going back in it */
    value killed;            /* what Ctrl-Y puts back */
    size_t indent;           /* indentation made for the line, with nothing typed since; in bytes */
    bool indents;            /* false once the line sent shows that the host indents by itself */
    bool whole;              /* the text came as one: from the history, or pasted */
    bool keep_history;       /* between runs */
    uint8_t result;          /* enum edit_result */
    struct keys keys;
    struct screen screen;
};

void edit_open(struct editor *e);
/* Edits a statement from its prompt to its end; the terminal must be in PORT_TERMINAL_KEYS. */
enum edit_result edit_statement(struct editor *e);
/* Puts n bytes in the place of [from, to); the cursor moves along. The data may lie in a heap buffer. */
void edit_replace(struct editor *e, size_t from, size_t to, const char *data, size_t n);
void edit_set(struct editor *e, value text); /* all of the text; the cursor goes to the end */
value edit_text(const struct editor *e, size_t from, size_t to); /* as a str */
static inline const char *edit_at(const struct editor *e, size_t i) { return (const char *)e->text->owner.buf + i; }
static inline char edit_char(const struct editor *e, size_t i) { return *edit_at(e, i); }
size_t edit_line_start(const struct editor *e, size_t at);
size_t edit_line_end(const struct editor *e, size_t at);
bool edit_is_name(char c); /* part of a word */
/* What a key means, at once. */
void edit_key(struct editor *e, int key);

/* ---- indent.c ---- */

bool indent_wants_more(const struct editor *e, size_t n); /* do the first n bytes of the text? */
void indent_new_line(struct editor *e);                   /* at the cursor, indented as the code before it asks */
bool indent_typed(struct editor *e, int key);             /* space, Tab, backspace in indentation; false: not there */

/* ---- history.c, history_file.c ---- */

void history_add(struct editor *e);      /* the text */
void history_move(struct editor *e, int by); /* -1: back */
#define HISTORY_MAX (ADDER_LEVEL == 2 ? 1000u : ADDER_LEVEL == 1 ? 16u : 4u)
/* Both say nothing when the file cannot be read or written. */
void history_load(struct editor *e);
void history_save(const struct editor *e, struct view entry);

/* ---- search.c, complete.c ---- */

void search_run(struct editor *e);
void complete_run(struct editor *e);

#endif
