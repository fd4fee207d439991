# What a collection costs: by shape of what lives, and with a large, nearly empty heap. Run by `make bench`.
import gc
import time


def pause(runs=5):
    best = None
    for _ in range(runs):
        start = time.ticks_us()
        gc.collect()
        t = time.ticks_diff(time.ticks_us(), start)
        best = t if best is None or t < best else best
    return best


def linked(n):
    node = None
    for i in range(n):
        node = (node, i)
    return node


def flat(n):
    # As many tuples of the same size, side by side in one list.
    return [(None, i) for i in range(n)]


N = 1000000
gc.collect()
print("empty heap               %8d us" % pause())
keep = linked(N)
a = pause()
print("linked list of 1,000,000 %8d us" % a)
keep = None
keep = flat(N)
b = pause()
print("flat list of 1,000,000   %8d us   linked / flat = %.2f" % (b, a / b))
keep = None
gc.collect()
# 256 MiB in use, then four fifths of it dropped.
blocks = [bytearray(1000) for _ in range(250000)]
c = pause()
for i in range(len(blocks)):
    if i % 5:
        blocks[i] = None
d = pause()
print("256 MiB in 1 KB buffers  %8d us, 80 %% dropped %8d us" % (c, d))
