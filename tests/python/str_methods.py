# needs: messages methods
# The methods of str (those about Unicode properties are in str_unicode.py).

def raises(exception, f, *args, **kw):
    try:
        f(*args, **kw)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

# ---- find, index, count ----
for s in ("hello world", "h\u00e9llo w\u00f6rld"):
    e, o = s[1], "o"
    assert s.find("l") == 2 and s.rfind("l") == 9 and s.find("lo") == 3 and s.find("x") == -1 and s.find("") == 0
    assert s.find("l", 3) == 3 and s.find("l", 4, 9) == -1 and s.find("l", -2) == 9 and s.find("", 11) == 11
    assert s.find("", 12) == -1 and s.rfind("") == 11 and s.rfind("", 0, 5) == 5 and s.find("h", None, None) == 0
    assert s.index(" ") == 5 and s.rindex("l") == 9 and s.count("l") == 3 and s.count("") == 12 and s.count("l", 3) == 2
    assert s.count("l", 0, 3) == 1 and s.count("", 3, 5) == 3 and s.count("", 12) == 0 and s.find(s) == 0
    assert s.count("zz") == 0 and "aaaa".count("aa") == 2
assert raises(ValueError, "abc".index, "x") == "substring not found"
assert raises(ValueError, "abc".rindex, "x") == "substring not found"
assert raises(TypeError, "abc".find, 1) == "find() argument 1 must be str, not int"
assert raises(TypeError, "abc".count, 1) == "count() argument 1 must be str, not int"
assert "a\u00e9\u20acb".find("b") == 3 and "a\u00e9\u20acb".rfind("\u20ac") == 2 and "a\u00e9\u20acb".find("b", 1, 4) == 3
# texts that fool a simple search
n = 20000
assert ("a" * n).find("a" * 200 + "b") == -1 and ("a" * n + "b").find("a" * 200 + "b") == n - 200
assert ("a" * n).rfind("b" + "a" * 200) == -1 and ("b" + "a" * n).rfind("b" + "a" * 200) == 0
assert ("ab" * n).find("ab" * 100 + "b") == -1 and ("ab" * n).rfind("a" + "ab" * 100) == -1
assert ("ab" * n + "b").find("ab" * 100 + "b") == 2 * n - 200
pattern = "abcabcabd" * 20
assert (("abcabcabc" * 300) + pattern).find(pattern) == 2700
assert (pattern + "abcabcabc" * 300).rfind(pattern) == 0

# ---- startswith, endswith, removeprefix, removesuffix ----
s = "hello"
assert s.startswith("he") and s.startswith("") and not s.startswith("lo") and s.endswith("lo") and s.startswith("l", 2)
assert s.startswith(("x", "he")) and not s.startswith(()) and s.endswith(("lo", "x")) and s.endswith("l", 0, 4)
assert not s.startswith("", 6) and s.startswith("", 5) and not s.startswith("hello!")
assert raises(TypeError, s.startswith, 1) == "startswith first arg must be str or a tuple of str, not int"
assert raises(TypeError, s.endswith, (1,)) == "tuple for endswith must only contain str, not int"
assert s.removeprefix("he") == "llo" and s.removeprefix("x") == "hello" and s.removesuffix("lo") == "hel"
assert s.removesuffix("") == "hello" and "\u00e9a".removeprefix("\u00e9") == "a"

# ---- strip ----
assert "  a b ".strip() == "a b" and "  a ".lstrip() == "a " and "  a ".rstrip() == "  a" and "".strip() == "" and "  ".strip() == ""
assert "\t\n\x1c\x85a \xa0".strip() == "a" and "xxaxx".strip("x") == "a" and "abcba".strip("ab") == "c"
assert "\u00e9a\u20ac".strip("\u20ac\u00e9") == "a" and "abc".strip("") == "abc" and " a ".strip(None) == "a"
assert "mississippi".rstrip("ipz") == "mississ"
assert raises(TypeError, "a".strip, 1) == "strip arg must be None or str"

