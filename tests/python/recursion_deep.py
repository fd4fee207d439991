# modes: normal sanitize
# timeout: 120
# needs: deep
# Everything that goes as deep as data does: it works, or it is RecursionError.
import collections
import gc
import io
import sys

DEPTH = 100000


def nested(make, depth=DEPTH):
    x = make(())
    for _ in range(depth):
        x = make(x)
    return x


def attempt(f, *args):
    try:
        return f(*args)
    except RecursionError:
        return RecursionError
    except MemoryError:
        return MemoryError


class Box:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __hash__(self):
        return hash(self.x)

    def __repr__(self):
        return repr(self.x)

    def __len__(self):
        return len(self.x)

    def __bool__(self):
        return bool(self.x)

    def __iter__(self):
        return iter(self.x)

    def __contains__(self, v):
        return v in self.x

    def __getitem__(self, i):
        return self.x[i]

    def __add__(self, v):
        return self.x + v

    def __call__(self):
        return self.x()

    def __index__(self):
        return self.x.__index__()

    def __format__(self, spec):
        return format(self.x, spec)

    def __getattr__(self, name):
        return getattr(self.x, name)


class Items(list):
    pass


makers = [lambda x: [x], lambda x: (x,), lambda x: {1: x}, lambda x: Box(x), lambda x: Items([x]),
          lambda x: collections.deque([x]), lambda x: slice(x), lambda x: {1: x}.values(), lambda x: iter([x]),
          lambda x: collections.OrderedDict([(1, x)]), lambda x: collections.ChainMap({1: x}), lambda x: ValueError(x),
          lambda x: enumerate([x]), lambda x: zip([x]), lambda x: [[x], [x]][0], lambda x: (1, x), lambda x: {"k": x}.items(),
          lambda x: collections.Counter({1: x}) if False else {0: [x]}, lambda x: [x].append, lambda x: property(x)]
for make in makers:
    a, b = nested(make), nested(make)
    attempt(repr, a)
    attempt(str, a)
    attempt(lambda: a == b)
    try:
        attempt(lambda: a < b)
    except TypeError:
        pass
    for f in (hash, len, bool, iter, list, sorted, lambda x: x + x, lambda x: x(), lambda x: x.missing, lambda x: 5 in x,
              lambda x: x[0], lambda x: "%s %r" % (x, x), lambda x: "{}".format(x), lambda x: f"{x}", lambda x: range(9)[x],
              lambda x: print(x, file=io.StringIO()), lambda x: isinstance(1, x), lambda x: issubclass(int, x),
              lambda x: "".startswith(x), lambda x: max(x), lambda x: sum(x, ()), lambda x: dict(x), lambda x: set(x),
              lambda x: {x: 1}, lambda x: bytes(x), lambda x: int(x), lambda x: "a" % x, lambda x: x.copy(), lambda x: x.__sizeof__()):
        try:
            attempt(f, a)
        except (TypeError, ValueError, AttributeError, KeyError, IndexError):
            pass
    gc.collect()
    a = b = None
    gc.collect()


# except and except* with nested tuples, raise in deep chains
def catch(kinds):
    try:
        raise ValueError
    except kinds:
        pass


def catch_group(kinds):
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* kinds:
        pass


for f in (catch, catch_group):
    try:
        attempt(f, nested(lambda x: (x,)))
    except (TypeError, ValueError, ExceptionGroup):
        pass

# exceptions: long chains, deep groups
e = None
for _ in range(DEPTH):
    new = ValueError(1)
    new.__context__ = e
    new.__cause__ = e
    e = new
attempt(sys.print_exception if hasattr(sys, "print_exception") else repr, e, *([io.StringIO()] if hasattr(sys, "print_exception") else []))


def group(depth):
    g = ValueError(1)
    for _ in range(depth):
        g = ExceptionGroup("g", [g])
    return g


g = group(DEPTH)
attempt(g.split, ValueError)
attempt(g.subgroup, lambda x: False)
attempt(repr, g)
if hasattr(sys, "print_exception"):
    attempt(sys.print_exception, g, io.StringIO())


# generators that delegate, closures, iterators over iterators
def delegate(inner):
    yield from inner


x = iter([1])
for _ in range(3000):
    x = delegate(x)
attempt(next, x)
attempt(x.close)
for wrap in (iter, lambda x: map(lambda y: y, x), lambda x: filter(None, x), lambda x: zip(x), lambda x: enumerate(x),
             lambda x: (y for y in x)):
    x = iter([1])
    for _ in range(DEPTH):
        x = wrap(x)
    attempt(next, x)
    x = None
gc.collect()


# attributes
class Recursive:
    @property
    def p(self):
        return self.p

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __setattr__(self, name, v):
        setattr(self, name, v)

    def __delattr__(self, name):
        delattr(self, name)

    def __getitem__(self, i):
        return self[i]

    def __call__(self):
        return self()

    def __len__(self):
        return len(self)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __iter__(self):
        return iter(self)

    def __contains__(self, x):
        return x in self

    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self

    def __str__(self):
        return str(self)

    def __repr__(self):
        return repr(self)

    def __format__(self, spec):
        return format(self, spec)

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass

    def __bool__(self):
        return not self

    def __index__(self):
        return range(9)[self]

    def __instancecheck__(self, x):
        return isinstance(x, self)


