# needs: double methods
# Ints and doubles: division, conversion, comparison.

# true division is rounded once
assert 10 ** 400 / 10 ** 399 == 10.0 and (2 ** 53 + 1) / 1 == 9007199254740992.0 and (2 ** 53 + 3) / 1 == 9007199254740996.0
assert 10 ** 50 / 3 ** 50 == float.fromhex('0x1.cce3ed157715ep+86') and -(7 ** 300) / 11 ** 200 == float.fromhex('-0x1.3f9b42de1e9e8p+150')
assert 1 / 10 ** 310 == 1e-310 and 3 / 2 ** 1075 == 1e-323 and 1 / 10 ** 400 == 0.0 and 1 / 2 ** 1075 == 0.0
assert 1 / 3 == 0.3333333333333333 and -7 / 2 == -3.5 and 0 / 5 == 0.0
assert (2 ** 1024 - 2 ** 970 - 1) / 1 == 1.7976931348623157e+308
for text, expect in ((2 ** 53 + 1, 2.0 ** 53), (2 ** 53 + 3, 2.0 ** 53 + 4), (2 ** 64 - 1, 2.0 ** 64), (10 ** 22 + 1, 1e22),
                     (2 ** 100 + 2 ** 47, 2.0 ** 100), (2 ** 100 + 2 ** 47 + 1, 2.0 ** 100 + 2.0 ** 48)):
    assert float(text) == expect and float(-text) == -expect

# comparison with floats is exact
assert 2 ** 53 + 1 > 2.0 ** 53 and 2 ** 53 + 1 != 2.0 ** 53 and 2.0 ** 53 < 2 ** 53 + 1 and 2 ** 100 == 2.0 ** 100
assert 10 ** 400 > 1e308 and -10 ** 400 < -1e308 and 10 ** 400 < float('inf') and not 10 ** 400 < float('nan')
assert 10 ** 22 == 1e22 and 10 ** 23 != 1e23 and 10 ** 23 > 1e23 and 1 < 1.5 < 2 and -1 > -1.5 and 2 ** 62 < 2.0 ** 62 + 1e4
assert (1 << 62) - 1 < 2.0 ** 62 and (1 << 63) - 1 != 2.0 ** 63 and -(1 << 63) == -2.0 ** 63
assert int(1e30) == 1000000000000000019884624838656 and int(2.0 ** 500) == 2 ** 500 and int(-1e22) == -10 ** 22
assert hash(-3 * 2 ** 500) == hash(-3.0 * 2 ** 500)
