# Iterators of iterators, deeper than the C stack: RecursionError.
# modes: normal sanitize
def deep(wrap):
    x = (1, 2)
    while True:
        for _ in range(20000):
            x = wrap(x)
        try:
            next(iter(x))
        except RecursionError:
            return
        except (TypeError, StopIteration):
            pass


for wrap in (enumerate, lambda x: filter(None, x), lambda x: map(max, x, ()), zip,
             lambda x: iter(iter(x).__next__, 0)):
    deep(wrap)

# zip and map go on asking after one of their iterables has ended
a, b = iter([1, 2, 3, 4]), iter([1])
z = zip(a, b)
assert next(z) == (1, 1) and list(z) == [] and list(z) == [] and next(a) == 4
