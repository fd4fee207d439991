# needs: double messages methods unicode
# int() of texts, bases, and other things; conversions of int.

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


class N:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        return self.n


# ---- texts ----
assert int("12") == 12
assert int(" -12\n") == -12
assert int("+5") == 5
assert int("1_000") == 1000
assert int("0") == 0
assert int("-0") == 0
assert int("007") == 7
assert int("\u0663") == 3
assert int("\u30001\xa0") == 1
assert error(lambda: int("")) == "ValueError: invalid literal for int() with base 10: ''"
assert error(lambda: int(" ")) == "ValueError: invalid literal for int() with base 10: ' '"
assert error(lambda: int("-")) == "ValueError: invalid literal for int() with base 10: '-'"
assert error(lambda: int("1__0")) == "ValueError: invalid literal for int() with base 10: '1__0'"
assert error(lambda: int("_1")) == "ValueError: invalid literal for int() with base 10: '_1'"
assert error(lambda: int("1_")) == "ValueError: invalid literal for int() with base 10: '1_'"
assert error(lambda: int("1 2")) == "ValueError: invalid literal for int() with base 10: '1 2'"
assert error(lambda: int("0x10")) == "ValueError: invalid literal for int() with base 10: '0x10'"
assert error(lambda: int("1.5")) == "ValueError: invalid literal for int() with base 10: '1.5'"
assert error(lambda: int("1e5")) == "ValueError: invalid literal for int() with base 10: '1e5'"
assert error(lambda: int("a")) == "ValueError: invalid literal for int() with base 10: 'a'"
assert error(lambda: int("12a")) == "ValueError: invalid literal for int() with base 10: '12a'"
assert error(lambda: int("\x00")) == "ValueError: invalid literal for int() with base 10: '\\x00'"
assert error(lambda: int("1\x00")) == "ValueError: invalid literal for int() with base 10: '1\\x00'"
assert error(lambda: int("\xb2")) == "ValueError: invalid literal for int() with base 10: '\xb2'"
assert error(lambda: int("--1")) == "ValueError: invalid literal for int() with base 10: '--1'"
assert error(lambda: int("+-1")) == "ValueError: invalid literal for int() with base 10: '+-1'"
# ---- bases ----
assert int("0x1f", 0) == 31
assert error(lambda: int("0x1f", 2)) == "ValueError: invalid literal for int() with base 2: '0x1f'"
assert error(lambda: int("0x1f", 8)) == "ValueError: invalid literal for int() with base 8: '0x1f'"
assert int("0x1f", 16) == 31
assert int("0x1f", 36) == 42819
assert int("0b101", 0) == 5
assert int("0b101", 2) == 5
assert error(lambda: int("0b101", 8)) == "ValueError: invalid literal for int() with base 8: '0b101'"
assert int("0b101", 16) == 45313
assert int("0b101", 36) == 514513
assert int("0o17", 0) == 15
assert error(lambda: int("0o17", 2)) == "ValueError: invalid literal for int() with base 2: '0o17'"
assert int("0o17", 8) == 15
assert error(lambda: int("0o17", 16)) == "ValueError: invalid literal for int() with base 16: '0o17'"
assert int("0o17", 36) == 31147
assert int("101", 0) == 101
assert int("101", 2) == 5
assert int("101", 8) == 65
assert int("101", 16) == 257
assert int("101", 36) == 1297
assert error(lambda: int("zz", 0)) == "ValueError: invalid literal for int() with base 0: 'zz'"
assert error(lambda: int("zz", 2)) == "ValueError: invalid literal for int() with base 2: 'zz'"
assert error(lambda: int("zz", 8)) == "ValueError: invalid literal for int() with base 8: 'zz'"
assert error(lambda: int("zz", 16)) == "ValueError: invalid literal for int() with base 16: 'zz'"
assert int("zz", 36) == 1295
assert int("0", 0) == 0
assert int("0", 2) == 0
assert int("0", 8) == 0
assert int("0", 16) == 0
assert int("0", 36) == 0
assert int("00", 0) == 0
assert int("00", 2) == 0
assert int("00", 8) == 0
assert int("00", 16) == 0
assert int("00", 36) == 0
assert error(lambda: int("010", 0)) == "ValueError: invalid literal for int() with base 0: '010'"
assert int("010", 2) == 2
assert int("010", 8) == 8
assert int("010", 16) == 16
assert int("010", 36) == 36
assert error(lambda: int("0_1", 0)) == "ValueError: invalid literal for int() with base 0: '0_1'"
assert int("0_1", 2) == 1
assert int("0_1", 8) == 1
assert int("0_1", 16) == 1
assert int("0_1", 36) == 1
assert int("0x_f", 0) == 15
assert error(lambda: int("0x_f", 2)) == "ValueError: invalid literal for int() with base 2: '0x_f'"
assert error(lambda: int("0x_f", 8)) == "ValueError: invalid literal for int() with base 8: '0x_f'"
assert int("0x_f", 16) == 15
assert int("0x_f", 36) == 1203
assert error(lambda: int("1f", 0)) == "ValueError: invalid literal for int() with base 0: '1f'"
assert error(lambda: int("1f", 2)) == "ValueError: invalid literal for int() with base 2: '1f'"
assert error(lambda: int("1f", 8)) == "ValueError: invalid literal for int() with base 8: '1f'"
assert int("1f", 16) == 31
assert int("1f", 36) == 51
# ---- arguments ----
assert int() == 0
assert int(b"12") == 12
assert int(bytearray(b" 7 ")) == 7
assert int(memoryview(b"7")) == 7
assert error(lambda: int(b"x")) == "ValueError: invalid literal for int() with base 10: b'x'"
assert int(1.9) == 1
assert int(-1.9) == -1
assert int(True) == 1
assert int(I(5)) == 5
assert int(N(7)) == 7
assert int("7", base=8) == 7
assert error(lambda: int(base=8)) == 'TypeError: int() missing string argument'
assert error(lambda: int(7, 8)) == "TypeError: int() can't convert non-string with explicit base"
assert error(lambda: int("7", 1)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int("7", 37)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int("7", -1)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int("7", "8")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert int("7", I(8)) == 7
assert error(lambda: int("7", 2**70)) == 'ValueError: int() base must be >= 2 and <= 36, or 0'
assert error(lambda: int(None)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
assert error(lambda: int([])) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'"
assert error(lambda: int(1j)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'"
assert error(lambda: int("1", 2, 3)) == 'TypeError: int expected at most 2 arguments, got 3'
assert error(lambda: int(x=5)) == "TypeError: int() got an unexpected keyword argument 'x'"
assert error(lambda: int(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: int(float("nan"))) == 'ValueError: cannot convert float NaN to integer'
assert int("9" * 20) == 99999999999999999999
assert int("1" * 200, 3) == 132806994437937384669390661017889813414616726326697247987287480869546245450651091497192349522000
assert int("7" * 30, 8) == 1237940039285380274899124223
# ---- methods ----
assert (0).bit_length() == 0
assert (0).bit_count() == 0
assert (0).as_integer_ratio() == (0, 1)
assert (0).is_integer()
assert (0).conjugate() == 0
assert (0).real == 0
assert (0).imag == 0
assert (0).numerator == 0
assert (0).denominator == 1
assert (0).__floor__() == 0
assert (0).__round__(-1) == 0
assert (0).__index__() == 0
assert (0).__int__() == 0
assert repr((0).__float__()) == '0.0'
assert (-1).bit_length() == 1
assert (-1).bit_count() == 1
assert (-1).as_integer_ratio() == (-1, 1)
assert (-1).is_integer()
assert (-1).conjugate() == -1
assert (-1).real == -1
assert (-1).imag == 0
assert (-1).numerator == -1
assert (-1).denominator == 1
assert (-1).__floor__() == -1
assert (-1).__round__(-1) == 0
assert (-1).__index__() == -1
assert (-1).__int__() == -1
assert repr((-1).__float__()) == '-1.0'
assert (255).bit_length() == 8
assert (255).bit_count() == 8
assert (255).as_integer_ratio() == (255, 1)
assert (255).is_integer()
assert (255).conjugate() == 255
assert (255).real == 255
assert (255).imag == 0
assert (255).numerator == 255
assert (255).denominator == 1
assert (255).__floor__() == 255
assert (255).__round__(-1) == 260
assert (255).__index__() == 255
assert (255).__int__() == 255
assert repr((255).__float__()) == '255.0'
assert (-2**70).bit_length() == 71
assert (-2**70).bit_count() == 1
assert (-2**70).as_integer_ratio() == (-1180591620717411303424, 1)
assert (-2**70).is_integer()
assert (-2**70).conjugate() == -1180591620717411303424
assert (-2**70).real == -1180591620717411303424
assert (-2**70).imag == 0
assert (-2**70).numerator == -1180591620717411303424
assert (-2**70).denominator == 1
assert (-2**70).__floor__() == -1180591620717411303424
assert (-2**70).__round__(-1) == -1180591620717411303420
assert (-2**70).__index__() == -1180591620717411303424
assert (-2**70).__int__() == -1180591620717411303424
assert repr((-2**70).__float__()) == '-1.1805916207174113e+21'
assert (True).bit_length() == 1
assert (True).bit_count() == 1
assert (True).as_integer_ratio() == (1, 1)
assert (True).is_integer()
assert (True).conjugate() == 1
assert (True).real == 1
assert (True).imag == 0
assert (True).numerator == 1
assert (True).denominator == 1
assert (True).__floor__() == 1
assert (True).__round__(-1) == 0
assert (True).__index__() == 1
assert (True).__int__() == 1
assert repr((True).__float__()) == '1.0'
