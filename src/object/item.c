/* Items of arrays, memoryviews and packed structs. */
#include "item.h"
#include "../value/utf8.h"

struct item_kind { char code; uint8_t size, align; };

/* The alignment is that within a struct, which is what matters. */
#define KIND(code, type) { code, sizeof(type), offsetof(struct { char c; type x; }, x) }
static const struct item_kind kinds[] = {
    KIND('B', uint8_t), KIND('b', uint8_t), KIND('?', uint8_t), KIND('c', uint8_t), KIND('h', short), KIND('H', short),
    KIND('i', int), KIND('I', int), KIND('l', long), KIND('L', long), KIND('q', long long), KIND('Q', long long),
    KIND('n', size_t), KIND('N', size_t), KIND('P', void *), KIND('e', short), KIND('f', float), KIND('d', double),
    KIND('u', uint32_t), KIND('w', uint32_t), /* of arrays only: characters */
};

static const struct item_kind *kind_of(char code)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (kinds[i].code == code)
            return &kinds[i];
    }
    return NULL;
}

unsigned item_size(char code)
{
    const struct item_kind *k = kind_of(code);
    return k ? k->size : 0;
}

unsigned item_align(char code)
{
    const struct item_kind *k = kind_of(code);
    return k ? k->align : 1;
}

bool item_is_signed(char code)
{
    return code == 'b' || code == 'h' || code == 'i' || code == 'l' || code == 'q' || code == 'n';
}

/* ---- bits ---- */

static uint64_t load_bits(const uint8_t *p, unsigned size, bool big_endian)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < size; i++)
        bits |= (uint64_t)p[big_endian ? size - 1 - i : i] << 8 * i;
    return bits;
}

static void store_bits(uint8_t *p, unsigned size, bool big_endian, uint64_t bits)
{
    for (unsigned i = 0; i < size; i++)
        p[big_endian ? size - 1 - i : i] = (uint8_t)(bits >> 8 * i);
}

/* ---- floats: IEEE 754 halves, singles and doubles ---- */

static double double_of_half(uint64_t bits)
{
    uint64_t sign = bits >> 15, exponent = bits >> 10 & 31, fraction = bits & 0x3ff, wide;
    double x;
    if (exponent == 0) { /* subnormal: fraction * 2^-24 */
        x = (double)fraction / 16777216.0;
        return sign ? -x : x;
    }
    wide = sign << 63 | (exponent == 31 ? 0x7ffull : exponent + 1008) << 52 | fraction << 42;
    memcpy(&x, &wide, sizeof x);
    return x;
}

/* Rounds half to even. False: too large. */
static bool half_of_double(double x, uint64_t *half)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint64_t sign = bits >> 63 << 15, fraction = bits & 0xfffffffffffffull;
    int exponent = (int)(bits >> 52 & 0x7ff);
    if (exponent == 0x7ff) { /* inf, nan */
        *half = sign | 0x7c00 | (fraction ? 0x200 | fraction >> 42 : 0);
        return true;
    }
    exponent -= 1008; /* now 1..30 for normal halves */
    unsigned drop = 42;
    if (exponent <= 0) {
        if (exponent < -11) {
            *half = sign;
            return true;
        }
        fraction |= 1ull << 52;
        drop += 1 - (unsigned)exponent;
        exponent = 0;
    }
    uint64_t rest = fraction & ((1ull << drop) - 1), tie = 1ull << (drop - 1), result;
    result = (uint64_t)(exponent < 31 ? exponent : 31) << 10;
    result += exponent < 31 ? fraction >> drop : 0;
    result += rest > tie || (rest == tie && result & 1);
    *half = sign | result;
    return result < 0x7c00;
}

