# needs: methods
# The methods and attributes of int; round(); true division; comparison with floats.

for n in (0, 1, 2, 255, 256, (1 << 63) - 1, 1 << 63, 1 << 64, 10 ** 40, (1 << 200) - 1):
    for m in (n, -n):
        assert m.bit_length() == len(bin(m).lstrip('-0b'))
        assert m.bit_count() == bin(m).count('1')
        size = m.bit_length() // 8 + 1
        for order in ('big', 'little'):
            data = m.to_bytes(size, order, signed=True)
            assert len(data) == size and int.from_bytes(data, order, signed=True) == m
            assert m.to_bytes(size + 5, order, signed=True)[::1 if order == 'little' else -1][:size] == \
                data[::1 if order == 'little' else -1]
        assert m.as_integer_ratio() == (m, 1) and m.is_integer() and m.conjugate() == m
        assert m.real == m and m.imag == 0 and m.numerator == m and m.denominator == 1
        assert m.__int__() == m and m.__index__() == m and m.__trunc__() == m and m.__floor__() == m and m.__ceil__() == m
        assert round(m) == m and round(m, 2) == m and round(m, None) == m
assert (1000).to_bytes(2, 'big') == b'\x03\xe8' and (1000).to_bytes(2, 'little') == b'\xe8\x03'
assert (-1).to_bytes(3, 'big', signed=True) == b'\xff\xff\xff' and (-128).to_bytes(1, signed=True) == b'\x80'
assert (5).to_bytes() == b'\x05' and (0).to_bytes(0, 'big') == b'' and int.from_bytes(b'', 'big') == 0
assert int.from_bytes([1, 2]) == 258 and int.from_bytes(bytearray(b'\xff' * 20), 'little') == (1 << 160) - 1
assert int.from_bytes(b'\x80', 'big', signed=True) == -128 and int.from_bytes(b'\0' * 100 + b'\x01', 'big') == 1
assert True.bit_length() == 1 and True.real == 1 and type(True.real) is int and True.to_bytes(1, 'big') == b'\x01'

assert [round(n, -1) for n in (4, 5, 6, 14, 15, 16, 25, -5, -15, -16)] == [0, 0, 10, 10, 20, 20, 20, 0, -20, -20]
assert round(10 ** 30 + 5 * 10 ** 19, -20) == 10 ** 30 and round(15 * 10 ** 40, -41) == 2 * 10 ** 41
assert round(99, -2) == 100 and round(50, -2) == 0 and round(51, -2) == 100 and round(12345, -10 ** 3) == 0

# with floats
for n in (0, 1, -1, 5, 2 ** 31, -2 ** 31, 2 ** 32, 2 ** 52, -2 ** 61, 2 ** 62, 2 ** 63, 2 ** 64, -2 ** 64, 2 ** 100, -3 * 2 ** 100):
    assert hash(n) == hash(float(n)) == hash(complex(n)), n
    assert {n: 1}[float(n)] == 1

def raises(exception, text, f, *args, **kw):
    try:
        f(*args, **kw)
    except exception as e:
        assert str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(OverflowError, 'integer division result too large for a float', lambda: 10 ** 400 / 3)
raises(OverflowError, 'int too large to convert to float', float, 10 ** 400)
raises(OverflowError, 'int too large to convert to float', lambda: 10 ** 400 + 1.0)
raises(OverflowError, 'int too big to convert', (256).to_bytes, 1, 'big')
raises(OverflowError, 'int too big to convert', (128).to_bytes, 1, 'big', signed=True)
raises(OverflowError, 'int too big to convert', (-129).to_bytes, 1, 'big', signed=True)
raises(OverflowError, "can't convert negative int to unsigned", (-1).to_bytes, 1, 'big')
raises(ValueError, 'length argument must be non-negative', (1).to_bytes, -1, 'big')
raises(ValueError, "byteorder must be either 'little' or 'big'", (1).to_bytes, 1, 'up')
raises(TypeError, "cannot convert 'str' object to bytes", int.from_bytes, 'a', 'big')
