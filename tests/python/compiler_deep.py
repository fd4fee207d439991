# needs: large_functions async match more_syntax
# Expressions that need more registers than a frame has: their value, the order of evaluation, exceptions and yields half-way.
log = []


def f(*args, **kw):
    log.append(len(args))
    return sum([a * (i + 2) for i, a in enumerate(args)], sum(kw.values())) % 9973


class O:
    def m(self, *args):
        return f(*args)

    def __getitem__(self, key):
        log.append("[")
        if isinstance(key, slice):
            key = (key.start, key.stop, key.step)
        return f(*[k or 0 for k in key]) if isinstance(key, tuple) else key + 1


o = O()


def total(x):
    if isinstance(x, dict):
        return total(x.keys()) * 3 + total(x.values())
    return x if isinstance(x, int) else sum([total(i) for i in x]) % 9973


# ---- trees of random shape: the source, and what it is worth, side by side ----
seed = 1


def rand(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 16) % n


def tree(depth):
    kind = rand(12) if depth else 12
    if kind == 12:
        return 12, [rand(100)]
    kids = [tree(0) for _ in range(rand(5) + 2)]
    kids[rand(len(kids))] = tree(depth - 1)
    return kind, kids


def source(t):
    kind, kids = t
    if kind == 12:
        return "a%d" % (kids[0] % 3) if kids[0] < 30 else str(kids[0])
    s = [source(k) for k in kids]
    if kind < 3:
        return "f(%s)" % ", ".join(s)
    if kind == 3:
        return "o.m(%s)" % ", ".join(s)
    if kind == 4:
        return "total([%s])" % ", ".join(s)
    if kind == 5:
        return "total({%s: %s})" % (s[0], ", ".join([s[1]] + ["%d: %s" % (1000 + i, v) for i, v in enumerate(s[2:])]))
    if kind == 6:
        return "(%s)" % " + ".join(s)
    if kind == 7:
        return "o[%s:%s]" % (s[0], s[1])
    if kind == 8:
        return "(%s if %s else %s)" % (s[0], s[1], s[-1])
    if kind == 9:
        return "f(*[%s], x=%s)" % (", ".join(s[1:]), s[0])
    if kind == 10:
        return "total([c + %s for c in [1, %s]])" % (s[0], s[1])
    return "(lambda p: p + %s)(%s)" % (s[0], s[1])


def worth(t):
    kind, kids = t
    if kind == 12:
        return kids[0] % 3 + 5 if kids[0] < 30 else kids[0]
    if kind == 7 or kind == 10 or kind == 11:
        kids = kids[:2]
    if kind == 8:
        return worth(kids[0 if worth(kids[1]) else -1])
    if kind >= 9:
        kids = kids[1:] + kids[:1]  # the first one is evaluated last
    if kind == 10:
        v = [1, worth(kids[0])]
        return total([c + worth(kids[1]) for c in v])
    v = [worth(k) for k in kids]
    if kind <= 3:
        return f(*v)
    if kind == 4:
        return total(v)
    if kind == 5:
        return total({v[0]: v[1], **{1000 + i: x for i, x in enumerate(v[2:])}})
    if kind == 6 or kind == 11:
        return sum(v)
    if kind == 7:
        return o[v[0]:v[1]]
    return f(*v[:-1], x=v[-1])


def check(t, text, more=0):
    start = "def F(a0, a1, a2%s):\n" % "".join(", b%d=0" % i for i in range(more))
    space = {}
    exec(start + text, globals(), space)
    log.clear()
    expected = worth(t)
    order = log[:]
    log.clear()
    return space["F"], expected, order


for n in range(12):
    t = tree([10, 40, 60][n % 3])
    run, expected, order = check(t, " return " + source(t), more=[0, 100, 125, 200][n % 4])
    assert run(5, 6, 7) == expected and log == order, n

# the same in a loop, with handlers around, in a generator, and where an exception comes out of the middle
for n in range(6):
    t = tree(50)
    text = """ for i in range(2):
  try:
   try: raise KeyError
   except KeyError:
    log.append(i)
    r = %s
  finally: log.append('end')
 return r""" % source(t)
    run, expected, order = check(t, text)
    assert run(5, 6, 7) == expected and log == [0] + order + ["end", 1] + order + ["end"], n
    f, plain = lambda *args, **kw: (yields.append(len(log)), plain(*args, **kw), stop(n * 3))[1], f

    def stop(at):
        if len(yields) > at:
            raise ArithmeticError(at)

    yields = []
    log.clear()
    try:
        run(5, 6, 7)
    except ArithmeticError as e:
        assert e.args == (n * 3,) and log[-1] == "end" and len(yields) == n * 3 + 1
    f = plain

# ---- one kind at a time, at sizes around those where registers run short ----
def value(text, **space):
    return eval(text, globals(), space)


