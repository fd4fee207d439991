# needs: complex double methods
# The module math: functions of floats, and what they say of bad arguments.
import math
from math import inf, nan

def close(a, b, rel=1e-14):
    return a == b or abs(a - b) <= rel * abs(b) or a != a and b != b

assert repr(math.pi) == '3.141592653589793' and repr(math.e) == '2.718281828459045' and repr(math.tau) == '6.283185307179586'
assert math.inf == float('inf') and math.nan != math.nan

for name, x, expect in (
        ('sqrt', 2, 1.4142135623730951), ('sqrt', 10 ** 300, 1e150), ('cbrt', 27.0, 3.0), ('cbrt', -8, -2.0), ('exp', 1, math.e),
        ('exp', -1000, 0.0), ('exp2', 10, 1024.0), ('expm1', 1e-10, 1.00000000005e-10), ('log1p', 1e-10, 9.9999999995e-11),
        ('sin', 1, 0.8414709848078965), ('cos', 1, 0.5403023058681398), ('tan', 1, 1.5574077246549023),
        ('asin', 1, math.pi / 2), ('acos', -1, math.pi), ('atan', inf, math.pi / 2), ('sinh', 1, 1.1752011936438014),
        ('cosh', 1, 1.5430806348152437), ('tanh', 1, 0.7615941559557649), ('asinh', 1, 0.881373587019543),
        ('acosh', 2, 1.3169578969248166), ('atanh', 0.5, 0.5493061443340549), ('erf', 0.5, 0.5204998778130465),
        ('erfc', 0.5, 0.4795001221869535), ('gamma', 5, 24.0), ('gamma', 0.5, 1.772453850905516), ('gamma', -1.5, 2.363271801207355),
        ('lgamma', 100, 359.1342053695754), ('lgamma', -1.5, 0.8600470153764811), ('lgamma', inf, inf), ('degrees', math.pi, 180.0),
        ('radians', 180, math.pi), ('fabs', -3, 3.0), ('log2', 8, 3.0), ('log10', 1000, 3.0), ('log', 10, 2.302585092994046),
        ('log2', 2 ** 5000, 5000.0), ('log10', 10 ** 1000, 1000.0), ('log', 10 ** 1000, 2302.585092994046),
        ('log2', 2 ** 200, 200.0), ('log', nan, nan), ('log', inf, inf), ('exp', -inf, 0.0), ('sqrt', inf, inf), ('tanh', inf, 1.0)):
    r = getattr(math, name)(x)
    assert type(r) is float and close(r, expect), (name, x, r)
assert math.log(8, 2) == 3.0 and close(math.log(10 ** 500, 10), 500.0) and math.log(1) == 0.0 and math.log(2 ** 400, 2 ** 200) == 2.0
assert close(math.atan2(1, -1), 2.356194490192345) and math.atan2(-0.0, -1) == -math.pi and math.copysign(3, -0.0) == -3.0
assert math.fmod(-7, 3) == -1.0 and math.fmod(7, inf) == 7.0 and math.remainder(7, 4) == -1.0 and math.remainder(6, 4) == -2.0
assert math.remainder(3, inf) == 3.0 and math.pow(2, 0.5) == 2 ** 0.5 and math.pow(nan, 0) == 1.0 and math.pow(-2, 3) == -8.0
assert math.pow(1, inf) == 1.0 and math.pow(0, inf) == 0.0
assert math.frexp(8) == (0.5, 4) and math.frexp(0) == (0.0, 0) and math.frexp(-inf) == (-inf, 0) and math.ldexp(0.5, 4) == 8.0
assert math.ldexp(1, -10 ** 30) == 0.0 and math.ldexp(0.0, 10 ** 30) == 0.0 and math.ldexp(1, -1074) == 5e-324
assert math.modf(-3.75) == (-0.75, -3.0) and math.modf(inf) == (0.0, inf) and str(math.modf(-2.0)[0]) == '-0.0'
assert math.fma(2, 3, 4) == 10.0 if hasattr(math, 'fma') else True
assert math.isnan(nan) and not math.isnan(1) and math.isinf(-inf) and math.isfinite(5) and not math.isfinite(inf)
assert math.isclose(1, 1 + 1e-10) and not math.isclose(1, 1.1) and math.isclose(1, 1.1, rel_tol=0.2) and math.isclose(0, 1e-9, abs_tol=1e-8)
assert not math.isclose(inf, 1e308) and math.isclose(inf, inf) and not math.isclose(nan, nan)
assert math.ulp(1.0) == 2.0 ** -52 and math.ulp(0) == 5e-324 and math.ulp(inf) == inf and math.ulp(1.7976931348623157e308) == 2.0 ** 971
assert math.nextafter(1, 2) == 1 + 2.0 ** -52 and math.nextafter(0, -1) == -5e-324 and math.nextafter(1, 2, steps=3) == 1 + 3 * 2.0 ** -52
assert math.nextafter(5e-324, -1, steps=3) == -1e-323 and math.nextafter(1, 2, steps=10 ** 40) == 2.0 and math.nextafter(1, inf, steps=0) == 1.0

# to integers
assert math.floor(-1.5) == -2 and math.ceil(-1.5) == -1 and math.trunc(-1.5) == -1 and math.floor(5) == 5 and math.ceil(True) == 1
assert math.floor(1e30) == 1000000000000000019884624838656 and math.floor(10 ** 40) == 10 ** 40 and type(math.floor(2.5)) is int
class Special:
    def __floor__(self):
        return 'floor'
    def __ceil__(self):
        return 'ceil'
    def __trunc__(self):
        return 'trunc'
    def __float__(self):
        return 0.25
    def __index__(self):
        return 6
