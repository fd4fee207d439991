/* Keys out of bytes: UTF-8, and the escape sequences of VT100, xterm, the Linux console, rxvt. Whatever comes, a key
 * comes out of it. */
#include "editor.h"

static int next_byte(struct keys *k)
{
    int c = k->held;
    k->held = 0;
    return c ? c : console_get();
}

/* The character that begins with this byte; U+FFFD for what is none. */
static int utf8_key(struct keys *k, int lead)
{
    char text[4] = {(char)lead};
    size_t n = lead < 0xc2 || lead > 0xf4 ? 1 : utf8_length((char)lead);
    const char *at = text;
    for (size_t i = 1; i < n; i++) {
        int c = console_get();
        if (c < 0)
            return KEY_GONE;
        if (utf8_is_start((char)c)) {
            k->held = c;
            return 0xfffd;
        }
        text[i] = (char)c;
    }
    return n == 1 || utf8_check(text, n, NULL) != n ? 0xfffd : (int)utf8_decode(&at);
}

/* Behind ESC [: parameters, then a letter or ~. */
static int csi_key(void)
{
    static const struct { char letter; uint8_t key; } letters[] = {
        {'A', KEY_UP - KEY_GONE}, {'B', KEY_DOWN - KEY_GONE}, {'C', KEY_RIGHT - KEY_GONE},
        {'D', KEY_LEFT - KEY_GONE}, {'H', KEY_HOME - KEY_GONE}, {'F', KEY_END - KEY_GONE},
        {1, KEY_HOME - KEY_GONE}, {3, KEY_DELETE - KEY_GONE}, {4, KEY_END - KEY_GONE},
        {7, KEY_HOME - KEY_GONE}, {8, KEY_END - KEY_GONE},
    };
    unsigned number[2] = {0, 0}, which = 0;
    int c;
    while ((c = console_get()) >= 0x20 && c < 0x40) {
        if (c == ';')
            which = 1;
        else if (is_ascii_digit((unsigned char)c) && number[which] < 1000)
            number[which] = number[which] * 10 + (unsigned)(c - '0');
    }
    if (c < 0)
        return KEY_GONE;
    if (c == CTRL('C'))
        return c;
    bool word = number[1] == 3 || number[1] == 5; /* with Alt or Ctrl */
    if (word && (c == 'C' || c == 'D'))
        return KEY_ALT | (c == 'C' ? 'f' : 'b');
    if (c == '~' && (number[0] == 200 || number[0] == 201))
        return number[0] == 200 ? KEY_PASTE : KEY_PASTED;
    char letter = (char)(c == '~' && number[0] < 32 ? number[0] : (unsigned)c);
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
        if (letters[i].letter == letter)
            return KEY_GONE + letters[i].key;
    return KEY_UNKNOWN;
}

static int escape_key(struct keys *k)
{
    int c = console_get();
    if (c < 0)
        return KEY_GONE;
    if (c == '[' || c == 'O')
        return csi_key();
    if (c == CTRL('C'))
        return c;
    if (c >= 0x80)
        return utf8_key(k, c);
    return KEY_ALT | (c == '\r' ? '\n' : c == '\b' ? KEY_RUBOUT : c);
}

int keys_next(struct keys *k)
{
    int c = next_byte(k);
    bool after_cr = k->after_cr;
    k->after_cr = c == '\r';
    if (c == '\n' && after_cr)
        return keys_next(k);
    if (c < 0)
        return KEY_GONE;
    if (c >= 0x80)
        return utf8_key(k, c);
    if (c == 0x1b)
        return escape_key(k);
    return c == '\r' ? '\n' : c;
}
