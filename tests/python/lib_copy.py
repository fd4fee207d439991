# needs: methods messages
# copy and the protocol behind it: __reduce_ex__, __getstate__, __getnewargs__, copyreg.
import copy
import copyreg


def same(a, b):
    assert a == b, (a, b)


def fails(kind, f, *args):
    try:
        f(*args)
    except kind as e:
        return str(e)
    raise AssertionError("nothing raised")


class A:
    def __init__(self, x):
        self.x = x


class S:
    __slots__ = ("a", "__b", "c")

    def __init__(self):
        self.a = [1]
        self.__b = 2

    def b(self):
        return self.__b


# ---- shallow copies ----
a = A([1])
b = copy.copy(a)
assert b is not a and type(b) is A and b.x is a.x
for atom in (1, 2 ** 80, 1.5, 1j, True, None, ..., "s", b"b", (1, [2]), frozenset([1]), range(3), int, len, fails, slice(2)):
    assert copy.copy(atom) is atom
for whole in ([1, 2], {1: 2}, {1, 2}, bytearray(b"xy")):
    c = copy.copy(whole)
    assert c == whole and c is not whole and type(c) is type(whole)
s = S()
t = copy.copy(s)
assert t.a is s.a and t.b() == 2 and not hasattr(t, "c")


class WithCopy:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        assert isinstance(memo, dict)
        return "deep"


same(copy.copy(WithCopy()), "copied")
same(copy.deepcopy(WithCopy()), "deep")


class List(list):
    pass


class Dict(dict):
    pass


class Int(int):
    pass


class Tuple(tuple):
    pass


for made in (List([1, [2]]), Dict({1: [2]}), Int(5), Tuple([1, [2]])):
    made.extra = [3]
    c, d = copy.copy(made), copy.deepcopy(made)
    assert c == made == d and type(c) is type(made) is type(d)
    assert c.extra is made.extra and d.extra == [3] and d.extra is not made.extra

# ---- deep copies ----
a = [1, [2]]
b = copy.deepcopy(a)
assert b == a and b[1] is not a[1]
a.append(a)
b = copy.deepcopy(a)
assert b[2] is b
d = {"k": [1]}
e = copy.deepcopy(d)
assert e == d and e["k"] is not d["k"]
shared = [0]
a, b = copy.deepcopy((shared, shared))
assert a is b is not shared
t = (1, (2, 3))
assert copy.deepcopy(t) is t
a = A(None)
a.x = a
b = copy.deepcopy(a)
assert b.x is b is not a
s = S()
t = copy.deepcopy(s)
assert t.a == [1] and t.a is not s.a and t.b() == 2
t = ([],)
t[0].append(t)
u = copy.deepcopy(t)
assert u[0][0] is u and u is not t
memo = {}
x = [1]
y = copy.deepcopy(x, memo)
assert memo[id(x)] is y and copy.deepcopy(x, memo) is y
m = copy.deepcopy(a.__init__)
assert m.__self__ is not a and m.__func__ is A.__init__
assert copy.deepcopy({1, 2}) == {1, 2}
assert copy.deepcopy(bytearray(b"a")) == bytearray(b"a")

# ---- state ----


class State(A):
    def __getstate__(self):
        return {"saved": self.x}

    def __setstate__(self, state):
        self.restored = state


same(copy.copy(State(4)).restored, {"saved": 4})
same(copy.deepcopy(State([4])).restored, {"saved": [4]})


class Reduce:
    def __reduce__(self):
        return (A, (7,))


same(copy.copy(Reduce()).x, 7)


class ReduceEx:
    def __reduce_ex__(self, protocol):
        return (A, (protocol,))


same(copy.copy(ReduceEx()).x, 4)


class Only:
    def __reduce__(self):
        return "Only"


o = Only()
assert copy.copy(o) is o and copy.deepcopy(o) is o


class NewArgs:
    def __new__(cls, a, b=0, *, c=0):
        self = object.__new__(cls)
        self.all = a, b, c
        return self

    def __getnewargs__(self):
        return 1, 2


