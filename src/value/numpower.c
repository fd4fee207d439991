/* Powers of ten to 128 bits from a small table: 10^(27 i) to 192 bits, times 5^0 .. 5^26.
 * That the product, cut and rounded up, is right to the last bit was checked for every power. */
#include "numpower.h"

#if ADDER_FLOAT_TABLES

const uint64_t power5_table[27] = {
    UINT64_C(0x1), UINT64_C(0x5), UINT64_C(0x19), UINT64_C(0x7d),
    UINT64_C(0x271), UINT64_C(0xc35), UINT64_C(0x3d09), UINT64_C(0x1312d),
    UINT64_C(0x5f5e1), UINT64_C(0x1dcd65), UINT64_C(0x9502f9), UINT64_C(0x2e90edd),
    UINT64_C(0xe8d4a51), UINT64_C(0x48c27395), UINT64_C(0x16bcc41e9), UINT64_C(0x71afd498d),
    UINT64_C(0x2386f26fc1), UINT64_C(0xb1a2bc2ec5), UINT64_C(0x3782dace9d9), UINT64_C(0x1158e460913d),
    UINT64_C(0x56bc75e2d631), UINT64_C(0x1b1ae4d6e2ef5), UINT64_C(0x878678326eac9), UINT64_C(0x2a5a058fc295ed),
    UINT64_C(0xd3c21bcecceda1), UINT64_C(0x422ca8b0a00a425), UINT64_C(0x14adf4b7320334b9),
};

const char digit_pairs[200] = {
    "0001020304050607080910111213141516171819"
    "2021222324252627282930313233343536373839"
    "4041424344454647484950515253545556575859"
    "6061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899"
};

/* floor(10^(27 i) * 2^n), high word first, n such that the top bit is set. */
static const uint64_t power10_rows[][3] = {
#if ADDER_DOUBLE
    { 0x8049a4ac0c5811ae, 0x205b896d777d6278, 0xac261e9f5141430b }, /* -351 */
    { 0xcf42894a5dce35ea, 0x52064cac828675b9, 0x475f2b7d7df1ad7a }, /* -324 */
    { 0xa76c582338ed2621, 0xaf2af2b80af6f24e, 0x657c8f4d43323a36 }, /* -297 */
    { 0x873e4f75e2224e68, 0x5a7744a6e804a291, 0xcc35eddfcf0996d7 }, /* -270 */
    { 0xda7f5bf590966848, 0xaf39a475506a899e, 0xa30294cc2934e662 }, /* -243 */
    { 0xb080392cc4349dec, 0xbd8d794d96aacfb3, 0xfe13a5c86af64418 }, /* -216 */
    { 0x8e938662882af53e, 0x547eb47b7282ee9c, 0x41b0230e1421487d }, /* -189 */
    { 0xe65829b3046b0afa, 0x0cb4a5a3112a5112, 0xa3b561b1cb208396 }, /* -162 */
    { 0xba121a4650e4ddeb, 0x92f34d62616ce413, 0x21a0183e10583cd3 }, /* -135 */
    { 0x964e858c91ba2655, 0x3a6a07f8d510f86f, 0xe9082f25e9c5e9ec }, /* -108 */
#endif
    { 0xf2d56790ab41c2a2, 0xfae27299423fb9c3, 0x3695dad7e8858901 }, /* -81 */
    { 0xc428d05aa4751e4c, 0xaa97e14c3c26b886, 0x96842dc95323f5a8 }, /* -54 */
    { 0x9e74d1b791e07e48, 0x775ea264cf55347d, 0xca49f1c05120c9c7 }, /* -27 */
    { 0x8000000000000000, 0x0000000000000000, 0x0000000000000000 }, /* 0 */
    { 0xcecb8f27f4200f3a, 0x0000000000000000, 0x0000000000000000 }, /* 27 */
    { 0xa70c3c40a64e6c51, 0x999090b65f67d924, 0x0000000000000000 }, /* 54 */
#if ADDER_DOUBLE
    { 0x86f0ac99b4e8dafd, 0x69a028bb3ded71a3, 0xdf9f915627c04e28 }, /* 81 */
    { 0xda01ee641a708de9, 0xe80e6f4820cc9495, 0xd74baad03bc1d8d3 }, /* 108 */
    { 0xb01ae745b101e9e4, 0x5ec05dcff72e7f8f, 0xc04c79ffe324301f }, /* 135 */
    { 0x8e41ade9fbebc27d, 0x14588f13be847307, 0x23bd6a2059c002f5 }, /* 162 */
    { 0xe5d3ef282a242e81, 0x8f1668c8a86da5fa, 0xf0b5ccf5176ecc7c }, /* 189 */
    { 0xb9a74a0637ce2ee1, 0x6d953e2bd7173692, 0x88efb0037ac08bde }, /* 216 */
    { 0x95f83d0a1fb69cd9, 0x4abdaf101564f98e, 0x0d5a4af7b3a98e47 }, /* 243 */
    { 0xf24a01a73cf2dccf, 0xbc633b39673c8cec, 0x3d9c44cd2f36917c }, /* 270 */
    { 0xc3b8358109e84f07, 0x0a862f80ec4700c8, 0x02606ea01029dc37 }, /* 297 */
    { 0x9e19db92b4e31ba9, 0x6c07a2c26a8346d1, 0x4944d9f52cd0dec2 }, /* 324 */
#endif
};

struct power10 power10(int k)
{
    unsigned i = (unsigned)(k - POWER10_MIN);
    const uint64_t *row = power10_rows[i / 27];
    uint64_t f = power5_table[i % 27];
    uint64_t p0, p1, p2, p3, carry;
    p0 = mul_64(row[2], f, &carry);
    p1 = mul_64(row[1], f, &p2);
    p1 += carry;
    p2 += p1 < carry;
    carry = p2;
    p2 = mul_64(row[0], f, &p3) + carry;
    p3 += p2 < carry;

    struct power10 g;
    if (p3) { /* its top bits are not zero: only 5^0 leaves it empty */
        int shift = __builtin_clzll(p3); /* 3 .. 62 */
        g.high = p3 << shift | p2 >> (64 - shift);
        g.low = p2 << shift | p1 >> (64 - shift);
        p1 <<= shift;
    } else {
        g.high = p2;
        g.low = p1;
        p1 = 0;
    }
    g.exact = (p1 | p0) == 0;
    if (!g.exact && ++g.low == 0) g.high++;
    return g;
}
#endif
