# Which __init__ a class with a built-in base has; __set_name__ that changes the class.
# needs: derived_types class_hooks
calls = []


class Mixin:
    def __init__(self, *args):
        calls.append(args)


class T(tuple, Mixin):
    pass


class I(int, Mixin):
    pass


class L(list, Mixin):
    pass


t, i, l = T([1, 2]), I("12"), L([3])
assert t == (1, 2) and i == 12 and l == [3]
assert calls == [([1, 2],), ("12",)]
assert tuple.__init__ is object.__init__ or "__init__" not in tuple.__dict__


class Sets:
    def __init__(self, other, new):
        self.other, self.new = other, new

    def __set_name__(self, owner, name):
        setattr(owner, self.other, self.new)


class Swapped:
    a = Sets("b", 312)
    b = Sets("a", 311)


assert (Swapped.a, Swapped.b) == (311, 312)


class Deletes:
    def __init__(self, other):
        self.other = other

    def __set_name__(self, owner, name):
        delattr(owner, self.other)


class Gone:
    a = Deletes("b")
    b = Deletes("a")


assert not hasattr(Gone, "a") and not hasattr(Gone, "b")
