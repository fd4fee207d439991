# needs: methods messages class_hook
# The order of base classes, metaclasses, and how a class statement makes a class.
from types import new_class


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b, (a, b)


def names(cls):
    return " ".join(c.__name__ for c in cls.__mro__)


# ---- C3 ----
class O: pass
class A(O): pass
class B(O): pass
class C(O): pass
class D(O): pass
class E(O): pass
class K1(C, A, B): pass
class K3(A, D): pass
class K2(B, D, E): pass
class Z(K1, K3, K2): pass


same(names(Z), "Z K1 C K3 A K2 B D E O object")
same(names(K1), "K1 C A B O object")
class X(O): pass
class Y(O): pass
class XY(X, Y): pass
class YX(Y, X): pass
same(fails(TypeError, type, "Bad", (XY, YX), {}),
     "Cannot create a consistent method resolution order (MRO) for bases X, Y")
same(fails(TypeError, type, "Bad", (object, A), {}),
     "Cannot create a consistent method resolution order (MRO) for bases object, A")
same(fails(TypeError, type, "Bad", (O, A), {}),
     "Cannot create a consistent method resolution order (MRO) for bases O, A")
same(fails(TypeError, type, "Bad", (A, A), {}), "duplicate base class A")
same(fails(TypeError, type, "Bad", (bool,), {}), "type 'bool' is not an acceptable base type")
same(fails(TypeError, type, "Bad", (type(None),), {}), "type 'NoneType' is not an acceptable base type")
same(fails(TypeError, type, "Bad", (range,), {}), "type 'range' is not an acceptable base type")
same(fails(TypeError, type, "Bad", (slice,), {}), "type 'slice' is not an acceptable base type")
same(fails(TypeError, type, "Bad", (type(lambda: 0),), {}), "type 'function' is not an acceptable base type")
same(fails(TypeError, type, "Bad", (int, str), {}), "multiple bases have instance lay-out conflict")
same(fails(TypeError, type, "Bad", (list, dict), {}), "multiple bases have instance lay-out conflict")
same(fails(TypeError, type, "Bad", 5, {}), "type.__new__() argument 2 must be tuple, not int")
same(fails(TypeError, type, 5, (), {}), "type.__new__() argument 1 must be str, not int")
same(fails(TypeError, type, "Bad", (), 5), "type.__new__() argument 3 must be dict, not int")
same(fails(TypeError, type), "type() takes 1 or 3 arguments")
same(fails(TypeError, type, 1, 2), "type() takes 1 or 3 arguments")
same(fails(TypeError, type, "x", (5,), {}), "metaclass conflict: the metaclass of a derived class must be a "
     "(non-strict) subclass of the metaclasses of all its bases")
same(A.mro(), [A, O, object])
same(type.mro(A), [A, O, object])
same(object.__mro__, (object,))
same(bool.__mro__, (bool, int, object))
same(type.__mro__, (type, object))
assert A.__base__ is O and O.__base__ is object and object.__base__ is None
same(Z.__bases__, (K1, K3, K2))
same(object.__bases__, ())
same(sorted(c.__name__ for c in O.__subclasses__()), ["A", "B", "C", "D", "E", "X", "Y"])
same([c.__name__ for c in X.__subclasses__()], ["XY", "YX"])
same(type.__subclasses__(X), [XY, YX])


class FirstBase(int, O): pass
class SecondBase(O, int): pass
same(FirstBase(5) + SecondBase(6), 11)
assert FirstBase.__base__ is int
assert SecondBase.__base__ is int


# ---- metaclasses ----
log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        log.append(("prepare", mcs.__name__, name, bases, keywords))
        return {"prepared": name}

    def __new__(mcs, name, bases, ns, **keywords):
        log.append(("new", name, bases, "prepared" in ns, keywords))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **keywords):
        log.append(("init", name, keywords))
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **keywords):
        log.append(("call", cls.__name__, args, keywords))
        return super().__call__(*args, **keywords)


class M(metaclass=Meta, key=1, other="x"):
    def __init__(self, *args, **keywords):
        pass


same(log, [("prepare", "Meta", "M", (), {"key": 1, "other": "x"}),
           ("new", "M", (), True, {"key": 1, "other": "x"}),
           ("init", "M", {"key": 1, "other": "x"})])
same(M.prepared, "M")
log.clear()
m = M(1, a=2)
same(log, [("call", "M", (1,), {"a": 2})])
log.clear()
class N(M): pass
same([entry[0] for entry in log], ["prepare", "new", "init"])
assert type(N) is Meta and N.prepared == "N"


