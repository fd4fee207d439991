# Stresses: integers of arbitrary precision: factorials, Fibonacci numbers, powers, digits of pi.
def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def pi_digits(n):
    out = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join([str(d) for d in out])


f = factorial(1200)
g = fibonacci(12000)
h = pow(3, 4000)
p = pow(1234567, 987654321, (1 << 521) - 1)
print(f % 1000003, g % 1000003, h % 1000003, p % 1000003, pi_digits(500)[-10:], len(str(f)) + len(str(g)))
