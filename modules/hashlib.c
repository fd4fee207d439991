/* The module hashlib: sha256, sha1, md5 and, in the full profile, sha512 (sha512.c); from FIPS 180-4 and RFC 1321. All fill blocks
 * and end them alike; they differ in how a block changes the state, and in the order of bytes. */
#include "hashlib.h"
#include "object/printer.h"

enum { MAX_BLOCK = 128, MAX_DIGEST = SHA512_SIZE };

struct hasher {
    struct object head;
    const struct algorithm *algorithm;
    uint64_t bytes; /* so far; the last bytes % block_size of them are in `block` */
    uint32_t state[MAX_DIGEST / 4];
    uint8_t block[MAX_BLOCK];
};

static inline uint32_t rotate_left(uint32_t x, unsigned n) { return x << n | x >> (32 - n); }

/* ---- SHA-256 ---- */

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static void sha256_block(uint32_t *state, const uint32_t *word)
{
    uint32_t w[64], v[8];
    memcpy(w, word, 16 * sizeof *w);
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (rotate_left(a, 25) ^ rotate_left(a, 14) ^ a >> 3) + w[i - 7] +
               (rotate_left(b, 15) ^ rotate_left(b, 13) ^ b >> 10);
    }
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t e = v[4], a = v[0];
        uint32_t t1 = v[7] + (rotate_left(e, 26) ^ rotate_left(e, 21) ^ rotate_left(e, 7)) +
                      ((e & v[5]) ^ (~e & v[6])) + sha256_constants[i] + w[i];
        uint32_t t2 = (rotate_left(a, 30) ^ rotate_left(a, 19) ^ rotate_left(a, 10)) +
                      ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

static const uint32_t sha256_start[] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};
static const struct algorithm sha256 = { SYMBOL(S_sha256), sha256_block, 32, 64, true, sha256_start };

/* ---- SHA-1 ---- */

static void sha1_block(uint32_t *state, const uint32_t *word)
{
    static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    uint32_t w[80], v[5];
    memcpy(w, word, 16 * sizeof *w);
    for (int i = 16; i < 80; i++)
        w[i] = rotate_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 80; i++) {
        uint32_t b = v[1], c = v[2], d = v[3], mix;
        if (i < 20)
            mix = (b & c) ^ (~b & d);
        else if (i >= 40 && i < 60)
            mix = (b & c) ^ (b & d) ^ (c & d);
        else
            mix = b ^ c ^ d;
        uint32_t t = rotate_left(v[0], 5) + mix + v[4] + constants[i / 20] + w[i];
        memmove(v + 1, v, 4 * sizeof *v);
        v[2] = rotate_left(b, 30);
        v[0] = t;
    }
    for (int i = 0; i < 5; i++)
        state[i] += v[i];
}

static const uint32_t sha1_start[] = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 };
static const struct algorithm sha1 = { SYMBOL(S_sha1), sha1_block, 20, 64, true, sha1_start };

/* ---- MD5 ---- */

