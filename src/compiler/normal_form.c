/* Names in the normal form NFKC (Unicode standard annex 15): decomposed, marks in their order, composed again. */
#include "../object/object.h"
#include "lexer.h"

#if ADDER_NORMAL_FORM
enum { MOST = 4 }; /* characters that one becomes: of those that names may have */

static size_t decompose(uint32_t c, uint32_t *out)
{
    uint32_t parts[MOST];
    unsigned n = char_decompose(c, parts);
    size_t len = 0;
    if (!n) out[len++] = c;
    for (unsigned i = 0; i < n; i++) len += decompose(parts[i], out + len);
    return len;
}

/* Sorts the marks behind each other character by their combining classes; equal ones stay as they are. */
static void order_marks(uint32_t *text, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint32_t c = text[i];
        unsigned class = char_combining(c);
        size_t at = i;
        for (; class && at && char_combining(text[at - 1]) > class; at--) text[at] = text[at - 1];
        text[at] = c;
        check_interrupt();
    }
}

/* Puts characters together again, in place; how many there are then. */
static size_t compose(uint32_t *text, size_t n)
{
    size_t len = 0, starter = 0;
    unsigned last = 0; /* the class of the last mark behind the starter */
    for (size_t i = 0; i < n; i++) {
        unsigned class = char_combining(text[i]);
        bool reaches = len && (len == starter + 1 || last < class); /* nothing between the two blocks it */
        uint32_t whole = reaches ? char_compose(text[starter], text[i]) : 0;
        if (whole) {
            text[starter] = whole;
            continue;
        }
        if (class == 0) starter = len;
        last = class;
        text[len++] = text[i];
    }
    return len;
}

value normal_name(const char *text, size_t n)
{
    struct bytearray *room = (struct bytearray *)bytearray_new(NULL, n * MOST * sizeof(uint32_t) / 2);
    uint32_t *out = (uint32_t *)room->owner.buf;
    size_t len = 0;
    for (const char *at = text; at < text + n;) len += decompose(utf8_decode(&at), out + len);
    order_marks(out, len);
    len = compose(out, len);
    char *to = (char *)out; /* a character's text is no longer than its number */
    for (size_t i = 0; i < len; i++) to += utf8_encode(out[i], to);
    value name = symbol_intern((char *)out, (size_t)(to - (char *)out));
    HOLD(room);
    return name;
}
#endif
