# needs: complex double messages
# The module cmath: values, branch cuts, special values, errors.
import cmath
import math
from cmath import inf, infj, nan, nanj


def close(a, b):
    return abs(a - b) <= 1e-12 * max(abs(a), abs(b), 1)


def raises(exception, text, fn, *args):
    try:
        fn(*args)
    except exception as e:
        assert str(e) == text, (fn, args, str(e))
    else:
        assert False, (fn, args)


def same(z, re, im):
    """Signs of zeros and nans included."""
    for x, y in ((z.real, re), (z.imag, im)):
        assert math.isnan(x) if math.isnan(y) else x == y and math.copysign(1, x) == math.copysign(1, y), (z, re, im)


# constants
assert cmath.pi == math.pi and cmath.e == math.e and cmath.tau == math.tau
assert infj.imag == inf == math.inf and infj.real == 0
assert cmath.isnan(nan) and cmath.isnan(nanj) and nanj.real == 0

# inverse functions
points = [complex(x, y) for x in (-2.5, -1, -0.5, 0.25, 1, 3) for y in (-2, -0.75, 0.5, 1.25)]
for z in points:
    assert close(cmath.sqrt(z) ** 2, z)
    assert close(cmath.exp(cmath.log(z)), z)
    assert close(10 ** cmath.log10(z), z)
    assert close(cmath.log(z, 2), cmath.log(z) / cmath.log(2))
    for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh"):
        inverse = getattr(cmath, "a" + name)
        assert close(getattr(cmath, name)(inverse(z)), z), (name, z)
    r, phi = cmath.polar(z)
    assert close(cmath.rect(r, phi), z) and r == abs(z) and phi == cmath.phase(z)
    assert close(cmath.exp(z), cmath.rect(math.exp(z.real), z.imag))
    assert close(cmath.sin(z), (cmath.exp(1j * z) - cmath.exp(-1j * z)) / 2j)
    assert close(cmath.cos(z), (cmath.exp(1j * z) + cmath.exp(-1j * z)) / 2)
    assert close(cmath.tan(z), cmath.sin(z) / cmath.cos(z))
    assert close(cmath.tanh(z), cmath.sinh(z) / cmath.cosh(z))

# known values
assert close(cmath.exp(1j * cmath.pi), -1)
assert cmath.sqrt(-4) == 2j and cmath.sqrt(3 + 4j) == 2 + 1j and cmath.sqrt(2.25) == 1.5
assert close(cmath.log(-1), 1j * cmath.pi) and close(cmath.log10(1000), 3) and close(cmath.log(8, 2), 3)
assert close(cmath.asin(2), math.pi / 2 + 1.3169578969248166j)
assert close(cmath.acos(2), 1.3169578969248166j * (1 if cmath.acos(2).imag > 0 else -1))
assert close(cmath.atan(0.5), math.atan(0.5)) and close(cmath.acosh(2), 1.3169578969248166)
assert cmath.phase(-1) == math.pi and cmath.phase(complex(-1, -0.0)) == -math.pi
assert cmath.phase(0) == 0.0 and cmath.polar(0) == (0.0, 0.0) and cmath.polar(-2) == (2.0, math.pi)
assert type(cmath.sqrt(4)) is complex and type(cmath.phase(1)) is float and type(cmath.polar(1j)) is tuple

# branch cuts: the sign of a zero tells the side
same(cmath.sqrt(complex(-4, -0.0)), 0.0, -2.0)
same(cmath.sqrt(complex(-4, 0.0)), 0.0, 2.0)
assert cmath.log(complex(-1, -0.0)).imag == -math.pi
assert cmath.asin(complex(2, 0.0)).imag > 0 > cmath.asin(complex(2, -0.0)).imag
assert cmath.acos(complex(2, 0.0)).imag < 0 < cmath.acos(complex(2, -0.0)).imag
assert cmath.atanh(complex(2, 0.0)).imag > 0 > cmath.atanh(complex(2, -0.0)).imag

# special values
same(cmath.exp(complex(-inf, 0)), 0.0, 0.0)
same(cmath.exp(complex(inf, 0)), inf, 0.0)
same(cmath.exp(complex(nan, 0)), nan, 0.0)
same(cmath.sqrt(complex(-inf, 1)), 0.0, inf)
same(cmath.sqrt(complex(1, inf)), inf, inf)
same(cmath.log(complex(inf, 1)), inf, 0.0)
same(cmath.rect(0, inf), 0.0, 0.0)
same(cmath.rect(inf, 0.0), inf, 0.0)
same(cmath.rect(inf, 1), inf, inf)
same(cmath.rect(-1, 0.0), -1.0, -0.0)
same(cmath.rect(nan, 0.0), nan, 0.0)
same(cmath.rect(1, nan), nan, nan)
same(cmath.tanh(complex(inf, 1)), 1.0, 0.0)
assert cmath.polar(complex(-inf, inf)) == (inf, 3 * math.pi / 4)
assert math.isnan(cmath.phase(complex(nan, 1)))

# errors
domain, large = "math domain error", "math range error"
raises(ValueError, domain, cmath.log, 0)
raises(ValueError, domain, cmath.log10, 0j)
raises(ValueError, domain, cmath.atan, 1j)
raises(ValueError, domain, cmath.atanh, 1)
raises(ValueError, domain, cmath.exp, complex(1, inf))
raises(ValueError, domain, cmath.cos, complex(inf, 0.5))
raises(ValueError, domain, cmath.rect, 1, inf)
raises(OverflowError, large, cmath.exp, 1000)
raises(OverflowError, large, cmath.cosh, 1000 + 1j)
raises(OverflowError, large, cmath.sin, 1000j + 1)
raises(OverflowError, large, cmath.polar, complex(1.5e308, 1.5e308))
raises(ValueError, domain, cmath.log, 2, 1)
for bad in ("1", None, [], b"1"):
    for fn in (cmath.exp, cmath.phase, cmath.isnan, cmath.sqrt):
        try:
            fn(bad)
        except TypeError:
            continue
        assert False, (fn, bad)


# what counts as a number
class Complex:
    def __complex__(self):
        return 3 + 4j


class Float:
    def __float__(self):
        return 2.25


class Index:
    def __index__(self):
        return 4


class Sub(complex):
    pass


assert cmath.polar(Complex())[0] == 5.0
assert cmath.sqrt(Float()) == 1.5 and cmath.sqrt(Index()) == 2
assert cmath.sqrt(True) == 1 and cmath.sqrt(Sub(-1)) == 1j
assert cmath.sqrt(10**40) == 1e20

# kinds
assert cmath.isfinite(1 + 2j) and not cmath.isfinite(complex(inf, 1)) and not cmath.isfinite(complex(1, nan))
assert cmath.isinf(complex(nan, -inf)) and not cmath.isinf(complex(nan, 1))
assert cmath.isnan(complex(1, nan)) and not cmath.isnan(infj)

# isclose
assert cmath.isclose(1 + 1j, 1 + 1j) and cmath.isclose(1e10 + 1j, 1e10 + 1.5j)
assert not cmath.isclose(1, 1.1) and cmath.isclose(1, 1.1, rel_tol=0.1)
assert cmath.isclose(0, 1e-12j, abs_tol=1e-10) and not cmath.isclose(0, 1e-12j)
assert cmath.isclose(a=infj, b=infj) and not cmath.isclose(infj, 1e308j) and not cmath.isclose(nan, nan)
raises(ValueError, "tolerances must be non-negative", lambda: cmath.isclose(1, 2, rel_tol=-1))
