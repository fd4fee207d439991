# needs: messages methods double unicode
# float() of texts and other things; hex, fromhex, as_integer_ratio and the other methods.

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


class C:
    def __complex__(self):
        return 1 + 2j


class SF(float):
    pass


# ---- texts ----
assert repr(float("1")) == '1.0'
assert repr(float(" 1.5\n")) == '1.5'
assert repr(float("-0")) == '-0.0'
assert repr(float("+.5")) == '0.5'
assert repr(float("5.")) == '5.0'
assert repr(float("1e5")) == '100000.0'
assert repr(float("1E-5")) == '1e-05'
assert repr(float("1_0.0_1e1_0")) == '100100000000.0'
assert repr(float("inf")) == 'inf'
assert repr(float("-Infinity")) == '-inf'
assert repr(float("nAn")) == 'nan'
assert repr(float("-nan")) == 'nan'
assert repr(float("\u06f15.\u0665")) == '15.5'
assert repr(float("\u20031\x85")) == '1.0'
assert repr(float("1e400")) == 'inf'
assert repr(float("1e-400")) == '0.0'
assert error(lambda: float("")) == "ValueError: could not convert string to float: ''"
assert error(lambda: float(" ")) == "ValueError: could not convert string to float: ' '"
assert error(lambda: float(".")) == "ValueError: could not convert string to float: '.'"
assert error(lambda: float("e5")) == "ValueError: could not convert string to float: 'e5'"
assert error(lambda: float("1e")) == "ValueError: could not convert string to float: '1e'"
assert error(lambda: float("1e+")) == "ValueError: could not convert string to float: '1e+'"
assert error(lambda: float("1._5")) == "ValueError: could not convert string to float: '1._5'"
assert error(lambda: float("1_.5")) == "ValueError: could not convert string to float: '1_.5'"
assert error(lambda: float("_1")) == "ValueError: could not convert string to float: '_1'"
assert error(lambda: float("1__0")) == "ValueError: could not convert string to float: '1__0'"
assert error(lambda: float("1_e5")) == "ValueError: could not convert string to float: '1_e5'"
assert error(lambda: float("0x10")) == "ValueError: could not convert string to float: '0x10'"
assert error(lambda: float("1 2")) == "ValueError: could not convert string to float: '1 2'"
assert error(lambda: float("infi")) == "ValueError: could not convert string to float: 'infi'"
assert error(lambda: float("1.5.5")) == "ValueError: could not convert string to float: '1.5.5'"
assert error(lambda: float("+-1")) == "ValueError: could not convert string to float: '+-1'"
assert error(lambda: float("1\x00")) == "ValueError: could not convert string to float: '1\\x00'"
assert error(lambda: float("x")) == "ValueError: could not convert string to float: 'x'"
assert error(lambda: float("1j")) == "ValueError: could not convert string to float: '1j'"
# ---- arguments ----
assert repr(float()) == '0.0'
assert repr(float(b"1.5")) == '1.5'
assert repr(float(bytearray(b" 2 "))) == '2.0'
assert error(lambda: float(b"x")) == "ValueError: could not convert string to float: b'x'"
assert repr(float(True)) == '1.0'
assert repr(float(I(3))) == '3.0'
assert repr(float(F(2.5))) == '2.5'
assert error(lambda: float(N(7))) == "TypeError: float() argument must be a string or a real number, not 'N'"
assert error(lambda: float(None)) == "TypeError: float() argument must be a string or a real number, not 'NoneType'"
assert error(lambda: float([])) == "TypeError: float() argument must be a string or a real number, not 'list'"
assert error(lambda: float(1j)) == "TypeError: float() argument must be a string or a real number, not 'complex'"
assert error(lambda: float(C())) == "TypeError: float() argument must be a string or a real number, not 'C'"
assert error(lambda: float(1, 2)) == 'TypeError: float expected at most 1 argument, got 2'
assert error(lambda: float(x=1)) == 'TypeError: float() takes no keyword arguments'
assert error(lambda: float(2**1024)) == 'OverflowError: int too large to convert to float'
assert repr(float("1" * 400)) == 'inf'
assert repr(float(SF(1.5))) == '1.5'
assert repr(float("1." + "1" * 400)) == '1.1111111111111112'
# ---- fromhex ----
assert repr(float.fromhex("0x1p0")) == '1.0'
assert repr(float.fromhex("-0x1.8p1")) == '-3.0'
assert repr(float.fromhex("1.8")) == '1.5'
assert repr(float.fromhex("0x.8")) == '0.5'
assert repr(float.fromhex("0x1.")) == '1.0'
assert repr(float.fromhex(" 0x1p-1074 ")) == '5e-324'
assert repr(float.fromhex("0x1p-1075")) == '0.0'
assert repr(float.fromhex("0x1.8p-1075")) == '5e-324'
assert repr(float.fromhex("0x1.fffffffffffffp1023")) == '1.7976931348623157e+308'
assert error(lambda: float.fromhex("0x1.fffffffffffff8p1023")) == 'OverflowError: hexadecimal value too large to represent as a float'
assert repr(float.fromhex("0x1.fffffffffffff7p1023")) == '1.7976931348623157e+308'
assert repr(float.fromhex("inf")) == 'inf'
assert repr(float.fromhex("-nan")) == 'nan'
assert repr(float.fromhex("Infinity")) == 'inf'
assert error(lambda: float.fromhex("0x1p1024")) == 'OverflowError: hexadecimal value too large to represent as a float'
assert repr(float.fromhex("0xAp+3")) == '80.0'
assert error(lambda: float.fromhex("1p")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("0x")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex(".")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("0x1.8p")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("0x1g")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("1.8.")) == 'ValueError: invalid hexadecimal floating-point string'
assert error(lambda: float.fromhex("0x1p99999999999")) == 'OverflowError: hexadecimal value too large to represent as a float'
assert repr(float.fromhex("0x0p99999999999")) == '0.0'
assert repr(float.fromhex("0x1p-99999999999")) == '0.0'
assert repr(float.fromhex("0x1.00000000000008p0")) == '1.0'
assert repr(float.fromhex("0x1.00000000000018p0")) == '1.0000000000000004'
assert repr(float.fromhex("-0x0p0")) == '-0.0'
# ---- methods ----
assert (0.0).hex() == '0x0.0p+0'
assert (0.0).is_integer()
assert (0.0).__round__() == 0
assert repr((0.0).__round__(1)) == '0.0'
assert (0.0).__trunc__() == 0
assert (0.0).__floor__() == 0
assert (0.0).__ceil__() == 0
assert repr((0.0).conjugate()) == '0.0'
assert repr((0.0).imag) == '0.0'
assert (-0.0).hex() == '-0x0.0p+0'
assert (-0.0).is_integer()
assert (-0.0).__round__() == 0
assert repr((-0.0).__round__(1)) == '-0.0'
assert (-0.0).__trunc__() == 0
assert (-0.0).__floor__() == 0
assert (-0.0).__ceil__() == 0
assert repr((-0.0).conjugate()) == '-0.0'
assert repr((-0.0).imag) == '0.0'
assert (0.1).hex() == '0x1.999999999999ap-4'
assert not ((0.1).is_integer())
assert (0.1).__round__() == 0
assert repr((0.1).__round__(1)) == '0.1'
assert (0.1).__trunc__() == 0
assert (0.1).__floor__() == 0
assert (0.1).__ceil__() == 1
assert repr((0.1).conjugate()) == '0.1'
assert repr((0.1).imag) == '0.0'
assert (-2.5).hex() == '-0x1.4000000000000p+1'
assert not ((-2.5).is_integer())
assert (-2.5).__round__() == -2
assert repr((-2.5).__round__(1)) == '-2.5'
assert (-2.5).__trunc__() == -2
assert (-2.5).__floor__() == -3
assert (-2.5).__ceil__() == -2
assert repr((-2.5).conjugate()) == '-2.5'
assert repr((-2.5).imag) == '0.0'
assert (1e20).hex() == '0x1.5af1d78b58c40p+66'
assert (1e20).is_integer()
assert (1e20).__round__() == 100000000000000000000
assert repr((1e20).__round__(1)) == '1e+20'
assert (1e20).__trunc__() == 100000000000000000000
assert (1e20).__floor__() == 100000000000000000000
assert (1e20).__ceil__() == 100000000000000000000
assert repr((1e20).conjugate()) == '1e+20'
assert repr((1e20).imag) == '0.0'
assert (5e-324).hex() == '0x0.0000000000001p-1022'
assert not ((5e-324).is_integer())
assert (5e-324).__round__() == 0
assert repr((5e-324).__round__(1)) == '0.0'
assert (5e-324).__trunc__() == 0
assert (5e-324).__floor__() == 0
assert (5e-324).__ceil__() == 1
assert repr((5e-324).conjugate()) == '5e-324'
assert repr((5e-324).imag) == '0.0'
assert (0.1).as_integer_ratio() == (3602879701896397, 36028797018963968)
assert (-2.5).as_integer_ratio() == (-5, 2)
assert (1e20).as_integer_ratio() == (100000000000000000000, 1)
assert error(lambda: float("inf").as_integer_ratio()) == 'OverflowError: cannot convert Infinity to integer ratio'
assert error(lambda: float("nan").as_integer_ratio()) == 'ValueError: cannot convert NaN to integer ratio'
assert float("inf").hex() == 'inf'
assert not (float("nan").is_integer())
assert error(lambda: float("inf").__trunc__()) == 'OverflowError: cannot convert float infinity to integer'
assert error(lambda: float("nan").__floor__()) == 'ValueError: cannot convert float NaN to integer'
assert type(SF.fromhex("0x1p0")).__name__ == 'SF'
