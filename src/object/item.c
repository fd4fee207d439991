/* Items of arrays, memoryviews and packed structs. */
#include "item.h"
#include "../value/utf8.h"

#if ADDER_ITEMS
#define KIND(code, type, standard)                                                                           \
    [code - '?'] = {sizeof(type),                                                                            \
                    offsetof(                                                                                \
                        struct {                                                                             \
                            char c;                                                                          \
                            type x;                                                                          \
                        },                                                                                   \
                        x),                                                                                  \
                    standard}
const struct item_kind item_kinds['w' - '?' + 1] = {
    KIND('B', uint8_t, 1),  KIND('b', uint8_t, 1),   KIND('?', uint8_t, 1),
    KIND('c', uint8_t, 1),  KIND('h', short, 2),     KIND('H', short, 2),
    KIND('i', int, 4),      KIND('I', int, 4),       KIND('l', long, 4),
    KIND('L', long, 4),     KIND('q', long long, 8), KIND('Q', long long, 8),
    KIND('n', size_t, 0),   KIND('N', size_t, 0),    KIND('P', void *, 0),
    KIND('e', short, 2),    KIND('f', float, 4),     KIND('d', double, 8),
    KIND('u', uint32_t, 0), KIND('w', uint32_t, 0), /* of arrays only: characters */
};

bool item_is_signed(char code)
{
    return code == 'b' || code == 'h' || code == 'i' || code == 'l' || code == 'q' || code == 'n';
}

/* ---- bits ---- */

static uint64_t load_bits(const uint8_t *p, unsigned size, bool big_endian)
{
    uint64_t bits = 0;
    for (unsigned i = 0; i < size; i++) bits |= (uint64_t)p[big_endian ? size - 1 - i : i] << 8 * i;
    return bits;
}

static void store_bits(uint8_t *p, unsigned size, bool big_endian, uint64_t bits)
{
    for (unsigned i = 0; i < size; i++) p[big_endian ? size - 1 - i : i] = (uint8_t)(bits >> 8 * i);
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
    if (size == 2) return double_of_half(bits);
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
    if (size == 2) return half_of_double(x, bits);
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
    if (code == 'c') return bytes_new(p, 1);
    uint64_t bits = load_bits(p, size, big_endian);
    if (code == '?') return from_bool(bits);
    if (code == 'u' || code == 'w') {
        if (bits > CHAR_MAX_CODE) raise_value_error("chr() arg not in range(0x110000)");
        return str_from_char((uint32_t)bits);
    }
    if (code == 'e' || code == 'f' || code == 'd') return from_real((real)load_float(bits, size));
    if (!item_is_signed(code)) return from_unsigned(bits);
    unsigned unused = 64 - 8 * size;
    return from_signed((int64_t)(bits << unused) >> unused);
}

static enum item_result store_int(char code, unsigned size, bool big_endian, uint8_t *p, value v)
{
    uint64_t bits;
    if (!is_integer(v)) {
        if (is_float(v) || !slots_of(v)->index) return ITEM_TYPE;
        v = need_integer(v);
    }
    unsigned unused = 64 - 8 * size;
    if (item_is_signed(code)) {
        int64_t i;
        if (!int_to_int64(v, &i) || (int64_t)((uint64_t)i << unused) >> unused != i) return ITEM_RANGE;
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
        if (!is_bytes(v)) return ITEM_TYPE;
        const uint8_t *data = bytes_view(v, &len);
        if (len != 1) return ITEM_TYPE;
        *p = *data;
        return ITEM_STORED;
    case 'e':
    case 'f':
    case 'd':
        if (!is_float(v) && !is_integer(v) && !has_instance_layout(v)) return ITEM_TYPE;
        if (!float_bits(need_double(v), size, &bits)) return ITEM_RANGE;
        store_bits(p, size, big_endian, bits);
        return ITEM_STORED;
    case 'u':
    case 'w':
        if (!is_str(v) || str_chars(v) != 1) return ITEM_TYPE;
        const char *text = str_view(v).data;
        store_bits(p, size, big_endian, utf8_decode(&text));
        return ITEM_STORED;
    default: return store_int(code, size, big_endian, p, v);
    }
}

