"""Averages, spread, and how things go together. Sums are exact."""

import math
from bisect import bisect_left, bisect_right
from fractions import Fraction
from math import exp, fabs, fsum, hypot, log, sqrt, tau

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde",
           "kde_random", "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode",
           "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """There are not enough data, or not the right ones."""


# ---- exact sums ----

def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__) from None


def _is_finite(x):
    return not (x != x or x in (math.inf, -math.inf)) if isinstance(x, (int, float)) else (
        x.is_finite() if hasattr(x, "is_finite") else True)


def _common(a, b):
    """The type of a result from two types of data."""
    if a is b or b is int or issubclass(a, b):
        return a
    if a is int or a is bool or issubclass(b, a):
        return b
    if issubclass(b, int) and not issubclass(b, float):
        return a
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _sum(data):
    """(type, exact sum as a Fraction or what is not finite, how many)"""
    partials = {} # denominator -> sum of numerators
    kind, n, special = int, 0, None
    for x in data:
        n += 1
        if type(x) is not kind:
            kind = _common(kind, type(x))
        if _is_finite(x):
            a, b = _ratio(x)
            partials[b] = partials.get(b, 0) + a
        else:
            special = (special or 0) + x
    if special is not None:
        return kind, special, n
    return kind, sum([Fraction(a, b) for b, a in partials.items()], Fraction(0)), n


def _convert(value, kind):
    if type(value) is kind or not isinstance(value, Fraction):
        return value
    if issubclass(kind, int) and value._denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        return kind(value._numerator) / kind(value._denominator)


def _spread(data, center=None):
    """(type, sum of squared differences from the centre, the centre, how many)"""
    data = list(data)
    kind, total, n = _sum(data)
    if n == 0:
        return kind, Fraction(0), Fraction(0), 0
    if not isinstance(total, Fraction):
        return kind, total - total, total, n
    if center is None:
        center = total / n
    else:
        center = Fraction(*_ratio(center))
    # sum((x - c) ** 2), exact, with one division
    squares = {}
    for x in data:
        a, b = _ratio(x)
        d = a * center._denominator - center._numerator * b
        squares[b] = squares.get(b, 0) + d * d
    c2 = center._denominator ** 2
    return kind, sum([Fraction(a, b * b * c2) for b, a in squares.items()], Fraction(0)), center, n


def _sqrt(x, kind):
    """The root of an exact number, correctly rounded."""
    if not isinstance(x, Fraction):
        return x
    if hasattr(kind, "sqrt"):
        return (kind(x._numerator) / kind(x._denominator)).sqrt()
    n, d = x._numerator, x._denominator
    if n == 0:
        return 0.0
    shift = (n.bit_length() - d.bit_length() - 109) // 2 # a root of 54 bits and more, the last one says that there are others
    root = math.isqrt(n // (d << 2 * shift) if shift >= 0 else (n << -2 * shift) // d)
    exact = root * root * (d << 2 * shift) == n if shift >= 0 else root * root * d == n << -2 * shift
    root |= not exact
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


# ---- averages ----

def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, kind)


def fmean(data, weights=None):
    """The arithmetic mean, as a float."""
    if weights is None:
        data = data if hasattr(data, "__len__") else list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    data, weights = list(data), list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.sumprod(data, weights) / total if hasattr(math, "sumprod") else fsum(
        [x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    """The root of the product."""
    n, zero, logs = 0, False, []
    for x in data:
        n += 1
        if x > 0.0 or math.isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    if not n:
        raise StatisticsError("Must have a non-empty dataset")
    if zero:
        logs.append(-math.inf)
    total = sum(logs)
    return total if total != total else exp(fsum(logs) / n)


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None and n == 1:
        if not isinstance(data[0], (int, float, Fraction)) and not hasattr(data[0], "as_integer_ratio"):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    if weights is None:
        weights, total = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        total = _sum(_not_negative(weights))[1]
    if any([x < 0 for x in data]):
        raise StatisticsError("harmonic mean does not support negative values")
    if any([x == 0 for x in data]):
        return 0
    kind, inverse, _ = _sum([w / x for w, x in zip(weights, data) if w])
    if inverse <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(Fraction(total) / inverse if isinstance(inverse, Fraction) else total / inverse, kind)


def _not_negative(values):
    for x in values:
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        yield x


def median(data):
    """The one in the middle, or the mean of the two."""
    data = _sorted(data)
    n = len(data)
    i = n // 2
    return data[i] if n % 2 else (data[i - 1] + data[i]) / 2


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median_low(data):
    """The one in the middle, or the smaller of the two."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The one in the middle, or the larger of the two."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that stand for intervals around them."""
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    before = bisect_left(data, x)
    here = bisect_right(data, x, lo=before) - before
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - before) / here


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The most common one; of several, the first."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """The most common ones."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 points that divide the data in n parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    if method == "inclusive":
        m, low, offset = size - 1, 0, 0
    elif method == "exclusive":
        m, low, offset = size + 1, 1, -1
    else:
        raise ValueError("Unknown method: %r" % (method,))
    result = []
    for i in range(1, n):
        j = i * m // n
        if low:
            j = min(max(j, 1), size - 1)
        delta = i * m - j * n
        result.append((data[j + offset] * (n - delta) + data[j + 1 + offset] * delta) / n)
    return result


