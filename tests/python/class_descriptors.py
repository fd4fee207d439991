# needs: methods messages
# Attribute lookup: descriptors in their full order, the hooks, functions and their wrappers as descriptors.


def fails(kind, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except kind as e:
        assert type(e) is kind, type(e)
        return str(e)
    raise AssertionError("nothing raised")


def same(a, b):
    assert a == b, (a, b)


log = []


class NonData:
    def __get__(self, o, cls):
        log.append(("get", o is None, cls.__name__))
        return "non-data"


class Data(NonData):
    def __get__(self, o, cls):
        return "data"

    def __set__(self, o, v):
        log.append(("set", v))

    def __delete__(self, o):
        log.append(("delete",))


class SetOnly:
    def __set__(self, o, v):
        o.__dict__["s"] = ("stored", v)


class GetSet:
    def __get__(self, o, cls): return "got"
    def __set__(self, o, v): raise AttributeError("read only")


class C:
    n = NonData()
    d = Data()
    s = SetOnly()
    g = GetSet()
    plain = "class"


c = C()
same(c.n, "non-data")
same(C.n, "non-data")
same(log, [("get", False, "C"), ("get", True, "C")])
log.clear()
c.__dict__["n"] = "own"
c.__dict__["d"] = "own"
c.__dict__["plain"] = "own"
same((c.n, c.d, c.plain), ("own", "data", "own"))
c.n = "set"
same(c.__dict__["n"], "set")
c.d = 5
del c.d
same(log, [("set", 5), ("delete",)])
same(c.__dict__["d"], "own")
assert isinstance(c.s, SetOnly) # nothing stored yet: the descriptor itself
c.s = 1
same(c.s, ("stored", 1))
same(fails(AttributeError, delattr, c, "s"), "__delete__")
same(fails(AttributeError, setattr, c, "g", 1), "read only")
same(fails(AttributeError, delattr, c, "g"), "__delete__")
del c.n
same(c.n, "non-data")

# a descriptor in the instance is no descriptor
c.inst = NonData()
assert isinstance(c.inst, NonData)

# a class attribute replaced by a data descriptor takes effect at once
c2 = C()
c2.late = 1
same(c2.late, 1)
C.late = Data()
same(c2.late, "data")
del C.late
same(c2.late, 1)
C.late2 = NonData()
same(c2.late2, "non-data")
c2.late2 = 5
same(c2.late2, 5)

# a descriptor's methods are looked up on its type
d = NonData()
d.__get__ = lambda o, cls: "instance's"
C.odd = d
same(C().odd, "non-data")
NonData.__get__ = lambda self, o, cls: "new"
same(C().n, "new")

# ---- special methods are looked up on the type ----


class Special:
    def __len__(self): return 1


s = Special()
s.__len__ = lambda: 2
same(len(s), 1)
Special.__len__ = lambda self: 3
same(len(s), 3)
s.__call__ = lambda: 5
same(fails(TypeError, s), "'Special' object is not callable")
Special.__bool__ = lambda self: False
assert not s
del Special.__bool__
assert s


class Prop:
    @property
    def __len__(self):
        return lambda: 7


same(len(Prop()), 7)


class StaticSpecial:
    @staticmethod
    def __len__(): return 8

    @classmethod
    def __call__(cls, x): return cls, x


same(len(StaticSpecial()), 8)
same(StaticSpecial()(1), (StaticSpecial, 1))


class CallableSpecial:
    class Len:
        def __call__(self): return 9
    __len__ = Len()


same(len(CallableSpecial()), 9)

# ---- hooks ----


class Hooks:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if name == "log":
            return object.__getattribute__(self, "log")
        self.log.append(("getattribute", name))
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        self.log.append(("getattr", name))
        if name == "nope":
            raise AttributeError("nope!")
        return "default"

    def __setattr__(self, name, v):
        self.log.append(("set", name, v))
        object.__setattr__(self, name, v)

    def __delattr__(self, name):
        self.log.append(("del", name))
        object.__delattr__(self, name)


h = Hooks()
h.x = 1
same(h.x, 1)
same(h.y, "default")
del h.x
same(h.log, [("set", "x", 1), ("getattribute", "x"), ("getattribute", "y"), ("getattr", "y"), ("del", "x")])
same(fails(AttributeError, getattr, h, "nope"), "nope!")
same(getattr(h, "nope", 5), 5)
assert not hasattr(h, "nope")
h.log.clear()
setattr(h, "a", 1)
same(getattr(h, "a"), 1)
delattr(h, "a")
same(len(h.log), 3)
for i in range(3): # cached or not, the hook sees it
    h.k = i
    same(h.k, i)
same(len(h.log), 9)


class OnlyGetattribute:
    x = 1

    def __getattribute__(self, name):
        if name == "raise":
            raise AttributeError("by hand")
        return "all"

    def __getattr__(self, name):
        return "fallback"


o = OnlyGetattribute()
o.x = 2
same((o.x, o.y, getattr(o, "raise")), ("all", "all", "fallback"))


class PropertyRaises:
    @property
    def p(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        return "rescued " + name


same(PropertyRaises().p, "rescued p")


class KeyErrorRaises:
    def __getattr__(self, name):
        raise KeyError(name)


same(fails(KeyError, getattr, KeyErrorRaises(), "a"), "'a'")
same(fails(KeyError, getattr, KeyErrorRaises(), "a", 5), "'a'")
same(fails(KeyError, hasattr, KeyErrorRaises(), "a"), "'a'")


class Fixed:
    def __setattr__(self, name, v): raise TypeError("fixed")
    def __delattr__(self, name): raise TypeError("fixed too")


same(fails(TypeError, setattr, Fixed(), "a", 1), "fixed")
same(fails(TypeError, delattr, Fixed(), "a"), "fixed too")
object.__setattr__(f := Fixed(), "a", 1)
same(f.a, 1)

# hooks put on a class later
class Later: pass
later = Later()
later.a = 1
same(later.a, 1)
Later.__getattr__ = lambda self, name: "later " + name
same((later.a, later.b), (1, "later b"))
Later.__getattribute__ = lambda self, name: "now " + name
same((later.a, later.b), ("now a", "now b"))
del Later.__getattribute__
same((later.a, later.b), (1, "later b"))
del Later.__getattr__
same(fails(AttributeError, lambda: later.b), "'Later' object has no attribute 'b'")
Later.__setattr__ = lambda self, name, v: object.__setattr__(self, name, v * 2)
later.a = 5
same(later.a, 10)
del Later.__setattr__
later.a = 5
same(later.a, 5)

# names
same(fails(TypeError, getattr, later, 5), "attribute name must be string, not 'int'")
same(fails(TypeError, setattr, later, 5, 1), "attribute name must be string, not 'int'")
same(fails(TypeError, hasattr, later, 5), "attribute name must be string, not 'int'")
same(fails(TypeError, delattr, later, 5), "attribute name must be string, not 'int'")
setattr(later, "not an identifier", 1)
same(getattr(later, "not an identifier"), 1)
same(later.__dict__["not an identifier"], 1)


class Str(str): pass


setattr(later, Str("sub"), 2)
same(later.sub, 2)
try:
    later.missing
except AttributeError as e:
    assert e.name == "missing" and e.obj is later
try:
    int.missing
except AttributeError as e:
    assert e.name == "missing" and e.obj is int

# ---- __dict__ ----
d = {"a": 1}
later.__dict__ = d
assert later.__dict__ is d and later.a == 1
d["b"] = 2
same(later.b, 2)
later.c = 3
same(d, {"a": 1, "b": 2, "c": 3})
same(fails(TypeError, setattr, later, "__dict__", 5), "__dict__ must be set to a dictionary, not a 'int'")
del later.__dict__
same(later.__dict__, {})
later.__dict__[1] = 2
same(later.__dict__, {1: 2})
same(vars(later), {1: 2})

# ---- functions as descriptors ----


def function(self, *args):
    return self, args


m = function.__get__(5)
same(m(1), (5, (1,)))
same(m.__self__, 5)
assert m.__func__ is function and m.__name__ == "function"
assert function.__get__(None, int) is function
same(fails(TypeError, function.__get__, None, None), "__get__(None, None) is invalid")
assert function.__get__(5) == function.__get__(5)
assert function.__get__(5) != function.__get__(6)
assert hash(function.__get__(5)) == hash(function.__get__(5))
assert [].append != [].append
l = []
assert l.append == l.append
assert m.__get__(7) is m
m2 = type(m)(function, "x")
same(m2(), ("x", ()))
same(fails(TypeError, type(m), 5, 6), "first argument must be callable")
same(fails(TypeError, type(m), function, None), "instance must not be None")
same(fails(TypeError, type(m), function), "method expected 2 arguments, got 1")
function.attr = 5
same(m.attr, 5)
same(fails(AttributeError, setattr, m, "attr", 6), "'method' object has no attribute 'attr' and no __dict__ for setting new attributes")
same(fails(AttributeError, lambda: m.missing), "'function' object has no attribute 'missing'")
same(repr(m).split(" of ")[0], "<bound method function")

# ---- staticmethod and classmethod ----


class Wrapped:
    @staticmethod
    def s(*args): "doc of s"; return args

    @classmethod
    def c(cls, *args): "doc of c"; return cls, args


class SubWrapped(Wrapped): pass


same((Wrapped.s(1), Wrapped().s(1), SubWrapped().s()), ((1,), (1,), ()))
same((Wrapped.c(1), SubWrapped.c(), SubWrapped().c(2)), ((Wrapped, (1,)), (SubWrapped, ()), (SubWrapped, (2,))))
sm, cm = Wrapped.__dict__["s"], Wrapped.__dict__["c"]
same(sm(5), (5,))
same(fails(TypeError, cm, 5), "'classmethod' object is not callable")
assert sm.__func__ is sm.__wrapped__ and sm.__func__(1) == (1,)
same((sm.__name__, sm.__doc__, sm.__qualname__), ("s", "doc of s", "Wrapped.s"))
same((cm.__name__, cm.__doc__), ("c", "doc of c"))
same(cm.__get__(None, int)(1), (int, (1,)))
same(cm.__get__(5)(1), (int, (1,)))
same(sm.__get__(5)(1), (1,))
assert not sm.__isabstractmethod__ and not cm.__isabstractmethod__
sm.extra = 1
same(sm.extra, 1)
same(fails(TypeError, staticmethod), "staticmethod expected 1 argument, got 0")
same(fails(TypeError, classmethod, 1, 2), "classmethod expected 1 argument, got 2")
same(repr(staticmethod(5)), "<staticmethod(5)>")
same(repr(classmethod(5)), "<classmethod(5)>")


class SubStatic(staticmethod):
    tag = 1


class UsesSub:
    f = SubStatic(lambda: 5)


same(UsesSub.f(), 5)
same(UsesSub.__dict__["f"].tag, 1)

# ---- property ----


class P:
    def __init__(self): self._x = 0

    @property
    def x(self):
        "doc of x"
        return self._x

    @x.setter
    def x(self, v): self._x = v

    @x.deleter
    def x(self): self._x = "deleted"

    @property
    def ro(self): return 1

    wo = property(None, lambda self, v: None)
    nothing = property()


p = P()
p.x = 5
same(p.x, 5)
del p.x
same(p.x, "deleted")
same(P.x.__doc__, "doc of x")
same(P.x.fget(p), "deleted")
assert P.x.fset and P.x.fdel and P.ro.fset is None and P.ro.fdel is None
same(fails(AttributeError, setattr, p, "ro", 1), "property 'ro' of 'P' object has no setter")
same(fails(AttributeError, delattr, p, "ro"), "property 'ro' of 'P' object has no deleter")
same(fails(AttributeError, lambda: p.wo), "property 'wo' of 'P' object has no getter")
same(fails(AttributeError, lambda: p.nothing), "property 'nothing' of 'P' object has no getter")
same(P.ro.__name__, "ro")
same(P.x.__get__(p), "deleted")
assert P.x.__get__(None, P) is P.x
P.x.__set__(p, 8)
same(p.x, 8)
P.x.__delete__(p)
same(p.x, "deleted")
q = property(lambda self: 1, doc="given")
same(q.__doc__, "given")
same(q.getter(lambda self: 2).__get__(p), 2)
same(property(fget=lambda s: 3, fset=None).__get__(p), 3)
same(fails(TypeError, property, 1, 2, 3, 4, 5), "property() takes at most 4 arguments (5 given)")
same(fails(TypeError, property, zz=1), "property() got an unexpected keyword argument 'zz'")
assert fails(AttributeError, setattr, P.x, "fget", 1)
assert not P.x.__isabstractmethod__
q.__doc__ = "changed"
same(q.__doc__, "changed")


class SubProperty(property):
    tag = "t"


class HasSub:
    @SubProperty
    def a(self): return "a"

    @a.setter
    def a(self, v): self.got = v


hs = HasSub()
same(hs.a, "a")
hs.a = 3
same(hs.got, 3)
assert type(HasSub.a) is SubProperty and HasSub.a.tag == "t"

# ---- super ----


class A:
    v = "A.v"
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c", cls
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"


class B(A):
    v = "B.v"
    def f(self): return "B.f " + super().f()
    @classmethod
    def c(cls): return "B.c", super().c()
    @property
    def p(self): return "B.p " + super().p
    def parts(self): return super().v, super().s()


b = B()
same((b.f(), b.p, b.parts()), ("B.f A.f", "B.p A.p", ("A.v", "A.s")))
same(B.c(), ("B.c", ("A.c", B)))
s = super(B, b)
same((s.f(), s.v, s.p), ("A.f", "A.v", "A.p"))
assert s.__thisclass__ is B and s.__self__ is b and s.__self_class__ is B
same(super(B, B).v, "A.v")
same(super(B, B).c(), ("A.c", B))
same(fails(AttributeError, lambda: s.missing), "'super' object has no attribute 'missing'")
same(fails(AttributeError, setattr, s, "x", 1), "'super' object has no attribute 'x' and no __dict__ for setting new attributes")
same(fails(TypeError, super, B, 5), "super(type, obj): obj (instance of int) is not an instance or subtype of type (B).")
same(fails(TypeError, super, B, int), "super(type, obj): obj (type int) is not an instance or subtype of type (B).")
same(fails(TypeError, super, 5), "super() argument 1 must be a type, not int")
same(fails(TypeError, super, B, b, 1), "super() expected at most 2 arguments, got 3")
same(repr(super(B)), "<super: <class 'B'>, NULL>")
same(repr(s), "<super: <class 'B'>, <B object>>")
u = super(B)
assert u.__self__ is None and u.__self_class__ is None
same(u.__get__(b).f(), "A.f")
assert u.__get__(None, B) is u
assert s.__get__(A(), B) is s


class Unbound(A):
    def g(self): return self.sup.f()


Unbound.sup = super(Unbound)
same(Unbound().g(), "A.f")


def outside():
    return super()


same(fails(RuntimeError, outside), "super(): no arguments")


class NoFirst:
    def f(): return super()


same(fails(RuntimeError, NoFirst.f), "super(): no arguments")


class Diamond1(A):
    def f(self): return "1" + super().f()


class Diamond2(A):
    def f(self): return "2" + super().f()


class Diamond(Diamond1, Diamond2):
    def f(self): return "D" + super().f()


same(Diamond().f(), "D12A.f")

# ---- name mangling ----


class _Mangle:
    __x = 1
    def __f(self): return self.__x
    def get(self): return self.__f(), self.__class__.__name__
    def local(self):
        __y = 5
        return [k for k in locals() if "y" in k]
    def named(self, *, __k=1): return __k
    class __Inner: pass
    def inner(self): return self.__Inner.__name__


same(_Mangle().get(), (1, "_Mangle"))
same(_Mangle().local(), ["_Mangle__y"])
same(_Mangle().named(_Mangle__k=2), 2)
same(sorted(k for k in _Mangle.__dict__ if "angle_" in k), ["_Mangle__Inner", "_Mangle__f", "_Mangle__x"])
same(_Mangle().inner(), "__Inner")


class __:
    __x = 1
    def get(self): return self.__x


same(__().get(), 1)
