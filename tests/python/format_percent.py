# needs: percent messages
# The % operator of str.

def raises(exception, f, *args):
    try:
        f(*args)
    except exception as e:
        return str(e)
    raise AssertionError("no " + exception.__name__)

for f, args, text in [
        ("%d", 5, "5"), ("%i %u", (5, -6), "5 -6"), ("%5d|%-5d|%05d", (1, 2, 3), "    1|2    |00003"), ("%+d % d", (5, 5), "+5  5"), ("%x %X %o", (255, 255, 8), "ff FF 10"), ("%#x %#X %#o", (255, 255, 8), "0xff 0XFF 0o10"),
        ("%#08x", 255, "0x0000ff"), ("%d", 3.99, "3"), ("%d", -3.99, "-3"), ("%d", True, "1"), ("%d", 10**20, "100000000000000000000"), ("%.3d", 5, "005"), ("%8.3d|%-8.3d|", (5, 5), "     005|005     |"), ("%08.3d", 5, "00000005"), ("%x", -255, "-ff"),
        ("%s %r %a", ("a", "b", "\u00e9"), "a 'b' '\\xe9'"), ("%5s|%-5s|%.2s|%5.1s", ("a", "b", "cde", "fg"), "    a|b    |cd|    f"), ("%s", None, "None"), ("%s", [1], "[1]"), ("%s", (("a", 1),), "('a', 1)"), ("%c%c%c", (65, "B", 0x20ac), "AB\u20ac"), ("%3c|%-3c|", ("a", "b"), "  a|b  |"),
        ("%f %.2f %.0f", (1.5, 2.345, 2.5), "1.500000 2.35 2"), ("%e %.1E", (12345.678, 0.00012), "1.234568e+04 1.2E-04"), ("%g %g %G", (1e10, 0.0001, 1e-10), "1e+10 0.0001 1E-10"), ("%8.2f|%-8.2f|%08.2f|%+.1f", (1.5, 1.5, -1.5, 1.5), "    1.50|1.50    |-0001.50|+1.5"),
        ("%f", 5, "5.000000"), ("%s", float("inf"), "inf"), ("%f", float("nan"), "nan"), ("%5f", float("inf"), "  inf"), ("%#.0f", 1.0, "1."), ("%%", (), "%"), ("%(a)s %(b)d", {"a": "x", "b": 5}, "x 5"), ("%(a)5s|%(a)-5s|", {"a": "x"}, "    x|x    |"), ("%(a(b))s", {"a(b)": 1}, "1"),
        ("%*d|%-*d|%.*f", (5, 1, 4, 2, 2, 1.5), "    1|2   |1.50"), ("%*d", (-4, 1), "1   "), ("%ld %hd %Ld", (1, 2, 3), "1 2 3"), ("", (), ""), ("abc", (), "abc"), ("abc", {}, "abc"), ("abc", {"x": 1}, "abc"), ("\u20ac%s", "\u00e9", "\u20ac\u00e9"), ("%5s", "\u00e9", "    \u00e9"), ("%s" * 100, tuple(range(100)), "".join(map(str, range(100)))),
        ("%s%%", 50, "50%"), ("%-010d|", 5, "5         |"), ("%+ d", 5, "+5"), ("%s", "x" * 300, "x" * 300), ("%s-%s", ("x" * 300, "y"), "x" * 300 + "-y"), ("%.0s", "abc", ""), ("%r", "a\nb", "'a\\nb'"), ("%s", b"ab", "b'ab'")]:
    assert f % args == text, (f, args, f % args, text)

class I:
    def __index__(self):
        return 255
    def __int__(self):
        return 254
    def __float__(self):
        return 1.5
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
assert "%x" % I() == "ff" and "%f" % I() == "1.500000" and "%s %r" % (I(), I()) == "str repr"

for f, args, exception, message in [
        ("%d", "a", TypeError, "%d format: a real number is required, not str"), ("%x", 1.5, TypeError, "%x format: an integer is required, not float"), ("%f", "a", TypeError, "must be real number, not str"),
        ("%s %s", 1, TypeError, "not enough arguments for format string"), ("%s %s", (1,), TypeError, "not enough arguments for format string"), ("%s", (1, 2), TypeError, "not all arguments converted during string formatting"), ("a", 5, TypeError, "not all arguments converted during string formatting"),
        ("%(a)s", 5, TypeError, "format requires a mapping"), ("%(a)s", {}, KeyError, "'a'"), ("%", 5, ValueError, "incomplete format"), ("%5", 5, ValueError, "incomplete format"), ("%(a", {}, ValueError, "incomplete format key"),
        ("%y", 5, ValueError, "unsupported format character 'y' (0x79) at index 1"), ("ab%\u20ac", 5, ValueError, "unsupported format character '?' (0x20ac) at index 3"), ("%c", "ab", TypeError, None), ("%c", -1, OverflowError, "%c arg not in range(0x110000)"), ("%*d", ("a", 1), TypeError, "* wants int"),
        ("%5%", (), TypeError, "not enough arguments for format string"), ("%5%", 5, ValueError, "unsupported format character '%' (0x25) at index 2"),
        ("%b", 5, ValueError, "unsupported format character 'b' (0x62) at index 1")]:
    got = raises(exception, lambda: f % args)
    assert message is None or got == message, (f, got, message)
