"""Decimal floating point: numbers of any precision, rounded as a context says.

fixed_point and text work on plain ints and texts; context has the signals and contexts, number has Decimal, and here the
two are tied together: a context has most of Decimal's methods, too.
"""

from .context import *
from .number import Decimal, DecimalTuple, _NAN, _need

Context._number, Context._nan = Decimal, _NAN


def _unary(method, with_context):
    if with_context:
        return lambda self, x, /: method(_need(x), context=self)
    return lambda self, x, /: method(_need(x))


def _binary(method, with_context):
    return lambda self, x, y, /: method(_need(x), _need(y), context=self)


def _define(name, function):
    function.__name__ = name
    function.__qualname__ = "Context." + name
    setattr(Context, name, function)


for _make, _operators, _names in (
        (_unary, "abs=__abs__ minus=__neg__ plus=__pos__",
         """canonical copy_abs copy_negate exp is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed
         is_snan is_subnormal is_zero ln log10 logb logical_invert next_minus next_plus normalize number_class sqrt
         to_eng_string to_integral to_integral_exact to_integral_value"""),
        (_binary, """add=__add__ subtract=__sub__ multiply=__mul__ divide=__truediv__ divide_int=__floordiv__
         remainder=__mod__ divmod=__divmod__""",
         """compare compare_signal compare_total compare_total_mag copy_sign logical_and logical_or logical_xor max
         max_mag min min_mag next_toward quantize remainder_near rotate same_quantum scaleb shift""")):
    for _name in (_operators + " " + _names).split():
        _name, _, _special = _name.partition("=")
        _method = getattr(Decimal, _special or _name)
        _define(_name, _make(_method, "context" in _method.__code__.co_varnames[:_method.__code__.co_argcount]))
_define("fma", lambda self, x, y, z, /: _need(x).fma(y, z, context=self))
_define("power", lambda self, /, a, b, modulo=None: _need(a).__pow__(_need(b), modulo, self))
_define("copy_decimal", lambda self, x, /: Decimal(_need(x)))
_define("radix", lambda self, /: Decimal(10))
_define("to_sci_string", lambda self, x, /: _need(x)._text(False, self))
del _make, _operators, _names, _name, _, _special, _method, _unary, _binary, _define
__version__ = "1.70" # of the specification
__all__ = [name for name in dir() if name[0] != "_" and name not in ("context", "fixed_point", "number", "text")]
