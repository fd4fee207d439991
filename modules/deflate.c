/* The module deflate: DeflateIO, a stream that unpacks another one: raw DEFLATE (RFC 1951), zlib (RFC 1950) or gzip
 * (RFC 1952). It takes one byte at a time from below, so that what follows the packed data stays there, and keeps no
 * more than the window, which may be as small as 32 bytes. It does not pack. */
#include <errno.h>

#include "object/class.h"
#include "runtime/file.h"

enum format { FORMAT_AUTO, FORMAT_RAW, FORMAT_ZLIB, FORMAT_GZIP };

enum state {
    STATE_START,  /* before the header */
    STATE_BLOCK,  /* before a block */
    STATE_STORED, /* in a block that is not packed: `left` bytes to come */
    STATE_CODES,  /* in a packed block; of a match, `left` bytes from `distance` back are to come */
    STATE_END,
};

enum { CODE_BITS = 15, LITERALS = 288, DISTANCES = 32, LENGTH_CODES = 19, BLOCK_ENDS = 256 };

/* A canonical Huffman code: how many codes have each length, and the symbols in the order of their codes. */
struct huffman {
    uint16_t count[CODE_BITS + 1];
    uint16_t *symbol;
};

struct deflate {
    struct owner owner;   /* the window: the last bytes that came out */
    value stream;
    uint8_t state, format, wbits;
    bool last;            /* this block is the last one */
    bool close;           /* closing it closes the stream */
    bool closed;
    uint8_t bit_count;    /* bits in `bits`, not yet used */
    uint32_t bits;
    uint32_t left, distance;
    uint32_t total;       /* bytes that came out, modulo 2^32 */
    uint32_t checksum;
    uint16_t literal_count[CODE_BITS + 1], distance_count[CODE_BITS + 1];
    uint16_t literal_symbol[LITERALS], distance_symbol[DISTANCES];
};
static const struct type type_DeflateIO;

_Noreturn static void raise_damaged(void)
{
    raise_os_error(EINVAL, UNDEF);
}

static struct deflate *deflate_of(value self)
{
    if (!is_type(self, &type_DeflateIO))
        raise_type_error("a DeflateIO is required, not '%t'", self);
    struct deflate *d = (struct deflate *)self;
    if (d->closed)
        raise_damaged(); /* (MicroPython's error for closed streams, too) */
    return d;
}

/* ---- input ---- */

static uint8_t next_byte(struct deflate *d)
{
    value one = from_int(1), piece = call_method(d->stream, SYMBOL(S_read), 1, &one);
    struct buffer b = {.len = 0};
    if (piece != NONE)
        need_buffer(piece, &b, false);
    if (b.len != 1)
        raise_error(&type_EOFError, "Compressed file ended before the end-of-stream marker was reached");
    uint8_t byte = *b.data;
    HOLD(piece);
    return byte;
}

static uint32_t next_bits(struct deflate *d, unsigned n)
{
    while (d->bit_count < n) {
        d->bits |= (uint32_t)next_byte(d) << d->bit_count;
        d->bit_count = (uint8_t)(d->bit_count + 8);
    }
    uint32_t result = d->bits & (((uint32_t)1 << n) - 1);
    d->bits >>= n;
    d->bit_count = (uint8_t)(d->bit_count - n);
    return result;
}

static uint32_t next_number(struct deflate *d, unsigned bytes, bool big_endian)
{
    uint32_t n = 0;
    for (unsigned i = 0; i < bytes; i++)
        n |= (uint32_t)next_byte(d) << 8 * (big_endian ? bytes - 1 - i : i);
    return n;
}

/* ---- Huffman codes ---- */

/* Makes a code from the lengths of its symbols (0: the symbol is not used). */
static void huffman_make(struct huffman *h, const uint8_t *length, unsigned n)
{
    uint16_t at[CODE_BITS + 1];
    int room = 1; /* codes of this length that are still free */
    memset(h->count, 0, sizeof h->count);
    for (unsigned i = 0; i < n; i++)
        h->count[length[i]]++;
    h->count[0] = 0;
    at[1] = 0;
    for (unsigned i = 1; i <= CODE_BITS; i++) {
        room = 2 * room - h->count[i];
        if (room < 0)
            raise_damaged();
        if (i < CODE_BITS)
            at[i + 1] = (uint16_t)(at[i] + h->count[i]);
    }
    for (unsigned i = 0; i < n; i++)
        if (length[i])
            h->symbol[at[length[i]]++] = (uint16_t)i;
}

