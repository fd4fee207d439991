# Stresses: integer arithmetic and comparison in nested loops.
def collatz(limit):
    best = best_n = 0
    for n in range(1, limit):
        steps = 0
        m = n
        while m != 1:
            if m & 1:
                m = 3 * m + 1
            else:
                m >>= 1
            steps += 1
        if steps > best:
            best, best_n = steps, n
    return best, best_n


def gcd_sum(n):
    total = 0
    for a in range(1, n):
        for b in range(1, n):
            x, y = a, b
            while y:
                x, y = y, x % y
            total += x
    return total


print(collatz(30000), gcd_sum(300))
