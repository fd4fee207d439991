"""fractions, numbers, statistics."""
# needs: fractions double
from fractions import Fraction as F
import math, numbers
import statistics as st


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)


wanted_1 = iter([("ValueError Invalid literal for Fraction: ''",), ('ZeroDivisionError Fraction(1, 0)',), ("ValueError Invalid literal for Fraction: 'a'",), ("ValueError Invalid literal for Fraction: '1/'",), ("ValueError Invalid literal for Fraction: '1.2/3'",), ("ValueError Invalid literal for Fraction: '1__0'",), ("ValueError Invalid literal for Fraction: '3 4'",), ("ValueError Invalid literal for Fraction: '1e'",), ("ValueError Invalid literal for Fraction: '.'",), ("ValueError Invalid literal for Fraction: '_1'",), ("ValueError Invalid literal for Fraction: '1_'",)])
wanted_5 = iter([("''", "['1/3', '-22/7', '123456789/4', '-1/100000']"), ("'.2f'", "['0.33', '-3.14', '30864197.25', '-0.00']"), ("'10.3f'", "['     0.333', '    -3.143', '30864197.250', '    -0.000']"), ("'+.1e'", "['+3.3e-01', '-3.1e+00', '+3.1e+07', '-1.0e-05']"), ("'.3g'", "['0.333', '-3.14', '3.09e+07', '-1e-05']"), ("'g'", "['0.333333', '-3.14286', '3.08642e+07', '-1e-05']"), ("'e'", "['3.333333e-01', '-3.142857e+00', '3.086420e+07', '-1.000000e-05']"), ("'%'", "['33.333333%', '-314.285714%', '3086419725.000000%', '-0.001000%']"), ("'.1%'", "['33.3%', '-314.3%', '3086419725.0%', '-0.0%']"), ("'010.2f'", "['0000000.33', '-000003.14', '30864197.25', '-000000.00']"), ("'<8.1f'", "['0.3     ', '-3.1    ', '30864197.2', '-0.0    ']"), ("'^9.1f'", "['   0.3   ', '  -3.1   ', '30864197.2', '  -0.0   ']"), ("',.2f'", "['0.33', '-3.14', '30,864,197.25', '-0.00']"), ("'_'", "['1/3', '-22/7', '123_456_789/4', '-1/100_000']"), ("'>10'", "['       1/3', '     -22/7', '123456789/4', ' -1/100000']"), ("'#g'", "['0.333333', '-3.14286', '3.08642e+07', '-1.00000e-05']"), ("'z.0f'", "['0', '-3', '30864197', '0']"), ("'09,.1f'", "['000,000.3', '-00,003.1', '30,864,197.2', '-00,000.0']"), ("'=+12.3e'", "['+  3.333e-01', '-  3.143e+00', '+  3.086e+07', '-  1.000e-05']")])
wanted_20 = iter([('StatisticsError mean requires at least one data point',), ('StatisticsError no median for empty data',), ('StatisticsError no mode for empty data',), ('StatisticsError variance requires at least two data points',), ('StatisticsError harmonic mean does not support negative values',), ('StatisticsError must have at least one data point',), ('StatisticsError at least one of the inputs is constant',), ('StatisticsError sigma must be non-negative',), ('StatisticsError p must be in the range 0.0 < p < 1.0',), ('StatisticsError fmean requires at least one data point',), ("StatisticsError ('No negative inputs allowed', -1)",)])
assert str(F(3, 6)) == '1/2'
assert str(F('3/4')) == '3/4'
assert str(F('-1.25e2')) == '-125'
assert str(F(0.75)) == '3/4'
assert str(F(' 7 ')) == '7'
assert str(F('.5')) == '1/2'
assert str(F('1_000/3')) == '1000/3'
assert str(F(-4, -6)) == '2/3'
assert str(repr(F(1, 2))) == 'Fraction(1, 2)'
assert str(F(F(1, 2), F(3, 4))) == '2/3'
assert str(F('1e-3')) == '1/1000'
for s in ['', '1/0', 'a', '1/', '1.2/3', '1__0', '3 4', '1e', '.', '_1', '1_']:
    assert (attempt(lambda: F(s)),) == next(wanted_1)
