# needs: set_order complex
# Hashes are CPython's of 64 bits: all that is expected here came out of CPython.
import sys
for v, h in [
    (0, 0),
    (1, 1),
    (-1, -2),
    (-2, -2),
    (2 ** 31, 2147483648),
    (-2 ** 31, -2147483648),
    (2 ** 61 - 2, 2305843009213693950),
    (2 ** 61 - 1, 0),
    (2 ** 61, 1),
    (-2 ** 61 - 5, -6),
    (2 ** 64 - 1, 7),
    (-2 ** 63, -4),
    (10 ** 30, 465258685558744706),
    (-10 ** 40, -1388497483929617590),
    (7 ** 300, 342988629637882718),
    (True, 1),
    (None, 4238894112),
    (0.5, 1152921504606846976),
    (-0.5, -1152921504606846976),
    (1.5, 1152921504606846977),
    (2.0 ** 70, 512),
    (-2.0 ** 100 * 1.5, -824633720832),
    (1e10, 10000000000),
    (float('inf'), 314159),
    (float('-inf'), -314159),
    ('', 0),
    (b'', 0),
    ((), 5740354900026072187),
    ((1,), -6644214454873602895),
    ((1, 2), -3550055125485641917),
    ((0.5, (None, -1)), 7952581525544531757),
    (tuple(range(100)), 4479737025582696436),
    (slice(1, 2, 3), -2340833382717974474),
    (slice(None), 4032618106351268893),
    (range(0), 2676694398852732306),
    (range(5), 5795932985296280846),
    (range(3, 4), 3985224588053030672),
    (range(1, 10, 3), -9160968616009628824),
    (frozenset(), 133146708735736),
    (frozenset([1]), -558064481276695278),
    (frozenset([1, 2, 3]), -272375401224217160),
    (frozenset(range(100)), 4411996150312757951),
    (frozenset([(1, 2), None, frozenset([0.5])]), -210300717863029730),
    (1 + 2j, 2000007),
    (-1j, -2000006),
    (0.5 + 0.25j, 2882303761517117440),
    (5 + 0j, 5),
]:
    assert hash(v) == v.__hash__() == h, (v, hash(v))


class Given:
    def __init__(self, given):
        self.given = given

    def __hash__(self):
        return self.given


# an int that fits 64 bits is taken as it is
for given, h in [
    (1, 1),
    (-1, -2),
    (True, 1),
    (2 ** 61 - 1, 2305843009213693951),
    (2 ** 61, 2305843009213693952),
    (2 ** 63 - 1, 9223372036854775807),
    (-2 ** 63, -9223372036854775808),
    (2 ** 63, 4),
    (2 ** 64, 8),
    (-2 ** 63 - 1, -5),
]:
    assert hash(Given(given)) == h, given

# equal numbers have equal hashes, dicts and sets find them
d = {0.5: 'half', 2 ** 61 + 1: 'large', -3: 'three'}
assert d[0.5 + 0j] == 'half' and d[int('2305843009213693953')] == 'large'
assert d[-3.0] == d[-3 + 0j] == 'three' and 1.0 in {True}
assert 2.0 ** 61 in {2 ** 61} and 2 ** 61 in {2 ** 61 + 0j}
many = {i / 1024: i for i in range(-3000, 3000)}
assert len(many) == 6000 and all(many[i / 1024] == i for i in range(-3000, 3000))
assert len({i for i in range(-3000, 3000)} & {float(i) for i in range(-4000, 4000)}) == 6000

info = sys.hash_info
assert (info.width, info.modulus, info.inf, info.nan, info.imag) == (64, 2 ** 61 - 1, 314159, 0, 1000003)