class OtherMeta(type): pass
class HasOther(metaclass=OtherMeta): pass
CONFLICT = ("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
            "of the metaclasses of all its bases")
same(fails(TypeError, type, "Bad", (M, HasOther), {}), CONFLICT)
same(fails(TypeError, OtherMeta, "Bad", (M,), {}), CONFLICT)


class Both(Meta, OtherMeta): pass
class HasBoth(M, HasOther, metaclass=Both): pass
assert type(HasBoth) is Both
assert type(type("Derived", (HasBoth,), {})) is Both


# a metaclass may be any callable
def function_meta(name, bases, ns, **keywords):
    return name, bases, sorted(k for k in ns if not k.startswith("__")), keywords


class F(A, metaclass=function_meta, k=1):
    x = 1
    def y(self): pass


same(F, ("F", (A,), ["x", "y"], {"k": 1}))


class PreparesBadly(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 5


def bad_prepare():
    class Bad(metaclass=PreparesBadly): pass


same(fails(TypeError, bad_prepare), "PreparesBadly.__prepare__() must return a mapping, not int")


# the namespace may be any mapping
class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper() if not key.startswith("__") else key, value)


class UpperMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Upper()


class U(metaclass=UpperMeta):
    a = 1
    def f(self): return 2


assert U.A == 1 and U().F() == 2 and not hasattr(U, "a")


class Reads(dict):
    def __missing__(self, key):
        if key.startswith("auto"):
            return key + "!"
        raise KeyError(key)


class ReadsMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Reads()


class R(metaclass=ReadsMeta):
    a = auto_b # noqa
    c = len("xyz")


assert R.a == "auto_b!" and R.c == 3


# attributes of the metaclass are seen through the class, not through instances
class WithAttributes(type):
    shared = "meta"
    @property
    def computed(cls): return cls.__name__ + "?"
    def method(cls): return cls
    def __getattr__(cls, name):
        if name == "magic": return "magic of " + cls.__name__
        raise AttributeError(name)
    def __len__(cls): return 42
    def __getitem__(cls, i): return i * 2
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter("abc")
    def __eq__(cls, other): return other == "equal" or cls is other
    __hash__ = type.__hash__
    def __add__(cls, other): return "added"
    def __bool__(cls): return False
    def __repr__(cls): return "<the class>"
    def __dir__(cls): return ["only"]
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int


class W(metaclass=WithAttributes):
    pass


assert W.shared == "meta" and W.computed == "W?" and W.method() is W and W.magic == "magic of W"
assert not hasattr(W(), "shared") and not hasattr(W(), "magic")
assert len(W) == 42 and W[4] == 8 and 1 in W and 2 not in W and list(W) == ["a", "b", "c"]
assert W == "equal" and W == W and W != 3 and W + 1 == "added" and not W and repr(W) == "<the class>"
assert dir(W) == ["only"] and isinstance(5, W) and not isinstance(6, W)
assert issubclass(int, W) and not issubclass(str, W)
assert isinstance(W(), W) # the exact type needs no check


class DataMeta(type):
    @property
    def p(cls): return "of meta"


class DataClass(metaclass=DataMeta):
    p = "own"


assert DataClass.p == "of meta" and DataClass().p == "own"


# type's own mro() may be replaced
class MroMeta(type):
    def mro(cls):
        return [cls, A, object] if cls.__name__ == "Odd" else super().mro()


class Odd(metaclass=MroMeta): pass
same(Odd.__mro__, (Odd, A, object))


# ---- __init_subclass__ ----
class Base:
    subclasses = []
    def __init_subclass__(cls, /, tag=None, **keywords):
        super().__init_subclass__(**keywords)
        Base.subclasses.append((cls.__name__, tag))


class S1(Base, tag=1): pass
class S2(S1): pass
same(Base.subclasses, [("S1", 1), ("S2", None)])


def unknown_keyword():
    class S3(Base, other=1): pass


def unknown_keyword2():
    class S4(other=1): pass


same(fails(TypeError, unknown_keyword), "unknown_keyword.<locals>.S3.__init_subclass__() takes no keyword arguments")
same(fails(TypeError, unknown_keyword2), "unknown_keyword2.<locals>.S4.__init_subclass__() takes no keyword arguments")


class Raises:
    def __init_subclass__(cls):
        raise ValueError("no")


def subclass_it():
    class Sub(Raises): pass


same(fails(ValueError, subclass_it), "no")


# ---- __set_name__ ----
class Named:
    def __set_name__(self, owner, name):
        self.told = owner, name


class Owner:
    a = Named()
    b = c = Named()


