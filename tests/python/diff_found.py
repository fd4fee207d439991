# What random programs found to differ from CPython.
# needs: groups except_star messages methods percent slots tracing memoryview
import sys



def raised(function, *args):
    try:
        function(*args)
    except BaseException as e:
        return e


def shown(e):
    text = f"{type(e).__name__}({e})"
    if isinstance(e, BaseExceptionGroup):
        text += "[" + ", ".join(shown(x) for x in e.exceptions) + "]"
    return text


def lines_of(e):
    lines, traceback = [], e.__traceback__.tb_next
    while traceback:
        lines.append(traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno)
        traceback = traceback.tb_next
    return lines


# except* and a naked exception: raised again it stays in its group, not handled it is itself

def again():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def unhandled():
    try:
        raise ValueError(1)
    except* TypeError:
        raise


def another():
    try:
        raise ValueError(1)
    except* ValueError:
        raise KeyError(2)


def some():
    try:
        raise BaseExceptionGroup("g", [ValueError(1), KeyboardInterrupt()])
    except* ValueError:
        pass


assert shown(raised(again)) == "ExceptionGroup( (1 sub-exception))[ValueError(1)]"
assert shown(raised(unhandled)) == "ValueError(1)"
assert shown(raised(another)) == "KeyError(2)"
assert shown(raised(another).__context__) == "ExceptionGroup( (1 sub-exception))[ValueError(1)]"
assert shown(raised(some)) == "BaseExceptionGroup(g (1 sub-exception))[KeyboardInterrupt()]"

# the traceback has one entry for the function in which the group was split
assert lines_of(raised(some)) == [2]
assert lines_of(raised(unhandled)) == [2]

# in-place operators that numbers don't have


def and_(x, y):
    x &= y


def matmul(x, y):
    x @= y


def item(x, y):
    l = [x]
    l[0] |= y


assert str(raised(and_, 2.5, 1)) == "unsupported operand type(s) for &=: 'float' and 'int'"
assert str(raised(and_, 1, 2.5)) == "unsupported operand type(s) for &=: 'int' and 'float'"
assert str(raised(matmul, 1, 2)) == "unsupported operand type(s) for @=: 'int' and 'int'"
assert str(raised(matmul, 1, 2.0)) == "unsupported operand type(s) for @=: 'int' and 'float'"
assert str(raised(item, 1.0, 2.0)) == "unsupported operand type(s) for |=: 'float' and 'float'"

# a subclass is told by its own name


class Set(set):
    pass


class Text(str):
    def __repr__(self):
        return "<text>"


assert str(raised(float, Set())) == "float() argument must be a string or a real number, not 'Set'"
assert str(raised(float, Text("x"))) == "could not convert string to float: <text>"
assert str(raised(float, "x")) == "could not convert string to float: 'x'"

assert str(raised(range(3).index, "a")) == "sequence.index(x): x not in sequence"
assert str(raised(range(3).index, 7)) == "7 is not in range"

# types of varying size have no __slots__, whatever is in them
for base in int, tuple, bytes:
    for slots in ("x",), (1,), ("a b",), ("__dict__",):
        e = raised(type, "C", (base,), {"__slots__": slots})
        assert str(e) == f"nonempty __slots__ not supported for subtype of '{base.__name__}'", e
    type("C", (base,), {"__slots__": ()})


class Slots:
    __slots__ = "x"


assert str(raised(delattr, Slots(), "x")) == "x"

# a class is no mapping and not iterable, though it can be subscripted
assert str(raised(lambda: b"," % Exception)) == "not all arguments converted during bytes formatting"
assert str(raised(lambda: "," % list)) == "not all arguments converted during string formatting"
assert str(raised(bytes, list)) == "cannot convert 'type' object to bytes"
assert str(raised(bytearray, list)) == "cannot convert 'type' object to bytearray"


def assign(v):
    bytearray(b"abc")[:1] = v


assert str(raised(assign, None)) == "cannot convert 'NoneType' object to bytearray"
assert str(raised(assign, list)) == "cannot convert 'type' object to bytearray"
assert str(raised(assign, 1)) == "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
assert str(raised(assign, "x")) == "can assign only bytes, buffers, or iterables of ints in range(0, 256)"

assert str(raised(lambda: b"abc"[3])) == "index out of range"
assert str(raised(lambda: bytearray(b"abc")[3])) == "bytearray index out of range"

