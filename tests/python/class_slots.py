# needs: methods messages slots
# __slots__: what they allow, how they show, inheritance, conflicts; __class__ and __bases__ changed.


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b, (a, b)


class S:
    __slots__ = ("a", "b")


s = S()
same(fails(AttributeError, lambda: s.a), "'S' object has no attribute 'a'")
s.a = 1
same(s.a, 1)
del s.a
same(fails(AttributeError, lambda: s.a), "'S' object has no attribute 'a'")
assert fails(AttributeError, delattr, s, "a")
same(fails(AttributeError, setattr, s, "x", 1),
     "'S' object has no attribute 'x' and no __dict__ for setting new attributes")
same(fails(AttributeError, delattr, s, "x"), "'S' object has no attribute 'x' and no __dict__ for setting new attributes")
same(fails(AttributeError, lambda: s.x), "'S' object has no attribute 'x'")
same(fails(AttributeError, lambda: s.__dict__), "'S' object has no attribute '__dict__'")
assert not hasattr(s, "__dict__")
same(fails(TypeError, vars, s), "vars() argument must have __dict__ attribute")

# ---- the descriptors ----
same(type(S.a).__name__, "member_descriptor")
same(repr(S.a), "<member 'a' of 'S' objects>")
same(S.a.__name__, "a")
assert S.a.__objclass__ is S
same(S.a.__qualname__, "S.a")
assert S.a.__get__(None, S) is S.a
s.a = 5
same(S.a.__get__(s), 5)
same(S.a.__get__(s, S), 5)
S.a.__set__(s, 6)
same(s.a, 6)
S.a.__delete__(s)
assert not hasattr(s, "a")
same(fails(TypeError, S.a.__get__, 5, int), "descriptor 'a' for 'S' objects doesn't apply to a 'int' object")
same(fails(TypeError, S.a.__set__, 5, 1), "descriptor 'a' for 'S' objects doesn't apply to a 'int' object")
same([k for k in S.__dict__ if not k.startswith("__")], ["a", "b"])
same(S.__slots__, ("a", "b"))
same([k for k in dir(s) if not k.startswith("__")], ["a", "b"])

# a slot hides what a base has, and may be hidden below


class Hides(S):
    a = "class"


h = Hides()
same(h.a, "class")
h.a = "own"
same(h.a, "own")


class Under(S):
    pass


u = Under()
u.x = 1
u.a = 2
same(u.__dict__, {"x": 1})
same(u.a, 2)


class Attribute:
    a = "base"


class Slot(Attribute):
    __slots__ = "a"


same(fails(AttributeError, lambda: object.__getattribute__(S(), "a")), "'S' object has no attribute 'a'")
v = Slot()
v.a = 3
same(v.a, 3)
same(v.__dict__, {})

# deleting the descriptor takes the attribute away


class Deleted:
    __slots__ = ("p",)


d = Deleted()
d.p = 1
keep = Deleted.p
del Deleted.p
assert not hasattr(d, "p")
same(keep.__get__(d), 1)
same(fails(AttributeError, setattr, d, "p", 1),
     "'Deleted' object has no attribute 'p' and no __dict__ for setting new attributes")

# a class attribute put over the slot


class Over:
    __slots__ = ("p",)


o = Over()
o.p = 1
Over.p = "class"
same(o.p, "class")
same(fails(AttributeError, setattr, o, "p", 2), "'Over' object attribute 'p' is read-only")

# ---- inheritance ----


class Sub(S):
    __slots__ = ("c",)


x = Sub()
x.a, x.b, x.c = 1, 2, 3
same((x.a, x.b, x.c), (1, 2, 3))
assert not hasattr(x, "__dict__")
same(fails(AttributeError, setattr, x, "d", 1),
     "'Sub' object has no attribute 'd' and no __dict__ for setting new attributes")


class Empty:
    __slots__ = ()


class SubEmpty(Empty):
    __slots__ = ()


same(fails(AttributeError, setattr, SubEmpty(), "d", 1),
     "'SubEmpty' object has no attribute 'd' and no __dict__ for setting new attributes")


