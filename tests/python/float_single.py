# modes: single arm mips
# needs: complex percent cmath
# Floats as singles: the shortest text that reads back the same, arithmetic in 24 bits, their limits.
import array, cmath, math, struct, sys, time


def bits(x):
    return struct.unpack(">I", struct.pack(">f", x))[0]


for pattern, text in (
    (0x3dcccccd, "0.1"),
    (0x3f800001, "1.0000001"),
    (0x7f7fffff, "3.4028235e+38"),
    (0x00800000, "1.1754944e-38"),
    (0x00000001, "1e-45"),
    (0x007fffff, "1.1754942e-38"),
    (0x4b800000, "16777216.0"),
    (0x3eaaaaab, "0.33333334"),
    (0x40490fdb, "3.1415927"),
    (0x501502f9, "10000000000.0"),
    (0x5a0e1bca, "1e+16"),
    (0x0da24260, "1e-30"),
    (0x9f767c45, "-5.219532e-20"),
    (0x4164d839, "14.302789"),
    (0xbde5c099, "-0.11218376"),
    (0x5bc8fbbc, "1.1314356e+17"),
    (0xcb91ce37, "-19111022.0"),
    (0xb0c11fde, "-1.4051655e-09"),
    (0xf1446bea, "-9.7263235e+29"),
    (0xd76d4330, "-260872820000000.0"),
    (0xbd69fe29, "-0.05712715"),
    (0xa6eb8c9e, "-1.6344515e-15"),
    (0xec1d7da0, "-7.615784e+26"),
    (0x87b0b125, "-2.6585653e-34"),
    (0x076ce2ef, "1.7821356e-34"),
    (0xd7210dff, "-177081480000000.0"),
    (0x77330bdb, "3.6314906e+33"),
    (0xc6a53877, "-21148.232"),
    (0xf17fd374, "-1.26678894e+30"),
    (0x3fc1ea36, "1.51496"),
    (0xa6233255, "-5.66202e-16"),
    (0x0d464138, "6.1091965e-31"),
    (0xe6a16a3b, "-3.811303e+23"),
    (0x2827688d, "9.293033e-15"),
    (0x1cfb10f6, "1.6614171e-21"),
    (0x5f2dd97f, "1.2527183e+19"),
    (0x7814e8a2, "1.2080911e+34"),
    (0xde527100, "-3.7909754e+18"),
    (0x3f1f65a8, "0.6226449"),
    (0x617959ce, "2.874819e+20"),
    (0x8b33e968, "-3.464974e-32"),
    (0x1a1afe87, "3.205206e-23"),
    (0x92edcf45, "-1.5007899e-27"),
    (0x3fd42359, "1.6573287"),
    (0x035b7399, "6.4491015e-37"),
    (0xbb2edb20, "-0.0026680902"),
    (0x377b9aa2, "1.4996769e-05"),
    (0x687c966c, "4.7712446e+24"),
    (0x478c281d, "71760.23"),
    (0x2e9c82b1, "7.117274e-11"),
    (0xea959c21, "-9.043362e+25"),
    (0xde11cc9d, "-2.6264862e+18"),
):
    x = struct.unpack(">f", struct.pack(">I", pattern))[0]
    assert repr(x) == text and bits(float(text)) == pattern, (hex(pattern), text, repr(x), hex(bits(float(text))))

# Rounding of decimal text: half to even, just above and below a half
assert bits(float("16777217")) == 0x4B800000 and bits(float("16777217.0000000000000000000001")) == 0x4B800001
assert bits(float("16777219")) == 0x4B800002 and bits(float("1e-46")) == 0 and bits(float("7.1e-46")) == 1
assert float("3.4028235677973367e38") == float("inf") and bits(float("3.4028235677973366e38")) == 0x7F7FFFFF

