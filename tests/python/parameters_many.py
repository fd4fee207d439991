# needs: large_functions methods messages
# Functions of more parameters than there are registers.


def names(n, prefix="a"):
    return [f"{prefix}{i}" for i in range(n)]


def define(source):
    space = {}
    exec(source, space)
    return space["f"]


def error(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except TypeError as e:
        return str(e)


for n in 200, 201, 220, 221, 255, 256, 257, 1000:
    body = f"return a0, a1, a{n // 2}, a{n - 1}"
    expected = 0, 1, n // 2, n - 1
    f = define(f"def f({', '.join(names(n))}): {body}")
    assert f(*range(n)) == expected
    assert f(**dict(zip(names(n), range(n)))) == expected
    assert f(0, 1, **dict(zip(names(n)[2:], range(2, n)))) == expected
    assert error(f, *range(n - 1)) == f"f() missing 1 required positional argument: 'a{n - 1}'"
    assert error(f, *range(n - 2)) == f"f() missing 2 required positional arguments: 'a{n - 2}' and 'a{n - 1}'"
    assert error(f, *range(n + 1)) == f"f() takes {n} positional arguments but {n + 1} were given"
    assert error(f, *range(n), a5=1) == "f() got multiple values for argument 'a5'"
    assert error(f, *range(n), zz=1) == "f() got an unexpected keyword argument 'zz'"
    assert f.__code__.co_argcount == f.__code__.co_nlocals == n and f.__code__.co_varnames == tuple(names(n))
    assert f.__code__.co_kwonlyargcount == f.__code__.co_posonlyargcount == 0 and f.__code__.co_flags & 12 == 0

    f = define(f"f = lambda {', '.join(f'{a}={i}' for i, a in enumerate(names(n)))}: (a0, a1, a{n // 2}, a{n - 1})")
    assert f() == expected and f(7) == (7,) + expected[1:] and len(f.__defaults__) == n
    assert f(a1=8) == (0, 8, n // 2, n - 1)
    assert error(f, *range(n + 1)) == f"<lambda>() takes from 0 to {n} positional arguments but {n + 1} were given"

    f = define(f"def f(*, {', '.join(names(n))}): {body}")
    assert f(**dict(zip(names(n), range(n)))) == expected
    assert error(f, **dict(zip(names(n - 1), range(n)))) == f"f() missing 1 required keyword-only argument: 'a{n - 1}'"
    assert error(f, 1) == "f() takes 0 positional arguments but 1 was given"
    assert f.__code__.co_argcount == 0 and f.__code__.co_kwonlyargcount == n

    f = define(f"def f(*, {', '.join(f'{a}={i}' for i, a in enumerate(names(n)))}): {body}")
    assert f() == expected and f(a1=-1)[1] == -1 and len(f.__kwdefaults__) == n

    half = names(n)
    f = define(f"def f({', '.join(half[:50])}, /, {', '.join(half[50:100])}, *rest, {', '.join(half[100:])}, **more): "
               f"{body}, rest, more, len(locals())")
    keywords = dict(zip(half[100:], range(100, n)))
    assert f(*range(100), **keywords) == expected + ((), {}, n + 2)
    assert f(*range(103), **keywords, x=1, a3=4) == expected + ((100, 101, 102), {"x": 1, "a3": 4}, n + 2)
    c = f.__code__
    assert (c.co_posonlyargcount, c.co_argcount, c.co_kwonlyargcount, c.co_flags & 12) == (50, 100, n - 100, 12)
    assert c.co_varnames == tuple(half) + ("rest", "more")

    f = define(f"def f({', '.join(half[:3])}, /, {', '.join(half[3:])}): {body}")
    assert error(f, a0=1, a2=1) == "f() got some positional-only arguments passed as keyword arguments: 'a0, a2'"

# What a variable is used for: stored, deleted, captured, among very many other variables.
n = 300
f = define(f"""
def f({', '.join(names(n))}):
    a0 += a299
    {'; '.join(f'v{i} = a{i} + 1' for i in range(n))}
    def inner(): return a1 + a298 + v299
    def change():
        nonlocal a2, a297
        a2, a297 = a297, a2
    change()
    del a3
    try:
        a3
    except UnboundLocalError as e:
        text = str(e)
    del v298
    try:
        v298
    except UnboundLocalError as e:
        text += str(e)
    return a0, inner(), a2, a297, text, [a5 for a5 in (1, 2)], a5, sum(a7 + i for i in range(3)), v0, locals()
""")
result = f(*range(n))
assert result[:4] == (299, 1 + 298 + 300, 297, 2)
assert result[4] == ("cannot access local variable 'a3' where it is not associated with a value"
                     "cannot access local variable 'v298' where it is not associated with a value")
assert result[5:9] == ([1, 2], 5, 24, 300)
found = result[9]
assert len(found) == 2 * n + 1 and "a3" not in found and found["a298"] == 298 and found["v299"] == 300 and found["a297"] == 2
code = f.__code__
assert code.co_varnames[:n] == tuple(names(n)) and set(code.co_varnames) >= {"v297", "v298", "text"}
assert set(code.co_cellvars) == {"a1", "a298", "a2", "a297", "a7", "v299"}, code.co_cellvars

# generators, methods
f = define(f"def f({', '.join(names(n))}):\n  yield a299\n  a0 = yield a0\n  yield a0")
g = f(*range(n))
assert next(g) == 299 and next(g) == 0 and g.send(8) == 8
assert error(f, 1).startswith("f() missing 299 required positional arguments: 'a1', 'a2', ")

space = {}
exec(f"""
class A:
    def __init__(self, {', '.join(names(n))}): self.sum = a0 + a299
    def m(self, *args): return args
class B(A):
    def __init__(self, {', '.join(names(n))}):
        super().__init__({', '.join(names(n))})
        self.own = super
    def m(self, {', '.join(names(n))}):
        s = super()
        return super().m(a0), s.m(a299), __class__
""", space)
b = space["B"](*range(n))
assert b.sum == 299 and b.m(*range(n)) == ((0,), (299,), space["B"])

# Variables that are too many: all are seen.
f = define("def f():\n" + "".join(f"  v{i} = {i}\n" for i in range(300)) + "  def g(): return v250\n  v250 = -1\n  return locals()")
found = f()
assert [found[f"v{i}"] for i in range(300)] == [*range(250), -1, *range(251, 300)] and "g" in found
assert len(f.__code__.co_varnames) == 300 and f.__code__.co_cellvars == ("v250",) and f.__code__.co_nlocals == 300
assert len(f.__code__.replace(co_name="h").co_varnames) == 300