assert math.floor(Special()) == 'floor' and math.ceil(Special()) == 'ceil' and math.trunc(Special()) == 'trunc'
assert math.sqrt(Special()) == 0.5 and math.gcd(Special(), 4) == 2

# sums and lengths
assert math.fsum([0.1] * 10) == 1.0 and math.fsum([]) == 0.0 and math.fsum([1e100, 1.0, -1e100]) == 1.0
assert math.fsum([1e16, 1, 1e-16]) == 10000000000000002.0 and math.fsum(iter([1, 2, 3.5])) == 6.5
assert math.fsum([2.0 ** 53, -0.5, -2.0 ** -54]) == 9007199254740991.0 and math.fsum([5e-324] * 3) == 1.5e-323
assert math.fsum([1.7976931348623157e308, 1.0, -1.7976931348623157e308, -2.0 ** -1000]) == 1.0
assert math.fsum([inf, 1]) == inf and math.isnan(math.fsum([nan, 1])) and math.fsum([2.0 ** 1023, 2.0 ** 970]) == 2.0 ** 1023
values = [(-1) ** i * 10.0 ** (i % 37 - 18) / 3 for i in range(500)]
num, den = 0, 1
for v in values:
    a, b = v.as_integer_ratio()
    num, den = num * b + a * den, den * b
assert math.fsum(values) == num / den
assert math.hypot(3, 4) == 5.0 and math.hypot() == 0.0 and math.hypot(-2) == 2.0 and math.hypot(1e308, 1e308) == 1.4142135623730951e308
assert math.hypot(inf, nan) == inf and math.isnan(math.hypot(1, nan)) and math.hypot(1, 1, 1, 1) == 2.0 and math.hypot(5e-324, 0) == 5e-324
assert math.hypot(3e-320, 4e-320) == 5e-320 and math.dist([0, 0], (3, 4)) == 5.0 and math.dist([], []) == 0.0
assert math.prod([2, 3, 5]) == 30 and math.prod([], start=7) == 7 and math.prod([0.5, 4]) == 2.0 and math.prod(range(1, 30)) == math.factorial(29)
if hasattr(math, 'sumprod'):
    assert math.sumprod([1, 2, 3], [4, 5, 6]) == 32 and math.sumprod([], []) == 0 and math.sumprod([0.1] * 10, [1] * 10) == 1.0
    assert math.sumprod([10 ** 30, 1], [10 ** 30, 1]) == 10 ** 60 + 1 and math.sumprod([1e16, 1.0, -1e16], [1.0, 1.0, 1.0]) == 1.0
    assert math.sumprod([inf, 1.0], [1.0, 2]) == inf

def raises(exception, f, *args, **kw):
    try:
        r = f(*args, **kw)
    except exception:
        pass
    else:
        assert False, (f, args, r)

for f, x in (('sqrt', -1), ('log', 0), ('log', -5), ('log', -10 ** 400), ('log2', 0), ('log10', -1), ('log1p', -1), ('log1p', -2), ('acos', 2),
             ('asin', -1.5), ('acosh', 0.5), ('atanh', 1), ('atanh', -1), ('sin', inf), ('cos', -inf), ('tan', inf), ('gamma', 0), ('gamma', -1),
             ('gamma', -inf), ('lgamma', 0), ('lgamma', -3), ('floor', nan), ('factorial', -1), ('isqrt', -1)):
    raises(ValueError, getattr(math, f), x)
for f, x in (('exp', 1000), ('exp2', 5000), ('expm1', 1000), ('cosh', 1000), ('sinh', -1000), ('gamma', 200), ('ceil', inf), ('sqrt', 10 ** 400),
             ('lgamma', 1e308)):
    raises(OverflowError, getattr(math, f), x)
for f in ('sqrt', 'sin', 'floor', 'trunc', 'isnan', 'log', 'fabs', 'frexp'):
    raises(TypeError, getattr(math, f), 'x')
    raises(TypeError, getattr(math, f), 1j)
raises(ValueError, math.pow, -1, 0.5)
raises(ValueError, math.pow, 0, -1)
raises(OverflowError, math.pow, 10, 400)
raises(ValueError, math.fmod, 1, 0)
raises(ValueError, math.fmod, inf, 1)
raises(ValueError, math.remainder, 1, 0)
raises(OverflowError, math.ldexp, 1, 10 ** 5)
raises(OverflowError, math.ldexp, 1, 10 ** 50)
raises(TypeError, math.ldexp, 1, 1.5)
raises(OverflowError, math.fsum, [1.7e308, 1.7e308])
raises(ValueError, math.fsum, [inf, -inf])
raises(ValueError, math.dist, [1], [1, 2])
raises(TypeError, math.hypot, 'a')
raises(ValueError, math.isclose, 1, 2, rel_tol=-1)
raises(ZeroDivisionError, math.log, 5, 1)
raises(TypeError, math.sqrt)
raises(TypeError, math.sqrt, 1, 2)

# ---- gamma: to the last bit, as CPython has it ----
if 1.0 + 2.0 ** -50 != 1.0:
    assert [math.gamma(n) for n in range(1, 8)] == [1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0]
    assert math.gamma(23) == 1124000727777607680000.0
    assert math.lgamma(7) == 6.579251212010102
    assert math.lgamma(11) == 15.104412573075514
    assert math.lgamma(-2.5) == -0.05624371649767457
    assert math.lgamma(1) == math.lgamma(2) == 0.0
    assert math.lgamma(1e300) == 6.897755278982137e+302
