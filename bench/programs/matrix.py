# Stresses: lists of lists: matrix product and Gaussian elimination.
def product(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = []
    for i in range(n):
        row = a[i]
        line = []
        for j in range(p):
            total = 0
            for k in range(m):
                total += row[k] * b[k][j]
            line.append(total)
        out.append(line)
    return out


def solve(m):
    n = len(m)
    for i in range(n):
        pivot = m[i]
        for j in range(i + 1, n):
            row = m[j]
            f = row[i] / pivot[i]
            for k in range(i, n):
                row[k] -= f * pivot[k]
    d = 1.0
    for i in range(n):
        d *= m[i][i]
    return d


n = 90
x = [[(i * j) % 7 + 1 for j in range(n)] for i in range(n)]
y = product(x, x)
z = solve([[1.0 / (i + j + 1) + (2.0 if i == j else 0.0) for j in range(n)] for i in range(n)])
print(y[3][5], "%.6e" % z)
