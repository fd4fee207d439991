"""What the standard modules have since 3.14."""
# needs: tstrings functools heapq annotationlib
# modes: normal stress code sanitize
import functools
import heapq
import operator
from functools import Placeholder as _
from string.templatelib import Interpolation, Template, convert


def raises(exception, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except exception as e:
        return str(e)
    assert False


# functools
def show(*args, **keywords):
    return args, keywords


assert repr(_) == "Placeholder" and type(_)() is _
p = functools.partial(show, _, 2, _, 4)
assert p(1, 3) == ((1, 2, 3, 4), {}) and p(1, 3, 5, x=6) == ((1, 2, 3, 4, 5), {"x": 6})
assert functools.partial(p, 1)(3) == ((1, 2, 3, 4), {})
assert functools.partial(p, 1, 3, 5)() == ((1, 2, 3, 4, 5), {})
assert functools.partial(p, _, 3)(1) == ((1, 2, 3, 4), {})
assert "expected at least 2, got 1" in raises(TypeError, p, 1)
assert raises(TypeError, functools.partial, show, 1, _) == "trailing Placeholders are not allowed"
assert raises(TypeError, functools.partial, show, x=_) == "Placeholder cannot be passed as a keyword argument"
assert functools.partial(str.replace, _, "a", "b")("banana") == "bbnbnb"


class Box:
    bound = functools.partial(show, 1)
    method = functools.partialmethod(show, _, 2)


box = Box()
assert box.bound(2)[0] == (1, box, 2) and Box.bound(2)[0] == (1, 2)
assert functools.reduce(operator.add, [1, 2], initial=10) == 13

# heapq: the largest first
heap = [3, 1, 4, 1, 5]
heapq.heapify_max(heap)
assert heap[0] == 5
heapq.heappush_max(heap, 9)
assert heapq.heappop_max(heap) == 9 and heapq.heappop_max(heap) == 5
assert heapq.heapreplace_max(heap, 0) == 4 and heapq.heappushpop_max(heap, 7) == 7 and heapq.heappushpop_max(heap, 2) == 3
assert [heapq.heappop_max(heap) for i in range(len(heap))] == [2, 1, 1, 0]
raises(IndexError, heapq.heappop_max, [])

# operator
assert operator.is_none(None) and not operator.is_none(0) and operator.is_not_none(0)

# templates
name = "x"
t = t"a{name!r:>4}b"
assert isinstance(t, Template) and isinstance(t.interpolations[0], Interpolation) and t.strings == ("a", "b")
assert convert("x", "r") == "'x'" and convert(5, None) == 5 and convert("é", "a") == "'\\xe9'" and convert(3, "s") == "3"
raises(ValueError, convert, 1, "q")

# annotationlib
import annotationlib
from annotationlib import Format


def later(a: Missing, b: int, c: "text") -> list[Missing]:
    pass


found = annotationlib.get_annotations(later, format=Format.FORWARDREF)
assert found["a"].__forward_arg__ == "Missing" and found["b"] is int and found["c"] == "text"
assert annotationlib.get_annotations(later, format=Format.STRING)["b"] == "int"
raises(NameError, annotationlib.get_annotations, later)
Missing = text = str
assert annotationlib.get_annotations(later)["a"] is str
assert annotationlib.type_repr(int) == "int" and annotationlib.type_repr(...) == "..." and repr(Format.VALUE) == "<Format.VALUE: 1>"


# typing: unions are all of one kind
import typing

assert typing.Union[int, str] == int | str and type(typing.Union[int, str]) is type(int | str) is typing.Union
assert repr(typing.Optional[int]) == "int | None" and typing.get_origin(int | str) is typing.Union
assert typing.get_type_hints(later)["return"] == list[str]

# functions made of code
f = type(later)((lambda a, b=2: (a, b, name)).__code__, {"name": "g"}, "made", (5,))
assert f(1) == (1, 5, "g") and f.__name__ == "made"
raises(TypeError, type(later), 1, {})
raises(TypeError, type(later), later.__code__, [])
