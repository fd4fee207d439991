# What wrong arguments and odd uses of built-in types raise, in CPython's words and order.
# needs: methods messages derived_types memoryview complex groups codecs sets double

import math

m, w = memoryview(b'abcdef'), memoryview(bytearray(b"abcdef"))


class I(int):
    def __float__(self):
        return "a"


class J(int):
    def __float__(self):
        return 2.5


class K(int):
    def __complex__(self):
        return 2j


class R:
    def __getitem__(self, i):
        return i


def result(source):
    try:
        return str(eval(source))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


CASES = [
    ('[1].__setitem__(slice(0,1), 5)', 'TypeError: must assign iterable to extended slice'),
    ('[1].__setitem__(slice(0,1,1), 5)', 'TypeError: must assign iterable to extended slice'),
    ('[1].__setitem__(slice(0,1,2), 5)', 'TypeError: must assign iterable to extended slice'),
    ("[1].__setitem__(slice('a'), 5)", 'TypeError: slice indices must be integers or None or have an __index__ method'),
    ('[1].__setitem__(slice(0,1,0), 5)', 'ValueError: slice step cannot be zero'),
    ('m[()]', 'NotImplementedError: sub-views are not implemented'),
    ('m[(0,)]', '97'),
    ('m[0,1]', 'TypeError: cannot index 1-dimension view with 2-element tuple'),
    ('m[(slice(1),)]', 'NotImplementedError: multi-dimensional slicing is not implemented'),
    ("m['a']", 'TypeError: memoryview: invalid slice key'),
    ("m['a',]", 'TypeError: memoryview: invalid slice key'),
    ('w.__setitem__((), 1)', 'NotImplementedError: sub-views are not implemented'),
    ('w.__setitem__((0,), 1)', 'None'),
    ('w.__setitem__((0,1), 1)', 'TypeError: cannot index 1-dimension view with 2-element tuple'),
    ('w.__setitem__(slice(0,1), 1)', "TypeError: a bytes-like object is required, not 'int'"),
    ("w.__setitem__(slice('a'), 1)", "TypeError: a bytes-like object is required, not 'int'"),
    ("w.__setitem__(slice('a'), b'a')", 'TypeError: slice indices must be integers or None or have an __index__ method'),
    ('m.cast(1)', "TypeError: cast() argument 'format' must be str, not int"),
    ("m.cast('')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
    ("m[::2].cast('')", 'TypeError: memoryview: casts are restricted to C-contiguous views'),
    ("m.cast('B', 1)", 'TypeError: shape must be a list or a tuple'),
    ("m.cast('B', 'a')", 'TypeError: shape must be a list or a tuple'),
    ("m.cast('B', (5,))", 'TypeError: memoryview: product(shape) * itemsize != buffer size'),
    ("m.cast('H')[0:1].cast('I')", 'TypeError: memoryview: cannot cast between two non-byte formats'),
    ("m.tobytes('ab')", "ValueError: order must be 'C', 'F' or 'A'"),
    ('m.tobytes(1)', "TypeError: tobytes() argument 'order' must be str or None, not int"),
    ("m.tobytes('C')", "b'abcdef'"),
    ('m.tobytes(None)', "b'abcdef'"),
    ("m.tobytes(order='F')", "b'abcdef'"),
    ('bytes(2**70)', "OverflowError: cannot fit 'int' into an index-sized integer"),
    ('bytearray(2**70)', "OverflowError: cannot fit 'int' into an index-sized integer"),
    ('bytes(-1)', 'ValueError: negative count'),
    ('reversed(int)', "TypeError: 'type' object is not reversible"),
    ('reversed(R())', "TypeError: object of type 'R' has no len()"),
    ('reversed(5)', "TypeError: 'int' object is not reversible"),
    ('reversed({1})', "TypeError: 'set' object is not reversible"),
    ("' '.join(int)", 'TypeError: can only join an iterable'),
    ('float.fromhex(5)', 'TypeError: bad argument type for built-in operation'),
    ("float.fromhex(b'a')", 'TypeError: bad argument type for built-in operation'),
    ("int(b'7', 7)", "ValueError: invalid literal for int() with base 7: b'7'"),
    ("int(bytearray(b'7'), 8)", '7'),
    ('str(SyntaxError())', 'None'),
    ('repr(SyntaxError())', 'SyntaxError()'),
    ("SyntaxError('a', 0)", "TypeError: 'int' object is not iterable"),
    ("SyntaxError('a', ())", 'TypeError: function takes at least 4 arguments (0 given)'),
    ("SyntaxError('a', (1,2,3))", 'TypeError: function takes at least 4 arguments (3 given)'),
    ("SyntaxError('a', (1,2,3,4,5))", 'TypeError: end_offset must be provided when end_lineno is provided'),
    ("SyntaxError('a', (1,2,3,4,5,6,7,8))", 'TypeError: function takes at most 6 arguments (8 given)'),
    ("SyntaxError('a', [1,2,3,4]).lineno", '2'),
    ("SyntaxError('a', (1,2,3,4,5,6)).end_offset", '6'),
    ("(i for i in 'a').throw(0,0,0)", 'TypeError: throw() third argument must be a traceback object'),
    ("(i for i in 'a').throw(len, 0)", 'TypeError: exceptions must be classes or instances deriving from BaseException, not builtin_function_or_method'),
    ("(i for i in 'a').throw(object, False)", 'TypeError: exceptions must be classes or instances deriving from BaseException, not type'),
    ("(i for i in 'a').throw(ValueError, 5, 1)", 'TypeError: throw() third argument must be a traceback object'),
    ("(i for i in 'a').throw(ValueError(1), 5)", 'TypeError: instance exception may not have a separate value'),
    ("(i for i in 'a').throw(ValueError(1), None, None)", 'ValueError: 1'),
    ("(i for i in 'a').throw(ValueError, KeyError(1))", 'ValueError: 1'),
    ("(i for i in 'a').throw(ValueError, (1,2))", 'ValueError: (1, 2)'),
    ("(i for i in 'a').throw(ValueError, None)", 'ValueError: '),
    ('bytearray.__hash__', 'None'),
    ('list.__hash__', 'None'),
    ('UnicodeDecodeError(1, x=1)', 'TypeError: UnicodeDecodeError() takes no keyword arguments'),
    ('UnicodeTranslateError(key=1)', 'TypeError: UnicodeTranslateError() takes no keyword arguments'),
    ('zip(x=1)', "TypeError: zip() got an unexpected keyword argument 'x'"),
    ('zip([1], x=1, y=2)', 'TypeError: zip() takes at most 1 keyword argument (2 given)'),
    ('zip([1], strict=1, y=2)', 'TypeError: zip() takes at most 1 keyword argument (2 given)'),
    ('filter(x=1)', 'TypeError: filter() takes no keyword arguments'),
    ('filter(len, x=1)', 'TypeError: filter() takes no keyword arguments'),
    ('enumerate()', "TypeError: enumerate() missing required argument 'iterable'"),
    ('enumerate(x=1)', "TypeError: 'x' is an invalid keyword argument for enumerate()"),
    ('enumerate([1], x=1)', "TypeError: 'x' is an invalid keyword argument for enumerate()"),
    ('enumerate([1], 2, 3)', 'TypeError: enumerate() takes at most 2 arguments (3 given)'),
    ('enumerate([1], start=5, x=2)', 'TypeError: enumerate() takes at most 2 arguments (3 given)'),
    ('round()', "TypeError: round() missing required argument 'number' (pos 1)"),
    ('round(1,2,3,x=1)', 'TypeError: round() takes at most 2 arguments (4 given)'),
    ('round(x=1)', "TypeError: round() missing required argument 'number' (pos 1)"),
    ('str(0,0,0,key=1)', 'TypeError: str() takes at most 3 arguments (4 given)'),
    ('str(1,2,3,4)', 'TypeError: str expected at most 3 arguments, got 4'),
    ('type(0,wrong=0)', 'TypeError: type() takes no keyword arguments'),
    ('type(x=1)', 'TypeError: type() takes 1 or 3 arguments'),
    ('type()', 'TypeError: type() takes 1 or 3 arguments'),
    ('type(1,2)', 'TypeError: type() takes 1 or 3 arguments'),
    ('exec()', 'TypeError: exec() takes at least 1 positional argument (0 given)'),
    ('exec(1,2,3,4)', 'TypeError: exec() takes at most 3 positional arguments (4 given)'),
    ("exec('1',closure=0)", 'TypeError: closure can only be used when source is a code object'),
    ('eval()', 'TypeError: eval() takes at least 1 positional argument (0 given)'),
    ('eval(1,2,3,4)', 'TypeError: eval() takes at most 3 arguments (4 given)'),
    ('complex(I(3))', 'TypeError: I.__float__ returned non-float (type str)'),
    ('complex(J(3))', '(2.5+0j)'),
    ('complex(K(3))', '2j'),
    ('float(I(3))', 'TypeError: I.__float__ returned non-float (type str)'),
    ('float(J(3))', '2.5'),
    ('math.sqrt(J(3))', '1.5811388300841898'),
    ('round(J(3))', '3'),
    ('J(3)/1', '3.0'),
    ('classmethod(len).__init__()', 'TypeError: classmethod expected 1 argument, got 0'),
    ('classmethod(len).__init__(1,2)', 'TypeError: classmethod expected 1 argument, got 2'),
    ('staticmethod(len).__init__(x=1)', 'TypeError: staticmethod() takes no keyword arguments'),
    ('property(len).__set_name__(1)', 'TypeError: __set_name__() takes 2 positional arguments but 1 were given'),
    ('[].__init__(1,2)', 'TypeError: list expected at most 1 argument, got 2'),
    ('[].__init__(x=1)', 'TypeError: list() takes no keyword arguments'),
    ('{1}.__init__(1,2)', 'TypeError: set expected at most 1 argument, got 2'),
    ('{1}.__init__(x=1)', 'TypeError: set() takes no keyword arguments'),
    ('{}.__init__(1,2)', 'TypeError: dict expected at most 1 argument, got 2'),
    ('bytearray().__init__(1,2,3,4)', 'TypeError: bytearray() takes at most 3 arguments (4 given)'),
    ("b'a'.__buffer__(2**70)", "OverflowError: cannot fit 'int' into an index-sized integer"),
    ("b'a'.__buffer__(1)", 'BufferError: Object is not writable.'),
    ('m.__buffer__(1)', 'BufferError: memoryview: underlying buffer is not writable'),
    ('{}.update(1,2)', 'TypeError: update expected at most 1 argument, got 2'),
    ('{}.update(1)', "TypeError: 'int' object is not iterable"),
    ('list[int].__dict__.keys() == list.__dict__.keys()', 'True'),
    ('vars(list[int]) == vars(list)', 'True'),
    ('ValueError.__str__(1)', "TypeError: descriptor '__str__' requires a 'BaseException' object but received a 'int'"),
    ('KeyError.__str__(1)', "TypeError: descriptor '__str__' requires a 'KeyError' object but received a 'int'"),
    ('OSError.__str__(1)', "TypeError: descriptor '__str__' requires a 'OSError' object but received a 'int'"),
    ('ExceptionGroup.__str__(1)', "TypeError: descriptor '__str__' requires a 'BaseExceptionGroup' object but received a 'int'"),
    ('UnicodeDecodeError.__str__(1)', "TypeError: descriptor '__str__' requires a 'UnicodeDecodeError' object but received a 'int'"),
    ('SyntaxError.__str__(1)', "TypeError: descriptor '__str__' requires a 'SyntaxError' object but received a 'int'"),
    ('ImportError.__str__(1)', "TypeError: descriptor '__str__' requires a 'ImportError' object but received a 'int'"),
    ('ImportError.__new__(1)', 'TypeError: Exception.__new__(X): X is not a type object (int)'),
    ('KeyError.__new__(1)', 'TypeError: LookupError.__new__(X): X is not a type object (int)'),
    ('StopIteration.__new__(1)', 'TypeError: Exception.__new__(X): X is not a type object (int)'),
    ('object.__getattribute__(1)', 'TypeError: expected 1 argument, got 0'),
    ('type.__setattr__(1)', "TypeError: descriptor '__setattr__' requires a 'type' object but received a 'int'"),
    ("type.__setattr__(1,'a',2)", "TypeError: descriptor '__setattr__' requires a 'type' object but received a 'int'"),
    ("type.__setattr__(int,'a',2)", "TypeError: cannot set 'a' attribute of immutable type 'int'"),
    ("object.__setattr__(int,'a',2)", "TypeError: can't apply this __setattr__ to type object"),
    ("object.__delattr__(int,'a')", "TypeError: can't apply this __delattr__ to type object"),
    ("object.__setattr__(R,'a',2)", "TypeError: can't apply this __setattr__ to type object"),
    ('bytearray.__str__(1)', "TypeError: descriptor '__str__' requires a 'bytearray' object but received a 'int'"),
    ("bytes.__str__('a')", "TypeError: descriptor '__str__' requires a 'bytes' object but received a 'str'"),
    ('str.__repr__(1)', "TypeError: descriptor '__repr__' requires a 'str' object but received a 'int'"),
    ('bool.__or__(1,1)', "TypeError: descriptor '__or__' requires a 'bool' object but received a 'int'"),
    ('bool.__xor__(True,1)', '0'),
    ("setattr(5, 'real', 1)", "AttributeError: attribute 'real' of 'int' objects is not writable"),
    ("setattr(5j, 'real', 1)", 'AttributeError: readonly attribute'),
    ("delattr(5j, 'real')", 'AttributeError: readonly attribute'),
    ("setattr(slice(1), 'start', 1)", 'AttributeError: readonly attribute'),
    ("setattr(range(1), 'start', 1)", 'AttributeError: readonly attribute'),
    ("setattr(len, '__name__', 1)", "AttributeError: attribute '__name__' of 'builtin_function_or_method' objects is not writable"),
    ("setattr(property(), 'fget', 1)", 'AttributeError: readonly attribute'),
    ("setattr(int.__add__, '__name__', 1)", 'AttributeError: readonly attribute'),
    ("setattr(int.__add__, '__objclass__', 1)", 'AttributeError: readonly attribute'),
    ("setattr((i for i in ''), 'gi_code', 1)", "AttributeError: attribute 'gi_code' of 'generator' objects is not writable"),
    ("setattr(True, 'denominator', 1)", "AttributeError: attribute 'denominator' of 'int' objects is not writable"),
    ("setattr(m, 'nbytes', 1)", "AttributeError: attribute 'nbytes' of 'memoryview' objects is not writable"),
]

for source, expected in CASES:
    assert result(source) == expected, (source, expected, result(source))

# __init__ of objects that are there already.
b = bytearray(b"abc")
assert b.__init__(b"de") is None and b == b"de" and b.__init__() is None and b == b""
p = property(len)
p.__init__(str, doc="text")
assert p.fget is str and p.__doc__ == "text"
s = staticmethod(len)
s.__init__(str)
assert s.__func__ is str

# What is looked at first.
items = [1, 2]
for key in slice("a"), slice(0, 1, 0):
    try:
        items[key] = 5
        assert False
    except (TypeError, ValueError) as e:
        assert str(e) in ("slice indices must be integers or None or have an __index__ method", "slice step cannot be zero")

# Functions in generator expressions are named after them; those in comprehensions after the function around.
class Names:
    one = [lambda: 1 for a in "a"][0]
    two = list(lambda: 1 for a in "a")[0]

    @staticmethod
    def inner():
        return [lambda: 1 for a in "a"][0], list(lambda: 1 for a in "a")[0], (lambda: (lambda: 1))()


assert Names.one.__qualname__ == "Names.<lambda>" and Names.two.__qualname__ == "Names.<genexpr>.<lambda>"
assert [f.__qualname__ for f in Names.inner()] == ["Names.inner.<locals>.<lambda>", "Names.inner.<locals>.<genexpr>.<lambda>",
                                                    "Names.inner.<locals>.<lambda>.<locals>.<lambda>"]


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


for container, name in (Made, "Meta"), (int, "type"), (5, "int"):
    try:
        1 in container
        assert False
    except TypeError as e:
        assert str(e) == f"argument of type '{name}' is not iterable"
try:
    b"%\0" % 0
    assert False
except ValueError as e:
    assert str(e) == "unsupported format character '\0' (0x0) at index 1"

# A view that has gaps can be assigned.
v = memoryview(bytearray(b"abcdef"))
v[:3] = v[::2]
assert bytes(v) == b"acedef"
v[::-1] = v
assert bytes(v) == b"fedeca"
try:
    hash(memoryview(bytearray(b"a")).toreadonly())
    assert False
except TypeError as e:
    assert str(e) == "unhashable type: 'bytearray'"
assert hash(memoryview(b"a")) == hash(b"a")


class Text(str):
    def __int__(self):
        return 2


assert "%d %5i" % (Text(), Text("x")) == "2     2"
