# timeout: 120
# needs: memoryview percent methods
# Sizes, counts and positions that no memory or type can hold: an exception, at once. (CPython computes some for ever.)
import array
import collections
import io
import struct

HUGE = [1 << 31, 1 << 32, (1 << 62) - 1, 1 << 62, (1 << 63) - 1, 1 << 63, 1 << 64, 1 << 200]
ERRORS = (MemoryError, OverflowError, ValueError, IndexError, struct.error)


def fails(f, *args):
    try:
        f(*args)
    except ERRORS:
        return
    assert False, (f, args)


def passes(f, *args):
    try:
        return f(*args)
    except ERRORS + (TypeError, BufferError, OSError, LookupError, AttributeError):
        pass


for n in HUGE:
    if n >= 1 << 62:
        for i, f in enumerate((bytes, bytearray, lambda n: [0] * n, lambda n: (0,) * n, lambda n: b"a" * n, lambda n: bytearray(b"a") * n,
                  lambda n: [0, 1, 2] * n, lambda n: 1 << n, lambda n: "a".ljust(n), lambda n: "a".center(n), lambda n: "a".zfill(n),
                  lambda n: "%*d" % (n, 1), lambda n: "%.*f" % (n, 1.5), lambda n: format(1, str(n) + "d"), lambda n: f"{1:{n}}",
                  lambda n: ("%" + str(n) + "d") % 1, lambda n: ("{:>" + str(n) + "}").format("a"), lambda n: format(1.5, "." + str(n) + "f"),
                  lambda n: array.array("i", [1]) * n, lambda n: struct.calcsize(str(n) + "i"), lambda n: struct.pack(str(n) + "s", b""),
                  lambda n: struct.pack_into("i", bytearray(4), n, 1), lambda n: struct.unpack_from("i", bytearray(4), n),
                  lambda n: (1).to_bytes(n, "big"), lambda n: b"a".ljust(n), lambda n: b"a".zfill(n), lambda n: collections.deque([1]) * n,
                  lambda n: [1][n], lambda n: (1,)[n], lambda n: "a"[n], lambda n: b"a"[n], lambda n: range(3)[n],
                  lambda n: [].pop(n), lambda n: chr(n), lambda n: (1.5).hex()[n], lambda n: memoryview(b"a")[n],
                  lambda n: "a\tb".expandtabs(n), lambda n: [][n],
                  lambda n: 10 ** n, lambda n: pow(3, n), lambda n: -3 ** n)):
            fails(f, n)
    for m in (n, -n):
        for f in (range, lambda n: range(0, n, n), lambda n: len(range(n)), lambda n: 5 in range(n), lambda n: range(n)[-1], lambda n: slice(n).indices(5),
                  lambda n: [1, 2][n:], lambda n: [1, 2][:n], lambda n: [1, 2][::n], lambda n: "ab"[n::n], lambda n: b"ab"[::n], lambda n: "ab".find("b", n),
                  lambda n: "ab".find("", n), lambda n: "a".split("b", n), lambda n: "a".replace("a", "b", n), lambda n: b"ab".count(b"", n),
                  lambda n: [1].index(1, n), lambda n: [1].insert(n, 2), lambda n: (1,).index(1, -abs(n)), lambda n: collections.deque([1, 2]).rotate(n),
                  lambda n: collections.deque([1], n), lambda n: collections.deque([1]).insert(n, 2), lambda n: 1 >> n, lambda n: -1 >> n,
                  lambda n: 0 << n, lambda n: 0 * [1] * n, lambda n: [1] * -abs(n), lambda n: "" * n, lambda n: round(5, -abs(n)), lambda n: round(1.5, n),
                  lambda n: int("1", n), lambda n: io.BytesIO(b"abc").seek(n), lambda n: io.BytesIO(b"abc").read(n), lambda n: io.BytesIO(b"abc").truncate(n),
                  lambda n: io.StringIO("abc").seek(n), lambda n: io.StringIO("abc").read(n), lambda n: memoryview(bytearray(4))[n:n],
                  lambda n: memoryview(bytearray(4)).cast("i", (n,)), lambda n: hash(n), lambda n: float(n), lambda n: complex(n), lambda n: n ** 0.5,
                  lambda n: divmod(n, 3), lambda n: str(n), lambda n: hex(n), lambda n: "%d" % n, lambda n: "%c" % n, lambda n: "%x" % n, lambda n: f"{n:,}",
                  lambda n: struct.pack("q", n), lambda n: struct.pack("i", n), lambda n: array.array("i", [n]), lambda n: array.array("Q", [n]), lambda n: bytes([n]),
                  lambda n: 1.5 // n, lambda n: 1.5 % n, lambda n: pow(2, n, 7), lambda n: pow(n, -1, 7), lambda n: open(n), lambda n: (0.0).__round__(n),
                  lambda n: "abc".encode().hex(":", n), lambda n: "a b".split(None, n), lambda n: b"x".rsplit(b"x", n), lambda n: enumerate([], n),
                  lambda n: list(enumerate([1], n)), lambda n: sum([n, n]), lambda n: [1, 2, 3].pop(n), lambda n: "%s" % n, lambda n: int.from_bytes(b"a", n)):
            passes(f, m)
    x = io.BytesIO(b"abc")
    passes(x.seek, n)
    assert x.read() == b"" or x.tell() == 3
    fails(x.write, b"x") if n >= 1 << 62 and x.tell() > 3 else None
    s = slice(n, n, n)
    for t in ([1, 2], (1, 2), "ab", b"ab", bytearray(b"ab"), range(2), array.array("i", [1, 2]), memoryview(b"ab")):
        assert len(t[s]) == 0

# formats with many fields and digits
for spec in ("9" * 30, "." + "9" * 30, "9" * 30 + ".3f", ">" + "9" * 25 + "s", "0" * 1000 + "5", "{" * 3, "}" * 3):
    passes(format, 1, spec)
    passes(format, "a", spec)
    passes(format, 1.5, spec)
    passes(("%" + spec + "d").__mod__, 1)
    passes(("{:" + spec + "}").format, 1)
    passes(("{" + spec + "}").format, 1)
for spec in ("9" * 30 + "i", "99999999999s", "1" * 20 + "x", "i" * 1000, "P", "<n", "0s", "0i", "-1i", "5", "i5", "?" * 300, " ", "4 i", "@=i"):
    passes(struct.calcsize, spec)
    passes(struct.pack, spec, 1)
    passes(struct.unpack, spec, b"")
    passes(struct.iter_unpack, spec, b"a" * 300)

# literals
for text in ("9" * 5000, "0x" + "f" * 5000, "1e" + "9" * 5000, "1e-" + "9" * 5000, "0." + "0" * 5000 + "1", "9" * 5000 + "j", "'" + "a" * 70000 + "'",
             "a" * 70000, "1" + "_1" * 3000, "0b" + "1" * 20000, "1<<(1<<40)", "'a'*(1<<40)", "10**10**10", "[0]*(1<<60)", "(0,)*(1<<60)",
             "1 if 1<<99999999999 else 2", "-(1<<99999999)", "'%99999999999d' % 1", "f'{1:99999999999}'"):
    try:
        compile(text, "huge", "eval")
    except ERRORS + (SyntaxError,):
        pass
