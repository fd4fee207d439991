# needs: messages
# struct.
import struct
from struct import pack, unpack, calcsize, unpack_from, pack_into, iter_unpack, Struct

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

for f, args, data in [
        ("<bBhHiIqQ", (-1, 255, -2, 65535, -3, 4294967295, -4, 2**64 - 1), b"\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff\xfc" + b"\xff" * 15),
        (">hHiIlL", (1, 2, 3, 4, 5, 6), b"\0\1\0\2\0\0\0\3\0\0\0\4\0\0\0\5\0\0\0\6"), ("!I", (0x01020304,), b"\1\2\3\4"), ("<?c", (True, b"x"), b"\1x"), ("<f", (1.5,), b"\0\0\xc0?"), (">d", (-2.0,), b"\xc0\0\0\0\0\0\0\0"), (">e", (1.5,), b"\x3e\0"),
        ("<3s", (b"abcd",), b"abc"), ("<5s", (b"ab",), b"ab\0\0\0"), ("<5p", (b"ab",), b"\2ab\0\0"), ("<3p", (b"abcd",), b"\2ab"), ("<s0s", (b"x", b"y"), b"x"), ("<2x", (), b"\0\0"), ("<bxb", (1, 2), b"\1\0\2"), ("<3h", (1, 2, 3), b"\1\0\2\0\3\0"), ("< h  2b ", (1, 2, 3), b"\1\0\2\3"), ("", (), b""), ("<", (), b""),
        (">q", (-2**63,), b"\x80" + b"\0" * 7)]:
    assert pack(f, *args) == data, (f, pack(f, *args))
    assert calcsize(f) == len(data)
    if "s" not in f and "p" not in f:
        assert unpack(f, data) == args
assert unpack("<3s", b"abc") == (b"abc",) and unpack("<5p", b"\2abcd") == (b"ab",) and unpack("<5p", b"\xffabcd") == (b"abcd",) and unpack("<0p2s", b"ab") == (b"", b"ab") and unpack("<3c", b"abc") == (b"a", b"b", b"c")
assert calcsize("bi") == 8 and calcsize("=bi") == 5 and calcsize("<l") == 4 and calcsize("bh") == 4 and calcsize("ib") == 5 and calcsize("@bq") >= 12 and calcsize("P") == calcsize("n") == calcsize("N") and calcsize("b0i") == 4 and calcsize("3h2x") == 8
assert unpack("@bi", pack("@bi", -1, -2)) == (-1, -2) and pack("=h", 1) == pack("@h", 1) and unpack("P", pack("P", 12345)) == (12345,) and unpack("n", pack("n", -5)) == (-5,)
# halves and singles round as they should
for x in (0.0, 1.0, -1.0, 65504.0, 2.0**-24, 2.0**-14, 0.333251953125, float("inf"), -float("inf")):
    assert unpack("<e", pack("<e", x)) == (x,)
assert pack("<e", 2.0**-25) == b"\0\0" and pack("<e", 2.0**-25 * 1.5) == b"\1\0" and pack("<e", 1 + 2.0**-11) == b"\0\x3c" and pack("<e", 1 + 3 * 2.0**-11) == b"\2\x3c" and pack("<e", 65519.0) == b"\xff\x7b"
assert raises(OverflowError, pack, "<e", 65520.0) == "float too large to pack with e format" and (1e39 == float("inf") or raises(OverflowError, pack, "<f", 1e39) == "float too large to pack with f format")
nan = unpack("<f", pack("<f", float("nan")))[0]
assert nan != nan and unpack("<f", pack("<f", 3)) == (3.0,)

