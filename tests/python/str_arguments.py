# needs: messages methods unicode
# Arguments of the methods of str: all forms, and what is said about wrong ones.

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


# ---- find and its like ----
assert "abcabc".find("a") == 0
assert "abcabc".find("c", 1) == 2
assert "abcabc".find("l", -3, -1) == -1
assert "abcabc".find("", 2) == 2
assert error(lambda: "abcabc".find(1)) == 'TypeError: find() argument 1 must be str, not int'
assert error(lambda: "abcabc".find("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".find(b"a", "x")) == 'TypeError: find() argument 1 must be str, not bytes'
assert error(lambda: "abcabc".find("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".find()) == 'TypeError: find expected at least 1 argument, got 0'
assert error(lambda: "abcabc".find("a", 1, 2, 3)) == 'TypeError: find expected at most 3 arguments, got 4'
assert "abcabc".rindex("a") == 3
assert "abcabc".rindex("c", 1) == 5
assert error(lambda: "abcabc".rindex("l", -3, -1)) == 'ValueError: substring not found'
assert "abcabc".rindex("", 2) == 6
assert error(lambda: "abcabc".rindex(1)) == 'TypeError: rindex() argument 1 must be str, not int'
assert error(lambda: "abcabc".rindex("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".rindex(b"a", "x")) == 'TypeError: rindex() argument 1 must be str, not bytes'
assert error(lambda: "abcabc".rindex("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".rindex()) == 'TypeError: rindex expected at least 1 argument, got 0'
assert error(lambda: "abcabc".rindex("a", 1, 2, 3)) == 'TypeError: rindex expected at most 3 arguments, got 4'
assert "abcabc".count("a") == 2
assert "abcabc".count("c", 1) == 2
assert "abcabc".count("l", -3, -1) == 0
assert "abcabc".count("", 2) == 5
assert error(lambda: "abcabc".count(1)) == 'TypeError: count() argument 1 must be str, not int'
assert error(lambda: "abcabc".count("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".count(b"a", "x")) == 'TypeError: count() argument 1 must be str, not bytes'
assert error(lambda: "abcabc".count("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "abcabc".count()) == 'TypeError: count expected at least 1 argument, got 0'
assert error(lambda: "abcabc".count("a", 1, 2, 3)) == 'TypeError: count expected at most 3 arguments, got 4'
assert "h\xe9llo".find("a") == -1
assert "h\xe9llo".find("c", 1) == -1
assert "h\xe9llo".find("l", -3, -1) == 2
assert "h\xe9llo".find("", 2) == 2
assert error(lambda: "h\xe9llo".find(1)) == 'TypeError: find() argument 1 must be str, not int'
assert error(lambda: "h\xe9llo".find("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".find(b"a", "x")) == 'TypeError: find() argument 1 must be str, not bytes'
assert error(lambda: "h\xe9llo".find("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".find()) == 'TypeError: find expected at least 1 argument, got 0'
assert error(lambda: "h\xe9llo".find("a", 1, 2, 3)) == 'TypeError: find expected at most 3 arguments, got 4'
assert error(lambda: "h\xe9llo".rindex("a")) == 'ValueError: substring not found'
assert error(lambda: "h\xe9llo".rindex("c", 1)) == 'ValueError: substring not found'
assert "h\xe9llo".rindex("l", -3, -1) == 3
assert "h\xe9llo".rindex("", 2) == 5
assert error(lambda: "h\xe9llo".rindex(1)) == 'TypeError: rindex() argument 1 must be str, not int'
assert error(lambda: "h\xe9llo".rindex("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".rindex(b"a", "x")) == 'TypeError: rindex() argument 1 must be str, not bytes'
assert error(lambda: "h\xe9llo".rindex("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".rindex()) == 'TypeError: rindex expected at least 1 argument, got 0'
assert error(lambda: "h\xe9llo".rindex("a", 1, 2, 3)) == 'TypeError: rindex expected at most 3 arguments, got 4'
assert "h\xe9llo".count("a") == 0
assert "h\xe9llo".count("c", 1) == 0
assert "h\xe9llo".count("l", -3, -1) == 2
assert "h\xe9llo".count("", 2) == 4
assert error(lambda: "h\xe9llo".count(1)) == 'TypeError: count() argument 1 must be str, not int'
assert error(lambda: "h\xe9llo".count("a", "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".count(b"a", "x")) == 'TypeError: count() argument 1 must be str, not bytes'
assert error(lambda: "h\xe9llo".count("a", 1.5)) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert error(lambda: "h\xe9llo".count()) == 'TypeError: count expected at least 1 argument, got 0'
assert error(lambda: "h\xe9llo".count("a", 1, 2, 3)) == 'TypeError: count expected at most 3 arguments, got 4'
assert "abc".startswith("b", 1)
assert "abc".startswith(("x", "a"))
assert error(lambda: "abc".endswith(("x", 1))) == 'TypeError: tuple for endswith must only contain str, not int'
assert error(lambda: "abc".endswith(1)) == 'TypeError: endswith first arg must be str or a tuple of str, not int'
assert error(lambda: "abc".startswith("a", None, "x")) == 'TypeError: slice indices must be integers or None or have an __index__ method'
assert "abc".find("c", I(1)) == 2
assert "abc".find("c", -2**70, 2**70) == 2
assert error(lambda: "abc".removeprefix(None)) == 'TypeError: removeprefix() argument must be str, not None'
assert "abc".removesuffix("bc") == 'a'
# ---- split and join ----
assert " a  b ".split() == ['a', 'b']
assert "a,b,c".split(",", 1) == ['a', 'b,c']
assert "a,b,c".rsplit(",", maxsplit=1) == ['a,b', 'c']
assert "a,b".split(sep=",", maxsplit=0) == ['a,b']
assert error(lambda: "ab".split("")) == 'ValueError: empty separator'
assert error(lambda: "ab".split(1)) == 'TypeError: must be str or None, not int'
assert error(lambda: "ab".split(None, "x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "ab".split(",", 1, 2)) == 'TypeError: split() takes at most 2 arguments (3 given)'
assert error(lambda: "ab".split(sep=",", foo=1)) == "TypeError: split() got an unexpected keyword argument 'foo'"
assert error(lambda: "ab".split(",", sep=",")) == "TypeError: argument for split() given by name ('sep') and position (1)"
assert error(lambda: "a b".split(None, 1.5)) == "TypeError: 'float' object cannot be interpreted as an integer"
assert "a\nb\r\nc\x0b\x1c\x85\u2028d".splitlines() == ['a', 'b', 'c', '', '', '', 'd']
assert "a\nb".splitlines(keepends=True) == ['a\n', 'b']
assert error(lambda: "a".splitlines(1, 2)) == 'TypeError: splitlines() takes at most 1 argument (2 given)'
assert error(lambda: "a".splitlines(foo=1)) == "TypeError: splitlines() got an unexpected keyword argument 'foo'"
assert "-".join("abc") == 'a-b-c'
assert error(lambda: "-".join(["a", 1])) == 'TypeError: sequence item 1: expected str instance, int found'
assert error(lambda: "".join(5)) == 'TypeError: can only join an iterable'
assert error(lambda: "".join(I(3))) == 'TypeError: can only join an iterable'
assert "-".join([]) == ''
assert "a-b-c".partition("-") == ('a', '-', 'b-c')
assert "a-b-c".rpartition("-") == ('a-b', '-', 'c')
assert "abc".partition("x") == ('abc', '', '')
assert "abc".rpartition("x") == ('', '', 'abc')
assert error(lambda: "abc".partition("")) == 'ValueError: empty separator'
assert error(lambda: "abc".partition(1)) == 'TypeError: must be str, not int'
# ---- replace, translate ----
assert "aaa".replace("a", "b", 2) == 'bba'
assert "aaa".replace("a", "b", count=1) == 'baa'
assert "aaa".replace("", "-") == '-a-a-a-'
assert error(lambda: "aaa".replace("a")) == 'TypeError: replace() takes at least 2 positional arguments (1 given)'
assert error(lambda: "aaa".replace()) == 'TypeError: replace() takes at least 2 positional arguments (0 given)'
assert error(lambda: "aaa".replace("a", 1)) == 'TypeError: replace() argument 2 must be str, not int'
assert error(lambda: "aaa".replace("a", 1, b"")) == 'TypeError: replace() argument 2 must be str, not int'
assert error(lambda: "aaa".replace("a", "b", "c")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "aaa".replace("a", "b", old="x")) == "TypeError: replace() got an unexpected keyword argument 'old'"
assert error(lambda: "aaa".replace("a", "b", 1, 2)) == 'TypeError: replace() takes at most 3 arguments (4 given)'
assert repr("abc".maketrans("ab", "xy")) == '{97: 120, 98: 121}'
assert error(lambda: "abc".maketrans("ab", "x")) == 'ValueError: the first two maketrans arguments must have equal length'
assert repr("abc".maketrans("ab", "xy", "c")) == '{97: 120, 98: 121, 99: None}'
assert repr("abc".maketrans({"a": 1, 98: None})) == '{97: 1, 98: None}'
assert error(lambda: "abc".maketrans({"ab": 1})) == 'ValueError: string keys in translate table must be of length 1'
assert error(lambda: "abc".maketrans({1.5: 1})) == 'TypeError: keys in translate table must be strings or integers'
assert error(lambda: "abc".maketrans(1, "b")) == 'TypeError: first maketrans argument must be a string if there is a second argument'
assert error(lambda: "abc".maketrans("a", 1)) == 'TypeError: maketrans() argument 2 must be str, not int'
assert error(lambda: "abc".maketrans("a")) == 'TypeError: if you give only one argument to maketrans it must be a dict'
assert "abc".translate({97: "xy", 98: None, 99: 0x394}) == 'xy\u0394'
assert error(lambda: "abc".translate({97: -1})) == 'ValueError: character mapping must be in range(0x110000)'
assert error(lambda: "abc".translate({97: 1.5})) == 'TypeError: character mapping must return integer, None or str'
assert error(lambda: "abc".translate(5)) == "TypeError: 'int' object is not subscriptable"
assert "ab".translate("xyz" * 40) == 'yz'
# ---- width ----
assert "ab".center(5) == '  ab '
assert "ab".center(1) == 'ab'
assert "ab".center(6, "*") == '**ab**'
assert error(lambda: "ab".center("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "ab".center(5, "ab")) == 'TypeError: The fill character must be exactly one character long'
assert error(lambda: "ab".center(5, b"a")) == 'TypeError: The fill character must be a unicode character, not bytes'
assert error(lambda: "ab".center()) == 'TypeError: center expected at least 1 argument, got 0'
assert "ab".ljust(5) == 'ab   '
assert "ab".ljust(1) == 'ab'
assert "ab".ljust(6, "*") == 'ab****'
assert error(lambda: "ab".ljust("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "ab".ljust(5, "ab")) == 'TypeError: The fill character must be exactly one character long'
assert error(lambda: "ab".ljust(5, b"a")) == 'TypeError: The fill character must be a unicode character, not bytes'
assert error(lambda: "ab".ljust()) == 'TypeError: ljust expected at least 1 argument, got 0'
assert "ab".rjust(5) == '   ab'
assert "ab".rjust(1) == 'ab'
assert "ab".rjust(6, "*") == '****ab'
assert error(lambda: "ab".rjust("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "ab".rjust(5, "ab")) == 'TypeError: The fill character must be exactly one character long'
assert error(lambda: "ab".rjust(5, b"a")) == 'TypeError: The fill character must be a unicode character, not bytes'
assert error(lambda: "ab".rjust()) == 'TypeError: rjust expected at least 1 argument, got 0'
assert "-5".zfill(5) == '-0005'
assert "+5".zfill(5) == '+0005'
assert "".zfill(2) == '00'
assert error(lambda: "ab".zfill("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert "a\tb\n\tc".expandtabs() == 'a       b\n        c'
assert "a\tb".expandtabs(4) == 'a   b'
assert "a\tb".expandtabs(tabsize=0) == 'ab'
assert error(lambda: "a\tb".expandtabs("x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: "a".expandtabs(1, 2)) == 'TypeError: expandtabs() takes at most 1 argument (2 given)'
assert error(lambda: "ab".center(2**70)) == 'OverflowError: Python int too large to convert to C ssize_t'
# ---- strip ----
assert " a ".strip() == 'a'
assert "xxaxx".strip("x") == 'a'
assert "xyaxy".lstrip("yx") == 'axy'
assert "a\u2003\x85".rstrip() == 'a'
assert "a".strip(None) == 'a'
assert error(lambda: "a".strip(1)) == 'TypeError: strip arg must be None or str'
assert error(lambda: "a".strip("a", "b")) == 'TypeError: strip expected at most 1 argument, got 2'
assert "\x1c a\u3000".strip() == 'a'
# ---- operators ----
assert "ab" * 3 == 'ababab'
assert "ab" * -1 == ''
assert error(lambda: "ab" * 1.5) == "TypeError: can't multiply sequence by non-int of type 'float'"
assert error(lambda: "ab" + 1) == 'TypeError: can only concatenate str (not "int") to str'
assert error(lambda: "ab" % 1) == 'TypeError: not all arguments converted during string formatting'
assert "b" in "abc"
assert error(lambda: 1 in "abc") == "TypeError: 'in <string>' requires string as left operand, not int"
assert "abc"[1:] == 'bc'
assert error(lambda: "abc".__getitem__("x")) == "TypeError: string indices must be integers, not 'str'"
assert error(lambda: "abc".__getitem__(1.5)) == "TypeError: string indices must be integers, not 'float'"
assert error(lambda: "abc"[10]) == 'IndexError: string index out of range'
assert error(lambda: "abc"[-2**70]) == "IndexError: cannot fit 'int' into an index-sized integer"
assert "abc"[I(1)] == 'b'
assert "a" < "b"
assert error(lambda: "a" < 1) == "TypeError: '<' not supported between instances of 'str' and 'int'"
assert "h\xe9l"[::-1] == 'l\xe9h'
assert error(lambda: "abc" * 2**70) == "OverflowError: cannot fit 'int' into an index-sized integer"
# ---- construction ----
assert str() == ''
assert str(b"ab", "ascii") == 'ab'
assert str(b"\xe9", encoding="latin-1") == '\xe9'
assert str(object="x") == 'x'
assert error(lambda: str("a", "b")) == 'TypeError: decoding str is not supported'
assert error(lambda: str(1, "b")) == 'TypeError: decoding to str: need a bytes-like object, int found'
assert error(lambda: str("a", 5)) == "TypeError: str() argument 'encoding' must be str, not int"
assert error(lambda: str(b"a", "ascii", 5)) == "TypeError: str() argument 'errors' must be str, not int"
assert error(lambda: str(b"a", "ascii", "strict", 1)) == 'TypeError: str expected at most 3 arguments, got 4'
assert str(b"", errors="strict") == ''
assert error(lambda: chr(-1)) == 'ValueError: chr() arg not in range(0x110000)'
assert error(lambda: chr(0x110000)) == 'ValueError: chr() arg not in range(0x110000)'
assert error(lambda: ord("ab")) == 'TypeError: ord() expected a character, but string of length 2 found'
assert ord(b"a") == 97
assert error(lambda: ord(5)) == 'TypeError: ord() expected string of length 1, but int found'
assert ascii("\xe9\u0394\U0001f600\ud800") == "'\\xe9\\u0394\\U0001f600\\ud800'"
assert repr("\x00\x7f\xa0\xad\u200b\ue000\U000e0001\uffff") == "'\\x00\\x7f\\xa0\\xad\\u200b\\ue000\\U000e0001\\uffff'"
assert repr("it's") == '"it\'s"'
assert repr("\"it's") == '\'"it\\\'s\''