# Arithmetic
inf, nan = float("inf"), float("nan")
assert 16777216.0 + 1 == 16777216.0 and 1 / 3 == 0.33333334 and 0.1 + 0.2 == 0.3 and 1e38 * 10 == inf and 1e-45 / 2 == 0
assert 2.0 ** 127 * 1.9999999 == 3.4028235e38 and (-1.0) ** 3 == -1 and 2 ** -149 == 1e-45 and 2 ** 0.5 == 1.4142135
assert 7.5 // 2 == 3 and -7.5 % 2 == 0.5 and divmod(7.25, 0.5) == (14, 0.25) and -0.0 == 0.0 and str(-0.0) == "-0.0"
assert round(2.5) == 2 and round(0.15, 1) == 0.2 and round(1234567.0, -3) == 1235000.0 and int(3e38) == 300000000549775575777803994281145270272
total = 0.0
for i in range(1000):
    total += 0.1
assert bits(total) == 0x42C7FF83, total
product = 1.0
for i in range(1, 30):
    product = product * 1.1 - 0.01 * i
assert bits(product) == 0x401A79F9, product

# Ints: rounded once; compared exactly
assert float(16777217) == 16777216.0 and float(16777219) == 16777220.0 and float(2 ** 100 + 2 ** 76) == 2.0 ** 100
assert float(2 ** 100 + 2 ** 76 + 1) > 2.0 ** 100 and 16777217 > 16777216.0 and 16777217 != 16777216.0 and 10 ** 38 != 1e38
assert 10 ** 40 > 3.4028235e38 and -10 ** 40 < -3.4028235e38 and 10 ** 40 < inf and 10 ** 50 / 10 ** 49 == 10.0
for f, args in (float, (10 ** 39,)), (int.__truediv__, (10 ** 50, 3)), (int, (inf,)), (math.exp, (100.0,)), (pow, (10.0, 50)):
    try:
        f(*args)
    except OverflowError:
        pass
    else:
        assert False, (f, args)
for n in (0, 1, -1, 5, 2 ** 23, 2 ** 24, -2 ** 31, 2 ** 32, -2 ** 61, 2 ** 62, 2 ** 64, 2 ** 100):
    assert hash(n) == hash(float(n)) and {n: 1}[float(n)] == 1, n

# Formatting
assert "%.3f %e %g" % (3.14159265, 12345.678, 1e-10) == "3.142 1.234568e+04 1e-10"
assert f"{0.1:.10f} {2.5:08.2f} {1e10:,.1f} {0.5:%}" == "0.1000000015 00002.50 10,000,000,000.0 50.000000%"
assert (0.1).hex() == "0x1.99999ap-4" and float.fromhex("0x1.99999ap-4") == 0.1 and (0.75).as_integer_ratio() == (3, 4)
assert (1.5).is_integer() is False and (2.0).is_integer() and abs(-1.5) == 1.5 and sorted([2.5, -1.0, inf, 0.1]) == [-1.0, 0.1, 2.5, inf]

# Modules
assert math.pi == 3.1415927 and bits(math.pi) == 0x40490FDB and abs(math.sin(1) - 0.8414710) < 2e-7 and math.sqrt(2) == 1.4142135
assert math.isnan(nan) and math.floor(2.7) == 2 and math.frexp(10.0) == (0.625, 4) and math.ldexp(0.5, 128) == 2.0 ** 127
assert abs(math.gamma(5) - 24) < 1e-4 and abs(math.erf(0.5) - 0.5204999) < 1e-6 and math.fsum([0.1] * 10) in (1.0, 1.0000001)
assert math.isclose(math.log(10 ** 60), 60 * math.log(10), rel_tol=1e-6) and math.hypot(3e30, 4e30) == 5e30
assert abs(cmath.exp(1j * math.pi) + 1) < 1e-6 and repr((0.1 + 0.2j) * 2) == "(0.2+0.4j)" and abs(3e30 + 4e30j) == 5e30
a = array.array("d", [0.1, 1e30])
assert a[0] == 0.1 and a.itemsize == 8 and struct.pack("<d", 0.5) == b"\0\0\0\0\0\0\xe0?" and struct.unpack(">d", struct.pack(">d", 1e-40))[0] == 1e-40
assert struct.unpack("<d", b"\xff" * 6 + b"\xef\x7f")[0] == inf  # the largest double
assert sys.float_info.mant_dig == 24 and sys.float_info.max == 3.4028235e38
assert isinstance(time.time(), int) and abs(time.time() - time.time_ns() // 10 ** 9) < 2
