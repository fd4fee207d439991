# needs: type_params methods messages annotations
# class A[T]: has typing.Generic[T] among its bases.
import typing
from typing import Generic, Protocol, TypeVar


def error(f):
    try:
        f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
    return "no error"


class A[T]:
    x: T

    def m(self):
        return 1


class Many[T, *Ts, **P](dict[str, T]):
    pass


class B[T](A[T]):
    pass


class C(A[int]):
    pass


(T,) = A.__type_params__
assert A.__mro__ == (A, Generic, object) and A.__bases__ == (Generic,) and A.__parameters__ == (T,)
assert repr(A.__orig_bases__) == "(typing.Generic[T],)" and issubclass(A, Generic) and isinstance(A[int](), A)
assert repr(A[int]) == "__main__.A[int]" and A[int].__args__ == (int,) and A[int].__origin__ is A and A[int]().m() == 1
assert A[int]().__orig_class__ == A[int] and typing.get_origin(A[int]) is A and typing.get_args(A[int]) == (int,)
assert typing.get_type_hints(A) == {"x": T} and A[A[int]].__args__ == (A[int],)
assert error(lambda: A[int, str]) == "TypeError: Too many arguments for <class '__main__.A'>; actual 2, expected 1"
assert Many.__mro__ == (Many, dict, Generic, object) and Many.__parameters__ == Many.__type_params__
assert repr(Many.__orig_bases__) == "(dict[str, T], typing.Generic[T, typing.Unpack[Ts], P])"
assert B.__mro__ == (B, A, Generic, object) and B.__parameters__ == B.__type_params__ and B.__bases__ == (A, Generic)
assert repr(B.__orig_bases__) == "(__main__.A[T], typing.Generic[T])" and repr(B[int]) == "__main__.B[int]"
assert C.__mro__ == (C, A, Generic, object) and C.__parameters__ == () and C.__orig_bases__ == (A[int],)
assert error(lambda: C[int]) == "TypeError: <class '__main__.C'> is not a generic class"


# protocols, metaclasses, keywords, slots
class P[T](Protocol):
    def f(self) -> T: ...


class Meta(type):
    def __new__(meta, name, bases, space, **keywords):
        seen.append((name, bases, keywords, space["__type_params__"]))
        return super().__new__(meta, name, bases, space)


seen = []


class D[T](metaclass=Meta, k=1):
    pass


class Told:
    def __init_subclass__(cls, **keywords):
        seen.append((cls.__name__, keywords, cls.__type_params__))


class E[T](Told, z=3):
    __slots__ = ("a",)


assert P.__mro__ == (P, Protocol, Generic, object) and P.__parameters__ == P.__type_params__
assert seen == [("D", (Generic,), {"k": 1}, D.__type_params__), ("E", {"z": 3}, E.__type_params__)]
assert D.__mro__ == (D, Generic, object) and E.__mro__ == (E, Told, Generic, object)


# in functions and classes; what is no list of parameters
def make[T](cls):
    class Inner[U](cls[U]):
        def g[V](self, x: V) -> T: pass
    return Inner


Inner = make(A)
assert Inner.__mro__ == (Inner, A, Generic, object) and Inner.__parameters__ == Inner.__type_params__
assert [p.__name__ for p in Inner.g.__type_params__] == ["V"]


class Plain:
    __type_params__ = (1,)


assert Plain.__mro__ == (Plain, object)


def twice():
    class X[T](Generic[T]):
        pass


def unlisted[U]():
    class X[T](A[U]):
        pass


assert error(twice) == "TypeError: Cannot inherit from Generic[...] multiple times."
assert error(unlisted) == "TypeError: Some type variables (U) are not listed in Generic[T]"
Old = TypeVar("Old")


class Listed(A[Old], Generic[Old]):
    pass


assert Listed.__parameters__ == (Old,) and Listed[int].__args__ == (int,)