assert repr(list[type(None)]) == "list[NoneType]" and repr(list[None]) == "list[None]"
assert repr(list[int | None]) == "list[int | None]" and repr(None | list[None]) == "None | list[None]"


# what __int__ gives is looked at
class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


assert "%d" % Number(3) == "3" and "%5d" % Number(2**70) == "1180591620717411303424"
for wrong in 1.5, "1", None, [], b"1", 2j:
    assert str(raised(lambda: "%d" % Number(wrong))) == "%d format: a real number is required, not Number", wrong

# an empty text has no wrong items
b = bytearray(b"ab")
assert b.extend("") is None and b == b"ab"
assert str(raised(b.extend, "a")) == "expected iterable of integers; got: 'str'"

# which argument is looked at first
assert str(raised(compile, "1", 5, 7)) == "expected str, bytes or os.PathLike object, not int"
assert str(raised(compile, "1", "x", 7)) == "compile() argument 'mode' must be str, not int"
assert str(raised(eval, "1", 5, 7)) == "locals must be a mapping"
assert str(raised(eval, "1", 5, {})) == "globals must be a dict"
assert str(raised(exec, "1", 5, 7)) == "exec() globals must be a dict, not int"

# & and ^ of views: only what is in the result needs a hash
d = {1: [], 2: 3}
assert d.items() & [[]] == set() and d.items() & [(2, 3), (1, 2), 5] == {(2, 3)}
assert d.items() ^ d.items() == set() and d.items() ^ {1: [], 4: 5}.items() == {(2, 3), (4, 5)}
assert [[], (2, 3)] & d.items() == {(2, 3)} and {(2, 3)}.isdisjoint(d.items() & [(1, [2])])
assert str(raised(lambda: d.items() & [(1, [])])) == "unhashable type: 'list'"
assert str(raised(lambda: d.items() ^ {1: 2}.items())) == "unhashable type: 'list'"
assert str(raised(lambda: d.items() & {(2, 3), 1, 2, 4})) == "unhashable type: 'list'"
assert d.keys() & [2, 7] == {2} == {2, 7, 8} & d.keys() and {1, 2, 3}.intersection(d) == d.keys() & d.keys() == {1, 2}
assert d.keys() ^ {2, 7} == {1, 7} and {2: 3}.items() & {(2, 3), 4} == {(2, 3)}
assert repr({True} & frozenset((1,))) == "{1}" and repr({True, 2} & {1}) == "{1}" and repr({True} & {1, 2}) == "{True}"


# the names of a generator can be set
def count():
    yield 1


g = count()
g.__qualname__ = "Q"
assert g.__qualname__ == "Q" and g.__name__ == "count" and repr(g).startswith("<generator object Q at ")
g.__name__ = "N"
assert g.__qualname__ == "Q" and g.__name__ == "N" and g.gi_frame is not None and list(g) == [1] and g.__name__ == "N"
for name in "__name__", "__qualname__":
    for wrong in 1, None, b"x":
        assert str(raised(setattr, g, name, wrong)) == name + " must be set to a string object"
    assert str(raised(delattr, g, name)) == name + " must be set to a string object"
    assert raised(lambda: setattr(count(), name, "x")) is None
g = count()
g.gi_frame
g.__name__ = "N"
assert g.__qualname__ == "count" and g.__name__ == "N"


# throw() into a generator that has not begun is told in the line of its def
def places(e):
    at, result = e.__traceback__, []
    while at:
        result.append((at.tb_frame.f_code.co_name, at.tb_lineno - at.tb_frame.f_code.co_firstlineno))
        at = at.tb_next
    return result


assert places(raised(count().throw, ValueError)) == [("raised", 2), ("count", 0)]
g = count()
g.close()
assert places(raised(g.throw, ValueError)) == [("raised", 2)]

# a module and the body of a class have no arguments for super()
assert str(raised(exec, "super()", {})) == str(raised(exec, "class C:\n super()", {})) == "super(): no arguments"

assert str(raised(FileNotFoundError.__new__, 1)) == "OSError.__new__(X): X is not a type object (int)"