buffer = bytearray(8)
pack_into("<hb", buffer, 2, -1, 5)
assert buffer == b"\0\0\xff\xff\5\0\0\0" and unpack_from("<h", buffer, 2) == (-1,) and unpack_from("<b", buffer, offset=4) == (5,) and unpack_from("<h", buffer=buffer) == (0,) and unpack_from("<b", buffer, -4) == (5,)
pack_into("<b", buffer, -1, 7)
assert buffer[7] == 7 and list(iter_unpack("<h", b"\1\0\2\0")) == [(1,), (2,)] and unpack("<I", memoryview(b"\1\2\3\4\5")[:4]) == (0x04030201,)
assert unpack("<i", bytearray(b"\1\0\0\0")) == (1,)

s = Struct("<hI")
assert s.size == 6 and s.format == "<hI" and s.pack(1, 2) == b"\1\0\2\0\0\0" and s.unpack(b"\1\0\2\0\0\0") == (1, 2) and s.unpack_from(b"x\1\0\2\0\0\0", 1) == (1, 2) and list(s.iter_unpack(bytes(12))) == [(0, 0), (0, 0)]
s.pack_into(buffer, 0, 3, 4)
assert buffer[:6] == b"\3\0\4\0\0\0" and Struct(b"h").format == "h" and repr(Struct("i")) == "Struct('i')"

class I:
    def __index__(self):
        return 7
assert pack("<b", I()) == b"\7" and pack("<b", True) == b"\1" and pack("<?", []) == b"\0" and pack("<3s", bytearray(b"abc")) == b"abc"

E = struct.error
assert issubclass(E, Exception) and E.__name__ == "error"
for f, args, message in [("<b", (128,), "'b' format requires -128 <= number <= 127"), ("<B", (-1,), "'B' format requires 0 <= number <= 255"), ("<H", (65536,), "'H' format requires 0 <= number <= 65535"), ("<i", (2**31,), "'i' format requires -2147483648 <= number <= 2147483647"),
                         ("<Q", (-1,), "'Q' format requires 0 <= number <= 18446744073709551615"), ("<q", (2**63,), "'q' format requires -9223372036854775808 <= number <= 9223372036854775807"), ("<b", ("x",), "required argument is not an integer"), ("<b", (1.5,), "required argument is not an integer"),
                         ("<f", ("x",), "required argument is not a float"), ("<s", (3,), "argument for 's' must be a bytes object"), ("<c", (b"ab",), "char format requires a bytes object of length 1"), ("<b", (), "pack expected 1 items for packing (got 0)"), ("<b", (1, 2), "pack expected 1 items for packing (got 2)"),
                         ("z", (), "bad char in struct format"), ("3", (), "repeat count given without format specifier"), ("<n", (1,), "bad char in struct format"), ("<i<i", (1, 2), "bad char in struct format")]:
    assert raises(E, pack, f, *args) == message, (f, raises(E, pack, f, *args))
assert raises(E, unpack, "<i", b"abc") == "unpack requires a buffer of 4 bytes"
assert raises(E, unpack_from, "<i", b"abc", 1) == "unpack_from requires a buffer of at least 5 bytes for unpacking 4 bytes at offset 1 (actual buffer size is 3)"
assert raises(E, unpack_from, "<i", b"abc", -2) == "not enough data to unpack 4 bytes at offset -2" and raises(E, unpack_from, "<i", b"abc", -20) == "offset -20 out of range for 3-byte buffer"
assert raises(E, pack_into, "<i", bytearray(3), 0, 1) == "pack_into requires a buffer of at least 4 bytes for packing 4 bytes at offset 0 (actual buffer size is 3)"
assert raises(TypeError, pack_into, "<i", b"abcd", 0, 1) == "argument must be read-write bytes-like object, not bytes" and raises(E, pack_into, "<i", bytearray(4), -1, 1) == "no space to pack 4 bytes at offset -1"
assert raises(E, lambda: list(iter_unpack("<i", b"123"))) == "iterative unpacking requires a buffer of a multiple of 4 bytes" and raises(E, iter_unpack, "", b"") == "cannot iteratively unpack with a struct of length 0"
assert raises(E, calcsize, "99999999999999999999i") == "total struct size too long" and raises(TypeError, calcsize, 3) == "Struct() argument 1 must be a str or bytes object, not int"
