/* str to bytes and back where UTF-8 and ASCII are all there is: what cannot be converted is an error. */
#include "text.h"

#if !ADDER_CODECS

/* In small or capital letters. */
static bool is_named(struct view v, const char *name)
{
    size_t i = 0;
    while (i < v.len && name[i] && ascii_lower((unsigned char)v.data[i]) == (unsigned char)name[i]) i++;
    return i == v.len && !name[i];
}

/* Whether it is ASCII; LookupError unless it is one of the two. */
static bool is_ascii_codec(value encoding)
{
    if (encoding == UNDEF) return false;
    struct view v = need_str(encoding, "encoding");
    if (is_named(v, "ascii")) return true;
    if (!is_named(v, "utf-8") && !is_named(v, "utf8")) raise_message(&type_LookupError, "unknown encoding: %v", encoding);
    return false;
}

void codec_check_arguments(const char *fname, value encoding, value errors)
{
    (void)fname;
    if (encoding != UNDEF) need_str(encoding, "encoding");
    if (errors != UNDEF) need_str(errors, "errors");
}

bool codec_is_utf8(value encoding)
{
    return !is_ascii_codec(encoding);
}

static _Noreturn void raise_codec_error(value errors)
{
    if (errors != UNDEF && !is_named(need_str(errors, "errors"), "strict"))
        raise_message(&type_LookupError, "unknown error handler name '%v'", errors);
    raise_message(&type_UnicodeError, "text is not of this encoding");
}

value codec_encode(value s, value encoding, value errors)
{
    bool only_ascii = is_ascii_codec(encoding);
    struct view v = str_view(s);
    if (only_ascii ? !v.ascii : utf8_check(v.data, v.len, NULL) != v.len) raise_codec_error(errors);
    value result = bytes_new((const uint8_t *)v.data, v.len);
    HOLD(s);
    return result;
}

value codec_decode(const uint8_t *data, size_t len, value source, value encoding, value errors)
{
    bool ascii, only_ascii = is_ascii_codec(encoding);
    if (utf8_check((const char *)data, len, &ascii) != len || (only_ascii && !ascii)) raise_codec_error(errors);
    value result = str_make_known((const char *)data, len, ascii);
    HOLD(source);
    return result;
}

#endif
