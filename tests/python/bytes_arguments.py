# needs: messages methods
# Arguments of the methods of bytes and bytearray, and what is said about wrong ones.

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class B:
    def __bytes__(self):
        return b"by"


# ---- searching ----
assert b"abcabc".find(b"a") == 0
assert b"abcabc".find(99) == 2
assert b"abcabc".find(b"c", 3) == 5
assert error(lambda: b"abcabc".find(300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b"abcabc".find("a")) == "TypeError: argument should be integer or bytes-like object, not 'str'"
assert error(lambda: b"abcabc".find(b"a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert b"abcabc".find(I(98)) == 1
assert error(lambda: b"abcabc".find()) == 'TypeError: find expected at least 1 argument, got 0'
assert error(lambda: b"abcabc".find(None)) == "TypeError: argument should be integer or bytes-like object, not 'NoneType'"
assert b"abcabc".rfind(b"a") == 3
assert b"abcabc".rfind(99) == 5
assert b"abcabc".rfind(b"c", 3) == 5
assert error(lambda: b"abcabc".rfind(300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b"abcabc".rfind("a")) == "TypeError: argument should be integer or bytes-like object, not 'str'"
assert error(lambda: b"abcabc".rfind(b"a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert b"abcabc".rfind(I(98)) == 4
assert error(lambda: b"abcabc".rfind()) == 'TypeError: rfind expected at least 1 argument, got 0'
assert error(lambda: b"abcabc".rfind(None)) == "TypeError: argument should be integer or bytes-like object, not 'NoneType'"
assert b"abcabc".index(b"a") == 0
assert b"abcabc".index(99) == 2
assert b"abcabc".index(b"c", 3) == 5
assert error(lambda: b"abcabc".index(300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b"abcabc".index("a")) == "TypeError: argument should be integer or bytes-like object, not 'str'"
assert error(lambda: b"abcabc".index(b"a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert b"abcabc".index(I(98)) == 1
assert error(lambda: b"abcabc".index()) == 'TypeError: index expected at least 1 argument, got 0'
assert error(lambda: b"abcabc".index(None)) == "TypeError: argument should be integer or bytes-like object, not 'NoneType'"
assert b"abcabc".count(b"a") == 2
assert b"abcabc".count(99) == 2
assert b"abcabc".count(b"c", 3) == 1
assert error(lambda: b"abcabc".count(300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: b"abcabc".count("a")) == "TypeError: argument should be integer or bytes-like object, not 'str'"
assert error(lambda: b"abcabc".count(b"a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert b"abcabc".count(I(98)) == 2
assert error(lambda: b"abcabc".count()) == 'TypeError: count expected at least 1 argument, got 0'
assert error(lambda: b"abcabc".count(None)) == "TypeError: argument should be integer or bytes-like object, not 'NoneType'"
assert b"abc".startswith(b"b", 1)
assert b"abc".endswith((b"x", b"c"))
assert error(lambda: b"abc".startswith("a")) == 'TypeError: startswith first arg must be bytes or a tuple of bytes, not str'
assert error(lambda: b"abc".startswith(("a",))) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"abc".startswith(97)) == 'TypeError: startswith first arg must be bytes or a tuple of bytes, not int'
assert b"b" in b"abc"
assert 98 in b"abc"
assert error(lambda: 300 in b"abc") == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: "b" in b"abc") == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"abc".removeprefix("a")) == "TypeError: a bytes-like object is required, not 'str'"
assert b"abc".removesuffix(b"c") == b'ab'
# ---- cutting and joining ----
assert b"a,b".split(b",") == [b'a', b'b']
assert b"a b".split() == [b'a', b'b']
assert error(lambda: b"a,b".split(",")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"a".split(b"")) == 'ValueError: empty separator'
assert b"a\nb\r\nc\x0bd".splitlines() == [b'a', b'b', b'c\x0bd']
assert b"a\x85b".splitlines() == [b'a\x85b']
assert repr(bytearray(b"a,b").split(b",")) == "[bytearray(b'a'), bytearray(b'b')]"
assert b"-".join([b"a", bytearray(b"b"), memoryview(b"c")]) == b'a-b-c'
assert error(lambda: b"-".join(["a"])) == 'TypeError: sequence item 0: expected a bytes-like object, str found'
assert error(lambda: b"-".join(5)) == 'TypeError: can only join an iterable'
assert b"a-b".partition(b"-") == (b'a', b'-', b'b')
assert error(lambda: b"a-b".partition("-")) == "TypeError: a bytes-like object is required, not 'str'"
assert repr(bytearray(b"ab").rpartition(b"x")) == "(bytearray(b''), bytearray(b''), bytearray(b'ab'))"
assert b" \x1ca\x0b".strip() == b'\x1ca'
assert b"aba".strip(b"a") == b'b'
assert error(lambda: b"a".strip("a")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"a".strip(5)) == "TypeError: a bytes-like object is required, not 'int'"
# ---- replacing ----
assert b"aaa".replace(b"a", b"b", 2) == b'bba'
assert error(lambda: b"aaa".replace(b"a", b"b", count=2)) == 'TypeError: bytes.replace() takes no keyword arguments'
assert error(lambda: bytearray(b"aa").replace(b"a", b"b", count=2)) == 'TypeError: bytearray.replace() takes no keyword arguments'
assert error(lambda: b"aaa".replace(b"a")) == 'TypeError: replace expected at least 2 arguments, got 1'
assert error(lambda: b"aaa".replace("a", b"b")) == "TypeError: a bytes-like object is required, not 'str'"
assert b"abc".translate(bytes(range(1, 256)) + b"\0", b"b") == b'bd'
assert b"abc".translate(None, b"b") == b'ac'
assert b"abc".translate(None, delete=b"a") == b'bc'
assert error(lambda: b"abc".translate(b"x")) == 'ValueError: translation table must be 256 characters long'
assert error(lambda: b"abc".translate(None, "b")) == "TypeError: a bytes-like object is required, not 'str'"
assert error(lambda: b"abc".translate(delete=b"b")) == 'TypeError: translate() takes at least 1 positional argument (0 given)'
assert error(lambda: b"abc".translate(1, 2, 3)) == 'TypeError: translate() takes at most 2 arguments (3 given)'
assert error(lambda: b"".maketrans(b"a", b"bc")) == 'ValueError: maketrans arguments must have same length'
assert error(lambda: b"".maketrans("a", b"b")) == "TypeError: a bytes-like object is required, not 'str'"
assert len(b"".maketrans(b"a", b"b")) == 256
# ---- hexadecimal ----
assert b"\x01\xab".hex() == '01ab'
assert b"abcde".hex(":") == '61:62:63:64:65'
assert b"abcde".hex("-", 2) == '61-6263-6465'
assert b"abcde".hex("-", -2) == '6162-6364-65'
assert b"abcde".hex(sep=b"_", bytes_per_sep=3) == '6162_636465'
assert error(lambda: b"ab".hex("")) == 'ValueError: sep must be length 1.'
assert error(lambda: b"ab".hex("xy")) == 'ValueError: sep must be length 1.'
assert error(lambda: b"ab".hex("\xe9")) == 'ValueError: sep must be ASCII.'
assert error(lambda: b"ab".hex(1)) == "TypeError: object of type 'int' has no len()"
assert error(lambda: b"ab".hex(":", "x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b"ab".hex(bytes_per_sep="x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: b"ab".hex(":", 1, 2)) == 'TypeError: hex() takes at most 2 arguments (3 given)'
assert bytes.fromhex(" 01 aB\n") == b'\x01\xab'
assert error(lambda: bytes.fromhex("0")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 1'
assert error(lambda: bytes.fromhex("0 1")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 1'
assert error(lambda: bytes.fromhex("zz")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'
assert error(lambda: bytes.fromhex("01\xe9")) == 'ValueError: non-hexadecimal number found in fromhex() arg at position 2'
assert error(lambda: bytes.fromhex(None)) == 'TypeError: fromhex() argument must be str, not None'
assert repr(bytearray.fromhex("6162")) == "bytearray(b'ab')"
# ---- width and case ----
assert b"ab".center(5) == b'  ab '
assert b"ab".center(5, b"*") == b'**ab*'
assert error(lambda: b"ab".center(5, "*")) == 'TypeError: center() argument 2 must be a byte string of length 1, not str'
assert error(lambda: b"ab".center(5, b"ab")) == 'TypeError: center() argument 2 must be a byte string of length 1, not bytes'
assert error(lambda: b"ab".center(5, None)) == 'TypeError: center() argument 2 must be a byte string of length 1, not None'
assert error(lambda: b"ab".center(5, memoryview(b"x"))) == 'TypeError: center() argument 2 must be a byte string of length 1, not memoryview'
assert error(lambda: b"ab".center("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert b"ab".ljust(5) == b'ab   '
assert b"ab".ljust(5, b"*") == b'ab***'
assert error(lambda: b"ab".ljust(5, "*")) == 'TypeError: ljust() argument 2 must be a byte string of length 1, not str'
assert error(lambda: b"ab".ljust(5, b"ab")) == 'TypeError: ljust() argument 2 must be a byte string of length 1, not bytes'
assert error(lambda: b"ab".ljust(5, None)) == 'TypeError: ljust() argument 2 must be a byte string of length 1, not None'
assert error(lambda: b"ab".ljust("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert b"ab".rjust(5) == b'   ab'
assert b"ab".rjust(5, b"*") == b'***ab'
assert error(lambda: b"ab".rjust(5, "*")) == 'TypeError: rjust() argument 2 must be a byte string of length 1, not str'
assert error(lambda: b"ab".rjust(5, b"ab")) == 'TypeError: rjust() argument 2 must be a byte string of length 1, not bytes'
assert error(lambda: b"ab".rjust(5, None)) == 'TypeError: rjust() argument 2 must be a byte string of length 1, not None'
assert error(lambda: b"ab".rjust("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert b"-5".zfill(4) == b'-005'
assert b"a\tb".expandtabs(4) == b'a   b'
assert b"aB\xe9".upper() == b'AB\xe9'
assert b"aB\xc9".lower() == b'ab\xc9'
assert b"ab cd".title() == b'Ab Cd'
assert b"aB".swapcase() == b'Ab'
assert not (b"\xe9".isalpha())
assert b"12".isdigit()
assert b" \x0c".isspace()
assert not (b"\x1c".isspace())
assert b"".isascii()
assert not (b"\x80".isascii())
# ---- construction ----
assert bytes() == b''
assert bytes(3) == b'\x00\x00\x00'
assert bytes([1, 2]) == b'\x01\x02'
assert bytes("a\xe9", "latin-1") == b'a\xe9'
assert error(lambda: bytes("a")) == 'TypeError: string argument without an encoding'
assert error(lambda: bytes(-1)) == 'ValueError: negative count'
assert error(lambda: bytes([256])) == 'ValueError: bytes must be in range(0, 256)'
assert error(lambda: bytes([-1])) == 'ValueError: bytes must be in range(0, 256)'
assert error(lambda: bytes(["a"])) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: bytes(1.5)) == "TypeError: cannot convert 'float' object to bytes"
assert error(lambda: bytes(1, "ascii")) == 'TypeError: encoding without a string argument'
assert error(lambda: bytes(b"a", 5)) == "TypeError: bytes() argument 'encoding' must be str, not int"
assert error(lambda: bytes("a", 5)) == "TypeError: bytes() argument 'encoding' must be str, not int"
assert error(lambda: bytes("a", "ascii", 5)) == "TypeError: bytes() argument 'errors' must be str, not int"
assert bytes("\xe9", "ascii", "ignore") == b''
assert error(lambda: bytes(errors="x")) == 'TypeError: errors without a string argument'
assert bytes(B()) == b'by'
assert bytes(I(3)) == b'\x00\x00\x00'
assert error(lambda: bytearray("a")) == 'TypeError: string argument without an encoding'
assert error(lambda: bytearray(1.5)) == "TypeError: cannot convert 'float' object to bytearray"
assert error(lambda: bytearray([1, 300])) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(B())) == "TypeError: cannot convert 'B' object to bytearray"
assert error(lambda: bytes(None)) == "TypeError: cannot convert 'NoneType' object to bytes"
assert error(lambda: bytes(1, 2, 3, 4)) == 'TypeError: bytes() takes at most 3 arguments (4 given)'
# ---- operators ----
assert b"ab" + bytearray(b"c") == b'abc'
assert repr(bytearray(b"ab") + b"c") == "bytearray(b'abc')"
assert error(lambda: b"ab" + "c") == "TypeError: can't concat str to bytes"
assert b"ab" * 2 == b'abab'
assert error(lambda: b"ab" * 1.5) == "TypeError: can't multiply sequence by non-int of type 'float'"
assert b"ab"[0] == 97
assert b"ab"[::-1] == b'ba'
assert error(lambda: b"ab"[5]) == 'IndexError: index out of range'
assert error(lambda: bytearray(b"ab")[5]) == 'IndexError: bytearray index out of range'
assert error(lambda: b"ab".__getitem__("x")) == 'TypeError: byte indices must be integers or slices, not str'
assert error(lambda: bytearray(b"ab").__getitem__("x")) == 'TypeError: bytearray indices must be integers or slices, not str'
assert b"a" < b"b"
assert b"a" < bytearray(b"b")
assert error(lambda: b"a" < "b") == "TypeError: '<' not supported between instances of 'bytes' and 'str'"
assert not (b"a" == "a")
assert error(lambda: b"a" * 2**70) == "OverflowError: cannot fit 'int' into an index-sized integer"
assert repr(b"\x00\t\n\r\\'\x7f\xff") == 'b"\\x00\\t\\n\\r\\\\\'\\x7f\\xff"'
assert repr(b"\"'") == 'b\'"\\\'\''
assert repr(bytearray(b"it's")) == 'bytearray(b"it\\\'s")'
# ---- bytearray ----
assert error(lambda: bytearray(b"a").append(300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(b"a").append("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: bytearray(b"a").extend("x")) == "TypeError: expected iterable of integers; got: 'str'"
assert error(lambda: bytearray(b"a").extend(5)) == "TypeError: can't extend bytearray with int"
assert error(lambda: bytearray(b"a").extend([300])) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(b"a").insert("x", 1)) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: bytearray(b"a").pop(5)) == 'IndexError: pop index out of range'
assert error(lambda: bytearray().pop()) == 'IndexError: pop from empty bytearray'
assert bytearray(b"ab").pop(0) == 97
assert error(lambda: bytearray(b"a").remove(5)) == 'ValueError: value not found in bytearray'
assert error(lambda: bytearray(b"a").remove(300)) == 'ValueError: byte must be in range(0, 256)'
assert repr(bytearray(b"ab").copy()) == "bytearray(b'ab')"
assert error(lambda: bytearray(b"a").__setitem__(0, 300)) == 'ValueError: byte must be in range(0, 256)'
assert error(lambda: bytearray(b"a").__setitem__(5, 1)) == 'IndexError: bytearray index out of range'
assert error(lambda: bytearray(b"abc").__setitem__(slice(0, 3, 2), b"x")) == 'ValueError: attempt to assign bytes of size 1 to extended slice of size 2'
assert error(lambda: bytearray(b"a").__setitem__(slice(0, 1), "x")) == 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'
assert error(lambda: bytearray(b"a").__setitem__(slice(0, 1), 5)) == 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'
assert error(lambda: bytearray(b"a").pop(-2)) == 'IndexError: pop index out of range'

# ---- what CPython's own tests ask for ----
for kind in bytes, bytearray:
    assert error(lambda: kind("", errors="ignore")) == "TypeError: string argument without an encoding"
    assert error(lambda: kind(b"ab").hex(b"\x80")) == "ValueError: sep must be ASCII."
    assert kind(b"ab").hex(b"\x7f") == "61\x7f62"
b = bytearray(range(10))
b[1:-1:2] = b""
assert b == bytes([0, 2, 4, 6, 8, 9])
view = memoryview(b)
assert error(lambda: b.__setitem__(slice(1, None, 2), b"")) == "BufferError: Existing exports of data: object cannot be re-sized"
assert b == bytes([0, 2, 4, 6, 8, 9])


class Hinting:
    def __iter__(self):
        return iter(b"ab")

    def __length_hint__(self):
        raise RuntimeError("no hint")


assert error(lambda: bytearray().extend(Hinting())) == "RuntimeError: no hint"


# ---- numbers from objects and texts ----
class Raising:
    def __int__(self):
        raise RuntimeError("int")

    def __index__(self):
        raise RuntimeError("index")


for form in "%d", "%i", "%u", "%x", "%o":
    assert error(lambda: form % Raising()) == "RuntimeError: " + ("int" if form in "%d%i%u" else "index")
assert error(lambda: float.fromhex("0x1p\uff10")) == "ValueError: invalid hexadecimal floating-point string"
