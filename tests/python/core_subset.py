# What every build has, the smallest too: the types' plain methods, errors by type, classes, generators, big ints,
# sorting with keys and failing comparisons.


def raises(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        assert type(e) is kind and isinstance(e.args, tuple) and len(str(e)) < 200
        return e
    assert 0, "nothing was raised"


# errors keep their types, whatever they say
raises(TypeError, lambda: 1 + "a")
raises(TypeError, lambda: len(5))
raises(TypeError, lambda: (lambda x: x)())
raises(TypeError, lambda: (lambda x: x)(1, 2))
raises(ValueError, int, "x")
raises(IndexError, lambda: [1][3])
raises(ZeroDivisionError, lambda: 1 // 0)
raises(OverflowError, lambda: 10.0 ** 400 if False else float(10 ** 400))
assert raises(KeyError, lambda: {}["k"]).args == ("k",)
assert "missing_name" in str(raises(NameError, lambda: missing_name))
assert "nothing" in str(raises(AttributeError, lambda: (1).nothing))
try:
    import no_such_module
except ImportError as e:
    assert "no_such_module" in str(e)
try:
    from . import nothing
except ImportError:
    pass
else:
    assert 0
try:
    import sys.nothing
except ImportError as e:
    assert "sys.nothing" in str(e)
try:
    open("/no/such/file")
except OSError as e:
    assert e.errno == 2

# text
s = "one two  three"
assert s.split() == ["one", "two", "three"] and s.split(" ", 1) == ["one", "two  three"]
assert s.find("two") == 4 and s.rfind("e") == 13 and s.index("t") == 4 and s.find("four") == -1 and s.count("t") == 2
assert s.upper() == "ONE TWO  THREE" and "AbC".lower() == "abc" and " x ".strip() + "xx".lstrip("x") == "x"
assert s.replace("e", "E") == "onE two  thrEE" and "-".join("abc") == "a-b-c" and s.startswith("one") and s.endswith("ee")
assert "5".isdigit() and "a".isalpha() and " ".isspace() and "{}-{x:>4}".format(1, x=2) == "1-   2"
assert f"{3.14159:.2f} {255:x} {'a'!r:>5}" == "3.14 ff   'a'"
assert "\u03b1b".encode() == b"\xce\xb1b" and b"\xce\xb1b".decode() == "\u03b1b" and "abc".encode("ascii") == b"abc"
raises(LookupError, "a".encode, "no-such-code")
try:
    "\u03b1".encode("ascii")
except UnicodeError:
    pass
else:
    assert 0
assert (b"a" * 400).find(b"ab") == -1 and ("ab" * 300 + "ac").find("ac") == 600 and ("ab" * 300).rfind("ba") == 597

# what the compiler may or may not compute
n = -5
assert n == 0 - 5 and -2.5 == 0 - 2.5 and 2 ** -1 == 0.5 and -True == -1 and (1, -2)[1] == -2 and 3 - -1 == 4 and not -0
a, b = 1, 2
a, b = b, a
assert (a, b) == (2, 1) and [i for i in range(3) if i in [0, 2]] == [0, 2] and "a" "b" + "c" == "abc" and 2 * 3 + 4 == 10
t = u = (1, 2)
assert t is u and __debug__ and "\u00e9A".lower()[1] == "a"
n += -2
assert n == -7

# containers
a = [3, 1, 2]
a.append(5)
a.extend([4])
a.insert(0, 9)
assert a == [9, 3, 1, 2, 5, 4] and a.pop() == 4 and a.pop(0) == 9 and a.index(2) == 2 and a.count(1) == 1
a.sort()
assert a == [1, 2, 3, 5] and a[::-1] == [5, 3, 2, 1] and a[1:3] == [2, 3]
d = {"a": 1, 2: "b", (3,): None}
assert d.get("x", 7) == 7 and list(d) == ["a", 2, (3,)] and d.pop("a") == 1 and d.setdefault("z", 1) == 1 and len(d) == 3
d.update(y=2)
assert sorted(str(k) for k in d.keys()) == ["(3,)", "2", "y", "z"] and {**d, "y": 3}["y"] == 3
assert bytearray(b"ab") + b"c" == b"abc" and b"abc"[1] == 98 and bytes([1, 2]) == b"\1\2"

# sorting is stable, takes keys, and loses nothing when a comparison fails

n = 200
pairs = [(i * 7919 % 31, i) for i in range(n)]
by_first = sorted(pairs, key=lambda p: p[0])
assert by_first == sorted(pairs) and sorted(pairs, key=lambda p: p[0], reverse=True)[0] == (30, min(p[1] for p in pairs if p[0] == 30))
words = ["w" + str(i * 31 % 97) for i in range(97)]
assert sorted(words, reverse=True) == list(reversed(sorted(words)))
mixed = [5, 3, "x", 1, 2]
raises(TypeError, mixed.sort)
assert len(mixed) == 5 and sorted(map(str, mixed)) == ["1", "2", "3", "5", "x"]


class Meddler:
    def __lt__(self, other):
        meddled.append(1)
        return False


meddled = [Meddler(), Meddler(), Meddler()]
raises(ValueError, meddled.sort)
assert len(meddled) == 3

# big ints, by the plain methods too
f = 1
for i in range(1, 400):
    f *= i
g = f
for i in range(399, 0, -1):
    assert g % i == 0
    g //= i
assert g == 1 and int(str(f)) == f and int(hex(f), 16) == f and f * f // f == f and -f // 7 == -(f // 7) - (f % 7 != 0)
assert (1 << 5000) >> 4990 == 1024 and (2 ** 300 - 1) & (2 ** 64) == 2 ** 64 and ~(1 << 100) == -(1 << 100) - 1


# classes, properties, inheritance, operators
class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    @property
    def label(self):
        return self.name + str(self.sides)

    @classmethod
    def make(cls):
        return cls("made")

    @staticmethod
    def area(w, h=2):
        return w * h

    def __add__(self, other):
        return Shape(self.name + other.name)

    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


class Square(Shape):
    sides = 4

    def __init__(self, name):
        super().__init__(name)

    def __getattr__(self, name):
        return "no " + name


q = Square.make()
assert q.label == "made4" and (q + q).name == "mademade" and Square.area(3) == 6 and q.other == "no other" and q == Shape("made")
assert isinstance(q, Shape) and issubclass(Square, Shape) and {q: 1}[Shape("made")] == 1 and hasattr(q, "name")
raises(AttributeError, setattr, Shape("x"), "label", 1)
del q.name
assert q.name == "no name"
for i in range(100):
    setattr(q, "a" + str(i), i)
assert q.a99 == 99 and sum(getattr(q, "a" + str(i)) for i in range(100)) == 4950


# generators, closures, exceptions, with, comprehensions, unpacking
def countdown(n):
    try:
        while n:
            got = yield n
            n = got if got else n - 1
    finally:
        done.append(n)


done = []
c = countdown(3)
assert next(c) == 3 and c.send(10) == 10 and next(c) == 9
c.close()
assert done == [9] and list(countdown(3)) == [3, 2, 1]


def chain(*its):
    for it in its:
        yield from it


assert list(chain([1], (2,), "3", range(4, 6), {6: 0})) == [1, 2, "3", 4, 5, 6]


def counter():
    n = 0

    def step(by=1, *more, scale=1, **rest):
        nonlocal n
        n += (by + sum(more)) * scale + len(rest)
        return n
    return step


step = counter()
assert step() == 1 and step(2, 3) == 6 and step(1, scale=4, x=0) == 11


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, e, trace):
        self.kind = kind
        return True


with Guard() as guard:
    raise KeyError(1)
assert guard.kind is KeyError
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e
except ValueError as e:
    assert type(e.__cause__) is ZeroDivisionError
assert [x * y for x in range(3) for y in range(3) if x != y] == [0, 0, 0, 2, 0, 2] and {k: v for k, v in zip("ab", (1, 2))} == {"a": 1, "b": 2}
first, *rest = range(4)
assert first == 0 and rest == [1, 2, 3] and (lambda *a, **k: (a, k))(*rest, **{"z": 1}) == ((1, 2, 3), {"z": 1})
x = 5
x += 3; x *= 2; x -= 1; x //= 2; x %= 5; x <<= 3; x |= 1; x ^= 3; x &= 255; x **= 2
assert x == 324
assert 1 < 2 <= 2 != 3 and not (1 < 2 > 3) and "b" in "abc" and 4 not in (1, 2) and None is None
y = 2.5
y += 1
assert y * 2 == 7.0 and -y == -3.5 and abs(-2.5) == 2.5 and y > 3 and 7.0 // 2 == 3.0 and 2 ** -1 == 0.5 and float("1e3") == 1000
assert max(3, 1, 2) == 3 and min([4, 2]) == 2 and sum([1, 2.5]) == 3.5 and round(2.5) == 2 and divmod(-7, 2) == (-4, 1)
assert list(map(str, [1])) == ["1"] and list(filter(None, [0, 1])) == [1] and any([0, 1]) and all([]) and bin(5) == "0b101"
del first
raises(NameError, lambda: first)
