"""The operators as functions."""


def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def is_none(a, /): return a is None
def is_not_none(a, /): return a is not None
def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def matmul(a, b, /): return a @ b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def pow(a, b, /): return a ** b
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def lshift(a, b, /): return a << b
def rshift(a, b, /): return a >> b
def neg(a, /): return -a
def pos(a, /): return +a
def inv(a, /): return ~a
invert = inv
_abs = abs
def abs(a, /): return _abs(a)
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def concat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError("'%s' object can't be concatenated" % type(a).__name__)
    return a + b


def iadd(a, b, /):
    a += b
    return a


def isub(a, b, /):
    a -= b
    return a


def imul(a, b, /):
    a *= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def imod(a, b, /):
    a %= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def ior(a, b, /):
    a |= b
    return a


def iand(a, b, /):
    a &= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


def iconcat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError("'%s' object can't be concatenated" % type(a).__name__)
    a += b
    return a


def countOf(a, b, /):
    """How often b is in a."""
    n = 0
    for x in a:
        if x is b or x == b:
            n += 1
    return n


def indexOf(a, b, /):
    """The first index at which b is in a."""
    for i, x in enumerate(a):
        if x is b or x == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def index(a, /):
    """The int that a stands for."""
    return range(a).stop


def length_hint(obj, default=0, /):
    """How many items there are, or may be."""
    if not isinstance(default, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(default).__name__)
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        n = hint(obj)
    except TypeError:
        return default
    if n is NotImplemented:
        return default
    if not isinstance(n, int):
        raise TypeError("__length_hint__ must be an integer, not %s" % type(n).__name__)
    if n < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return n


def call(obj, /, *args, **kwargs):
    """obj(*args, **kwargs)"""
    return obj(*args, **kwargs)


class itemgetter:
    """A function that takes an item, or a tuple of several."""
    __slots__ = "_items", "_call"

    def __init__(self, item, /, *items):
        self._items = (item, *items)
        self._call = (lambda obj: obj[item]) if not items else lambda obj: tuple([obj[i] for i in self._items])

    def __call__(self, obj, /):
        return self._call(obj)

    def __repr__(self):
        return "%s(%s)" % (_name_of(self), ", ".join(map(repr, self._items)))

    def __reduce__(self):
        return type(self), self._items


def _name_of(x):
    cls = type(x)
    return cls.__module__ + "." + cls.__qualname__


def _getter(name):
    if not isinstance(name, str):
        raise TypeError("attribute name must be a string")
    if "." not in name:
        return lambda obj: getattr(obj, name)
    names = name.split(".")

    def get(obj):
        for n in names:
            obj = getattr(obj, n)
        return obj
    return get


class attrgetter:
    """A function that takes an attribute (dots lead further), or a tuple of several."""
    __slots__ = "_attrs", "_call"

    def __init__(self, attr, /, *attrs):
        self._attrs = (attr, *attrs)
        getters = [_getter(a) for a in self._attrs]
        self._call = getters[0] if not attrs else lambda obj: tuple([get(obj) for get in getters])

    def __call__(self, obj, /):
        return self._call(obj)

    def __repr__(self):
        return "%s(%s)" % (_name_of(self), ", ".join(map(repr, self._attrs)))

    def __reduce__(self):
        return type(self), self._attrs


class methodcaller:
    """A function that calls a method."""
    __slots__ = "_name", "_args", "_kwargs"

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args), *["%s=%r" % item for item in self._kwargs.items()]]
        return "%s(%s)" % (_name_of(self), ", ".join(parts))


__all__ = sorted(_name for _name in globals() if _name[0] != "_")
for _name in """lt le eq ne ge gt not_ add sub mul matmul truediv floordiv mod pow and_ or_ xor lshift rshift neg pos inv
        invert abs contains getitem setitem delitem concat index call iadd isub imul imatmul itruediv ifloordiv imod ipow
        ilshift irshift ior iand ixor iconcat""".split():
    globals()["__%s__" % _name.rstrip("_")] = globals()[_name]
del _name
