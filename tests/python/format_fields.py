# needs: messages methods complex double
# str.format: names, attributes, items, conversions, nested fields, and errors.

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class Obj:
    x = 1
    y = [1, 2, {"k": 3.5}]


# ---- fields ----
assert "{}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{} {}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1 two'
assert "{1} {0}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 'two 1'
assert "{0} {0}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1 1'
assert "{k}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '3.5'
assert "{o.x}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{o.y[1]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '2'
assert "{o.y[2][k]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '3.5'
assert "{l[0]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{d[a]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{d[a b]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '2'
assert "{{}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '{}'
assert "{{{}}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '{1}'
assert "a{{b}}c".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 'a{b}c'
assert "{!r}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{1!r:>7}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == "  'two'"
assert "{1!s}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 'two'
assert "{1!a}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == "'two'"
assert "{:>{k:.0f}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '   1'
assert error(lambda: "{0:{1}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3})) == "ValueError: Invalid format specifier 'two' for object of type 'int'"
assert error(lambda: "{:{}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3})) == "ValueError: Invalid format specifier 'two' for object of type 'int'"
assert "{l}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '[1, 2]'
assert "{k!r:^9}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '   3.5   '
assert "{k:{l[1]}.{l[0]}f}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '3.5'
assert "{1:{0}{0}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 'two        '
assert "{0.real}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '1'
assert "{0.numerator:03}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == '001'
assert "{1[0]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 't'
assert "{1[2]:*<3}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1, "a b": 2, "1": 3}) == 'o**'
# ---- errors ----
assert error(lambda: "{".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Single '{' encountered in format string"
assert error(lambda: "}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Single '}' encountered in format string"
assert error(lambda: "{}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Single '}' encountered in format string"
assert error(lambda: "{0".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: expected '}' before end of string"
assert error(lambda: "{2}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'IndexError: Replacement index 2 out of range for positional args tuple'
assert error(lambda: "{} {} {}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'IndexError: Replacement index 2 out of range for positional args tuple'
assert error(lambda: "{x}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "KeyError: 'x'"
assert error(lambda: "{0} {}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: cannot switch from manual field specification to automatic field numbering'
assert error(lambda: "{} {0}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: cannot switch from automatic field numbering to manual field specification'
assert error(lambda: "{o.z}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "AttributeError: 'Obj' object has no attribute 'z'"
assert error(lambda: "{o.}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Empty attribute in format string'
assert error(lambda: "{o".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: expected '}' before end of string"
assert error(lambda: "{o.x".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: expected '}' before end of string"
assert error(lambda: "{l[}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: expected '}' before end of string"
assert error(lambda: "{l[]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Empty attribute in format string'
assert error(lambda: "{l[5]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'IndexError: list index out of range'
assert error(lambda: "{l[a]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'TypeError: list indices must be integers or slices, not str'
assert error(lambda: "{l[0]x}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Only '.' or '[' may follow ']' in format field specifier"
assert error(lambda: "{d[b]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "KeyError: 'b'"
assert error(lambda: "{!x}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Unknown conversion specifier x'
assert error(lambda: "{!}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{!rr}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: expected ':' after conversion specifier"
assert error(lambda: "{!r".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{!".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: end of string while looking for conversion specifier'
assert error(lambda: "{0!:}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Unknown conversion specifier :'
assert error(lambda: "{:{".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{:{}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{:{:{}}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Max string recursion exceeded'
assert error(lambda: "{0:{".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unmatched '{' in format spec"
assert error(lambda: "{a{b}}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: unexpected '{' in field name"
assert error(lambda: "{-1}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "KeyError: '-1'"
assert error(lambda: "{ 0}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "KeyError: ' 0'"
assert error(lambda: "{0!\u0394}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Unknown conversion specifier \\x394'
assert error(lambda: "{99999999999999999999}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'ValueError: Too many decimal digits in format string'
assert error(lambda: "{0:s}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Unknown format code 's' for object of type 'int'"
assert error(lambda: "{1:d}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Unknown format code 'd' for object of type 'str'"
assert error(lambda: "{l:5}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'TypeError: unsupported format string passed to list.__format__'
assert error(lambda: "{l[-1]}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == 'TypeError: list indices must be integers or slices, not str'
assert error(lambda: "{0!r:d}".format(1, "two", k=3.5, o=Obj(), l=[1, 2], d={"a": 1})) == "ValueError: Unknown format code 'd' for object of type 'str'"
# ---- format_map ----
assert "{a} {b}".format_map({"a": 1, "b": 2}) == '1 2'
assert error(lambda: "{a}".format_map({})) == "KeyError: 'a'"
assert error(lambda: "{}".format_map({})) == 'ValueError: Format string contains positional fields'
assert error(lambda: "{0}".format_map([1])) == 'ValueError: Format string contains positional fields'
assert error(lambda: "{a}".format_map(5)) == "TypeError: 'int' object is not subscriptable"
assert error(lambda: "{a}".format_map()) == 'TypeError: str.format_map() takes exactly one argument (0 given)'
assert "{a.x}".format_map({"a": Obj()}) == '1'
