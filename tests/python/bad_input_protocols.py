# needs: methods messages
# Special methods that give what they must not: the type and the words of the exception are CPython 3.13's.


def outcome(f, *args):
    """What a call gives, or the exception that ends it."""
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


def gives(name, value):
    """An object whose special method gives a value."""
    return type("Gives", (), {name: lambda *args: value})()


# ---- conversions ----
def tries(name, f, *values):
    return [outcome(f, gives(name, v)) for v in values]


def kinds(name, f, *values):
    """The same, without the words of exceptions (where CPython's say more of its steps than of the mistake)."""
    return [str(x).split(": ")[0] for x in tries(name, f, *values)]


same(tries("__int__", int, "1", 1.5, None),
     ['TypeError: __int__ returned non-int (type str)', 'TypeError: __int__ returned non-int (type float)',
      'TypeError: __int__ returned non-int (type NoneType)'])
same(tries("__index__", int, "1", 1.5, None),
     ['TypeError: __index__ returned non-int (type str)', 'TypeError: __index__ returned non-int (type float)',
      'TypeError: __index__ returned non-int (type NoneType)'])
same(tries("__index__", bin, "1", 1.5, None),
     ['TypeError: __index__ returned non-int (type str)', 'TypeError: __index__ returned non-int (type float)',
      'TypeError: __index__ returned non-int (type NoneType)'])
same(tries("__index__", hex, [], -255, 1 << 70),
     ['TypeError: __index__ returned non-int (type list)', '-0xff', '0x400000000000000000'])
same(tries("__index__", chr, "1", -1, 1 << 70, 65),
     ['TypeError: __index__ returned non-int (type str)', 'ValueError: chr() arg not in range(0x110000)',
      'ValueError: chr() arg not in range(0x110000)', 'A'])
same(kinds("__index__", [1, 2].__getitem__, "1", None, 1 << 70, 5, -2),
     ['TypeError', 'TypeError', 'IndexError', 'IndexError', '1'])
same(tries("__index__", (1, 2).__getitem__, "1", 1 << 70, 5, -2),
     ['TypeError: __index__ returned non-int (type str)',
      "IndexError: cannot fit 'Gives' into an index-sized integer", 'IndexError: tuple index out of range', 1])
same(tries("__index__", "ab".__getitem__, "1", 1 << 70, 5, -2),
     ['TypeError: __index__ returned non-int (type str)',
      "IndexError: cannot fit 'Gives' into an index-sized integer", 'IndexError: string index out of range', 'a'])
same(kinds("__index__", b"ab".__getitem__, "1", 1 << 70, 5, -2), ['TypeError', 'IndexError', 'IndexError', '97'])
same(tries("__index__", range(2).__getitem__, "1", 1 << 70, 5, -2),
     ['TypeError: __index__ returned non-int (type str)', 'IndexError: range object index out of range',
      'IndexError: range object index out of range', 0])
same(tries("__index__", range, "1", -1, 3),
     ['TypeError: __index__ returned non-int (type str)', range(0, -1), range(0, 3)])
same(tries("__index__", lambda x: range(0, 5, x), 0, "1", 2),
     ['ValueError: range() arg 3 must not be zero', 'TypeError: __index__ returned non-int (type str)', range(0, 5, 2)])
same(tries("__index__", lambda x: [1, 2, 3][x:], "1", None, 1 << 70, -1),
     ['TypeError: __index__ returned non-int (type str)', 'TypeError: __index__ returned non-int (type NoneType)', [],
      [3]])
same(tries("__index__", lambda x: "abc"[:x], "1", 1 << 70, -1),
     ['TypeError: __index__ returned non-int (type str)', 'abc', 'ab'])
same(tries("__index__", lambda x: "abc"[::x], "1", 0, 1 << 70, -1),
     ['TypeError: __index__ returned non-int (type str)', 'ValueError: slice step cannot be zero', 'a', 'cba'])
