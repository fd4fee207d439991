# modes: normal switch sanitize
# Large dicts; dicts as queues and stacks.
d = {}
for i in range(2000):
    d['%d' % i] = i
assert len(d) == 2000 and sum(d.values()) == 2000 * 1999 // 2
for i in range(2000):
    d[i + 0.5] = i
    del d[next(iter(d))]
assert len(d) == 2000
while d:
    d.popitem()
for i in range(1000):
    d[i] = 1
    d.popitem()
    d[-1 - i] = 1
    d.popitem()
assert d == {}
d = {i << 20: i for i in range(600)}
assert all(d[i << 20] == i for i in range(600))
d = {-i: i for i in range(600)}
assert all(d[-i] == i for i in range(600))
