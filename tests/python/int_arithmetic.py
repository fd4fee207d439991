# needs: messages
# The operators of ints of all sizes: by their laws, and by a checksum of results that CPython gave.

class Source:
    "Integers of many lengths, with runs of zeros and ones."
    def __init__(self, seed):
        self.x = seed
    def next(self):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return self.x >> 16
    def bits(self, n):
        r = 0
        for _ in range(n // 48 + 1):
            r = r << 48 | self.next()
        return r & (1 << n) - 1
    def big(self, most):
        n = self.next() % most + 1
        kind = self.next() % 6
        if kind == 0:
            r = (1 << n) - self.next() % 3
        elif kind == 1:
            r = (1 << n) - (1 << self.next() % n)
        elif kind == 2:
            r = self.bits(n) >> n // 2 << n // 2
        else:
            r = self.bits(n)
        return -r if self.next() % 3 == 0 else r

def fold(h, n):
    return (h * 1000003 + n) % ((1 << 89) - 1)

def run(rounds, most, seed):
    s = Source(seed)
    h = 0
    for _ in range(rounds):
        a, b, c = s.big(most), s.big(most), s.big(most)
        shift = s.next() % (2 * most)
        assert a + b - b == a
        assert a - b == -(b - a)
        assert (a + b) * c == a * c + b * c
        assert (a + b) ** 2 == a * a + 2 * a * b + b * b
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a
            assert (0 <= r < b) if b > 0 else (b < r <= 0)
            assert a // b == q and a % b == r
            assert (a * b) // b == a and (a * b) % b == 0
            h = fold(fold(h, q), r)
        assert a << shift == a * 2 ** shift
        assert a >> shift == a // 2 ** shift
        assert (a & b) + (a | b) == a + b
        assert a ^ b == (a | b) - (a & b)
        assert ~a == -a - 1
        assert a & ~b | a & b == a
        assert (a < b) == (a - b < 0) and (a == b) == (not a - b)
        assert abs(a) == (a if a > 0 else -a)
        h = fold(h, a * b - c)
        h = fold(h, (a ^ b) & c | a >> 3)
        assert hash(a) == hash(a + b - b)
    return h

h = fold(fold(run(300, 70, 1), run(150, 400, 2)), fold(run(60, 4000, 3), run(8, 50000, 4)))
assert h == 62904018180432061332544174, h

# at the edges of small ints and of digits
for bits in (30, 31, 32, 61, 62, 63, 64, 65, 127, 128, 129):
    for edge in (1 << bits, -(1 << bits)):
        for d in (-2, -1, 0, 1, 2):
            n = edge + d
            assert n - d == edge and n + 1 - 1 == n and -(-n) == n
            assert n // -1 == -n and n % -1 == 0 and n * -1 == -n
            assert (n // 3) * 3 + n % 3 == n
            assert int(str(n)) == n
            assert (n << 1) >> 1 == n and n << 0 == n >> 0 == n
            assert n * 1 == 1 * n == n and n * 0 == 0

assert 7 // 2 == 3 and -7 // 2 == -4 and 7 // -2 == -4 and -7 // -2 == 3
assert 7 % 3 == 1 and -7 % 3 == 2 and 7 % -3 == -2 and -7 % -3 == -1
assert divmod(-10 ** 30, 7) == (-142857142857142857142857142858, 6)
assert -1 >> 1000 == -1 and 5 >> 1000 == 0 and -(1 << 100) >> 99 == -2 and -(1 << 100) - 1 >> 100 == -2
assert 0 << 10 ** 30 == 0 and -5 >> 10 ** 30 == -1

# bools are ints
assert True + True == 2 and True * 10 ** 20 == 10 ** 20 and -True == -1 and ~False == -1
assert (True & False) is False and (True | False) is True and (True ^ True) is False
assert (True & 1) == 1 and not isinstance(True & 1, bool)
assert True // True == 1 and 5 % True == 0 and True << 3 == 8 and +True == 1 and type(+True) is int
assert True == 1 == 1.0 and False < True and hash(True) == 1 and {True: 1}[1] == 1
assert isinstance(True, int) and bool([]) is False and bool('x') is True and bool() is False
assert str(True) == 'True' and repr(False) == 'False' and int(True) == 1 and type(int(True)) is int

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(ZeroDivisionError, None, lambda: 10 ** 30 // 0)
raises(ZeroDivisionError, None, lambda: 1 % 0)
raises(ZeroDivisionError, None, lambda: 10 ** 400 / 0)
raises(ZeroDivisionError, None, divmod, 1, 0)
raises(ValueError, 'negative shift count', lambda: 1 << -1)
raises(ValueError, 'negative shift count', lambda: 10 ** 30 >> -1)
raises((OverflowError, MemoryError), None, lambda: 1 << (1 << 62))
raises((OverflowError, MemoryError), None, lambda: 1 << (1 << 100))
raises(TypeError, None, lambda: 1 + 'a')
raises(TypeError, None, lambda: 10 ** 30 + None)
raises(TypeError, None, lambda: 10 ** 30 < 'a')
assert 10 ** 30 != 'a' and not 10 ** 30 == None
