# needs: messages methods
# Powers, modular powers, and what CPython says of bad ones.

for a in (0, 1, -1, 2, -2, 3, 10, -7, 10 ** 20, -(1 << 64), (1 << 100) + 1):
    product = 1
    for e in range(24):
        assert a ** e == product == pow(a, e)
        product *= a
assert 2 ** 1000 == 1 << 1000 and (-2) ** 1001 == -(1 << 1001)
assert 3 ** 200 == 265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044001
assert 1 ** 10 ** 30 == 1 and (-1) ** 10 ** 30 == 1 and (-1) ** (10 ** 30 + 1) == -1 and 0 ** 10 ** 30 == 0
assert 0 ** 0 == 1 and True ** 5 == 1 and type(True ** 1) is int

assert 2 ** -1 == 0.5 and (-2) ** -3 == -0.125 and 10 ** -2 == 0.01 and type(1 ** -1) is float

for m in (1, 2, 3, 7, 10, 97, 1 << 20, 10 ** 9 + 7, (1 << 64) - 59, (1 << 64), 10 ** 40 + 9, (1 << 300) - 153, 6 ** 120,
          -1, -7, -(10 ** 20)):
    for a in (0, 1, 2, -3, 12345, 10 ** 30 + 1, -(1 << 200) + 5):
        for e in (0, 1, 2, 3, 17, 100, 1 << 10):
            assert pow(a, e, m) == a ** e % m, (a, e, m)
p = (1 << 521) - 1
assert pow(3, p - 1, p) == 1 and pow(3, p, p) == 3
assert pow(7, 10 ** 60 + 1, 10 ** 50 + 7) == 74416133450965815197455098982961584704392655050142
assert pow(7, 10 ** 60 + 1, 10 ** 50) == 7

for m in (7, 97, 10 ** 9 + 7, (1 << 127) - 1, 10 ** 20 + 39):
    for a in (1, 2, 3, 5, -4, 123456789, 10 ** 18):
        inverse = pow(a, -1, m)
        assert 0 <= inverse < m and a * inverse % m == 1
        assert pow(a, -3, m) == pow(inverse, 3, m)

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(ValueError, 'pow() 3rd argument cannot be 0', pow, 2, 3, 0)
raises(ValueError, 'base is not invertible for the given modulus', pow, 2, -1, 4)
raises(ValueError, 'base is not invertible for the given modulus', pow, 0, -1, 10 ** 30)
raises(TypeError, 'pow() 3rd argument not allowed unless all arguments are integers', pow, 2.0, 3, 5)
try:
    0 ** -1
except ZeroDivisionError:
    pass
else:
    assert False
assert pow(3, 10 ** 30, 10 ** 20 + 39) == pow(pow(3, 10 ** 15, 10 ** 20 + 39), 10 ** 15, 10 ** 20 + 39)
