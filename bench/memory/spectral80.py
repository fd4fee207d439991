def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, out, transposed):
    n = len(v)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += (a(j, i) if transposed else a(i, j)) * v[j]
        out[i] = total


n = 80
u = [1.0] * n
v = [0.0] * n
t = [0.0] * n
for _ in range(3):
    times(u, t, False)
    times(t, v, True)
    times(v, t, False)
    times(t, u, True)
vbv = vv = 0.0
for i in range(n):
    vbv += u[i] * v[i]
    vv += v[i] * v[i]
print("%.9f" % (vbv / vv) ** 0.5)
