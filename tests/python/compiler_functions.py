# needs: deep docstrings annotations
# Functions, calls, classes, annotations, type parameters.
log = []


def note(x):
    log.append(x)
    return x


def taken():
    global log
    out, log = log, []
    return out


# Calls: order of evaluation, every kind of argument
def show(*args, **kw):
    return args, kw


assert show(note(1), *[note(2), 3], k=note(4), **{"z": note(5)}) == ((1, 2, 3), {"k": 4, "z": 5})
assert taken() == [1, 2, 4, 5]
assert show(k=note(1), *[note(2)]) == ((2,), {"k": 1}) and taken() == [2, 1]
assert show(**{"a": 1}, b=2, **{"c": 3}) == ((), {"a": 1, "b": 2, "c": 3})
try:
    show(**{"a": 1}, a=2)
except TypeError as e:
    assert "multiple values for keyword argument 'a'" in str(e), e
try:
    show(**{1: 2})
except TypeError as e:
    assert "keywords must be strings" in str(e), e
try:
    show(*5)
except TypeError as e:
    assert "must be an iterable, not int" in str(e), e
assert eval("show(" + ",".join(map(str, range(500))) + ")")[0] == tuple(range(500))
assert eval("show(" + ",".join(f"k{i}={i}" for i in range(200)) + ")")[1]["k199"] == 199
assert eval("show(" + "show(" * 30 + ")" * 31) != 0


class Methods:
    def m(self, *args, **kw):
        return args, kw

    @staticmethod
    def s(a, b=2):
        return a, b

    @classmethod
    def c(cls, a):
        return cls, a

    attribute = show
    builtin = len


o = Methods()
assert o.m(1, 2) == ((1, 2), {}) and o.m(1, k=2) == ((1,), {"k": 2}) and o.m(*[1], **{"k": 2}) == ((1,), {"k": 2})
assert o.s(1) == (1, 2) and o.c(1) == (Methods, 1) and Methods.s(1, b=3) == (1, 3) and Methods.m(o, 3) == ((3,), {})
assert o.attribute(1) == ((o, 1), {}) and o.builtin([1, 2]) == 2
o.f = lambda *a: a
assert o.f(1, 2) == (1, 2) and "a,b".split(",") == ["a", "b"] and "{x}".format(x=1) == "1"


# Defaults and decorators
def defaults(a, b=note("b"), /, c=note("c"), *, d, e=note("e")):
    return a, b, c, d, e


assert taken() == ["b", "c", "e"]
assert defaults(1, d=4) == (1, "b", "c", 4, "e") and defaults.__defaults__ == ("b", "c")
assert defaults.__kwdefaults__ == {"e": "e"}


def decorator(name):
    note("made " + name)

    def apply(f):
        note("applied " + name)
        return f

    return apply


@decorator("one")
@(lambda f: f)
@[decorator("two")][0]
def decorated():
    "The docstring."
    return 5


assert taken() == ["made one", "made two", "applied two", "applied one"]
assert decorated() == 5 and decorated.__doc__ == "The docstring." and decorated.__name__ == "decorated"


def local_decorated():
    @decorator("local")
    def f(x=note("default")):
        return x

    @decorator("class")
    class C:
        pass

    return f(), C.__qualname__


assert local_decorated() == ("default", "local_decorated.<locals>.C")
assert taken() == ["made local", "default", "applied local", "made class", "applied class"]
assert (lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, x=4) == (1, (2,), 3, {"x": 4})


# Generators
def gen(n):
    got = yield n
    while got:
        got = yield got * 2
    return "end"


def delegate():
    result = yield from gen(5)
    yield result
    yield (yield from [1, 2])


g = delegate()
assert [next(g), g.send(3), g.send(4), g.send(None), next(g), next(g), next(g)] == [5, 6, 8, "end", 1, 2, None]


def closing():
    try:
        yield 1
    except ValueError as e:
        yield "caught"
    finally:
        note("closed")


