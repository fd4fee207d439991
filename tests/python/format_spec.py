# needs: complex double methods
# format(), str.format, f-strings.

def raises(exception, f, *args, **kw):
    try:
        f(*args, **kw)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

# ---- int ----
for v, spec, text in [
        (5, "", "5"), (5, "d", "5"), (5, "3d", "  5"), (5, "<3d", "5  "), (5, "^4d", " 5  "), (5, "03d", "005"), (-5, "04d", "-005"), (5, "+d", "+5"),
        (5, " d", " 5"), (-5, " d", "-5"), (5, "=+4d", "+  5"), (5, "*>4", "***5"), (5, "\u20ac^5", "\u20ac\u20ac5\u20ac\u20ac"), (255, "x", "ff"), (255, "X", "FF"),
        (255, "#x", "0xff"), (255, "#X", "0XFF"), (255, "#b", "0b11111111"), (255, "o", "377"), (255, "#010x", "0x000000ff"), (-255, "#x", "-0xff"),
        (1234567, ",", "1,234,567"), (1234567, "_", "1_234_567"), (123, ",", "123"), (-1234, ",d", "-1,234"), (1234, "010,", "00,001,234"), (1234, "08,", "0,001,234"), (1234, "09,", "0,001,234"),
        (0xabcdef12, "_x", "abcd_ef12"), (0b10101010, "_b", "1010_1010"), (65, "c", "A"), (8364, "c", "\u20ac"), (65, "3c", "  A"), (65, "*=3c", "**A"), (5, "e", "5.000000e+00"), (5, ".2f", "5.00"), (5, "%", "500.000000%"),
        (5, "g", "5"), (10**30, "", "1" + "0" * 30), (10**30, ",", "1" + ",000" * 10), (-10**20, "025", "-000100000000000000000000"), (2**100, "x", "1" + "0" * 25), (2**70, "#_x", "0x40_0000_0000_0000_0000"),
        (0, "05", "00000"), (5, "n", "5"), (True, "", "True"), (True, "d", "1"), (True, "5", "    1"), (False, "s", None), (5, "s", None), (5, ".2d", None), (5, ",x", None), (5, "#c", None), (5, "+c", None), (5, "y", None)]:
    if text is None:
        raises(ValueError, format, v, spec)
    else:
        assert format(v, spec) == text, (v, spec, format(v, spec))
assert raises(ValueError, format, 5, "s") == "Unknown format code 's' for object of type 'int'"
assert raises(ValueError, format, 5, ".2d") == "Precision not allowed in integer format specifier"
assert raises(ValueError, format, 5, ",x") == "Cannot specify ',' with 'x'." and raises(ValueError, format, 5, ",_") == "Cannot specify both ',' and '_'."
assert raises(ValueError, format, 5, "5dd") == "Invalid format specifier '5dd' for object of type 'int'"
assert raises(OverflowError, format, -1, "c") == "%c arg not in range(0x110000)"

