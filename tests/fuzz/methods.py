# Everything is called with everything: each function, method and computed attribute of each built-in type and module,
# on objects of the right type, on objects made by __new__ alone, and on objects that are none of its business.
# Run by methods.sh, one type or module after the other; the argument `list` lists them.
import sys

MODULES = ("array cmath collections errno gc io math micropython os os.path random struct sys time weakref "
           "builtins binascii copyreg json re hashlib zlib vfs uctypes heapq itertools functools").split()
# what would end the program, wait, or leave a mark on the machine
LEAVE_OUT = {"exit", "quit", "input", "sleep", "sleep_ms", "sleep_us", "system", "remove", "unlink", "rmdir", "rename", "mkdir",
             "heap_lock", "breakpoint", "chdir", "sync", "putenv", "unsetenv", "replace", "_exit", "abort", "kbd_intr",
             "makedirs", "removedirs", "exec", "open", "FileIO", "stdout", "stderr", "stdin", "print_exception", "print",
             "mem_info", "qstr_info", "help", "dump", "mount", "umount", "dupterm", "reset", "soft_reset", "stack_use",
             "breakpointhook", "__breakpointhook__", "_sink", "_sink_max"}


def modules():
    for name in MODULES:
        try:
            m = __import__(name)
        except ImportError:
            continue
        for part in name.split(".")[1:]:
            m = getattr(m, part)
        yield name, m


def generator():
    yield 1


async def coroutine():
    pass


def samples():
    """Objects of all kinds; new ones each time."""
    import array, collections, io, struct, weakref, random

    class Plain:
        pass

    class Sub(list):
        pass

    some = Plain()
    some.x = 1
    try:
        raise ValueError(1)
    except ValueError as e:
        caught = e
    c = coroutine()
    out = [1, "text", b"bytes", bytearray(b"array"), memoryview(bytearray(b"view")), [1, 2, 3], (1, 2), {1: 2}, {1, 2},
           frozenset("a"), range(5), slice(1, 2), 1.5, 2j, 1 << 70, True, None, ..., NotImplemented, some, Sub([1]),
           caught, caught.__traceback__, generator(), c, c.__await__(), generator, len, [].append, some.__init__, Plain, int, type,
           property(len), staticmethod(len), classmethod(len), super(Sub, Sub()), iter([]), iter(""), iter({}), iter({}.items()),
           iter({1}), iter(range(2)), iter(lambda: 1, 1), map(len, []), zip([1]), filter(None, []), enumerate([]), reversed([1]),
           {}.keys(), {}.values(), {}.items(), array.array("i", [1]), collections.deque([1, 2]), collections.OrderedDict(),
           collections.defaultdict(int), collections.namedtuple("N", "a b")(1, 2), io.BytesIO(b"x"), io.StringIO("x"),
           random.Random(1), list[int], int | str, sys, Plain.__dict__, ExceptionGroup("g", [ValueError()]), OSError(2, "x"),
           (lambda: 0).__code__, iter(memoryview(b"a")), compile("1", "f", "eval"), some.__class__.__init__, object()]
    for make in (lambda: weakref.ref(some), lambda: struct.Struct("i"), lambda: collections.Counter("ab"),
                 lambda: collections.ChainMap({}), lambda: iter(collections.deque("a")), lambda: struct.iter_unpack("b", b"a"),
                 lambda: io.TextIOWrapper(io.BytesIO(b"a\nb")), lambda: io.BufferedReader(io.BytesIO(b"a")),
                 lambda: eval("t'{1}'"), lambda: weakref.WeakSet(), lambda: weakref.finalize(some, len)):
        try:
            out.append(make())
        except Exception:
            pass
    return out


def odd():
    return [None, -1, 1 << 70, "", b"", [], object(), float("nan"), "x" * 300, 0, (1, 2), {}, int, len, "big"]


