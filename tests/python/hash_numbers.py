# needs: set_order double fractions decimal
# Equal numbers of all types have the same hash: all that is expected here came out of CPython.
from decimal import Decimal
from fractions import Fraction
for v, h in [
    (0.1, 230584300921369408),
    (1e300, 1224995262755759164),
    (-1e300, -1224995262755759164),
    (5e-324, 16777216),
    (3.141592653589793, 326490430436040707),
    (1e19, 776627963145224196),
    (Fraction(1, 3), 1537228672809129301),
    (Fraction(-7, 2), -1152921504606846979),
    (Fraction(1, 2 ** 61 - 1), 314159),
    (Fraction(10 ** 30, 7), 395871670681776951),
    (Decimal('0.5'), 1152921504606846976),
    (Decimal('1.1'), 2075258708292324557),
    (Decimal('1e20'), 848750603811160107),
    (Decimal('-3'), -3),
    (Decimal('-inf'), -314159),
    (Decimal('1e-10'), 1396929604723005925),
    (Decimal('1e99999'), 52829109501418813),
]:
    assert hash(v) == h, (v, hash(v))
assert Fraction(1, 2) in {0.5, 1} and Decimal('0.25') in {Fraction(1, 4)} and {Decimal(7): 1}[7.0]