class Mixed(Empty, S):
    __slots__ = ()


m = Mixed()
m.a = 1
same(m.a, 1)


class S2:
    __slots__ = ("q",)


same(fails(TypeError, type, "Bad", (S, S2), {}), "multiple bases have instance lay-out conflict")
same(fails(TypeError, type, "Bad", (S, S2), {"__slots__": ()}), "multiple bases have instance lay-out conflict")
class Fine(Sub, S): pass
class WithDict: pass
class Fine2(S, WithDict): pass
f = Fine2()
f.a, f.z = 1, 2
same(f.__dict__, {"z": 2})

# ---- what may be named ----


class Str:
    __slots__ = "single"


Str().single = 1


class Iter:
    __slots__ = iter(["i", "j"])


Iter().j = 1


class Dict:
    __slots__ = {"k": "the doc of k", "l": None}


Dict().k = 1
same(Dict.__slots__["k"], "the doc of k")
same(fails(TypeError, type, "Bad", (), {"__slots__": (5,)}), "__slots__ items must be strings, not 'int'")
same(fails(TypeError, type, "Bad", (), {"__slots__": ("a b",)}), "__slots__ must be identifiers")
same(fails(TypeError, type, "Bad", (), {"__slots__": ("1",)}), "__slots__ must be identifiers")
same(fails(TypeError, type, "Bad", (), {"__slots__": 5}), "'int' object is not iterable")
same(fails(ValueError, type, "Bad", (), {"__slots__": ("a",), "a": 1}), "'a' in __slots__ conflicts with class variable")
same(fails(TypeError, type, "Bad", (), {"__slots__": ("__dict__", "__dict__")}), "__dict__ slot disallowed: we already got one")
same(fails(TypeError, type, "Bad", (WithDict,), {"__slots__": ("__dict__",)}), "__dict__ slot disallowed: we already got one")
same(fails(TypeError, type, "Bad", (int,), {"__slots__": ("a",)}), "nonempty __slots__ not supported for subtype of 'int'")
same(fails(TypeError, type, "Bad", (tuple,), {"__slots__": ("a",)}), "nonempty __slots__ not supported for subtype of 'tuple'")
same(fails(TypeError, type, "Bad", (bytes,), {"__slots__": ("a",)}), "nonempty __slots__ not supported for subtype of 'bytes'")


class IntEmpty(int):
    __slots__ = ()


same(IntEmpty(5) + 1, 6)
assert not hasattr(IntEmpty(5), "__dict__")


class ListSlots(list):
    __slots__ = ("tag",)


ls = ListSlots([1, 2])
ls.tag = "t"
same((ls, ls.tag), ([1, 2], "t"))
assert not hasattr(ls, "__dict__")


class HasDict:
    __slots__ = ("a", "__dict__")


hd = HasDict()
hd.a, hd.b = 1, 2
same(hd.__dict__, {"b": 2})


class HasWeak:
    __slots__ = ("__weakref__",)


HasWeak()
assert not hasattr(HasWeak(), "__dict__")


class Private:
    __slots__ = ("__p", "__q__")

    def __init__(self):
        self.__p = 1
        self.__q__ = 2

    def get(self):
        return self.__p


p = Private()
same((p.get(), p._Private__p, p.__q__), (1, 1, 2))


class Twice:
    __slots__ = ("a", "a")


t = Twice()
t.a = 1
same(t.a, 1)


class NoSlotsMember:
    __slots__ = ("x",)
    def __init_subclass__(cls): cls.seen = True


class SubMember(NoSlotsMember):
    __slots__ = ("y",)


assert SubMember.seen

# __slots__ changed later change nothing
S.__slots__ = ("other",)
same(fails(AttributeError, setattr, S(), "other", 1),
     "'S' object has no attribute 'other' and no __dict__ for setting new attributes")

# a slot with __getattr__


class Falls:
    __slots__ = ("a",)

    def __getattr__(self, name):
        return "got " + name


same(Falls().a, "got a")
same(Falls().b, "got b")

# ---- __class__ changed ----


