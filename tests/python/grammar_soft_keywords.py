# needs: match type_params
# match, case, type and _ are keywords only where a statement of theirs begins.
match = [10, 20, 30]
case = 1
type_ = type


# As names
assert match[0] == 10 and match[case] == 20
match[case] = 21
assert match[1] == 21
match[0], x = 11, 12
assert match[0] == 11
match = match
match += [40]
match * 2
match *= 1
match, case = match, case
match.append(50)
assert match[-1] == 50
match = 5
assert match -1 == 4 and match - 1 == 4
match -1
match - (1)
match + (2)
match * (2)
match not in (1, 2)
match in (1, 2)
match is None
match if match else match
match or match
match: int = 7
assert match == 7
match = lambda *a, **k: (a, k)
assert match() == ((), {})
match(1)
match (1, 2)
match(*[1], **{})
(match)
match(1), match(2)
match(
    1,
    2)
match(1)(2) if 0 else 3
match = {"a": {"b": 1}}
match ["a"] ["b"]
match["a"]["b"] = 2
assert match == {"a": {"b": 2}}
match [
    "a"
] = 3
assert match == {"a": 3}
match; case
if match: match


class match:
    case = 1
    match = 2


assert match.match == 2 and match . case == 1


def case(case):
    return case


assert case(case=3) == 3
_ = 4
assert _ == 4


# As keywords
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2:
            return "small"
        case (a, b): return a + b
        case [a, *_]: return "list"
        case {"k": v}: return v
        case str(): return "str"
        case _: return "other"


assert [f(x) for x in (0, 2, (3, 4), [1, 2, 3], {"k": 5}, "s", 9.5)] == ["zero", "small", 7, "list", 5, "str", "other"]


def g(*x):
    match (x):
        case (): return 0
    match (x[0]), *x[1:]:
        case a,: return 1
        case a, b: return 2
    match -x[0]:
        case -1: return "minus"
    match [*x]:
        case [1, *r] if r == [2]: return r
    match *x, 1:
        case *_, y: return y


assert [g(), g(5), g(5, 6), g(1, 2, 3), g(2, 3, 4)] == [0, 1, 2, "minus", 1]
match not 1:
    case False: n = 1
match {1: 2}:
    case {1: n}: pass
assert n == 2
match lambda: 1:
    case n: n = n()
assert n == 1
match ...:
    case n: pass
assert n is ...
match "a" "b":
    case "ab": n = 3
match n, (match := 4):
    case (3, 4): n = 5
assert n == 5 and match == 4
match (1,
       2):
    case 1, 2: n = 6
match(n):  # a comment:
    case 6: n = 7
match [n]: # ]
    case [7]: n = 8
match (
    "# : )"
):
    case case: n = case
assert n == "# : )"
match f"{match!r:>{3}}": # f-strings are no hindrance
    case "  4": n = 9
match ("x:") + ":", {1: 2}[1]:
    case "x::", 2: n = 10
assert n == 10

# type
type X = int
type Y[T] = list[T]
type Z[*Ts, **P] = dict[Ts, P]
assert X.__value__ is int and Y.__name__ == "Y"
assert type(1) is int and type (1) is int
type
type.__name__
type = type
type in (1, type)
type is None
type, x = type, 1
type type = int
type match = str
assert type.__name__ == "type" and match.__value__ is str
