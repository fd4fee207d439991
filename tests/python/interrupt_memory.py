# modes: normal stress code switch sanitize
# Ctrl-C in the midst of work on large data: what is worked on is whole afterwards, and the work ends at once.
import gc
import os
import time

pid = os.getpid()
start = time.time()
for i in range(20000):
    i
idle = time.time() - start
start = time.time()
for i in range(20000):
    [i]
SHARE = 1000 if time.time() - start > 100 * idle else 1  # where each allocation collects, less data


def interrupt(work, after):
    """Repeats work() until SIGINT comes, `after` seconds from now."""
    took = None
    while took is None:
        os.system("(sleep %s; kill -INT %d) >/dev/null 2>&1 &" % (after, pid))
        start = time.time()
        try:
            while time.time() - start < 10:
                work()
        except KeyboardInterrupt:
            took = time.time() - start
        # else it came while system() had it ignored: once more
    assert took < 20, took


moments = (0.1, 0.17, 0.23)

# collections: what lives stays, what is weakly referred to too
chain = None
for i in range(30000 // SHARE):
    chain = (chain, [i])
names = {"n%d" % i: i for i in range(2000 // SHARE)}
for after in moments:
    interrupt(gc.collect, after)
    interrupt(lambda: [[i] for i in range(20000 // SHARE)], after)
at, n = chain, 30000 // SHARE
while at:
    n -= 1
    assert at[1] == [n]
    at = at[0]
assert n == 0
assert len(names) == 2000 // SHARE and all(names["n%d" % i] == i for i in range(2000 // SHARE))

# a dict and a set that grow: what was put in is there, in its order
for kind in (dict, set):
    for after in moments:
        table = kind()

        def grow():
            n = len(table)
            for i in range(n, n + 50000 // SHARE):
                if kind is dict:
                    table[i] = i
                else:
                    table.add(i)
            if n > 2500000 // SHARE:
                table.clear()

        interrupt(grow, after)
        assert all(map(table.__contains__, range(len(table))))
        if kind is dict:
            assert all(map(lambda x, y: x == y, table, range(len(table))))

# a dict that takes another in
source = {i: i for i in range(100000 // SHARE)}
for after in moments:
    target = {}

    def update():
        target.clear()
        target.update(source)

    interrupt(update, after)
    target.update(source)
    assert target == source

# copies of many sizes
text, data, items = "abc\xe4" * (500000 // SHARE), bytes(range(256)) * (10000 // SHARE), list(range(300000 // SHARE))
for after in moments:
    interrupt(lambda: (text + text, text * 3, text == text[1:], text.replace("a", "b")), after)
    interrupt(lambda: (data + data, data * 3, data.hex(), bytearray(data)), after)
    interrupt(lambda: (items + items, items * 3, items[1:], tuple(items)), after)
    interrupt(lambda: (text.encode().decode(), str(data, "latin-1")), after)
assert text == "abc\xe4" * (500000 // SHARE) and data == bytes(range(256)) * (10000 // SHARE)
assert items == list(range(300000 // SHARE)) and len(text * 3) == 6000000 // SHARE and (text * 3)[-4:] == "abc\xe4"
assert [0] * 300000 == [0 for i in range(300000)] and [1, 2, 3] * 100000 == [1 + i % 3 for i in range(300000)]

# a list whose items are moved, a byte array too: each step is done or not
for kind, new in ((list, [-1, -2]), (bytearray, b"\xff\xfe")):
    items = kind(i & 127 for i in range(5000000 // SHARE))
    whole = kind(items)

    def move():
        items.insert(0, new[0])
        items.pop(0)
        items[1:1] = new
        del items[1:3]

    for after in moments:
        interrupt(move, after)
        if items[0] == new[0]:
            items.pop(0)
        if items[1:3] == kind(new):
            del items[1:3]
        assert items == whole