def outer_closing():
    yield from closing()
    yield "after"


g = outer_closing()
assert next(g) == 1 and g.throw(ValueError) == "caught" and next(g) == "after" and taken() == ["closed"]
g = outer_closing()
next(g)
g.close()
assert taken() == ["closed"]
assert list(x * y for x in range(3) if x for y in range(2)) == [0, 1, 0, 2]
assert sum(i for i in range(10)) == 45


# Coroutines
def run(c):
    try:
        while True:
            note(c.send(None))
    except StopIteration as e:
        return e.value


class Awaitable:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return self.v * 2


async def agen(n):
    for i in range(n):
        x = await Awaitable(i)
        yield x


class AsyncManager:
    async def __aenter__(self):
        await Awaitable("enter")
        return self

    async def __aexit__(self, *args):
        await Awaitable("exit")
        return True


async def main():
    out = [x async for x in agen(3)]
    out += [await Awaitable(y) for y in (7, 8) if await Awaitable(y) > 15]
    async for v in agen(5):
        if v == 2:
            continue
        if v == 6:
            break
        out.append(v)
    else:
        out.append("else")
    async for v in agen(1):
        pass
    else:
        out.append("else")
    async with AsyncManager() as m, AsyncManager():
        out.append("in")
        raise ValueError
    out.append({k: v async for k in agen(2) for v in [k]})
    out.append([[y async for y in agen(2)] for x in range(2)])
    return out


result = run(main())
assert result == [0, 2, 4, 16, 0, 4, "else", "in", {0: 0, 2: 2}, [[0, 2], [0, 2]]], result
assert taken() == [0, 1, 2, 7, 8, 8, 0, 1, 2, 3, 0, "enter", "enter", "exit", "exit", 0, 1, 0, 1, 0, 1]


async def async_returns():
    async with AsyncManager():
        try:
            return await Awaitable(1)
        finally:
            await Awaitable("finally")


assert run(async_returns()) == 2 and taken() == ["enter", 1, "finally", "exit"]


# Classes
class Meta(type):
    def __new__(meta, name, bases, space, **kw):
        note((name, kw))
        return super().__new__(meta, name, bases, space)

    def __init__(cls, *args, **kw):
        super().__init__(*args)

    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return {"prepared": name}


class WithMeta(metaclass=Meta, option=note(1)):
    "doc"
    seen = prepared
    for i in range(3):
        if i == 1:
            continue
        last = i
    del i


assert taken() == [1, ("WithMeta", {"option": 1})] and WithMeta.seen == "WithMeta" and WithMeta.last == 2
assert WithMeta.__doc__ == "doc" and not hasattr(WithMeta, "i") and type(WithMeta) is Meta
bases = (Methods,)


class Starred(*bases, **{}):
    x: int = 5
    y: "text"
    (z): int = 6

    def method(self, a: int, *args: str, k: float = 1.0, **kw) -> None:
        pass


taken()
assert Starred().s(1) == (1, 2) and Starred.__annotations__ == {"x": int, "y": "text"}
assert Starred.method.__annotations__ == {"a": int, "args": str, "k": float, "return": None}


def annotations_local():
    x: undefined_name = 1
    y: undefined_name
    return x


assert annotations_local() == 1


# Type parameters
def generic[T, *Ts, **P](x: T, y: int = 2) -> T:
    return x, y


assert generic(1) == (1, 2) and [p.__name__ for p in generic.__type_params__] == ["T", "Ts", "P"]
assert generic.__name__ == "generic" and generic.__annotations__["x"] is generic.__type_params__[0]


class Generic[T: int, U: (int, str)]:
    item = 1

    def get[V](self, x: T, y: V) -> item:
        return __class__

    def first(self):
        return T


