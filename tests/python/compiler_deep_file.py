# needs: large_functions async match more_syntax
# Large expressions, patterns and closures that stand in a file, so that a code file of them is verified.
def f(*args):
    return sum(args) % 9973


def chain(n, x):
    for i in range(n):
        x = (1 + x + 2) % 9973
    return x


def calls(a):
    return f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, a, 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2),
    2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2),
    2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2),
    2), 2), 2), 2), 2), 2), 2), 2)


assert calls(7) == chain(80, 7)


def states(a):
    return [
        f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x,
        f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x,
        f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x, f(x,
        f(x, f(x, f(x, f(x, a, f(*[y for y in
        a2(x)])))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
        for x in range(3)
    ]


a2 = range
assert states(1) == [70 * x + 1 + sum(range(x)) for x in range(3)]


def clauses(y):
    return [
        x0 + x44
        for x0 in y for x1 in y for x2 in y for x3 in y for x4 in y for x5 in y for x6 in y for x7 in y for x8 in y
        for x9 in y for x10 in y for x11 in y for x12 in y for x13 in y for x14 in y for x15 in y for x16 in y
        for x17 in y for x18 in y for x19 in y for x20 in y for x21 in y for x22 in y for x23 in y for x24 in y
        for x25 in y for x26 in y for x27 in y for x28 in y for x29 in y for x30 in y for x31 in y for x32 in y
        for x33 in y for x34 in y for x35 in y for x36 in y for x37 in y for x38 in y for x39 in y for x40 in y
        for x41 in y for x42 in y for x43 in y for x44 in y
    ]


assert clauses([2]) == [4]


async def delegates(a):
    for z in [1, 2]:
        try:
            b = f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
            f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
            f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
            f(z, f(z, f(z, await wait(a), sum([x + await wait(z) async for x in
            steps(z)])))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
        finally:
            a += 1
    return a, b


class wait:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        return (yield self.v)


async def steps(n):
    for i in range(n):
        yield await wait(i)


c, v, n = delegates(1), None, 0
try:
    while True:
        v = c.send(v)
        n += 1
except StopIteration as e:
    assert e.value == (3, 66 * 2 + 2 + 0 + 1 + 2 * 2) and n == 2 + 2 * 1 + 2 * 2, (e.value, n)


def generates():
    for z in 1, 2:
        yield f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
        f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
        f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z, f(z,
        f(z, f(z, f(z, f(z, (yield z), (yield 3)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))


g = generates()
assert [next(g)] + [g.send(i) for i in (5, 6, 7, 5, 6)] == [1, 3, 81, 2, 3, 151]


def closure():
    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, \
    v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, \
    v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59 = range(60)

    def inner():
        return (
            v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19
            + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37
            + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55
            + v56 + v57 + v58 + v59
        )

    v7 += 1
    return inner


assert closure()() == 1771 and len(closure().__closure__) == 60


def deep_closure():
    v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, \
    v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43, v44, v45, v46, v47, \
    v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59 = range(60)
    return f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1, f(1,
    f(1, f(1, f(1, f(1, f(1, f(1, (lambda: (v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10 + v11 + v12 + v13 +
    v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 + v27 + v28 + v29 + v30 + v31 + v32 +
    v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 + v44 + v45 + v46 + v47 + v48 + v49 + v50 + v51 +
    v52 + v53 + v54 + v55 + v56 + v57 + v58 +
    v59))())))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))


assert deep_closure() == 1770 + 75


def matches(x):
    match x:
        case [0, [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22,
            v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43,
            v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59], *rest]:
            return v0, v59, rest
        case {0: v0, 1: v1, 2: v2, 3: v3, 4: v4, 5: v5, 6: v6, 7: v7, 8: v8, 9: v9, 10: v10, 11: v11, 12: v12, 13: v13,
            14: v14, 15: v15, 16: v16, 17: v17, 18: v18, 19: v19, 20: v20, 21: v21, 22: v22, 23: v23, 24: v24, 25: v25,
            26: v26, 27: v27, 28: v28, 29: v29, 30: v30, 31: v31, 32: v32, 33: v33, 34: v34, 35: v35, 36: v36, 37: v37,
            38: v38, 39: v39, 40: v40, 41: v41, 42: v42, 43: v43, 44: v44, 45: v45, 46: v46, 47: v47, 48: v48, 49: v49,
            50: v50, 51: v51, 52: v52, 53: v53, 54: v54, 55: v55, 56: v56, 57: v57, 58: v58, 59: v59, **rest}:
            return v0, v59, rest
        case [[v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22,
            v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41, v42, v43,
            v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, *rest]]:
            return v0, v59, rest


assert matches([0, range(60), 5]) == (0, 59, [5]) and matches([range(63)]) == (0, 59, [60, 61, 62])
assert matches({i: i for i in range(61)}) == (0, 59, {60: 60}) and matches([1]) is None


def unpacks(x):
    *rest, y[0], y[1], y[2], y[3], y[4], y[5], y[6], y[7], y[8], y[9], y[10], y[11], y[12], y[13], y[14], y[15], y[16], y[17], \
    y[18], y[19], y[20], y[21], y[22], y[23], y[24], y[25], y[26], y[27], y[28], y[29], y[30], y[31], y[32], y[33], \
    y[34], y[35], y[36], y[37], y[38], y[39], y[40], y[41], y[42], y[43], y[44], y[45], y[46], y[47], y[48], y[49], \
    y[50], y[51], y[52], y[53], y[54], y[55], y[56], y[57], y[58], y[59] = x
    return rest


y = {}
assert unpacks(range(62)) == [0, 1] and y[0] == 2 and y[59] == 61
