# Who binds which name: locals, cells, closures, classes, comprehensions, global and nonlocal.
# needs: sets


def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return str(e)
    raise AssertionError("no " + kind.__name__)


# Unbound locals
def early():
    x
    x = 1


assert raises(UnboundLocalError, early) == "cannot access local variable 'x' where it is not associated with a value"


def maybe(flag):
    if flag:
        y = 1
    return y


assert maybe(True) == 1
assert "'y'" in raises(UnboundLocalError, maybe, False)


def deleted(again):
    z = 1
    for i in range(2):
        if i or not again:
            z
        if again:
            del z
    return z


assert deleted(False) == 1
assert "'z'" in raises(UnboundLocalError, deleted, True)


def delete_twice():
    q = 1
    del q
    del q


assert "'q'" in raises(UnboundLocalError, delete_twice)


def loop_variable(items):
    for item in items:
        pass
    return item


assert loop_variable([1, 2]) == 2
assert "'item'" in raises(UnboundLocalError, loop_variable, [])


def handler_name():
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = type(e)
    try:
        e
    except UnboundLocalError:
        return saved


assert handler_name() is ZeroDivisionError


def with_else(n):
    while n:
        n -= 1
        found = n
        if n == 3:
            break
    else:
        found = "none"
    return found


assert with_else(5) == 3 and with_else(2) == "none"


# Closures
def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return step, get


step, get = counter()
step(), step(5)
assert get() == 6
step2, get2 = counter()
assert get2() == 0 and step2() == 1 and get() == 6


def late():
    def inner():
        return value

    first = raises(NameError, inner)
    value = 7
    return first, inner()


message, result = late()
assert result == 7 and "value" in message


def param_cell(a, b=2, *args, c=3, **kw):
    def inner():
        return a, b, args, c, kw

    a += 1
    return inner


assert param_cell(1)() == (2, 2, (), 3, {})
assert param_cell(1, 5, 6, c=7, d=8)() == (2, 5, (6,), 7, {"d": 8})


def deep(x):
    def one():
        def two():
            def three():
                nonlocal x
                x += 1
                return x

            return three

        return two

    return one()()


three = deep(10)
assert three() == 11 and three() == 12


def loop_closures():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs]


assert loop_closures() == [2, 2, 2]


def del_cell():
    x = 1

    def inner():
        return x

    del x
    return inner


assert "x" in raises(NameError, del_cell())

# Global
G = 1


def set_global(v):
    global G, H
    G = H = v


set_global(9)
assert G == 9 and H == 9


def del_global():
    global H
    del H


del_global()
assert "'H' is not defined" in raises(NameError, lambda: H)
assert "'H' is not defined" in raises(NameError, del_global)


def outer_global():
    global G

    def inner():
        return G

    return inner()


assert outer_global() == 9


def shadow():
    len = 3
    return len


assert shadow() == 3 and len([1]) == 1


# Classes
x = "global x"


class Names:
    x = "class x"
    y = x

    def get(self):
        return x

    listed = [x for _ in range(1)]
    gen = list(x for i in range(2))
    first = [i for i in x]


assert Names.y == "class x" and Names().get() == "global x"
assert Names.listed == ["global x"] and Names.gen == ["global x"] * 2 and Names.first == list("class x")


def class_closure(v):
    class C:
        w = v
        v = "inner"

        def get(self):
            return v

    return C


try:
    class_closure(5)
except NameError as e:
    assert "'v'" in str(e)


def class_free(v):
    class C:
        w = v

        def get(self):
            return v, __class__

    return C


C = class_free(5)
assert C.w == 5 and C().get() == (5, C)


def class_nonlocal():
    n = 1

    class C:
        nonlocal n
        n = 2

    return n


assert class_nonlocal() == 2


class Base:
    def who(self):
        return "base"

    value = 5


class Derived(Base):
    def who(self):
        return "derived " + super().who()

    def lazy(self):
        return [super(Derived, self).who() for _ in range(1)][0]

    def listed(self):
        return [super().who() for _ in range(2)]

    def attribute(self):
        s = super()
        return s.value + super().value

    def captured(self):
        f = lambda: self
        return super().who(), f() is self

    @classmethod
    def make(cls):
        return super().__new__(cls)

    def cls(self):
        return __class__


d = Derived()
assert d.who() == "derived base" and d.lazy() == "base" and d.attribute() == 10
assert d.captured() == ("base", True) and type(Derived.make()) is Derived and d.cls() is Derived


class Outer:
    class Inner:
        def f(self):
            return __class__

    def g(self):
        return __class__

    def h(self):
        def i():
            return __class__

        return i()


assert Outer.Inner().f() is Outer.Inner and Outer().g() is Outer and Outer().h() is Outer
assert Outer.Inner.__qualname__ == "Outer.Inner" and Outer.Inner.f.__qualname__ == "Outer.Inner.f"
assert loop_closures.__qualname__ == "loop_closures" and step.__qualname__ == "counter.<locals>.step"
assert Outer.__module__ == __name__


# Comprehensions
def comp(x):
    a = [x for x in range(3)]
    b = {x: y for x in "ab" for y in range(2)}
    c = {x + 1 for x in (1, 1, 2)}
    d = [(i, j) for i in range(3) if i for j in range(i) if j < 5]
    return x, a, b, c, d


assert comp("kept") == ("kept", [0, 1, 2], {"a": 1, "b": 1}, {2, 3}, [(1, 0), (2, 0), (2, 1)])
x = "global x"
assert [x for x in "ab"] == ["a", "b"] and x == "global x"
fs = [lambda: i for i in range(3)]
assert [f() for f in fs] == [2, 2, 2]


def fresh():
    return [[lambda: (i, j) for j in range(2)] for i in range(2)]


assert [f() for f in fresh()[0]][0][1] == 1


def early_comp():
    return [a for b in [1] for a in a]


assert raises(NameError, early_comp)


# exec and eval see their own names
space = {}
exec("a = 1\ndef f(): return a\nb = [a for _ in range(2)]\nclass K:\n    c = a\n", space)
assert space["f"]() == 1 and space["b"] == [1, 1] and space["K"].c == 1
local = {}
exec("t = 1\nt += 1\ndel t\nu = [v for v in range(3)]\nglobal gg\ngg = 5", space, local)
assert local == {"u": [0, 1, 2]} and space["gg"] == 5
assert eval("a + z", space, {"z": 5}) == 6
assert raises(NameError, eval, "nothing_here", {}) == "name 'nothing_here' is not defined"


def locals_of(a, b=2):
    c = a + b
    return locals()


assert locals_of(1) == {"a": 1, "b": 2, "c": 3}

# Many constants
source = "[" + ", ".join(f"'s{i}'" for i in range(5000)) + "]"
assert eval(source) == [f"s{i}" for i in range(5000)]
source = "k = (" + ", ".join(f"x{i}" for i in range(300)) + ",)"
local = {f"x{i}": i for i in range(300)}
exec(source, {}, local)
assert local["k"] == tuple(range(300))