# ---- float ----
for v, spec, text in [
        (1.5, "", "1.5"), (1.0, "", "1.0"), (1.5, "f", "1.500000"), (1.5, ".2f", "1.50"), (2.5, ".0f", "2"), (1234.5678, ".2f", "1234.57"), (1234.5678, ",.2f", "1,234.57"), (1e10, ",", "10,000,000,000.0"),
        (1.5, "e", "1.500000e+00"), (12345.678, ".3e", "1.235e+04"), (1.5, "E", "1.500000E+00"), (1.5, "g", "1.5"), (1e20, "g", "1e+20"), (1e-5, "g", "1e-05"), (0.0001, "g", "0.0001"), (123456789.0, "g", "1.23457e+08"),
        (0.25, "%", "25.000000%"), (0.256, ".1%", "25.6%"), (1.5, "8.2f", "    1.50"), (1.5, "<8.2f", "1.50    "), (1.5, "08.2f", "00001.50"), (-1.5, "08.2f", "-0001.50"), (1.5, "+.1f", "+1.5"), (1.5, "=+8.1f", "+    1.5"),
        (1.5, "^9", "   1.5   "), (1e100, "", "1e+100"), (1.0, ".3", "1.0"), (123456.0, ".3", "1.23e+05"), (1.0, "#.0f", "1."), (1.5, "#g", "1.50000"), (float("inf"), "", "inf"), (float("-inf"), "f", "-inf"),
        (float("nan"), "F", "NAN"), (float("inf"), "010", "0000000inf"), (float("inf"), "+", "+inf"), (-0.0, "", "-0.0"), (-0.0, "z", "0.0"), (-0.001, "z.1f", "0.0"), (-0.001, ".1f", "-0.0"), (float("nan"), "011_.8E", "00000000NAN"), (1234567.891, "015,.1f", "0,001,234,567.9"),
        (0.1, ".20f", "0.10000000000000000555"), (1.5, "_.2f", "1.50"), (12345.5, "_", "12_345.5"), (1.5, ".400f", "1.5" + "0" * 399), (1e22, "", "1e+22"), (123456789012345680.0, "", "1.2345678901234568e+17"), (3.0, "n", "3"),
        (1.5, "d", None), (1.5, "x", None), (1.5, "s", None)]:
    if text is None:
        raises(ValueError, format, v, spec)
    else:
        assert format(v, spec) == text, (v, spec, format(v, spec))
assert raises(ValueError, format, 1.5, "d") == "Unknown format code 'd' for object of type 'float'"
assert raises(ValueError, format, 1.5, ".f") == "Format specifier missing precision"

# ---- complex ----
for v, spec, text in [
        (1 + 2j, "", "(1+2j)"), (1.5 - 2j, ".2f", "1.50-2.00j"), (2j, "", "2j"), (1 + 2j, ">10", "    (1+2j)"), (1 + 2j, "g", "1+2j"), (1 + 2j, "+", "(+1+2j)"), (1 + 2j, ".1e", "1.0e+00+2.0e+00j"), (3j, ".3", "3j"),
        (1 + 2j, "010", None), (1 + 2j, "=10", None), (1 + 2j, "d", None)]:
    if text is None:
        raises(ValueError, format, v, spec)
    else:
        assert format(v, spec) == text, (v, spec, format(v, spec))

# ---- str and others ----
for v, spec, text in [
        ("abc", "", "abc"), ("abc", "s", "abc"), ("abc", "5", "abc  "), ("abc", ">5", "  abc"), ("abc", "^6", " abc  "), ("abc", ".2", "ab"), ("abc", "5.2s", "ab   "), ("abc", "*^7", "**abc**"), ("\u00e9\u20ac", ">4", "  \u00e9\u20ac"),
        ("\u00e9\u20ac", ".1", "\u00e9"), ("abc", "05", "abc00"), ("abc", "\u20ac<5", "abc\u20ac\u20ac"), ("", "3", "   "), ("abc", "d", None), ("abc", "+", None), ("abc", "=5", None), ("abc", ",", None), ("abc", "#", None)]:
    if text is None:
        raises(ValueError, format, v, spec)
    else:
        assert format(v, spec) == text, (v, spec, format(v, spec))
assert raises(ValueError, format, "a", "d") == "Unknown format code 'd' for object of type 'str'"
assert raises(ValueError, format, "a", "+") == "Sign not allowed in string format specifier"
assert raises(ValueError, format, "a", "=5") == "'=' alignment not allowed in string format specifier"
assert format(None) == "None" and format([1, 2]) == "[1, 2]" and raises(TypeError, format, [], "5") == "unsupported format string passed to list.__format__"

class F:
    def __format__(self, spec):
        return "F(" + spec + ")"
class G:
    def __str__(self):
        return "G!"
class H:
    def __format__(self, spec):
        return 5
assert format(F()) == "F()" and format(F(), "abc") == "F(abc)" and "{:x y}".format(F()) == "F(x y)" and f"{F():{'z'}}" == "F(z)"
assert format(G()) == "G!" and f"{G()}" == "G!" and f"{G()!s:>4}" == "  G!" and raises(TypeError, format, G(), "5") == "unsupported format string passed to G.__format__"
assert raises(TypeError, format, H()) == "__format__ must return a str, not int"

