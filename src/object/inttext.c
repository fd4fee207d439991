/* Ints to text and back. Bases that are a power of two go by bits. The others take many digits at a
 * time, and long numbers are split at powers of the base: (base^k)^(2^i), so that the
 * time is that of multiplication and division, not the square of the length. */
#include "number.h"
#include "printer.h"

/* As sys.set_int_max_str_digits() sets it. */
unsigned int_digits_limit = ADDER_LEVEL == 2 ? 4300 : 0;

void int_check_digits(size_t digits)
{
    if (ADDER_LEVEL == 2 && int_digits_limit && digits > int_digits_limit)
        raise_value_error("Exceeds the limit (%u digits) for integer string conversion: value has %zd digits; "
                          "use sys.set_int_max_str_digits() to increase the limit", int_digits_limit, digits);
}

/* The same of the digits that v, not negative, would have: before they are made, if it is by far too long. */
static void check_length(size_t digits)
{
    if (ADDER_LEVEL == 2 && int_digits_limit && digits > int_digits_limit)
        raise_value_error("Exceeds the limit (%u digits) for integer string conversion; "
                          "use sys.set_int_max_str_digits() to increase the limit", int_digits_limit);
}

/* Beyond so many limbs (of the number or of its text), numbers are split. */
#define SPLIT_FROM 24
#define LEVELS (ADDER_ALGORITHMS ? 40 : 1)

/* What fits a limb: base^digits, the largest such power. */
struct chunk {
    limb power;
    unsigned base, digits;
};

static struct chunk chunk_of(unsigned base)
{
    struct chunk c = { base, base, 1 };
    while (c.power <= ~(limb)0 / base) {
        c.power *= base;
        c.digits++;
    }
    return c;
}

static int log2_of(unsigned base) /* 0: no power of two, or not worth a way of its own */
{
    return !ADDER_ALGORITHMS || base & (base - 1) ? 0 : __builtin_ctz(base);
}

/* The powers at which numbers are split: power[i] = chunk.power^(2^i), digits[i] long. */
struct splitter {
    struct chunk chunk;
    int levels;
    value power[LEVELS];
    size_t digits[LEVELS];
};

static void splitter_init(struct splitter *s, unsigned base)
{
    s->chunk = chunk_of(base);
    s->levels = 1;
    if (!ADDER_ALGORITHMS) return; /* numbers aren't split */
    s->power[0] = int_from_limbs(&s->chunk.power, 1, false);
    s->digits[0] = s->chunk.digits;
}

static void splitter_grow(struct splitter *s)
{
    value last = s->power[s->levels - 1];
    s->power[s->levels] = int_multiply(last, last);
    s->digits[s->levels] = s->digits[s->levels - 1] * 2;
    s->levels++;
}

/* ---- writing ---- */