same(Owner.a.told, (Owner, "a"))
same(Owner.b.told, (Owner, "c"))
Owner.late = Named()
assert not hasattr(Owner.late, "told")


class NameRaises:
    def __set_name__(self, owner, name):
        raise KeyError("oops")


def naming():
    class Bad:
        attr = NameRaises()


try:
    naming()
    assert False
except KeyError as e:
    same(e.__notes__, ["Error calling __set_name__ on 'NameRaises' instance 'attr' in 'Bad'"])


class DictInMeta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        ns["later"] = 1 # the class has a copy
        return cls


class Copied(metaclass=DictInMeta): pass
assert not hasattr(Copied, "later")


# ---- __mro_entries__ ----
class Entry:
    def __init__(self, *stand_for): self.stand_for = stand_for
    def __mro_entries__(self, bases):
        self.seen = bases
        return self.stand_for


e = Entry(A, B)
class Through(e, C): pass
same(Through.__bases__, (A, B, C))
same(Through.__orig_bases__, (e, C))
same(e.seen, (e, C))
none = Entry()
class Nothing(none): pass
same(Nothing.__bases__, (object,))


class BadEntry:
    def __mro_entries__(self, bases): return [A]


def bad_entry():
    class Bad(BadEntry()): pass


same(fails(TypeError, bad_entry), "__mro_entries__ must return a tuple")
same(fails(TypeError, type, "Bad", (Entry(A),), {}),
     "type() doesn't support MRO entry resolution; use types.new_class()")

# ---- __classcell__, super ----


class Cell:
    def f(self): return __class__
    def g(self): return super().__repr__()


assert Cell().f() is Cell and "Cell object" in Cell().g()


class LosesCell(type):
    def __new__(mcs, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, ns)


def loses():
    class Lost(metaclass=LosesCell):
        def f(self): return __class__


text = fails(RuntimeError, loses)
assert text.startswith("__class__ not set defining 'Lost' as <class '") and \
    text.endswith("Lost'>. Was __classcell__ propagated to type.__new__?"), text
same(fails(TypeError, type, "Bad", (), {"__classcell__": 5}), "__classcell__ must be a nonlocal cell, not <class 'int'>")

# ---- names ----


class Outer:
    class Inner:
        def method(self): pass


same(Outer.Inner.__qualname__, "Outer.Inner")
same(Outer.Inner.method.__qualname__, "Outer.Inner.method")
same(Outer.__module__, __name__)
T = type("T", (), {"__qualname__": "Some.T", "x": 1})
same((T.__name__, T.__qualname__, T.__module__, T.x), ("T", "Some.T", __name__, 1))
same(fails(TypeError, type, "Bad", (), {"__qualname__": 5}), "type __qualname__ must be a str, not int")
T.__name__ = "Other"
same((T.__name__, T.__qualname__), ("Other", "Some.T"))
T.__qualname__ = "Q"
same(repr(T), "<class '%s.Q'>" % __name__)
T.__module__ = "m"
same(repr(T), "<class 'm.Q'>")
T.__module__ = "builtins"
same(repr(T), "<class 'Other'>")


def assign(o, name, v):
    setattr(o, name, v)


same(fails(TypeError, assign, T, "__name__", 5), "can only assign string to Other.__name__, not 'int'")
same(fails(TypeError, assign, T, "__qualname__", 5), "can only assign string to Other.__qualname__, not 'int'")
same(fails(ValueError, assign, T, "__name__", "a\0b"), "type name must not contain null characters")
same(fails(ValueError, type, "a\0b", (), {}), "type name must not contain null characters")
same(fails(TypeError, delattr, T, "__name__"), "cannot delete '__name__' attribute of immutable type 'Other'")
same(fails(TypeError, assign, int, "x", 5), "cannot set 'x' attribute of immutable type 'int'")
same(fails(TypeError, assign, int, "__name__", "x"), "cannot set '__name__' attribute of immutable type 'int'")
same(fails(TypeError, delattr, int, "real"), "cannot set 'real' attribute of immutable type 'int'")
same(fails(AttributeError, delattr, T, "missing"), "type object 'Other' has no attribute 'missing'")
same(fails(AttributeError, lambda: T.missing), "type object 'Other' has no attribute 'missing'")
same(fails(AttributeError, assign, T, "__mro__", ()), "attribute '__mro__' of 'type' objects is not writable")
same(type.__name__, "type")
same(T.__doc__, None)
T.__doc__ = "text"
same(T.__doc__, "text")
C5 = new_class("C5", (A,), {}, lambda ns: ns.update(x=5))
same((C5.x, C5.__bases__), (5, (A,)))
