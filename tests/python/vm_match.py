# needs: match
# match: all kinds of patterns.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Colour:
    RED = 1


def what(v):
    match v:
        case 0 | 1:
            return "small"
        case -5:
            return "minus five"
        case 2.5 | "text" | b"bytes" | None | True:
            return "constant"
        case Colour.RED:
            return "red"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return "on x", x
        case Point(x=x, y=y) if x == y:
            return "diagonal", x
        case Point():
            return "point"
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [1, *rest, 9]:
            return "framed", rest
        case (str() as s, [a, b]):
            return "nested", s, a, b
        case [_, _, *_]:
            return "longer"
        case {"kind": "a", "value": value}:
            return "a", value
        case {"kind": str(kind), **rest}:
            return kind, rest
        case {}:
            return "mapping"
        case int(n) if n > 100:
            return "big", n
        case float() | complex():
            return "number"
        case list() | str():
            return "never"
        case (1 + 2j):
            return "complex"
        case other:
            return "other", other


assert what(0) == what(1) == "small" or what(1) == "small"
assert what(True) == "small"  # True == 1
assert what(-5) == "minus five"
assert [what(v) for v in (2.5, "text", b"bytes", None)] == ["constant"] * 4
assert what(Point(0, 0)) == "origin" and what(Point(3, 0)) == ("on x", 3)
assert what(Point(4, 4)) == ("diagonal", 4) and what(Point(4, 5)) == "point"
assert what([]) == "empty" and what((7,)) == ("one", 7)
assert what([1, 2, 3, 9]) == ("framed", [2, 3]) and what([1, 9]) == ("framed", [])
assert what(["s", (1, 2)]) == ("nested", "s", 1, 2) and what([3, 4, 5]) == "longer"
assert what({"kind": "a", "value": 5}) == ("a", 5)
assert what({"kind": "z", "q": 1}) == ("z", {"q": 1}) and what({"x": 1}) == "mapping"
assert what(1000) == ("big", 1000) and what(1.5) == "number" and what(50) == ("other", 50)
assert what("string") == "never" and what({1}) == ("other", {1})


def no_match(v):
    match v:
        case 1:
            return 1
    return "fell through"


assert no_match(2) == "fell through"
match = 3
case = 4
type = 5
assert match + case + type == 12
match [1, 2]:
    case [a, b] if a > b:
        r = 1
    case [a, b]:
        r = 2
assert r == 2 and (a, b) == (1, 2)
match 1, 2:
    case x, y:
        assert (x, y) == (1, 2)
