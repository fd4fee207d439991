# needs: methods messages annotations docstrings
# inspect.signature() of built-in functions, classes and methods.
import inspect


def says(f, text):
    assert str(inspect.signature(f)) == text, (f, inspect.signature(f))


def error(f):
    try:
        inspect.signature(f)
    except ValueError as e:
        return str(e)


class Items(list):
    pass


class Number(int):
    def __init__(self, a, b=2):
        pass


says(len, "(obj, /)")
says(print, "(*args, sep=' ', end='\\n', file=None, flush=False)")
says(sorted, "(iterable, /, *, key=None, reverse=False)")
says(open, "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)")
says(pow, "(base, exp, mod=None)")
says(globals, "()")
says(list, "(iterable=(), /)")
says(enumerate, "(iterable, start=0)")
says(property, "(fget=None, fset=None, fdel=None, doc=None)")
says(Items, "(iterable=(), /)")
says(Number, "(a, b=2)")
says(list.append, "(self, object, /)")
says([].append, "(object, /)")
says(Items().append, "(object, /)")
says(Items.append, "(self, object, /)")
says(list.sort, "(self, /, *, key=None, reverse=False)")
says([].sort, "(*, key=None, reverse=False)")
says(str.upper, "(self, /)")
says("a".upper, "()")
says("a".split, "(sep=None, maxsplit=-1)")
says(str.join, "(self, iterable, /)")
says(dict.get, "(self, key, default=None, /)")
says(dict.fromkeys, "(iterable, value=None, /)")
says({}.fromkeys, "(iterable, value=None, /)")
says(float.fromhex, "(string, /)")
says(int.from_bytes, "(bytes, byteorder='big', *, signed=False)")
says((5).to_bytes, "(length=1, byteorder='big', *, signed=False)")
says(set().union, "(*others)")
says(ValueError().add_note, "(object, /)")
assert inspect.signature(sum).parameters["start"].default == 0 and inspect.signature("a".encode).parameters["errors"].default == "strict"
for f in max, min, next, iter, getattr, dir, dict.update:
    assert error(f).startswith("no signature found for builtin <"), f
for c in int, str, dict, range, bytes, super:
    assert error(c) == "no signature found for builtin type %r" % c
