"""Rational numbers."""

import math
import operator
import re
import sys
from numbers import Complex, Rational, Real

try:
    complex
except NameError: # a build without

    class complex:
        pass

__all__ = ["Fraction"]
_MODULUS = sys.hash_info.modulus if hasattr(sys, "hash_info") else 0 # equal numbers of all types have the same hash
_literal = None


def _parse(text):
    """(numerator, denominator) of "3/4", "1.25e3" ..."""
    global _literal
    if _literal is None:
        _literal = re.compile(r"([-+]?)(\d[\d_]*)?(?:\s*/\s*(\d[\d_]*)|(\.[\d_]*)?(?:e([-+]?\d[\d_]*))?)")
    m = _literal.fullmatch(text.strip().lower())
    try:
        sign, whole, below, decimals, exponent = m.groups()
        if below:
            n, d = int(whole), int(below)
        else:
            decimals = (decimals or ".")[1:]
            if not whole and not decimals or decimals[:1] == "_" or decimals[-1:] == "_" or "__" in decimals:
                raise ValueError
            decimals = decimals.replace("_", "")
            n, d = int((whole or "0") + decimals), 1
            power = int(exponent or "0") - len(decimals)
            if power >= 0:
                n *= 10 ** power
            else:
                d = 10 ** -power
    except (AttributeError, TypeError, ValueError):
        raise ValueError("Invalid literal for Fraction: %r" % text) from None
    return -n if sign == "-" else n, d


# ---- as a text ----

def _scaled(n, d, places):
    """abs(n / d) * 10 ** places, rounded half to even."""
    n = abs(n)
    if places >= 0:
        n *= 10 ** places
    else:
        d *= 10 ** -places
    q, r = divmod(n, d)
    return q + (2 * r > d or 2 * r == d and q & 1)


def _significant(n, d, figures):
    """(digits, exponent of the first one) of abs(n / d), rounded to so many figures."""
    if n == 0:
        return 0, 0
    first = len(str(abs(n))) - len(str(d))
    if _less(abs(n), d, first):
        first -= 1
    digits = _scaled(n, d, figures - 1 - first)
    if digits == 10 ** figures:
        digits //= 10
        first += 1
    return digits, first


def _less(n, d, exponent):
    return n < d * 10 ** exponent if exponent >= 0 else n * 10 ** -exponent < d


