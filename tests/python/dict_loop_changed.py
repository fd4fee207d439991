# needs: word64 methods messages
# A loop over a dict ends with an error when its keys change, though not their number.


def walk(n, at, change):
    d = dict.fromkeys(range(n))
    seen = 0
    try:
        for k in d:
            if k == at:
                change(d, k)
            seen += 1
    except RuntimeError as e:
        return str(e), seen
    return "the end", seen


def replace(d, k):
    del d[k]
    d["new"] = 1


def put_back(d, k):
    d[k] = d.pop(k)


for n in (1, 3, 9, 100, 3000):
    assert walk(n, -1, None) == ("the end", n)
    for at in (0, n // 2, n - 1):
        for change in (replace, put_back):
            end, seen = walk(n, at, change)
            # (Where the table has just been made smaller, the loop ends as if nothing had happened: as in CPython.)
            assert end in ("dictionary keys changed during iteration", "the end") and seen == n, (n, at, end, seen)
        assert walk(n, at, lambda d, k: d.pop(k)) == (
            "dictionary changed size during iteration", at + 1)
        assert walk(n, at, lambda d, k: d.update(new=1)) == ("dictionary changed size during iteration", at + 1)
        assert walk(n, at, lambda d, k: d.__setitem__(k, 2)) == ("the end", n)
assert walk(100, 50, replace)[0] == walk(100, 99, put_back)[0] == "dictionary keys changed during iteration"

# a loop that has ended stays so, also one that broke off
d = {1: 1, 2: 2}
for k in d:
    break
d[3] = 3
assert [k for k in d] == [1, 2, 3]
d = {}
for k in d:
    d[1] = 1
assert d == {}
