# needs: large_functions
# Functions that need the long forms of what the compiler makes.

# far jumps: bodies of more than 32 KiB
def far(n):
    body = "".join(f"        x = x + {i} if x else {i}\n" for i in range(3000))
    source = f"def f(n):\n    x = 0\n    while n > 0:\n        n -= 1\n        if n == 1: continue\n        if n == 5: break\n{body}"
    source += "        try:\n            x.y\n        except AttributeError as e:\n            x += 1\n    else:\n        return x\n    return -x\n"
    space = {}
    exec(source, space)
    return space["f"](n)


step = sum(range(3000))
assert far(1) == step + 1 and far(3) == 2 * step + 2 and far(6) == 0


# more locals than there are registers, some of them in cells, one unbound
def wide(n):
    lines = [f"    v{i} = {i}" for i in range(n)]
    lines += ["    del v7", "    def g(): return v3 + v299", "    try: v7", "    except UnboundLocalError as e: v5 = str(e)"]
    lines += [f"    return v0 + v{n - 1} + g(), v5"]
    space = {}
    exec("def f():\n" + "\n".join(lines), space)
    return space["f"]()


total, text = wide(300)
assert total == 299 + 302 and "v7" in text

space = {}
source = "def many():\n" + "".join(f"    v{i} = {i}\n" for i in range(400))
source += "    def inner(): return v3 + v390\n    v390 += 1\n    t = " + " + ".join(f"v{i}" for i in range(400)) + "\n"
source += "    v399 += v1\n    del v398\n    try:\n        v398\n    except NameError as e:\n        n = str(e)\n    return t, inner(), v399, n\n"
exec(source, space)
t, inner, v399, n = space["many"]()
assert t == sum(range(400)) + 1 and inner == 394 and v399 == 400 and "v398" in n

# more targets than there are registers
for n in 50, 51, 100, 101, 255, 256, 300, 1001:
    targets = ",".join(f"v{i}" for i in range(n))
    space = {"n": n, "range": range}
    exec(f"{targets} = range(n)", space)
    assert [space[f"v{i}"] for i in range(n)] == list(range(n))
    exec(f"def f(o):\n {targets}, = o\n return v0, v{n // 2}, v{n - 1}", space)
    assert space["f"](range(n)) == (0, n // 2, n - 1)
    for wrong in n - 1, n + 1:
        try:
            space["f"](range(wrong))
            assert False
        except ValueError as e:
            assert "values to unpack (expected" in str(e)
