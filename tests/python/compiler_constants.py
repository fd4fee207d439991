# Sources with more constants and names than operands can number.
# modes: normal code
# needs: large_functions
def run(source):
    names = {"zero": 0}
    exec(source, names)
    return names


N = 70_000

# values in a display, in statements of a function, in calls
d = run("d = {" + ",".join(f"'k{i}': {i}.25 + zero" for i in range(N)) + "}")["d"]
assert len(d) == N and all(d[f"k{i}"] == i + 0.25 for i in range(N))

f = run("def f(x):\n" + "".join(f" x += {i}.5\n if x == {2 * i}.5: x = -{i}.5\n" for i in range(N // 2)) + " return x\n")["f"]
x = 0
for i in range(N // 2):
    x += i + 0.5
    if x == 2 * i + 0.5:
        x = -(i + 0.5)
assert f(0) == x

# all kinds of operations whose operand may be a constant, behind the others
lines = ["def f(n):", " got = []"] + [f" got.append('v{i}')" for i in range(25_000)]
lines += [" got.append((n + 1000001, 1000002 - n, n * 1.125, 3.75 / n, n % 1000003, n ** 2.5, 1000004 // n, n - 1, n + 2))",
          " got.append((n < 1000005, n == 1000006, n != 4.125, 1000007 >= n, n == 'late', n in (1000008, 5), n is None))",
          " if n > 1000009: got.append('more')", " if n == 1000010: got.append('same')", " while n < 1.5: n += 1000011",
          " got.append(f'{n} late text')", " got.append({'key late': 'value late', b'late': 1j})", " return got"]
f = run("\n".join(lines))["f"]
n = 5
got = f(n)
assert got[:25_000] == [f"v{i}" for i in range(25_000)]
assert got[25_000] == (n + 1000001, 1000002 - n, n * 1.125, 3.75 / n, n % 1000003, n ** 2.5, 1000004 // n, n - 1, n + 2)
assert got[25_001] == (True, False, True, True, False, True, False)
assert got[25_002:] == ["5 late text", {"key late": "value late", b"late": 1j}]
assert f(1000010)[25_002:] == ["more", "same", "1000010 late text", {"key late": "value late", b"late": 1j}]

# names: 30,000 of a class, and of the module
C = run("class C:\n" + "".join(f" a{i} = {i}.75\n" for i in range(30_000)))["C"]
assert C.a0 == 0.75 and C.a29999 == 29999.75
names = run("".join(f"name{i} = {i}.125\n" for i in range(40_000)))
assert all(names[f"name{i}"] == i + 0.125 for i in range(40_000))

# beyond that there is a clear error
try:
    run("def f():\n" + "".join(f" name{i} = 1\n" for i in range(70_000)))
except SyntaxError as e:
    assert "too many" in str(e)
print("ok")