for n in (30, 70, 71, 72, 73, 90, 105, 106, 107, 108, 109, 125, 190):
    log.clear()
    assert value("f(" * n + ")" * n) == 0 and log == [0] + [1] * (n - 1)
    expected = 0
    for _ in range(n):
        expected = (2 + expected * 3) % 9973
    assert value("f(1, " * n + ")" * n) == (2 if n == 1 else value("f(1, " * n + ")" * n))
    display = value("[1, 2, " * n + "]" * n)
    for _ in range(n - 1):
        assert display[:2] == [1, 2] and len(display) == 3
        display = display[2]
    assert display == [1, 2]
    display = value("(x, " * n + ")" * n, x=3)
    while len(display) > 1:
        assert display[0] == 3
        display = display[1]
    assert value("{1: " * n + "1" + "}" * n) == eval("{1: " * 20 + "1" + "}" * 20) or n != 20
    assert value("o[1:" * n + "1" + "]" * n) == value("o[1:" * n + "1" + "]" * n)
    assert value("1 - (" * n + "1" + ")" * n) == (n + 1) % 2
    assert value("**".join(["x"] * n * 5), x=1) == 1
    assert value("(lambda x: 1 + " * n + "x" + ")(2)" * n) == n + 2
    assert value("(y := 1 + " * n + "1" + ")" * n) == n + 1
    assert value("1 < (" * n + "0" + ")" * n) is False
    assert value("o.m(1, o.m(2, " * (n // 2) + "0" + "))" * (n // 2)) >= 0
    assert value("f(1, a=" * n + "0" + ")" * n) >= 0
    assert value("f(*[" * (n // 2) + "])" * (n // 2)) == 0
    fields = "{x}a" * n
    assert value("f'" + fields + "{f(f(f(1)))}'", x=3) == "3a" * n + "8"

nested = "[" * 18 + "x0" + "".join(" for x%d in y if f(1)]" % i for i in range(18))
result = value(nested, y=[1])
for _ in range(18):
    (result,) = result
assert result == 1
for n in (20, 50, 90):
    text = "[x0 + x%d%s]" % (n - 1, "".join(" for x%d in y%s" % (i, " if x%d" % i if i % 3 == 0 else "") for i in range(n)))
    assert value(text, y=[2]) == [4]
    space = {}
    exec("async def g(y): return " + text.replace("for x7 ", "async for x7 ").replace("in y if x9", "in y if x9 and await one()"), globals(), space)

# ---- yields and awaits half-way: each frame has its own ----
def depth(n):
    return "f(1, 2, 3, " * n + "(yield 'y'), f(4, (yield 'z'))" + ")" * n


space = {}
exec("def g(a):\n for i in range(2):\n  b = %s\n  yield (a, b)" % depth(80), globals(), space)
runs = [space["g"](i) for i in range(4)]
assert [next(r) for r in runs] == ["y"] * 4
assert [r.send(i) for i, r in enumerate(runs)] == ["z"] * 4
ends = [r.send(5) for r in runs]
assert [e[0] for e in ends] == [0, 1, 2, 3] and len(set([e[1] for e in ends])) == 4
assert [next(r) for r in runs] == ["y"] * 4
try:
    runs[0].throw(KeyError(1))
except KeyError:
    assert runs[1].send(1) == "z" and runs[1].send(5) == ends[1]


class Steps:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Wait(self.n)


class Wait:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield "wait"
        return self.v


def drive(c):
    waits = 0
    while True:
        try:
            c.send(None)
        except StopIteration as e:
            return e.value, waits
        waits += 1


inner = "[x async for x in Steps(%d) if await Wait(x) != 1]"
text = "f(1, 2, " * 70 + "sum(" + inner % 3 + ")" + ")" * 70
exec("async def g(): return %s\nasync def plain(): return sum(%s)" % (text, inner % 3), globals(), space)
log.clear()
expected = 2
for _ in range(70):
    expected = (2 + 2 * 3 + expected * 4) % 9973
assert drive(space["plain"]()) == (2, 6) and drive(space["g"]()) == (expected, 6)


# locals() in there, and the variables of comprehensions
def names(d):
    return sorted((k, d[k]) for k in ("a", "b", "c") if k in d)


exec("def g(a, b):\n return [%s for c in (1, 2)]" % ("h(1, " * 90 + "names(locals()), c, a" + ")" * 90), globals(), space)
h = lambda *args: args[1:] if type(args[1]) is list else args[1]
for i, (seen, c, a) in enumerate(space["g"](3, 4)):
    assert c == i + 1 and a == 3 and seen in ([("a", 3), ("b", 4), ("c", c)], [("a", 3), ("b", 4)])


# recursion: what is kept is each call's own
exec("def g(n):\n return n if n < 2 else %s" % ("t(n, " * 70 + "g(n - 1), g(n - 2)" + ")" * 70), globals(), space)
t = lambda *args: args[1] + (args[2] if len(args) > 2 else args[0] * 0)
space["g"].__globals__["g"] = space["g"]
assert space["g"](6) == 8

# ---- decorators: evaluated first to last, applied last to first ----
def d(i):
    log.append(i)
    return lambda fn: (log.append(-i), fn)[1]


for n in (40, 60, 150, 500):
    log.clear()
    exec("".join("@d(%d)\n" % i for i in range(1, n + 1)) + "def g(): return 7", globals(), space)
    assert space["g"]() == 7 and log == list(range(1, n + 1)) + list(range(-n, 0)), n
    exec("def h():\n" + "".join(" @d(%d)\n" % i for i in range(1, n + 1)) + " class C: x = 8\n return C", globals(), space)
    assert space["h"]().x == 8

# ---- targets and patterns of many parts ----
def raised(fn, *args):
    try:
        fn(*args)
    except Exception as e:
        return type(e).__name__, str(e)


for n in (40, 50, 51, 130, 300, 700):
    targets = ", ".join("a%d" % i for i in range(n))
    for star, items in (("", range(n)), ("*r, ", range(n + 5)), ("b, *r, ", range(n + 1))):
        for where in ("def g(x):\n %s = x\n return %s", "def g(x):\n for %s in [x]: pass\n return %s",
                      "def g(x):\n global G\n %s = x\n G = 1\n return %s"):
            exec(where % (star + targets, "(%sa0, a%d, a%d)" % ("r, " if star else "", n // 2, n - 1)), globals(), space)
            first = len(items) - n
            tail = (first, first + n // 2, first + n - 1)
            rest = list(items[1 if star[:1] == "b" else 0:first])
            assert space["g"](items) == space["g"](list(items)) == ((rest,) + tail if star else tail)
            assert space["g"](tuple(items))[-1] == tail[-1]
    exec("def g(x):\n %s = x" % targets, globals(), space)
    assert raised(space["g"], range(n - 1)) == ("ValueError", "not enough values to unpack (expected %d, got %d)" % (n, n - 1))
    assert raised(space["g"], iter(range(n + 1)))[1][:41] == ("too many values to unpack (expected %d)" % n)[:41]
    assert raised(space["g"], 5) == ("TypeError", "cannot unpack non-iterable int object")
    exec("def g(x):\n *r, %s = x" % targets, globals(), space)
    assert raised(space["g"], [1]) == ("ValueError", "not enough values to unpack (expected at least %d, got 1)" % n)


class Point:
    pass


for n in (5, 31, 33, 60, 130, 300):
    class Many:
        __match_args__ = tuple(["v%d" % i for i in range(n)])

    many = Many()
    for i in range(n):
        setattr(many, "v%d" % i, i)
    captures = ["a%d" % i for i in range(n)]
    result = "[%s]" % ", ".join(captures)
    cases = [
        ("[%s]" % ", ".join(captures), list(range(n)), list(range(n + 1))),
        ("[%s, *_]" % ", ".join(captures), list(range(n + 3)), list(range(n - 1))),
        ("[%s, *r]" % ", ".join(captures) if n < 256 else "[*r, %s]" % ", ".join(captures), list(range(n)), list(range(n - 1))),
        ("[%s]" % ", ".join("[%s, %d]" % (c, i) for i, c in enumerate(captures)), [(i, i) for i in range(n)], [(i, 1) for i in range(n)]),
        ("{%s}" % ", ".join("%d: %s" % (i, c) for i, c in enumerate(captures)), {i: i for i in range(n + 2)}, {1: 2}),
        ("{%s, **r}" % ", ".join("%d: %s" % (i, c) for i, c in enumerate(captures)), {i: i for i in range(n)}, {1: 2}),
        ("Many(%s)" % ", ".join(captures), many, 1),
        ("Many(%s)" % ", ".join("v%d=%s" % (i, c) for i, c in enumerate(captures)), many, Point()),
        ("[0, %s] | [%s, 1]" % (", ".join(captures), ", ".join(reversed(captures))), [0] + list(range(n)), [5] * (n + 1)),
    ]
    for pattern, good, bad in cases:
        exec("def g(x):\n match x:\n  case %s: return %s\n  case y: return y" % (pattern, result), globals(), space)
        assert space["g"](good) == list(range(n)), pattern
        assert space["g"](bad) is bad
    assert space["g"](list(range(n - 1, -1, -1)) + [1]) == list(range(n))
depth = 60
exec("def g(x):\n match x:\n  case %s: return a, b0, b%d" % ("[b0, " + "".join("[b%d, " % i for i in range(1, depth)) + "a" + "]" * depth, depth - 1),
     globals(), space)
x = "end"
for i in reversed(range(depth)):
    x = [i, x]
assert space["g"](x) == ("end", 0, depth - 1)
