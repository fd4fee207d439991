"""The signals of decimal arithmetic, and its contexts, of which each thread has one."""

try:
    from _thread import _locals
except ImportError: # a build without
    _only = {}

    def _locals():
        return _only

__name__ = "decimal" # where its classes are to be found
ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN"
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP"
ROUND_HALF_DOWN, ROUND_05UP = "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
              ROUND_05UP)
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


# ---- signals ----

class DecimalException(ArithmeticError):
    """What can happen to a result."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no such result."""


class ConversionSyntax(InvalidOperation):
    """A text is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number was divided by zero."""


class DivisionImpossible(InvalidOperation):
    """A whole quotient has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class Inexact(DecimalException):
    """Digits other than zero were rounded away."""


class InvalidContext(InvalidOperation):
    """A context doesn't do for the operation."""


class Rounded(DecimalException):
    """Digits were rounded away."""


class Subnormal(DecimalException):
    """The exponent is below Emin."""


class Overflow(Inexact, Rounded):
    """The exponent is above Emax."""


class Underflow(Inexact, Rounded, Subnormal):
    """A subnormal result was rounded."""


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""


_SIGNALS = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]


# ---- contexts ----

class Context:
    """Precision, rounding, limits, and which signals raise an exception."""
    _number = _nan = None # the class of the numbers, and what is no number: the package sets them

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax),
                            ("capitals", capitals), ("clamp", clamp)):
            setattr(self, name, getattr(base, name) if value is None else value)
        if traps is None:
            traps = dict(base.traps)
        object.__setattr__(self, "traps", _signal_dict(traps))
        object.__setattr__(self, "flags", _signal_dict(flags or ()))

    def __setattr__(self, name, value):
        limits = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1),
                  "clamp": (0, 1)}.get(name)
        if limits:
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if not limits[0] <= value <= limits[1]:
                raise ValueError("valid range for %s is [%s, %s]" % (
                    name, *["MAX_PREC" if v == MAX_PREC and name == "prec" else "MAX_EMAX" if v == MAX_EMAX else
                            "MIN_EMIN" if v == MIN_EMIN else v for v in limits]))
        elif name == "rounding":
            if not isinstance(value, str) or value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            if not isinstance(value, dict):
                raise TypeError("%s must be a signal dict" % name)
            if value.keys() - _SIGNALS or len(value) != len(_SIGNALS):
                raise KeyError("%s is not a valid signal dict" % value)
            value = _signal_dict(value)
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("%s cannot be deleted" % name)

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            ", ".join([c.__name__ for c, on in self.flags.items() if on]),
            ", ".join([c.__name__ for c, on in self.traps.items() if on])))

    def copy(self):
        """A copy, flags and all."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy
    __hash__ = None

    def clear_flags(self):
        """Forgets what has happened."""
        for c in self.flags:
            self.flags[c] = False

    def clear_traps(self):
        """No signal raises an exception."""
        for c in self.traps:
            self.traps[c] = False

    def Etiny(self):
        """The least exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The greatest exponent of a number with all digits."""
        return self.Emax - self.prec + 1

    def _signal(self, condition, result=None):
        """Notes that something has happened; raises it if it is trapped."""
        signal = condition if condition in self.flags else InvalidOperation
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition])
        return self._nan if result is None else result

    def create_decimal(self, num="0", /):
        """A Decimal, rounded."""
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._signal(ConversionSyntax)
        made = self._number(num, self)
        if made._exp in ("n", "N") and len(str(made._int)) > self.prec - self.clamp and made._int:
            return self._signal(ConversionSyntax)
        return made if made.is_nan() else made._rounded(self)

    def create_decimal_from_float(self, f, /):
        """A Decimal of a float, rounded."""
        return self._number.from_float(f)._rounded(self)


def _signal_dict(values):
    for c in values:
        if c not in _SIGNALS:
            raise (KeyError if isinstance(values, (list, dict)) else TypeError)("%r is not a signal" % (c,))
    if isinstance(values, dict):
        return {c: bool(values.get(c)) for c in _SIGNALS}
    return {c: c in values for c in _SIGNALS}


DefaultContext = None
_base = object.__new__(Context)
for _name, _value in (("prec", 28), ("rounding", ROUND_HALF_EVEN), ("Emin", -999999), ("Emax", 999999), ("capitals", 1),
                      ("clamp", 0)):
    setattr(_base, _name, _value)
_base.traps = _signal_dict([InvalidOperation, DivisionByZero, Overflow])
_base.flags = _signal_dict(())
DefaultContext = _base
del _base, _name, _value
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])


def getcontext():
    """The context of the thread."""
    own = _locals()
    found = own.get("decimal")
    if found is None:
        own["decimal"] = found = Context()
    return found


def setcontext(context, /):
    """Another one for the thread."""
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _locals()["decimal"] = context


class _ContextManager:
    def __init__(self, context, changes):
        self.new = (context or getcontext()).copy()
        for name, value in changes.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
            setattr(self.new, name, value)

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *info):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """A context manager: a copy of the context for the time being."""
    return _ContextManager(ctx, kwargs)
