# needs: percent double methods
# repr() of floats is the shortest text that reads back; float() rounds to nearest; formats give exact digits.

for text in ('0.0', '-0.0', '1.0', '-1.5', '0.1', '0.2', '0.30000000000000004', '1e-05', '0.0001', '0.00012345', '123456789.125',
             '1e+16', '9999999999999998.0', '1234567890123456.0', '1.2345678901234568e+16', '1e+22', '1e+23', '9.5e-07',
             '5e-324', '2.2250738585072014e-308', '2.225073858507201e-308', '1.7976931348623157e+308', 'inf', '-inf', 'nan',
             '4.35', '0.6822871999174', '9007199254740992.0', '1e+100', '3.141592653589793', '2.5e-05',
             '9.109e-31', '6.02214076e+23', '1.1e-300', '7.205759403792794e+16', '5e-05', '1.7976931348623e+308'):
    assert repr(float(text)) == text, (text, repr(float(text)))
    assert str(float(text)) == text

def check(bits):
    "Builds a float from a pattern of bits and reads its text back."
    sign, exponent, fraction = bits >> 63, bits >> 52 & 2047, bits & (1 << 52) - 1
    if exponent == 2047:
        return
    m = fraction | (exponent > 0) << 52
    e = (exponent or 1) - 1075
    x = float(m * 2 ** e) if e >= 0 else m / 2 ** -e
    text = repr(x)
    assert float(text) == x, text
    assert float(text + '0000' if 'e' not in text else text) == x
    assert float('%.17g' % x) == x
    return x

