# needs: random derived_types double methods
"""Classes derived from Random: what they have in place of seed(), random() and getrandbits() is what all else draws from."""
import random

shown = []


def print(*values):
    shown.append(" ".join(map(str, values)))


def show(r):
    print([r.randrange(100) for _ in range(4)], r.randrange(10**15), r.randrange(5, 50, 5), r.randint(-3, 3))
    print(r.choice("abcdef"), r.choices(range(100), k=3), r.choices("abc", [1, 2, 3], k=4), r.sample(range(1000), 3), r.sample("abcdefgh", 4))
    items = list(range(10))
    r.shuffle(items)
    print(items)
    print(r.randbytes(7), r.getrandbits(70), r.getrandbits(9))
    print([round(x, 9) for x in (r.random(), r.uniform(1, 9), r.triangular(), r.gauss(), r.gauss(), r.normalvariate(), r.expovariate(2))])
    print([round(x, 9) for x in (r.betavariate(1, 2), r.gammavariate(0.5, 1), r.paretovariate(3), r.weibullvariate(1, 2), r.lognormvariate(0, 1))])


class Seeds(random.Random):
    def seed(self, *args, **keywords):
        print("seed", args, keywords)
        super().seed(*args, **keywords)


class Steps:
    """A small generator of its own."""
    def __init__(self, x):
        self.x = x

    def next(self):
        self.x = (self.x * 1103515245 + 12345) % 2**31
        return self.x


class Reals(random.Random):
    def __init__(self):
        super().__init__(1)
        self.steps = Steps(7)

    def random(self):
        return self.steps.next() / 2**31


class Bits(random.Random):
    def getrandbits(self, k):
        return super().getrandbits(k) >> 1


class Both(Bits):
    def random(self):
        return super().random() / 2


class BitsAgain(Reals):
    def getrandbits(self, k):
        return self.steps.next() * 2**31 + self.steps.next() >> 8 & 2**k - 1


Seeds()
print(Seeds(5).random(), Seeds(x=3).random())
for r in Seeds(1), Reals(), Bits(2), Both(3), BitsAgain():
    print(type(r).__name__)
    show(r)
    print(random.Random.random(r) == r.random(), random.Random.getrandbits(r, 40) == r.getrandbits(40))

r = Seeds(4)
r.random = lambda: 0.25
print(r.uniform(0, 8), r.choices("abcd"), r.randrange(10))

# What a list shrinks to while it is shuffled, is told.
items = list(range(8))


class Shrinks(random.Random):
    def getrandbits(self, k):
        del items[2:]
        return 0


try:
    Shrinks().shuffle(items)
except IndexError:
    print("IndexError", len(items))

for bad in (None, "a", 2.5):
    Bits.getrandbits = lambda self, k: bad
    try:
        Bits().choice("abc")
    except TypeError:
        print("TypeError")


# __init__ of built-in types runs always
class Begun(list):
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.append(1)
        return made


print(Begun(), Begun("ab"))

assert shown == r"""seed (None,) {}
seed (5,) {}
seed (3,) {}
0.6229016948897019 0.23796462709189137
seed (1,) {}
Seeds
[17, 72, 97, 8] 132762829599804 40 3
d [47, 37, 20] ['b', 'c', 'b', 'c'] [785, 2, 712] ['h', 'c', 'f', 'b']
[2, 3, 8, 4, 7, 6, 0, 5, 1, 9]
b'B\x0c\x13\xf8\xd4\x0fl' 609278262369173207520 113
[0.763700995, 8.513336152, 0.527167882, -0.850322604, 1.23944333, 1.253269639, 1.240077989]
[0.819486338, 0.73401194, 1.573155288, 1.503093459, 5.085309905]
False False
Reals
[64, 32, 52, 84] 942208480706560 25 2
a [24, 33, 34] ['c', 'c', 'c', 'a'] [408, 800, 320] ['a', 'c', 'g', 'e']
[1, 5, 4, 9, 3, 2, 7, 0, 8, 6]
b'\xf5\xb1e"X\xb7\x91' 900242893768093690591 32
[0.393983591, 7.547483042, 0.261769787, 0.825595521, -1.403768498, 0.255662034, 0.182587678]
[0.483793783, 0.000895024, 1.054801362, 0.808561467, 0.819538019]
False False
Bits
[61, 55, 60, 54] 51556908864335 5 -2
d [16, 80, 85] ['b', 'b', 'a', 'c'] [511, 220, 326] ['d', 'h', 'c', 'g']
[5, 0, 8, 6, 3, 2, 1, 9, 4, 7]
b'\xf3\xc6Zs+\x99\x04' 212390690962699846181 119
[0.931846554, 8.262000881, 0.460223299, 0.447367289, -0.399104824, -0.71922105, 0.097229447]
[0.085186403, 0.369948738, 5.91899137, 0.768073353, 0.734610475]
False False
Both
[1, 82, 19, 97] 817993728419185 45 -3
e [12, 11, 49] ['b', 'b', 'b', 'b'] [219, 362, 259] ['b', 'c', 'a', 'g']
[2, 4, 6, 5, 3, 9, 1, 8, 7, 0]
b'\xaf\x8f\xe6u\xcd\xa56' 477107750605366896937 147
[0.222310528, 4.742346887, 0.468739443, 0.357798588, 0.113100342, -1.298458055, 0.12300202]
[0.337949376, 0.052176242, 1.122273653, 0.587783141, 0.882769933]
False False
BitsAgain
[79, 21, 4, 13] 534998665073430 30 -3
b [58, 22, 0] ['c', 'a', 'c', 'c'] [666, 303, 637] ['a', 'f', 'd', 'g']
[4, 0, 6, 7, 1, 5, 9, 2, 8, 3]
b'/\x84\xf5\xa8E\xf8/' 15282087882453796 401
[0.617527643, 8.894621432, 0.827784708, 0.686858789, -0.518138732, -1.244776587, 0.728421927]
[0.050488271, 0.001608288, 6.25133853, 0.700141862, 1.267850934]
False False
seed (4,) {}
2.0 ['b'] 3
IndexError 2
TypeError
TypeError
TypeError
[] ['a', 'b']""".split("\n"), "\n".join(shown)
