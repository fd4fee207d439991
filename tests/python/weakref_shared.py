# Weak references without a callback are shared: an object has one, however often it is asked for.
# needs: methods weakref gc class_hooks derived_types
import gc
import weakref


class C:
    pass


class Own(weakref.ref):
    pass


def count(n):
    assert weakref.getweakrefcount(c) == n, weakref.getweakrefcount(c)


c, d = C(), C()
r = weakref.ref(c)
assert weakref.ref(c) is r and weakref.ref(c, None) is r and r() is c
assert weakref.ref(d) is not r and weakref.ref(d) is weakref.ref(d)
count(1)
gc.collect()
assert weakref.ref(c) is r and weakref.getweakrefs(c) == [r]

called = []
one, two = weakref.ref(c, called.append), weakref.ref(c, called.append)
assert one is not two and one is not r and one == r and weakref.ref(c) is r
own, other = Own(c), Own(c)
assert own is not other and type(weakref.ref(c)) is weakref.ref and weakref.ref(c) is r
count(5)
proxy = weakref.proxy(c)
count(6)
assert proxy.__class__ is C

many = [C() for _ in range(300)]
refs = [weakref.ref(x) for x in many]
garbage = [bytearray(1000) for _ in range(3000)]
del garbage
gc.collect()
assert all(weakref.ref(x) is y for x, y in zip(many, refs))

old = refs[0]
many.clear()
many.extend(C() for _ in range(300))
gc.collect()
assert all(weakref.ref(x) is not old and weakref.ref(x)() is x for x in many)
