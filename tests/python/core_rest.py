# What only the smallest build has not: sets, derived built-in types, hooks of classes.
# needs: sets derived_types class_hooks

assert {1, 2} | {3} == {1, 2, 3} and {1, 2} & {2} == {2} and {1, 2} - {2} == {1} and 1 in {1} and frozenset([1]) == {1}
assert {x % 2 for x in range(5)} == set((0, 1)) and {*"ab"} == {"b", "a"} and not hasattr(frozenset(), "add")
assert not hasattr(frozenset(), "discard") and not hasattr(frozenset(), "pop") and not hasattr(frozenset(), "update")


class Stack(list):
    def push(self, x):
        self.append(x)
        return super().__len__()


assert Stack([1]).push(2) == 2 and isinstance(Stack(), list)


class Counting(type):
    def __call__(cls, *args):
        cls.made += 1
        return super().__call__(*args)


class Counted(metaclass=Counting):
    made = 0


Counted(), Counted()
assert Counted.made == 2 and type("Made", (Counted,), {"x": 1}).x == 1


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, o, cls):
        return self if o is None else getattr(o, self.name)

    def __set__(self, o, v):
        setattr(o, self.name, v + 1)


class Record:
    x = Field()

    def __init_subclass__(cls, tag=None):
        cls.tag = tag

    def __setattr__(self, name, v):
        object.__setattr__(self, name, v * 2)


class Tagged(Record, tag=7):
    pass


r = Tagged()
r.x = 3
assert r.x == 14 and Tagged.tag == 7 and Record.x.name == "_x"
assert "ab cd".rsplit(" ", 1) == ["ab", "cd"]
