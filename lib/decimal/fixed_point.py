"""Rounding, and logarithms and exponentials in fixed point: a number x is the int x * 10 ** p."""


def digits_of(n):
    """How many decimal digits a positive int has."""
    if n < 10 ** 15:
        return len(str(n))
    guess = n.bit_length() * 1233 >> 12 if n.bit_length() < 4000 else int(n.bit_length() * 0.30102999566398114)
    while 10 ** guess <= n:
        guess += 1
    while 10 ** (guess - 1) > n:
        guess -= 1
    return guess


def drop(sign, n, places, rounding):
    """(n / 10 ** places as an int, whether that is not exact); rounding: one of the names in context.py"""
    if n and places > digits_of(n):
        q, half = 0, -1
    else:
        unit = 10 ** places if n else 1
        q, r = divmod(n, unit)
        if not r:
            return q, False
        half = 2 * r - unit
    if rounding == "ROUND_HALF_EVEN":
        up = half > 0 or not half and q & 1
    elif rounding == "ROUND_HALF_UP":
        up = half >= 0
    elif rounding == "ROUND_HALF_DOWN":
        up = half > 0
    elif rounding == "ROUND_DOWN":
        up = False
    elif rounding == "ROUND_UP":
        up = True
    elif rounding == "ROUND_CEILING":
        up = not sign
    elif rounding == "ROUND_FLOOR":
        up = sign
    else:
        up = q % 5 == 0
    return q + (1 if up else 0), True


def _inverse_tangents(p):
    """atanh(1 / 31), atanh(1 / 49), atanh(1 / 161)"""
    found = []
    for k in (31, 49, 161):
        term = 10 ** p // k
        total, i, square = term, 3, k * k
        while term:
            term //= square
            total += term // i
            i += 2
        found.append(total)
    return found


_logs = {} # p -> (ln 2, ln 10)


def ln_constants(p):
    """(ln 2, ln 10)"""
    for known, pair in list(_logs.items()): # (other threads may change it)
        if p <= known <= p + 40:
            unit = 10 ** (known - p)
            return pair[0] // unit, pair[1] // unit
    a, b, c = _inverse_tangents(p + 25)
    unit = 10 ** 5
    _logs.clear()
    _logs[p + 20] = (14 * a + 10 * b + 6 * c) // unit, (46 * a + 34 * b + 20 * c) // unit
    return ln_constants(p)


def ln_fixed(n, exp, p):
    """ln(n * 10 ** exp), right but for the last digit."""
    w = p + 10
    one = 10 ** w
    size = digits_of(n) - 1
    m = n * 10 ** (w - size) if size <= w else n // 10 ** (size - w)
    twos = 0
    while m > 3 * one // 2:
        m >>= 1
        twos += 1
    ln2, ln10 = ln_constants(w)
    z = (m - one) * one // (m + one)
    square = z * z // one
    total, term, i = z, z, 3
    while term and term != -1:
        term = term * square // one
        total += term // i
        i += 2
    return (2 * total + twos * ln2 + (exp + size) * ln10) // 10 ** 10


def ln_size(n, exp):
    """About the exponent of the first digit of ln(n * 10 ** exp)."""
    size = digits_of(n) + exp - 1
    if size not in (0, -1):
        return len(str(abs(size)))
    return min(digits_of(abs(n - 10 ** -exp)) - 1 + exp, 0) + (1 if size else 0)


def log_parts(n, exp, digits, ten):
    """(sign, digits, exponent) of ln(n * 10 ** exp), or of the logarithm to base 10"""
    p = digits + 3 - min(ln_size(n, exp), 0)
    n = ln_fixed(n, exp, p)
    if ten:
        n = n * 10 ** (p + 5) // ln_constants(p + 5)[1]
    return 1 if n < 0 else 0, abs(n), -p


def exp_of(n, exp, digits):
    """(digits, exponent) of e ** (n * 10 ** exp)"""
    size = max(len(str(abs(n))) + exp, 0)
    p = digits + size + 12
    x = n * 10 ** (exp + p) if exp + p >= 0 else n // 10 ** -(exp + p)
    ln10 = ln_constants(p)[1]
    q, r = divmod(x, ln10)
    one = 10 ** p
    r >>= 10
    total = term = one
    i = 1
    while term:
        term = term * r // one // i
        total += term
        i += 1
    for _ in range(10):
        total = total * total // one
    cut = digits_of(total) - digits - 2
    return (total // 10 ** cut, q - p + cut) if cut > 0 else (total, q - p)