same(copy.copy(NewArgs(5)).all, (5, 0, 0)) # by the state
same(NewArgs(5).__reduce_ex__(2)[:2], (copyreg.__newobj__, (NewArgs, 1, 2)))


class NewArgsEx(NewArgs):
    def __getnewargs_ex__(self):
        return (1,), {"c": 3}

    def __getstate__(self):
        return None


same(NewArgsEx(5).__reduce_ex__(2), (copyreg.__newobj_ex__, (NewArgsEx, (1,), {"c": 3}), None, None, None))
same(copy.copy(NewArgsEx(5)).all, (1, 0, 3))


class BadArgs:
    def __getnewargs__(self):
        return 1


class BadArgsEx:
    def __getnewargs_ex__(self):
        return 1, 2, 3


class BadArgsEx2:
    def __getnewargs_ex__(self):
        return 1


same(fails(TypeError, copy.copy, BadArgs()), "__getnewargs__ should return a tuple, not 'int'")
same(fails(TypeError, copy.copy, BadArgsEx2()), "__getnewargs_ex__ should return a tuple, not 'int'")
assert fails((ValueError, TypeError), copy.copy, BadArgsEx())

same(object().__getstate__(), None)
same(A(1).__getstate__(), {"x": 1})
same(S().__getstate__(), (None, {"a": [1], "_S__b": 2}))
same(object().__reduce_ex__(2), (copyreg.__newobj__, (object,), None, None, None))
same(A(1).__reduce_ex__(4), (copyreg.__newobj__, (A,), {"x": 1}, None, None))
same(A(1).__reduce_ex__(0), (copyreg._reconstructor, (A, object, None), {"x": 1}))
same(A(1).__reduce__(), (copyreg._reconstructor, (A, object, None), {"x": 1}))
r = List([1, 2]).__reduce_ex__(2)
assert r[:3] == (copyreg.__newobj__, (List,), None) and list(r[3]) == [1, 2] and r[4] is None
r = Dict({1: 2}).__reduce_ex__(2)
assert r[3] is None and list(r[4]) == [(1, 2)]
same({1}.__reduce_ex__(2), (set, ([1],), None))
same(range(1, 5, 2).__reduce_ex__(2), (range, (1, 5, 2)))
same(Int(5).__reduce_ex__(2)[1], (Int, 5))
same((3).__getnewargs__(), (3,))
same(Int(3).__getnewargs__(), (3,))
assert type(Int(3).__getnewargs__()[0]) is int
same(2.5.__getnewargs__(), (2.5,))
same("ab".__getnewargs__(), ("ab",))
same(b"ab".__getnewargs__(), (b"ab",))
same((1, 2).__getnewargs__(), ((1, 2),))
same((1 + 2j).__getnewargs__(), (1.0, 2.0))
same(fails(TypeError, (i for i in ()).__reduce_ex__, 2), "cannot pickle 'generator' object")
same(fails(TypeError, copy.copy, (i for i in ())), "cannot pickle 'generator' object")
assert copyreg.__newobj__(A).__class__ is A

# ---- exceptions ----
e = ValueError("text", 2)
e.note = 1
f = copy.copy(e)
assert type(f) is ValueError and f.args == e.args and f.note == 1
e.__setstate__({"more": 5})
assert e.more == 5
same(fails(TypeError, e.__setstate__, 5), "state is not a dictionary")

# ---- a table of functions ----
copyreg.pickle(A, lambda a: (A, ("by function",)))
same(copy.copy(A(1)).x, "by function")
del copyreg.dispatch_table[A]
same(fails(TypeError, copyreg.pickle, A, 5), "reduction functions must be callable")
same(copyreg._slotnames(S), ["a", "_S__b", "c"])


class Replace:
    def __replace__(self, /, **changes):
        return changes


if hasattr(copy, "replace"):
    same(copy.replace(Replace(), a=1), {"a": 1})
    same(fails(TypeError, copy.replace, 5), "replace() does not support int objects")
