"""The smaller modules of lib/: abc, bisect, copy, heapq, operator, string, types."""
# needs: copy types
import abc, bisect, copy, heapq, operator, string, types


def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return e
    assert False


# abc
class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass

    @property
    @abc.abstractmethod
    def name(self):
        pass


class Square(Shape):
    name = "square"

    def area(self):
        return 4


class Half(Shape):
    name = "half"


assert "area" in str(raises(TypeError, Half)) and Square().area() == 4
raises(TypeError, Shape)

# bisect
a = [1, 2, 2, 3]
assert bisect.bisect(a, 2) == 3 and bisect.bisect_left(a, 2) == 1 and bisect.bisect_left([], 1) == 0
bisect.insort(a, 2.5)
bisect.insort_left(a, 2)
assert a == [1, 2, 2, 2, 2.5, 3]
words = ["a", "bb", "dddd"]
bisect.insort(words, "ccc", key=len)
assert words == ["a", "bb", "ccc", "dddd"] and bisect.bisect_left(words, 3, key=len) == 2
raises(ValueError, bisect.bisect, a, 1, -1)

# copy
x = [1, [2, 3], (4, [5]), {"a": [6]}, {7}]
y = copy.copy(x)
z = copy.deepcopy(x)
assert y == x == z and y is not x and y[1] is x[1] and z[1] is not x[1] and z[2][1] is not x[2][1]
assert z[3]["a"] is not x[3]["a"]
t = (1, "a", (2,))
assert copy.copy(t) is t and copy.deepcopy(t) is t
loop = [1]
loop.append(loop)
other = copy.deepcopy(loop)
assert other is not loop and other[1] is other


class Node:
    def __init__(self, next):
        self.next = next


class Special:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return "deep"


class Listed(list):
    pass


n = Node(Node([1]))
assert copy.copy(n).next is n.next and copy.deepcopy(n).next.next == [1] and copy.deepcopy(n).next is not n.next
assert copy.copy(Special()) == "shallow" and copy.deepcopy([Special()]) == ["deep"]
l = Listed([1, [2]])
l.extra = 3
m = copy.deepcopy(l)
assert m == l and type(m) is Listed and m.extra == 3 and m[1] is not l[1]
assert copy.copy(Node) is Node and copy.deepcopy(len) is len and copy.copy(bytearray(b"x")) == b"x"

# heapq
h = []
for i in (5, 3, 8, 1, 9, 2):
    heapq.heappush(h, i)
assert h[0] == 1 and [heapq.heappop(h) for _ in range(6)] == [1, 2, 3, 5, 8, 9]
h = [(i * 37 + 11) % 101 for i in range(60)]
expected = sorted(h)
heapq.heapify(h)
assert [heapq.heappop(h) for _ in range(60)] == expected
h = [2, 4]
assert heapq.heappushpop(h, 1) == 1 and heapq.heappushpop(h, 3) == 2 and heapq.heapreplace(h, 9) == 3 and h == [4, 9]
raises(IndexError, heapq.heappop, [])
assert heapq.nlargest(2, [1, 5, 3]) == [5, 3] and heapq.nsmallest(2, ["ccc", "a", "bb"], key=len) == ["a", "bb"]
assert list(heapq.merge([1, 4], [2, 3], [])) == [1, 2, 3, 4]
assert list(heapq.merge([4, 1], [3, 2], reverse=True)) == [4, 3, 2, 1]

# operator
assert operator.add(1, 2) == 3 and operator.itemgetter(1)("ab") == "b" and operator.itemgetter(0, 2)("abc") == ("a", "c")
assert operator.attrgetter("next.next")(n) == [1] and operator.methodcaller("split", ",")("a,b") == ["a", "b"]
assert operator.truediv(1, 2) == 0.5 and operator.not_(0) and operator.contains([1], 1) and operator.abs(-2) == 2
assert operator.countOf([1, 2, 1], 1) == 2 and operator.indexOf([1, 2], 2) == 1 and operator.index(True) == 1
d = {}
operator.setitem(d, 1, 2)
assert operator.getitem(d, 1) == 2
operator.delitem(d, 1)
assert not d and operator.iadd([1], [2]) == [1, 2]

# string
assert string.ascii_letters[:2] == "ab" and len(string.printable) == 100 and string.capwords("a bc") == "A Bc"

# types
assert isinstance(raises, types.FunctionType) and isinstance(len, types.BuiltinFunctionType)
assert isinstance(n.__init__, types.MethodType) and isinstance(types, types.ModuleType)
assert isinstance((i for i in ""), types.GeneratorType) and types.NoneType is type(None)
s = types.SimpleNamespace(a=1, b="x")
assert repr(s) == "namespace(a=1, b='x')" and s == types.SimpleNamespace(b="x", a=1) and s.a == 1
K = types.new_class("K", (Node,), None, lambda ns: ns.update(y=5))
assert K.y == 5 and issubclass(K, Node)

# string.Template: patterns of one's own are verbose, and have their groups
import string
class Braces(string.Template):
    pattern = r"""
    \$(?:
      (?P<escaped>\$)                |  # the sign
      (?P<named>[a-z]+)              |
      @@(?P<braced>[a-z]+)@@         |
      (?P<invalid>)
    )"""
assert Braces("in $@@place@@ $what $$").substitute(place="x", what=1) == "in x 1 $"
assert Braces("in $@@place@@").safe_substitute() == "in $@@place@@" and Braces("$a $@@b@@").get_identifiers() == ["a", "b"]
class Bare(string.Template):
    pattern = r"(?P<escaped>a)|b(?P<named>c)|d(?P<braced>e)|f(?P<invalid>g)|(?P<other>o)?x"
for call in Bare("x").is_valid, Bare("x").get_identifiers, lambda: Bare("x").substitute({}):
    try:
        call()
        raise AssertionError
    except ValueError as e:
        assert e.args[0] == "Unrecognized named group in pattern"

# what is no sequence is found out before it is asked to insert
for f in bisect.insort_left, bisect.insort_right:
    try:
        f(10, 10)
        raise AssertionError
    except TypeError:
        pass
