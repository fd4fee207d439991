# Stresses: module-level code: globals, built-in functions, a constant table.
LIMIT = 300000
TABLE = (3, 1, 4, 1, 5, 9, 2, 6)
total = 0
count = 0


def bump(n):
    global total, count
    total += abs(n - LIMIT // 2) + min(n, 77) + TABLE[n & 7]
    count += 1


for i in range(LIMIT):
    bump(i)
    if i % 3 == 0:
        total -= len(TABLE) * ord("a")
print(total, count)
