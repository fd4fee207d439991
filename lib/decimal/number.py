"""Decimal: its arithmetic, comparisons and functions.

A finite number is (-1) ** _sign * _int * 10 ** _exp. _exp is "F" for infinities, "n" for NaNs, "N" for signalling ones,
whose payload is _int. Results are computed exactly, or with digits that say on which side of a rounding limit they
lie, and then rounded once: _fix().
"""

import math
import sys
from collections import namedtuple
from numbers import Number

from .context import *
from .context import _ROUNDINGS
from .fixed_point import digits_of, drop, exp_of, ln_size, log_parts
from .text import formatted, parse, plain

try:
    complex
except NameError: # a build without

    class complex:
        pass

__name__ = "decimal" # where its classes are to be found
_MODULUS = sys.hash_info.modulus if hasattr(sys, "hash_info") else 0 # that of the hashes of all numbers
DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")


# ---- rounding ----

def _overflowed(sign, c):
    c._signal(Rounded)
    c._signal(Inexact)
    toward_zero = c.rounding in (ROUND_DOWN, ROUND_05UP) or c.rounding == (ROUND_CEILING if sign else ROUND_FLOOR)
    return c._signal(Overflow, _finite(sign, 10 ** c.prec - 1, c.Etop()) if toward_zero else _INFINITIES[sign])


def _fix(sign, n, exp, c):
    """The number as the context has it."""
    tiny, top = c.Emin - c.prec + 1, c.Emax - c.prec + 1
    if not n:
        new = min(max(exp, tiny), top if c.clamp else c.Emax)
        if new != exp:
            c._signal(Clamped)
        return _finite(sign, 0, new)
    least = digits_of(n) + exp - c.prec
    if least > top:
        return _overflowed(sign, c)
    subnormal = least < tiny
    if subnormal:
        least = tiny
    if exp < least:
        q, inexact = drop(sign, n, least - exp, c.rounding)
        if q.bit_length() > 3 * c.prec and q == 10 ** c.prec:
            q //= 10
            least += 1
        if least > top:
            return _overflowed(sign, c)
        result = _finite(sign, q, least)
        if subnormal:
            c._signal(Subnormal)
        if inexact:
            c._signal(Inexact)
        c._signal(Rounded)
        if inexact and subnormal:
            c._signal(Underflow)
        if not q:
            c._signal(Clamped)
        return result
    if subnormal:
        c._signal(Subnormal)
    if c.clamp and exp > top:
        c._signal(Clamped)
        n *= 10 ** (exp - top)
        exp = top
    return _finite(sign, n, exp)


def _finite(sign, n, exp):
    made = object.__new__(Decimal)
    made._sign = sign
    made._int = n
    made._exp = exp
    return made


def _from_tuple(value):
    sign, digits, exp = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError("sign must be an integer with the value 0 or 1")
    digits = tuple(digits)
    for d in digits:
        if not isinstance(d, int) or not 0 <= d <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    n = int("".join(map(str, digits)) or "0")
    if exp == "F":
        return sign, 0, "F"
    if not isinstance(exp, int) and exp not in ("n", "N"):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return sign, n, exp


def _other(x, equality=False):
    """An operand as a Decimal, or NotImplemented."""
    if isinstance(x, Decimal):
        return x
    if isinstance(x, int):
        return _finite(1 if x < 0 else 0, abs(x), 0)
    return NotImplemented


def _need(x):
    made = _other(x)
    if made is NotImplemented:
        raise TypeError("conversion from %s to Decimal is not supported" % type(x).__name__)
    return made


