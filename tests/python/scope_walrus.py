# needs: more_syntax
# What the walrus binds, and names __x of classes.


def walrus(items):
    if any((last := i) > 2 for i in items):
        return last
    return [y := 1, y + 1, (z := y), z]


assert walrus([1, 5, 9]) == 5 and walrus([1]) == [1, 2, 1, 1]


def walrus_comp():
    total = 0
    sums = [total := total + i for i in range(5)]
    return total, sums


assert walrus_comp() == (10, [0, 1, 3, 6, 10])
assert [w := 5 for _ in range(1)] == [5] and w == 5


def walrus_order(x):
    return x + (x := 5) + x, [x, (x := 7), x], x


assert walrus_order(1) == (11, [5, 7, 7], 7)


def walrus_while(items):
    out = []
    while (item := items.pop() if items else None) is not None:
        out.append(item)
    return out


assert walrus_while([1, 2, 3]) == [3, 2, 1]


class Mangled:
    __secret = 1

    def __init__(self):
        self.__a = 2

    def get(self):
        return self.__secret, self.__a

    def kw(self, __k=3):
        __local = __k
        return __local

    def __private(self):
        return "p"

    def call(self):
        return self.__private()


m = Mangled()
assert m.get() == (1, 2) and m.kw() == 3 and m.kw(_Mangled__k=4) == 4 and m.call() == "p"
assert "_Mangled__a" in m.__dict__ and Mangled._Mangled__secret == 1


# an annotated name in brackets is not bound
def not_bound():
    (nowhere): int
    return nowhere


try:
    not_bound()
except NameError as e:
    assert type(e) is NameError