class A:
    x = "A"
    def __init__(self): self.own = 1


class B:
    x = "B"


a = A()
a.__class__ = B
assert type(a) is B and a.x == "B" and a.own == 1 and isinstance(a, B) and not isinstance(a, A)
a.new = 2
same(a.__dict__, {"own": 1, "new": 2})
same(fails(TypeError, setattr, a, "__class__", 5), "__class__ must be set to a class, not 'int' object")
same(fails(TypeError, delattr, a, "__class__"), "can't delete __class__ attribute")
same(fails(TypeError, setattr, a, "__class__", int),
     "__class__ assignment only supported for mutable types or ModuleType subclasses")
same(fails(TypeError, setattr, 5, "__class__", A),
     "__class__ assignment only supported for mutable types or ModuleType subclasses")
same(fails(TypeError, setattr, a, "__class__", S2), "__class__ assignment: 'S2' object layout differs from 'B'")


class Slots1:
    __slots__ = ("a", "b")


class Slots2:
    __slots__ = ("a", "b")


class Slots3:
    __slots__ = ("a",)


one = Slots1()
one.a, one.b = 1, 2
one.__class__ = Slots2
assert type(one) is Slots2 and (one.a, one.b) == (1, 2)
same(fails(TypeError, setattr, one, "__class__", Slots3), "__class__ assignment: 'Slots3' object layout differs from 'Slots2'")


class MyList(list): pass
class MyList2(list): pass


l = MyList([1])
l.__class__ = MyList2
assert type(l) is MyList2 and l == [1]
same(fails(TypeError, setattr, l, "__class__", A), "__class__ assignment: 'A' object layout differs from 'MyList2'")


class MyError(Exception): pass
class MyError2(Exception): pass


e = MyError(1)
e.__class__ = MyError2
assert type(e) is MyError2 and e.args == (1,)

# a property named __class__ lies


class Liar:
    @property
    def __class__(self):
        return int


assert isinstance(Liar(), int) and isinstance(Liar(), Liar) and type(Liar()) is Liar
same(Liar().__class__, int)

# ---- __bases__ changed ----


class P:
    def f(self): return "P"


class Q:
    def f(self): return "Q"
    def g(self): return "g"


class Child(P): pass
class GrandChild(Child): pass


g = GrandChild()
same(g.f(), "P")
Child.__bases__ = (Q,)
same((g.f(), g.g()), ("Q", "g"))
same([c.__name__ for c in GrandChild.__mro__], ["GrandChild", "Child", "Q", "object"])
assert Child not in P.__subclasses__() and Child in Q.__subclasses__()
Child.__bases__ = (P, Q)
same((g.f(), g.g()), ("P", "g"))
assert issubclass(GrandChild, Q)
same(fails(TypeError, setattr, Child, "__bases__", ()), "can only assign non-empty tuple to Child.__bases__, not ()")
same(fails(TypeError, setattr, Child, "__bases__", [P]), "can only assign tuple to Child.__bases__, not list")
same(fails(TypeError, setattr, Child, "__bases__", (5,)), "Child.__bases__ must be tuple of classes, not 'int'")
same(fails(TypeError, setattr, Child, "__bases__", (GrandChild,)), "a __bases__ item causes an inheritance cycle")
same(fails(TypeError, setattr, Child, "__bases__", (P, P)), "duplicate base class P")
same(fails(TypeError, setattr, Child, "__bases__", (int,)), "__bases__ assignment: 'int' deallocator differs from 'P'")
same(fails(TypeError, setattr, int, "__bases__", (P,)), "cannot set '__bases__' attribute of immutable type 'int'")
same(fails(TypeError, delattr, Child, "__bases__"), "cannot delete '__bases__' attribute of immutable type 'Child'")
same((g.f(), g.g()), ("P", "g"))


class Order1: pass
class Order2(Order1): pass
class Cross1(Order1): pass


same(fails(TypeError, setattr, Cross1, "__bases__", (Order1, Order2)),
     "Cannot create a consistent method resolution order (MRO) for bases Order1, Order2")
same(Cross1.__bases__, (Order1,))
