# needs: methods messages
# In-place operators between derived sequences and derived numbers, and objects with __index__().


def error(source, **names):
    try:
        exec(source, names)
    except TypeError as e:
        return str(e)
    return names["v"]


class I(int):
    pass


class F(float):
    pass


class L(list):
    pass


class Two:
    def __index__(self):
        return 2


class Right(list):
    def __rmul__(self, other):
        return "rmul"


# ---- v *= sequence: an object of a class is not asked whether it is a count ----
for v in I(2), Two():
    name = type(v).__name__
    assert v * [1] == [1] * v == [1, 1]
    for w in [1], "a", (1,), b"a", L([1]):
        text = "unsupported operand type(s) for *=: '%s' and '%s'" % (name, type(w).__name__)
        assert error("v *= w", v=v, w=w) == text
    assert error("v *= w", v=v, w=Right()) == "rmul"
    assert error("v *= w", v=[1], w=v) == [1, 1]
    assert error("v *= w", v="a", w=v) == "aa"
assert error("v *= w", v=2, w=[1]) == error("v *= w", v=True, w=[1, 1]) == [1, 1]
assert error("v *= w", v=I(2), w=I(3)) == 6 and error("v *= w", v=I(2), w=1.5) == 3.0


# ---- the operator of a derived list's class does not take the place of list's +=, but of its *= ----
class Own(list):
    def __add__(self, other):
        return "add"

    def __mul__(self, other):
        return "mul"


class OwnSet(set):
    def __or__(self, other):
        return "or"


class Refusing(list):
    def __iadd__(self, other):
        return NotImplemented


v = w = Own([1])
v += [2]
assert v is w and v == [1, 2]
v *= 2
assert v == "mul" and w * 2 == "mul" and w + [1] == "add"
v = w = OwnSet([1])
v |= {2}
assert v is w and v == {1, 2} and v | {3} == "or"
v = w = Refusing([1])
v += [2]
assert v is not w and v == [1, 2] and w == [1]


# ---- what a number has from float comes before the reflected method of another number ----
class Times(int):
    def __rmul__(self, other):
        return "rmul"


class FloatTimes(float):
    def __rmul__(self, other):
        return "rmul"


assert F(2) * Times(3) == 6.0 and I(2) * Times(3) == 6
assert F(2) * FloatTimes(3) == 6.0 and I(2) * FloatTimes(3) == "rmul"
assert 2 * Times(3) == "rmul" and 2.0 * FloatTimes(3) == "rmul" and 2.0 * Times(3) == 6.0
print("ok")
