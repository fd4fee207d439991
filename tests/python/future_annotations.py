# Annotations are text in a module that asks for it, written in one way.
# needs: annotations typing dataclasses inspect
from __future__ import annotations
import dataclasses
import inspect
import typing
from typing import *


class Texts:
    a: typing.ClassVar[int] = 20
    b: NotDefinedAnywhere
    c: 'x'
    d: "it's"
    e: dict[str,int]|None = None
    f: Callable[[int,str],...]
    g: tuple[()]
    h: tuple[int,]
    i: Literal[1,-2,"a",None,True,b'x']
    j: (int|str)|None
    k: int|(str|None)
    l: Annotated[int,Field(*x,a=1,**y),1.5]
    m: (int,str)
    n: list [ int ]
    o: ((int))

    def method(self, x: Elsewhere, *args: *Ts, key: Texts = 1) -> "Texts":
        pass


assert Texts.__annotations__ == {
    "a": "typing.ClassVar[int]", "b": "NotDefinedAnywhere", "c": "'x'", "d": '"it\'s"', "e": "dict[str, int] | None",
    "f": "Callable[[int, str], ...]", "g": "tuple[()]", "h": "tuple[int,]", "i": "Literal[1, -2, 'a', None, True, b'x']",
    "j": "int | str | None", "k": "int | (str | None)", "l": "Annotated[int, Field(*x, a=1, **y), 1.5]", "m": "(int, str)",
    "n": "list[int]", "o": "int"}
assert Texts.method.__annotations__ == {"x": "Elsewhere", "args": "*Ts", "key": "Texts", "return": "'Texts'"}
assert str(inspect.signature(Texts.method)) == "(self, x: 'Elsewhere', *args: '*Ts', key: 'Texts' = 1) -> \"'Texts'\""


def outer():
    local = 1

    def inner(x: local, y: local.a[1].b) -> None:
        pass
    return inner


assert outer().__annotations__ == {"x": "local", "y": "local.a[1].b", "return": "None"}


@dataclasses.dataclass
class Point:
    x: int
    y: List[int] = dataclasses.field(default_factory=list)
    shared: ClassVar[int] = 1


assert repr(Point(1)) == "Point(x=1, y=[])" and [f.type for f in dataclasses.fields(Point)] == ["int", "List[int]"]
assert get_type_hints(Point) == {"x": int, "y": List[int], "shared": ClassVar[int]}


class Pair(NamedTuple):
    x: int
    y: "str" = "2"


assert Pair(1) == (1, "2") and get_type_hints(Pair) == {"x": int, "y": str}


class Film(TypedDict):
    title: str


assert get_type_hints(Film) == {"title": str} and Film.__annotations__["title"].__forward_arg__ == "str"
