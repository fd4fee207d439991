/* The module binascii: bytes as hexadecimal digits and base64 (RFC 4648, and RFC 2045 on what to skip), and check sums. */
#include "object/layout.h"
#include "object/text.h"

/* What a2b functions take: bytes, or a str in ASCII. */
static struct buffer need_ascii(value v)
{
    struct buffer b;
    value s = unwrap(v);
    if (is_str(s)) {
        struct view text = str_view(s);
        if (!utf8_is_ascii(text.data, text.len))
            raise_value_error("string argument should contain only ASCII characters");
        b.data = (uint8_t *)text.data;
        b.len = text.len;
    } else if (!get_buffer(v, &b, false)) {
        raise_type_error("argument should be bytes, buffer or ASCII string, not '%t'", v);
    }
    return b;
}

/* ---- hexadecimal ---- */

/* The text that bytes.hex() makes, as bytes. */
static value binascii_hexlify(size_t n, value *args, size_t nkw, const value *kwnames)
{
    struct buffer b;
    need_buffer(args[0], &b, false);
    if (!is_bytes(args[0]))
        args[0] = bytes_new(b.data, b.len);
    struct view text = str_view(bytes_method_hex.f.fk(n, args, nkw, kwnames));
    return bytes_new((const uint8_t *)text.data, text.len);
}

static uint8_t hex_value(uint8_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 32;
    if (c < 'a' || c > 'f')
        raise_value_error("Non-hexadecimal digit found");
    return (uint8_t)(c - 'a' + 10);
}

static value binascii_unhexlify(value v)
{
    struct buffer b = need_ascii(v);
    uint8_t *out;
    if (b.len % 2)
        raise_value_error("Odd-length string");
    value result = bytes_make(b.len / 2, &out);
    for (size_t i = 0; i < b.len; i += 2)
        *out++ = (uint8_t)(hex_value(b.data[i]) << 4 | hex_value(b.data[i + 1]));
    return result;
}

/* ---- base64 ---- */

