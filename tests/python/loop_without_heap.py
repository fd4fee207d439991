# needs: messages
# Loops over built-in containers, and over range(), take no memory: they work while the heap is locked.
import array

try:
    from micropython import heap_lock, heap_unlock
except ImportError:

    def heap_lock():
        pass

    heap_unlock = heap_lock

total = 0


def run(f, known=False):
    global total
    if not known:
        f()  # a function of a code file is loaded when it is first called
    total = 0
    heap_lock()
    try:
        f()
    finally:
        heap_unlock()
    return total


def each(container):
    def loop():
        global total
        for x in container:
            total += x

    return loop


def numbers():
    yield 3
    yield 4


assert run(each([1, 2, 3])) == 6
assert run(each((1, 2, 3))) == 6
assert run(each(range(4))) == 6
assert run(each(b"abc")) == 294
assert run(each(bytearray(b"abc"))) == 294
assert run(each(array.array("H", [1, 2, 60000]))) == 60003
assert run(each({1: 2, 3: 4})) == 4
assert run(each({5, 7})) == 12
assert run(each(frozenset([5, 7]))) == 12
assert run(each(numbers()), True) == 7


def ranges():
    global total
    for i in range(3):
        for j in range(2, 5):
            for k in range(9, 0, -3):
                total += i * j * k


assert run(ranges) == 3 * 9 * 18

l, t, b, d = [3, 1, 2], (3, 1, 2), b"abc", {1: 2}


def built_in():
    global total
    total = sum(l) + min(t) + max(b) + all(l) + any(d) + (98 in b) + (7 in t)


assert run(built_in) == 6 + 1 + 99 + 1 + 1 + 1 + 0


def unpack():
    global total
    x, y, z = l
    p, q, r = t
    total = x * y * z + p + q + r


assert run(unpack) == 12


# what a range is depends on the name, and on its arguments
def mine():
    def range(n):
        return [n, n + 1]

    return [x for x in range(5)]


assert mine() == [5, 6]
assert [x for x in range(2**70, 2**70 + 2)] == [2**70, 2**70 + 1]
assert [x for x in range(False, True)] == [0]
assert [i * j for i in range(3) for j in range(i)] == [0, 0, 2]
assert [x for x in range(5, 2)] == [] and [x for x in range(2, 5, -1)] == []
big = 2**62
assert [x for x in range(big - 2, big)] == [big - 2, big - 1]
assert [x for x in range(-big, -big + 5, 4)] == [-big, -big + 4]
big = 2**30
assert [x for x in range(big - 2, big + 1)] == [big - 2, big - 1, big]
assert [x for x in range(-big - 1, -big + 1)] == [-big - 1, -big]
for bad in (lambda: [x for x in range(1, 2, 0)], lambda: [x for x in range("a")], lambda: [x for x in range(1.0)]):
    try:
        bad()
    except (TypeError, ValueError):
        pass
    else:
        assert False

# changes on the way
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError:
    pass
else:
    assert False
a = bytearray(b"ab")
seen = []
for x in a:
    seen.append(x)
    if len(a) < 5:
        a.append(99)
assert bytes(seen) == b"abccc"
it = iter(a)
assert list(it) == [97, 98, 99, 99, 99] and list(it) == []
