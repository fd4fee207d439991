# needs: type_params
# Metaclasses.


class Meta(type):
    made = []

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns))
        cls.kw = kw
        mcs.made.append(name)
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.inited = True

    def __call__(cls, *args, **kw):
        o = super().__call__(*args, **kw)
        o.called = True
        return o

    def __len__(cls): return 3
    def __iter__(cls): return iter([1, 2, 3])
    def __getitem__(cls, i): return i * 2
    def __contains__(cls, x): return x == 5
    def __repr__(cls): return f"<{cls.__name__}!>"
    def __getattr__(cls, name): return "meta " + name
    def __add__(cls, o): return ("added", o)
    def __bool__(cls): return False
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 77
    def __instancecheck__(cls, o): return o == "instance" or super().__instancecheck__(o)
    def __subclasscheck__(cls, o): return o is int or super().__subclasscheck__(o)


class A(metaclass=Meta, flag=1):
    def __init__(self, x=0):
        self.x = x


class B(A):
    def who(self):
        return __class__, super().__init__


assert type(A) is Meta and type(B) is Meta and A.prepared and A.kw == {"flag": 1} and B.inited and Meta.made == ["A", "B"]
assert A(4).x == 4 and A(5).called and B(1).called
assert len(A) == 3 and list(A) == [1, 2, 3] and A[4] == 8 and 5 in A and 6 not in A and repr(A) == "<A!>" and A + 1 == ("added", 1)
assert A.unknown == "meta unknown" and not A and hash(A) == 77 and A == A and A != B and {A: 1}[A] == 1
assert isinstance("instance", A) and isinstance(A(), A) and not isinstance(3, A) and issubclass(int, A) and issubclass(B, A)
assert B().who()[0] is B and str(A) == "<A!>" and f"{A}" == "<A!>"
A.new = 1
assert B.new == 1
assert isinstance(A, Meta) and issubclass(Meta, type)
try:
    class C1(A, metaclass=type("Other", (type,), {})):
        pass
    assert False
except TypeError as e:
    assert str(e).startswith("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass")


# Any callable can be a metaclass.
def make(name, bases, ns):
    return (name, bases, sorted(k for k in ns if not k.startswith("__")))


class D(metaclass=make):
    x = 1
    y = 2


assert D == ("D", (), ["x", "y"])


# Namespaces that are not plain dicts.
class Log(dict):
    def __init__(self):
        super().__init__()
        self.log = []

    def __setitem__(self, k, v):
        self.log.append(k)
        super().__setitem__(k, v)


class LogMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Log()

    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        cls.order = [k for k in ns.log if not k.startswith("__")]
        return cls


class E(metaclass=LogMeta):
    b = 1
    a = 2
    b = 3

    def f(self):
        return self.a + self.b


assert E.order == ["b", "a", "b", "f"] and E().f() == 5


# Metaclass with attributes and a registry; a property on it.
class Registry(type):
    classes = {}

    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        Registry.classes[name] = cls

    @property
    def size(cls):
        return len(Registry.classes)


class R1(metaclass=Registry):
    pass


class R2(R1):
    pass


assert R1.size == 2 and Registry.classes == {"R1": R1, "R2": R2}


# __mro_entries__, __set_name__ errors, class keyword arguments
class Entry:
    def __mro_entries__(self, bases):
        return (A, )


class F(Entry()):
    pass


assert issubclass(F, A) and len(F.__orig_bases__) == 1
try:
    class G(5):
        pass
    assert False
except TypeError as e:
    pass
ns = {}
H = type("H", (A,), ns) if False else Meta("H", (A,), ns)
H.z = 1
assert "z" not in ns and H.z == 1
assert type(type) is type and isinstance(type, object) and isinstance(object, type) and issubclass(type, object)
assert type.__call__(A, 9).x == 9

# Generic classes of PEP 695, aliases


class Box[T]:
    def __init__(self, v: T):
        self.v = v


assert Box[int](5).v == 5 and Box.__type_params__[0].__name__ == "T" and Box[int].__origin__ is Box
assert repr(list[int]) == "list[int]" and list[int].__args__ == (int,) and list[int] == list[int] and list[int]() == []
assert repr(dict[str, list[int]]) == "dict[str, list[int]]" and hash(list[int]) == hash(list[int])
u = int | str | None
assert isinstance(3, u) and isinstance(None, u) and not isinstance(1.5, u) and repr(u) == "int | str | None"
assert u == (None | int | str) and issubclass(bool, int | str) and (int | int) is int
type Alias[T] = list[T]
assert Alias.__name__ == "Alias" and repr(Alias.__value__).startswith("list[")


def ident[T: int](x: T) -> T:
    return x


assert ident(3) == 3 and ident.__type_params__[0].__bound__ is int
print("ok")


# type(), and each metaclass, hands over to the most derived metaclass of the bases
made = []


class First(type):
    def __new__(meta, name, bases, ns, *, a=1, **kw):
        made.append(("new", meta.__name__, name, a))
        return super().__new__(meta, name, bases, ns, **kw)

    def __init__(cls, name, bases, ns, **kw):
        made.append(("init", name, kw))


class Second(First):
    def __init__(cls, name, bases, ns, b=2):
        made.append(("second", name, b))


class F(metaclass=First):
    pass


class S(F, metaclass=Second):
    pass


made.clear()
assert type(type("T", (F,), {}, a=5)) is First and type(type("T", (S,), {})) is Second and type(First("U", (S,), {})) is Second
assert made == [("new", "First", "T", 5), ("init", "T", {"a": 5}), ("new", "Second", "T", 1), ("second", "T", 2),
                ("new", "First", "U", 1), ("new", "Second", "U", 1), ("second", "U", 2)], made
made.clear()
assert type(type.__new__(type, "V", (S,), {})) is Second and made == [("new", "Second", "V", 1)]
