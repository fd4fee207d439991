# Stresses: sort of numbers, strings, with a key, of runs; a hand-written quicksort.
def random_numbers(n):
    out = []
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(x)
    return out


def quicksort(a, low, high):
    while low < high:
        p = a[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while a[i] < p:
                i += 1
            while a[j] > p:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        quicksort(a, low, j)
        low = i


numbers = random_numbers(60000)
a = sorted(numbers)
b = sorted(numbers, key=lambda x: x % 1000)
c = sorted([str(x) for x in numbers[:30000]])
d = sorted(a + b, reverse=True)
e = numbers[:20000]
quicksort(e, 0, len(e) - 1)
print(a[0], b[0], c[0], d[0], e[0], e == sorted(numbers[:20000]))