static double load_float(uint64_t bits, unsigned size)
{
    if (size == 2)
        return double_of_half(bits);
    if (size == 4) {
        uint32_t narrow = (uint32_t)bits;
        float x;
        memcpy(&x, &narrow, sizeof x);
        return x;
    }
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static bool float_bits(double x, unsigned size, uint64_t *bits)
{
    if (size == 2)
        return half_of_double(x, bits);
    if (size == 4) {
        float f = (float)x;
        uint32_t narrow;
        memcpy(&narrow, &f, sizeof f);
        *bits = narrow;
        /* A finite number must not become infinite. */
        return (narrow & 0x7fffffff) != 0x7f800000 || x - x != 0;
    }
    memcpy(bits, &x, sizeof x);
    return true;
}

/* ---- items ---- */

static value from_signed(int64_t i)
{
    return i >= SMALL_MIN && i <= SMALL_MAX ? from_int((word)i) : int_from_int64(i);
}

static value from_unsigned(uint64_t i)
{
    return i <= (uint64_t)SMALL_MAX ? from_int((word)i) : int_from_uint64(i);
}

value item_load(char code, unsigned size, bool big_endian, const uint8_t *p)
{
    if (code == 'c')
        return bytes_new(p, 1);
    uint64_t bits = load_bits(p, size, big_endian);
    if (code == '?')
        return from_bool(bits);
    if (code == 'u' || code == 'w')
        return str_from_char(bits <= CHAR_MAX_CODE ? (uint32_t)bits : 0xfffd);
    if (code == 'e' || code == 'f' || code == 'd')
        return from_real((real)load_float(bits, size));
    if (!item_is_signed(code))
        return from_unsigned(bits);
    unsigned unused = 64 - 8 * size;
    return from_signed((int64_t)(bits << unused) >> unused);
}

static enum item_result store_int(char code, unsigned size, bool big_endian, uint8_t *p, value v)
{
    uint64_t bits;
    if (!is_integer(v)) {
        if (is_float(v) || !slots_of(v)->index)
            return ITEM_TYPE;
        v = need_integer(v);
    }
    unsigned unused = 64 - 8 * size;
    if (item_is_signed(code)) {
        int64_t i;
        if (!int_to_int64(v, &i) || (int64_t)((uint64_t)i << unused) >> unused != i)
            return ITEM_RANGE;
        bits = (uint64_t)i;
    } else if (!int_to_uint64(v, &bits) || bits << unused >> unused != bits) {
        return ITEM_RANGE;
    }
    store_bits(p, size, big_endian, bits);
    return ITEM_STORED;
}

enum item_result item_store(char code, unsigned size, bool big_endian, uint8_t *p, value v)
{
    uint64_t bits;
    size_t len;
    switch (code) {
    case '?':
        *p = 0;
        store_bits(p, size, big_endian, truth(v));
        return ITEM_STORED;
    case 'c':
        if (!is_bytes(v))
            return ITEM_TYPE;
        const uint8_t *data = bytes_view(v, &len);
        if (len != 1)
            return ITEM_TYPE;
        *p = *data;
        return ITEM_STORED;
    case 'e':
    case 'f':
    case 'd':
        if (!is_float(v) && !is_integer(v) && !has_instance_layout(v))
            return ITEM_TYPE;
        if (!float_bits(need_double(v), size, &bits))
            return ITEM_RANGE;
        store_bits(p, size, big_endian, bits);
        return ITEM_STORED;
    case 'u':
    case 'w':
        if (!is_str(v) || str_chars(v) != 1)
            return ITEM_TYPE;
        const char *text = str_view(v).data;
        store_bits(p, size, big_endian, utf8_decode(&text));
        return ITEM_STORED;
    default:
        return store_int(code, size, big_endian, p, v);
    }
}

/* ---- native items ---- */

#define LOAD(type, convert) { type x; memcpy(&x, p, sizeof x); return convert(x); }

value item_load_native(char code, const uint8_t *p)
{
    switch (code) {
    case 'B': return from_int(*p);
    case 'b': return from_int((int8_t)*p);
    case 'h': LOAD(short, from_int)
    case 'H': LOAD(unsigned short, from_int)
    case 'i': LOAD(int, from_signed)
    case 'I': LOAD(unsigned, from_unsigned)
    case 'l': LOAD(long, from_signed)
    case 'L': LOAD(unsigned long, from_unsigned)
    case 'q': LOAD(long long, from_signed)
    case 'Q': LOAD(unsigned long long, from_unsigned)
    case 'f': LOAD(float, from_real)
    case 'd': LOAD(double, from_real)
    default: return item_load(code, item_size(code), ITEM_BIG_ENDIAN, p);
    }
}

/* Stores the small int i if it fits. */
#define STORE(type) { type x = (type)i; memcpy(p, &x, sizeof x); return (word)x == i ? ITEM_STORED : ITEM_RANGE; }

enum item_result item_store_native(char code, uint8_t *p, value v)
{
    if (is_int(v)) {
        word i = int_of(v);
        switch (code) {
        case 'B': STORE(uint8_t)
        case 'b': STORE(int8_t)
        case 'h': STORE(short)
        case 'H': STORE(unsigned short)
        case 'i': STORE(int)
        case 'l': STORE(long)
        default: break;
        }
    } else if (code == 'd' && is_float(v)) {
        double x = (double)real_of(v);
        memcpy(p, &x, sizeof x);
        return ITEM_STORED;
    }
    if (code == 'f' && (is_float(v) || is_integer(v))) {
        float x = (float)need_double(v);
        memcpy(p, &x, sizeof x);
        return ITEM_STORED;
    }
    return item_store(code, item_size(code), ITEM_BIG_ENDIAN, p, v);
}
