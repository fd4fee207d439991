# needs: methods
# The read-only view of a class's namespace.
class A:
    x = 1
    y = 2


p = A.__dict__
assert type(p).__name__ == "mappingproxy" and p["x"] == 1 and "y" in p and "z" not in p and len(p) >= 2
assert p.get("x") == 1 and p.get("z") is None and p.get("z", 5) == 5
assert "x" in p.keys() and 2 in p.values() and ("x", 1) in p.items() and "x" in list(p)
for bad in (lambda: p.__setitem__("x", 2), lambda: p.__delitem__("x"), lambda: p.clear(), lambda: p.update({})):
    try:
        bad()
    except AttributeError:
        pass
    else:
        assert False
try:
    p["x"] = 3
    assert False
except TypeError as e:
    assert str(e) == "'mappingproxy' object does not support item assignment"
try:
    del p["x"]
    assert False
except TypeError as e:
    assert str(e) == "'mappingproxy' object does not support item deletion"
try:
    p["z"]
    assert False
except KeyError as e:
    assert e.args == ("z",)
try:
    hash(p)
    assert False
except TypeError as e:
    assert "unhashable type" in str(e)
A.z = 3
assert p["z"] == 3 and p == A.__dict__ and p != {} and dict(p)["z"] == 3 and p.copy()["x"] == 1 and type(p.copy()) is dict
assert repr(p).startswith("mappingproxy({") and "'x': 1" in repr(p)
proxy = type(p)({"a": 1, "b": 2})
assert proxy["a"] == 1 and proxy == {"a": 1, "b": 2} and repr(proxy) == "mappingproxy({'a': 1, 'b': 2})" and list(reversed(proxy)) == ["b", "a"]
assert proxy | {"c": 3} == {"a": 1, "b": 2, "c": 3} and bool(proxy) and not type(p)({})
for bad in (1, [1], (1,)):
    try:
        type(p)(bad)
    except TypeError as e:
        assert "mapping" in str(e)
    else:
        assert False, bad
