# Run with a heap of 1 MiB: fills it with bytearrays of one size, drops 7 of 8, and asks for the largest
# single bytearray that can be had, as a share of the free memory.
import gc


def largest(low, high):
    while high - low > 256:
        middle = (low + high) // 2
        try:
            bytearray(middle)
            low = middle
        except MemoryError:
            high = middle
    return low


def share(size):
    table = [None] * 40000
    n = 0
    try:
        while n < len(table):
            table[n] = bytearray(size)
            n += 1
    except MemoryError:
        table[1] = table[2] = None  # room for the range
    for i in range(n):
        if i % 8:
            table[i] = None
    gc.collect()
    free = gc.mem_free()
    return n, 100 * largest(0, free) // free


for size in (40, 200):
    print(size, *share(size))
    gc.collect()
