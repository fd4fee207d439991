"""Decimal numbers as texts: read, written and formatted. A number is (sign, n, exp) as in Decimal."""

from .fixed_point import digits_of, drop

_literal = None


def parse(text):
    """(sign, digits, exponent), or None."""
    global _literal
    if _literal is None:
        import re
        _literal = re.compile(r"([-+])?(?:(\d+)(?:\.(\d*))?(?:e([-+]?\d+))?|\.(\d+)(?:e([-+]?\d+))?|(inf)(?:inity)?|"
                              r"(s?nan)(\d*))")
    m = _literal.fullmatch(text.strip().replace("_", "").lower())
    if m is None:
        return None
    sign, whole, part, exp, only_part, only_exp, infinite, nan, payload = m.groups()
    sign = 1 if sign == "-" else 0
    if infinite:
        return sign, 0, "F"
    if nan:
        return sign, int(payload or "0"), "N" if nan == "snan" else "n"
    part = (part or "") if whole is not None else only_part
    return sign, int((whole or "") + part), int(exp or only_exp or "0") - len(part)


def plain(sign, n, exp, eng, capitals):
    """As str() has it; eng: with an exponent that is a multiple of three."""
    sign = "-" if sign else ""
    if exp == "F":
        return sign + "Infinity"
    if isinstance(exp, str):
        return sign + ("sNaN" if exp == "N" else "NaN") + (str(n) if n else "")
    digits = str(n)
    left = exp + len(digits) # of the point
    if exp <= 0 and left > -6:
        point = left
    elif not eng:
        point = 1
    elif digits == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        whole, part = "0", "." + "0" * -point + digits
    elif point >= len(digits):
        whole, part = digits + "0" * (point - len(digits)), ""
    else:
        whole, part = digits[:point], "." + digits[point:]
    power = "" if left == point else "%s%+d" % ("E" if capitals else "e", left - point)
    return sign + whole + part + power


def formatted(sign, n, exp, specifier, c):
    """As format() has it, in a context."""
    from fractions import _Spec
    text = specifier[:-1] + "g" if specifier[-1:] == "n" else specifier
    spec = _Spec(text)
    kind = spec.type or ("g" if specifier[-1:] == "n" else "")
    if not kind:
        spec.type = "g" # so that 0 and z are good
        spec.good = not spec.zeros or not spec.align
        spec.good = spec.good and _Spec(text + "g").good
    if not spec.good:
        raise ValueError("invalid format string")
    minus = "-" if sign else spec.sign.replace("-", "")
    if isinstance(exp, str):
        body = plain(0, n, exp, False, 1) + ("%" if kind == "%" else "")
        if spec.zeros:
            spec.zeros, spec.align = "", ">"
        return spec.pad(minus, body)
    capitals = kind in ("E", "G") or not kind and bool(c.capitals)
    whole, tail, zero = _format_digits(sign, n, exp, spec, kind.lower(), capitals, c.rounding)
    if zero and spec.positive_zero and sign:
        minus = spec.sign.replace("-", "")
    return spec.pad(minus, spec.group(minus, whole, tail))


def _format_digits(sign, n, exp, spec, kind, capitals, rounding):
    """(the digits before the point, what follows them, whether all are 0)"""
    precision = None if spec.precision is None else int(spec.precision)
    if kind == "%":
        exp += 2
    if precision is not None:
        digits = digits_of(n) if n else 1
        if kind == "e":
            places = digits - precision - 1
        elif kind in ("f", "%"):
            places = -precision - exp
        else:
            places = digits - max(precision, 1)
            if places < 0:
                places = 0
        if kind in ("f", "%") or kind == "e" and n or places > 0:
            if places > 0:
                n = drop(sign, n, places, rounding)[0]
                if kind not in ("f", "%") and n == 10 ** (digits - places) and digits > places:
                    n //= 10
                    places += 1
            elif places < 0:
                n *= 10 ** -places
            exp += places
    digits = str(n)
    left = exp + len(digits)
    if kind == "e":
        point = 1 if n or precision is None else 1 - precision
    elif kind in ("f", "%"):
        point = left if n or exp <= 0 else 1
    else:
        point = left if exp <= 0 and left > -6 else 1
    if kind in ("f", "%") and exp > 0:
        digits += "0" * exp if n else ""
        left = left if n else 1
    if kind == "e" and not n and precision is not None:
        whole, part = "0", "0" * precision
        power = exp + precision
    else:
        power = left - point
        if point <= 0:
            whole, part = "0", "0" * -point + digits
        elif point > len(digits):
            whole, part = digits + "0" * (point - len(digits)), ""
        else:
            whole, part = digits[:point], digits[point:]
    tail = ("." if part or spec.alternate else "") + part
    if power or kind == "e":
        tail += "%s%+d" % ("E" if capitals else "e", power)
    return whole, tail + ("%" if kind == "%" else ""), n == 0
