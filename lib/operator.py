"""The operators as functions."""


def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def gt(a, b): return a > b
def not_(a): return not a
def truth(a): return bool(a)
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def matmul(a, b): return a @ b
def truediv(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def pow(a, b): return a ** b
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def neg(a): return -a
def pos(a): return +a
def inv(a): return ~a
invert = inv
_abs = abs
def abs(a): return _abs(a)
def concat(a, b): return a + b
def contains(a, b): return b in a
def getitem(a, b): return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def ior(a, b):
    a |= b
    return a


def iand(a, b):
    a &= b
    return a


def ixor(a, b):
    a ^= b
    return a


def countOf(a, b):
    """How often b is in a."""
    return sum(1 for x in a if x is b or x == b)


def indexOf(a, b):
    """The first index at which b is in a."""
    for i, x in enumerate(a):
        if x is b or x == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def index(a):
    """The int that a stands for."""
    return a.__index__()


def call(function, /, *args, **keywords):
    return function(*args, **keywords)


def itemgetter(item, *items):
    """A function that takes an item, or a tuple of several."""
    if not items:
        return lambda o: o[item]
    items = (item,) + items
    return lambda o: tuple(o[i] for i in items)


def _getter(name):
    names = name.split(".")

    def get(o):
        for n in names:
            o = getattr(o, n)
        return o
    return get


def attrgetter(attr, *attrs):
    """A function that takes an attribute (dots lead further), or a tuple of several."""
    if not attrs:
        return _getter(attr)
    getters = [_getter(a) for a in (attr,) + attrs]
    return lambda o: tuple(get(o) for get in getters)


def methodcaller(name, /, *args, **keywords):
    """A function that calls a method."""
    return lambda o: getattr(o, name)(*args, **keywords)