# ---- split ----
assert " a  b c ".split() == ["a", "b", "c"] and "".split() == [] and "  ".split() == [] and "a".split() == ["a"]
assert " a  b c ".split(None, 1) == ["a", "b c "] and " a b ".split(maxsplit=0) == ["a b "]
assert "a,b,,c".split(",") == ["a", "b", "", "c"] and "".split(",") == [""] and "a,b,c".split(",", 1) == ["a", "b,c"]
assert "a--b--c".split("--") == ["a", "b", "c"] and "abc".split(sep="b") == ["a", "c"] and "a,b".split(",", 0) == ["a,b"]
assert " a  b c ".rsplit() == ["a", "b", "c"] and " a  b c ".rsplit(None, 1) == [" a  b", "c"]
assert "a,b,c".rsplit(",", 1) == ["a,b", "c"] and "a--b--c".rsplit("--", 1) == ["a--b", "c"] and "a,b,c".rsplit(",") == ["a", "b", "c"]
assert "a\u00e9b\u00e9c".split("\u00e9") == ["a", "b", "c"]
assert "x\u00e9 y\u20ac".rsplit() == ["x\u00e9", "y\u20ac"]
assert raises(ValueError, "a".split, "") == "empty separator"
assert raises(TypeError, "a".split, 1) == "must be str or None, not int"
assert "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l".splitlines() == list("abcdefghijkl")
assert "a\n\nb\n".splitlines() == ["a", "", "b"] and "a\n\nb".splitlines(True) == ["a\n", "\n", "b"] and "".splitlines() == []
assert "\n".splitlines() == [""] and "a\r\n".splitlines(keepends=True) == ["a\r\n"]
assert "a.b.c".partition(".") == ("a", ".", "b.c") and "a.b.c".rpartition(".") == ("a.b", ".", "c")
assert "abc".partition(".") == ("abc", "", "") and "abc".rpartition(".") == ("", "", "abc")
assert raises(ValueError, "a".partition, "") == "empty separator"

# ---- join ----
assert ",".join(["a", "b", "c"]) == "a,b,c" and "".join(("a", "b")) == "ab" and ", ".join([]) == "" and "-".join("abc") == "a-b-c"
assert "".join(["abc"]) == "abc" and ",".join(str(i) for i in range(5)) == "0,1,2,3,4" and "\u00e9".join("ab") == "a\u00e9b"
assert "".join(["", "a", ""]) == "a" and len("x".join(["y"] * 1000)) == 1999 and "".join({"k": 1}) == "k"
assert raises(TypeError, ",".join, ["a", 1]) == "sequence item 1: expected str instance, int found"
assert raises(TypeError, ",".join, [b"a"]) == "sequence item 0: expected str instance, bytes found"
assert raises(TypeError, ",".join, 5) == "can only join an iterable"

# ---- replace ----
assert "abcabc".replace("b", "X") == "aXcaXc" and "aaa".replace("a", "bb", 2) == "bbbba" and "abc".replace("x", "y") == "abc"
assert "abc".replace("", "-") == "-a-b-c-" and "abc".replace("", "-", 2) == "-a-bc" and "".replace("", "x") == "x"
assert "\u00e9b".replace("", "-") == "-\u00e9-b-" and "a\u00e9".replace("\u00e9", "e") == "ae" and "aaa".replace("a", "") == ""
assert "abc".replace("b", "\u20ac") == "a\u20acc" and "aaaa".replace("aa", "b") == "bb" and "abc".replace("b", "x", 0) == "abc"
assert ("ab" * 1000).replace("a", "xyz") == "xyzb" * 1000 and "abab".replace("a", "x", count=1) == "xbab"
assert "".replace("", "x", 0) == "" and "".replace("a", "x") == "" and "a" == "\u00e9".replace("\u00e9", "a")
assert raises(TypeError, "a".replace, 1, "b") == "replace() argument 1 must be str, not int"