/* ---- native items ---- */

#define LOAD(type, convert)                                                                                  \
    {                                                                                                        \
        type x;                                                                                              \
        memcpy(&x, p, sizeof x);                                                                             \
        return convert(x);                                                                                   \
    }

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
#define STORE(type)                                                                                          \
    {                                                                                                        \
        type x = (type)i;                                                                                    \
        memcpy(p, &x, sizeof x);                                                                             \
        return (word)x == i ? ITEM_STORED : ITEM_RANGE;                                                      \
    }

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

#else

enum item_result item_store_native(char code, uint8_t *p, value v)
{
    (void)code;
    if (!is_int(v)) {
        if (is_float(v) || (!is_integer(v) && !slots_of(v)->index)) return ITEM_TYPE;
        v = need_integer(v);
    }
    if (!is_int(v) || (uintptr_t)int_of(v) > 255) return ITEM_RANGE;
    *p = (uint8_t)int_of(v);
    return ITEM_STORED;
}
#endif

/* ---- iterating ---- */

static void item_iter_trace(struct object *o)
{
    heap_visit(&((struct seq_iter *)o)->seq);
}

/* The buffer is asked for anew each time: it may have moved, or changed its size. */
value item_next(value seq, size_t *index)
{
    struct buffer b;
    if (is_type(seq, &type_bytearray)) { /* the most frequent ones */
        const struct bytearray *a = (const struct bytearray *)seq;
        return *index < a->len ? from_int(((const uint8_t *)a->owner.buf)[(*index)++]) : STOP;
    }
    if (is_bytes(seq)) {
        size_t len;
        const uint8_t *data = bytes_view(seq, &len);
        return *index < len ? from_int(data[(*index)++]) : STOP;
    }
    obj_of(seq)->type->slots->buffer(seq, &b, false);
    if (*index >= b.len / b.itemsize) return STOP;
    return item_load_native(b.typecode, b.data + (*index)++ * b.itemsize);
}

static value item_iter_next(value self)
{
    struct seq_iter *it = (struct seq_iter *)self;
    value v = it->seq == UNDEF ? STOP : item_next(it->seq, &it->index);
    if (v == STOP) it->seq = UNDEF;
    return v;
}

static value item_iter_iter(value self)
{
    return self;
}

static value length_hint(value self)
{
    const struct seq_iter *it = (const struct seq_iter *)need_self(self, &type_bytes_iter);
    word left = it->seq == UNDEF ? 0 : len_of(it->seq) - (word)it->index;
    return from_int(left < 0 ? 0 : left);
}

METHOD1(method_length_hint, __length_hint__, length_hint);
static const struct attr item_iter_attrs[] = {
    ATTR_MORE(__length_hint__, method_length_hint) ATTR_MORE(__setstate__, iter_setstate_method)};
static const struct slots item_iter_slots = {
    .size = sizeof(struct seq_iter),
    .trace = item_iter_trace,
    .iter = item_iter_iter,
    .next = item_iter_next,
};

#define ITEM_ITER(id, symbol) \
    const struct type id = { \
        {&type_type}, .slots = &item_iter_slots, .name = SYMBOL(symbol), TYPE_ATTRS(item_iter_attrs), .base = &type_object}
ITEM_ITER(type_bytes_iter, S_bytes_iterator);
#if ADDER_METHODS
static ITEM_ITER(type_bytearray_iter, S_bytearray_iterator);
#endif

value item_iter(value seq)
{
    const struct type *t = &type_bytes_iter;
#if ADDER_METHODS
    if (is_type(seq, &type_bytearray)) t = &type_bytearray_iter; /* it differs in its name */
#endif
    struct seq_iter *it = iterator_object(t, sizeof *it);
    it->seq = seq;
    return from_ptr(it);
}