# ---- spread ----

def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(squares / (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of all there is."""
    kind, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(squares / n, kind)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, squares, _, n = _spread(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _sqrt(squares / (n - 1), kind)


def pstdev(data, mu=None):
    """The standard deviation of all there is."""
    kind, squares, _, n = _spread(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _sqrt(squares / n, kind)


# ---- two variables ----

def _deviations(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("%s requires that both inputs have same number of data points" % name)
    if n < 2:
        raise StatisticsError("%s requires at least two data points" % name)
    a, b = fsum(x) / n, fsum(y) / n
    return [v - a for v in x], [v - b for v in y], a, b


def _product(x, y):
    return math.sumprod(x, y) if hasattr(math, "sumprod") else fsum([a * b for a, b in zip(x, y)])


def covariance(x, y, /):
    """The covariance of two samples."""
    dx, dy, _, _ = _deviations(x, y, "covariance")
    return _product(dx, dy) / (len(x) - 1)


def _ranks(data, start):
    """The place of each value among all; equal ones share the mean."""
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0.0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and data[order[j]] == data[order[i]]:
            j += 1
        for k in order[i:j]:
            ranks[k] = start + (i + j - 1) / 2
        i = j
    return ranks


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient; of the ranks, Spearman's."""
    if len(y) != len(x):
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError("correlation requires at least two data points")
    if method not in ("linear", "ranked"):
        raise ValueError("Unknown method: %r" % (method,))
    if method == "ranked":
        start = (len(x) - 1) / -2
        x, y = _ranks(x, start), _ranks(y, start)
    else:
        x, y, _, _ = _deviations(x, y, "correlation")
    sxy, sxx, syy = _product(x, y), _product(x, x), _product(y, y)
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / sqrt(sxx * syy)


class LinearRegression(tuple):
    """slope and intercept of a line."""
    __slots__ = ()
    _fields = __match_args__ = "slope", "intercept"
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return "LinearRegression(slope=%r, intercept=%r)" % self[:]


def linear_regression(x, y, /, *, proportional=False):
    """The line through points by least squares."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    dx, dy, a, b = (x, y, 0.0, 0.0) if proportional else _deviations(x, y, "linear regression")
    sxx = _product(dx, dx)
    if not sxx:
        raise StatisticsError("x is constant")
    slope = (_product(dx, dy) + 0.0) / sxx
    return LinearRegression((slope, 0.0 if proportional else b - slope * a))


# ---- densities ----

def _kernels():
    pi, cos, sin, asin, atan, tan = math.pi, math.cos, math.sin, math.asin, math.atan, math.tan
    root = sqrt(tau)
    normal = NormalDist()

    def halved(cumulative):
        def invert(p):
            low, high = -1.0, 1.0
            for _ in range(60):
                mid = (low + high) / 2
                if cumulative(mid) < p:
                    low = mid
                else:
                    high = mid
            return (low + high) / 2
        return invert

    def parabola(t):
        return -1 / 4 * t ** 3 + 3 / 4 * t + 1 / 2

    def quartic(t):
        return sum([3 / 16 * t ** 5, -5 / 8 * t ** 3, 15 / 16 * t, 1 / 2])

    def tri(t):
        return sum([-5 / 32 * t ** 7, 21 / 32 * t ** 5, -35 / 32 * t ** 3, 35 / 32 * t, 1 / 2])
    found = {
        "normal": (lambda t: exp(-1 / 2 * t * t) / root, normal.cdf, normal.inv_cdf, None),
        "logistic": (lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0),
                     lambda p: log(p / (1.0 - p)), None),
        "sigmoid": (lambda t: 1 / pi / math.cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi / 2)), None),
        "rectangular": (lambda t: 0.5, lambda t: 0.5 * t + 0.5, lambda p: 2 * p - 1, 1),
        "triangular": (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5,
                       lambda p: sqrt(2 * p) - 1 if p < 0.5 else 1 - sqrt(2 - 2 * p), 1),
        "parabolic": (lambda t: 3 / 4 * (1.0 - t * t), parabola, lambda p: 2 * cos((math.acos(2 * p - 1) + pi) / 3), 1),
        "quartic": (lambda t: 15 / 16 * (1.0 - t * t) ** 2, quartic, halved(quartic), 1),
        "triweight": (lambda t: 35 / 32 * (1.0 - t * t) ** 3, tri, halved(tri), 1),
        "cosine": (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 0.5 * sin(pi / 2 * t) + 0.5,
                   lambda p: 2 * asin(2 * p - 1) / pi, 1),
    }
    for name, other in (("gauss", "normal"), ("uniform", "rectangular"), ("epanechnikov", "parabolic"),
                        ("biweight", "quartic")):
        found[name] = found[other]
    return found


def _kernel(data, h, kernel):
    if not data:
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError("Bandwidth h must be positive, not h=%r" % h)
    found = _kernels().get(kernel)
    if found is None:
        raise StatisticsError("Unknown kernel name: %r" % kernel)
    return found


def kde(data, h, kernel="normal", *, cumulative=False):
    """The density function that a sample suggests."""
    density, distribution, _, support = _kernel(data, h, kernel)
    f = distribution if cumulative else density

    def estimate(x):
        n = len(data)
        if support is None:
            total = sum([f((x - d) / h) for d in data])
        else:
            total = 0.0
            for d in data:
                t = (x - d) / h
                total += f(t) if abs(t) <= support else 1.0 if cumulative and t > 0 else 0.0
        return total / n if cumulative else total / (n * h)
    estimate.__name__ = "cdf" if cumulative else "pdf"
    estimate.__doc__ = "%s estimate with h=%r and kernel=%r" % (estimate.__name__.upper(), h, kernel)
    return estimate


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that makes random numbers of that density."""
    invert = _kernel(data, h, kernel)[2]
    import random
    source = random.Random(seed) if hasattr(random, "Random") else random

    def rand():
        return source.choice(data) + h * invert(source.random() or 0.5)
    return rand


class NormalDist:
    """A normal distribution."""
    __slots__ = "_mu", "_sigma"

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The one that a sample suggests."""
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        """Random numbers."""
        import random
        source = random if seed is None else random.Random(seed)
        return [self.inv_cdf(source.random() or 0.5) for _ in range(n)]

    def pdf(self, x):
        """The density."""
        v = self._sigma * self._sigma
        if not v:
            raise StatisticsError("pdf() not defined when sigma is zero")
        d = x - self._mu
        return exp(d * d / (-2.0 * v)) / sqrt(tau * v)

    def cdf(self, x):
        """The probability of no more than x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * sqrt(2.0)))

    def inv_cdf(self, p):
        """The x for a probability."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return self._mu + self._sigma * _probit(p)

    def quantiles(self, n=4):
        """The n - 1 points that divide it in n parts."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area under both densities."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = (self, other) if (self._sigma, self._mu) <= (other._sigma, other._mu) else (other, self)
        if not x.variance or not y.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y.variance - x.variance
        dm = fabs(y._mu - x._mu)
        if not dv:
            return math.erfc(dm / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(y.variance / x.variance))
        one, two = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(y.cdf(one) - x.cdf(one)) + fabs(y.cdf(two) - x.cdf(two)))

    def zscore(self, x):
        """How many standard deviations x is from the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)


# Wichura's rational approximations (Applied Statistics 37, AS 241): numerators and denominators, the highest power first
_MIDDLE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
     1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
     687.1870074920579083, 42.313330701600911252, 1.0))
_TAIL = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
     3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
     0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0))
_FAR_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
     0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
     0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0))


def _horner(coefficients, x):
    total = 0.0
    for c in coefficients:
        total = total * x + c
    return total


def _probit(p):
    """The inverse of the normal distribution."""
    q = p - 0.5
    if fabs(q) <= 0.425:
        over, under = _MIDDLE
        r = 0.180625 - q * q
        return _horner(over, r) * q / _horner(under, r)
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    over, under = _TAIL if r <= 5.0 else _FAR_TAIL
    r -= 1.6 if r <= 5.0 else 5.0
    x = _horner(over, r) / _horner(under, r)
    return -x if q < 0.0 else x
