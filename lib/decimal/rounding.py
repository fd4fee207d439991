"""The ways to round, and what is left when digits are rounded away."""

from .fixed_point import digits_of

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN"
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP"
ROUND_HALF_DOWN, ROUND_05UP = "ROUND_HALF_DOWN", "ROUND_05UP"
__all__ = ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP,
                       ROUND_HALF_DOWN, ROUND_05UP) # (each is its own name)


def drop(sign, n, places, rounding):
    """(n / 10 ** places as an int, whether that is not exact)"""
    if n and places > digits_of(n):
        q, half = 0, -1
    else:
        unit = 10 ** places if n else 1
        q, r = divmod(n, unit)
        if not r:
            return q, False
        half = 2 * r - unit
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or not half and q & 1
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = q % 5 == 0
    return q + (1 if up else 0), True