a, b = (F(1, 3), F(2, 5))
assert str(a + b) == '11/15'
assert str(a - b) == '-1/15'
assert str(a * b) == '2/15'
assert str(a / b) == '5/6'
assert str(a // b) == '0'
assert str(b % a) == '1/15'
assert str(divmod(b, a)) == '(1, Fraction(1, 15))'
assert str(a ** 2) == '1/9'
assert str(a ** (-2)) == '9'
assert str(-a) == '-1/3'
assert str(abs(-a)) == '1/3'
assert str(a + 1) == '4/3'
assert str(1 - a) == '2/3'
assert str(2 * a) == '2/3'
assert str(1 / a) == '3'
assert str(2 ** F(3)) == '8'
assert str(a + 0.5) == '0.8333333333333333'
assert str(F(4) ** F(1, 2)) == '2.0'
assert not a == 1 / 3
assert F(1, 2) == 0.5
assert a < b
assert a <= 0.4
assert not a > 1
assert hash(F(1, 2)) == hash(0.5)
assert hash(F(7)) == hash(7)
assert str({F(1, 2): 1}[0.5]) == '1'
assert not bool(F(0))
assert str(int(F(-7, 2))) == '-3'
assert str(math.floor(F(-7, 2))) == '-4'
assert str(math.ceil(F(-7, 2))) == '-3'
assert str(round(F(7, 2))) == '4'
assert str(round(F(5, 2))) == '2'
assert str(round(F(1234, 1000), 2)) == '123/100'
assert str(float(F(1, 3))) == '0.3333333333333333'
assert str(math.trunc(F(7, 2))) == '3'
assert str(F(math.pi).limit_denominator(1000)) == '355/113'
assert str(F('3.1415926535897932').limit_denominator(100)) == '311/99'
assert str(F.from_float(0.3)) == '5404319552844595/18014398509481984'
assert str(F(1, 3).limit_denominator(2)) == '1/2'
assert str(F(5, 2).as_integer_ratio()) == '(5, 2)'
assert F(4, 2).is_integer()
assert str(F(1, 2).numerator) == '1'
for spec in ['', '.2f', '10.3f', '+.1e', '.3g', 'g', 'e', '%', '.1%', '010.2f', '<8.1f|'[:-1], '^9.1f', ',.2f', '_', '>10', '#g', 'z.0f', '09,.1f', '=+12.3e']:
    assert (str(repr(spec)), str([format(x, spec) for x in (F(1, 3), F(-22, 7), F(123456789, 4), F(-1, 100000))])) == next(wanted_5)
assert attempt(lambda: format(F(1, 2), 'd')) == "ValueError Invalid format specifier 'd' for object of type 'Fraction'"
assert attempt(lambda: F(1, 0)) == 'ZeroDivisionError Fraction(1, 0)'
assert attempt(lambda: F(1.5, 2)) == 'TypeError both arguments should be Rational instances'
assert attempt(lambda: F(float('nan'))) == 'ValueError cannot convert NaN to integer ratio'
assert attempt(lambda: F(1, 2) < 'x') == "TypeError '<' not supported between instances of 'Fraction' and 'str'"
assert attempt(lambda: F(0) ** (-1)) == 'ZeroDivisionError Fraction(1, 0)'
assert attempt(lambda: F(1) / 0) == 'ZeroDivisionError Fraction(1, 0)'
assert isinstance(F(1), numbers.Rational)
assert isinstance(3, numbers.Integral)
assert isinstance(2.5, numbers.Real)
assert isinstance(1j, numbers.Complex)
assert not isinstance(2.5, numbers.Rational)
assert isinstance(True, numbers.Number)
assert str(sum([F(1, 10)] * 10)) == '1'
assert str(F(1, 2) + 1j) == '(0.5+1j)'
assert str(complex(F(1, 2))) == '(0.5+0j)'
assert str(F(1, 2).real) == '1/2'
assert str(F(1, 2).conjugate()) == '1/2'
assert str(sorted([F(1, 2), 0.3, 1])) == '[0.3, Fraction(1, 2), 1]'
assert str(st.mean([1, 2, 3, 4])) == '2.5'
assert str(st.mean([F(1, 2), F(1, 3)])) == '5/12'
assert str(st.mean([1.5, 2])) == '1.75'
assert str(st.fmean([1, 2, 4])) == '2.3333333333333335'
assert str(st.fmean([1, 2], [3, 1])) == '1.25'
assert str(st.geometric_mean([54, 24, 36])) == '36.000000000000014'
assert str(st.harmonic_mean([40, 60])) == '48.0'
assert str(st.harmonic_mean([40, 60], [1, 3])) == '53.33333333333333'
assert str(st.median([1, 3, 5])) == '3'
assert str(st.median([1, 3, 5, 7])) == '4.0'
assert str(st.median_low([1, 3, 5, 7])) == '3'
assert str(st.median_high([1, 3, 5, 7])) == '5'
assert str(st.median_grouped([52, 52, 53, 54])) == '52.5'
assert str(st.mode('aabbb')) == 'b'
assert str(st.multimode('aabbcc')) == "['a', 'b', 'c']"
assert str(st.mode([1, 1, 2, 2])) == '1'
d = [1.5, 2.5, 2.5, 2.75, 3.25, 4.75]
assert str(st.variance(d)) == '1.16875'
assert str(st.pvariance(d)) == '0.9739583333333334'
assert str(st.stdev(d)) == '1.0810874155219827'
assert str(st.pstdev(d)) == '0.986893273527251'
assert str(st.variance([1, 2, 3, 4])) == '1.6666666666666667'
assert str(st.pvariance([1, 2, 3, 4])) == '1.25'
assert str(st.stdev([1, 2, 3, 4])) == '1.2909944487358056'
assert str(st.variance([F(1, 6), F(1, 2), F(5, 3)])) == '67/108'
assert str(st.variance(d, 2.0)) == '2.0875'
assert str(st.pstdev([1, 1])) == '0.0'
assert str(st.quantiles([1, 2, 3, 4, 5])) == '[1.5, 3.0, 4.5]'
assert str(st.quantiles(range(10), n=3, method='inclusive')) == '[3.0, 6.0]'
assert str(st.quantiles([5], n=4)) == '[5, 5, 5]'
x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
assert str(st.covariance(x, y)) == '0.75'
assert str(st.correlation(x, x)) == '1.0'
assert str(st.correlation(x, y, method='ranked')) == '0.31622776601683794'
assert str(st.linear_regression([1, 2, 3], [2, 4, 7])) == 'LinearRegression(slope=2.5, intercept=-0.666666666666667)'
assert str(st.linear_regression([1, 2, 3], [2, 4, 7], proportional=True)) == 'LinearRegression(slope=2.2142857142857144, intercept=0.0)'
n = st.NormalDist(100, 15)
assert str(n) == 'NormalDist(mu=100.0, sigma=15.0)'
assert str(n.mean) == '100.0'
assert str(n.stdev) == '15.0'
assert str(n.variance) == '225.0'
assert str(round(n.cdf(115), 12)) == '0.841344746069'
assert str(round(n.pdf(100), 12)) == '0.026596152027'
assert str(round(n.inv_cdf(0.975), 9)) == '129.399459768'
assert [st.NormalDist().inv_cdf(p) for p in (0.1, 1 / 3, 0.4, 0.99, 1e-10, 1e-300)] == [
    -1.2815515655446008, -0.43072729929545744, -0.2533471031357998, 2.3263478740408408, -6.361340902404056, -37.0470962993612]
assert st.NormalDist(1, 2).quantiles(4) == [-0.3489795003921634, 1.0, 2.348979500392163]
assert str([round(q, 9) for q in n.quantiles(4)]) == '[89.882653747, 100.0, 110.117346253]'
assert str(n + 5) == 'NormalDist(mu=105.0, sigma=15.0)'
assert str(n * 2) == 'NormalDist(mu=200.0, sigma=30.0)'
assert str(n + st.NormalDist(1, 2)) == 'NormalDist(mu=101.0, sigma=15.132745950421556)'
assert str(round(n.zscore(130), 6)) == '2.0'
assert str(round(n.overlap(st.NormalDist(110, 20)), 9)) == '0.748961644'
assert n == st.NormalDist(100, 15)
assert str(-n) == 'NormalDist(mu=-100.0, sigma=15.0)'
assert str(st.NormalDist.from_samples([1, 2, 3])) == 'NormalDist(mu=2.0, sigma=1.0)'
for f in [lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.variance([1]), lambda: st.harmonic_mean([-1, 2]), lambda: st.quantiles([]), lambda: st.correlation([1, 1], [1, 2]), lambda: st.NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: st.fmean([]), lambda: st.geometric_mean([-1])]:
    assert (attempt(f),) == next(wanted_20)
assert str(st.mean([10 ** 20, 1, -10 ** 20])) == '0.3333333333333333'
assert str(st.mean([1e+16, 1, -1e+16])) == '0.3333333333333333'
assert str(st.mean([float('inf'), 1])) == 'inf'
assert str(st.stdev([10 ** 10, 10 ** 10 + 1, 10 ** 10 + 2])) == '1.0'
k = st.kde([-2.1, -1.3, -0.4, 1.9, 5.1, 6.2], h=1.5)
assert str(round(k(1.0), 12)) == '0.085786708128'
k = st.kde([1, 2], 1, 'triangular', cumulative=True)
assert str(k(1.5)) == '0.5'
assert str(k(9)) == '1.0'

# other kinds of numbers
from fractions import Fraction
import numbers


class Root(numbers.Real.__mro__[-1]):
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return self.v ** 0.5

    def __mul__(self, other):
        return NotImplemented

    __truediv__ = __mod__ = __mul__


numbers.Real.register(Root)
assert Root(4) * Fraction(3, 2) == 3.0 and Root(4) / Fraction(2, 3) == 3.0 and Root(4) % Fraction(3, 2) == 0.5
for op in (lambda: Fraction(1, 2) % 1j, lambda: Fraction(1, 2) // 1j):
    try:
        op()
        raise AssertionError
    except TypeError as e:
        assert "'Fraction' and 'complex'" in str(e)
try:
    Fraction.from_decimal(1j)
    raise AssertionError
except TypeError as e:
    assert str(e) == "Fraction.from_decimal() only takes Decimals, not 1j (complex)"

import statistics
class Part(Fraction):
    pass
assert type(statistics.mean([Part(1, 2), Part(3, 2)])) is Part
assert str(statistics.geometric_mean([0, float("nan")])) == "nan" and statistics.geometric_mean([3, -0.0]) == 0.0
assert [type(x) for x in statistics.linear_regression([Fraction(2, 3), 1], [Fraction(4, 5), 1], proportional=True)] == [float, float]
