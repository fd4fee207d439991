"""weakref: proxies, weak containers, finalisers."""
# needs: weakref collections.abc
import weakref, gc


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



class O:

    def __init__(self, n):
        self.n = n

    def m(self):
        return self.n

    def __add__(self, o):
        return self.n + o

    def __len__(self):
        return 7

    def __eq__(self, o):
        return isinstance(o, O) and self.n == o.n

    def __hash__(self):
        return hash(self.n)

    def __repr__(self):
        return 'O%d' % self.n

def waste(n=40):
    if n:
        waste(n - 1)
    else:
        return [0] * 50

def collect():
    waste()
    gc.collect()
    gc.collect()

def make():
    d['a'] = O(1)
    k = O(2)
    wk[k] = 5
    ws.add(O(3))
    return None

d = weakref.WeakValueDictionary()
wk = weakref.WeakKeyDictionary()
ws = weakref.WeakSet()
keep = O(10)
d['k'] = keep
wk[keep] = 'v'
ws.add(keep)
assert str(d['k']) == 'O10'
assert str(len(d)) == '1'
assert 'k' in d
assert str(d.get('x', 4)) == '4'
assert str(list(d.items())) == "[('k', O10)]"
assert str(list(wk.items())) == "[(O10, 'v')]"
assert str(len(ws)) == '1'
assert keep in ws
assert str(wk[keep]) == 'v'
assert str(list(ws)) == '[O10]'
assert attempt(lambda: d['zz']) == "KeyError 'zz'"
assert attempt(lambda: d.pop('zz')) == "KeyError 'zz'"
p = weakref.proxy(keep)
assert p is weakref.proxy(keep) # it is shared, but with a callback it is not
assert weakref.proxy(keep, print) is not p and weakref.proxy(keep) is p
assert str(p.n) == '10'
assert str(p + 5) == '15'
assert str(len(p)) == '7'
assert p == keep
assert isinstance(p, O)
assert str(str(p)) == 'O10'
p.n = 11
assert str(keep.n) == '11'
m = weakref.WeakMethod(keep.m)
assert str(m()()) == '11'
assert m == weakref.WeakMethod(keep.m)
assert hash(m) == hash(weakref.WeakMethod(keep.m))
assert str(weakref.getweakrefcount(O(5))) == '0'
assert len(weakref.getweakrefs(keep)) > 0
f = weakref.finalize(keep, print, 'bye', end='!\n')
assert f.alive
assert f.atexit
assert f.peek()[0] is keep
assert f() is None
assert not f.alive
assert f() is None
g = weakref.finalize(keep, print, 'never')
assert g.detach()[0] is keep
assert not g.alive
s2 = ws | [keep]
assert str(len(s2)) == '1'
assert ws.isdisjoint([O(77)])
r = weakref.ref(keep)
assert r() is keep
assert hash(r) == hash(keep)
assert r == weakref.ref(keep)
assert type(r) is weakref.ReferenceType
assert attempt(lambda: weakref.ref(5)) == "TypeError cannot create weak reference to 'int' object"
assert attempt(lambda: weakref.WeakMethod(len)) == "TypeError argument should be a bound method, not <class 'builtin_function_or_method'>"
assert str(d.copy()['k']) == 'O11'
assert str(list(d.values())) == '[O11]'
assert str(d.setdefault('k', None)) == 'O11'


# classes derived from ref: callbacks get the instance, and __new__ takes what ref takes
class Thing:
    def __init__(self, v=0):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Thing) and self.v == other.v

    def __hash__(self):
        return hash(self.v)

    def method(self):
        return self.v

    def other(self):
        return -self.v


class Named(weakref.ref):
    def __new__(cls, o, callback, name):
        return weakref.ref.__new__(cls, o, callback)

    def __init__(self, o, callback, name):
        super().__init__(o, callback)
        self.name = name


seen = []
def make():
    named = [Named(Thing(i), seen.append, "n%d" % i) for i in range(20)]
    assert named[3].name == "n3"
    return named
named = make()
gc.collect()
assert seen and all(type(r) is Named and r.name.startswith("n") and r in named for r in seen)
dead = [r for r in named if r() is None]
assert dead and all(r.__callback__ is None for r in dead)
x, y = Thing(1), Thing(1)
own = Named(x, None, "x")
assert own() is x and weakref.getweakrefs(x) == [own] and own == weakref.ref(y) and hash(own) == hash(x)

# methods
a, b, c = weakref.WeakMethod(x.method), weakref.WeakMethod(y.method), weakref.WeakMethod(y.other)
assert isinstance(a, weakref.ref) and a()() == 1 and a == b and not a != b and b != c and hash(a) == hash(b)
assert weakref.WeakMethod.__module__ == weakref.ref.__module__ == "weakref" and a.__eq__(1) is NotImplemented
assert attempt(lambda: weakref.WeakMethod(len)).startswith("TypeError")

import copy
class Tagged(weakref.WeakSet):
    pass


s = Tagged([x])
s.tag = [1]
t, u = copy.copy(s), copy.deepcopy(s)
assert type(t) is type(u) is Tagged and t == s == u and t.tag is s.tag and u.tag == [1] and u.tag is not s.tag