# a view with gaps is no text of a number, and nothing to be joined
m = memoryview(b"123456")[::2]
assert str(raised(float, m)) == "float() argument must be a string or a real number, not 'memoryview'"
assert str(raised(int, m)) == "int() argument must be a string, a bytes-like object or a real number, not 'memoryview'"
assert str(raised(b",".join, [b"a", m])) == "sequence item 1: expected a bytes-like object, memoryview found"
assert str(raised(lambda: b"a" + m)) == "can't concat memoryview to bytes"
assert str(raised(lambda: bytearray(b"a") + m)) == "can't concat memoryview to bytearray"
assert float(m.obj) == 123456.0 and b",".join([memoryview(b"12"), b"a"]) == b"12,a" and b"a" + memoryview(b"12") == b"a12"
assert int(memoryview(b"12")) == 12 and bytes(m) == b"135"


# what is called with a wrong * or ** is named
def words(source):
    return str(raised(exec, source, globals()))


def takes(*args, **keywords):
    return args, keywords


class Holder:
    def method(self): pass


here = __name__ + "."
assert words("takes(*1)") == here + "takes() argument after * must be an iterable, not int"
assert words("takes(**1)") == here + "takes() argument after ** must be a mapping, not int"
assert words("takes(1, *2)") == "Value after * must be an iterable, not int"
assert words("Holder().method(*None)") == here + "Holder.method() argument after * must be an iterable, not NoneType"
assert words("Holder(*3)") == here + "Holder() argument after * must be an iterable, not int"
assert words("len(**3)") == "len() argument after ** must be a mapping, not int"
assert words("(lambda: 0)(*3)") == here + "<lambda>() argument after * must be an iterable, not int"
assert words("takes(a=1, **{'a': 2})") == here + "takes() got multiple values for keyword argument 'a'"
assert words("takes(**{'a': 2}, **{'a': 3})") == here + "takes() got multiple values for keyword argument 'a'"
assert words("class X(**1): pass") == "__build_class__() argument after ** must be a mapping, not int"
assert words("class X(a=1, **{'a': 1}): pass") == "__build_class__() got multiple values for keyword argument 'a'"
assert takes(*"ab", k=1) == takes(*["a", "b"], **{"k": 1}) == takes(*iter("ab"), k=1) == (("a", "b"), {"k": 1})
order = []
assert takes(*(order.append(i) for i in range(2)), k=order.append("k")) == ((None, None), {"k": None}) and order == ["k", 0, 1]
changing = [1, 2]
assert (lambda a, b, c=changing.clear(): (a, b))(*[1, 2]) == (1, 2)


# a metaclass is asked for __class_getitem__; a tuple is a tuple of classes, whatever it defines
class Asked(type):
    def __getattr__(self, name):
        return lambda key: (name, key)


class Asks(metaclass=Asked):
    pass


class Classes(tuple):
    def __instancecheck__(self, o): return True


assert Asks[2] == ("__class_getitem__", 2)
assert not isinstance(1, Classes()) and isinstance(1, Classes([int])) and issubclass(int, Classes([int]))
assert repr(list[takes]) == f"list[{here}takes]" and repr(set[len]) == "set[len]" and repr(list[Holder.method]) == f"list[{here}Holder.method]"

assert str(raised(b"ab".hex, bytearray(b"-"))) == str(raised(b"ab".hex, [1])) == "sep must be str or bytes."
assert b"a".__eq__(bytearray(b"a")) is b"a".__lt__(bytearray(b"b")) is NotImplemented
assert b"a" == bytearray(b"a") == b"a" < bytearray(b"b") and bytearray(b"a").__eq__(b"a")
for make in bytes, bytearray:
    assert str(raised(make, -sys.maxsize - 1)) == "negative count"
    assert str(raised(make, -sys.maxsize - 2)) == "cannot fit 'int' into an index-sized integer"
    assert str(raised(make.fromhex, "1_\xe9")).endswith("position 2")
assert str(raised(format, sys.maxsize, "c")) == "%c arg not in range(0x110000)"
assert str(raised(format, 2**64, "c")) == "Python int too large to convert to C long"
assert str(raised(lambda: print(sep=[], other=1))) == "print() got an unexpected keyword argument 'other'"
for wrong, error in ("\ud800", UnicodeEncodeError), ("utf-8\0", ValueError):
    for f in b"a".decode, "a".encode, lambda name: str(3, name), lambda name: b"a".decode("utf-8", name):
        assert type(raised(f, wrong)) is error
