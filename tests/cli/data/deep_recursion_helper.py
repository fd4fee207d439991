def recurse(n):
    return recurse(n + 1) if n < 20 else 1 / 0


recurse(0)