/* 2**32 times the sines of 1 to 64, without their signs. */
static const uint32_t md5_constants[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

static void md5_block(uint32_t *state, const uint32_t *word)
{
    static const uint8_t turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static const uint8_t step[4] = {1, 5, 3, 7}, first[4] = {0, 1, 5, 0};
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    for (unsigned i = 0; i < 64; i++) {
        unsigned round = i / 16;
        uint32_t mix = round == 0 ? (b & c) | (~b & d) : round == 1 ? (d & b) | (~d & c) : round == 2 ? b ^ c ^ d : c ^ (b | ~d);
        uint32_t t = a + mix + md5_constants[i] + word[(first[round] + step[round] * i) % 16];
        a = d;
        d = c;
        c = b;
        b += rotate_left(t, turns[round][i % 4]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

/* (It starts as SHA-1 does.) */
static const struct algorithm md5 = { SYMBOL(S_md5), md5_block, 16, 64, false, sha1_start };

static const struct algorithm *const algorithms[] = {
    &sha256,
    &sha1,
    &md5,
#if ADDER_METHODS
    &sha512,
#endif
};

/* ---- feeding ---- */

/* The bytes of a word where they lie, and back: place 0 holds the highest byte, or the lowest. */
static inline unsigned shift_of(const struct algorithm *a, size_t place)
{
    return (unsigned)(a->big_endian ? 3 - place % 4 : place % 4) * 8;
}

static void take_block(struct hasher *h, const uint8_t *data)
{
    uint32_t word[MAX_BLOCK / 4] = {0};
    for (size_t i = 0; i < h->algorithm->block_size; i++)
        word[i / 4] |= (uint32_t)data[i] << shift_of(h->algorithm, i);
    h->algorithm->block(h->state, word);
}

static void feed(struct hasher *h, const uint8_t *data, size_t n)
{
    size_t size = h->algorithm->block_size;
    while (n) {
        size_t used = h->bytes % size, part = size - used < n ? size - used : n;
        memcpy(h->block + used, data, part);
        h->bytes += part;
        if (used + part == size)
            take_block(h, h->block);
        data += part;
        n -= part;
    }
}

/* What may be long: Ctrl-C can stop it between pieces. */
static void feed_all(struct hasher *h, const uint8_t *data, size_t n)
{
    enum { PIECE = 1 << 16 };
    for (size_t at = 0; at < n; at += PIECE) {
        feed(h, data + at, n - at < PIECE ? n - at : PIECE);
        check_interrupt();
    }
}

static void start(struct hasher *h, const struct algorithm *algorithm)
{
    h->algorithm = algorithm;
    h->bytes = 0;
    memcpy(h->state, algorithm->start, algorithm->digest_size);
}

/* The end of the text: a 1 bit, zeros, and its length in bits, in the last 8th of a block. On a copy, so that more can be
 * fed afterwards. */
static void finish(const struct hasher *from, uint8_t *out)
{
    static const uint8_t end[MAX_BLOCK + MAX_BLOCK / 8] = {0x80};
    struct hasher h = *from;
    uint8_t length[8];
    size_t size = h.algorithm->block_size, field = size / 8;
    for (size_t i = 0; i < 8; i++)
        length[i] = (uint8_t)(from->bytes * 8 >> (h.algorithm->big_endian ? 7 - i : i) * 8);
    feed(&h, end, 1 + (2 * size - 1 - field - (size_t)(from->bytes % size)) % size + field - sizeof length);
    feed(&h, length, sizeof length);
    for (size_t i = 0; i < h.algorithm->digest_size; i++)
        out[i] = (uint8_t)(h.state[i / 4] >> shift_of(h.algorithm, i));
}

#if ADDER_METHODS
void sha512_of(const uint8_t *data, size_t n, uint8_t out[SHA512_SIZE])
{
    struct hasher h;
    start(&h, &sha512);
    feed_all(&h, data, n);
    finish(&h, out);
}
#endif

/* ---- objects ---- */

static const struct type type_hasher;

static struct hasher *hasher_of(value self)
{
    if (!is_type(self, &type_hasher))
        raise_type_error("a hash object is required, not '%t'", self);
    return (struct hasher *)self;
}

static value hash_update(value self, value data)
{
    struct hasher *h = hasher_of(self);
    struct buffer b;
    if (is_str(unwrap(data)))
        raise_type_error("Strings must be encoded before hashing");
    need_buffer(data, &b, false);
    feed_all(h, b.data, b.len);
    return NONE;
}

static value hash_new(const struct algorithm *algorithm, size_t n, value *args)
{
    struct hasher *h = heap_object(&type_hasher, sizeof *h);
    start(h, algorithm);
    if (n)
        hash_update(from_ptr(h), args[0]);
    return from_ptr(h);
}

static value hash_digest(value self)
{
    const struct hasher *h = hasher_of(self);
    uint8_t out[MAX_DIGEST];
    finish(h, out);
    return bytes_new(out, h->algorithm->digest_size);
}

static value hash_hexdigest(value self)
{
    static const char digits[] = "0123456789abcdef";
    const struct hasher *h = hasher_of(self);
    uint8_t out[MAX_DIGEST];
    char text[2 * MAX_DIGEST];
    size_t n = h->algorithm->digest_size;
    finish(h, out);
    for (size_t i = 0; i < 2 * n; i++)
        text[i] = digits[out[i / 2] >> (i % 2 ? 0 : 4) & 15];
    return str_new(text, 2 * n);
}

static value hash_copy(value self)
{
    const struct hasher *h = hasher_of(self);
    struct hasher *copy = heap_object(&type_hasher, sizeof *copy);
    *copy = *h;
    return from_ptr(copy);
}

static value hash_get_name(value self) { return hasher_of(self)->algorithm->name; }
static value hash_get_digest_size(value self) { return from_int(hasher_of(self)->algorithm->digest_size); }
static value hash_get_block_size(value self) { return from_int(hasher_of(self)->algorithm->block_size); }

METHOD2(hash_update_method, update, hash_update);
METHOD1(hash_digest_method, digest, hash_digest);
METHOD1(hash_hexdigest_method, hexdigest, hash_hexdigest);
METHOD1(hash_copy_method, copy, hash_copy);
GETSET(hash_name, name, hash_get_name, NULL);
GETSET(hash_digest_size, digest_size, hash_get_digest_size, NULL);
GETSET(hash_block_size, block_size, hash_get_block_size, NULL);

static const struct attr hash_attrs[] = {
    ATTR(update, hash_update_method),
    ATTR(digest, hash_digest_method),
    ATTR(hexdigest, hash_hexdigest_method),
    ATTR(copy, hash_copy_method),
    ATTR(name, hash_name),
    ATTR(digest_size, hash_digest_size),
    ATTR(block_size, hash_block_size),
};
static const struct slots hash_slots = {
    .size = sizeof(struct hasher),
};
static const struct type type_hasher = {
    .head = {&type_type},
    .slots = &hash_slots,
    .name = SYMBOL(S_HASH),
    TYPE_ATTRS(hash_attrs),
    .base = &type_object,
};

/* ---- the table ---- */

static value make_sha256(size_t n, value *args) { return hash_new(&sha256, n, args); }
#if ADDER_METHODS
static value make_sha512(size_t n, value *args) { return hash_new(&sha512, n, args); }
FUNV(hash_sha512, sha512, 0, 1, make_sha512);
#endif
static value make_sha1(size_t n, value *args) { return hash_new(&sha1, n, args); }
static value make_md5(size_t n, value *args) { return hash_new(&md5, n, args); }

/* new(name, data) */
static value make_by_name(size_t n, value *args)
{
    value name = is_str(unwrap(args[0])) ? unwrap(args[0]) : SYMBOL(S_empty);
    for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++)
        if (str_equal(name, algorithms[i]->name))
            return hash_new(algorithms[i], n - 1, args + 1);
    raise_value_error("unsupported hash type %v", to_str(args[0]));
}

FUNV(hash_sha256, sha256, 0, 1, make_sha256);
FUNV(hash_sha1, sha1, 0, 1, make_sha1);
FUNV(hash_md5, md5, 0, 1, make_md5);
FUNV(hash_new_function, new, 1, 2, make_by_name);

static const struct attr hashlib_attrs[] = {
    ATTR(sha256, hash_sha256),
#if ADDER_METHODS
    ATTR(sha512, hash_sha512),
#endif
    ATTR(sha1, hash_sha1),
    ATTR(md5, hash_md5),
    ATTR(new, hash_new_function),
};

const struct module_def module_hashlib = {
    .name = SYMBOL(S_hashlib),
    .attrs = hashlib_attrs,
    .nattrs = sizeof hashlib_attrs / sizeof hashlib_attrs[0],
};
