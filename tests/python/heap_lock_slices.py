# Storing into buffers by slices takes no memory; the slice of such an assignment can't be seen.
# modes: normal stress switch sanitize single arm arm-double mips mips-double
# needs: micropython memoryview
import micropython
from array import array

b = bytearray(range(10))
m = memoryview(b)
a = array("h", range(6))
pair, quad = b"aa", array("h", [7, 8])


def store():
    b[3:5] = pair
    m[5:7] = pair
    b[:2] = b[0:2]
    a[2:4] = quad
    b[-1:] = b[4:5]


micropython.heap_lock()
try:
    b[3:5] = pair
    m[5:7] = pair
    b[-2:] = pair
    a[2:4] = quad
finally:
    micropython.heap_unlock()
assert bytes(b) == b"\0\1\2aaaa\7aa" and list(a) == [0, 1, 7, 8, 4, 5]
store()
assert bytes(b) == b"\0\1\2aaaa\7aa"


class Bound:
    def __index__(self):
        b[0:1] = b"x"
        return 4


b = bytearray(range(10))
b[Bound() : 6] = b"--"
assert bytes(b) == b"x\1\2\3--\6\7\x08\t"
seen = []


class Kept(bytearray):
    def __setitem__(self, key, value):
        seen.append(key)


k = Kept(b"abc")
k[0:1] = b"z"
k[1:2] = b"z"
b[5:6] = b"z"
assert seen == [slice(0, 1), slice(1, 2)]
l = [1, 2, 3]
l[0:1] = b"z"
assert l == [122, 2, 3]
try:
    b[::2] = b"zz"
    assert False
except ValueError as e:
    assert "extended slice" in str(e)


def items():
    b[1:2] = b"q"
    yield 33


b[7:8] = items()
assert bytes(b) == b"xq\2\3-z\6!\x08\t", b
