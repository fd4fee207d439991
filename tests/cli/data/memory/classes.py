class Base:
    count = 0

    def __init__(self, *items):
        self.items = list(items)
        Base.count += 1

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(map(repr, self.items)))

    @property
    def first(self):
        return self.items[0]


class Derived(Base):
    __slots__ = ("extra",)

    def __init__(self, *items):
        super().__init__(*items)
        self.extra = {"a": 1, 2: "b"}

    def __eq__(self, other):
        return self.items == other.items

    def __del__(self):
        Base.count -= 1


d = Derived(1, "two", 3.5)
print(d, d.first, d == Derived(1, "two", 3.5), d.extra, Base(()).items)
setattr(d, "name", "x" * 300)
print(len(d.name), sorted(vars(d)))
