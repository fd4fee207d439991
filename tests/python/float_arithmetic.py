# needs: complex double methods
# Operators and methods of float.
inf, nan = float('inf'), float('nan')

def same(a, b):
    return repr(a) == repr(b) and type(a) is type(b)

assert same(1.5 + 2, 3.5) and same(2 - 0.5, 1.5) and same(True * 1.5, 1.5) and same(1 / 4.0, 0.25) and same(-0.0 + 0.0, 0.0)
assert same(-(0.0), -0.0) and same(abs(-2.5), 2.5) and same(+(-0.0), -0.0) and same(0.0 * -1, -0.0)

# // and % follow the sign of the divisor
for x, y, quotient, rest in ((7.5, 2.0, 3.0, 1.5), (-7.5, 2.0, -4.0, 0.5), (7.5, -2.0, -4.0, -0.5), (-7.5, -2.0, 3.0, -1.5),
                             (6.0, 3.0, 2.0, 0.0), (-6.0, 3.0, -2.0, 0.0), (6.0, -3.0, -2.0, -0.0), (0.0, 5.0, 0.0, 0.0),
                             (-0.0, 5.0, -0.0, 0.0), (1.0, 0.1, 9.0, 0.09999999999999995), (1e300, 3.0, 1e300 // 3.0, 1e300 % 3.0),
                             (5.0, inf, 0.0, 5.0), (-5.0, inf, -1.0, inf), (1e-20, 1.0, 0.0, 1e-20), (-1e-20, 1.0, -1.0, 1.0)):
    assert same(x // y, quotient) and same(x % y, rest), (x, y, x // y, x % y)
    assert repr(divmod(x, y)) == repr((quotient, rest))
assert same(7 // 2.0, 3.0) and same(-7 % 2.5, 0.5) and repr(inf % 2) == 'nan' and repr(inf // 2) == 'nan'

# powers
assert same(2.0 ** 10, 1024.0) and same(2 ** 0.5, 1.4142135623730951) and same(2.0 ** -1, 0.5) and same((-8.0) ** 3, -512.0)
assert same(nan ** 0, 1.0) and same(1 ** nan, 1.0) and same(inf ** -1, 0.0) and same((-inf) ** 3, -inf) and same(0.0 ** 0, 1.0)
assert same((-0.0) ** 3, -0.0) and same(0.5 ** inf, 0.0) and same((-1.0) ** inf, 1.0)
z = (-8) ** (1 / 3)
assert isinstance(z, complex) and abs(z - (1 + 1.7320508075688772j)) < 1e-14

# comparison
assert 1.0 < 2 <= 2.0 and 3 > 2.5 and 1.0 == 1 == True and 1.5 != 1 and not nan == nan and nan != nan and not nan < 1
assert inf > 10 ** 400 and -inf < -10 ** 400 and not inf == 10 ** 400 and 0.1 + 0.2 != 0.3 and 0.0 == -0.0
assert min(3.5, 2) == 2 and max(1, 1.0) == 1 and sorted([2.5, -1, 10 ** 20, 0.0, 3]) == [-1, 0.0, 2.5, 3, 10 ** 20]
assert not 0.0 and not -0.0 and 5e-324 and nan and inf

# floats of all sizes keep every bit (many are in the word, the others are objects)
for e in range(-1074, 1022, 3):
    x = 1.5 * 2.0 ** e if e > -1022 else 2.0 ** e
    assert x * 2 / 2 == x and -(-x) == x and x + 0 == x and [x][0] is not None and {x: e}[x] == e
    assert x.as_integer_ratio() == (int(x), 1) if e > 60 else x.as_integer_ratio()[0] / x.as_integer_ratio()[1] == x

# round()
for x, n, expect in ((2.5, 0, 2.0), (3.5, 0, 4.0), (-2.5, 0, -2.0), (2.675, 2, 2.67), (1.005, 2, 1.0), (0.125, 2, 0.12), (0.375, 2, 0.38),
                     (1234.5, -2, 1200.0), (1250.0, -2, 1200.0), (1350.0, -2, 1400.0), (25.1, -1, 30.0), (5e-324, 323, 0.0),
                     (5e-324, 324, 5e-324), (1e300, -299, 1e300), (-0.4, 0, -0.0), (12.3, -5, 0.0),
                     (1e22, 5, 1e22), (0.1, 400, 0.1), (1.5, -400, 0.0), (inf, 2, inf), (0.05, 1, 0.1), (0.15, 1, 0.1), (2.5e-10, 10, 3e-10)):
    assert same(round(x, n), expect), (x, n, round(x, n))
assert [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994, 4503599627370497.5, 1e20, -3.7)] == \
    [0, 2, 2, 0, -2, 0, 4503599627370498, 10 ** 20, -4] and type(round(1.5)) is int and type(round(1.5, 0)) is float

# methods
assert (2.0).is_integer() and not (2.5).is_integer() and not inf.is_integer() and not nan.is_integer()
assert (0.75).as_integer_ratio() == (3, 4) and (-1e23).as_integer_ratio() == (-99999999999999991611392, 1)
assert (0.0).as_integer_ratio() == (0, 1) and (5e-324).as_integer_ratio() == (1, 2 ** 1074)
assert same((1.5).real, 1.5) and same((1.5).imag, 0.0) and same((1.5).conjugate(), 1.5)
assert (1.9).__trunc__() == 1 and (-1.1).__floor__() == -2 and (-1.9).__ceil__() == -1 and (2.5).__round__() == 2

class F(float):
    pass
class HasFloat:
    def __float__(self):
        return 2.5
class HasIndex:
    def __index__(self):
        return 7
assert F(1.5) + 1 == 2.5 and F('2') == 2.0 and isinstance(F(1), float) and float(F(3)) == 3.0 and str(F(0.5)) == '0.5'
assert type(F(1) + F(2)) is float and hash(F(2)) == hash(2) and F(1e300) == 1e300 and F(0.0) == 0
assert float(HasFloat()) == 2.5 and float(HasIndex()) == 7.0 and float() == 0.0 and float(True) == 1.0 and float(10 ** 20) == 1e20
assert float.fromhex('0x1.8p0') == 1.5 and type(F.fromhex('0x1p0')) is F

if hasattr(float, 'from_number'):
    assert float.from_number(3) == 3.0 and float.from_number(HasFloat()) == 2.5 and type(F.from_number(1)) is F
    assert complex.from_number(2.5) == 2.5 + 0j

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(ZeroDivisionError, None, lambda: 1.0 / 0)
raises(ZeroDivisionError, None, lambda: 1 // 0.0)
raises(ZeroDivisionError, None, lambda: 1.0 % 0)
raises(ZeroDivisionError, None, lambda: 0.0 ** -1)
raises(OverflowError, "(34, 'Numerical result out of range')", lambda: 10.0 ** 400)
raises(OverflowError, 'cannot convert float infinity to integer', round, inf)
raises(ValueError, 'cannot convert float NaN to integer', int, nan)
raises(OverflowError, 'cannot convert Infinity to integer ratio', inf.as_integer_ratio)
raises(ValueError, 'cannot convert NaN to integer ratio', nan.as_integer_ratio)
raises(OverflowError, 'rounded value too large to represent', round, 1.7e308, -308)
raises(TypeError, "float() argument must be a string or a real number, not 'list'", float, [])
raises(TypeError, None, lambda: 1.5 << 1)
raises(TypeError, None, lambda: 1.5 & 1)
raises(TypeError, None, lambda: ~1.5)
raises(TypeError, None, lambda: 1.5 < 'a')
raises(TypeError, None, float, 1, 2)
