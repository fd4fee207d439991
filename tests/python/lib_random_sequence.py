# needs: random methods double
# The module random: the numbers that CPython makes from the same seed.
import random


def near(got, expected):
    assert len(got) == len(expected), got
    for x, y in zip(got, expected):  # libraries of mathematics may differ in the last bit
        assert abs(x - y) <= 1e-12 * abs(y), (x, y)


# integers seed by their magnitude, whatever their size; floats by their hash
random.seed(0)
assert (random.random(), random.getrandbits(32)) == (0.8444218515250481, 3255389356)
random.seed(1)
assert (random.random(), random.getrandbits(32)) == (0.13436424411240122, 3639700191)
random.seed(-7)
assert (random.random(), random.getrandbits(32)) == (0.32383276483316237, 647892279)
random.seed(2**32 - 1)
assert (random.random(), random.getrandbits(32)) == (0.6353574441341173, 872737089)
random.seed(2**32)
assert (random.random(), random.getrandbits(32)) == (0.11299430095636409, 1794561286)
random.seed(-2**95 + 5)
assert (random.random(), random.getrandbits(32)) == (0.06576616272024982, 3651664639)
random.seed(10**100)
assert (random.random(), random.getrandbits(32)) == (0.7319141759120473, 2318994878)
random.seed(3**14000)
assert (random.random(), random.getrandbits(32)) == (0.7433332178671971, 280826963)
random.seed(True)
assert (random.random(), random.getrandbits(32)) == (0.13436424411240122, 3639700191)
if hash(0.5) == 2**60:
    random.seed(1.5)
    assert random.random() == 0.551763726942059
    random.seed(-1.5)
    assert random.random() == 0.7101153317194698

# text and bytes: by their SHA-512
random.seed('')
assert (random.random(), random.getrandbits(32)) == (0.9602256525641875, 2557274880)
random.seed('text')
assert (random.random(), random.getrandbits(32)) == (0.8711565613554825, 4250227476)
random.seed(b'bytes')
assert (random.random(), random.getrandbits(32)) == (0.37075677971469856, 2879047150)
random.seed(bytearray(b'\x00zero'))
assert (random.random(), random.getrandbits(32)) == (0.13145398444903522, 3289185336)
random.seed('h\xe9llo \u20ac' * 20)
assert (random.random(), random.getrandbits(32)) == (0.4123753364446098, 2808010090)
random.seed('x' * 111)
assert (random.random(), random.getrandbits(32)) == (0.9574491191756562, 2047972313)
random.seed('x' * 112)
assert (random.random(), random.getrandbits(32)) == (0.2179316391017626, 3206345916)
random.seed('x' * 3000)
assert (random.random(), random.getrandbits(32)) == (0.47422297912728983, 2616830263)

# bits: of each word the high ones, the lowest word first
random.seed(1)
assert [random.getrandbits(k) for k in (0, 1, 31, 32, 33, 64, 65, 100)] == [0, 0, 1222356005, 3639700191,
    7740669488, 4705193143269049553, 27585908342315281289, 526993489304305903042294831267]
assert random.getrandbits(1000) % 10**20 == 26216807515081524758
assert [random.randbytes(n) for n in (0, 1, 3, 4, 5, 11)] == [b'', b'a', b'g\xbd\xaf', b'\xdf\x0es7',
    b'B\x0c\x13\xf8l', b'\xe0y\xd1\xb9\x877o\x07\xb8\x12\x87']

# more than the state has
assert sum(random.getrandbits(32) for i in range(3000)) == 6512075822519

# ints
random.seed(2)
assert [random.randint(1, 6) for i in range(20)] == [1, 1, 1, 3, 2, 6, 6, 3, 3, 5, 2, 5, 1, 5, 6, 2, 4, 6,
    4, 6]
assert [random.randrange(10), random.randrange(3, 30, 4), random.randrange(10, -10, -3), random.randrange(1)] == [8,
    11, -2, 0]
assert [random.randrange(10**40), random.randrange(2**32), random.randrange(2**64), random.randint(-5, 10**30)] == [9199848321039626625286456224618981587823,
    117874757, 17189534893932234912, 646857415626412259188692618798]

# sequences
random.seed(3)
cards = list(range(20))
random.shuffle(cards)
assert cards == [8, 3, 6, 5, 15, 16, 2, 12, 0, 1, 13, 10, 19, 9, 14, 11, 4, 17, 18, 7]
data = bytearray(b"abcdefgh")
random.shuffle(data)
assert data == bytearray(b'gacebfdh')
assert [random.choice("abcdef") for i in range(10)] == ['e', 'd', 'f', 'a', 'f', 'a', 'b', 'e', 'a', 'c']