/* The next symbol. Codes of one length are consecutive numbers, and follow on those of the length before. */
static unsigned huffman_next(struct deflate *d, const uint16_t *count, const uint16_t *symbol)
{
    unsigned code = 0, first = 0;
    for (unsigned i = 1; i <= CODE_BITS; i++) {
        code = code << 1 | next_bits(d, 1);
        if (code < first + count[i])
            return symbol[code - first];
        symbol += count[i];
        first = (first + count[i]) << 1;
    }
    raise_damaged();
}

static void make_codes(struct deflate *d, const uint8_t *lengths, unsigned literals, unsigned distances)
{
    struct huffman h = {.symbol = d->literal_symbol};
    huffman_make(&h, lengths, literals);
    memcpy(d->literal_count, h.count, sizeof h.count);
    h.symbol = d->distance_symbol;
    huffman_make(&h, lengths + literals, distances);
    memcpy(d->distance_count, h.count, sizeof h.count);
}

static void fixed_codes(struct deflate *d)
{
    uint8_t lengths[LITERALS + 30];
    memset(lengths, 8, 144);
    memset(lengths + 144, 9, 112);
    memset(lengths + 256, 7, 24);
    memset(lengths + 280, 8, 8);
    memset(lengths + LITERALS, 5, 30);
    make_codes(d, lengths, LITERALS, 30);
}

/* The codes of a block are lengths, which are themselves packed with a code of their own. */
static void read_codes(struct deflate *d)
{
    static const uint8_t order[LENGTH_CODES] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    uint8_t lengths[LITERALS + DISTANCES] = {0};
    uint16_t symbols[LENGTH_CODES];
    struct huffman h = {.symbol = symbols};
    unsigned literals = next_bits(d, 5) + 257, distances = next_bits(d, 5) + 1, n = next_bits(d, 4) + 4;
    if (literals > LITERALS)
        raise_damaged();
    for (unsigned i = 0; i < n; i++)
        lengths[order[i]] = (uint8_t)next_bits(d, 3);
    huffman_make(&h, lengths, LENGTH_CODES);
    memset(lengths, 0, LENGTH_CODES);
    for (unsigned i = 0; i < literals + distances;) {
        unsigned symbol = huffman_next(d, h.count, h.symbol), times = 1;
        uint8_t length = (uint8_t)symbol;
        if (symbol >= 16) {
            if (symbol == 16 && i == 0)
                raise_damaged();
            length = symbol == 16 ? lengths[i - 1] : 0;
            times = symbol == 16 ? 3 + next_bits(d, 2) : symbol == 17 ? 3 + next_bits(d, 3) : 11 + next_bits(d, 7);
        }
        if (times > literals + distances - i)
            raise_damaged();
        memset(lengths + i, length, times);
        i += times;
    }
    make_codes(d, lengths, literals, distances);
}

/* ---- headers and ends ---- */

static void start_zlib(struct deflate *d, unsigned method)
{
    unsigned flags = next_byte(d), bits = (method >> 4) + 8;
    if ((method & 15) != 8 || bits > 15 || (method << 8 | flags) % 31 || flags & 0x20)
        raise_damaged();
    d->format = FORMAT_ZLIB;
    d->checksum = 1;
    if (!d->wbits || bits < d->wbits)
        d->wbits = (uint8_t)bits;
}

static void start_gzip(struct deflate *d)
{
    enum { CHECKED = 2, EXTRA = 4, NAME = 8, COMMENT = 16 };
    if (next_byte(d) != 0x8b || next_byte(d) != 8)
        raise_damaged();
    unsigned flags = next_byte(d);
    next_number(d, 4, false); /* the time */
    next_number(d, 2, false);
    if (flags & EXTRA)
        for (unsigned n = next_number(d, 2, false); n; n--)
            next_byte(d);
    for (unsigned field = NAME; field <= COMMENT; field <<= 1)
        while (flags & field && next_byte(d)) {}
    if (flags & CHECKED)
        next_number(d, 2, false);
    d->format = FORMAT_GZIP;
    if (!d->wbits)
        d->wbits = 15;
}

