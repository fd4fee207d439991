# needs: messages methods records
# The limit of digits of ints from and to decimal text.
import sys

def error(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


assert error(lambda: str(10**4300)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: int("1" * 4301)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit'
assert len(str(10**4299)) == 4300
assert len(hex(10**5000)) == 4155
assert int("1" * 5000, 16) > 0
assert error(lambda: f"{10**5000}") == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: format(10**5000, ",")) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: int("1" * 5000, 3)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: int("1" * 5000, 32) > 1) is True
assert error(lambda: repr(-10**4300)) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert len(repr(-10**4299)) == 4301
assert error(lambda: int("_".join("1" * 4301))) == 'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit'
assert error(lambda: eval("1" * 4301)) == 'SyntaxError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits. (<string>, line 1)'
assert len(hex(eval("0x" + "1" * 4301))) == 4303
assert error(lambda: sys.set_int_max_str_digits(100)) == 'ValueError: maxdigits must be 0 or larger than 640'
assert error(lambda: sys.set_int_max_str_digits(-1)) == 'ValueError: maxdigits must be 0 or larger than 640'
assert sys.set_int_max_str_digits(0) is None
assert len(str(10**5000)) == 5001
assert int("1" * 4400) % 7 == 4
assert sys.set_int_max_str_digits(640) is None
assert error(lambda: str(10**640)) == 'ValueError: Exceeds the limit (640 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit'
assert len(str(10**639)) == 640
assert sys.get_int_max_str_digits() == 640
assert sys.set_int_max_str_digits(4300) is None