same(tries("__index__", lambda x: slice(x).indices(3), "1", 1 << 70),
     ['TypeError: __index__ returned non-int (type str)', (0, 3, 1)])
same(tries("__index__", lambda x: slice(3).indices(x), "1", -1, 5),
     ['TypeError: __index__ returned non-int (type str)', 'ValueError: length should not be negative', (0, 3, 1)])
same(tries("__index__", lambda x: [1] * x, "1", -1, 1 << 70, 2),
     ['TypeError: __index__ returned non-int (type str)', [],
      "OverflowError: cannot fit 'Gives' into an index-sized integer", [1, 1]])
same(tries("__index__", lambda x: x * "ab", "1", -1, 1 << 70, 2),
     ['TypeError: __index__ returned non-int (type str)', '',
      "OverflowError: cannot fit 'Gives' into an index-sized integer", 'abab'])
same(tries("__index__", lambda x: (1,) * x, "1", -1, 2),
     ['TypeError: __index__ returned non-int (type str)', (), (1, 1)])
same(tries("__index__", lambda x: b"a" * x, "1", -1, 2),
     ['TypeError: __index__ returned non-int (type str)', b'', b'aa'])
same(tries("__index__", lambda x: [1, 2, 3].pop(x), "1", 1 << 70, 5, -1),
     ['TypeError: __index__ returned non-int (type str)',
      'OverflowError: Python int too large to convert to C ssize_t', 'IndexError: pop index out of range', 3])
same(tries("__index__", lambda x: [].insert(x, 1), "1", 1 << 70, 5),
     ['TypeError: __index__ returned non-int (type str)',
      'OverflowError: Python int too large to convert to C ssize_t', None])
same(tries("__index__", lambda x: [1, 2].index(2, x), "1", 1 << 70, -1),
     ['TypeError: __index__ returned non-int (type str)', 'ValueError: 2 is not in list', 1])
same(tries("__index__", lambda x: "abc".find("c", x), "1", 1 << 70, -1),
     ['TypeError: __index__ returned non-int (type str)', -1, 2])
same(tries("__index__", lambda x: "abc".center(x), "1", 1 << 70, 5),
     ['TypeError: __index__ returned non-int (type str)',
      'OverflowError: Python int too large to convert to C ssize_t', ' abc '])
same(tries("__index__", lambda x: "a b c".split(None, x), "1", 1 << 70, 1),
     ['TypeError: __index__ returned non-int (type str)',
      'OverflowError: Python int too large to convert to C ssize_t', ['a', 'b c']])
same(tries("__index__", lambda x: "aaa".replace("a", "b", x), "1", 1 << 70, 2),
     ['TypeError: __index__ returned non-int (type str)',
      'OverflowError: Python int too large to convert to C ssize_t', 'bba'])
same(tries("__index__", lambda x: "7".zfill(x), "1", 3), ['TypeError: __index__ returned non-int (type str)', '007'])
same(kinds("__index__", lambda x: "\t".expandtabs(x), "1", 3, 1 << 70), ['TypeError', '   ', 'OverflowError'])
same(tries("__index__", lambda x: round(2.567, x), "1", 1, 1 << 70),
     ['TypeError: __index__ returned non-int (type str)', 2.6, 2.567])
same(tries("__index__", lambda x: round(1234, x), "1", -2),
     ['TypeError: __index__ returned non-int (type str)', 1200])
same(tries("__index__", lambda x: int("11", x), "1", 2, 1, 37, 1 << 70),
     ['TypeError: __index__ returned non-int (type str)', 3, 'ValueError: int() base must be >= 2 and <= 36, or 0',
      'ValueError: int() base must be >= 2 and <= 36, or 0', 'ValueError: int() base must be >= 2 and <= 36, or 0'])
same(tries("__index__", lambda x: (5).to_bytes(x, "big"), "1", 2, -1),
     ['TypeError: __index__ returned non-int (type str)', b'\x00\x05',
      'ValueError: length argument must be non-negative'])
