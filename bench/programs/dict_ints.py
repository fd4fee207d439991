# Stresses: dicts and sets with integer and tuple keys.
def run(n):
    d = {}
    for i in range(n):
        d[i * 7 % 10007] = i
    total = 0
    for i in range(n):
        total += d.get(i, 1)
    grid = {}
    for x in range(120):
        for y in range(120):
            grid[(x, y)] = x ^ y
    for x in range(1, 119):
        for y in range(1, 119):
            total += grid[x - 1, y] + grid[x, y + 1]
    seen = set()
    x = 1
    while x not in seen:
        seen.add(x)
        x = x * 5 % 65537
    return total, len(seen), len(seen & set(range(1000)))


print(run(200000))
