# What is left when a program ends is finalised: __del__ runs, suspended generators are closed, files are written.
import gc

log = []


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


def guarded(name):
    try:
        yield 1
    finally:
        log.append("closed " + name)


def managed(name):
    with Context(name):
        yield 1
        yield 2


class Context:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *what):
        log.append("left " + self.name + " " + (what[0].__name__ if what[0] else "None"))


def wait_for(text):
    for i in range(50):
        [0] * 100
        gc.collect()
        if text in log:
            return True
        (lambda a, b, c, d: [a, b, c, d, i])(1, 2, 3, 4)
    return False


def forget(n):
    if n:
        return forget(n - 1)
    g = guarded("a")
    assert next(g) == 1
    h = managed("b")
    assert next(h) == 1
    n = Noted("c")


forget(20)
assert wait_for("closed a")
assert wait_for("left b GeneratorExit")
assert wait_for("c")
assert log.count("closed a") == 1


# one that never began has nothing to close; one that is through neither
def through():
    try:
        yield 1
    finally:
        log.append("through")


def forget_more(n):
    if n:
        return forget_more(n - 1)
    through()
    assert list(through()) == [1]


forget_more(20)
for i in range(5):
    gc.collect()
assert log.count("through") == 1

# at the very end
class Last:
    def __del__(self):
        print("the end")


last = Last()


def open_end():
    try:
        yield
    finally:
        print("the generator's end")


end = open_end()
next(end)
