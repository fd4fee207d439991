# needs: messages methods
# str: literals, indexing, slicing, comparison, operators, hashing, repr.

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

# ---- lengths and indexes, ASCII and not, short and long ----
TEXTS = ["", "a", "ab", "hello", "\u00e9", "a\u00e9b", "\u20ac100", "\U0001f600x\U0001f601", "x" * 255, "x" * 256,
         "x" * 257, "y" * 5000, "\u00e9" * 128, "\u00e9" * 129, "ab\u20ac" * 300, "\U0001f600" * 1000]
for s in TEXTS:
    chars = list(s)
    assert len(chars) == len(s)
    assert "".join(chars) == s
    for i in range(len(s)):
        assert s[i] == chars[i]
        assert s[-1 - i] == chars[-1 - i]
    for i in list(range(0, len(s), 7)) + list(range(len(s) - 1, -1, -5)):
        assert s[i] == chars[i]
    assert raises(IndexError, lambda: s[len(s)]) == "string index out of range"
    assert raises(IndexError, lambda: s[-len(s) - 1]) == "string index out of range"
    for start in (None, 0, 1, 2, -1, -3, 100, -100):
        for stop in (None, 0, 1, 3, -1, -2, 100, -100):
            assert s[start:stop] == "".join(chars[start:stop])
            for step in (1, 2, 3, -1, -2, 7):
                assert s[start:stop:step] == "".join(chars[start:stop:step])
assert raises(ValueError, lambda: "abc"[::0]) == "slice step cannot be zero"
assert raises(TypeError, "abc".__getitem__, "a") == "string indices must be integers, not 'str'"
assert raises(TypeError, "abc".__getitem__, 1.0) == "string indices must be integers, not 'float'"
assert "abc"[True] == "b"

class Index:
    def __index__(self):
        return 1
assert "abc"[Index()] == "b"

# ---- equality, order, hash ----
def other(s):
    return "".join(list(s))     # an equal str that is another object
for s in TEXTS:
    assert s == other(s) and hash(s) == hash(other(s)) and not s != other(s)
    assert {s: 1}[other(s)] == 1
    assert s + "x" != s
assert "a" < "b" < "ba" < "c" and "" < "a" and not "" < ""
assert "a" <= "a" and "b" >= "a" and "b" > "a"
assert "\u00e9" > "z" and "\uffff" < "\U00010000" and "\ud800" < "\ue000"
assert ("a" == 1) is False and ("a" != 1) is True and "a" != b"a"
assert raises(TypeError, lambda: "a" < 1) == "'<' not supported between instances of 'str' and 'int'"

# ---- + * in ----
assert "abc" + "def" == "abcdef" and "" + "a" == "a" and "a" + "" == "a"
assert raises(TypeError, lambda: "a" + 1) == 'can only concatenate str (not "int") to str'
assert "ab" * 3 == "ababab" and 3 * "ab" == "ababab" and "a" * 0 == "" and "a" * -5 == "" and "" * 10 == ""
assert "ab" * True == "ab" and "\u00e9" * 3 == "\u00e9\u00e9\u00e9"
assert len("abc" * 1000) == 3000
assert raises(TypeError, lambda: "a" * "b") == "can't multiply sequence by non-int of type 'str'"
assert raises(TypeError, lambda: "a" * 1.5) == "can't multiply sequence by non-int of type 'float'"
assert raises(TypeError, lambda: 1.5 * "a") == "can't multiply sequence by non-int of type 'float'"
assert "bc" in "abcd" and "" in "" and "" in "a" and "x" not in "abc" and "\u00e9" in "caf\u00e9"
assert raises(TypeError, lambda: 1 in "abc") == "'in <string>' requires string as left operand, not int"

class R:
    def __radd__(self, o):
        return "radd " + o
    def __rmul__(self, o):
        return "rmul " + o
assert "x" + R() == "radd x" and "x" * R() == "rmul x"

# ---- appending in a loop, and old strings that stay ----
s, kept = "", []
for i in range(3000):
    s += chr(97 + i % 26)
    if i % 100 == 0:
        kept.append((s, i + 1))
for k, n in kept:
    assert len(k) == n and k == "".join(chr(97 + i % 26) for i in range(n))
t = s + "1"
u = s + "2"
v = s + "3" * 1000
assert t[-1] == "1" and u[-1] == "2" and v[-1] == "3" and t[:-1] == u[:-1] == s == v[:3000]
s = "\u20ac" * 300
w = s
for i in range(300):
    s += "\u00e9"
assert len(s) == 600 and w == "\u20ac" * 300 and len(w) == 300 and s[300] == "\u00e9" and s[299] == "\u20ac"
w += w
assert w == "\u20ac" * 600

# ---- repr, str ----
assert repr("abc") == "'abc'" and repr("it's") == '"it\'s"' and repr('"') == "'\"'" and repr("'\"") == "'\\'\"'"
assert repr("\n\t\r\\\0\x7f\x1b") == "'\\n\\t\\r\\\\\\x00\\x7f\\x1b'"
assert repr("\u00e9") == "'\u00e9'" and repr("\xa0") == "'\\xa0'"
assert repr("\ud800") == "'\\ud800'" and repr("\U0001f600") == "'\U0001f600'"
assert ascii("\u00e9\u20ac\U0001f600'") == '"\\xe9\\u20ac\\U0001f600\'"'
assert str() == "" and str("a") == "a" and str(1) == "1" and str(None) == "None" and str(object=3) == "3"
assert str(b"ab", "utf-8") == "ab" and str(b"\xe9", "latin-1") == "\u00e9" and str(b"a\xff", errors="replace") == "a\ufffd"
assert str(b"ab") == "b'ab'"
assert raises(TypeError, str, "a", "utf-8") == "decoding str is not supported"
assert raises(TypeError, str, 1, "utf-8") == "decoding to str: need a bytes-like object, int found"
assert str(-5) == "-5" and str(0) == "0" and str(2**62) == "4611686018427387904" and str(-2**62 - 1) == "-4611686018427387905"

# ---- iteration ----
assert list("a\u00e9\U0001f600") == ["a", "\u00e9", "\U0001f600"]
it = iter("ab")
assert next(it) == "a" and next(it) == "b"
raises(StopIteration, next, it)
raises(StopIteration, next, it)
assert [c for c in "xyz"] == ["x", "y", "z"] and tuple(reversed("a\u00e9c")) == ("c", "\u00e9", "a")
a, b, *c = "hello"
assert (a, b, c) == ("h", "e", ["l", "l", "o"])

# ---- subclasses ----
class S(str):
    def shout(self):
        return self.upper() + "!"
s = S("abc")
assert s.shout() == "ABC!" and s == "abc" and hash(s) == hash("abc") and len(s) == 3 and s[1] == "b" and s + "d" == "abcd"
assert "x" + s == "xabc" and s in "xabcx" and "b" in s and {"abc": 1}[s] == 1 and "%s" % s == "abc" and "{}".format(s) == "abc"
assert type(s.upper()) is str and isinstance(s, str) and ",".join([s, s]) == "abc,abc"
assert "abcabc".replace(s, "x") == "xx" and "abcd".startswith(s)

class T(str):
    def __str__(self):
        return "T!"
assert str(T("x")) == "T!"

