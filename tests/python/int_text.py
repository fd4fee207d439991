# needs: percent messages
# int() from text, str() and the other bases.
import sys

if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)

for n in (0, 1, -1, 9, 10, 99, 100, 12345678901234567890, 10 ** 19, 10 ** 19 - 1, -10 ** 38, (1 << 64), (1 << 63) - 1):
    assert int(str(n)) == n and int(hex(n), 16) == n and int(oct(n), 0) == n and int(bin(n), 2) == n
assert str(10 ** 100) == '1' + '0' * 100
assert str(-10 ** 100 + 1) == '-' + '9' * 100
assert str(2 ** 200) == '1606938044258990275541962092341162602522202993782792835301376'
assert hex(-2 ** 70) == '-0x400000000000000000' and oct(8 ** 30) == '0o1' + '0' * 30 and bin(5) == '0b101'

# long ones, both ways, at lengths around where the algorithms change
for digits in (17, 18, 19, 20, 37, 38, 39, 400, 459, 460, 930, 2000, 4000):
    for n in (10 ** digits, 10 ** digits - 1, 10 ** digits // 7, 10 ** digits // 3 * 10 ** (digits // 2)):
        text = str(n)
        assert int(text) == n
        assert len(text) == len('%d' % n)
        check = 0
        for c in text:
            check = (check * 10 + ord(c) - 48) % 1000000007
        assert check == n % 1000000007
        assert int(hex(n), 0) == n and int(oct(n), 8) == n and int(bin(n), 0) == n

for base in range(2, 37):
    n = 3 ** 150
    text, rest = '', n
    while rest:
        text = '0123456789abcdefghijklmnopqrstuvwxyz'[rest % base] + text
        rest //= base
    assert int(text, base) == n and int('-' + text.upper(), base) == -n
    assert int(text * 9, base) == sum(n * base ** (len(text) * i) for i in range(9))

assert int('  12  ') == 12 and int('+5') == 5 and int('-0') == 0 and int('\t-7\n') == -7 and int('007') == 7
assert int('1_000_000') == 1000000 and int('0x_ff', 0) == 255 and int('0b_1', 0) == 1 and int('1_0' * 30) == int('10' * 30)
assert int('0x1F', 16) == 31 and int('0O17', 8) == 15 and int('0b11', 2) == 3 and int('1f', 16) == 31
assert int('0', 0) == 0 and int('000', 0) == 0 and int('0_0', 0) == 0 and int('0b1', 16) == 0xb1
assert int(b'12') == 12 and int(bytearray(b'-3')) == -3 and int('ff', base=16) == 255
assert int() == 0 and int(3.99) == 3 and int(-3.99) == -3 and int(2.0 ** 100) == 2 ** 100

class WithInt:
    def __int__(self):
        return 42
class WithIndex:
    def __index__(self):
        return 43
class Sub(int):
    pass
assert int(WithInt()) == 42 and int(WithIndex()) == 43 and int('z', WithIndex() - 7 if False else 36) == 35
assert Sub('12') == 12 and Sub(7) + 1 == 8 and int(Sub(9)) == 9 and type(Sub(1) + 1) is int and isinstance(Sub(1), Sub)
assert Sub(10 ** 30) == 10 ** 30 and Sub('ff', 16) == 255 and str(Sub(5)) == '5' and {5: 1}[Sub(5)] == 1

def raises(exception, text, f, *args):
    try:
        f(*args)
    except exception as e:
        assert str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

for bad in ('', ' ', '-', '+', '--1', '1_', '_1', '1__0', '1 2', '0x', '1.5', 'a', '1\0', '\u0663x'):
    raises(ValueError, 'invalid literal for int() with base 10: %r' % bad, int, bad)
for bad in ('0x', '01', '0_1', '0x_', '0b2', '0o8', '00x1'):
    raises(ValueError, 'invalid literal for int() with base 0: %r' % bad, int, bad, 0)
raises(ValueError, "invalid literal for int() with base 10: b'zz'", int, b'zz')
raises(ValueError, 'int() base must be >= 2 and <= 36, or 0', int, '1', 37)
raises(ValueError, 'int() base must be >= 2 and <= 36, or 0', int, '1', 1)
raises(TypeError, "int() can't convert non-string with explicit base", int, 1.5, 10)
raises(TypeError, "int() argument must be a string, a bytes-like object or a real number, not 'list'", int, [])
raises(ValueError, 'cannot convert float NaN to integer', int, float('nan'))
raises(OverflowError, 'cannot convert float infinity to integer', int, float('inf'))