# a few of many, or most of them
assert [random.sample(range(21), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [0], [8, 15, 12, 13, 18], [18, 14,
    4, 11, 3, 1], [4, 15, 6, 8, 13, 9, 18], [16, 12, 18, 11, 13, 7, 14, 5, 10, 0, 4, 9, 2, 20, 19, 6, 15,
    17, 8, 3, 1]]
assert [random.sample(range(22), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [9], [3, 2, 15, 20, 11], [2, 13,
    4, 0, 9, 20], [13, 3, 1, 19, 12, 10, 8], [16, 7, 1, 9, 0, 2, 3, 18, 8, 17, 15, 6, 4, 14, 21, 5, 12, 20,
    13, 19, 10]]
assert [random.sample(range(85), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [48], [48, 58, 66, 49, 82], [76,
    71, 13, 79, 64, 34], [55, 81, 30, 38, 84, 33, 66], [38, 70, 43, 1, 53, 74, 40, 2, 48, 75, 17, 7, 42, 59,
    45, 83, 35, 62, 77, 73, 66]]
assert [random.sample(range(86), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [47], [32, 80, 58, 38, 75], [76,
    40, 22, 46, 23, 47], [76, 33, 38, 48, 13, 3, 72], [16, 39, 64, 28, 83, 34, 30, 41, 23, 55, 12, 13, 76,
    42, 56, 21, 10, 43, 27, 72, 57]]
assert [random.sample(range(277), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [138], [115, 61, 17, 271, 97],
    [161, 93, 142, 174, 43, 176], [66, 215, 149, 265, 138, 237, 177], [213, 148, 214, 209, 18, 211, 79, 102,
    2, 244, 261, 222, 113, 16, 233, 265, 147, 174, 116, 34, 146]]
assert [random.sample(range(278), k) for k in (0, 1, 5, 6, 7, 21)] == [[], [61], [125, 23, 17, 262, 101],
    [220, 25, 6, 246, 61, 87], [257, 153, 122, 10, 268, 274, 211], [27, 58, 174, 64, 129, 276, 244, 31, 180,
    113, 101, 62, 273, 61, 87, 122, 140, 65, 3, 249, 204]]
assert random.sample(range(10**9), 5) == [53613917, 812273814, 291410345, 266565688, 288392138]
assert random.sample([1, 2, 3], counts=[4, 5, 100], k=9) == [3, 3, 3, 3, 2, 3, 3, 3, 3]
assert random.choices("abcdef", k=12) == ['a', 'a', 'a', 'a', 'a', 'f', 'f', 'a', 'd', 'b', 'b', 'c']
assert random.choices([1, 2, 3], [1, 0.5, 7], k=12) == [3, 3, 3, 3, 3, 2, 3, 3, 3, 1, 3, 3]
assert random.choices("abcd", cum_weights=[1, 2, 3, 9], k=12) == ['d', 'd', 'd', 'd', 'd', 'd', 'd', 'd',
    'd', 'd', 'd', 'd']

# distributions
random.seed(4)
assert [random.uniform(2, 3.5), random.uniform(1, -1)] == [2.354072134606152, 0.7936679315385684]
near([random.triangular() for i in range(4)], [0.44500463065606466, 0.27836331547315124,
    0.18236652061108957, 0.44810211698064695])
near([random.triangular(1, 5) for i in range(4)], [4.189839734806595, 3.736520206717364, 3.6293435222651547,
    2.3324509017305446])
near([random.triangular(1, 5, 2) for i in range(4)], [2.642068724092613, 2.0538485648727085,
    1.8310584318454843, 1.651715558910573])
near([random.gauss() for i in range(4)], [0.5081362130615412, 2.2337105675761464, 0.8625614082344415,
    -1.5945277084980125])
near([random.gauss(1, 2) for i in range(4)], [1.4087530534604098, -0.24607118062321454, -0.0314952968061919,
    3.6124526927478096])
near([random.gauss(mu=100, sigma=15) for i in range(4)], [96.65592865293058, 70.73078585567991,
    104.65880703332996, 95.62788381800445])
near([random.normalvariate() for i in range(4)], [0.5531302213317865, 0.012422458656061147,
    -0.04975624399905669, 0.11679214879581191])
near([random.normalvariate(3, 4.5) for i in range(4)], [10.381156382348184, 3.110286245777298,
    4.342090774803661, -0.7625646944478399])
near([random.lognormvariate(0, 0.25) for i in range(4)], [0.8168108360895057, 0.9814053942364432,
    0.954175572084093, 1.0817942107418592])
near([random.expovariate() for i in range(4)], [0.4397937839998163, 1.3741392585649073, 0.3866466461935193,
    0.8176429090735484])
near([random.expovariate(2) for i in range(4)], [1.1733473968567003, 0.053224686745240245,
    0.03179494803374862, 0.12994879077159263])
near([random.gammavariate(0.1, 2) for i in range(4)], [0.19745343226255185, 1.633242290838128e-06,
    8.93066993612336e-08, 5.936112931074555e-14])
near([random.gammavariate(1, 2) for i in range(4)], [4.525340378459483, 6.1905571532080685,
    2.6551300348096505, 6.431142163750876])
near([random.gammavariate(3, 2) for i in range(4)], [1.008006406513475, 5.102750743292257,
    7.475726577220634, 4.049984666844833])
near([random.betavariate(2, 3) for i in range(4)], [0.4208776878445373, 0.06020681618206758,
    0.4198674245657663, 0.08510235648264235])
near([random.betavariate(0.5, 1) for i in range(4)], [0.008116879832018255, 0.8731427274380003,
    0.16035252703060315, 0.3770158281567398])
near([random.paretovariate(3) for i in range(4)], [1.0126007403576418, 1.1999479331331229,
    1.0999515791239756, 2.082658218796335])
near([random.weibullvariate(1, 2) for i in range(4)], [1.3334674407210727, 0.8308493524529087,
    0.17933782564393552, 0.5418094815822728])

# generators of their own; states
r, q = random.Random(5), random.Random(5)
assert (r.random(), r.randint(1, 100), r.sample(range(100), 3)) == (0.6229016948897019, 95, [45, 88, 94])
near([r.gauss()], [-0.7095838825418962])
r.setstate(q.getstate())
assert (r.random(), r.randint(1, 100), q.random()) == (0.6229016948897019, 95, 0.6229016948897019)
version, words, kept = q.getstate()
assert (version, len(words), words[0], words[624], kept) == (3, 625, 800844005, 2, None)
q.gauss()
near([q.getstate()[2]], [-1.7784662422033553])
