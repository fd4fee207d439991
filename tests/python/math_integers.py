# needs: messages
# The module math: functions of integers.
import math

def slow_gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)

assert math.gcd() == 0 and math.gcd(6) == 6 and math.gcd(-6) == 6 and math.gcd(0, 0) == 0 and math.gcd(12, 18, 27) == 3
assert math.gcd(True, 5) == 1 and math.gcd(10 ** 50, 0) == 10 ** 50 and math.gcd(0, -10 ** 50) == 10 ** 50
f, g = 1, 1
for i in range(400):
    f, g = g, f + g
    assert math.gcd(f, g) == 1 and math.gcd(f * 12, g * 18) == slow_gcd(f * 12, g * 18)
n = 12345
for bits in (5, 40, 64, 65, 128, 300, 1000):
    for _ in range(6):
        n = n * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        a, b, c = n ** 17 & (1 << bits) - 1, (n ^ 0x5555) ** 19 & (1 << bits) - 1, n % 1000003 + 1
        assert math.gcd(a, b) == slow_gcd(a, b)
        assert math.gcd(a * c, -b * c) == slow_gcd(a * c, b * c)
        if a and b:
            assert math.lcm(a, b) * math.gcd(a, b) == a * b
assert math.gcd(3 ** 2000, 3 ** 1500 * 2 ** 900) == 3 ** 1500 and math.gcd(2 ** 3000, 2 ** 10) == 1024
assert math.lcm() == 1 and math.lcm(4, 6, 10) == 60 and math.lcm(5, 0) == 0 and math.lcm(-3, 2) == 6

for k in list(range(60)) + [10 ** 9, 2 ** 31 - 1, 2 ** 32, 2 ** 62, 10 ** 30, 2 ** 200 + 7, 3 ** 500, 10 ** 301]:
    assert math.isqrt(k * k) == k
    assert math.isqrt(k * k + 2 * k) == k
    if k:
        assert math.isqrt(k * k - 1) == k - 1
for k in range(2000):
    r = math.isqrt(k)
    assert r * r <= k < (r + 1) ** 2
assert math.isqrt(2 ** 64 - 1) == 2 ** 32 - 1 and math.isqrt(True) == 1
for e in range(60, 700, 7):
    k = 7 ** e
    r = math.isqrt(k)
    assert r * r <= k < (r + 1) ** 2

product = 1
for k in range(200):
    assert math.factorial(k) == product
    product *= k + 1
assert math.factorial(1000) % (10 ** 9 + 7) == 641419708
for n in range(40):
    for k in range(n + 3):
        expect = math.factorial(n) // math.factorial(k) // math.factorial(n - k) if k <= n else 0
        assert math.comb(n, k) == expect and math.perm(n, k) == expect * math.factorial(k)
assert math.comb(1000, 500) % (10 ** 9 + 7) == 159835829 and math.comb(10 ** 30, 3) == 10 ** 30 * (10 ** 30 - 1) * (10 ** 30 - 2) // 6
assert math.comb(10 ** 30, 10 ** 30 - 1) == 10 ** 30 and math.perm(10 ** 20, 2) == 10 ** 20 * (10 ** 20 - 1) and math.perm(5) == 120
assert math.comb(67, 33) == 14226520737620288370 and math.comb(2 ** 63, 1) == 2 ** 63 and math.perm(7, None) == 5040

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(ValueError, 'n must be a non-negative integer', math.comb, -1, 2)
raises(ValueError, 'k must be a non-negative integer', math.perm, 1, -2)
raises(TypeError, "'float' object cannot be interpreted as an integer", math.gcd, 1.5)
raises(TypeError, "'float' object cannot be interpreted as an integer", math.factorial, 1.0)
raises(OverflowError, None, math.factorial, 10 ** 30)
raises(OverflowError, None, math.comb, 10 ** 60, 10 ** 30)