def types():
    seen = [t for t in map(type, samples())]
    for name, m in modules():
        for key in dir(m):
            t = getattr(m, key, None)
            if isinstance(t, type):
                seen.append(t)
    unique = {}
    for t in [t for t in seen if t.__name__ not in LEAVE_OUT]:
        unique.setdefault(t.__name__ + "#" + str(len([u for u in unique.values() if u.__name__ == t.__name__ and u is not t])), t)
    return unique


calls = 0
trace = None


def attempt(f, *args):
    global calls
    calls += 1
    if trace is not None:
        trace.append(calls)
    try:
        result = f(*args)
        repr(result)
        if hasattr(result, "__next__"):
            for _ in range(3):
                next(result, None)
        if hasattr(result, "close"):
            result.close()
        (lambda: None)() # what was given to sys.settrace() or micropython.schedule() runs here
    except KeyboardInterrupt: # methods.sh's time is up
        print("endless:", getattr(f, "__qualname__", "?"), [type(a).__name__ for a in args], file=sys.stderr)
        raise
    except BaseException:
        pass


def instances(t):
    out = [o for o in samples() if type(o) is t]
    for args in ((), (t,)):
        for make in (t.__new__, object.__new__):
            try:
                out.append(make(t, *args[1:]))
            except BaseException:
                pass
    for args in ((), (1,), ("a",), ([1],), (b"ab",), ("a", "b"), ("i", [1]), (1, 2, 3)):
        try:
            out.append(t(*args))
        except BaseException:
            pass
    try:
        class Derived(t):
            pass
        for args in ((), (1,), ("a",), ([1],)):
            try:
                out.append(Derived(*args))
            except BaseException:
                pass
        out.append(Derived.__new__(Derived))
    except BaseException:
        pass
    return out


def names_of(o):
    try:
        return [n for n in dir(o) if n not in LEAVE_OUT]
    except Exception:
        return []


def find(o, name):
    try:
        return getattr(o, name, None)
    except Exception: # of an object that only __new__ saw
        return None


def try_type(t):
    for args in [()] + [(a,) for a in odd()] + [(a, b) for a in odd() for b in odd()]:
        attempt(t, *args)
    # on its own objects
    for i in range(len(instances(t))):
        for name in names_of(t):
            for n in range(4):
                o = instances(t)[i]
                f = find(o, name)
                arguments = [()] if n == 0 else [(a,) for a in odd()] if n == 1 else \
                    [(a, b) for a in odd()[:9] for b in odd()[:9]] if n == 2 else [(a, a, a) for a in odd()]
                for args in arguments:
                    attempt(f, *args)
                attempt(setattr, o, name, None)
                attempt(delattr, o, name)
                attempt(repr, o)
            if i > 4:
                break
    # on what is none of its business
    for name in names_of(t):
        f = find(t, name)
        for o in samples():
            attempt(f, o)
            for a in odd()[:6]:
                attempt(f, o, a)
            attempt(f, o, -1, 2)
            attempt(getattr(f, "__get__", None), o)
            attempt(getattr(f, "__set__", None), o, 1)
            own = t.__dict__.get(name) if hasattr(t, "__dict__") else None
            attempt(getattr(own, "__get__", None), o)
            attempt(lambda: type("Thief", (), {"x": f})().x)


def try_module(m):
    for name in names_of(m):
        f = getattr(m, name, None)
        if isinstance(f, type) or not callable(f):
            continue
        attempt(f)
        for a in odd() + samples():
            attempt(f, a)
        for a in odd() + samples():
            for b in odd():
                attempt(f, a, b)
        for a in odd():
            attempt(f, a, a, a)
            attempt(f, "", a, a)
            attempt(f, "i", bytearray(8), a)


if __name__ == "__main__":
    if sys.argv[1] == "list":
        for n in list(types()) + ["module " + n for n, m in modules()]:
            print(n)
    elif sys.argv[1].startswith("module "):
        try_module(dict(modules())[sys.argv[1][7:]])
        print("done", calls > 0)
    else:
        try_type(types()[sys.argv[1]])
        print("done", calls > 0)