assert str(raised(memoryview(b"ab").cast, "\xe9")).startswith("'ascii' codec can't encode character")
assert str(raised(memoryview(b"ab").__getitem__, Holder())) == "memoryview: invalid slice key"
assert str(raised(lambda: {2: []}.items() - 0)) == "unhashable type: 'list'"
assert type(OSError(True, "x")) is PermissionError
e = OSError(2, "x")
assert e.__init__(3, "y", key=1) is None and e.args == (2, "x") and e.errno == 2
assert str(raised(lambda: ExceptionGroup("g", [e]).__init__(key=1))) == "ExceptionGroup() takes no keyword arguments"
assert str(raised(object.__setattr__, int, "a")).endswith("expected 2 arguments, got 1")

# views with gaps, empty ones too
m = memoryview(b"abcdefgh")[::2]
empty = memoryview(b"abc")[3:0:2]
assert not empty.contiguous and memoryview(b"a")[::2].contiguous and bytes(empty) == b"" and empty.tolist() == []
for view in m, empty:
    for f in b"c".find, bytearray(b"c").count, b"c".split, b"c".strip, b"c".__contains__, b"c".translate:
        assert type(raised(f, view)) is BufferError
    assert bytearray(b"c").__eq__(view) is NotImplemented
    assert str(raised(view.cast, "B")) == "memoryview: casts are restricted to C-contiguous views"
assert str(raised(bytearray().extend, m)) == "can't set bytearray slice from memoryview"
assert str(raised(bytearray().__iadd__, m)) == "can't concat memoryview to bytearray"
b = bytearray(b"abcd")
b[0:1] = m
assert b == b"acegbcd" and b.partition(memoryview(b"ebg")[::2]) == (b"ac", b"eg", b"bcd")
b[0:8:2] = m
assert b == b"accgecg"
assert str(raised(bytearray().__setitem__, 10**20, 1.5)) == "cannot fit 'int' into an index-sized integer"
assert str(raised(memoryview(b"").cast, "B", 1)) == "memoryview: cannot cast view with zeros in shape or strides"
for f in [].__getitem__, "abc".__getitem__, range(3).__getitem__:
    assert str(raised(f, slice(bytearray, 1, 0))) == "slice step cannot be zero"
assert not hasattr({}.values(), "__contains__") and 1 in {2: 1}.values() and 3 not in {2: 1}.values()


# objects whose iterators are none
class NoIterator:
    def __iter__(self): return self


class Fails:
    def __init__(self, error): self.error = error
    def __iter__(self): raise self.error


for wrong in NoIterator(), Fails(TypeError("mine")):
    name = type(wrong).__name__
    assert str(raised(lambda: 1 in wrong)) == f"argument of type '{name}' is not iterable"
    assert str(raised("".join, wrong)) == "can only join an iterable"
assert str(raised(lambda: 1 in Fails(ValueError("mine")))) == str(raised("".join, Fails(ValueError("mine")))) == "mine"
assert type(raised(exec, " 0x")) is IndentationError

# what a clause of except* matched stays the exception that is handled
def no_class():
    raise LookupError


context = None
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        assert sys.exception() is e
    except* no_class():
        pass
except LookupError as e:
    context = e.__context__
assert repr(context) == "ExceptionGroup('g', [ValueError(1)])" and sys.exception() is None

# what is no class, and what has no bases
assert str(raised(issubclass, list[int], type)) == str(raised(issubclass, list[int], 0)) == "issubclass() arg 1 must be a class"
assert not hasattr(list[int], "__bases__")

# no more is asked for than it takes
def one_and_fail():
    yield 1
    raise ValueError


assert {1}.issubset(one_and_fail()) and not {2}.issuperset(one_and_fail())
assert type(raised({1}.issuperset, one_and_fail())) is type(raised({2}.issubset, one_and_fail())) is ValueError
assert set().issubset(iter([1])) and {1, 2}.issubset(iter([2, 1, 3])) and not {1, 2}.issubset(iter([2, 2, 3]))

assert (-1).to_bytes(0, signed=True) == b"" and str(raised(lambda: (-2).to_bytes(0, signed=True))) == "int too big to convert"
assert str(raised(SyntaxError().__init__, "a", 2)) == "'int' object is not iterable"

