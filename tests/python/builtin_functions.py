# needs: complex methods
# Built-in functions about numbers, characters and any value.


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
    else:
        assert False, "no " + kind.__name__


# numbers
assert abs(-3) == 3 and abs(3.5) == 3.5 and abs(-2.5) == 2.5 and abs(3 + 4j) == 5.0
assert abs(-(10**30)) == 10**30 and abs(True) == 1
assert divmod(7, 3) == (2, 1) and divmod(-7, 3) == (-3, 2) and divmod(7, -3) == (-3, -2)
assert divmod(7.5, 2) == (3.0, 1.5) and divmod(10**20, 3) == (33333333333333333333, 1)
raises(ZeroDivisionError, None, divmod, 1, 0)
raises(TypeError, "unsupported operand type(s) for divmod(): 'str' and 'int'", divmod, "a", 1)
assert pow(2, 10) == 1024 and pow(2, 10, 1000) == 24 and pow(3, -1, 7) == 5
assert pow(2, -1) == 0.5 and pow(base=3, exp=4) == 81 and pow(7, 2, mod=5) == 4
raises(TypeError, "pow() 3rd argument not allowed unless all arguments are integers", pow, 2.0, 3, 4)
assert round(2.5) == 2 and round(3.5) == 4 and round(-2.5) == -2 and type(round(2.0)) is int
assert round(2.675, 2) == 2.67 and round(1234, -2) == 1200 and round(1250, -2) == 1200
assert round(2.5, None) == 2 and round(number=1.26, ndigits=1) == 1.3
raises(TypeError, "type str doesn't define __round__ method", round, "x")
assert bin(10) == "0b1010" and oct(-8) == "-0o10" and hex(255) == "0xff" and hex(-(1 << 70)) == "-0x400000000000000000"
assert bin(True) == "0b1" and hex(0) == "0x0"
raises(TypeError, "'float' object cannot be interpreted as an integer", hex, 1.5)
assert sum([1, 2, 3]) == 6 and sum([], 5) == 5 and sum([1, 2.5]) == 3.5
assert sum([[1], [2]], []) == [1, 2] and sum((10**20, 1)) == 10**20 + 1 and sum(range(101)) == 5050
assert sum([1, 2], start=10) == 13 and sum([True, True]) == 2 and sum([2.5, 1]) == 3.5
assert sum([2**62, 2**62, 2**62]) == 3 * 2**62 and sum([1e308, 1e308]) == float("inf")
raises(TypeError, "sum() can't sum strings [use ''.join(seq) instead]", sum, ["a"], "")
raises(TypeError, "unsupported operand type(s) for +: 'int' and 'str'", sum, ["a"])

# characters
assert chr(65) == "A" and chr(0x20AC) == "\u20ac" and chr(0x1F600) == "\U0001f600" and ord("\u20ac") == 0x20AC
assert ord(b"a") == 97 and ord(bytearray(b"z")) == 122
raises(ValueError, "chr() arg not in range(0x110000)", chr, 0x110000)
raises(ValueError, "chr() arg not in range(0x110000)", chr, -1)
raises(TypeError, "ord() expected a character, but string of length 2 found", ord, "ab")
raises(TypeError, "ord() expected string of length 1, but int found", ord, 1)
assert ascii("a\u20ac\U0001f600\xe9") == "'a\\u20ac\\U0001f600\\xe9'" and ascii([1, "x"]) == "[1, 'x']"
assert repr("a'b") == '"a\'b"' and format(3.14159, ".2f") == "3.14" and format("x", ">3") == "  x" and format(5) == "5"
raises(TypeError, "format() argument 2 must be str, not int", format, 1, 2)


# attributes
class A:
    x = 1

    def f(self):
        return 2


a = A()
assert getattr(a, "x") == 1 and getattr(a, "y", 7) == 7 and hasattr(a, "f") and not hasattr(a, "g")
setattr(a, "y", 5)
assert a.y == 5
delattr(a, "y")
assert not hasattr(a, "y")
raises(AttributeError, "'A' object has no attribute 'y'", getattr, a, "y")
raises(TypeError, "attribute name must be string, not 'int'", getattr, a, 1)
assert callable(A) and callable(a.f) and callable(len) and not callable(1)
assert id(a) == id(a) and id(a) != id(A) and hash("abc") == hash("ab" + "c") and hash(1) == hash(1.0) == hash(True)
raises(TypeError, "unhashable type: 'list'", hash, [])
assert len("abc") == 3 and len({1, 2}) == 2
raises(TypeError, "object of type 'int' has no len()", len, 3)
assert isinstance(1, int) and isinstance(True, int) and not isinstance("x", int) and isinstance(1, (str, int))
assert isinstance("x", (int, (float, str))) and issubclass(bool, int) and issubclass(A, object)
assert issubclass(A, (int, A)) and not issubclass(int, str)
raises(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union", isinstance, 1, 1)
raises(TypeError, "issubclass() arg 1 must be a class", issubclass, 1, int)


class Meta(type):
    def __instancecheck__(cls, x):
        return x == 5

    def __subclasscheck__(cls, c):
        return c is int


class Five(metaclass=Meta):
    pass


assert isinstance(5, Five) and not isinstance(6, Five) and issubclass(int, Five) and not issubclass(str, Five)
assert "x" in dir(a) and "f" in dir(A) and "append" in dir([]) and dir(A) == sorted(dir(A))
a.z = 1
assert "z" in dir(a) and vars(a) == {"z": 1}


class D:
    def __dir__(self):
        return ["b", "a"]


assert dir(D()) == ["a", "b"]


def names():
    q = 1
    return dir(), sorted(locals())


assert names() == (["q"], ["q"])
raises(TypeError, "vars() argument must have __dict__ attribute", vars, 1)
assert Ellipsis is ... and NotImplemented is not None and __debug__ is True and __name__ == "__main__"
