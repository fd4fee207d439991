# needs: double complex messages methods
# Python 3.14 groups the digits of a fraction, too.


def error(spec, v=1.5):
    try:
        return format(v, spec)
    except ValueError as e:
        return str(e)


assert format(123456.123456, "._f") == "123456.123_456"
assert format(123456.123456, ".,f") == "123456.123,456"
assert format(1234567.1234567, ",.7_f") == "1,234,567.123_456_7"
assert format(1234567.1234567, "_.7,f") == "1_234_567.123,456,7"
assert format(1.5, ".0_f") == "2"
assert format(1.5, ".1_f") == "1.5"
assert format(1.5, ".3_f") == "1.500"
assert format(1.5, ".4_f") == "1.500_0"
assert format(1 / 3, ".10,e") == "3.333,333,333,3e-01"
assert format(1 / 3, ".9_g") == "0.333_333_333"
assert format(0.125, ".5_%") == "12.500_00%"
assert format(1.23456789, "._") == "1.234_567_89"
assert format(-1.0625, "+.4_f") == "-1.062_5"
assert format(1.0625, "*>12.4_f") == "*****1.062_5"
assert format(1.0625, "012.4_f") == "000001.062_5"
assert format(1234.5678j, ",.4,f") == "0.000,0+1,234.567,8j"
assert format(float("inf"), ".6_f") == "inf"
assert f"{0.1234567:.7_f}" == "0.123_456_7"
assert error("._,f") == error(".3,_f") == error(".3_,f") == "Cannot specify both ',' and '_'."
assert error(".f") == error(".") == "Format specifier missing precision"
assert error("._d", 5) == error(".3_d", 5) == "Precision not allowed in integer format specifier"
assert error(".3_n") == "Cannot specify '_' with 'n'."