# the items of an intersection are those that were given, but of two sets the smaller one's
assert repr({2.0}.intersection([2, 3])) == repr(set() | frozenset([2.0]).intersection(iter([3, 2]))) == "{2}"
assert repr({2.0}.intersection([2], [True, 2.0])) == repr({2.0} & {2, 3}) == repr(set() | (frozenset([2.0]) & {2: 0}.keys())) == "{2.0}"
s = {2.0}
s.intersection_update([2, 3])
assert repr(s) == "{2}"
for f in exec, eval, lambda text: compile(text, "f", "exec"):
    assert type(raised(f, "x = '\ud800'")) is UnicodeEncodeError
assert str(raised(lambda: exec("", closure=()))) == "closure can only be used when source is a code object"
assert str(raised(lambda: exec(0, closure=()))) == str(raised(exec, 0)) != ""

# str() that falls back to __repr__; items that can't be deleted
class NoText:
    def __repr__(self): return None


for f in str, format, "{}".format, print, "%s".__mod__:
    assert str(raised(f, NoText())) == "__str__ returned non-string (type NoneType)", f
assert str(raised(repr, NoText())) == str(raised("%r".__mod__, NoText())) == "__repr__ returned non-string (type NoneType)"
for key in 0, False:
    assert words(f"del 'x'[{key}]") == "'str' object doesn't support item deletion"
assert words("del 'x'[0:1]") == "'str' object does not support item deletion"

# what has no __index__ is no index
for items in [1, 2], "ab", b"ab", bytearray(b"ab"), (1, 2):
    name = "string" if type(items) is str else "byte" if type(items) is bytes else type(items).__name__
    assert str(raised(lambda: items[Holder()])).startswith(name + " indices must be integers"), items
assert str(raised([1].__setitem__, Holder(), 0)) == "list indices must be integers or slices, not Holder"
assert b"%4s" % memoryview(b"abcd")[::2] == b"  ac"
assert str(raised("a".expandtabs, 2**70)) == "Python int too large to convert to C int"
assert type(raised(float.fromhex, "\ud800")) is UnicodeEncodeError and type(raised(float.fromhex, "\xe9")) is ValueError
assert str(raised(issubclass, 0, list[set] | str)) == "issubclass() argument 2 cannot be a parameterized generic"
assert issubclass(int, str | int) and str(raised(issubclass, 0, str | int)) == "issubclass() arg 1 must be a class"


# what is looked at first
assert str(raised(bytearray().__setitem__, slice(None, None, 0), "ab")) == "slice step cannot be zero"
assert str(raised(lambda: exec("ab", "ab", closure="a"))) == "exec() globals must be a dict, not str"
assert str(raised(compile, 1, "x", "", object)) == "'type' object cannot be interpreted as an integer"


# how a class shows in an alias, if it has whatever is asked for
class AnyName(type):
    def __getattr__(cls, name): return name
    def __repr__(cls): return "made"


class Named(list, metaclass=AnyName): pass


assert repr(Named[2]) == "made[2]" and repr(list[Named]) == "list[made]"


# __index__ of a text comes before what the text says
class IndexedText(str):
    def __index__(self): return 5


class IndexedInt(int):
    def __index__(self): return 5


assert float(IndexedText("1")) == 5.0 and float(IndexedInt(3)) == 3.0


# a method that leaves a comparison to the other operand leaves it to what that can do, not to its own base
def left_to_other(base):
    class C(base):
        def __eq__(self, other): return NotImplemented
        def __ge__(self, other): return NotImplemented
        __hash__ = None
    return C(1)


assert str(raised(lambda: left_to_other(float) >= 5)) == "'>=' not supported between instances of 'C' and 'int'"
assert not left_to_other(float) >= 5.0 and left_to_other(int) >= 1 and left_to_other(int) == 1.0
assert not left_to_other(float) == 1 and not 1 == left_to_other(float) and not left_to_other(float) != 1
assert not left_to_other(complex) == 1.0 and left_to_other(float) == complex(1)

# iterators
o = iter("\u2028a")
assert [o.__length_hint__(), next(o), o.__length_hint__(), next(o), o.__length_hint__()] == [2, "\u2028", 1, "a", 0]
assert [type(reversed(s)).__name__ for s in ([], (), "")] == ["list_reverseiterator", "reversed", "reversed"]
assert reversed([1, 2]).__length_hint__() == 2 and list([1, 2].__reversed__()) == [2, 1]
assert str(raised(type(reversed([])), [1])) == "cannot create 'list_reverseiterator' instances"
