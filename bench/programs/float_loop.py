# Stresses: floating-point arithmetic: numerical integration, a logistic map, Newton's method.
def integrate(n):
    h = 1.0 / n
    total = 0.0
    for i in range(n):
        x = h * (i + 0.5)
        total += 4.0 / (1.0 + x * x)
    return total * h


def logistic(n):
    x = 0.3
    r = 3.7
    for _ in range(n):
        x = r * x * (1.0 - x)
    return x


def newton(n):
    total = 0.0
    for i in range(1, n):
        x = i * 0.5
        for _ in range(8):
            x = 0.5 * (x + i / x)
        total += x
    return total


print("%.9f %.9f %.6f" % (integrate(600000), logistic(600000), newton(60000)))