static void start(struct deflate *d)
{
    if (d->format != FORMAT_RAW) {
        unsigned first = next_byte(d);
        if (d->format == FORMAT_GZIP ? first != 0x1f : d->format == FORMAT_ZLIB && first == 0x1f)
            raise_damaged();
        if (first == 0x1f)
            start_gzip(d);
        else
            start_zlib(d, first);
    }
    if (!d->wbits)
        d->wbits = 8;
    if (!d->owner.buf) /* (there is one if the stream below has read this one meanwhile) */
        heap_buffer(&d->owner, (size_t)1 << d->wbits, BUFFER_BYTES);
    d->state = STATE_BLOCK;
}

static uint32_t crc32_add(uint32_t crc, uint8_t byte)
{
    crc ^= byte;
    for (int i = 0; i < 8; i++)
        crc = crc >> 1 ^ (0xedb88320 & -(crc & 1));
    return crc;
}

static void add_to_checksum(struct deflate *d, uint8_t byte)
{
    if (d->format == FORMAT_GZIP) {
        d->checksum = ~crc32_add(~d->checksum, byte);
    } else if (d->format == FORMAT_ZLIB) {
        uint32_t a = ((d->checksum & 0xffff) + byte) % 65521, b = ((d->checksum >> 16) + a) % 65521;
        d->checksum = b << 16 | a;
    }
}

static void end(struct deflate *d)
{
    d->state = STATE_END;
    bool fine = true;
    if (d->format == FORMAT_ZLIB) {
        fine = next_number(d, 4, true) == d->checksum;
    } else if (d->format == FORMAT_GZIP) {
        fine = next_number(d, 4, false) == d->checksum;
        fine &= next_number(d, 4, false) == d->total;
    }
    if (!fine)
        raise_damaged();
}

/* ---- blocks ---- */

static void start_block(struct deflate *d)
{
    d->state = STATE_BLOCK;
    if (d->last) {
        end(d);
        return;
    }
    d->last = next_bits(d, 1);
    switch (next_bits(d, 2)) {
    case 0: {
        d->bits = d->bit_count = 0;
        unsigned n = next_number(d, 2, false);
        if (n != (next_number(d, 2, false) ^ 0xffff))
            raise_damaged();
        d->left = n;
        d->state = STATE_STORED;
        return;
    }
    case 1: fixed_codes(d); break;
    case 2: read_codes(d); break;
    default: raise_damaged();
    }
    d->left = 0;
    d->state = STATE_CODES;
}

static uint8_t put(struct deflate *d, uint8_t byte)
{
    add_to_checksum(d, byte);
    ((uint8_t *)d->owner.buf)[d->total++ & (((uint32_t)1 << d->wbits) - 1)] = byte;
    return byte;
}

/* How far back a match lies; its length is in d->left. OSError: further than the window, or the data, reaches. */
static void read_distance(struct deflate *d, unsigned length_symbol)
{
    unsigned l = length_symbol - 257, extra = l < 8 ? 0 : l / 4 - 1;
    if (l > 28)
        raise_damaged();
    d->left = l == 28 ? 258 : l < 8 ? 3 + l : 3 + ((4 + l % 4) << extra) + next_bits(d, extra);
    unsigned s = huffman_next(d, d->distance_count, d->distance_symbol);
    if (s > 29)
        raise_damaged();
    extra = s < 4 ? 0 : s / 2 - 1;
    d->distance = s < 4 ? 1 + s : 1 + ((2 + s % 2) << extra) + next_bits(d, extra);
    if (d->distance > (uint32_t)1 << d->wbits || d->distance > d->total)
        raise_damaged();
}

/* Puts at most n bytes in out; how many: less only at the end. */
static size_t unpack(struct deflate *d, uint8_t *out, size_t n)
{
    size_t done = 0;
    while (done < n && d->state != STATE_END) {
        if (d->state == STATE_START) {
            start(d);
        } else if (d->state == STATE_BLOCK || (d->state == STATE_STORED && d->left == 0)) {
            start_block(d);
        } else if (d->state == STATE_STORED) {
            out[done++] = put(d, next_byte(d));
            d->left--;
        } else if (d->left) {
            uint32_t mask = ((uint32_t)1 << d->wbits) - 1;
            out[done++] = put(d, ((uint8_t *)d->owner.buf)[(d->total - d->distance) & mask]);
            d->left--;
        } else {
            unsigned symbol = huffman_next(d, d->literal_count, d->literal_symbol);
            if (symbol < BLOCK_ENDS)
                out[done++] = put(d, (uint8_t)symbol);
            else if (symbol == BLOCK_ENDS)
                d->state = STATE_BLOCK;
            else
                read_distance(d, symbol);
        }
    }
    return done;
}

