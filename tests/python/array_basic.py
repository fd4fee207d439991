# needs: percent messages methods
# array.
import array
from array import array as A

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

LIMITS = {"b": (-128, 127), "B": (0, 255), "h": (-2**15, 2**15 - 1), "H": (0, 2**16 - 1), "i": (-2**31, 2**31 - 1), "I": (0, 2**32 - 1), "q": (-2**63, 2**63 - 1), "Q": (0, 2**64 - 1)}
for code, (least, most) in LIMITS.items():
    a = A(code, [least, most, 0, 1])
    assert a.tolist() == [least, most, 0, 1] and list(a) == a.tolist() and a.typecode == code and len(a) == 4 and a[-1] == 1
    raises(OverflowError, a.append, most + 1)
    raises(OverflowError, a.append, least - 1)
    raises(TypeError, a.append, "x")
    raises(TypeError, a.append, 1.5)
    assert len(a) == 4 and A(code, a.tobytes()) == a and A(code, bytearray(a.tobytes())) == a
    b = A(code)
    b.frombytes(a.tobytes())
    assert b == a and repr(A(code, [1, 2])) == "array('%s', [1, 2])" % code and repr(A(code)) == "array('%s')" % code
    a.byteswap()
    a.byteswap()
    assert a == b and a.itemsize * 4 == len(a.tobytes())
assert [A(c).itemsize for c in "bBhHiIqQfd"] == [1, 1, 2, 2, 4, 4, 8, 8, 4, 8] and A("l").itemsize == A("L").itemsize
for code in "fd":
    a = A(code, [1.5, -2, True])
    assert a.tolist() == [1.5, -2.0, 1.0] and type(a[1]) is float and repr(a) == "array('%s', [1.5, -2.0, 1.0])" % code
    assert raises(TypeError, a.append, "x") == "must be real number, not str"
assert (A("f", [0.1])[0] != 0.1) == (1 + 2 ** -50 != 1) and A("d", [0.1])[0] == 0.1 and A("f", [1e300])[0] == float("inf")

