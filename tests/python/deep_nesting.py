# modes: normal switch sanitize
# Containers nested deeper than the C stack: RecursionError, and the program goes on.
def raises(f):
    try:
        f()
    except RecursionError:
        return
    raise AssertionError


def nested(wrap, empty):
    deep = empty
    for _ in range(400000):
        deep = wrap(deep)
    return deep


for wrap, empty in ((lambda x: [x], []), (lambda x: (x,), ()), (lambda x: {0: x}, {})):
    a = nested(wrap, empty)
    b = nested(wrap, empty)
    raises(lambda: repr(a))
    raises(lambda: a == b)
    a = b = None
