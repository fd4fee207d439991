# needs: methods
# bytearray: what changes it.

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

b = bytearray(b"abc")
b.append(100)
b.extend(b"ef")
b.extend([103, 104])
b.extend(x for x in (105,))
assert b == b"abcdefghi" and len(b) == 9 and repr(b) == "bytearray(b'abcdefghi')" and str(b) == repr(b)
b.insert(0, 48)
b.insert(100, 49)
b.insert(-1, 50)
assert b == b"0abcdefghi21"
assert b.pop() == 49 and b.pop(0) == 48 and b.pop(-1) == 50 and b == b"abcdefghi"
b.remove(ord("c"))
b.reverse()
assert b == b"ihgfedba"
c = b.copy()
b.clear()
assert b == b"" and c == b"ihgfedba" and bytearray().copy() == b""
b += b"xy"
b *= 3
assert b == b"xyxyxy"
b *= 0
assert b == b""
a = b
b += b"1"
assert a is b and a == b"1"
b.extend(b)
b.extend(bytes(b))
assert b == b"1111"
b += memoryview(b"zz")
assert b == b"1111zz" and b + b"!" == b"1111zz!" and type(b + b"!") is bytearray

# ---- items and slices ----
b = bytearray(b"hello")
b[0] = 72
b[-1] = 79
assert b == b"HellO"
b[1:3] = b"EEEE"
assert b == b"HEEEElO"
b[1:5] = []
assert b == b"HlO"
b[3:3] = b"xyz"
b[:0] = bytearray(b"__")
assert b == b"__HlOxyz"
b[::2] = b"1234"
assert b == b"1_2l3x4z"
b[::-1] = b"abcdefgh"
assert b == b"hgfedcba"
b[2:4] = b
assert b == b"hghgfedcbadcba"
del b[0]
del b[-1]
del b[1:3]
assert b == b"gfedcbadcb"
del b[::3]
assert b == b"fecbdc"
del b[::-2]
assert b == b"fcd"
del b[5:]
del b[2:1]
del b[:]
assert b == b"" and len(b) == 0
b[:] = range(5)
assert b == b"\0\1\2\3\4"
b[1:4:2] = b"\xff\xfe"
assert b == b"\0\xff\2\xfe\4"
assert raises(ValueError, b.append, 300) == "byte must be in range(0, 256)" and raises(TypeError, b.append, "x") == "'str' object cannot be interpreted as an integer"
assert raises(IndexError, bytearray().pop) == "pop from empty bytearray" and raises(IndexError, b.pop, 9) == "pop index out of range"
assert raises(ValueError, b.remove, 77) == "value not found in bytearray"
assert raises(TypeError, b.extend, "x") == "expected iterable of integers; got: 'str'" and raises(TypeError, b.extend, 5) == "can't extend bytearray with int"
assert raises(ValueError, b.__setitem__, 0, 300) == "byte must be in range(0, 256)" and raises(IndexError, b.__setitem__, 9, 1) == "bytearray index out of range"
assert raises(TypeError, b.__setitem__, slice(0, 1), 5) == "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
assert raises(ValueError, b.__setitem__, slice(0, 3, 2), b"xxx") == "attempt to assign bytes of size 3 to extended slice of size 2"
assert raises(IndexError, b.__delitem__, 9) == "bytearray index out of range"
assert raises(TypeError, hash, b) == "unhashable type: 'bytearray'"
assert raises(TypeError, lambda: bytearray(b"a") + "x") == "can't concat str to bytearray"

# ---- growing and shrinking ----
b = bytearray()
for i in range(10000):
    b.append(i & 255)
assert len(b) == 10000 and b[9999] == 9999 & 255
while b:
    b.pop()
    if len(b) > 10:
        del b[-10:]
assert b == b""
for n in (0, 1, 255, 256, 257, 100000):
    assert bytearray(n) == bytes(n) and len(bytearray(n)) == n
assert bytearray(5) == b"\0\0\0\0\0" and bytearray([1, 2]) == b"\1\2" and bytearray("\u00e9", "utf-8") == b"\xc3\xa9"
assert bytearray(b"ab") == bytearray(b"ab") and bytearray(b"a") < bytearray(b"b") and bytearray(b"a") == memoryview(b"a")

class MyBytearray(bytearray):
    pass
m = MyBytearray(b"ab")
m.append(99)
m += b"d"
assert m == b"abcd" and type(m) is MyBytearray and m[0] == 97 and m.upper() == b"ABCD" and list(m) == [97, 98, 99, 100]

# resize() of 3.14, and slices with a step that go
if hasattr(bytearray, "resize"):
    b = bytearray(b"abc")
    assert b.resize(5) is None and b == b"abc\0\0"
    b.resize(1)
    assert b == b"a"
    for wrong, error in ((-1, ValueError), ("a", TypeError), (1 << 80, OverflowError)):
        try:
            b.resize(wrong)
        except error:
            continue
        assert False, wrong
    with memoryview(b):
        try:
            b.resize(9)
            assert False
        except BufferError:
            pass
    assert b == b"a"
b = bytearray(b"abcdefgh")
del b[::2]
assert b == b"bdfh"
del b[::-2]
assert b == b"bf"
try:
    b"\0\xd8\0\0".decode("utf-32-le")
    assert False
except UnicodeDecodeError as e:
    assert e.reason == "code point in surrogate code point range(0xd800, 0xe000)" and e.encoding == "utf-32-le"