assert Generic.__type_params__[0].__name__ == "T" and Generic().get(1, 2) is Generic
assert Generic().first() is Generic.__type_params__[0] and Generic.__type_params__[0].__bound__ is int
assert Generic.__type_params__[1].__constraints__ == (int, str)
assert Generic.get.__annotations__["return"] == 1
type Alias = int | Later
type List[T] = list[T]
assert Alias.__name__ == "Alias" and List.__type_params__[0].__name__ == "T"
Later = str
assert Alias.__value__ == int | str

# Formatted strings
name, width, value = "n", 8, 3.14159
assert f"{name}" == "n" and f"" == "" and f"x" "y" f"{1}" == "xy1"
assert f"{value:{width}.{1 + 1}f}|{name!r:>5}|{name=}|{{}}" == "    3.14|  'n'|name='n'|{}"
assert f"{'nested ' + f'{name}'}" == "nested n" and f"{1,}" == "(1,)"
assert eval("f'" + "{name}" * 100 + "'") == "n" * 100

# Displays
a, b = [1, 2], {"k": 1}
assert [*a, 3, *a] == [1, 2, 3, 1, 2] and (*a, 3) == (1, 2, 3) and {*a, 2} == {1, 2} and {**b, "z": 2, **{"k": 3}} == {"k": 3, "z": 2}
assert (0, *a)[1:] == (1, 2) and [1, 2, 3, 4][1:-1] == [2, 3] and "abcdef"[::2] == "ace" and [1, 2, 3][-1] == 3
big = eval("[" + "note(1)," * 100 + "*a]")
assert len(big) == 102 and len(eval("{" + ",".join(f"{i}: note({i})" for i in range(300)) + "}")) == 300
assert len(eval("{" + ",".join(f"{i} + 0" for i in range(300)) + "}")) == 300
taken()

# Assignments
x, y = 1, 2
x, y = y, x
assert (x, y) == (2, 1)


def swaps(a, b, c):
    a, b = b, a
    a, b, c = c, a, b
    b, a = a, b + c
    a = b = c, a
    return a, b, c


assert swaps(1, 2, 3) == ((1, 3), (1, 3), 1), swaps(1, 2, 3)


def unpack(t):
    a, (b, *c), d = t
    *e, f = c
    [g, h] = a, b
    i, = e
    return a, b, c, d, e, f, g, h, i


assert unpack((1, (2, 3, 4), 5)) == (1, 2, [3, 4], 5, [3], 4, 1, 2, 3)
d = {}
d[note("k")], d["z"] = note(1), note(2)
assert taken() == [1, 2, "k"] and d == {"k": 1, "z": 2}
d[note("k")] += note(5)
assert taken() == ["k", 5] and d["k"] == 6
i = 0
l = [5, 6]
i, l[i] = 1, 9
assert l == [5, 9]


class Aug:
    def __init__(self):
        self.v = [1]

    def __iadd__(self, other):
        note(other)
        return self


o = Aug()
before = o.v
o.v += [2]
o.v *= 2
assert before is o.v and o.v == [1, 2, 1, 2]
o += 5
assert taken() == [5]
x = 7
x //= 2
x **= 3
x %= 10
x <<= 2
x |= 3
x ^= 1
x &= 0xFE
x >>= 1
x -= 200
x /= 2
assert x == -92.5

# Constants stay apart
assert [repr(x) for x in (1, 1.0, True, 0.0, -0.0, 0, False, 1j, "1", b"1")] == ["1", "1.0", "True", "0.0", "-0.0", "0", "False", "1j", "'1'", "b'1'"]
assert repr((0.0, -0.0, (0,), (0.0,), (False,))) == "(0.0, -0.0, (0,), (0.0,), (False,))"
assert 2 ** 10 * 3 - -5 == 3077 and "ab" * 3 + "c" == "abababc" and (1, 2) + (3,) == (1, 2, 3) and not 0 and ~5 == -6
assert 1 in [1, 2] and 3 not in {1, 2} and "x" in ("x", "y")
try:
    1 / 0
    assert 0
except ZeroDivisionError:
    pass
assert (lambda: 10 ** 30 // 3)() == 333333333333333333333333333333
