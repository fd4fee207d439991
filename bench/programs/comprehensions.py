# Stresses: list, dict and set comprehensions, map and filter, unpacking.
def run(n):
    total = 0
    for k in range(n):
        squares = [x * x for x in range(100)]
        odd = [x for x in squares if x & 1]
        pairs = [(x, y) for x in range(10) for y in range(10) if x != y]
        table = {x: y for x, y in pairs}
        digits = {x % 10 for x in squares}
        names = list(map(str, range(20)))
        big = list(filter(lambda x: x > 50, squares))
        first, *rest = odd
        total += len(odd) + len(pairs) + len(table) + len(digits) + len(names) + len(big) + first + len(rest)
    return total


print(run(2500))