# ---- str.format ----
assert "{} {}".format(1, "a") == "1 a" and "{1} {0}".format(1, 2) == "2 1" and "{a}{b}".format(a=1, b=2) == "12" and "{{}}{}".format(1) == "{}1" and "".format() == ""
assert "{0[1]} {0[-1]}".format({"-1": "x", 1: "y"}) == "y x" and "{0.real}".format(5) == "5" and "{a[k]}".format(a={"k": "v"}) == "v" and "{0[0][1]}".format([[1, 2]]) == "2"
assert "{:>{}}".format("a", 4) == "   a" and "{:{w}.{p}f}".format(3.14159, w=8, p=2) == "    3.14" and "{0:{1}}".format("a", ">3") == "  a"
assert "{!r} {!s} {!a}".format("a", "b", "\u00e9") == "'a' b '\\xe9'" and "{0!r:>5}".format("a") == "  'a'" and "{:,}".format(12345) == "12,345"
assert "\u20ac{}\u00e9".format("x") == "\u20acx\u00e9" and "{}".format("\u00e9" * 300) == "\u00e9" * 300 and "{:%Y-%m}".format(F()) == "F(%Y-%m)"
assert "{a.b.c}".format(a=type("A", (), {"b": type("B", (), {"c": 7})})) == "7" and "{}".format([1, "a"]) == "[1, 'a']" and "{x}".format_map({"x": 1}) == "1"

class D(dict):
    def __missing__(self, k):
        return "<" + k + ">"
assert "{a}{b}".format_map(D(a=1)) == "1<b>"
for f, args, message in [("{", (), "Single '{' encountered in format string"), ("}", (), "Single '}' encountered in format string"), ("{0", (1,), "expected '}' before end of string"), ("{!x}", (1,), "Unknown conversion specifier x"),
                         ("{} {0}", (1,), "cannot switch from automatic field numbering to manual field specification"), ("{0} {}", (1,), "cannot switch from manual field specification to automatic field numbering"),
                         ("{0[}", ([],), "expected '}' before end of string"), ("{0.}", (1,), "Empty attribute in format string"), ("{0[]}", (1,), "Empty attribute in format string"), ("{0[a]b}", ({"a": 1},), "Only '.' or '[' may follow ']' in format field specifier"),
                         ("{:{:{}}}", (1, 2, 3), "Max string recursion exceeded"), ("{!}", (1,), "unmatched '{' in format spec"), ("{!r", (1,), "unmatched '{' in format spec"), ("{!rx}", (1,), "expected ':' after conversion specifier")]:
    got = raises(ValueError, f.format, *args)
    assert got == message, (f, got)
assert raises(IndexError, "{} {}".format, 1) == "Replacement index 1 out of range for positional args tuple"
assert raises(KeyError, "{a}".format) == "'a'"
raises(AttributeError, "{0.nope}".format, 1)
raises(TypeError, "{0[0]}".format, 5)

# ---- f-strings ----
x, y, s = 5, 2.5, "ab"
assert f"{x}{y}{s}" == "52.5ab" and f"{x:03d}|{y:.3f}|{s:>4}" == "005|2.500|  ab" and f"{x!r:>3}" == "  5" and f"{s!r}" == "'ab'" and f"{x=}" == "x=5" and f"{s = }" == "s = 'ab'"
assert f"{x:{x}}" == "    5" and f"{{}}" == "{}" and f"" == "" and f"{'a' 'b'}" == "ab" and f"{x + 1:x}" == "6" and f"{None}{True}" == "NoneTrue" and f"{-7}" == "-7"
assert f"{'\u20ac'}{x}" == "\u20ac5" and f"{s * 200}" == "ab" * 200 and f"{s}{s * 200}" == "ab" * 201 and len(f"{x}{y}{s}{x}{y}{s}") == 12
