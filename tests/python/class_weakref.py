# needs: messages
# weakref.ref
import gc
import weakref


class Node:
    pass


def make(n):
    kept = [Node() for i in range(n)]
    refs = [weakref.ref(x) for x in kept]
    return kept, refs


kept, refs = make(20)
gc.collect()
assert all(r() is x for r, x in zip(refs, kept))
assert weakref.ref(kept[0]) == refs[0] and hash(refs[0]) == hash(kept[0]) and refs[0] != refs[1]
called = []


def later():
    x = Node()
    return weakref.ref(x, called.append)


def churn(n):
    return churn(n - 1) + [n] if n else []


lost = [later() for i in range(20)]
del kept[:15]
x = None
for _ in range(3):
    churn(50)
    gc.collect()
assert sum(r() is None for r in refs) >= 10 and all(r() is x for r, x in zip(refs[15:], kept))
assert sum(r() is None for r in lost) >= 15 and len(called) >= 15 and all(r in lost for r in called[:3])
assert refs[19].__callback__ is None and lost[19] is not None
for bad in (5, "text", None, (1, 2)):
    try:
        weakref.ref(bad)
        assert False
    except TypeError as e:
        assert str(e) == f"cannot create weak reference to '{type(bad).__name__}' object"


class Sub(weakref.ref):
    def __init__(self, o, callback=None):
        super().__init__(o, callback)
        self.extra = 1


n = Node()
s = Sub(n)
assert s() is n and s.extra == 1
print("ok")