same(tries("__index__", lambda x: 1 << x, "1", 2),
     ["TypeError: unsupported operand type(s) for <<: 'int' and 'Gives'",
      "TypeError: unsupported operand type(s) for <<: 'int' and 'Gives'"])
same(kinds("__index__", bytes, "1", 2, -1, 1 << 70), ['TypeError', "b'\\x00\\x00'", 'ValueError', 'OverflowError'])
same(kinds("__index__", bytearray, "1", 2, -1, 1 << 70),
     ['TypeError', "bytearray(b'\\x00\\x00')", 'ValueError', 'OverflowError'])
same(tries("__index__", lambda x: bytes([x]), "1", 2, -1, 256, 1 << 70),
     ['TypeError: __index__ returned non-int (type str)', b'\x02', 'ValueError: bytes must be in range(0, 256)',
      'ValueError: bytes must be in range(0, 256)', 'ValueError: bytes must be in range(0, 256)'])
same(tries("__index__", lambda x: bytearray().append(x), "1", 2, -1, 256),
     ['TypeError: __index__ returned non-int (type str)', None, 'ValueError: byte must be in range(0, 256)',
      'ValueError: byte must be in range(0, 256)'])
same(kinds("__index__", lambda x: x in b"a", "1", 97, -1, 256), ['TypeError', 'True', 'ValueError', 'ValueError'])
same(tries("__index__", lambda x: b"abc".find(x), "1", 99, -1, 256),
     ['TypeError: __index__ returned non-int (type str)', 2, 'ValueError: byte must be in range(0, 256)',
      'ValueError: byte must be in range(0, 256)'])
same(tries("__index__", lambda x: enumerate([], x), "1", None),
     ['TypeError: __index__ returned non-int (type str)', 'TypeError: __index__ returned non-int (type NoneType)'])
same(kinds("__index__", lambda x: "%d" % x, "1", 7), ['TypeError', '7'])
same(kinds("__index__", lambda x: "%x" % x, "1", 255), ['TypeError', 'ff'])
same(kinds("__index__", lambda x: "%c" % x, "1", 65, -1, 1 << 70),
     ['TypeError', 'A', 'OverflowError', 'OverflowError'])
same(tries("__int__", lambda x: "%d" % x, "1", 7),
     ['TypeError: %d format: a real number is required, not Gives', '7'])
same(tries("__int__", lambda x: "%x" % x, 7), ['TypeError: %x format: an integer is required, not Gives'])
same(tries("__float__", lambda x: "%f" % x, "1", 7, 1.5),
     ['TypeError: Gives.__float__ returned non-float (type str)',
      'TypeError: Gives.__float__ returned non-float (type int)', '1.500000'])
same(tries("__index__", lambda x: "%*d" % (x, 5), "1", 4), ['TypeError: * wants int', 'TypeError: * wants int'])
same(tries("__float__", float, "1", 1, None, True, 2.5),
     ['TypeError: Gives.__float__ returned non-float (type str)',
      'TypeError: Gives.__float__ returned non-float (type int)',
      'TypeError: Gives.__float__ returned non-float (type NoneType)',
      'TypeError: Gives.__float__ returned non-float (type bool)', 2.5])
same(tries("__index__", float, "1", 1, 1 << 2000),
     ['TypeError: __index__ returned non-int (type str)', 1.0, 'OverflowError: int too large to convert to float'])
same(tries("__complex__", complex, "1", 1, 1.5, None, 2j),
     ['TypeError: __complex__ returned non-complex (type str)',
      'TypeError: __complex__ returned non-complex (type int)',
      'TypeError: __complex__ returned non-complex (type float)',
      'TypeError: __complex__ returned non-complex (type NoneType)', 2j])
same(tries("__float__", complex, "1", 1, 1.5),
     ['TypeError: Gives.__float__ returned non-float (type str)',
      'TypeError: Gives.__float__ returned non-float (type int)', (1.5+0j)])
