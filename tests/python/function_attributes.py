# needs: annotations docstrings
# What functions, methods, static and class methods, properties and super objects tell of themselves.


def raises(kind, text, f, *args):
    try:
        f(*args)
    except kind as e:
        assert text in str(e), e
    else:
        assert False, "no " + kind.__name__


def outer(free):
    def f(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
        "doc"
        return free, a, b, c, args, d, e, kw
    return f


f = outer(1)
assert f.__name__ == "f" and f.__qualname__ == "outer.<locals>.f" and f.__doc__ == "doc" and f.__module__ == "__main__"
assert f.__defaults__ == (2, 3) and f.__kwdefaults__ == {"e": 5} and f.__annotations__ == {"return": int}
assert f.__globals__ is globals() and len(f.__closure__) == 1 and f.__closure__[0].cell_contents == 1
assert f.__dict__ == {} and f.__type_params__ == ()
f.x = 1
assert f.x == 1 and f.__dict__ == {"x": 1} and "x" in dir(f)
del f.x
raises(AttributeError, "", lambda: f.x)
f.__name__ = "g"
f.__qualname__ = "q.g"
f.__doc__ = "other"
assert f.__name__ == "g" and "q.g" in repr(f) and f.__doc__ == "other"
raises(TypeError, "__name__ must be set to a string object", setattr, f, "__name__", 1)
raises(TypeError, "__qualname__ must be set to a string object", setattr, f, "__qualname__", 1)
f.__defaults__ = (10,)
assert f(0, 1, d=4)[:4] == (1, 0, 1, 10)
f.__defaults__ = None
raises(TypeError, "missing 3 required positional arguments: 'a', 'b', and 'c'", lambda: f(d=1))
raises(TypeError, "__defaults__ must be set to a tuple object", setattr, f, "__defaults__", [1])
f.__kwdefaults__ = {"d": "d", "e": "e"}
assert f(1, 2, 3)[5:7] == ("d", "e")
f.__kwdefaults__ = None
raises(TypeError, "missing 2 required keyword-only arguments: 'd' and 'e'", f, 1, 2, 3)
raises(TypeError, "__kwdefaults__ must be set to a dict object", setattr, f, "__kwdefaults__", 1)
f.__annotations__ = {"a": str}
assert f.__annotations__ == {"a": str}
f.__annotations__ = None
assert f.__annotations__ == {}
raises(TypeError, "__annotations__ must be set to a dict object", setattr, f, "__annotations__", 1)
raises(AttributeError, "", setattr, f, "__closure__", ())
assert f.__get__(5).__self__ == 5 and f.__get__(None, int) is f
raises(TypeError, "", f.__get__, None)


class A:
    def m(self, *a):
        "m's"
        return self, a

    @staticmethod
    def s(x):
        "s's"
        return x

    @classmethod
    def c(cls, x):
        "c's"
        return cls, x


a, b = A(), A()
m = a.m
assert m.__self__ is a and m.__func__ is A.m and m.__name__ == "m" and m.__doc__ == "m's" and m.__qualname__ == "A.m"
assert m == a.m and m != b.m and hash(m) == hash(a.m) and {m: 1}[a.m] == 1 and m(1) == (a, (1,))
assert repr(m).startswith("<bound method A.m of <__main__.A object at ")
raises(AttributeError, "'method' object has no attribute 'x'", setattr, m, "x", 1)
A.m.tag = 7
assert m.tag == 7
bound = type(m)(len, "abc")
assert bound() == 3 and bound.__self__ == "abc"
raises(TypeError, "first argument must be callable", type(m), 1, 2)
static, cls = A.__dict__["s"], A.__dict__["c"]
assert type(static) is staticmethod and static.__func__(3) == 3 and static(4) == 4 and static.__wrapped__ is static.__func__
assert type(cls) is classmethod and cls.__func__ is cls.__wrapped__ and cls.__get__(None, A)(1) == (A, 1)
assert static.__doc__ == "s's" and cls.__name__ == "c" and A.c.__doc__ == "c's" and A.c.__self__ is A
assert cls.__get__(a)(2) == (A, 2) and static.__get__(None, A)(5) == 5
raises(TypeError, "'classmethod' object is not callable", cls, 1)
cls.note = 1
assert cls.note == 1 and "staticmethod" in repr(static)

# property
p = property(lambda self: 1, None, None, "text")
assert p.__doc__ == "text" and p.fset is None and p.fdel is None and p.fget(0) == 1
assert p.__get__(None, A) is p and p.__get__(5) == 1
q = p.setter(lambda self, v: None).deleter(lambda self: None).getter(lambda self: 2)
assert q is not p and q.fget(0) == 2 and q.fset and q.fdel and q.__doc__ == "text"
raises(AttributeError, "", p.__set__, a, 1)
raises(AttributeError, "", p.__delete__, a)

# super
class B(A):
    def m(self, *a):
        return ("B", super().m(*a))

    def both(self):
        return super(B, self), super(B, B), super(B)

    @classmethod
    def c(cls, x):
        return ("B", super().c(x))


x = B()
assert x.m(1) == ("B", (x, (1,))) and B.c(2) == ("B", (B, 2))
s, t, u = x.both()
assert s.__thisclass__ is B and s.__self__ is x and s.__self_class__ is B and repr(s) == "<super: <class 'B'>, <B object>>"
assert t.s(1) == 1 and t.__self__ is B and u.__self__ is None and u.__self_class__ is None
assert repr(u) == "<super: <class 'B'>, NULL>"
raises(AttributeError, "'super' object has no attribute 'missing'", lambda: s.missing)
raises(TypeError, "obj", lambda: super(B, 1))
raises(TypeError, "must be a type", lambda: super(1, 2))
raises(RuntimeError, "super(): no arguments", lambda: super())
raises(AttributeError, "", setattr, s, "m", 1)


class D:
    def __get__(self, instance, owner):
        return instance, owner


class Base:
    d = D()


class Derived(Base):
    def ask(self):
        return super().d

    @classmethod
    def ask_class(cls):
        return super().d


d = Derived()
assert d.ask() == (d, Derived) and Derived.ask_class() == (None, Derived)


def no_class(self):
    return super()


raises(RuntimeError, "super(): __class__ cell not found", no_class, 1)