static const char base64_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int base64_value(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Reading base64: four digits make three bytes. */
struct base64 {
    uint32_t bits;      /* the digits of the present four */
    unsigned digits;    /* how many they are */
    unsigned pads;      /* = signs in a row so far */
    size_t done;        /* bytes written */
    bool ended;         /* the padding is complete */
};

static void base64_pad(struct base64 *s, bool strict)
{
    s->pads++;
    if (s->digits >= 2 && s->digits + s->pads >= 4)
        s->ended = true;
    else if (strict && s->digits == 0)
        raise_value_error(s->done ? "Excess padding not allowed" : "Leading padding not allowed");
}

static void base64_digit(struct base64 *s, unsigned digit, bool strict, uint8_t *out)
{
    if (strict && s->pads)
        raise_value_error("Discontinuous padding not allowed");
    s->pads = 0;
    s->bits = s->bits << 6 | digit;
    s->digits = (s->digits + 1) % 4;
    if (s->digits != 1) /* the second digit completes the first byte, and so on */
        out[s->done++] = (uint8_t)(s->bits >> (s->digits ? 6 - 2 * s->digits + 2 : 0));
}

static value binascii_a2b_base64(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {0, S_strict_mode};
    value v[2];
    args_bind("a2b_base64", n, args, nkw, kwnames, 0, 2, params, 1, 1, v);
    bool strict = v[1] != UNDEF && truth(v[1]);
    struct buffer b = need_ascii(v[0]);
    struct base64 s = {0};
    value out = bytearray_new(NULL, b.len / 4 * 3 + 3);
    uint8_t *data = ((struct bytearray *)out)->owner.buf;
    for (size_t i = 0; i < b.len; i++) {
        int digit = base64_value(b.data[i]);
        check_break_at(i);
        if (s.ended && strict)
            raise_value_error("Excess data after padding");
        if (s.ended)
            break;
        if (b.data[i] == '=')
            base64_pad(&s, strict);
        else if (digit >= 0)
            base64_digit(&s, (unsigned)digit, strict, data);
        else if (strict)
            raise_value_error("Only base64 data is allowed");
    }
    if (!s.ended && s.digits == 1)
        raise_value_error("Invalid base64-encoded string: number of data characters (%zd) cannot be 1 more than a "
                          "multiple of 4", (word)(s.done / 3 * 4 + 1));
    if (!s.ended && s.digits)
        raise_value_error("Incorrect padding");
    return bytes_new(data, s.done);
}

static value binascii_b2a_base64(size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym params[] = {0, S_newline};
    value v[2];
    struct buffer b;
    uint8_t *out;
    args_bind("b2a_base64", n, args, nkw, kwnames, 0, 2, params, 1, 1, v);
    bool newline = v[1] == UNDEF || truth(v[1]);
    need_buffer(v[0], &b, false);
    if (b.len > SIZE_MAX / 2)
        raise_memory_error();
    value result = bytes_make((b.len + 2) / 3 * 4 + newline, &out);
    for (size_t i = 0; i < b.len; i += 3) {
        size_t have = b.len - i < 3 ? b.len - i : 3;
        uint32_t bits = (uint32_t)b.data[i] << 16;
        check_break_at(i);
        if (have > 1)
            bits |= (uint32_t)b.data[i + 1] << 8;
        if (have > 2)
            bits |= b.data[i + 2];
        for (unsigned k = 0; k < 4; k++)
            *out++ = k <= have ? (uint8_t)base64_digits[bits >> (18 - 6 * k) & 63] : '=';
    }
    if (newline)
        *out = '\n';
    return result;
}

/* ---- check sums, half a byte at a time ---- */

static uint32_t need_start(value v)
{
    int64_t n;
    return int_to_int64(binary(OP_AND, need_integer(v), int_from_int64(0xffffffff)), &n) ? (uint32_t)n : 0;
}

/* CRC-32 of ISO 3309: the polynomial 0x04c11db7, bits reversed. */
static value binascii_crc32(size_t n, value *args)
{
    static const uint32_t table[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    uint32_t crc = ~(n > 1 ? need_start(args[1]) : 0);
    struct buffer b;
    need_buffer(args[0], &b, false);
    for (size_t i = 0; i < b.len; i++) {
        check_break_at(i);
        crc ^= b.data[i];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return int_from_uint64(~crc & 0xffffffff);
}

/* CRC-CCITT: the polynomial 0x1021. */
static value binascii_crc_hqx(value data, value start)
{
    uint32_t crc = need_start(start) & 0xffff;
    struct buffer b;
    need_buffer(data, &b, false);
    for (size_t i = 0; i < b.len; i++) {
        check_break_at(i);
        crc ^= (uint32_t)b.data[i] << 8;
        for (int half = 0; half < 2; half++)
            crc = (crc << 4 ^ (crc >> 12) * 0x1021) & 0xffff;
    }
    return from_int((word)crc);
}

/* ---- the table ---- */

FUNK(binascii_hexlify_function, hexlify, 1, 3, binascii_hexlify);
FUN1(binascii_unhexlify_function, unhexlify, binascii_unhexlify);
FUNK(binascii_a2b_base64_function, a2b_base64, 0, 1, binascii_a2b_base64);
FUNK(binascii_b2a_base64_function, b2a_base64, 0, 1, binascii_b2a_base64);
FUNV(binascii_crc32_function, crc32, 1, 2, binascii_crc32);
FUN2(binascii_crc_hqx_function, crc_hqx, binascii_crc_hqx);

static const struct attr binascii_attrs[] = {
    ATTR(hexlify, binascii_hexlify_function),
    ATTR(unhexlify, binascii_unhexlify_function),
    ATTR(b2a_hex, binascii_hexlify_function),
    ATTR(a2b_hex, binascii_unhexlify_function),
    ATTR(a2b_base64, binascii_a2b_base64_function),
    ATTR(b2a_base64, binascii_b2a_base64_function),
    ATTR(crc32, binascii_crc32_function),
    ATTR(crc_hqx, binascii_crc_hqx_function),
    ATTR(Error, type_ValueError),
};

const struct module_def module_binascii = {
    .name = SYMBOL(S_binascii),
    .attrs = binascii_attrs,
    .nattrs = sizeof binascii_attrs / sizeof binascii_attrs[0],
};