class _Spec:
    """A format specification, in its parts."""

    def __init__(self, text):
        self.fill, self.align, at = " ", None, 0
        if text[1:2] in tuple("<>=^"):
            self.fill, self.align, at = text[0], text[1], 2
        elif text[:1] in tuple("<>=^"):
            self.align, at = text[0], 1

        def flag(chars):
            nonlocal at
            found = text[at] if at < len(text) and text[at] in chars else ""
            at += len(found)
            return found

        def number():
            nonlocal at
            start = at
            while at < len(text) and text[at] in "0123456789":
                at += 1
            return text[start:at]
        self.sign, self.positive_zero, self.alternate = flag("-+ "), flag("z"), flag("#")
        self.zeros = at + 1 < len(text) and text[at] == "0" and text[at + 1] in "0123456789"
        width = number()
        self.width = int(width or "0")
        self.separator = flag(",_")
        self.precision = number() if flag(".") else None
        self.type = flag("eEfFgG%")
        self.good = at == len(text) and self.precision != "" and not (self.zeros and self.align) and (
            self.type or not (self.precision or self.zeros or self.positive_zero))

    def float_text(self, n, d):
        """(sign, the rest) for e, f, g and %."""
        kind = self.type.lower()
        precision = int(self.precision or "6")
        figures = max(precision, 1) if kind == "g" else precision + 1
        if kind in "f%":
            digits = _scaled(n, d, precision + (2 if kind == "%" else 0))
            point, exponent = precision, None
        else:
            digits, exponent = _significant(n, d, figures)
            point = figures - 1
            if kind == "g" and -4 <= exponent < figures:
                point -= exponent
                exponent = None
        text = str(digits).rjust(point + 1, "0")
        whole, part = text[:len(text) - point], text[len(text) - point:]
        if kind == "g" and not self.alternate:
            part = part.rstrip("0")
        tail = ("." if part or self.alternate else "") + part
        if exponent is not None:
            tail += "%s%+03d" % ("E" if self.type in "EG" else "e", exponent)
        elif kind == "%":
            tail += "%"
        negative = n < 0 and not (self.positive_zero and digits == 0)
        sign = "-" if negative else self.sign.replace("-", "")
        return sign, self.group(sign, whole, tail)

    def group(self, sign, whole, tail):
        """The digits in front of the point, with zeros and separators as wanted, and the rest."""
        if self.zeros:
            room = self.width - len(sign) - len(tail)
            while len(whole) + len(self.separator) * ((len(whole) - 1) // 3) < room:
                whole = "0" + whole
        if self.separator:
            groups = [whole[max(i - 3, 0):i] for i in range(len(whole), 0, -3)]
            whole = self.separator.join(groups[::-1])
        return whole + tail

    def pad(self, sign, body):
        """The whole text."""
        pad = self.fill * (self.width - len(sign) - len(body))
        if self.align == "<":
            return sign + body + pad
        if self.align == "=":
            return sign + pad + body
        left = len(pad) // 2 if self.align == "^" else len(pad)
        return pad[:left] + sign + body + pad[left:]


class Fraction(Rational):
    """A numerator and a denominator without a common divisor."""
    __slots__ = "_numerator", "_denominator"

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, Rational):
                n, d = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                n, d = _parse(numerator)
            elif isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio"):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
            if d == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % n)
            if isinstance(numerator, str):
                g = math.gcd(n, d)
                n //= g
                d //= g
        else:
            if type(numerator) is int is type(denominator):
                n, d = numerator, denominator
            elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
                n = numerator.numerator * denominator.denominator
                d = denominator.numerator * numerator.denominator
            else:
                raise TypeError("both arguments should be Rational instances")
            if d == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % n)
            g = math.gcd(n, d)
            if d < 0:
                g = -g
            n //= g
            d //= g
        self._numerator = n
        self._denominator = d
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return _make(cls, *f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        if isinstance(dec, int):
            return cls(dec)
        if not hasattr(dec, "adjusted"):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        return _make(cls, *dec.as_integer_ratio())

    @classmethod
    def from_number(cls, number):
        """The exact value of a number."""
        if isinstance(number, str) or not (isinstance(number, Rational) or hasattr(number, "as_integer_ratio")):
            raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")
        return cls(number)

    def is_integer(self):
        """Whether the denominator is 1."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator that is not greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # the convergents of the continued fraction, as long as they are small enough; then between the last two
        above, below = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            step = n // d
            k = above[1] + step * below[1]
            if k > max_denominator:
                break
            above, below = below, (above[0] + step * below[0], k)
            n, d = d, n - step * d
        step = (max_denominator - above[1]) // below[1]
        between = above[0] + step * below[0], above[1] + step * below[1]
        return _make(Fraction, *(below if 2 * d * between[1] <= self._denominator else between))

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    def __format__(self, format_spec, /):
        spec = _Spec(format_spec)
        if not spec.good:
            raise ValueError("Invalid format specifier %r for object of type %r" % (format_spec, type(self).__name__))
        n, d = self._numerator, self._denominator
        if spec.type:
            sign, body = spec.float_text(n, d)
        else:
            body = format(abs(n), spec.separator)
            if spec.alternate or d != 1:
                body += "/" + format(d, spec.separator)
            sign = "-" if n < 0 else spec.sign.replace("-", "")
        return spec.pad(sign, body)

    def __add__(a, b):
        return _arithmetic(a, b, _add, operator.add)

    def __radd__(b, a):
        return _reflected(a, b, _add, operator.add)

    def __sub__(a, b):
        return _arithmetic(a, b, _sub, operator.sub)

    def __rsub__(b, a):
        return _reflected(a, b, _sub, operator.sub)

    def __mul__(a, b):
        return _arithmetic(a, b, _mul, operator.mul)

    def __rmul__(b, a):
        return _reflected(a, b, _mul, operator.mul)

    def __truediv__(a, b):
        return _arithmetic(a, b, _div, operator.truediv)

    def __rtruediv__(b, a):
        return _reflected(a, b, _div, operator.truediv)

    def __floordiv__(a, b):
        return _arithmetic(a, b, _floordiv, operator.floordiv)

    def __rfloordiv__(b, a):
        return _reflected(a, b, _floordiv, operator.floordiv)

    def __mod__(a, b):
        return _arithmetic(a, b, _mod, operator.mod)

    def __rmod__(b, a):
        return _reflected(a, b, _mod, operator.mod)

    def __divmod__(a, b):
        return _arithmetic(a, b, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __rdivmod__(b, a):
        return _reflected(a, b, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            n, d = a._numerator, a._denominator
            if power >= 0:
                return _make(Fraction, n ** power, d ** power)
            if n > 0:
                return _make(Fraction, d ** -power, n ** -power)
            if n == 0:
                raise ZeroDivisionError("Fraction(%s, 0)" % d ** -power)
            return _make(Fraction, (-d) ** -power, (-n) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return _make(Fraction, a._numerator, a._denominator)

    def __neg__(a):
        return _make(Fraction, -a._numerator, a._denominator)

    def __abs__(a):
        return _make(Fraction, abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, r = divmod(self._numerator, d)
            return floor if r * 2 < d or r * 2 == d and floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        n, d = self._numerator, self._denominator
        if not _MODULUS:
            return hash(n / d) if d > 1 else hash(n)
        try:
            h = abs(n) * pow(d, -1, _MODULUS) % _MODULUS
        except ValueError: # d is a multiple of it
            h = sys.hash_info.inf
        return hash(h if n >= 0 else -h)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _make(cls, n, d):
    """Of numbers that have no common divisor; d > 0 but for the sign."""
    made = object.__new__(cls)
    if d < 0:
        n, d = -n, -d
    made._numerator = n
    made._denominator = d
    return made


_REAL_ONLY = operator.floordiv, operator.mod, divmod


def _arithmetic(a, b, exact, fallback):
    if isinstance(b, Fraction):
        return exact(a, b)
    if isinstance(b, int):
        return exact(a, _make(Fraction, int(b), 1))
    if isinstance(b, float):
        return fallback(float(a), b)
    if isinstance(b, complex) and fallback not in _REAL_ONLY:
        return fallback(float(a), b)
    return NotImplemented


def _reflected(a, b, exact, fallback):
    if isinstance(a, Rational):
        return exact(Fraction(a), b)
    if isinstance(a, Real):
        return fallback(float(a), float(b))
    if isinstance(a, Complex) and fallback not in _REAL_ONLY:
        return fallback(complex(a), float(b))
    return NotImplemented


def _add(a, b):
    d, e = a._denominator, b._denominator
    return Fraction(a._numerator * e + b._numerator * d, d * e)


def _sub(a, b):
    d, e = a._denominator, b._denominator
    return Fraction(a._numerator * e - b._numerator * d, d * e)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % (a._numerator * b._denominator))
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    d, e = a._denominator, b._denominator
    return Fraction((a._numerator * e) % (b._numerator * d), d * e)
