/* How numbers are taken from arguments. */
#include "../value/utf8.h"
#include "number.h"

/* A copy in ASCII: decimal digits of any script as 0..9, white space as a blank, the rest as '?'. */
static value text_to_ascii(struct view v)
{
    uint8_t *p;
    const char *from = v.data;
    value copy = bytes_make(utf8_count(v.data, v.len), &p);
    while (from < v.data + v.len) {
        check_break_large((size_t)(from - v.data) | 3);
        uint32_t c = utf8_decode(&from);
        int digit = char_decimal(c);
        if (c < 128) *p++ = (uint8_t)c;
        else if (digit >= 0) *p++ = (uint8_t)('0' + digit);
        else *p++ = char_class(c) & CHAR_SPACE ? ' ' : '?';
    }
    HOLD(v.data);
    return copy;
}

bool number_text(value v, struct number_arg *out)
{
    v = unwrap(v);
    out->owner = v;
    if (is_str(v)) {
        struct view view = str_view(v);
        out->text = view.data;
        out->len = view.len;
        if (!view.ascii) {
            out->owner = text_to_ascii(view);
            out->text = (const char *)bytes_view(out->owner, &out->len);
        }
    } else {
        struct buffer b;
        if (!get_whole_buffer(v, &b)) return false;
        out->text = (const char *)b.data;
        out->len = b.len;
    }
    while (out->len && is_ascii_space((unsigned char)out->text[out->len - 1])) out->len--;
    while (out->len && is_ascii_space((unsigned char)*out->text)) {
        out->text++;
        out->len--;
    }
    return true;
}

bool number_to_real(value v, real *out)
{
    if (is_float(v)) {
        *out = real_of(v);
        return true;
    }
    if (!is_int(v)) v = unwrap(v);
    if (is_float(v)) *out = real_of(v);
    else if (is_integer(v)) *out = int_to_real(v);
    else return false;
    return true;
}

real need_real(value v)
{
    real x;
    if (is_float(v)) return real_of(v);
    if (is_integer(v)) return int_to_real(v);
    if (has_instance_layout(v) || !number_to_real(v, &x)) return (real)need_double(v);
    return x;
}
