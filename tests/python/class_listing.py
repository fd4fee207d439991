# needs: methods weakref slots
# What a class and its objects list: __firstlineno__, __static_attributes__, __dict__, __weakref__, __doc__.
import weakref


class A:
    def f(self):
        self.__x = 1; self.b += 1; del self.c; self.d: int = 3
        (self.e, [self.g]) = 1, [2]
        for self.h in []: pass
        with 1 as self.i: pass
        self.j[0] = 1; self.k.l = 2
        def inner(): self.m = 1
        lambda: [self for self.n in []]
    def g(this): this.o = 1
    def h(other, self): self.p = 1
    @staticmethod
    def k(self): self.q = 1
    for self in []: self.r = 1


assert sorted(A.__static_attributes__) == ["__x", "d", "e", "g", "h", "i", "m", "n", "p", "q"] and A.__firstlineno__ == 6


@(lambda c: c)
class B: pass


assert B.__firstlineno__ == 25 and B.__static_attributes__ == ()


def nested():
    class C:
        class D:
            def f(self): self.x = 1
        def f(self): self.y = 1
    return C


assert (nested().__static_attributes__, nested().D.__static_attributes__) == (("y",), ("x",))


class Slots:
    "doc"
    __slots__ = ("a", "__weakref__")


class WithDict(Slots): pass
class L(list): pass
class X(Exception): pass
class Meta(type): pass
class T(tuple): pass


names = ["__module__", "__firstlineno__", "__static_attributes__"]
assert list(vars(B)) == names + ["__dict__", "__weakref__", "__doc__"] == list(vars(L))
assert list(vars(Slots)) == ["__module__", "__firstlineno__", "__doc__", "__slots__", "__static_attributes__", "a", "__weakref__"]
assert list(vars(WithDict)) == names + ["__dict__", "__doc__"] == list(vars(T))
assert list(vars(X)) == names + ["__weakref__", "__doc__"] and list(vars(Meta)) == names + ["__doc__"]
Y = type("Y", (), {"q": 1})
assert list(vars(Y)) == ["q", "__module__", "__dict__", "__weakref__", "__doc__"] and not hasattr(Y, "__firstlineno__")
assert str(vars(Y)) == ("{'q': 1, '__module__': '__main__', '__dict__': <attribute '__dict__' of 'Y' objects>, "
                        "'__weakref__': <attribute '__weakref__' of 'Y' objects>, '__doc__': None}"), str(vars(Y))
usual = set(dir(object()))
assert set(dir(Y())) - usual == {"__dict__", "__module__", "__weakref__", "q"} and set(dir(Slots)) - usual == {
    "__firstlineno__", "__module__", "__slots__", "__static_attributes__", "__weakref__", "a"}

y = Y()
assert y.__weakref__ is None and L().__weakref__ is None and X().__weakref__ is None and WithDict().__weakref__ is None
r = weakref.ref(y)
assert y.__weakref__ is r and repr(L.__weakref__) == "<attribute '__weakref__' of 'L' objects>" and repr(WithDict.__weakref__) == "<attribute '__weakref__' of 'Slots' objects>"
y.n = 5
get = vars(Y)["__dict__"].__get__
assert get(y) == {"n": 5} == y.__dict__ and get(None, Y) is vars(Y)["__dict__"]
y.__dict__ = {"m": 6}
assert y.m == 6 and not hasattr(y, "n")
items = L([1, 2])
items.n = 7
assert vars(L)["__dict__"].__get__(items) == {"n": 7} == items.__dict__ == vars(items)


def error(f, *args):
    try:
        f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


assert error(get, B()) == "TypeError: descriptor '__dict__' for 'Y' objects doesn't apply to a 'B' object"
assert error(setattr, y, "__weakref__", 1) == "AttributeError: attribute '__weakref__' of 'Y' objects is not writable"
assert error(getattr, object(), "__weakref__") == "AttributeError: 'object' object has no attribute '__weakref__'"
assert error(getattr, int, "__weakref__") == "AttributeError: type object 'int' has no attribute '__weakref__'"
assert error(getattr, 5, "__weakref__") == "AttributeError: 'int' object has no attribute '__weakref__'"
assert error(getattr, T(), "__weakref__") == "AttributeError: 'T' object has no attribute '__weakref__'"
del A.__static_attributes__
assert not hasattr(A, "__static_attributes__")
print("ok")
