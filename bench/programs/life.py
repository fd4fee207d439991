# Stresses: sets of tuples and dict counting: Conway's game of life.
def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    near[key] = near.get(key, 0) + 1
    return {k for k, n in near.items() if n == 3 or (n == 2 and k in cells)}


cells = {(0, 1), (1, 3), (2, 0), (2, 1), (2, 4), (2, 5), (2, 6)}
for _ in range(130):
    cells = step(cells)
print(len(cells))