same(tries("__index__", complex, "1", 1, 1 << 2000),
     ['TypeError: __index__ returned non-int (type str)', (1+0j), 'OverflowError: int too large to convert to float'])
same(tries("__str__", str, 1, None, b"a", "ok"),
     ['TypeError: __str__ returned non-string (type int)', 'TypeError: __str__ returned non-string (type NoneType)',
      'TypeError: __str__ returned non-string (type bytes)', 'ok'])
same(tries("__str__", "%s".__mod__, 1, "ok"), ['TypeError: __str__ returned non-string (type int)', 'ok'])
same(tries("__str__", "{}".format, 1, "ok"), ['TypeError: __str__ returned non-string (type int)', 'ok'])
same(tries("__str__", lambda x: f"{x!s}", 1, "ok"), ['TypeError: __str__ returned non-string (type int)', 'ok'])
same(tries("__repr__", repr, 1, None, b"a", "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'TypeError: __repr__ returned non-string (type NoneType)',
      'TypeError: __repr__ returned non-string (type bytes)', 'ok'])
same(kinds("__repr__", str, 1, "ok"), ['TypeError', 'ok'])
same(tries("__repr__", ascii, 1, "\xe9"), ['TypeError: __repr__ returned non-string (type int)', '\\xe9'])
same(tries("__repr__", lambda x: repr([x]), 1, "ok"), ['TypeError: __repr__ returned non-string (type int)', '[ok]'])
same(tries("__repr__", lambda x: repr((x,)), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', '(ok,)'])
same(tries("__repr__", lambda x: repr({x: x}), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', '{ok: ok}'])
same(tries("__repr__", lambda x: repr({x}), 1, "ok"), ['TypeError: __repr__ returned non-string (type int)', '{ok}'])
same(tries("__repr__", lambda x: repr(frozenset([x])), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'frozenset({ok})'])
same(tries("__repr__", lambda x: repr({1: x}.values()), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'dict_values([ok])'])
same(tries("__repr__", lambda x: repr(slice(x)), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'slice(None, ok, None)'])
same(tries("__repr__", lambda x: repr(ValueError(x)), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'ValueError(ok)'])
same(tries("__str__", lambda x: str(ValueError(x)), 1, "ok"),
     ['TypeError: __str__ returned non-string (type int)', 'ok'])
same(tries("__str__", lambda x: str(KeyError(x, 1)), 1)[0][:9], '(<__main_')
same(tries("__repr__", lambda x: str(KeyError(x)), 1, "ok"),
     ['TypeError: __repr__ returned non-string (type int)', 'ok'])
same(tries("__repr__", lambda x: "%r" % x, 1, "ok"), ['TypeError: __repr__ returned non-string (type int)', 'ok'])
same(tries("__repr__", lambda x: "%a" % x, 1, "\xe9"),
     ['TypeError: __repr__ returned non-string (type int)', '\\xe9'])
same(tries("__bytes__", bytes, 1, "a", None, bytearray(b"a"), b"ok"),
     ['TypeError: __bytes__ returned non-bytes (type int)', 'TypeError: __bytes__ returned non-bytes (type str)',
      'TypeError: __bytes__ returned non-bytes (type NoneType)',
      'TypeError: __bytes__ returned non-bytes (type bytearray)', b'ok'])
same(kinds("__bytes__", lambda x: b"%b" % x, 1, b"ok"), ['TypeError', "b'ok'"])
same(tries("__bool__", bool, 1, None, "", True),
     ['TypeError: __bool__ should return bool, returned int',
      'TypeError: __bool__ should return bool, returned NoneType',
      'TypeError: __bool__ should return bool, returned str', True])
same(tries("__bool__", lambda x: not x, 0, False), ['TypeError: __bool__ should return bool, returned int', True])
same(tries("__bool__", lambda x: 1 if x else 2, 0, False),
     ['TypeError: __bool__ should return bool, returned int', 2])
same(tries("__bool__", lambda x: x and 1, 0), ['TypeError: __bool__ should return bool, returned int'])
same(tries("__bool__", lambda x: x or 1, 0), ['TypeError: __bool__ should return bool, returned int'])
same(tries("__bool__", lambda x: any([x]), 0), ['TypeError: __bool__ should return bool, returned int'])
same(tries("__bool__", lambda x: all([x]), 1), ['TypeError: __bool__ should return bool, returned int'])
same(tries("__bool__", lambda x: list(filter(None, [x])), 1),
     ['TypeError: __bool__ should return bool, returned int'])
same(tries("__bool__", lambda x: [y for y in [1] if x], 1), ['TypeError: __bool__ should return bool, returned int'])
same(tries("__len__", len, -1, "1", 1.5, None, 1 << 70, -1 << 70, True),
     ['ValueError: __len__() should return >= 0', "TypeError: 'str' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      "TypeError: 'NoneType' object cannot be interpreted as an integer",
      "OverflowError: cannot fit 'int' into an index-sized integer", 'ValueError: __len__() should return >= 0', 1])
same(tries("__len__", bool, -1, "1", 1 << 70, 0, 3),
     ['ValueError: __len__() should return >= 0', "TypeError: 'str' object cannot be interpreted as an integer",
      "OverflowError: cannot fit 'int' into an index-sized integer", False, True])
same(tries("__len__", reversed, 1), ["TypeError: 'Gives' object is not reversible"])
same(tries("__hash__", hash, "1", 1.5, None, True, 3),
     ['TypeError: __hash__ method should return an integer', 'TypeError: __hash__ method should return an integer',
      'TypeError: __hash__ method should return an integer', 1, 3])
same(hash(gives("__hash__", 1 << 100)), hash(1 << 100))
same(tries("__hash__", lambda x: {x}, "1", None),
     ['TypeError: __hash__ method should return an integer', 'TypeError: __hash__ method should return an integer'])
same(tries("__hash__", lambda x: {1: 2}.get(x), "1", None),
     ['TypeError: __hash__ method should return an integer', 'TypeError: __hash__ method should return an integer'])
same(tries("__hash__", lambda x: hash((x,)), "1", None),
     ['TypeError: __hash__ method should return an integer', 'TypeError: __hash__ method should return an integer'])
same(tries("__hash__", lambda x: hash(frozenset([x])), "1"), ['TypeError: __hash__ method should return an integer'])
same(tries("__hash__", lambda x: hash(slice(x)), "1"), ['TypeError: __hash__ method should return an integer'])
same(tries("__iter__", iter, None, 1, [], ""),
     ["TypeError: iter() returned non-iterator of type 'NoneType'",
      "TypeError: iter() returned non-iterator of type 'int'",
      "TypeError: iter() returned non-iterator of type 'list'",
      "TypeError: iter() returned non-iterator of type 'str'"])
same(tries("__iter__", list, None, 1, []),
     ["TypeError: iter() returned non-iterator of type 'NoneType'",
      "TypeError: iter() returned non-iterator of type 'int'",
      "TypeError: iter() returned non-iterator of type 'list'"])
same(tries("__iter__", lambda x: [*x], 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", lambda x: {*x}, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", lambda x: print(*x), 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", lambda x: [y for y in x], 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(kinds("__iter__", lambda x: 1 in x, 1), ['TypeError'])
same(tries("__iter__", sum, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", max, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", sorted, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(kinds("__iter__", "".join, 1), ['TypeError'])
same(kinds("__iter__", b"".join, 1), ['TypeError'])
same(tries("__iter__", [].extend, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", set().update, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", dict, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", zip, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", lambda x: map(len, x), 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", lambda x: filter(len, x), 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(tries("__iter__", enumerate, 1), ["TypeError: iter() returned non-iterator of type 'int'"])
same(kinds("__iter__", bytes, 1), ['TypeError'])
same(tries("__format__", format, 1, None, b"", "ok"),
     ['TypeError: __format__ must return a str, not int', 'TypeError: __format__ must return a str, not NoneType',
      'TypeError: __format__ must return a str, not bytes', 'ok'])
same(tries("__format__", lambda x: f"{x}", 1, "ok"), ['TypeError: __format__ must return a str, not int', 'ok'])
same(tries("__format__", "{}".format, 1, "ok"), ['TypeError: __format__ must return a str, not int', 'ok'])
same(tries("__dir__", dir, 1, None, [2, 1], "ba", [1, "a"]),
     ["TypeError: 'int' object is not iterable", "TypeError: 'NoneType' object is not iterable", [1, 2], ['a', 'b'],
      "TypeError: '<' not supported between instances of 'str' and 'int'"])
same(tries("__length_hint__", list, 1), ["TypeError: 'Gives' object is not iterable"])
same(tries("__reversed__", lambda x: list(reversed(x)), 1, []), ["TypeError: 'int' object is not iterable", []])
same(tries("__reversed__", reversed, 1), [1])
same(tries("__round__", round, "any"), ['any'])
same(tries("__abs__", abs, "any"), ['any'])
same(tries("__neg__", lambda x: -x, "any"), ['any'])
same(tries("__divmod__", lambda x: divmod(x, 1), "any"), ['any'])
same(tries("__contains__", lambda x: 1 in x, "any", "", None, []), [True, False, False, False])
same(tries("__contains__", lambda x: 1 not in x, "any", ""), [False, True])
same(tries("__eq__", lambda x: x == 1, "any", None), ['any', None])
same(tries("__eq__", lambda x: 1 in [x], "any", "", NotImplemented), [True, False, False])
same(tries("__eq__", lambda x: [x] == [1], "any", ""), [True, False])
same(tries("__ne__", lambda x: x != 1, "any", None), ['any', None])
same(tries("__ne__", lambda x: [x] != [1], "any", ""), [True, True])
same(tries("__lt__", lambda x: x < 1, "any", NotImplemented),
     ['any', "TypeError: '<' not supported between instances of 'Gives' and 'int'"])
same(tries("__gt__", lambda x: 1 < x, "any", NotImplemented),
     ['any', "TypeError: '<' not supported between instances of 'int' and 'Gives'"])
same(tries("__lt__", lambda x: sorted([x, x]) == [x, x], "any", NotImplemented),
     [True, "TypeError: '<' not supported between instances of 'Gives' and 'Gives'"])
same(tries("__call__", lambda x: x(), "any"), ['any'])
same(tries("__add__", lambda x: x + 1, "any", NotImplemented),
     ['any', "TypeError: unsupported operand type(s) for +: 'Gives' and 'int'"])
same(tries("__radd__", lambda x: 1 + x, "any", NotImplemented),
     ['any', "TypeError: unsupported operand type(s) for +: 'int' and 'Gives'"])
same(tries("__iadd__", lambda x: x.__iadd__(1), "any", NotImplemented), ['any', NotImplemented])
same(tries("__getattr__", lambda x: x.missing, "any"), ['any'])
same(tries("__getattribute__", lambda x: x.missing, "any"), ['any'])
same(tries("__missing__", lambda x: x, 1)[0].__class__.__name__, 'Gives')
same(tries("__enter__", lambda x: x.__enter__(), "any"), ['any'])
same(tries("__instancecheck__", lambda x: isinstance(1, x), "any", ""), [True, False])
same(tries("__subclasscheck__", lambda x: issubclass(int, x), "any", ""), [True, False])
same(kinds("__fspath__", lambda x: open(x), 1, None), ['TypeError', 'TypeError'])
same(kinds("keys", lambda x: dict(x), 1, ["a"]), ['TypeError', 'TypeError'])
same(kinds("keys", lambda x: dict(**x), 1, ["a"]), ['TypeError', 'TypeError'])
same(kinds("keys", lambda x: {**x}, 1, ["a"]), ['TypeError', 'TypeError'])
same(tries("__pow__", lambda x: pow(x, 2, 3), "any", NotImplemented),
     ['any', "TypeError: unsupported operand type(s) for ** or pow(): 'Gives', 'int', 'int'"])
same(tries("__matmul__", lambda x: x @ 1, "any", NotImplemented),
     ['any', "TypeError: unsupported operand type(s) for @: 'Gives' and 'int'"])
same(tries("__await__", lambda x: x.__await__(), 1), [1])


# ---- the same with bool(): what a len() that lies makes of them ----
class Lies(list):
    n = 0
    def __len__(self): return self.n


for n in (0, 2, 100):
    lies = Lies([1, 2, 3])
    Lies.n = n
    same(list.__len__(lies), 3)
    same([outcome(f, lies) for f in (list, tuple, sorted, sum, lambda x: [*x], lambda x: x[:], lambda x: x[-1], lambda x: x + [4], lambda x: x * 2,
                                     lambda x: [1, 2, 3] == x, lambda x: list(reversed(x)), repr, lambda x: 3 in x, lambda x: x.index(3), bytes)],
         [[1, 2, 3], (1, 2, 3), [1, 2, 3], 6, [1, 2, 3], [1, 2, 3], 3, [1, 2, 3, 4], [1, 2, 3, 1, 2, 3], True, [3, 2, 1], "[1, 2, 3]", True, 2, b"\1\2\3"])


class Sequence:
    """The old way to be iterated over, with a length that lies."""
    def __init__(self, n, length): self.n, self.length = n, length
    def __len__(self): return self.length
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i


for length in (0, 1, 50):
    same([outcome(f, Sequence(3, length)) for f in (list, tuple, sum, lambda x: [*x], lambda x: 2 in x, max, lambda x: dict.fromkeys(x), bytes)],
         [[0, 1, 2], (0, 1, 2), 3, [0, 1, 2], True, 2, {0: None, 1: None, 2: None}, b"\0\1\2"])
same(outcome(list, Sequence(3, -1)), 'ValueError: __len__() should return >= 0')
same(outcome(list, Sequence(3, 1 << 70)), "OverflowError: cannot fit 'int' into an index-sized integer")
same(outcome(list, Sequence(3, "a")), [0, 1, 2])
same(outcome(lambda: list(reversed(Sequence(3, 3)))), [2, 1, 0])
same(outcome(lambda: list(reversed(Sequence(3, 2)))), [1, 0])
same(outcome(lambda: list(reversed(Sequence(3, 5)))), [])
same(outcome(lambda: reversed(Sequence(3, -1))), 'ValueError: __len__() should return >= 0')
same(outcome(lambda: list(reversed(Sequence(3, 0)))), [])


class Hinted:
    def __init__(self, hint): self.hint, self.n = hint, 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    def __length_hint__(self):
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint


for hint in (0, 1, 3, 50, NotImplemented, TypeError("this one says that there is none")):
    same([outcome(f, Hinted(hint)) for f in (list, tuple, lambda h: [*h], lambda h: [0] + [*h], bytes, bytearray, set, sum)],
         [[1, 2, 3], (1, 2, 3), [1, 2, 3], [0, 1, 2, 3], b"\1\2\3", bytearray(b"\1\2\3"), {1, 2, 3}, 6])
    l = [0]
    l.extend(Hinted(hint))
    l[1:1] = Hinted(hint)
    l += Hinted(hint)
    same(l, [0, 1, 2, 3, 1, 2, 3, 1, 2, 3])
same([outcome(list, Hinted(h)) for h in (-1, "1", 1.5, None, ValueError("hint"))],
     ['ValueError: __length_hint__() should return >= 0', 'TypeError: __length_hint__ must be an integer, not str',
      'TypeError: __length_hint__ must be an integer, not float',
      'TypeError: __length_hint__ must be an integer, not NoneType', 'ValueError: hint'])
