"""The abstract base classes of numbers."""

from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod

try:
    complex
except NameError: # a build without

    class complex:
        pass


def _abstract(*names):
    def missing(self, *args):
        raise NotImplementedError
    made = {}
    for name in names:
        def method(self, *args, _f=missing):
            _f(self)
        method.__name__ = name
        made[name] = _abstractmethod(method)
    return made


class Number(metaclass=_ABCMeta):
    """Any number."""
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """Numbers with a real and an imaginary part."""
    __slots__ = ()
    locals().update(_abstract("__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__",
                              "__truediv__", "__rtruediv__", "__pow__", "__rpow__", "__abs__", "conjugate", "__eq__"))
    real = property(_abstractmethod(lambda self: None))
    imag = property(_abstractmethod(lambda self: None))

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """Numbers that can be ordered."""
    __slots__ = ()
    locals().update(_abstract("__float__", "__trunc__", "__floor__", "__ceil__", "__round__", "__floordiv__",
                              "__rfloordiv__", "__mod__", "__rmod__", "__lt__", "__le__"))

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: +self)
    imag = property(lambda self: 0)

    def conjugate(self):
        """+self"""
        return +self


class Rational(Real):
    """Numbers with a numerator and a denominator."""
    __slots__ = ()
    numerator = property(_abstractmethod(lambda self: None))
    denominator = property(_abstractmethod(lambda self: None))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers."""
    __slots__ = ()
    locals().update(_abstract("__int__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__",
                              "__xor__", "__rxor__", "__or__", "__ror__", "__invert__"))

    def __index__(self):
        return int(self)

    @_abstractmethod
    def __pow__(self, exponent, modulus=None):
        """self ** exponent % modulus"""
        raise NotImplementedError

    def __float__(self):
        return float(int(self))

    numerator = property(lambda self: +self)
    denominator = property(lambda self: 1)


Complex.register(complex)
Real.register(float)
Integral.register(int)
