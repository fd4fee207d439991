"""decimal: conversions, arithmetic, contexts, signals, formats."""
# needs: decimal double
from decimal import *
import decimal, math, copy
from fractions import Fraction


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


wanted_37 = iter([('1234.5678', '-0.00012345', '1E+10'), ('1234.57', '-0.00', '10000000000.00'), ('  1234.568', '    -0.000', '10000000000.000'), ('1.235e+3', '-1.234e-4', '1.000e+10'), ('1234.5678', '-0.00012345', '1e+10'), ('123456.78%', '-0.012345%', '1000000000000%'), ('1,234.57', '-0.00', '10,000,000,000.00'), ('1234.5678 ', '-0.00012345', '1E+10     '), ('   1234.6   ', '    -0.0    ', '10000000000.0'), ('+1234.6', '-0.0', '+10000000000.0'), ('0001234.57', '-000000.00', '10000000000.00'), ('1235', '-0', '10000000000'), ('1235', '-0.0001234', '1e+10'), ('1.2345678E+3', '-1.2345E-4', '1E+10')])
D = Decimal
assert str(D('1.10')) == '1.10'
assert str(repr(D('1.10'))) == "Decimal('1.10')"
assert str(D(3)) == '3'
assert str(D(0.1)) == '0.1000000000000000055511151231257827021181583404541015625'
assert str(D((1, (1, 2, 3), -2))) == '-1.23'
assert str(D()) == '0'
assert str(D('  1_000.5 ')) == '1000.5'
assert str(D('1e5')) == '1E+5'
assert str(D('inf')) == 'Infinity'
assert str(D('-Infinity')) == '-Infinity'
assert str(D('nan123')) == 'NaN123'
assert str(D('sNaN')) == 'sNaN'
assert str(D(True)) == '1'
assert str(D('1.1') + D('2.2')) == '3.3'
assert str(D(1) / D(3)) == '0.3333333333333333333333333333'
assert str(D(2) ** D('0.5')) == '1.414213562373095048801688724'
assert str(D(7) // D(2)) == '3'
assert str(D(-7) // 2) == '-3'
assert str(D(-7) % 3) == '-1'
assert str(divmod(D(7), D('2.5'))) == "(Decimal('2'), Decimal('2.0'))"
assert str(5 - D('1.5')) == '3.5'
assert str(2 * D('1.5')) == '3.0'
assert str(1 / D(8)) == '0.125'
assert str(-D('-0')) == '0'
assert str(abs(D('-3.5'))) == '3.5'
assert str(+D('1.23456789012345678901234567890')) == '1.234567890123456789012345679'
assert D('1.0') == D('1.00')
assert D('0.5') == 0.5
assert D(1) < 2
assert D('1.5') > 1.25
assert D(3) == 3
assert D(1) == Fraction(1)
assert D('0.5') <= Fraction(1, 2)
assert not D('nan') == D('nan')
assert D(1) != '1'
assert D('inf') > 10 ** 100
assert hash(D(5)) == hash(5)
assert hash(D('0.5')) == hash(0.5)
assert hash(D('1.10')) == hash(D('1.1'))
assert hash(D('inf')) == hash(float('inf'))
assert str({D('1.0'): 1}[1]) == '1'
assert str(D('123.456').quantize(D('0.01'))) == '123.46'
assert str(D('2.675').quantize(D('0.01'), rounding=ROUND_HALF_UP)) == '2.68'
assert str(D('1E+3').quantize(D(1))) == '1000'
assert str(D('1.5').to_integral_value()) == '2'
assert str(D('2.5').to_integral_value()) == '2'
assert str(round(D('2.675'), 2)) == '2.68'
assert str(round(D('2.5'))) == '2'
assert str(math.floor(D('-2.5'))) == '-3'
assert str(math.ceil(D('2.1'))) == '3'
assert str(int(D('-2.9'))) == '-2'
assert str(math.trunc(D('2.9'))) == '2'
assert str(float(D('0.1'))) == '0.1'
assert str(complex(D(2))) == '(2+0j)'
assert str(D(2).sqrt()) == '1.414213562373095048801688724'
assert str(D(100).sqrt()) == '10'
assert str(D('0.25').sqrt()) == '0.5'
assert str(D(1).exp()) == '2.718281828459045235360287471'
assert str(D(10).ln()) == '2.302585092994045684017991455'
assert str(D(1000).log10()) == '3'
assert str(D('1.1').ln()) == '0.09531017980432486004395212328'
assert str(D('1E-20').exp()) == '1.000000000000000000010000000'
assert str(D(2).ln()) == '0.6931471805599453094172321215'
assert str(D('0.99999').ln()) == '-0.00001000005000033333583335333350'
assert str(D(50).exp()) == '5184705528587072464087.453323'
assert str(D('1.200').normalize()) == '1.2'
assert str(D('1200').normalize()) == '1.2E+3'
assert str(D('123E+3').to_eng_string()) == '123E+3'
assert str(D('1E-7')) == '1E-7'
assert str(D('0.000001')) == '0.000001'
assert str(D('0.0000001')) == '1E-7'
assert str(D('123').adjusted()) == '2'
assert str(D('1.5').as_tuple()) == 'DecimalTuple(sign=0, digits=(1, 5), exponent=-1)'
assert str(D('-0.75').as_integer_ratio()) == '(-3, 4)'
assert str(D('1E+2').as_integer_ratio()) == '(100, 1)'
assert str(D('3').compare(D('5'))) == '-1'
assert str(D('1.0').compare_total(D('1.00'))) == '1'
assert str(D('1').max(D('2'))) == '2'
assert str(D('nan').max(D(2))) == '2'
assert str(D('-3').max_mag(D(2))) == '-3'
assert str(D('1').next_plus()) == '1.000000000000000000000000001'
assert str(D('1').next_minus()) == '0.9999999999999999999999999999'
assert str(D('1').next_toward(D(2))) == '1.000000000000000000000000001'
assert str(D('5').remainder_near(D(3))) == '-1'
assert str(D(2).fma(D(3), D(4))) == '10'
assert str(D(5).logb()) == '0'
assert str(D('7').scaleb(2)) == '7E+2'
assert str(D(34).shift(3)) == '34000'
assert str(D(12345).rotate(2)) == '1234500'
assert str(D(1011).logical_and(D(1101))) == '1001'
assert str(D(1011).logical_xor(1101)) == '110'
assert D('1.5').same_quantum(D('2.3'))
assert D('NaN').is_nan()
assert D('sNaN').is_snan()
assert D('inf').is_infinite()
assert D(0).is_zero()
assert D('-1').is_signed()
assert D(1).is_finite()
assert D('1E-1000000').is_subnormal()
assert D(1).is_normal()
assert str(D('-0').number_class()) == '-Zero'
assert str(D('inf').number_class()) == '+Infinity'
assert str(D(5).radix()) == '10'
assert str(D(5).conjugate()) == '5'
assert str(D(5).real) == '5'
assert str(D(5).imag) == '0'
assert not bool(D(0))
assert str(D('-1').copy_abs()) == '1'
assert str(D(1).copy_negate()) == '-1'
assert str(D(1).copy_sign(D(-2))) == '-1'
assert attempt(lambda: D('abc')) == "InvalidOperation [<class 'decimal.ConversionSyntax'>]"
assert attempt(lambda: D(1) / 0) == "DivisionByZero [<class 'decimal.DivisionByZero'>]"
assert attempt(lambda: D(0) / 0) == "InvalidOperation [<class 'decimal.DivisionUndefined'>]"
assert attempt(lambda: D('inf') - D('inf')) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
assert attempt(lambda: D(-1).sqrt()) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
assert attempt(lambda: D(-1).ln()) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
assert attempt(lambda: D('sNaN') + 1) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
assert attempt(lambda: D([1])) == 'ValueError argument must be a sequence of length 3'
assert attempt(lambda: D({})) == 'TypeError conversion from dict to Decimal is not supported'
assert attempt(lambda: D('nan') < 1) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
assert attempt(lambda: D(10) ** 1000000) == "Overflow [<class 'decimal.Overflow'>]"
assert attempt(lambda: int(D('nan'))) == 'ValueError cannot convert NaN to integer'
assert attempt(lambda: int(D('inf'))) == 'OverflowError cannot convert Infinity to integer'
assert attempt(lambda: D('1') // 0) == "DivisionByZero [<class 'decimal.DivisionByZero'>]"
assert attempt(lambda: D(10 ** 30) // 1) == "InvalidOperation [<class 'decimal.DivisionImpossible'>]"
assert attempt(lambda: hash(D('snan'))) == 'TypeError Cannot hash a signaling NaN value'
assert attempt(lambda: D('1e99').quantize(D(1))) == "InvalidOperation [<class 'decimal.InvalidOperation'>]"
c = getcontext()
assert str(c.prec) == '28'
assert str(c.rounding) == 'ROUND_HALF_EVEN'
assert str(c.Emin) == '-999999'
assert str(c.Emax) == '999999'
assert str(c) == 'Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])'
c.clear_flags()

with localcontext() as ctx:
    ctx.prec = 5
    assert str(D(1) / 3) == '0.33333'
    assert ctx.flags[Inexact]
    assert ctx.flags[Rounded]

with localcontext(prec=3, rounding=ROUND_UP) as ctx:
    assert str(D(1) / 3) == '0.334'
    assert str(getcontext().prec) == '3'
    assert ctx is getcontext()
assert str(getcontext().prec) == '28'
assert str(D(1) / 3) == '0.3333333333333333333333333333'
ctx = Context(prec=4, traps=[])
assert str(ctx.divide(D(1), D(0))) == 'Infinity'
assert ctx.flags[DivisionByZero]
assert str(ctx.create_decimal('3.14159')) == '3.142'
assert str(ctx.sqrt(2)) == '1.414'
assert str(ctx.add(1, D('0.00001'))) == '1.000'
assert str(ctx.power(2, 10)) == '1024'
assert str(ctx.power(3, 5, 7)) == '5'
assert str(ctx.to_sci_string(D('1E+9'))) == '1E+9'
assert str(ctx.quantize(D('1.2345'), D('0.01'))) == '1.23'
assert str(ctx.create_decimal_from_float(0.1)) == '0.1000'
assert str(ctx.Etiny()) == '-1000002'
assert str(ctx.Etop()) == '999996'
assert str(ctx.copy().prec) == '4'
assert attempt(lambda: Context(prec=0)) == 'ValueError valid range for prec is [1, MAX_PREC]'
assert attempt(lambda: Context(rounding='x')) == 'TypeError valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'
assert attempt(lambda: setattr(ctx, 'foo', 1)) == "AttributeError 'decimal.Context' object has no attribute 'foo'"
assert attempt(lambda: setattr(ctx, 'prec', 'x')) == 'TypeError an integer is required'
assert attempt(lambda: Context(traps=[FloatOperation]).create_decimal(1.5)) == "FloatOperation [<class 'decimal.FloatOperation'>]"
assert str(ExtendedContext.prec) == '9'
assert str(BasicContext.rounding) == 'ROUND_HALF_UP'
assert str(DefaultContext.prec) == '28'
assert issubclass(DivisionByZero, ZeroDivisionError)
assert issubclass(InvalidOperation, ArithmeticError)
assert str(DecimalException.__mro__[1].__name__) == 'ArithmeticError'
assert MAX_PREC > 10 ** 8
for f in ['', '.2f', '10.3f', '.3e', 'g', '%', ',.2f', '<10', '^12.1f', '+.1f', '010.2f', '.0f', '.4g', 'E']:
    assert (str(format(D('1234.5678'), f)), str(format(D('-0.00012345'), f)), str(format(D('1E+10'), f))) == next(wanted_37)
assert attempt(lambda: format(D(1), 'd')) == 'ValueError invalid format string'
assert attempt(lambda: format(D(1), 'x')) == 'ValueError invalid format string'
assert str(D.from_float(0.25)) == '0.25'
assert str(D.from_float(3)) == '3'
assert str(D('3.7') if 0 else 1) == '1'
assert str(copy.copy(D(3))) == '3'
assert str(copy.deepcopy([D(3)])) == "[Decimal('3')]"
assert str(sum([D('0.1')] * 10)) == '1.0'
assert sum([D('0.1')] * 10) == 1
assert str(max(D(1), D(3))) == '3'
assert str(sorted([D(3), 1, D('2.5')])) == "[1, Decimal('2.5'), Decimal('3')]"
assert str(str(D('1E+3') * 1)) == '1E+3'
assert D('1.5') in [1.5]
assert D('7') % 2 == 1

class MyD(Decimal):
    pass

assert str(MyD('1.5')) == '1.5'
assert str(type(MyD('1.5')).__name__) == 'MyD'
assert str(type(MyD('1.5') + 1).__name__) == 'Decimal'
assert str(f'{D('3.14159'):.2f}') == '3.14'
assert str('%.2f' % D('2.5')) == '2.50'
assert str('%s' % D('2.50')) == '2.50'
assert str(f'{D('1E-10')}') == '1E-10'
assert str(D('9.99').__round__(1)) == '10.0'
assert str(D(2) ** 10) == '1024'
assert str(D('1.5') ** 2) == '2.25'
assert str(D(2) ** (-2)) == '0.25'
assert str(D(4) ** D('0.5')) == '2.000000000000000000000000000'
assert str(D('0.1') ** 3) == '0.001'
assert str(2 ** D(3)) == '8'
assert str(pow(D(3), 4, 5)) == '1'
assert str(D(10) ** (-3)) == '0.001'
assert str(D('1.0001') ** 1000) == '1.105165392603232697240184240'
assert str(D(0) ** 5) == '0'
assert str(D('-2') ** 3) == '-8'
assert str(D(9) ** D('1.5')) == '27.00000000000000000000000000'

# exponents beyond all computing: nothing is made of as many digits
big, tiny = Decimal("1e999999999"), Decimal("1e-999999999")
assert tiny < Fraction(1, 10 ** 40) < big and big > Fraction(7, 3) and not tiny == Fraction(0) and Decimal("0.1") == Fraction(1, 10)
assert Fraction(1, 3) != Decimal(1) / 3 and Decimal("0.25") <= Fraction(1, 4)
assert int(tiny) == 0 and math.floor(tiny.copy_negate()) == -1 and math.ceil(tiny) == 1 and round(tiny) == 0
assert hash(big) == hash(Decimal("10e999999998")) and hash(Decimal("1e20")) == hash(10 ** 20)
assert big.compare_total(Decimal("10e999999998")) == 1 and Decimal("-NaN45").compare_total(Decimal("-NaN123")) == 1
assert str(ExtendedContext.create_decimal("1e-9999999999")) == "0E-1000007"
wide = Context(prec=16, traps=[], Emax=999999999, Emin=-999999999)
assert str(wide.power(10, tiny)) == "1.000000000000000" and str(wide.power(4, Decimal("-1.2e-999999999"))) == "1.000000000000000"
assert wide.flags[Inexact] and wide.flags[Rounded]
assert pow(Decimal("1.23E+123456791"), 10123898, 17291065) == 5674045
ten = Context(prec=9, traps=[], Emax=999999, Emin=-999999)
assert str(ten.power(10, 999997)) == "1.00000000E+999997" and ten.flags[Rounded] and not ten.flags[Inexact]
assert str(ten.power(1, Decimal("1.1E+999999"))) == "1"
for a, b in ("-Inf", "Inf"), ("-Inf", "-Inf"), ("-1000", "Inf"):
    assert ten.power(Decimal(a), Decimal(b)).is_nan()
assert str(ten.power(Decimal("-0"), Decimal("Inf"))) == "0" and str(ten.power(Decimal("-Inf"), 3)) == "-Infinity"
assert str(ten.fma(0, Decimal("Inf"), Decimal("sNaN123"))) == "NaN"
assert str(Context(prec=99999999, traps=[], Emax=999999999, Emin=-999999999).multiply(tiny, tiny)) == "0E-1099999997"

# contexts take what is right alone
assert [str(ExtendedContext.create_decimal(t)) for t in (" 1", "1\n", "1_0", "10")] == ["NaN", "NaN", "NaN", "10"]
assert str(Decimal(" 1_0\n")) == "10" and format(Decimal("3.14159"), ".0n") == "3"
context = Context()
for name, v, kind in (("rounding", 9, TypeError), ("rounding", "xyz", TypeError), ("flags", [], TypeError), ("flags", {}, KeyError),
                      ("traps", {"InvalidOperation": 0}, KeyError), ("clamp", 2, ValueError), ("emax", 1, AttributeError)):
    try:
        setattr(context, name, v)
        raise AssertionError(name)
    except kind:
        pass
for arguments, kind in (({"flags": ["P"]}, KeyError), ({"traps": (0, 1)}, TypeError)):
    try:
        Context(**arguments)
        raise AssertionError(arguments)
    except kind:
        pass
try:
    del context.prec
    raise AssertionError
except AttributeError:
    pass