a = A("i", [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.extend(A("i", [7]))
a.extend(x for x in (8, 9))
assert a.tolist() == [1, 2, 3, 4, 5, 6, 7, 8, 9] and a.pop() == 9 and a.pop(0) == 1 and a.pop(-2) == 7
a.insert(0, 10)
a.insert(-1, 11)
a.insert(100, 12)
assert a.tolist() == [10, 2, 3, 4, 5, 6, 11, 8, 12] and a.index(3) == 2 and a.index(11, 3) == 6 and a.count(2) == 1 and 5 in a and 99 not in a
a.remove(10)
a.reverse()
assert a.tolist() == [12, 8, 11, 6, 5, 4, 3, 2] and a[1:3] == A("i", [8, 11]) and a[::-2].tolist() == [2, 4, 6, 8] and a[5:1].tolist() == []
a[0] = -1
a[-1] = -2
a[1:3] = A("i", [1, 2, 3, 4])
assert a.tolist() == [-1, 1, 2, 3, 4, 6, 5, 4, 3, -2]
a[::2] = A("i", [0] * 5)
assert a.tolist() == [0, 1, 0, 3, 0, 6, 0, 4, 0, -2]
del a[0], a[-1], a[1:3]
del a[::2]
assert a.tolist() == [3, 6, 4] or a.count(0) > 1, a
a[1:1] = a
assert a.count(0) == len(a)
a = A("h", [1, 2])
b = a
a += A("h", [3])
a *= 2
assert a is b and a.tolist() == [1, 2, 3, 1, 2, 3] and (a + a).tolist() == a.tolist() * 2 and (a * 2) == (2 * a) and (a * -1).tolist() == [] and a[:2] * 0 == A("h")
assert A("i", [1, 2]) == A("h", [1, 2]) and A("i", [1, 2]) < A("i", [1, 3]) and A("i", [1]) < A("i", [1, 0]) and A("i") <= A("d") and A("i", [2]) > A("i", [1, 5]) and (A("i", [1]) == [1]) is False
a.clear()
assert len(a) == 0 and not a and a.tobytes() == b""
a.fromlist([1, 2])
raises(TypeError, a.fromlist, [3, "x"])
assert a.tolist() == [1, 2] and raises(TypeError, a.fromlist, (1,)) == "arg must be list"
c = a.__copy__()
c[0] = 5
assert a[0] == 1 and a.buffer_info()[1] == 2 and A("i", a).tolist() == [1, 2] and A("d", A("i", [3])).tolist() == [3.0] and A("i", range(5)).tolist() == [0, 1, 2, 3, 4]

# ---- buffers ----
a = A("H", [1, 2, 3])
m = memoryview(a)
m[0] = 500
assert a[0] == 500 and bytes(a) == a.tobytes() and bytearray(a) == a.tobytes() and m.format == "H" and b"" + a == a.tobytes() and bytes(m[1:]) == a.tobytes()[2:]

# ---- characters ----
w = A("w", "a\u20ac\U0001f600")
assert w.tounicode() == "a\u20ac\U0001f600" and w[1] == "\u20ac" and len(w) == 3 and w.itemsize == 4 and repr(w) == "array('w', 'a\u20ac\U0001f600')"
w.fromunicode("bc")
w.append("d")
assert w.tounicode() == "a\u20ac\U0001f600bcd" and "b" in w

# ---- errors ----
assert raises(ValueError, A, "z").startswith("bad typecode") and raises(TypeError, A, 1) == "array() argument 1 must be a unicode character, not int" and raises(TypeError, A, "b", "abc") == "cannot use a str to initialize an array with typecode 'b'"
assert raises(ValueError, A, "i", b"abc") == "bytes length not a multiple of item size" and raises(TypeError, A, "i", 3) == "'int' object is not iterable"
assert raises(OverflowError, A, "b", [1000]) == "signed char is greater than maximum" and raises(OverflowError, A, "H", [-1]) == "unsigned short is less than minimum"
a = A("i", [1, 2, 3])
assert raises(IndexError, lambda: a[5]) == "array index out of range" and raises(IndexError, a.__setitem__, 5, 1) == "array assignment index out of range" and raises(TypeError, lambda: a["x"]) == "array indices must be integers"
assert raises(IndexError, a.pop, 10) == "pop index out of range" and raises(IndexError, A("i").pop) == "pop from empty array" and raises(ValueError, a.remove, 99) == "array.remove(x): x not in array"
assert raises(TypeError, lambda: a + [1]) == 'can only append array (not "list") to array' and raises(TypeError, a.__setitem__, slice(0, 1), [1]) == 'can only assign array (not "list") to array slice'
assert raises(TypeError, a.extend, A("d")) == "can only extend with array of same kind" and raises(ValueError, a.__setitem__, slice(None, None, 2), A("i", [1])) == "attempt to assign array of size 1 to extended slice of size 2"
assert raises(TypeError, hash, a).startswith("unhashable type") and raises(TypeError, lambda: a * 1.5) == "can't multiply sequence by non-int of type 'float'"
assert set("bBhHiIlLqQfd") <= set(array.typecodes) and array.ArrayType is A

big = A("d")
for i in range(10000):
    big.append(i * 0.5)
assert sum(big) == 0.5 * 9999 * 10000 / 2 and big[9999] == 4999.5
while len(big) > 3:
    del big[len(big) // 2:]
assert big[0] == 0.0

class MyArray(A):
    pass
m = MyArray("i", [1, 2])
m.append(3)
assert m[2] == 3 and m.tolist() == [1, 2, 3] and len(m) == 3

# Derived classes with arguments of their own
class Kept(A):
    def __init__(self, code, kept=None):
        self.kept = kept
        A.__init__(self)

class Raised(A):
    def __init__(self, code, data, by):
        self.by = by

    def __new__(cls, code, data, by):
        return A.__new__(cls, code, data)

    def __getitem__(self, i):
        return A.__getitem__(self, i) + self.by

k = Kept("b", kept=1)
assert k.kept == 1 and k.typecode == "b" and len(k) == 0
assert Raised("i", [3, 6], 4)[1] == 10 and raises(TypeError, Raised, "i", [3]) and raises(TypeError, lambda: A("b", kept=1))
w = A("w")
w.frombytes(b"\xff\xff\xff\x7f")
assert raises(ValueError, w.tolist) == raises(ValueError, lambda: w[0]) == "chr() arg not in range(0x110000)"
assert raises(TypeError, A, "i", A("w", "abc")) == "cannot use a unicode array to initialize an array with typecode 'i'"
