# needs: methods
# Descriptors: functions, staticmethod, classmethod, and those written in Python.


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.owner, self.name = owner, name

    def __get__(self, o, cls=None):
        if o is None:
            return self
        return o.__dict__.get(self.name, "unset")

    def __set__(self, o, v):
        if not isinstance(v, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        o.__dict__[self.name] = v

    def __delete__(self, o):
        del o.__dict__[self.name]


class Person:
    name = Typed(str)
    age = Typed(int)


p = Person()
assert p.name == "unset" and Person.name.owner is Person and Person.age.name == "age"
p.name = "Ann"
p.age = 3
assert p.name == "Ann" and p.__dict__ == {"name": "Ann", "age": 3}
try:
    p.age = "x"
    assert False
except TypeError as e:
    assert str(e) == "age must be int"
del p.name
assert p.name == "unset"
p.__dict__["age"] = 4  # a data descriptor goes first, and reads it here
assert p.age == 4


class NonData:
    calls = 0

    def __get__(self, o, cls):
        NonData.calls += 1
        return 42 if o is not None else cls


class Lazy:
    v = NonData()


z = Lazy()
assert z.v == 42 and Lazy.v is Lazy and NonData.calls == 2
z.v = 1
assert z.v == 1 and NonData.calls == 2  # the instance's own goes first
del z.v
assert z.v == 42


class GetOnlyProperty:
    def __get__(self, o, cls):
        return "got"

    def __set__(self, o, v):
        raise AttributeError("read-only")


class G:
    x = GetOnlyProperty()


g = G()
g.__dict__["x"] = 5
assert g.x == "got"
try:
    g.x = 1
    assert False
except AttributeError as e:
    assert str(e) == "read-only"


class SetOnly:
    def __set__(self, o, v):
        o.__dict__["s"] = v * 2


class S:
    s = SetOnly()


s = S()
assert isinstance(s.s, SetOnly)
s.s = 4
assert s.s == 8

# Functions are descriptors


def f(self, x=1):
    return (self, x)


bound = f.__get__(5)
assert bound(2) == (5, 2) and bound.__self__ == 5 and bound.__func__ is f and bound.__name__ == "f"


class K:
    method = f

    @staticmethod
    def st(a):
        return a

    @classmethod
    def cl(cls, a):
        return (cls, a)


k = K()
assert k.method() == (k, 1) and K.method(3) == (3, 1) and k.method == k.method and k.method is not k.method
assert hash(k.method) == hash(k.method) and k.method.__func__ is f and K.method is f
assert k.st(1) == K.st(1) == 1 and k.cl(2) == K.cl(2) == (K, 2) and K.cl.__self__ is K
assert isinstance(K.__dict__["st"], staticmethod) and K.__dict__["cl"].__func__.__name__ == "cl"
assert staticmethod(len)("abc") == 3 and K.__dict__["st"].__name__ == "st" and K.__dict__["st"].__wrapped__ is K.st


class Sub(K):
    pass


assert Sub.cl(1) == (Sub, 1) and Sub().cl(1) == (Sub, 1)
assert {k.method: 1}[k.method] == 1 and repr(k.method).startswith("<bound method f of <")

# A callable that is no function does not bind


class Callable:
    def __call__(self, *args):
        return args


class H:
    c = Callable()
    n = len


assert H().c(1) == (1,) and H().n("ab") == 2


# Descriptors on the metaclass
class M(type):
    @property
    def title(cls):
        return cls.__name__.upper()

    def meth(cls):
        return cls


class N(metaclass=M):
    pass


assert N.title == "N" and N.meth() is N and not hasattr(N(), "title") and not hasattr(N(), "meth")

# __get__ that raises AttributeError


class Raises:
    def __get__(self, o, cls):
        raise AttributeError("inner")


class R:
    a = Raises()
    b = Raises()

    def __getattr__(self, name):
        return "fallback " + name


assert R().a == "fallback a" and getattr(R(), "b") == "fallback b"


class R2:
    a = Raises()


assert not hasattr(R2(), "a") and getattr(R2(), "a", 5) == 5
try:
    R2().a
    assert False
except AttributeError as e:
    assert str(e) == "inner"

# functions' attributes


def func(a, b=2, *args, c, d=4, **kw) -> int:
    "Doc."
    return a


assert func.__name__ == "func" and func.__doc__ in ("Doc.", None) and func.__defaults__ == (2,) and func.__kwdefaults__ == {"d": 4}
assert func.__module__ == __name__ and func.__qualname__ == "func" and func.__globals__ is globals()
func.attr = 1
assert func.attr == 1 and func.__dict__ == {"attr": 1}
del func.attr
assert not hasattr(func, "attr")
func.__name__ = "other"
assert func.__name__ == "other"
func.__defaults__ = (7,)
func.__doc__ = None
assert func.__doc__ is None and func.__annotations__ in ({"return": int}, {}) and func.__closure__ is None
assert func.__code__.co_name == "func"


def outer():
    v = 5

    def inner():
        return v
    return inner


assert outer().__closure__[0].cell_contents == 5 and outer().__qualname__ == "outer.<locals>.inner"
try:
    func.nope
    assert False
except AttributeError as e:
    assert str(e) == "'function' object has no attribute 'nope'"


class Partial:
    def __call__(self, *args):
        return args


class WithPartial:
    c = classmethod(Partial())
    s = staticmethod(Partial())


assert WithPartial.c(1) == (WithPartial, 1) and WithPartial().c(2) == (WithPartial, 2) and WithPartial().s(3) == (3,)
print("ok")
