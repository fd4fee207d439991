# needs: messages methods double
# Ints and floats together: exact comparison, correct rounding, big true division, pow, round, divmod.

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


class SI(int):
    pass


class SF(float):
    pass


# ---- comparison ----
assert 2**53 == 2.0**53
assert not (2**53 + 1 == 2.0**53)
assert 2**53 + 1 > 2.0**53
assert 2**1024 > 1.7976931348623157e308
assert 2**1024 < float("inf")
assert -2**1024 > float("-inf")
assert not (2**1024 == float("nan"))
assert not (2**1024 < float("nan"))
assert 10**22 == 1e22
assert not (10**23 == 1e23)
assert 10**23 > 1e23
assert 0 == -0.0
assert True == 1.0
assert SI(7) < 7.5
assert 7.5 > SI(7)
assert SI(7) == 7.0
assert SF(2.5) == 2.5
assert SF(2.5) < SI(3)
assert 2**63 > 9.223372036854775e18
assert not (1 < 0.5)
assert -1 < -0.5
assert not (2**70 != 2.0**70)
assert [1, 2.0] == [1.0, 2]
assert 1 == 1 + 0j
assert not (2**53 + 1 == complex(2**53))
# ---- int to float ----
assert repr(float(2**53 + 1)) == '9007199254740992.0'
assert repr(float(2**53 + 3)) == '9007199254740996.0'
assert repr(float(2**54 + 2)) == '1.8014398509481984e+16'
assert repr(float(2**54 + 6)) == '1.801439850948199e+16'
assert repr(float(-(2**53) - 1)) == '-9007199254740992.0'
assert repr(float(10**23)) == '1e+23'
assert error(lambda: float(2**1023 * 2 - 2**969 - 1)) == 'OverflowError: int too large to convert to float'
assert error(lambda: float(2**1024 - 2**970)) == 'OverflowError: int too large to convert to float'
assert repr(float(2**1024 - 2**970 - 1)) == '1.7976931348623157e+308'
assert error(lambda: float(2**1024)) == 'OverflowError: int too large to convert to float'
assert error(lambda: float(10**400)) == 'OverflowError: int too large to convert to float'
assert repr(float(3**600)) == '1.873927703884794e+286'
assert repr(float(2**100 + 1)) == '1.2676506002282294e+30'
assert repr(float(2**64 - 1)) == '1.8446744073709552e+19'
# ---- true division ----
assert repr(1 / 3) == '0.3333333333333333'
assert repr(2**70 / 3) == '3.935305402391371e+20'
assert repr(10**400 / 10**399) == '10.0'
assert repr((10**400 + 1) / 10**400) == '1.0'
assert error(lambda: 10**400 / 3) == 'OverflowError: integer division result too large for a float'
assert repr(1 / 10**400) == '0.0'
assert repr(1 / 10**320) == '1e-320'
assert repr(3 / 10**323) == '3e-323'
assert repr(-7 / 2**1074) == '-3.5e-323'
assert repr(1 / 2**1074) == '5e-324'
assert repr(1 / 2**1075) == '0.0'
assert repr(3 / 2**1075) == '1e-323'
assert repr((2**53 + 1) / 1) == '9007199254740992.0'
assert repr((2**107 + 1) / 2**54) == '9007199254740992.0'
assert repr(0 / 5**200) == '0.0'
assert error(lambda: 5**200 / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1 / 0) == 'ZeroDivisionError: division by zero'
assert error(lambda: 1.0 / 0) == 'ZeroDivisionError: float division by zero'
assert repr(10**16 / 3.0) == '3333333333333333.5'
assert error(lambda: 10**400 / 2.0) == 'OverflowError: int too large to convert to float'
assert repr(2**1024 / 2**1023) == '2.0'
# ---- floor and remainder ----
assert divmod(7, 2) == (3, 1)
assert divmod(7, -2) == (-4, -1)
assert repr(divmod(7, 0.5)) == '(14.0, 0.0)'
assert repr(divmod(7, -0.3)) == '(-24.0, -0.19999999999999973)'
assert repr(divmod(7, 3.0)) == '(2.0, 1.0)'
assert divmod(-7, 2) == (-4, 1)
assert divmod(-7, -2) == (3, -1)
assert repr(divmod(-7, 0.5)) == '(-14.0, 0.0)'
assert repr(divmod(-7, -0.3)) == '(23.0, -0.10000000000000026)'
assert repr(divmod(-7, 3.0)) == '(-3.0, 2.0)'
assert repr(divmod(7.5, 2)) == '(3.0, 1.5)'
assert repr(divmod(7.5, -2)) == '(-4.0, -0.5)'
assert repr(divmod(7.5, 0.5)) == '(15.0, 0.0)'
assert repr(divmod(7.5, -0.3)) == '(-26.0, -0.2999999999999997)'
assert repr(divmod(7.5, 3.0)) == '(2.0, 1.5)'
assert repr(divmod(-7.5, 2)) == '(-4.0, 0.5)'
assert repr(divmod(-7.5, -2)) == '(3.0, -1.5)'
assert repr(divmod(-7.5, 0.5)) == '(-15.0, 0.0)'
assert repr(divmod(-7.5, -0.3)) == '(25.0, -2.7755575615628914e-16)'
assert repr(divmod(-7.5, 3.0)) == '(-3.0, 1.5)'
assert divmod(2**70, 2) == (590295810358705651712, 0)
assert divmod(2**70, -2) == (-590295810358705651712, 0)
assert repr(divmod(2**70, 0.5)) == '(2.3611832414348226e+21, 0.0)'
assert repr(divmod(2**70, -0.3)) == '(-3.935305402391371e+21, -0.03333333333171645)'
assert repr(divmod(2**70, 3.0)) == '(3.935305402391371e+20, 1.0)'
assert divmod(-2**70, 2) == (-590295810358705651712, 0)
assert divmod(-2**70, -2) == (590295810358705651712, 0)
assert repr(divmod(-2**70, 0.5)) == '(-2.3611832414348226e+21, 0.0)'
assert repr(divmod(-2**70, -0.3)) == '(3.935305402391371e+21, -0.26666666666828354)'
assert repr(divmod(-2**70, 3.0)) == '(-3.935305402391371e+20, 2.0)'
assert error(lambda: 5 // 0) == 'ZeroDivisionError: integer division or modulo by zero'
assert error(lambda: 5 % 0) == 'ZeroDivisionError: integer modulo by zero'
assert error(lambda: 5.0 // 0) == 'ZeroDivisionError: float floor division by zero'
assert error(lambda: 5.0 % 0) == 'ZeroDivisionError: float modulo by zero'
assert error(lambda: divmod(5, 0)) == 'ZeroDivisionError: integer division or modulo by zero'
assert repr(-0.0 // 1) == '-0.0'
assert repr(0.0 % -1) == '-0.0'
assert repr(-1e-20 % 1.0) == '1.0'
assert repr(-1e-20 // 1) == '-1.0'
assert repr(float("inf") % 2) == 'nan'
assert repr(5 % float("inf")) == '5.0'
assert repr(-5 % float("inf")) == 'inf'
assert repr(-5 // float("inf")) == '-1.0'
assert repr(float("nan") // 1) == 'nan'
assert repr(1e308 // 1e-308) == 'inf'
assert 2**70 % -7 == -5
assert -2**70 // 7 == -168655945816773043347
assert divmod(2**100, 2**50 + 1) == (1125899906842623, 1)
# ---- powers ----
assert repr(2**-1) == '0.5'
assert repr((-2)**-3) == '-0.125'
assert 0**0 == 1
assert error(lambda: 0**-1) == 'ZeroDivisionError: 0.0 cannot be raised to a negative power'
assert error(lambda: 0.0**-1) == 'ZeroDivisionError: 0.0 cannot be raised to a negative power'
assert repr((-8)**(1/3)) == '(1.0000000000000002+1.7320508075688772j)'
assert repr((-8)**2.0) == '64.0'
assert repr(2**0.5) == '1.4142135623730951'
assert repr(10**-400) == '0.0'
assert error(lambda: 10.0**400) == "OverflowError: (34, 'Numerical result out of range')"
assert repr((-1)**float("inf")) == '1.0'
assert repr(1**float("nan")) == '1.0'
assert repr(float("nan")**0) == '1.0'
assert pow(3, -1, 7) == 5
assert pow(3, -2, 7) == 4
assert pow(2, 100, 1000007) == 698635
assert pow(-3, 5, 7) == 2
assert pow(3, 5, -7) == -2
assert error(lambda: pow(2, -1, 4)) == 'ValueError: base is not invertible for the given modulus'
assert error(lambda: pow(2, 3, 0)) == 'ValueError: pow() 3rd argument cannot be 0'
assert pow(2, 0, 1) == 0
assert error(lambda: pow(2, 3, 1.5)) == 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'
assert error(lambda: pow(2.0, 3, 5)) == 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'
assert pow(2, 3, None) == 8
assert pow(2**100, 2**10, 10**9 + 7) == 963288913
assert error(lambda: pow(2)) == "TypeError: pow() missing required argument 'exp' (pos 2)"
assert error(lambda: pow("a", 2)) == "TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'"
assert pow(38, -1, 97) == 23
assert error(lambda: pow(0, -1, 5)) == 'ValueError: base is not invertible for the given modulus'
assert pow(base=2, exp=5, mod=7) == 4
# ---- round ----
assert round(15, -1) == 20
assert round(15, -2) == 0
assert round(15, 0) == 15
assert round(15, 3) == 15
assert round(15, None) == 15
assert round(25, -1) == 20
assert round(25, -2) == 0
assert round(25, 0) == 25
assert round(25, 3) == 25
assert round(25, None) == 25
assert round(-25, -1) == -20
assert round(-25, -2) == 0
assert round(-25, 0) == -25
assert round(-25, 3) == -25
assert round(-25, None) == -25
assert round(12345, -1) == 12340
assert round(12345, -2) == 12300
assert round(12345, 0) == 12345
assert round(12345, 3) == 12345
assert round(12345, None) == 12345
assert round(2**70, -1) == 1180591620717411303420
assert round(2**70, -2) == 1180591620717411303400
assert round(2**70, 0) == 1180591620717411303424
assert round(2**70, 3) == 1180591620717411303424
assert round(2**70, None) == 1180591620717411303424
assert round(0, -1) == 0
assert round(0, -2) == 0
assert round(0, 0) == 0
assert round(0, 3) == 0
assert round(0, None) == 0
assert round(-5, -1) == 0
assert round(-5, -2) == 0
assert round(-5, 0) == -5
assert round(-5, 3) == -5
assert round(-5, None) == -5
assert round(0.5) == 0
assert round(1.5) == 2
assert round(2.5) == 2
assert round(-0.5) == 0
assert repr(round(2.675, 2)) == '2.67'
assert round(1e22) == 10000000000000000000000
assert repr(round(1.5e300, -299)) == '1.5e+300'
assert repr(round(5e-324, 400)) == '5e-324'
assert repr(round(1.25, 1)) == '1.2'
assert repr(round(1.35, 1)) == '1.4'
assert repr(round(-1.5, 0)) == '-2.0'
assert repr(round(1234.5, -2)) == '1200.0'
assert repr(round(0.1, 20)) == '0.1'
assert repr(round(1e308, -308)) == '1e+308'
assert error(lambda: round(1.7e308, -308)) == 'OverflowError: rounded value too large to represent'
assert error(lambda: round(float("nan"))) == 'ValueError: cannot convert float NaN to integer'
assert error(lambda: round(float("inf"))) == 'OverflowError: cannot convert float infinity to integer'
assert repr(round(float("inf"), 2)) == 'inf'
assert error(lambda: round(1.5, "x")) == "TypeError: 'str' object cannot be interpreted as an integer"
assert error(lambda: round("x")) == "TypeError: type str doesn't define __round__ method"
assert repr(round(1.5, I(1))) == '1.5'
assert round(10**30 + 5 * 10**9, -10) == 1000000000000000000000000000000
assert round(10**30 + 15 * 10**9, -10) == 1000000000000000000020000000000
assert round(5, -400) == 0
assert error(lambda: round()) == "TypeError: round() missing required argument 'number' (pos 1)"
assert error(lambda: round(1, 2, 3)) == 'TypeError: round() takes at most 2 arguments (3 given)'
assert round(number=2.5) == 2
assert repr(round(2.5, ndigits=0)) == '2.0'
# ---- hashes ----
assert hash(3) == hash(3.0)
assert hash(-1) == hash(-1.0)
assert hash(2**70) == hash(2.0**70)
assert hash(2**1000) == hash(float(2**1000))
assert hash(0.5) == hash(0.5 + 0j)
assert hash(1) == hash(True) == hash(1 + 0j)
assert hash(0.0) == hash(-0.0) == hash(0)
assert hash(-2) == hash(-2.0)
assert len({1, 1.0, True, 1 + 0j}) == 1
assert len({2**70, 2.0**70}) == 1
assert hash(SI(5)) == hash(5)
assert hash(float("inf")) == hash(float("inf"))
assert {2**53: 1}.get(2.0**53) == 1
assert {0.5: 1}.get(0.5 + 0j) == 1
# ---- bits ----
assert error(lambda: 5 & 3.0) == "TypeError: unsupported operand type(s) for &: 'int' and 'float'"
assert error(lambda: 5 | 1.5) == "TypeError: unsupported operand type(s) for |: 'int' and 'float'"
assert error(lambda: 2**1024 ^ 1.5) == "TypeError: unsupported operand type(s) for ^: 'int' and 'float'"
assert error(lambda: 10**309 & 0.5) == "TypeError: unsupported operand type(s) for &: 'int' and 'float'"
assert error(lambda: 1.5 << 1) == "TypeError: unsupported operand type(s) for <<: 'float' and 'int'"
assert error(lambda: 1 << -1) == 'ValueError: negative shift count'
assert error(lambda: 1 >> -1) == 'ValueError: negative shift count'
assert -1 >> 100 == -1
assert -2**70 >> 3 == -147573952589676412928
assert 5 << 0 == 5
assert ~2**70 == -1180591620717411303425
assert 2**70 & -2**3 == 1180591620717411303424
assert -2**70 | 1 == -1180591620717411303423
assert -2**70 ^ 2**65 == -1143698132569992200192
assert True & True
assert True | 2 == 3
assert 1 >> 2**70 == 0
assert 0 << 2**70 == 0
