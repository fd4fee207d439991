# needs: complex messages methods double unicode
# complex() of texts, numbers and other things; its text; arithmetic with errors.

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


# ---- texts ----
assert repr(complex("1")) == '(1+0j)'
assert repr(complex("1j")) == '1j'
assert repr(complex("1+2j")) == '(1+2j)'
assert repr(complex("(1+2j)")) == '(1+2j)'
assert repr(complex(" ( 1-2j ) ")) == '(1-2j)'
assert repr(complex("j")) == '1j'
assert repr(complex("-j")) == '-1j'
assert repr(complex("+J")) == '1j'
assert repr(complex("1e3-1e-3j")) == '(1000-0.001j)'
assert repr(complex("inf")) == '(inf+0j)'
assert repr(complex("nan")) == '(nan+0j)'
assert repr(complex("infj")) == 'infj'
assert repr(complex("1+infj")) == '(1+infj)'
assert repr(complex("-nan+nanj")) == '(nan+nanj)'
assert repr(complex("1_0+2_0j")) == '(10+20j)'
assert repr(complex(".5j")) == '0.5j'
assert repr(complex("1.")) == '(1+0j)'
assert repr(complex("\u0661j")) == '1j'
assert error(lambda: complex("")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex(" ")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1+")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1 + 2j")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1+2")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1j+2")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1+2jx")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("(1")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1)")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("()")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("_1")) == "ValueError: could not convert string to complex: '_1'"
assert error(lambda: complex("1__0")) == "ValueError: could not convert string to complex: '1__0'"
assert error(lambda: complex("1_")) == "ValueError: could not convert string to complex: '1_'"
assert error(lambda: complex("x")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1+2j\x00")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("--1")) == 'ValueError: complex() arg is a malformed string'
assert error(lambda: complex("1ej")) == 'ValueError: complex() arg is a malformed string'
assert repr(complex("1e400")) == '(inf+0j)'
assert error(lambda: complex("((1))")) == 'ValueError: complex() arg is a malformed string'
# ---- arguments ----
assert repr(complex()) == '0j'
assert repr(complex(1)) == '(1+0j)'
assert repr(complex(1, 2)) == '(1+2j)'
assert repr(complex(1.5, -0.0)) == '(1.5-0j)'
assert repr(complex(1j)) == '1j'
assert repr(complex(1j, 1j)) == '(-1+1j)'
assert repr(complex(1, 1j)) == '0j'
assert repr(complex(real=1, imag=2)) == '(1+2j)'
assert repr(complex(imag=2)) == '2j'
assert error(lambda: complex("1", 2)) == "TypeError: complex() can't take second arg if first is a string"
assert error(lambda: complex(1, "2")) == "TypeError: complex() second arg can't be a string"
assert error(lambda: complex(None)) == "TypeError: complex() first argument must be a string or a number, not 'NoneType'"
assert error(lambda: complex(1, None)) == "TypeError: complex() second argument must be a number, not 'NoneType'"
assert error(lambda: complex([])) == "TypeError: complex() first argument must be a string or a number, not 'list'"
assert error(lambda: complex(b"1")) == "TypeError: complex() first argument must be a string or a number, not 'bytes'"
assert repr(complex(I(3))) == '(3+0j)'
assert repr(complex(F(2.5), 1)) == '(2.5+1j)'
assert repr(complex(C())) == '(1+2j)'
assert repr(complex(C(), 1)) == '(1+3j)'
assert error(lambda: complex(1, C())) == "TypeError: complex() second argument must be a number, not 'C'"
assert error(lambda: complex(1, 2, 3)) == 'TypeError: complex() takes at most 2 arguments (3 given)'
assert error(lambda: complex(2**1024)) == 'OverflowError: int too large to convert to float'
assert error(lambda: complex(N(7))) == "TypeError: complex() first argument must be a string or a number, not 'N'"
assert repr(complex(-0.0, -0.0)) == '(-0-0j)'
assert error(lambda: complex(foo=1)) == "TypeError: complex() got an unexpected keyword argument 'foo'"
assert repr(complex(True, False)) == '(1+0j)'
# ---- text ----
assert repr(1j) == '1j'
assert repr(-1j) == '(-0-1j)'
assert repr(0j) == '0j'
assert repr(complex(-0.0, 0)) == '(-0+0j)'
assert repr(complex(0, -0.0)) == '-0j'
assert repr(1 + 1e100j) == '(1+1e+100j)'
assert repr(complex("nan")) == '(nan+0j)'
assert repr(complex("-inf+nanj")) == '(-inf+nanj)'
assert str(1.5 - 2.5j) == '(1.5-2.5j)'
assert repr(1e16 + 1e-5j) == '(1e+16+1e-05j)'
# ---- arithmetic ----
assert repr((1 + 2j) * (3 - 1j)) == '(5+5j)'
assert repr((1 + 2j) / (3 - 4j)) == '(-0.2+0.4j)'
assert error(lambda: 1j / 0) == 'ZeroDivisionError: complex division by zero'
assert error(lambda: 1 / 0j) == 'ZeroDivisionError: complex division by zero'
assert repr((1 + 2j) ** 2) == '(-3+4j)'
assert repr((1 + 2j) ** -2) == '(-0.12-0.16j)'
assert repr((1 + 2j) ** 0.5) == '(1.272019649514069+0.7861513777574233j)'
assert repr(2 ** (1 + 1j)) == '(1.5384778027279442+1.2779225526272695j)'
assert repr(0j ** 0) == '(1+0j)'
assert error(lambda: 0j ** -1) == 'ZeroDivisionError: 0.0 to a negative or complex power'
assert error(lambda: 0j ** 1j) == 'ZeroDivisionError: 0.0 to a negative or complex power'
assert error(lambda: (1e200 + 0j) ** 2) == 'OverflowError: complex exponentiation'
assert repr((-12) ** 1j) == '(-0.03422627702612182+0.026381900853409995j)'
assert repr((1 + 2j) ** (1 + 2j)) == '(-0.22251715680177267+0.10070913113607541j)'
assert repr(abs(3 + 4j)) == '5.0'
assert repr(abs(complex("nan"))) == 'nan'
assert repr(abs(complex("inf-nanj"))) == 'inf'
assert error(lambda: (1 + 2j) // 1) == "TypeError: unsupported operand type(s) for //: 'complex' and 'int'"
assert error(lambda: (1 + 2j) % 1) == "TypeError: unsupported operand type(s) for %: 'complex' and 'int'"
assert error(lambda: divmod(1j, 1)) == "TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'"
assert error(lambda: 1j < 2) == "TypeError: '<' not supported between instances of 'complex' and 'int'"
assert error(lambda: 1j & 1) == "TypeError: unsupported operand type(s) for &: 'complex' and 'int'"
assert not (1j == 1)
assert 1 + 0j == 1
assert error(lambda: 2**1024 % 1j) == "TypeError: unsupported operand type(s) for %: 'int' and 'complex'"
assert error(lambda: 1j + 2**1024) == 'OverflowError: int too large to convert to float'
assert repr(-(1 + 0j)) == '(-1-0j)'
assert repr((1 - 2j).conjugate()) == '(1+2j)'
assert error(lambda: int(1j)) == "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'"
assert error(lambda: float(1j)) == "TypeError: float() argument must be a string or a real number, not 'complex'"
assert error(lambda: round(1j)) == "TypeError: type complex doesn't define __round__ method"
assert error(lambda: 1j + "a") == "TypeError: unsupported operand type(s) for +: 'complex' and 'str'"
assert hash(1j) == hash(1j)
assert error(lambda: pow(1j, 2, 3)) == 'ValueError: complex modulo'
assert not (bool(0j))
assert bool(1e-320j)
