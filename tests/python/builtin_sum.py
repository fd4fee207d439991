# sum() of floats makes up for what rounding loses.
# needs: exact_sum
assert sum([0.1] * 10) == 1.0 and sum([0.1] * 10, 1) == 2.0
