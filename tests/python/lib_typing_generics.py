"""typing: what stands for type parameters, records that are generic, protocols that run nothing, copies."""
# needs: typing type_params messages
import copy
import typing
from typing import *


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


T, S = TypeVar("T"), TypeVar("S")
Ts = TypeVarTuple("Ts")
P = ParamSpec("P")

# substitution
assert repr(tuple[*Ts]) == "tuple[typing.Unpack[Ts]]" and tuple[*Ts].__parameters__ == (Ts,)
assert tuple[*Ts][int, str] == tuple[int, str] and tuple[*Ts][()] == tuple[()]
assert dict[T, S][*tuple[int, str]] == dict[int, str] and list[dict[T, int]][str] == list[dict[str, int]]
assert tuple[T, *Ts, S][int, str, bytes, float] == tuple[int, str, bytes, float]
assert attempt(lambda: tuple[T, *Ts, S][int]).startswith("TypeError: Too few arguments for ")
assert attempt(lambda: dict[T, S][int]).endswith("actual 1, expected at least 2")
assert attempt(lambda: list[T][int, str]).endswith("actual 2, expected 1")
assert attempt(lambda: list[int][str]) == "TypeError: list[int] is not a generic class"
assert attempt(lambda: list[T][*tuple[int, ...]]).endswith("is not valid as type argument")
assert repr(List[dict[T, S]][int, str]) == "typing.List[dict[int, str]]" and repr(list[List[int]]) == "list[typing.List[int]]"
assert Callable[P, T][[int, str], bytes] == Callable[[int, str], bytes]
assert Callable[P, T][..., bytes] == Callable[..., bytes]
assert repr(Callable[Concatenate[int, P], T]) == "typing.Callable[typing.Concatenate[int, ~P], ~T]"
assert (T | None)[int] == int | None and Union[T, S, str][int, int] == int | str
assert Annotated[T, 1][int] == Annotated[int, 1] and Annotated[T, 2][Annotated[int, 1]] == Annotated[int, 1, 2]


class Box(Generic[T]):
    kept = 1


class Call(Generic[P]):
    pass


class Row(Generic[T, *Ts]):
    pass


assert Call[int, str].__args__ == Call[[int, str]].__args__ == ((int, str),) and repr(Call[[int]]).endswith("Call[[int]]")
assert Row[int, str, bytes].__args__ == (int, str, bytes) and Row[int].__args__ == (int,)
assert attempt(lambda: Box[int, str]).endswith("actual 2, expected 1") and attempt(lambda: Row[()]).startswith("TypeError")
Box[int].kept = 2
assert Box.kept == 2


class Defaults[A, B = int, *C = *tuple[str, bytes]]:
    pass


assert Defaults[float].__args__ == (float, int, str, bytes) and Defaults[float, str, int].__args__ == (float, str, int)
assert Generator[int].__args__ == (int, type(None), type(None)) and ContextManager[int].__args__ == (int, bool | None)
assert attempt(lambda: List[int, str]) == "TypeError: Too many arguments for typing.List; actual 2, expected 1"
assert attempt(lambda: Sized[int]) == "TypeError: typing.Sized is not a generic class"
assert attempt(List) == "TypeError: Type List cannot be instantiated; use list() instead"
assert attempt(lambda: iter(Callable[[int], str])).startswith("TypeError") and len([*List[int]]) == 1

# type parameters
assert T.__default__ is NoDefault and not T.has_default() and TypeVar("D", default=None).__default__ is None
assert type(NoDefault)() is NoDefault and repr(NoDefault) == "typing.NoDefault"
assert TypeVar(name="N").__name__ == "N" and TypeVar("B", bound="Box").__bound__ == ForwardRef("Box")
assert attempt(lambda: TypeVar("V", covariant=True, contravariant=True)) == "ValueError: Bivariant types are not supported."
assert attempt(lambda: TypeVar("V", int)) == "TypeError: A single constraint is not allowed"
assert attempt(lambda: TypeVar("V", int, str, bound=int)) == "TypeError: Constraints cannot be combined with bound=..."
assert attempt(lambda: TypeVar("V", colour=1)).startswith("TypeError")
assert (T | "Box").__args__ == (T, ForwardRef("Box"))
assert P.args.__origin__ is P and get_origin(P.kwargs) is P and repr(P.args) == "P.args" and P.args == P.args != P.kwargs
for kept in T, Ts, P, int | T, list[T], List[T], Box[int], Callable[[T], int], NoDefault, Any, Literal[1], P.args, tuple[*Ts]:
    assert copy.copy(kept) == kept and copy.deepcopy([kept]) == [kept], kept


# records
class Pair(NamedTuple, Generic[T]):
    first: T
    second: int = 2


assert Pair.__bases__ == (tuple, Generic) and Pair(1) == (1, 2) and Pair[str].__args__ == (str,)
assert NamedTuple("Empty", [])() == () and Pair.__orig_bases__ == (NamedTuple, Generic[T])
assert attempt(lambda: type(Pair)("X", (NamedTuple, int), {})).startswith("TypeError")


class Named:
    def __set_name__(self, owner, name):
        self.name = name


class Holder(NamedTuple):
    x: int
    y = Named()


assert Holder.y.name == "y"


class Film(TypedDict, Generic[T], total=False):
    title: Required[str]
    year: T


assert Film.__bases__ == (Generic, dict) and Film.__required_keys__ == {"title"} and Film.__optional_keys__ == {"year"}


class Longer(Film[int]):
    year: Required[int]


assert Longer.__required_keys__ == {"title", "year"} and not Longer.__optional_keys__
assert Longer.__orig_bases__ == (Film[int],) and TypedDict("F", {"a": int}).__annotations__ == {"a": int}


# protocols look, but run nothing
@runtime_checkable
class HasX(Protocol):
    x: int


class Bad:
    @property
    def x(self):
        raise RuntimeError("it ran")


assert isinstance(Bad(), HasX) and not isinstance(3, HasX)
HasX.register(int)
assert isinstance(3, HasX)
assert isinstance(-3, SupportsAbs) and SupportsAbs[int].__args__ == (int,)


# others
UserId = NewType("UserId", int)


def derive():
    class Admin(UserId):
        pass


assert attempt(derive).endswith("Perhaps you were looking for: `Admin = NewType('Admin', UserId)`")


def recursive(x: "Box[Tree]"):
    pass


Tree = Union[int, List["Tree"]]
assert get_type_hints(recursive)["x"].__origin__ is Box
assert ForwardRef("x", module="a") != ForwardRef("x") and repr(ForwardRef("x", module="a")) == "ForwardRef('x', module='a')"


@no_type_check
class Unchecked:
    x: "no name of a type"

    class Inner:
        pass


assert get_type_hints(Unchecked) == {} and Unchecked.Inner.__no_type_check__
assert get_type_hints(type) == {}


class OwnArgs:
    __args__ = 1


assert repr(list[OwnArgs]) == "list[%s.OwnArgs]" % __name__ and get_args(list[OwnArgs]) == (OwnArgs,)

# classes of other modules that are generic
import contextlib
import functools

for generic in (contextlib.AbstractContextManager, contextlib.AbstractAsyncContextManager, functools.partial,
                functools.partialmethod, functools.cached_property):
    assert generic[int].__origin__ is generic and generic[T][str].__args__ == (str,)