r = Recursive()
for f in (lambda: r.p, lambda: r.y, lambda: setattr(r, "z", 1), lambda: delattr(r, "z"), lambda: r[0], r, lambda: len(r), lambda: r == 1,
          lambda: hash(r), lambda: iter(r), lambda: 1 in r, lambda: r + 1, lambda: 1 + r, lambda: str(r), lambda: repr(r),
          lambda: f"{r}", lambda: r.__enter__(), lambda: not r, lambda: [1][r], lambda: isinstance(1, r), lambda: {r: 1}, lambda: sorted([r, r], key=str),
          lambda: [r].index(0), lambda: print(r, file=io.StringIO()), lambda: max(r, r), lambda: "%d" % r):
    try:
        result = attempt(f)
        assert result is RecursionError, result
    except (TypeError, AttributeError) as error:
        assert "recursion" in str(error) or isinstance(error, (TypeError, AttributeError))


def key(x):
    return sorted([1, 2], key=key)


assert attempt(key, 1) is RecursionError


def compare_by(f):
    return eval("compare_by(1)")


assert attempt(compare_by, 1) is RecursionError
assert attempt(lambda: exec("exec(s)", {"s": "exec(s, {'s': s})"})) in (RecursionError, None)

# classes: deep inheritance, metaclass and descriptor recursion
c = object
for _ in range(300):
    c = type("C", (c,), {})
c().__class__.__mro__
isinstance(c(), dict), issubclass(c, dict)


class Meta(type):
    def __call__(cls):
        return cls()

    def __getattribute__(cls, name):
        return getattr(cls, name)

    def __instancecheck__(cls, x):
        return isinstance(x, cls)


class WithMeta(metaclass=Meta):
    pass


assert attempt(WithMeta) is RecursionError
assert attempt(lambda: WithMeta.x) is RecursionError
assert attempt(isinstance, 1, WithMeta) is RecursionError

# types
t = int
for _ in range(2000):
    t = list[t]
attempt(repr, t)
attempt(hash, t)
attempt(lambda: t == t)
u = int
for _ in range(2000):
    u = u | list[u] if _ < 12 else list[u]
attempt(repr, u)

# format specifications, sources
try:
    ("{0" + "[0" * 30000 + "]" * 30000 + "}").format([0])
except (ValueError, TypeError, IndexError, KeyError):
    pass
for text in ("(" * 5000 + ")" * 5000, "[" * 5000 + "]" * 5000, "-" * 100000 + "1", "not " * 50000 + "1", "lambda: " * 20000 + "1",
             "1" + "+1" * 50000, "1" + "**1" * 20000, "a" + ".a" * 20000, "a" + "()" * 20000, "a" + "[0]" * 20000, "a if b else " * 20000 + "c",
             "x" + " = x" * 20000, "a" + " and a" * 50000, "a" + " < a" * 20000, "f'" + "{a:" * 3000, "await " * 20000 + "a",
             "(a := " * 1000 + "1" + ")" * 1000, "*" * 5000 + "a", "{" * 3000 + "}" * 3000, "[x for x in " * 3000 + "y" + "]" * 3000,
             "match a:\n case " + "[" * 3000 + "]" * 3000 + ": pass", "match a:\n case " + "a|" * 20000 + "a: pass",
             "match a:\n case " + "C(" * 3000 + ")" * 3000 + ": pass", "match a:\n case " + "{1:" * 3000 + "a" + "}" * 3000 + ": pass",
             "del " + "(" * 3000 + "a" + ")" * 3000, "(" * 150 + "a" + ",)" * 150 + " = b", "for " + "(" * 3000 + "a" + ")" * 3000 + " in b: pass",
             "if a: pass\n" + "elif b: pass\n" * 20000, "\n".join(" " * i + "if a:" for i in range(99)) + "\n" + " " * 99 + "pass",
             "def f(a=" * 3000 + ")" * 3000, "@a" + "(b)" * 20000 + "\ndef f(): pass", "x: " + "a[" * 3000 + "]" * 3000,
             "def f[T: " + "a[" * 3000 + "]" * 3000 + "](): pass", "'a' " * 50000, "global " + "a, " * 20000 + "a", "import a" + ".a" * 20000,
             "(yield " * 3000 + ")" * 3000, "with " + "(a, " * 3000 + ")" * 3000 + ": pass", "a" + " @ a" * 20000, "print(" * 3000 + ")" * 3000):
    for mode in ("exec", "eval", "single"):
        try:
            attempt(compile, text, "deep", mode)
        except (SyntaxError, OverflowError, ValueError):
            pass
print("deep enough") if "-v" in sys.argv else None
