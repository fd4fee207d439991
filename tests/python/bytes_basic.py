# needs: memoryview methods
# bytes: constructors, operators, methods.

def raises(exception, f, *args, **kw):
    try:
        f(*args, **kw)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

# ---- constructors ----
assert bytes() == b"" and bytes(3) == b"\0\0\0" and bytes([1, 2, 255]) == b"\x01\x02\xff" and bytes((65,)) == b"A"
assert bytes("\u00e9", "utf-8") == b"\xc3\xa9" and bytes("a", encoding="ascii") == b"a" and bytes(range(3)) == b"\0\1\2"
assert bytes(bytearray(b"ab")) == b"ab" and bytes(memoryview(b"abcd")[1:3]) == b"bc" and bytes(x for x in [1, 2]) == b"\1\2"
assert raises(ValueError, bytes, -1) == "negative count" and raises(ValueError, bytes, [300]) == "bytes must be in range(0, 256)"
assert raises(TypeError, bytes, "a") == "string argument without an encoding"
assert raises(TypeError, bytes, 1.5) == "cannot convert 'float' object to bytes"
assert raises(TypeError, bytes, ["a"]) == "'str' object cannot be interpreted as an integer"
assert raises(TypeError, bytes, 1, "a") == "encoding without a string argument"

class B:
    def __bytes__(self):
        return b"B!"
class I:
    def __index__(self):
        return 2
assert bytes(B()) == b"B!" and bytes(I()) == b"\0\0"
big = bytes(range(256)) * 10
assert len(big) == 2560 and big[300] == 44 and bytes(list(big)) == big

# ---- items, slices, iteration ----
b = b"hello"
assert b[0] == 104 and b[-1] == 111 and b[1:3] == b"el" and b[::-1] == b"olleh" and b[::2] == b"hlo" and b[5:] == b"" and b[3:1] == b""
assert raises(IndexError, lambda: b[5]) == "index out of range" and raises(TypeError, b.__getitem__, "x") == "byte indices must be integers or slices, not str"
assert list(b"abc") == [97, 98, 99] and tuple(reversed(b"ab")) == (98, 97) and len(b"") == 0 and not b"" and b"x"
for x in (b"ab", bytes(5), big, bytearray(b"abc"), bytearray(big)):
    for start in (None, 0, 1, -2, 300):
        for stop in (None, 2, -1, 1000):
            for step in (1, 2, -1, -3):
                assert x[start:stop:step] == bytes(list(x)[start:stop:step])
                assert type(x[start:stop:step]) is type(x)

# ---- operators ----
assert b"a" + b"b" == b"ab" and b"a" + bytearray(b"b") == b"ab" and type(b"a" + bytearray(b"b")) is bytes and b"a" + memoryview(b"x") == b"ax"
assert b"ab" * 3 == b"ababab" and 2 * b"x" == b"xx" and b"a" * -1 == b"" and b"" * 5 == b"" and len(b"abc" * 500) == 1500
assert raises(TypeError, lambda: b"a" + "x") == "can't concat str to bytes" and raises(TypeError, lambda: b"a" * 1.5) == "can't multiply sequence by non-int of type 'float'"
assert b"bc" in b"abcd" and 97 in b"abc" and b"" in b"a" and 200 not in b"abc" and b"x" not in b"abc"
assert raises(ValueError, lambda: 300 in b"a") == "byte must be in range(0, 256)" and raises(TypeError, lambda: "a" in b"a") == "a bytes-like object is required, not 'str'"
assert b"a" < b"b" and b"a" < b"aa" and b"b" >= b"ab" and b"a" == bytearray(b"a") and b"a" != "a" and b"\xff" > b"a" and b"a" <= b"a"
assert raises(TypeError, lambda: b"a" < 1) == "'<' not supported between instances of 'bytes' and 'int'"
assert hash(b"abc") == hash(bytes([97, 98, 99])) and {b"k": 1}[bytes(bytearray(b"k"))] == 1 and hash(b"") == hash(bytes())
assert repr(b"a'\"\n\\\x00\xff") == "b'a\\'\"\\n\\\\\\x00\\xff'" and repr(b"it's") == 'b"it\'s"' and str(b"a") == "b'a'" and repr(b"\t\r~\x7f") == "b'\\t\\r~\\x7f'"

