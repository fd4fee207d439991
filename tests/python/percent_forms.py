# needs: messages methods percent double
# The % operator of str and bytes: flags, widths, kinds of arguments, and errors.

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


class F:
    def __init__(self, n):
        self.n = n

    def __float__(self):
        return self.n


class N:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n


class B:
    def __bytes__(self):
        return b"by"


# ---- numbers ----
assert "%d" % 42 == '42'
assert "%d" % -7 == '-7'
assert "%+d" % 42 == '+42'
assert "%+d" % -7 == '-7'
assert "% d" % 42 == ' 42'
assert "% d" % -7 == '-7'
assert "%05d" % 42 == '00042'
assert "%05d" % -7 == '-0007'
assert "%-5d|" % 42 == '42   |'
assert "%-5d|" % -7 == '-7   |'
assert "%.3d" % 42 == '042'
assert "%.3d" % -7 == '-007'
assert "%x" % 42 == '2a'
assert "%x" % -7 == '-7'
assert "%#x" % 42 == '0x2a'
assert "%#x" % -7 == '-0x7'
assert "%#o" % 42 == '0o52'
assert "%#o" % -7 == '-0o7'
assert "%X" % 42 == '2A'
assert "%X" % -7 == '-7'
assert "%i" % 42 == '42'
assert "%i" % -7 == '-7'
assert "%u" % 42 == '42'
assert "%u" % -7 == '-7'
assert "%5.2f" % 42 == '42.00'
assert "%5.2f" % -7 == '-7.00'
assert "%e" % 42 == '4.200000e+01'
assert "%e" % -7 == '-7.000000e+00'
assert "%g" % 42 == '42'
assert "%g" % -7 == '-7'
assert "%#.3g" % 42 == '42.0'
assert "%#.3g" % -7 == '-7.00'
assert "%+.1E" % 42 == '+4.2E+01'
assert "%+.1E" % -7 == '-7.0E+00'
assert "%s" % 42 == '42'
assert "%s" % -7 == '-7'
assert "%r" % 42 == '42'
assert "%r" % -7 == '-7'
assert "%5s|" % 42 == '   42|'
assert "%5s|" % -7 == '   -7|'
assert "%-5s|" % 42 == '42   |'
assert "%-5s|" % -7 == '-7   |'
assert "%.2s" % 42 == '42'
assert "%.2s" % -7 == '-7'
assert "%06.1f" % 42 == '0042.0'
assert "%06.1f" % -7 == '-007.0'
assert "%+06d" % 42 == '+00042'
assert "%+06d" % -7 == '-00007'
assert "% 06d" % 42 == ' 00042'
assert "% 06d" % -7 == '-00007'
assert "%#010x" % 42 == '0x0000002a'
assert "%#010x" % -7 == '-0x0000007'
assert "%ld" % 42 == '42'
assert "%ld" % -7 == '-7'
assert error(lambda: "%5%|" % 42) == "ValueError: unsupported format character '%' (0x25) at index 2"
assert error(lambda: "%5%|" % -7) == "ValueError: unsupported format character '%' (0x25) at index 2"
# ---- text ----
assert "%s" % "h\xe9" == 'h\xe9'
assert "%a" % "h\xe9" == "'h\\xe9'"
assert "%r" % "h\xe9" == "'h\xe9'"
assert "%c" % 65 == 'A'
assert "%c" % "\u0394" == '\u0394'
assert "%5c|" % "x" == '    x|'
assert "%-5c|" % 0x1f600 == '\U0001f600    |'
assert "%.0s|" % "abc" == '|'
assert "%s %s" % (1, 2) == '1 2'
assert "%(a)s %(b)d" % {"a": 1, "b": 2} == '1 2'
assert "%(a)s %(a)s" % {"a": 1} == '1 1'
assert "%%" % () == '%'
assert "%s" % [1] == '[1]'
assert "%s" % ((1, 2),) == '(1, 2)'
assert "%*d|" % (5, 42) == '   42|'
assert "%-*d|" % (5, 42) == '42   |'
assert "%*d|" % (-5, 42) == '42   |'
assert "%.*f" % (2, 3.14159) == '3.14'
assert "%*.*f" % (8, 2, 3.14159) == '    3.14'
assert "x" % {} == 'x'
assert "%s" % None == 'None'
assert "%d" % True == '1'
assert "%d" % 3.99 == '3'
assert "%x" % I(255) == 'ff'
assert "%d" % N(7) == '7'
assert "%f" % F(2.5) == '2.500000'
assert "%()s" % {"": 5} == '5'
assert "%(a(b))s" % {"a(b)": 5} == '5'
# ---- errors ----
assert error(lambda: "%d" % "x") == 'TypeError: %d format: a real number is required, not str'
assert error(lambda: "%x" % 1.5) == 'TypeError: %x format: an integer is required, not float'
assert error(lambda: "%f" % "x") == 'TypeError: must be real number, not str'
assert error(lambda: "%c" % "ab") == 'TypeError: %c requires int or char'
assert error(lambda: "%c" % -1) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: "%c" % 0x110000) == 'OverflowError: %c arg not in range(0x110000)'
assert error(lambda: "%c" % 1.5) == 'TypeError: %c requires int or char'
assert error(lambda: "%s"  % ()) == 'TypeError: not enough arguments for format string'
assert error(lambda: "%s %s" % 1) == 'TypeError: not enough arguments for format string'
assert error(lambda: "%s" % (1, 2)) == 'TypeError: not all arguments converted during string formatting'
assert error(lambda: "x" % 1) == 'TypeError: not all arguments converted during string formatting'
assert error(lambda: "%(a)s" % 1) == 'TypeError: format requires a mapping'
assert error(lambda: "%(a)s" % (1,)) == 'TypeError: format requires a mapping'
assert error(lambda: "%(a)s" % {}) == "KeyError: 'a'"
assert error(lambda: "%" % 1) == 'ValueError: incomplete format'
assert error(lambda: "%(a" % {}) == 'ValueError: incomplete format key'
assert error(lambda: "%z" % 1) == "ValueError: unsupported format character 'z' (0x7a) at index 1"
assert error(lambda: "%5" % 1) == 'ValueError: incomplete format'
assert error(lambda: "%b" % 1) == "ValueError: unsupported format character 'b' (0x62) at index 1"
assert error(lambda: "%*d" % ("x", 1)) == 'TypeError: * wants int'
assert error(lambda: "%*d" % 1) == 'TypeError: not enough arguments for format string'
assert error(lambda: "%.*f" % (1.5, 2)) == 'TypeError: * wants int'
assert error(lambda: "%d" % None) == 'TypeError: %d format: a real number is required, not NoneType'
assert error(lambda: "%i" % []) == 'TypeError: %i format: a real number is required, not list'
assert error(lambda: "%(a)*s" % {"a": 1}) == 'TypeError: not enough arguments for format string'
assert error(lambda: "%\u0394" % 1) == "ValueError: unsupported format character '?' (0x394) at index 1"
assert error(lambda: "%d" % float("inf")) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: "%d" % float("nan")) == 'ValueError: cannot convert float NaN to integer'
assert error(lambda: "%d" % 1j) == 'TypeError: %d format: a real number is required, not complex'
assert error(lambda: "%f" % 1j) == 'TypeError: must be real number, not complex'
# ---- bytes ----
assert b"%s" % b"ab" == b'ab'
assert b"%b" % bytearray(b"ab") == b'ab'
assert b"%d" % 42 == b'42'
assert b"%a" % "h\xe9" == b"'h\\xe9'"
assert b"%r" % "h\xe9" == b"'h\\xe9'"
assert b"%c" % 65 == b'A'
assert b"%c" % b"x" == b'x'
assert b"%5.1f" % 2.25 == b'  2.2'
assert b"%x" % 255 == b'ff'
assert error(lambda: b"%s" % "x") == "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"
assert error(lambda: b"%b" % 5) == "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'"
assert error(lambda: b"%c" % 300) == 'OverflowError: %c arg not in range(256)'
assert error(lambda: b"%c" % "x") == 'TypeError: %c requires an integer in range(256) or a single byte'
assert error(lambda: b"%c" % B()) == 'TypeError: %c requires an integer in range(256) or a single byte'
assert b"%s" % B() == b'by'
assert error(lambda: b"%d" % "x") == 'TypeError: %d format: a real number is required, not str'
assert error(lambda: b"%i" % "x") == 'TypeError: %d format: a real number is required, not str'
assert error(lambda: b"%f" % "x") == 'TypeError: float argument required, not str'
assert b"%(a)s" % {b"a": b"x"} == b'x'
assert error(lambda: b"%(a)s" % {"a": b"x"}) == "KeyError: b'a'"
assert error(lambda: b"x" % b"y") == 'TypeError: not all arguments converted during bytes formatting'
assert error(lambda: b"%s" % ()) == 'TypeError: not enough arguments for format string'
assert repr(bytearray(b"%d") % 5) == "bytearray(b'5')"
assert error(lambda: b"%z" % 1) == "ValueError: unsupported format character 'z' (0x7a) at index 1"
assert b"%5s|" % b"ab" == b'   ab|'
assert b"%.1s" % b"ab" == b'a'
assert b"%%" % () == b'%'