# ---- width ----
assert "ab".center(6) == "  ab  " and "ab".center(5) == "  ab " and "abc".center(6) == " abc  " and "a".center(4, "*") == "*a**"
assert "ab".ljust(4) == "ab  " and "ab".rjust(4, "0") == "00ab" and "abc".ljust(2) == "abc" and "a".rjust(3, "\u20ac") == "\u20ac\u20aca"
assert "\u00e9".center(3, "-") == "-\u00e9-" and "".center(3) == "   " and "x".ljust(300, "y") == "x" + "y" * 299
assert raises(TypeError, "a".center, 3, "xy") == "The fill character must be exactly one character long"
assert raises(TypeError, "a".ljust, 3, 1) == "The fill character must be a unicode character, not int"
assert "5".zfill(3) == "005" and "-5".zfill(4) == "-005" and "+5".zfill(4) == "+005" and "abc".zfill(2) == "abc" and "".zfill(2) == "00"
assert "--5".zfill(5) == "-00-5" and "-".zfill(3) == "-00"
assert "a\tb".expandtabs() == "a       b" and "a\tb".expandtabs(4) == "a   b" and "\t".expandtabs(2) == "  " and "a\n\tb".expandtabs(3) == "a\n   b"
assert "a\tb".expandtabs(0) == "ab" and "ab\tc\td".expandtabs(tabsize=3) == "ab c  d" and "\u00e9\tb".expandtabs(4) == "\u00e9   b"

# ---- ASCII classes and case ----
assert "abc".isalpha() and not "ab1".isalpha() and not "".isalpha() and "12".isdigit() and "a1".isalnum() and not "a b".isalnum()
assert " \t\n".isspace() and not "".isspace() and "ABC".isupper() and "A1".isupper() and not "1".isupper() and not "Ab".isupper()
assert "abc".islower() and not "aB".islower() and not "".islower() and "Hello World".istitle() and not "hello".istitle()
assert "abc".isascii() and "".isascii() and not "\u00e9".isascii() and "abc\n".isprintable() is False and "".isprintable()
assert "abc_1".isidentifier() and not "1a".isidentifier() and not "".isidentifier() and "\u00e9t\u00e9".isidentifier() and "_".isidentifier()
assert "12".isdecimal() and "12".isnumeric() and not "1.5".isnumeric()
assert "Hello".lower() == "hello" and "Hello".upper() == "HELLO" and "hELLO wORLD".capitalize() == "Hello world" and "Ab1".swapcase() == "aB1"
assert "hello world's 2nd".title() == "Hello World'S 2Nd" and "".upper() == "" and "a".upper() == "A" and "HELLO".casefold() == "hello"

# ---- translate, maketrans ----
table = str.maketrans("abc", "xyz")
assert table == {97: 120, 98: 121, 99: 122} and "aabbcc!".translate(table) == "xxyyzz!"
assert str.maketrans("a", "b", "cd") == {97: 98, 99: None, 100: None} and "acdb".translate(str.maketrans("a", "b", "cd")) == "bb"
assert str.maketrans({"a": "1", 98: None}) == {97: "1", 98: None} and "abc".translate({97: "\u00e9\u00e9", 98: None, 99: 0x20ac}) == "\u00e9\u00e9\u20ac"
assert "abc".translate([None] * 97 + ["X"]) == "Xbc"

class Table:
    def __getitem__(self, c):
        if c == 98:
            raise KeyError(c)
        return c - 32
assert "abc".translate(Table()) == "AbC"
assert raises(ValueError, str.maketrans, "ab", "c") == "the first two maketrans arguments must have equal length"
assert raises(ValueError, str.maketrans, {"ab": 1}) == "string keys in translate table must be of length 1"

# ---- wrong calls ----
raises(TypeError, str.upper, 5)
raises(TypeError, "a".upper, 1)
raises(TypeError, "a".split, foo=1)
raises(TypeError, "a".replace, "a")