class Decimal:
    """A decimal number."""
    __slots__ = "_sign", "_int", "_exp"

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = parse(value)
            if parts is None:
                parts = 0, 0, (context or getcontext())._signal(ConversionSyntax)._exp
        elif isinstance(value, int):
            parts = 1 if value < 0 else 0, abs(value), 0
        elif isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp
        elif isinstance(value, (list, tuple)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            parts = _from_tuple(value)
        elif isinstance(value, float):
            c = context or getcontext()
            c._signal(FloatOperation, _ZERO)
            value = Decimal.from_float(value)
            parts = value._sign, value._int, value._exp
        else:
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)
        self = object.__new__(cls)
        self._sign, self._int, self._exp = parts
        return self

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            made = Decimal(f)
        elif not isinstance(f, float):
            raise TypeError("argument must be int or float")
        elif f != f or f in (math.inf, -math.inf):
            made = Decimal(repr(f))
        else:
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            made = _finite(1 if math.copysign(1.0, f) < 0 else 0, n * 5 ** k, -k)
        return made if cls is Decimal else cls(made)

    @classmethod
    def from_number(cls, number, /):
        """The exact value of an int, float or Decimal."""
        if isinstance(number, (int, Decimal)):
            return cls(number)
        if isinstance(number, float):
            return cls.from_float(number)
        raise TypeError("Cannot convert %r to Decimal" % (number,))

    # ---- what it is ----

    def is_nan(self):
        """Whether it is a NaN."""
        return self._exp in ("n", "N")

    def is_qnan(self):
        """Whether it is a quiet NaN."""
        return self._exp == "n"

    def is_snan(self):
        """Whether it is a signalling NaN."""
        return self._exp == "N"

    def is_infinite(self):
        """Whether it is infinite."""
        return self._exp == "F"

    def is_finite(self):
        """Whether it is a number."""
        return not isinstance(self._exp, str)

    def is_signed(self):
        """Whether its sign is -."""
        return self._sign == 1

    def is_zero(self):
        """Whether it is 0 or -0."""
        return not self._int and self.is_finite()

    def is_normal(self, context=None):
        """Whether it is finite, and its exponent no less than Emin."""
        return self.is_finite() and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        """Whether it is finite, and its exponent less than Emin."""
        return self.is_finite() and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        """True"""
        return True

    def canonical(self):
        """self"""
        return self

    def __bool__(self):
        return isinstance(self._exp, str) or self._int != 0

    def adjusted(self):
        """The exponent of the first digit."""
        if isinstance(self._exp, str):
            return 0
        return self._exp + (digits_of(self._int) if self._int else 1) - 1

    def as_tuple(self):
        """(sign, digits, exponent)"""
        digits = () if self._exp in ("n", "N") and not self._int else tuple([int(d) for d in str(self._int)])
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        if self._exp == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if isinstance(self._exp, str):
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    def number_class(self, context=None):
        """"+Normal", "-Zero" ..."""
        if self.is_nan():
            return "sNaN" if self._exp == "N" else "NaN"
        kind = "Infinity" if self._exp == "F" else "Zero" if not self._int else \
            "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._sign else "+") + kind

    def radix(self):
        """Decimal(10)"""
        return Decimal(10)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        """self"""
        return self

    # ---- as a text ----

    def __repr__(self):
        return "Decimal('%s')" % self

    def __str__(self):
        return self._text(False, getcontext())

    def to_eng_string(self, context=None):
        """The text with an exponent that is a multiple of three."""
        return self._text(True, context or getcontext())

    def _text(self, eng, c):
        return plain(self._sign, self._int, self._exp, eng, c.capitals)

    def __format__(self, specifier, context=None):
        return formatted(self._sign, self._int, self._exp, specifier, context or getcontext())

    # ---- conversions ----

    def __int__(self):
        if isinstance(self._exp, str):
            if self._exp == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return self._integral(ROUND_DOWN)

    __trunc__ = __int__

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exp == "n":
            return -math.nan if self._sign else math.nan
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def _integral(self, rounding):
        if isinstance(self._exp, str):
            int(self)
        n = self._int
        if self._exp < 0:
            n = drop(self._sign, n, -self._exp, rounding)[0]
        elif n:
            n *= 10 ** self._exp
        return -n if self._sign else n

    def __floor__(self):
        return self._integral(ROUND_FLOOR)

    def __ceil__(self):
        return self._integral(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._integral(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(n).__name__)
        return self.quantize(_finite(0, 1, -n))

    def __hash__(self):
        if isinstance(self._exp, str):
            if self._exp == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            return object.__hash__(self) if self._exp == "n" else hash(-math.inf if self._sign else math.inf)
        if not _MODULUS: # a small build: as that of the int or float that is equal
            whole = self.adjusted() < 20000 and self == self.to_integral_value()
            return hash(int(self) if whole else float(self))
        h = self._int * pow(10, self._exp, _MODULUS) % _MODULUS
        return hash(-h if self._sign else h)

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    # ---- NaNs and comparisons ----

    def _nan(self, c):
        """The NaN that comes of this one."""
        if self._exp == "N":
            c._signal(InvalidOperation)
        room = c.prec - c.clamp
        payload = self._int % 10 ** room if room < 1000 else self._int
        return _finite(self._sign, payload, "n")

    def _check(self, c, *others):
        """The NaN that an operation gives because of its operands; None: none of them is one."""
        if not isinstance(self._exp, str) and not any([isinstance(x._exp, str) for x in others]):
            return None
        for kind in ("N", "n"):
            for x in (self, *others):
                if x._exp == kind:
                    return x._nan(c)
        return None

    def _cmp(self, other):
        """-1, 0 or 1; neither is a NaN."""
        a = (-1 if self._sign else 1) if self._exp == "F" else 0
        b = (-1 if other._sign else 1) if other._exp == "F" else 0
        if a or b:
            return (a > b) - (a < b)
        if not self._int or not other._int or self._sign != other._sign:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        sign = -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            shift = self._exp - other._exp
            a = self._int * 10 ** shift if shift > 0 else self._int
            b = other._int * 10 ** -shift if shift < 0 else other._int
        return sign * ((a > b) - (a < b))

    def _compare_with(self, other, equality):
        """The same for an operator: None: NaN; NotImplemented."""
        c = getcontext()
        if not isinstance(other, (Decimal, int)):
            if isinstance(other, complex) and equality and other.imag == 0:
                other = other.real
            if isinstance(other, float):
                if equality:
                    c.flags[FloatOperation] = True
                else:
                    c._signal(FloatOperation)
                other = Decimal.from_float(other)
            elif isinstance(other, Number) and hasattr(other, "numerator"):
                if not isinstance(self._exp, str):
                    return _finite(self._sign, self._int * other.denominator, self._exp)._cmp(_other(other.numerator))
                other = _ZERO
            else:
                return NotImplemented
        other = _other(other)
        if self.is_nan() or other.is_nan():
            if not equality or self._exp == "N" or other._exp == "N":
                c._signal(InvalidOperation)
            return None
        return self._cmp(other)

    def __eq__(self, other):
        r = self._compare_with(other, True)
        return r if r is NotImplemented else r == 0 and r is not None

    def __lt__(self, other):
        r = self._compare_with(other, False)
        return r if r is NotImplemented else r is not None and r < 0

    def __le__(self, other):
        r = self._compare_with(other, False)
        return r if r is NotImplemented else r is not None and r <= 0

    def __gt__(self, other):
        r = self._compare_with(other, False)
        return r if r is NotImplemented else r is not None and r > 0

    def __ge__(self, other):
        r = self._compare_with(other, False)
        return r if r is NotImplemented else r is not None and r >= 0

    def compare(self, other, context=None):
        """-1, 0, 1 or NaN, as a Decimal."""
        other = _need(other)
        nan = self._check(context or getcontext(), other)
        return Decimal(self._cmp(other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        """The same; any NaN signals."""
        c, other = context or getcontext(), _need(other)
        if self.is_nan() or other.is_nan():
            nan = self if self._exp == "N" else other if other._exp == "N" else self if self.is_nan() else other
            c._signal(InvalidOperation)
            return _finite(nan._sign, nan._int, "n")
        return Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        """-1, 0 or 1 by an order in which all are different."""
        a, b = self, _need(other)
        sign = -1 if a._sign else 1
        if a._sign != b._sign:
            return Decimal(sign)
        x = [("N", "n").index(v._exp) + 1 if v.is_nan() else 0 for v in (a, b)]
        y = [a._int, b._int]
        if x == [0, 0]:
            x = [sign * a._cmp(b), 0]
            y = [a._exp, b._exp] if a.is_finite() else [0, 0]
        x = list(zip(x, y))
        return Decimal(sign * ((x[0] > x[1]) - (x[0] < x[1])))

    def compare_total_mag(self, other, context=None):
        """The same without signs."""
        return self.copy_abs().compare_total(_need(other).copy_abs())

    def _pick(self, other, context, larger, by_size):
        c, other = context or getcontext(), _need(other)
        if self.is_nan() or other.is_nan():
            if self._exp == "N" or other._exp == "N":
                return self._check(c, other)
            if not (self.is_nan() and other.is_nan()):
                return (other if self.is_nan() else self)._rounded(c)
            return self._check(c, other)
        r = self.copy_abs()._cmp(other.copy_abs()) if by_size else self._cmp(other)
        if r == 0:
            r = int(self.compare_total(other))
        return (self if (r > 0) == larger or r == 0 else other)._rounded(c)

    def max(self, other, context=None):
        """The larger one; a number rather than a NaN."""
        return self._pick(other, context, True, False)

    def min(self, other, context=None):
        """The smaller one; a number rather than a NaN."""
        return self._pick(other, context, False, False)

    def max_mag(self, other, context=None):
        """The one with the larger absolute value."""
        return self._pick(other, context, True, True)

    def min_mag(self, other, context=None):
        """The one with the smaller absolute value."""
        return self._pick(other, context, False, True)

    # ---- signs ----

    def copy_abs(self):
        """Without the sign."""
        return _finite(0, self._int, self._exp)

    def copy_negate(self):
        """With the other sign."""
        return _finite(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        """With the sign of another one."""
        return _finite(_need(other)._sign, self._int, self._exp)

    def _rounded(self, c):
        if self.is_nan():
            return self._nan(c) if digits_of(self._int or 1) > c.prec - c.clamp or self._exp == "N" else Decimal(self)
        return Decimal(self) if self._exp == "F" else _fix(self._sign, self._int, self._exp, c)

    def __neg__(self, context=None):
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if not self and c.rounding != ROUND_FLOOR:
            return self.copy_abs()._rounded(c)
        return self.copy_negate()._rounded(c)

    def __pos__(self, context=None):
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if not self and c.rounding != ROUND_FLOOR:
            return self.copy_abs()._rounded(c)
        return self._rounded(c)

    def __abs__(self, context=None):
        c = context or getcontext()
        return self._nan(c) if self.is_nan() else self.copy_abs()._rounded(c)

    # ---- arithmetic ----

    def __add__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            nan = self._check(c, other)
            if nan is not None:
                return nan
            if self._exp == other._exp and self._sign != other._sign:
                return c._signal(InvalidOperation)
            return Decimal(self if self._exp == "F" else other)
        return _sum(self, other, c)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        if other.is_nan():
            return self.__add__(other, context)
        return self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        sign = self._sign ^ other._sign
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            nan = self._check(c, other)
            if nan is not None:
                return nan
            return _INFINITIES[sign] if self and other else c._signal(InvalidOperation)
        return _fix(sign, self._int * other._int, self._exp + other._exp, c)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        sign = self._sign ^ other._sign
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            nan = self._check(c, other)
            if nan is not None:
                return nan
            if self._exp == other._exp:
                return c._signal(InvalidOperation)
            if self._exp == "F":
                return _INFINITIES[sign]
            c._signal(Clamped)
            return _finite(sign, 0, c.Etiny())
        if not other._int:
            return c._signal(DivisionByZero, _INFINITIES[sign]) if self._int else c._signal(DivisionUndefined)
        ideal = self._exp - other._exp
        if not self._int:
            return _fix(sign, 0, ideal, c)
        shift = max(digits_of(other._int) - digits_of(self._int) + c.prec + 1, 0)
        q, r = divmod(self._int * 10 ** shift, other._int)
        exp = ideal - shift
        if r:
            if q % 5 == 0: # so that it does not look exact, or like a half
                q += 1
        else:
            while exp < ideal and q % 10 == 0:
                q //= 10
                exp += 1
        return _fix(sign, q, exp, c)

    def __rtruediv__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def _whole(self, other, c):
        """(quotient, remainder) of finite numbers; None: the quotient has too many digits."""
        sign = self._sign ^ other._sign
        exp = min(self._exp, other._exp)
        if not self._int or self.adjusted() < other.adjusted():
            return _finite(sign, 0, 0), self._with_exponent(exp, c)
        if self.adjusted() - other.adjusted() > c.prec:
            return None
        q, r = divmod(self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp))
        if q >= 10 ** c.prec:
            return None
        return _finite(sign, q, 0), _finite(self._sign, r, exp)

    def _with_exponent(self, exp, c):
        """The same with a lower exponent, as far as there is room for zeros (and one more, which is rounded away)."""
        shift = min(self._exp - exp, max(c.prec - digits_of(self._int), 0) + 1 if self._int else self._exp - exp)
        return _finite(self._sign, self._int * 10 ** shift, self._exp - shift)

    def _divide(self, other, context, want):
        """want: 0 the quotient, 1 the remainder, 2 both."""
        other = _other(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        nan = self._check(c, other)
        if nan is not None:
            return (nan, nan) if want == 2 else nan
        sign = self._sign ^ other._sign
        if self._exp == "F":
            if want == 0 and other._exp != "F":
                return _INFINITIES[sign]
            wrong = c._signal(InvalidOperation)
            return (wrong if other._exp == "F" else _INFINITIES[sign], wrong) if want == 2 else wrong
        if other._exp == "F":
            both = _finite(sign, 0, 0), self
        elif not other._int:
            if not self._int:
                wrong = c._signal(DivisionUndefined)
                return (wrong, wrong) if want == 2 else wrong
            if want == 0:
                return c._signal(DivisionByZero, _INFINITIES[sign])
            wrong = c._signal(InvalidOperation)
            return (c._signal(DivisionByZero, _INFINITIES[sign]), wrong) if want == 2 else wrong
        else:
            both = self._whole(other, c)
            if both is None:
                wrong = c._signal(DivisionImpossible)
                return (wrong, wrong) if want == 2 else wrong
        q, r = both
        if want == 0:
            return q._rounded(c)
        if want == 1:
            return r._rounded(c)
        return q._rounded(c), r._rounded(c)

    def __floordiv__(self, other, context=None):
        return self._divide(other, context, 0)

    def __mod__(self, other, context=None):
        return self._divide(other, context, 1)

    def __divmod__(self, other, context=None):
        return self._divide(other, context, 2)

    def __rfloordiv__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other._divide(self, context, 0)

    def __rmod__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other._divide(self, context, 1)

    def __rdivmod__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other._divide(self, context, 2)

    def remainder_near(self, other, context=None):
        """What is left after division by the nearest whole quotient."""
        c, other = context or getcontext(), _need(other)
        nan = self._check(c, other)
        if nan is not None:
            return nan
        if self._exp == "F":
            return c._signal(InvalidOperation)
        if not other:
            return c._signal(InvalidOperation if self else DivisionUndefined)
        if other._exp == "F":
            return self._rounded(c)
        exp = min(self._exp, other._exp)
        if not self._int:
            return _fix(self._sign, 0, exp, c)
        if self.adjusted() - other.adjusted() > c.prec + 1:
            return c._signal(DivisionImpossible)
        if self.adjusted() < other.adjusted() - 1:
            return self._with_exponent(exp, c)._rounded(c)
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if q >= 10 ** c.prec:
            return c._signal(DivisionImpossible)
        return _fix(self._sign ^ (r < 0), abs(r), exp, c)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        c, other, third = context or getcontext(), _need(other), _need(third)
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            if self._exp == "N" or other._exp == "N" or self.is_nan() or other.is_nan():
                return self._check(c, other, third)
            product = self.__mul__(other, c)
            if product.is_nan(): # 0 * infinity
                return product
        else:
            product = _finite(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product.__add__(third, c)

    def __pow__(self, other, modulo=None, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        if modulo is not None:
            return self._power_modulo(other, _need(modulo), c)
        nan = self._check(c, other)
        if nan is not None:
            return nan
        return _power(self, other, c)

    def __rpow__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__pow__(self, context=context)

    def _power_modulo(self, other, modulo, c):
        nan = self._check(c, other, modulo)
        if nan is not None:
            return nan
        whole = all([not isinstance(x._exp, str) and x == x.to_integral_value() for x in (self, other, modulo)])
        if not whole or other < 0 or not modulo or modulo.adjusted() >= c.prec or not (self or other):
            return c._signal(InvalidOperation)
        m = abs(int(modulo))
        n = self._int * pow(10, self._exp, m) if self._exp > 0 else abs(int(self))
        for _ in range(other._exp):
            n = pow(n, 10, m)
        sign = self._sign if other._exp <= 0 and int(other) & 1 else 0
        return _finite(sign, pow(n, other._int if other._exp > 0 else int(other), m), 0)

    def sqrt(self, context=None):
        """The square root."""
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if self._exp == "F" and not self._sign:
            return Decimal(self)
        if not self:
            return _fix(self._sign, 0, self._exp // 2, c)
        if self._sign:
            return c._signal(InvalidOperation)
        n, exp = self._int, self._exp
        ideal = exp // 2
        shift = 2 * c.prec + 2 - digits_of(n)
        shift = max(shift, 0)
        if (exp - shift) % 2:
            shift += 1
        n *= 10 ** shift
        root = math.isqrt(n)
        exp = (exp - shift) // 2
        if root * root == n:
            while exp < ideal and root % 10 == 0:
                root //= 10
                exp += 1
        elif root % 5 == 0:
            root += 1
        return _with_rounding(c, ROUND_HALF_EVEN, lambda: _fix(0, root, exp, c))

    def _transcendental(self, context, function, rounding=ROUND_HALF_EVEN):
        """function(extra digits) gives (digits, exponent) of the result, right but for the last one."""
        c = context or getcontext()
        extra = 3
        exact = False
        while True:
            sign, n, exp = function(c.prec + extra)
            spare = digits_of(n) - c.prec if n else 0
            if spare > 1:
                left = n % (5 * 10 ** (spare - 1))
                if 5 < left < 5 * 10 ** (spare - 1) - 5:
                    break
                if extra > 3 * c.prec + 100: # it must be exact
                    n = (n + 5 * 10 ** 9) // 10 ** 10
                    exp += 10
                    c._signal(Inexact)
                    c._signal(Rounded)
                    exact = True
                    break
            extra = extra * 2
        result = _with_rounding(c, rounding, lambda: _fix(sign, n, exp, c))
        if exact and result.is_subnormal(c):
            c._signal(Underflow)
        return result

    def exp(self, context=None):
        """e ** self"""
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if self._exp == "F":
            return _finite(0, 0, 0) if self._sign else Decimal(self)
        if not self:
            return _finite(0, 1, 0)
        size = self.adjusted()
        if size > len(str((-c.Etiny() if self._sign else c.Emax) * 3 + 9)): # far beyond
            if self._sign:
                return _with_rounding(c, ROUND_HALF_EVEN, lambda: _fix(0, 1, c.Etiny() - 10, c))
            return _with_rounding(c, ROUND_HALF_EVEN, lambda: _fix(0, 1, c.Emax + 10, c))
        if size < -c.prec - 3: # 1 and a little
            n = 10 ** (c.prec + 3) + (-1 if self._sign else 1)
            return _with_rounding(c, ROUND_HALF_EVEN, lambda: _fix(0, n, -c.prec - 3, c))

        def compute(p):
            return 0, *exp_of(-self._int if self._sign else self._int, self._exp, p)
        return self._transcendental(c, compute)

    def ln(self, context=None):
        """The natural logarithm."""
        return self._logarithm(context or getcontext(), False)

    def log10(self, context=None):
        """The logarithm to base 10."""
        return self._logarithm(context or getcontext(), True)

    def _logarithm(self, c, ten):
        if self.is_nan():
            return self._nan(c)
        if not self:
            return _INFINITIES[1]
        if self._sign:
            return c._signal(InvalidOperation)
        if self._exp == "F":
            return Decimal(self)
        if ten and self._int == 10 ** (digits_of(self._int) - 1):
            return Decimal(self.adjusted())._rounded(c)
        if not ten and self._cmp(_ONE) == 0:
            return _finite(0, 0, 0)
        return self._transcendental(c, lambda p: log_parts(self._int, self._exp, p, ten))

    def logb(self, context=None):
        """The exponent of the first digit, as a Decimal."""
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if self._exp == "F":
            return _INFINITIES[0]
        if not self:
            return c._signal(DivisionByZero, _INFINITIES[1])
        return Decimal(self.adjusted())._rounded(c)

    # ---- exponents and digits ----

    def normalize(self, context=None):
        """Without zeros at the end."""
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        made = self._rounded(c)
        if made._exp == "F":
            return made
        if not made:
            return _finite(made._sign, 0, 0)
        n, exp = made._int, made._exp
        most = c.Etop() if c.clamp else c.Emax
        while n % 10 == 0 and exp < most:
            n //= 10
            exp += 1
        return _finite(made._sign, n, exp)

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another one."""
        c, exp = context or getcontext(), _need(exp)
        rounding = rounding or c.rounding
        if rounding not in _ROUNDINGS:
            raise TypeError("valid values for rounding are the names of rounding modes")
        nan = self._check(c, exp)
        if nan is not None:
            return nan
        if self._exp == "F" or exp._exp == "F":
            return Decimal(self) if self._exp == exp._exp else c._signal(InvalidOperation)
        to = exp._exp
        if not c.Etiny() <= to <= c.Emax:
            return c._signal(InvalidOperation)
        if not self:
            return _fix(self._sign, 0, to, c)
        if self.adjusted() > c.Emax or self.adjusted() - to + 1 > c.prec:
            return c._signal(InvalidOperation)
        inexact = False
        if self._exp >= to:
            n = self._int * 10 ** (self._exp - to)
        else:
            n, inexact = drop(self._sign, self._int, min(to - self._exp, digits_of(self._int) + 1), rounding)
        made = _finite(self._sign, n, to)
        if n and (made.adjusted() > c.Emax or digits_of(n) > c.prec):
            return c._signal(InvalidOperation)
        made = _fix(self._sign, n, to, c)
        if self._exp < to:
            if inexact:
                c._signal(Inexact)
            c._signal(Rounded)
        return made

    def same_quantum(self, other, context=None):
        """Whether the exponents are the same."""
        other = _need(other)
        if isinstance(self._exp, str) or isinstance(other._exp, str):
            return self.is_nan() and other.is_nan() or self._exp == other._exp == "F"
        return self._exp == other._exp

    def _to_integral(self, rounding, context, signal):
        c = context or getcontext()
        if self.is_nan():
            return self._nan(c)
        if isinstance(self._exp, str) or self._exp >= 0:
            return Decimal(self)
        n, inexact = drop(self._sign, self._int, -self._exp, rounding or c.rounding)
        if signal and self._int:
            if inexact:
                c._signal(Inexact)
            c._signal(Rounded)
        return _finite(self._sign, n, 0)

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        return self._to_integral(rounding, context, False)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """The same; signals if that is not exact."""
        return self._to_integral(rounding, context, True)

    def scaleb(self, other, context=None):
        """self * 10 ** other"""
        c, other = context or getcontext(), _need(other)
        nan = self._check(c, other)
        if nan is not None:
            return nan
        if other._exp != 0 or abs(int(other)) > 2 * (c.Emax + c.prec):
            return c._signal(InvalidOperation)
        if self._exp == "F":
            return Decimal(self)
        return _fix(self._sign, self._int, self._exp + int(other), c)

    def _shifted(self, other, context, around):
        c, other = context or getcontext(), _need(other)
        nan = self._check(c, other)
        if nan is not None:
            return nan
        if other._exp != 0 or abs(int(other)) > c.prec:
            return c._signal(InvalidOperation)
        if self._exp == "F":
            return Decimal(self)
        n, by, limit = self._int % 10 ** c.prec, int(other), 10 ** c.prec
        if around:
            by %= c.prec
            n = n * 10 ** by % limit + n // 10 ** (c.prec - by)
        else:
            n = n * 10 ** by % limit if by >= 0 else n // 10 ** -by
        return _finite(self._sign, n, self._exp)

    def rotate(self, other, context=None):
        """The digits moved around by so many places."""
        return self._shifted(other, context, True)

    def shift(self, other, context=None):
        """The digits moved by so many places."""
        return self._shifted(other, context, False)

    def _next(self, c, up):
        if self.is_nan():
            return self._nan(c)
        if self._exp == "F":
            if bool(self._sign) != up:
                return Decimal(self)
            return _finite(self._sign, 10 ** c.prec - 1, c.Etop())
        c = c.copy()
        c.clear_traps()
        c.rounding = ROUND_CEILING if up else ROUND_FLOOR
        made = self._rounded(c)
        if made._cmp(self):
            return made
        return self.__add__(_finite(0 if up else 1, 1, c.Etiny() - 1), c)

    def next_plus(self, context=None):
        """The next larger number that there is."""
        return self._next(context or getcontext(), True)

    def next_minus(self, context=None):
        """The next smaller number that there is."""
        return self._next(context or getcontext(), False)

    def next_toward(self, other, context=None):
        """The next number in the direction of another one."""
        c, other = context or getcontext(), _need(other)
        nan = self._check(c, other)
        if nan is not None:
            return nan
        r = self._cmp(other)
        if r == 0:
            return self.copy_sign(other)
        made = self._next(c, r < 0)
        if made._exp == "F":
            c._signal(Overflow, made)
            c._signal(Inexact)
            c._signal(Rounded)
        elif made.adjusted() < c.Emin:
            for condition in (Underflow, Subnormal, Inexact, Rounded):
                c._signal(condition)
            if not made:
                c._signal(Clamped)
        return made

    def _logical(self, c, *others):
        """The digits of operands that consist of 0 and 1; None: one does not."""
        found = []
        for x in (self, *others):
            if x._sign or x._exp != 0 or str(x._int).strip("01"):
                return None
            found.append(str(x._int).rjust(c.prec, "0")[-c.prec:])
        return found

    def _bitwise(self, other, context, function):
        c = context or getcontext()
        digits = self._logical(c, _need(other))
        if digits is None:
            return c._signal(InvalidOperation)
        return _finite(0, int("".join([str(function(int(a), int(b))) for a, b in zip(*digits)])), 0)

    def logical_and(self, other, context=None):
        """The digits that are 1 in both."""
        return self._bitwise(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        """The digits that are 1 in one."""
        return self._bitwise(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        """The digits that are 1 in only one."""
        return self._bitwise(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        """0 for each 1, and 1 for each 0."""
        c = context or getcontext()
        return self.logical_xor(_finite(0, int("1" * c.prec), 0), c)


_NAN = _finite(0, 0, "n")
_INFINITIES = _finite(0, 0, "F"), _finite(1, 0, "F")
_ZERO, _ONE = _finite(0, 0, 0), _finite(0, 1, 0)


def _with_rounding(c, rounding, function):
    saved = c.rounding
    c.rounding = rounding
    try:
        return function()
    finally:
        c.rounding = saved


def _sum(a, b, c):
    """a + b of finite numbers."""
    exp = min(a._exp, b._exp)
    if not a._int and not b._int:
        sign = a._sign if a._sign == b._sign else 1 if c.rounding == ROUND_FLOOR else 0
        return _fix(sign, 0, exp, c)
    if not a._int or not b._int:
        x = b if not a._int else a
        return x._with_exponent(exp, c)._rounded(c)
    # where one is far below the other, only its sign matters
    big, small = (a, b) if a.adjusted() >= b.adjusted() else (b, a)
    least = min(big._exp, big.adjusted() - c.prec) - 2
    if small.adjusted() < least:
        small = _finite(small._sign, 1, least)
        exp = least
    x = big._int * 10 ** (big._exp - exp)
    y = small._int * 10 ** (small._exp - exp)
    n = (-x if big._sign else x) + (-y if small._sign else y)
    if not n:
        return _fix(1 if c.rounding == ROUND_FLOOR else 0, 0, exp, c)
    return _fix(1 if n < 0 else 0, abs(n), exp, c)


# ---- logarithms and powers ----

def _power(x, y, c):
    whole = y._exp != "F" and y == y.to_integral_value()
    odd = whole and y._exp <= 0 and int(y) & 1
    sign = 1 if x._sign and odd else 0
    if not y:
        return c._signal(InvalidOperation) if not x else _finite(0, 1, 0)
    if x._sign and not whole and x:
        return c._signal(InvalidOperation)
    if not x:
        return _finite(sign, 0, 0) if not y._sign else _INFINITIES[sign]
    if x._exp == "F":
        return _finite(sign, 0, 0) if y._sign else _INFINITIES[sign]
    size = x.copy_abs()._cmp(_ONE)
    if y._exp == "F":
        if size == 0:
            c._signal(Inexact)
            c._signal(Rounded)
            return _finite(0, 10 ** (c.prec - 1), 1 - c.prec)
        return _finite(0, 0, 0) if (size > 0) == bool(y._sign) else _INFINITIES[0]
    if size == 0:
        if whole and x._exp == 0:
            return _finite(sign, 1, 0)
        if whole and y._exp >= 0 and y.adjusted() < 20:
            exp = max(x._exp * abs(int(y)), 1 - c.prec) if not y._sign or x._exp == 0 else 1 - c.prec
            if exp != x._exp * abs(int(y)):
                c._signal(Rounded)
            return _finite(sign, 10 ** -exp, exp)
        c._signal(Inexact)
        c._signal(Rounded)
        return _finite(sign, 10 ** (c.prec - 1), 1 - c.prec)
    if whole and y.adjusted() < 30 and str(x._int).strip("0") == "1": # a power of ten
        zeros = digits_of(x._int) - 1
        exp = (x._exp + zeros) * int(y)
        zeros = 0 if y._sign else min(zeros * int(y), c.prec + 1)
        return _fix(sign, 10 ** zeros, exp - zeros, c)
    if whole and y.adjusted() < 6 and digits_of(x._int) * abs(int(y)) < 20000:
        n, exp = x._int ** abs(int(y)), x._exp * abs(int(y))
        if not y._sign:
            return _fix(sign, n, exp, c)
        return _finite(sign, 1, 0).__truediv__(_finite(0, n, exp), c)
    # e ** (y * ln x)
    estimate = y.adjusted() + ln_size(x._int, x._exp)
    grows = (size > 0) != bool(y._sign)
    if estimate > len(str(c.Emax if grows else -c.Etiny())) + 2:
        return _fix(sign, 1, c.Emax + 10 if grows else c.Etiny() - 10, c)

    if estimate < -c.prec - 5: # 1 and a little, or 1 less a little
        return _fix(sign, 10 ** (c.prec + 3) + (1 if grows else -1), -c.prec - 3, c)

    def compute(digits):
        s, n, exp = log_parts(x._int, x._exp, digits + max(estimate, 0) + 5, False)
        n *= y._int
        return sign, *exp_of(-n if s ^ y._sign else n, exp + y._exp, digits)
    return x._transcendental(c, compute, c.rounding)


Number.register(Decimal)