/* ---- the type ---- */

static value deflate_readinto(value self, value into)
{
    struct deflate *d = deflate_of(self);
    uint8_t piece[128];
    struct buffer b;
    size_t at = 0, got = sizeof piece;
    need_buffer(into, &b, true);
    while (at < b.len && got == sizeof piece) {
        got = unpack(d, piece, b.len - at < sizeof piece ? b.len - at : sizeof piece);
        need_buffer(into, &b, true); /* the stream below may have changed it */
        if (at + got > b.len)
            raise_value_error("the buffer changed size while it was read into");
        memcpy(b.data + at, piece, got);
        at += got;
        check_interrupt();
    }
    return from_int((word)at);
}

static value deflate_close(value self)
{
    struct deflate *d = (struct deflate *)self;
    if (!is_type(self, &type_DeflateIO))
        raise_type_error("a DeflateIO is required, not '%t'", self);
    if (d->closed)
        return NONE;
    d->closed = true;
    heap_buffer_free(&d->owner);
    return d->close ? call_method(d->stream, SYMBOL(S_close), 0, NULL) : NONE;
}

static value deflate_readable(value self)
{
    deflate_of(self);
    return TRUE;
}

static value deflate_iter(value self)
{
    return self;
}

static value deflate_next(value self)
{
    value line = call_method(self, SYMBOL(S_readline), 0, NULL);
    return truth(line) ? line : STOP;
}

/* DeflateIO(stream, format=AUTO, wbits=0, close=False) */
static value deflate_make(const struct type *t, size_t n, value *args, size_t nkw, const value *kwnames)
{
    static const sym names[] = {0, S_format, S_wbits, S_close};
    value v[4];
    args_bind("DeflateIO", n, args, nkw, kwnames, 0, 4, names, 4, 1, v);
    word format = v[1] == UNDEF ? FORMAT_AUTO : need_word(v[1]), wbits = v[2] == UNDEF ? 0 : need_word(v[2]);
    if (format < FORMAT_AUTO || format > FORMAT_GZIP)
        raise_value_error("format must be AUTO, RAW, ZLIB or GZIP");
    if (wbits && (wbits < 5 || wbits > 15))
        raise_value_error("wbits must be 0 or from 5 to 15");
    if (find_attr(v[0], SYMBOL(S_read)) == UNDEF)
        raise_type_error("a stream is required, not '%t'", v[0]);
    struct deflate *d = heap_object(t, sizeof *d);
    d->stream = v[0];
    d->format = (uint8_t)format;
    d->wbits = (uint8_t)wbits;
    d->close = v[3] != UNDEF && truth(v[3]);
    return from_ptr(d);
}

static void deflate_trace(struct object *o)
{
    heap_visit(&((struct deflate *)o)->stream);
}

METHOD2(deflate_readinto_method, readinto, deflate_readinto);
METHOD1(deflate_close_method, close, deflate_close);
METHOD1(deflate_readable_method, readable, deflate_readable);

/* The rest comes from io.IOBase, by readinto(). */
static const struct attr deflate_io_attrs[] = {
    ATTR(readinto, deflate_readinto_method),
    ATTR(close, deflate_close_method),
    ATTR(readable, deflate_readable_method),
};
static const struct slots deflate_slots = {
    .size = sizeof(struct deflate),
    .trace = deflate_trace,
    .make = deflate_make,
    .iter = deflate_iter,
    .next = deflate_next,
};
static const struct type type_DeflateIO = {
    .head = {&type_type},
    .slots = &deflate_slots,
    .name = SYMBOL(S_DeflateIO),
    TYPE_ATTRS(deflate_io_attrs),
    .base = &type_IOBase,
};

static const struct attr deflate_attrs[] = {
    ATTR(DeflateIO, type_DeflateIO),
    ATTR_VALUE(AUTO, ((value)FORMAT_AUTO << 1) | 1),
    ATTR_VALUE(RAW, ((value)FORMAT_RAW << 1) | 1),
    ATTR_VALUE(ZLIB, ((value)FORMAT_ZLIB << 1) | 1),
    ATTR_VALUE(GZIP, ((value)FORMAT_GZIP << 1) | 1),
};

const struct module_def module_deflate = {
    .name = SYMBOL(S_deflate),
    .attrs = deflate_attrs,
    .nattrs = sizeof deflate_attrs / sizeof deflate_attrs[0],
};