n = 1
for _ in range(3000):
    n = (n * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
    check(n)
for exponent in range(0, 2047, 13):
    for fraction in (0, 1, 2, (1 << 52) - 1, (1 << 51)):
        check(exponent << 52 | fraction)

# reading: exactly between two floats, to even; just above, up
assert float('9007199254740993') == 9007199254740992.0 and float('9007199254740995') == 9007199254740996.0
assert float('9007199254740993' + '.' + '0' * 900 + '1') == 9007199254740994.0
assert float('0.' + '0' * 400 + '1' + 'e401') == 1.0 and float('1' + '0' * 500 + 'e-500') == 1.0
# 1 + 2 ** -53
digits = str(10 ** 53 + 5 ** 53)
assert float(digits[0] + '.' + digits[1:]) == 1.0
assert float(digits[0] + '.' + digits[1:] + '0' * 800 + '1') == 1.0 + 2 ** -52
assert float('2.4703282292062327e-324') == 0.0 and float('2.4703282292062328e-324') == 5e-324
assert float('1.7976931348623158e308') == 1.7976931348623157e308 and float('1.7976931348623159e308') == float('inf')
assert float('1e309') == float('inf') and float('-1e400') == -float('inf') and float('1e-400') == 0.0
assert float('1e99999999999999999999') == float('inf') and float('0e99999999999999999999') == 0.0
assert float('1e-99999999999999999999') == 0.0
assert float('  1.5\n') == 1.5 and float('+.5') == 0.5 and float('5.') == 5.0 and float('1_000.5_5') == 1000.55
assert float('1E5') == 1e5 and float('INFINITY') == float('inf') == float('+Inf') and float('1_0e1_0') == 1e11
assert float(b'2.5') == 2.5 and float(bytearray(b' 2.5 ')) == 2.5
assert str(float('-nan')) == 'nan'

for bad in ('', ' ', '.', 'e5', '1e', '1e+', '1__0', '_1', '1_', '1._5', '1_.5', '1e_5', '0x10', 'infin', '1 2', '--1', '1.2.3', '1\0'):
    try:
        float(bad)
    except ValueError as e:
        assert str(e) == 'could not convert string to float: %r' % bad, (bad, str(e))
    else:
        assert False, bad

# writing to a precision
assert '%.0f %.0f %.0f %.0f %.0f' % (0.5, 1.5, 2.5, 3.5, 0.6) == '0 2 2 4 1'
assert '%.2f|%.1f|%.3f|%f' % (3.14159, 0.25, 2.0005, 1 / 3) == '3.14|0.2|2.001|0.333333'
assert '%.2f' % 1e22 == '10000000000000000000000.00' and '%.0f' % 1e23 == '99999999999999991611392'
assert '%.60f' % 0.1 == '0.100000000000000005551115123125782702118158340454101562500000'
assert '%.25e' % (2 ** 0.5) == '1.4142135623730951454746219e+00' and '%e' % 0.0 == '0.000000e+00'
assert '%.3e|%.0e|%E' % (99999.5, 96.0, 1e-7) == '1.000e+05|1e+02|1.000000E-07'
assert '%g %g %g %g %g' % (1e5, 1e6, 1e-4, 1e-5, 123456789) == '100000 1e+06 0.0001 1e-05 1.23457e+08'
assert '%.3g %#.3g %#g %.10g' % (1.0, 1.0, 1.0, 0.1) == '1 1.00 1.00000 0.1'
assert '%g' % 999999.5 == '1e+06' and '%g' % 99999.95 == '99999.9'
assert '%f %e %g %F' % ((float('inf'),) * 4) == 'inf inf inf INF' and '%f' % float('nan') == 'nan'
assert '%+f % f %+.1f' % (1.0, 1.0, -0.0) == '+1.000000  1.000000 -0.0'
assert '%.400f' % 5e-324 == '0.' + '0' * 323 + '49406564584124654417656879286822137236505980261432476442558568250067550727021'
assert ('%.1074f' % 5e-324)[-30:] == '538682506419718265533447265625' and '%.1080f' % 5e-324 == '%.1074f' % 5e-324 + '000000'
assert ('%.300f' % 1e300)[:60] == '100000000000000005250476025520442024870446858110815915491585'
assert len('%.300f' % 1e300) == 301 + 301 and int(('%.5f' % 1e300)[:-6]) == int(1e300)
for e in range(-300, 300, 7):
    x = 10.0 ** e * 1.2345678
    for p in (0, 1, 5, 15, 16, 17, 18, 25, 40):
        text = '%.*e' % (p, x)
        mantissa, exponent = text.split('e')
        # half a unit of the last digit away at most, with exact fractions
        num, den = x.as_integer_ratio()
        shown = int(mantissa.replace('.', ''))
        k = int(exponent) - p
        a, b = num * 10 ** max(0, -k), shown * 10 ** max(0, k) * den
        assert 2 * abs(a - b) <= den * 10 ** max(0, k), (text, x)
assert format(1234.5, '') == '1234.5' and format(1e20, '') == '1e+20' and format(0.1, '.3') == '0.1'
assert format(123456.0, '.3') == '1.23e+05' and format(100.0, '.3') == '1e+02' and format(99.9, '.3') == '99.9'
assert format(0.123, '.1%') == '12.3%' and format(1e-7, '.2g') == '1e-07' and format(-0.001, 'z.1f') == '0.0'

# hexadecimal
for text, hexadecimal in ((1.0, '0x1.0000000000000p+0'), (-0.1, '-0x1.999999999999ap-4'), (0.0, '0x0.0p+0'), (-0.0, '-0x0.0p+0'),
                          (5e-324, '0x0.0000000000001p-1022'), (1e300, '0x1.7e43c8800759cp+996'), (3.5, '0x1.c000000000000p+1')):
    assert text.hex() == hexadecimal and float.fromhex(hexadecimal) == text
assert float('inf').hex() == 'inf' and float('-inf').hex() == '-inf' and float('nan').hex() == 'nan'
for text, x in (('0x.8', 0.5), ('1.8p1', 3.0), ('  -0XAp-1 ', -5.0), ('0x1.fffffffffffff7p0', 1.9999999999999998),
                ('0x1.fffffffffffff8p0', 2.0), ('0x1.00000000000008p0', 1.0), ('0x1.000000000000080001p0', 1.0000000000000002),
                ('0x1p-1075', 0.0), ('0x1.1p-1075', 5e-324), ('inf', float('inf')), ('-Infinity', -float('inf')), ('0x10', 16.0),
                ('0x' + '0' * 100 + '1', 1.0), ('0x.' + '0' * 100 + '1p404', 1.0)):
    assert float.fromhex(text) == x, (text, x, float.fromhex(text))
for bad in ('', '0x', 'g', '0x1p', '0x1.2.3', '1 2', '0x1p0x1'):
    try:
        float.fromhex(bad)
    except ValueError as e:
        assert str(e) == 'invalid hexadecimal floating-point string'
    else:
        assert False, bad
try:
    float.fromhex('0x1p1024')
except OverflowError as e:
    assert str(e) == 'hexadecimal value too large to represent as a float'
else:
    assert False