static const char digits_lower[] = "0123456789abcdefghijklmnopqrstuvwxyz";
static const char digits_upper[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* The digits of a magnitude in base 2^bits, before `end`; the count. */
static size_t put_bits(const struct operand *o, int bits, bool upper, char *end)
{
    const char *names = upper ? digits_upper : digits_lower;
    size_t count = ((o->n * LIMB_BITS - (size_t)limb_clz(o->d[o->n - 1])) + (size_t)bits - 1) / (size_t)bits;
    for (size_t i = 0; i < count; i++) {
        size_t at = i * (size_t)bits, k = at / LIMB_BITS;
        int shift = (int)(at % LIMB_BITS);
        limb d = o->d[k] >> shift;
        if (shift + bits > LIMB_BITS && k + 1 < o->n) d |= o->d[k + 1] << (LIMB_BITS - shift);
        *--end = names[d & (((limb)1 << bits) - 1)];
        check_break_at(i);
    }
    return count;
}

/* The digits of v, not negative, before `end`, with zeros in front up to `width`; the count. */
static size_t put_short(value v, const struct splitter *s, bool upper, char *end, size_t width)
{
    struct operand o;
    struct scratch work;
    char *p = end;
    operand_load(&o, v);
    size_t n = o.n;
    limb *d = scratch_open(&work, n);
    memcpy(d, o.d, n * sizeof(limb));
    HOLD(v);
    while (n) {
        limb rest = vec_div_1(d, d, n, s->chunk.power);
        if (!ADDER_ALGORITHMS && (n & 15) == 0) check_interrupt();
        char *stop = p - s->chunk.digits;
        n = vec_trim(d, n);
        p -= u64_format(rest, s->chunk.base, upper, p);
        while (n && p > stop) *--p = '0';
    }
    scratch_close(&work);
    while ((size_t)(end - p) < width) *--p = '0';
    return (size_t)(end - p);
}

static size_t put_split(value v, const struct splitter *s, int level, bool upper, char *end, size_t width)
{
    if (!ADDER_ALGORITHMS || int_bit_length(v) <= SPLIT_FROM * LIMB_BITS || level < 0) return put_short(v, s, upper, end, width);
    while (level > 0 && int_compare(v, s->power[level]) < 0) level--;
    check_c_stack();
    value high, low;
    int_divide(v, s->power[level], &high, &low, "");
    size_t cut = s->digits[level];
    put_split(low, s, level - 1, upper, end, cut);
    return cut + put_split(high, s, level - 1, upper, end - cut, width > cut ? width - cut : 0);
}

static void print_long(value v, unsigned base, bool upper, struct printer *out)
{
    struct operand o;
    operand_load(&o, v);
    int bits = log2_of(base);
    /* Bits of a digit, rounded down in eighths. */
    size_t eighths = bits ? (size_t)bits * 8 : base < 3 ? 8 : base < 4 ? 12 : base < 8 ? 18 : base < 10 ? 22 : base < 16 ? 26 : 32;
    size_t room = o.n * LIMB_BITS / eighths * 8 + 64;
    uint8_t *text;
    value buffer = bytes_make(room, &text);
    char *end = (char *)text + room;
    size_t n;
    if (bits) {
        n = put_bits(&o, bits, upper, end);
    } else {
        struct splitter s;
        check_length((size_t)(int_bit_length(v) * 3 / 10)); /* there are at least so many */
        splitter_init(&s, base);
        if (ADDER_ALGORITHMS && o.n > SPLIT_FROM) {
            while (int_bit_length(s.power[s.levels - 1]) * 2 <= int_bit_length(v) + 1) splitter_grow(&s);
        }
        value magnitude = o.negative ? int_negate(v) : v;
        n = put_split(magnitude, &s, s.levels - 1, upper, end, 0);
        check_length(n);
    }
    if (o.negative) end[-(ptrdiff_t)++n] = '-';
    print_text(out, end - n, n);
    HOLD(v);
    HOLD(text);
    HOLD(buffer);
}

void int_print(value v, int base, bool upper, struct printer *out)
{
    uint64_t m;
    if (is_int(v) || (ADDER_ALGORITHMS && int_bit_length(v) <= 64)) {
        char buf[U64_ROOM + 1], *end = buf + sizeof buf;
        bool negative = int_sign(v) < 0;
        if (is_int(v)) m = negative ? -(uint64_t)int_of(v) : (uint64_t)int_of(v);
        else int_to_uint64(negative ? int_negate(v) : v, &m);
        size_t n = u64_format(m, (unsigned)base, upper, end);
        if (negative) end[-(ptrdiff_t)++n] = '-';
        print_text(out, end - n, n);
        return;
    }
    print_long(v, (unsigned)base, upper, out);
}

/* ---- reading ---- */

/* The digits [text, text + n) are good. Base 2^bits. */
static value read_bits(const char *text, size_t n, int bits)
{
    struct scratch s;
    size_t limbs = (n * (size_t)bits + LIMB_BITS - 1) / LIMB_BITS;
    limb *r = scratch_open(&s, limbs);
    memset(r, 0, limbs * sizeof(limb));
    for (size_t i = 0; i < n; i++) {
        size_t at = i * (size_t)bits, k = at / LIMB_BITS;
        int shift = (int)(at % LIMB_BITS);
        limb d = digit_value(text[n - 1 - i]);
        check_break_at(i);
        r[k] |= d << shift;
        if (shift + bits > LIMB_BITS && k + 1 < limbs) r[k + 1] |= d >> (LIMB_BITS - shift);
    }
    return scratch_int(&s, limbs, false);
}

static limb read_chunk(const char *text, size_t n, unsigned base)
{
    limb x = 0;
    for (size_t i = 0; i < n; i++) x = x * base + digit_value(text[i]);
    return x;
}

static value read_short(const char *text, size_t n, const struct chunk *c)
{
    struct scratch s;
    size_t first = n % c->digits, used = 0;
    limb *r = scratch_open(&s, n / c->digits + 1);
    if (first) r[used++] = read_chunk(text, first, c->base);
    for (size_t i = first; i < n; i += c->digits) {
        limb top = vec_mul_1(r, r, used, c->power, read_chunk(text + i, c->digits, c->base));
        r[used++] = top;
        if (!ADDER_ALGORITHMS && (used & 15) == 0) check_interrupt();
    }
    return scratch_int(&s, used, false);
}

static value read_split(const char *text, size_t n, const struct splitter *s, int level)
{
    while (level >= 0 && s->digits[level] >= n) level--;
    if (!ADDER_ALGORITHMS || n <= (size_t)SPLIT_FROM * 2 * s->chunk.digits || level < 0) return read_short(text, n, &s->chunk);
    check_c_stack();
    size_t high = n - s->digits[level];
    value upper = int_multiply(read_split(text, high, s, level), s->power[level]);
    return int_binary(OP_ADD, upper, read_split(text + high, n - high, s, level - 1));
}

static value read_digits(const char *text, size_t n, unsigned base)
{
    int bits = log2_of(base);
    if (bits) return read_bits(text, n, bits);
    struct splitter s;
    splitter_init(&s, base);
    if (ADDER_ALGORITHMS && n > (size_t)SPLIT_FROM * 2 * s.chunk.digits) {
        while (s.digits[s.levels - 1] < n / 2 + 1) splitter_grow(&s);
    }
    return read_split(text, n, &s, s.levels - 1);
}

/* Digits without the underscores among them, in a new bytes. */
static value without_underscores(const char *text, size_t n, size_t digits, const char **out)
{
    uint8_t *p;
    value copy = bytes_make(digits, &p);
    *out = (const char *)p;
    for (size_t i = 0; i < n; i++) {
        if (text[i] != '_') *p++ = (uint8_t)text[i];
    }
    return copy;
}

/* Removes [0x] as `base` allows it (0: any of the three); what the base is. `p` has at least one character. */
static unsigned take_prefix(const char **p, const char *end, unsigned base)
{
    if (end - *p < 2 || (*p)[0] != '0') return base ? base : 10;
    char letter = (char)((*p)[1] | 32);
    unsigned named = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    if (named == 0 || (base && base != named)) return base ? base : 1; /* 1: only zeros may follow a 0 */
    *p += 2;
    if (*p < end && **p == '_') ++*p;
    return named;
}

value int_from_text(const char *text, size_t n, int base)
{
    const char *p = text, *end = text + n;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end) return UNDEF;
    unsigned radix = take_prefix(&p, end, (unsigned)base);
    bool zeros = radix == 1;
    if (zeros) radix = 10;

    /* One pass tells whether it is a number, and makes it if it is short. */
    uint64_t small = 0;
    size_t digits = 0;
    const char *start = p;
    for (; p < end; p++) {
        unsigned d = digit_value(*p);
        check_break_at(digits);
        if (d < radix) {
            small = small * radix + d;
            digits++;
            if (zeros && d) return UNDEF;
        } else if (*p != '_' || p == start || p[-1] == '_' || p + 1 == end) {
            return UNDEF;
        }
    }
    if (digits == 0) return UNDEF;
    value v;
    if (digits <= 12 || (radix == 10 && digits <= 19)) { /* 36^12 < 2^63 */
        v = int_from_uint64(small);
    } else {
        const char *compact = start;
        value copy = UNDEF;
        if (!log2_of(radix)) int_check_digits(digits);
        if (digits != (size_t)(end - start)) copy = without_underscores(start, (size_t)(end - start), digits, &compact);
        v = read_digits(compact, digits, radix);
        HOLD(copy);
        HOLD(compact);
    }
    return negative ? int_negate(v) : v;
}
