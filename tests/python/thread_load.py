# needs: threading
# timeout: 120
# Eight threads change the same objects, which must stay whole, while memory is collected.
import gc
import sys
import threading
from collections import deque

THREADS = 8
ROUNDS = 60
sys.setswitchinterval(0.00001)


def in_threads(f, n=THREADS):
    failed = []

    def job(i):
        try:
            f(i)
        except BaseException as e:
            failed.append(e)

    threads = [threading.Thread(target=job, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if failed:
        raise failed[0]


# ---- list ----
shared = []


def append(i):
    for j in range(ROUNDS):
        shared.append((i, j))
        if j % 20 == 0:
            gc.collect()


in_threads(append)
assert sorted(shared) == [(i, j) for i in range(THREADS) for j in range(ROUNDS)]
for i in range(THREADS): # the order of each thread's is kept
    assert [j for k, j in shared if k == i] == list(range(ROUNDS))


def shuffle(i):
    for j in range(ROUNDS):
        shared.append(shared.pop(0))
        shared.insert(len(shared) // 2, shared.pop())
        shared[:] = shared
        shared.sort(key=lambda pair: (pair[1] * 7 + i) % 11)
        shared.reverse()


def tolerant(i):
    for j in range(ROUNDS):
        try:
            shuffle(i)
            return
        except (ValueError, IndexError): # list modified during sort; empty meanwhile
            pass


in_threads(tolerant, 4)
assert all(type(pair) is tuple and len(pair) == 2 for pair in shared)
walked = []


def walk(i):
    for j in range(10):
        walked.append(sum(1 for pair in shared if pair[0] >= 0))
        shared.extend([(0, 0)] * 5)
        del shared[-5:]


in_threads(walk)
assert len(walked) == 10 * THREADS

# ---- dict ----
table = {}


def fill(i):
    for j in range(ROUNDS):
        table[i, j] = [i] * j
        table["common"] = i
        if j % 3 == 0:
            del table[i, j]
        assert table.get((i, j), [i] * j) == [i] * j
        if j % 25 == 0:
            gc.collect()


in_threads(fill)
assert table.pop("common") in range(THREADS)
assert table == {(i, j): [i] * j for i in range(THREADS) for j in range(ROUNDS) if j % 3}


def iterate(i):
    for j in range(20):
        try:
            for key, value in table.items():
                assert len(value) >= 0
                table[i, -1 - j] = ()
        except RuntimeError: # changed size during iteration
            pass


in_threads(iterate)
assert len(table) == THREADS * (ROUNDS - (ROUNDS + 2) // 3 + 20)

# ---- set ----
numbers = set()


def gather(i):
    for j in range(ROUNDS):
        numbers.add(j)
        numbers.add((i, j))
        numbers.discard(j - 1)
        numbers.update([(i, j), str(j)])


in_threads(gather)
assert {n for n in numbers if type(n) is tuple} == {(i, j) for i in range(THREADS) for j in range(ROUNDS)}
assert {n for n in numbers if type(n) is str} == {str(j) for j in range(ROUNDS)}

# ---- bytearray ----
data = bytearray()


def extend(i):
    for j in range(ROUNDS):
        data.extend(bytes([i]) * 3)
        data.append(i)
        if j % 30 == 0:
            gc.collect()


in_threads(extend)
assert len(data) == THREADS * ROUNDS * 4
assert all(data.count(i) == ROUNDS * 4 for i in range(THREADS))


def count_up(i): # each has its own byte
    for j in range(200):
        data[i] = j


in_threads(count_up)
assert data[:THREADS] == bytes([199] * THREADS)

# ---- deque ----
line = deque(maxlen=100)


def rotate(i):
    for j in range(ROUNDS):
        line.append((i, j))
        line.rotate(1)
        line.appendleft((i, -j))
        if len(line) > 50:
            line.popleft()
            line.pop()


in_threads(rotate)
assert all(type(pair) is tuple for pair in line) and 50 <= len(line) <= 100

# ---- attributes, and classes ----


class Thing:
    shared_count = 0


thing = Thing()


def attributes(i):
    for j in range(ROUNDS):
        setattr(thing, "a%d_%d" % (i, j), j)
        Thing.shared_count = i
        setattr(Thing, "method%d" % i, lambda self, j=j: j)
        assert getattr(thing, "method%d" % i)() == j
        if j % 2:
            delattr(thing, "a%d_%d" % (i, j))
        own = Thing()
        own.x = i
        own.y = j
        assert (own.x, own.y) == (i, j)


in_threads(attributes)
assert vars(thing) == {"a%d_%d" % (i, j): j for i in range(THREADS) for j in range(0, ROUNDS, 2)}
assert [getattr(thing, "method%d" % i)() for i in range(THREADS)] == [ROUNDS - 1] * THREADS

# ---- globals, and code that is made at run time ----


def make(i):
    for j in range(12):
        names = {}
        exec("x%d = %d\ndef f(a):\n    return [a + x%d for _ in range(3)]" % (i, j, i), names)
        assert names["f"](i) == [i + j] * 3
        globals()["made_%d_%d" % (i, j)] = names["f"]
        assert eval("made_%d_%d(1)" % (i, j))[0] == 1 + j


in_threads(make)
assert sum(name.startswith("made_") for name in globals()) == 12 * THREADS

# ---- texts: many that are new, and become symbols ----
words = {}


def texts(i):
    for j in range(ROUNDS):
        word = "word_%d_%d" % (i, j)
        words[word] = word.upper().lower()
        assert "".join(list(word)) == word
        setattr(thing, "shared_name_%d" % (j % 10), word)


in_threads(texts)
assert all(k == v for k, v in words.items()) and len(words) == THREADS * ROUNDS

# ---- generators and exceptions: each thread's own ----


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


sums = []


def generate(i):
    for j in range(8):
        sums.append(sum(tree(5)))
        try:
            try:
                raise KeyError(i)
            finally:
                gc.collect()
        except KeyError as e:
            assert e.args == (i,) and e.__context__ is None
        assert sys.exception() is None


in_threads(generate)
assert sums == [sum(tree(5))] * (8 * THREADS)

# ---- big numbers, and sorting with keys in Python ----
results = {}


def compute(i):
    total = 1
    for j in range(1, 120):
        total *= j + i
    results[i] = total, sorted(range(100), key=lambda x: (x * 37 + i) % 101)


in_threads(compute)
for i in range(THREADS):
    expected = results.pop(i)
    compute(i)
    assert results[i] == expected

# ---- finalisers and weak references ----
import weakref

finalised = []


class Dies:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __del__(self):
        finalised.append(self.n)


def die(i):
    for j in range(20):
        Dies((i, j))
        w = weakref.ref(Dies((i, -1 - j)))
        if j % 5 == 0:
            gc.collect()
        w()


in_threads(die)
gc.collect()
gc.collect()
assert len(finalised) == len(set(finalised)) and set(finalised) <= {(i, j) for i in range(THREADS) for j in range(-20, 20)}

# ---- a counter under a lock, and one that needs none: each its own ----
lock = threading.Lock()
rlock = threading.RLock()
count = 0
own = threading.local()


def increase(i):
    global count
    own.count = 0
    for j in range(100):
        with lock:
            count += 1
        with rlock, rlock:
            count += 0
        own.count += 1
    assert own.count == 100


in_threads(increase)
assert count == 100 * THREADS
