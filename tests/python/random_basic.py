# needs: messages
# The module random: ranges, reproducibility, and roughly the right distributions.
import random

random.seed(1234)
first = [random.random() for _ in range(20)] + [random.getrandbits(100), random.gauss(), random.randrange(10 ** 40)]
random.seed(1234)
assert first == [random.random() for _ in range(20)] + [random.getrandbits(100), random.gauss(), random.randrange(10 ** 40)]
for seed in ('text', b'bytes', 1.5, -7, 10 ** 100, None, True):
    random.seed(seed)
    state = random.getstate()
    a = [random.random(), random.gauss(0, 1), random.getrandbits(70)]
    random.setstate(state)
    assert a == [random.random(), random.gauss(0, 1), random.getrandbits(70)]
random.seed(1)
a = random.random()
random.seed(2)
assert a != random.random()

random.seed(42)
for _ in range(2000):
    assert 0 <= random.random() < 1
    assert 0 <= random.randrange(7) < 7
    assert random.randrange(3, 30, 4) in range(3, 30, 4) and random.randrange(10, -10, -3) in range(10, -10, -3)
    assert 1 <= random.randint(1, 6) <= 6 and -5 <= random.randint(-5, -5 + 10 ** 30) <= 10 ** 30
    assert 2.5 <= random.uniform(2.5, 3) <= 3
    assert 0 <= random.getrandbits(5) < 32
    assert random.choice('abc') in 'abc' and random.choice([1]) == 1
    assert 1 <= random.triangular(1, 3, 1.5) <= 3
    assert random.expovariate(2) >= 0 and random.lognormvariate(0, 1) > 0 and random.paretovariate(3) >= 1
    assert 0 <= random.betavariate(2, 3) <= 1 and random.gammavariate(0.5, 2) >= 0 and random.weibullvariate(1, 2) >= 0
assert random.getrandbits(0) == 0 and random.getrandbits(1) in (0, 1) and random.getrandbits(1000) < 1 << 1000
assert len(random.randbytes(10)) == 10 and random.randbytes(0) == b''

counts = [0] * 6
for _ in range(6000):
    counts[random.randrange(6)] += 1
assert all(800 < c < 1200 for c in counts), counts
xs = [random.gauss(10, 2) for _ in range(4000)]
mean = sum(xs) / len(xs)
assert abs(mean - 10) < 0.2 and abs(sum((x - mean) ** 2 for x in xs) / len(xs) - 4) < 0.5
xs = [random.expovariate(0.5) for _ in range(4000)]
assert abs(sum(xs) / len(xs) - 2) < 0.25
assert abs(sum(random.gammavariate(3, 2) for _ in range(4000)) / 4000 - 6) < 0.4
assert abs(sum(random.normalvariate(0, 1) for _ in range(4000)) / 4000) < 0.1
bits = [0] * 64
for _ in range(1000):
    r = random.getrandbits(64)
    for i in range(64):
        bits[i] += r >> i & 1
assert all(400 < b < 600 for b in bits)

deck = list(range(100))
random.shuffle(deck)
assert sorted(deck) == list(range(100)) and deck != list(range(100))
for population, k in ((list(range(50)), 50), (range(10 ** 9), 20), ('abcdef', 3), ((1, 2, 3), 0), (range(100), 30)):
    sample = random.sample(population, k)
    assert len(sample) == k == len(set(sample)) and all(x in population for x in sample)
assert sorted(random.sample(['a', 'b'], counts=[2, 1], k=3)) == ['a', 'a', 'b']
picks = random.choices(['x', 'y', 'z'], weights=[1, 0, 9], k=3000)
assert picks.count('y') == 0 and 200 < picks.count('x') < 400
assert random.choices('ab', cum_weights=[0, 5], k=10) == ['b'] * 10 and len(random.choices([1, 2])) == 1

r = random.Random(99)
q = random.Random(99)
assert [r.random() for _ in range(5)] == [q.random() for _ in range(5)] and r.randint(1, 100) == q.randint(1, 100)
r.seed(5), q.seed(5)
assert r.sample(range(100), 10) == q.sample(range(100), 10) and r.gauss(0, 1) == q.gauss(0, 1)
class Mine(random.Random):
    def twice(self):
        return 2 * self.random()
assert 0 <= Mine(3).twice() < 2

def raises(exception, text, f, *args, **kw):
    try:
        f(*args, **kw)
    except exception as e:
        assert text is None or str(e) == text, (str(e), text)
    else:
        assert False, (exception, text)

raises(ValueError, 'empty range for randrange()', random.randrange, 0)
raises(ValueError, None, random.randrange, 5, 5)
raises(ValueError, 'zero step for randrange()', random.randrange, 1, 2, 0)
raises(ValueError, None, random.randint, 5, 1)
raises(IndexError, None, random.choice, [])
raises(ValueError, None, random.getrandbits, -1)
raises(ValueError, 'Sample larger than population or is negative', random.sample, [1], 2)
raises(TypeError, None, random.sample, {1, 2}, 1)
raises(ValueError, 'The number of weights does not match the population', random.choices, [1], weights=[1, 2])
raises(ValueError, 'Total of weights must be greater than zero', random.choices, [1], weights=[0])
raises(TypeError, None, random.shuffle, (1, 2))
raises(TypeError, None, random.randrange, 1.5)
raises(TypeError, None, random.seed, [])

# shapes that no number has (CPython looks for one forever)
random.gammavariate(float("inf"), 2), random.gammavariate(float("nan"), 2), random.betavariate(float("inf"), 1)
