# needs: large_functions tstrings type_params
# Template strings of many fields, many type parameters.
for n in (10, 24, 25, 60, 300):
    x = "v"
    t = eval("t'" + "{x}a" * n + "'")
    assert len(t.interpolations) == n and t.strings == ("",) + ("a",) * n and t.values == ("v",) * n
    assert t.interpolations[n - 1].expression == "x"
    names = ["T%d" % i for i in range(n)]
    space = {}
    exec("def f[%s](): return %s\ntype A[%s] = T1\nclass C[%s](list): y = T2" % ((", ".join(names),) * 4), space)
    assert [p.__name__ for p in space["f"].__type_params__] == names
    assert space["f"]() == space["f"].__type_params__
    assert space["A"].__value__ is space["A"].__type_params__[1] and space["C"].y is space["C"].__type_params__[2]
nested = eval("[1, " * 80 + "t'{x}" + "{x}" * 30 + "'" + "]" * 80)
for _ in range(79):
    nested = nested[1]
assert len(nested[1].values) == 31
