# needs: complex methods messages
# The type complex.
inf, nan = float('inf'), float('nan')

for z, text in ((1 + 2j, '(1+2j)'), (1 - 2j, '(1-2j)'), (2j, '2j'), (-2j, '(-0-2j)'), (0j, '0j'), (complex(-0.0, 0), '(-0+0j)'),
                (1.5 + 0j, '(1.5+0j)'), (complex(0, -1), '-1j'), (complex(1, -0.0), '(1-0j)'), (complex(inf, nan), '(inf+nanj)'),
                (complex(0, inf), 'infj'), (complex(1e16, 1e-5), '(1e+16+1e-05j)'), (complex(0.1, 12345.125), '(0.1+12345.125j)')):
    assert repr(z) == text and str(z) == text, (repr(z), text)
    if nan not in (z.real, z.imag) and z == z:
        assert complex(text) == z

assert complex('1+2j') == 1 + 2j and complex(' (1-2j) ') == 1 - 2j and complex('( 3 )') == 3 and complex('j') == 1j
assert complex('-j') == -1j and complex('1e5-3.5e-2J') == 1e5 - 0.035j and complex('+5') == 5 and complex('-1.5+j') == -1.5 + 1j
assert complex('infj') == complex(0, inf) and complex('1_0+2_0j') == 10 + 20j and repr(complex('nan-infj')) == '(nan-infj)'
assert complex() == 0 and complex(1) == 1 and complex(1, 2) == 1 + 2j and complex(imag=3) == 3j and complex(real=2.5) == 2.5
assert complex(True) == 1 and complex(10 ** 20, 1.5) == 1e20 + 1.5j

class HasComplex:
    def __complex__(self):
        return 1 + 5j
class HasFloat:
    def __float__(self):
        return 2.5
class C(complex):
    pass
assert complex(HasComplex()) == 1 + 5j and complex(HasFloat(), HasFloat()) == 2.5 + 2.5j
assert C(1, 2) == 1 + 2j and isinstance(C(1), complex) and C('3j') + 1 == 1 + 3j and type(C(1) + C(1)) is complex

a, b = 3 + 4j, 1 - 2j
assert a + b == 4 + 2j and a - b == 2 + 6j and a * b == 11 - 2j and a / b == -1 + 2j and a + 1 == 4 + 4j and 2.5 - a == -0.5 - 4j
assert True + a == 4 + 4j and a * 2 == 6 + 8j and 10 / (2j) == -5j and a / 2 == 1.5 + 2j and 10 ** 20 * 1j == 1e20j
assert -a == -3 - 4j and +a == a and abs(a) == 5.0 and abs(-5j) == 5.0 and a.conjugate() == 3 - 4j and a.real == 3.0 and a.imag == 4.0
assert abs(complex(inf, nan)) == inf and a.__complex__() == a
assert a ** 2 == -7 + 24j and a ** 0 == 1 and a ** 1 == a and a ** -1 == 1 / a and 0j ** 0 == 1 and 0j ** 2 == 0 and 1j ** 2 == -1
near = 1e-15 if 1.0 + 2.0 ** -50 != 1.0 else 1e-6
assert abs(a ** 0.5 - (2 + 1j)) < near and abs(1j ** 1j - 0.20787957635076193) < near and abs(2 ** (1 + 1j) - (1.5384778027279442 + 1.2779225526272695j)) < near
assert a == 3 + 4j and a != 3 and 1 + 0j == 1 == 1.0 == True and complex(2.0 ** 53) != 2 ** 53 + 1 and 5j != 5 and not a == 'a'
assert hash(2 + 0j) == hash(2) == hash(2.0) and hash(1.5 + 0j) == hash(1.5) and {1 + 2j: 5}[complex(1, 2)] == 5
assert bool(0j) is False and bool(1e-30j) is True and 1j and not complex(-0.0, -0.0)
assert 1e400j == complex(0, inf) and 1_0.5j == 10.5j and 0xF + 1j == 15 + 1j

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

for bad in ('', '1+', '1+2', '1 + 2j', 'jj', '1j+2', '(1', '1)', '((1))', '1+2jj', 'a', '1e', '+-1j', '1++2j'):
    raises(ValueError, 'complex() arg is a malformed string', complex, bad)
raises(ZeroDivisionError, None, lambda: 1j / 0)
raises(ZeroDivisionError, None, lambda: 0j ** -1)
raises(ZeroDivisionError, None, lambda: 0j ** 1j)
huge = 1.7e308 if 1.7e308 < inf else 3e38
raises(OverflowError, 'absolute value too large', abs, complex(huge, huge))
raises(TypeError, None, lambda: 1j < 2j)
raises(TypeError, None, lambda: 1j // 1)
raises(TypeError, None, lambda: 1j % 1)
raises(TypeError, None, int, 1j)
raises(TypeError, None, float, 1j)
raises(TypeError, None, complex, [])
raises(TypeError, None, complex, '1', 2)
raises(TypeError, None, complex, 1, '2')