# ---- what all of bytes and bytearray share ----
for T in (bytes, bytearray):
    s = T(b"hello world")
    assert s.find(b"o") == 4 and s.rfind(b"o") == 7 and s.find(111) == 4 and s.find(b"x") == -1 and s.index(b"w") == 6 and s.count(b"l") == 3
    assert s.count(108) == 3 and s.find(b"o", 5) == 7 and s.rindex(104) == 0 and s.count(b"") == 12 and s.find(bytearray(b"lo")) == 3
    assert raises(ValueError, s.index, b"x") == "subsection not found" and raises(ValueError, s.find, 300) == "byte must be in range(0, 256)"
    assert raises(TypeError, s.find, "x") == "argument should be integer or bytes-like object, not 'str'"
    assert s.startswith(b"he") and s.endswith((b"x", b"ld")) and not s.startswith(b"x") and s.startswith(b"wor", 6)
    assert raises(TypeError, s.startswith, "x") == "startswith first arg must be bytes or a tuple of bytes, not str"
    assert s.split() == [b"hello", b"world"] and s.split(b"o") == [b"hell", b" w", b"rld"] and s.rsplit(b"o", 1) == [b"hello w", b"rld"]
    assert type(s.split()[0]) is T and type(s.partition(b" ")[1]) is T and T(b" a \xa0 b").split() == [b"a", b"\xa0", b"b"]
    assert T(b"a\nb\r\nc\x0bd\x85").splitlines() == [b"a", b"b", b"c\x0bd\x85"] and T(b"a\rb\n").splitlines(True) == [b"a\r", b"b\n"]
    assert s.partition(b" ") == (b"hello", b" ", b"world") and s.rpartition(b"x") == (b"", b"", b"hello world")
    assert T(b"  a\x0b").strip() == b"a" and T(b"xxax").lstrip(b"x") == b"ax" and T(b"\x1c").strip() == b"\x1c" and T(b"xay").rstrip(b"xy") == b"xa"
    assert T(b",").join([b"a", bytearray(b"b"), memoryview(b"c")]) == b"a,b,c" and type(T(b"").join([])) is T
    assert raises(TypeError, T(b"").join, ["x"]) == "sequence item 0: expected a bytes-like object, str found"
    assert s.replace(b"o", b"00") == b"hell00 w00rld" and s.replace(b"", b"-", 2) == b"-h-ello world" and T(b"aaa").replace(b"a", b"", 2) == b"a"
    assert s.upper() == b"HELLO WORLD" and s.title() == b"Hello World" and s.capitalize() == b"Hello world" and T(b"aB\xe9").swapcase() == b"Ab\xe9"
    assert s.lower() == s and type(s.upper()) is T and T(b"\xe9A").lower() == b"\xe9a"
    assert T(b"abc").isalpha() and not T(b"\xe9").isalpha() and T(b"12").isdigit() and T(b"a1").isalnum() and T(b" \t").isspace() and not T(b"\x1c").isspace()
    assert T(b"AB").isupper() and T(b"ab1").islower() and T(b"Ab").istitle() and T(b"a").isascii() and not T(b"\x80").isascii() and not T(b"").isalpha()
    assert T(b"ab").center(5, b"-") == b"--ab-" and T(b"ab").ljust(3) == b"ab " and T(b"ab").rjust(3, b"0") == b"0ab" and T(b"-5").zfill(4) == b"-005"
    assert T(b"a\tb").expandtabs(4) == b"a   b" and s.removeprefix(b"hello ") == b"world" and s.removesuffix(b"x") == s
    assert s.translate(bytes.maketrans(b"lo", b"01")) == b"he001 w1r0d" and s.translate(None, b"l") == b"heo word" and s.translate(None, delete=b"") == s
    assert T(b"\x01\xab\xff").hex() == "01abff" and T(b"\x01\xab\xff").hex(":") == "01:ab:ff" and T(b"\1\2\3\4\5").hex("-", 2) == "01-0203-0405"
    assert T(b"\1\2\3\4\5").hex(b"-", -2) == "0102-0304-05" and T(b"").hex("-") == "" and T(b"ab").hex("-", 0) == "6162" and T(b"abc").hex(sep="_", bytes_per_sep=9) == "616263"
    assert T.fromhex("01 ab\tFF\n") == b"\x01\xab\xff" and type(T.fromhex("")) is T and T.fromhex("") == b""
    assert raises(ValueError, T.fromhex, "0g") == "non-hexadecimal number found in fromhex() arg at position 1"
    assert s.decode() == "hello world" and T(b"\xe9").decode("latin-1") == "\u00e9" and T(b"a").decode(errors="strict") == "a"
    assert raises(ValueError, s.translate, b"a") == "translation table must be 256 characters long"
    assert T(b"%d %s|%5.1f|%r|%b|%c%c") % (5, b"x\xff", 2.25, "\u00e9", bytearray(b"y"), 65, b"B") == b"5 x\xff|  2.2|'\\xe9'|y|AB"
    assert type(T(b"%d") % 1) is T and T(b"%(a)s %%") % {b"a": b"1"} == b"1 %" and T(b"%x") % 255 == b"ff" and T(b"%a") % "\u00e9" == b"'\\xe9'"
    assert raises(TypeError, lambda: T(b"%s") % "x") == "%b requires a bytes-like object, or an object that implements __bytes__, not 'str'"
    assert T(b"%s") % B() == b"B!"

class MyBytes(bytes):
    pass
m = MyBytes(b"ab")
assert m == b"ab" and m[0] == 97 and m + b"c" == b"abc" and b"x" + m == b"xab" and hash(m) == hash(b"ab") and m.upper() == b"AB"
assert type(MyBytes.fromhex("00")) is MyBytes and b",".join([m, m]) == b"ab,ab" and bytes(m) == b"ab"
