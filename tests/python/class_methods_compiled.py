# needs: async methods
# Methods are compiled before their class is complete: what they have to do with it works all the same.


def decorate(f):
    f.mark = f.__qualname__
    return f


class Base:
    def name(self):
        return "base"


class Sample(Base):
    limit = 3
    seen = []

    @decorate
    def name(self, n=limit, *, extra: "text" = "x") -> "nothing":
        "Says it."
        return super().name() + str(n) + extra

    def own(self):
        self.__secret = self.seen
        return __class__, self.__secret, limit

    if limit > 2:
        def conditional(self):
            return [lambda: (self, k) for k in range(2)][1]()[1]

    try:
        pass
    finally:
        def twice(self):
            return __class__.limit

    async def later(self):
        return 4

    def gen(self):
        yield from (x for x in self.seen)

    class Inner:
        def name(self):
            return __class__.__qualname__

    def make(self):
        total = 0

        class Local:
            def add(self, n):
                nonlocal total
                total += n
                return total

        return Local()

    global outside

    def outside(self):
        def inside():
            pass

        return inside


limit = "global"
s = Sample()
assert s.name() == "base3x" and s.name(1, extra="") == "base1"
assert Sample.name.mark == "Sample.name" and Sample.name.__doc__ == "Says it."
assert s.own() == (Sample, Sample.seen, "global") and s._Sample__secret is Sample.seen
assert s.conditional() == 1 and s.twice() == 3
assert Sample.Inner().name() == "Sample.Inner"
assert list(s.gen()) == []
local = s.make()
assert local.add(2) == 2 and local.add(3) == 5
assert outside.__qualname__ == "outside" and outside(1).__qualname__ == "outside.<locals>.inside"
assert "outside" not in Sample.__dict__
try:
    s.later().send(None)
except StopIteration as e:
    assert e.value == 4

names = {}
exec("class C:\n    def f(self): return self.g() + K\n    def g(self): return 1\nK = 2\n", names)
assert names["C"]().f() == 3
names = {}
exec("class C:\n    def f(self): return K\n", {"K": 5}, names)
assert names["C"]().f() == 5

for source in (
    "class C:\n    def f(self):\n        nonlocal x\n",
    "class C:\n    def f(self):\n        return\n    def g(self, a, a): pass\n",
    "class C:\n    def f(self):\n        global x\n        x = 1\n    def g(self:\n",
    "class C:\n    def f(self): pass\n    break\n",
):
    try:
        exec(source)
    except SyntaxError:
        continue
    assert False, source
