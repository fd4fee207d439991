# needs: methods messages memoryview complex groups slots tracing
# Methods, attributes and operators of built-in types, looked up in the type and called with an object that is none of
# its own, with too few arguments, with too many, with keywords they don't know: always a TypeError, never a crash.
import operator
import types


def outcome(f, *args, **keywords):
    try:
        return f(*args, **keywords)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def same(a, b):
    assert a == b, (a, b)


def generator(): yield 1


async def coroutine(): pass


async def agenerator(): yield 1


class Strange:
    """Of no type that a method could take for its own."""


TYPES = [int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, property,
         classmethod, staticmethod, super, BaseException, OSError, StopIteration, ImportError, NameError, AttributeError, KeyError, UnicodeDecodeError,
         SyntaxError, SystemExit, BaseExceptionGroup, ExceptionGroup, enumerate, zip, map, filter, reversed, types.FunctionType, types.MethodType,
         types.BuiltinFunctionType, types.CodeType, types.FrameType, types.TracebackType, types.GeneratorType, types.CoroutineType,
         types.AsyncGeneratorType, types.ModuleType, types.MappingProxyType, types.CellType, types.GenericAlias,
         type({}.keys()), type({}.values()), type({}.items()), type(iter([])), type(iter(())), type(iter("")), type(iter({})), type(iter({}.values())),
         type(iter({}.items())), type(iter(set())), type(iter(range(1))), type(iter(int, 1)), type(NotImplemented), type(...), type(None), type(int | str)]
# what object has, too, or takes anything; and what computes nothing from its object
ANY = {"maketrans", "__class__", "__new__", "__init__", "__init_subclass__", "__subclasshook__", "__dir__", "__doc__", "__reduce__", "__reduce_ex__", "__getattribute__",
       "__setattr__", "__delattr__", "__sizeof__", "__format__", "__hash__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__", "__str__",
       "__class_getitem__", "__getstate__", "__dict__", "__module__", "__text_signature__", "__qualname__", "__name__", "__weakref__", "__annotations__",
       "__or__", "__ror__", "__type_params__", "__mro_entries__", "__instancecheck__", "__subclasscheck__"}
LAX = {(types.MethodType, "__get__"), (types.AsyncGeneratorType, "__aiter__")} # give the object itself
tried = 0
for t in TYPES:
    for name, method in list(t.__dict__.items()):
        if name in ANY or (t, name) in LAX or isinstance(method, (staticmethod, classmethod)) or not callable(getattr(t, name)):
            continue
        if getattr(getattr(t, name), "__self__", None) is t:
            continue
        for args in ((), (Strange(),), (Strange(), 1), (Strange(), 1, 2), (Strange, Strange(), None, 5)):
            got = outcome(method, *args)
            assert isinstance(got, str) and got.startswith(("TypeError: ", "AttributeError: ")) or got is NotImplemented, (t, name, args, got)
            tried += 1
        # of its own type, with arguments that are too many
        got = outcome(method, *[1] * 12)
        assert isinstance(got, str) and got.startswith("TypeError: "), (t, name, got)
assert tried > 1000, tried

# computed attributes
for t in TYPES:
    for name, a in list(t.__dict__.items()):
        if name in ANY or not hasattr(a, "__get__") or callable(a):
            continue
        if hasattr(a, "__set__"):
            assert outcome(a.__set__, Strange(), 1).split(":")[0] in ("TypeError", "AttributeError"), (t, name)
            assert outcome(a.__delete__, Strange()).split(":")[0] in ("TypeError", "AttributeError"), (t, name)
        got = outcome(a.__get__, Strange(), Strange)
        assert isinstance(got, str) and got.startswith(("TypeError: ", "AttributeError: ")), (t, name, got)

# the words, for some
for f, args, expected in (
    (bytearray.append, (1, 2), "TypeError"),
    (dict.get, ([], 1), "TypeError"),
    (dict.keys, (1,), "TypeError"),
    (set.add, ([], 1), "TypeError"),
    (frozenset.union, ([],), "TypeError"),
    (tuple.count, ([], 1), "TypeError"),
    (slice.indices, (1, 1), "TypeError"),
    (memoryview.tolist, (b"a",), "TypeError"),
    (BaseException.with_traceback, (1, None), "TypeError"),
    (BaseExceptionGroup.split, (1, ValueError), "TypeError"),
    (list.append, ((), 1), "TypeError"),
    (int.bit_length, (1.5,), "TypeError"),
    (float.hex, (1,), "TypeError"),
    (type(generator()).send, (1, None), "TypeError"),
    (object.__new__, (1,), 'TypeError: object.__new__(X): X is not a type object (int)'),
    (int.__new__, (1,), "TypeError"),
    (type.__new__, (1, "a", (), {}), 'TypeError: type.__new__(X): X is not a type object (int)'),
    (list.__new__, (), "TypeError"),
    (object, (1,), 'TypeError: object() takes no arguments'),
    (object.__init__, (object(), 1),
     'TypeError: object.__init__() takes exactly one argument (the instance to initialize)'),
    (super.__getattribute__, (1, "x"),
     "TypeError: descriptor '__getattribute__' requires a 'super' object but received a 'int'"),
    (super.__getattribute__, (super(Strange, Strange()), 1), "TypeError: attribute name must be string, not 'int'"),
    (str.__getattribute__, ("a", 1), "TypeError: attribute name must be string, not 'int'"),
    (type(len).__call__, (len, "abc"), 3),
    (types.MethodType, (1, 2), 'TypeError: first argument must be callable'),
    (types.MethodType, (len, None), 'TypeError: instance must not be None'),
    (types.MappingProxyType, (), "TypeError"),
    (types.MappingProxyType, (1, 2), "TypeError"),
    (types.MappingProxyType, (5,), 'TypeError: mappingproxy() argument must be a mapping, not int'),
    (types.CellType, (1, 2), 'TypeError: cell expected at most 1 argument, got 2'),
    (bool, (1, 2), 'TypeError: bool expected at most 1 argument, got 2'),
    (type(None), (1,), 'TypeError: NoneType takes no arguments'),
    (type(None), (), None),
    (type(...), (), Ellipsis),
    (slice, (), 'TypeError: slice expected at least 1 argument, got 0'),
    (range, (), 'TypeError: range expected at least 1 argument, got 0'),
    (range, (1, 2, 3, 4), 'TypeError: range expected at most 3 arguments, got 4'),
    (property().__get__, (1, 2), "AttributeError: property of 'int' object has no getter"),
    (property().__set__, (1, 2), "AttributeError: property of 'int' object has no setter"),
    (property().__delete__, (1,), "AttributeError: property of 'int' object has no deleter"),
    (int.real.__get__, (1.5, float), "TypeError"),
    (int.real.__get__, (None, None), 'TypeError: __get__(None, None) is invalid'),
    (int.real.__set__, (1, 1), "AttributeError: attribute 'real' of 'int' objects is not writable"),
    (type.__dict__["__name__"].__get__, (1, 2), "TypeError"),
    (setattr, (int, "x", 1), "TypeError: cannot set 'x' attribute of immutable type 'int'"),
    (delattr, (int, "real"), "TypeError: cannot set 'real' attribute of immutable type 'int'"),
    (setattr, ({}.get, "__name__", 2), "AttributeError: attribute '__name__' of 'builtin_function_or_method' objects is not writable"),
    (delattr, (len, "__qualname__"), "AttributeError: attribute '__qualname__' of 'builtin_function_or_method' objects is not writable"),
    (setattr, (len, "name", 2), "AttributeError: 'builtin_function_or_method' object has no attribute 'name' and no __dict__ for setting new attributes"),
    (setattr, (1, "real", 2), "AttributeError: attribute 'real' of 'int' objects is not writable"),
    (setattr, (1, "x", 2),
     "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"),
    (delattr, (1, "x"),
     "AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes"),
    (delattr, ([], "append"), "AttributeError: 'list' object attribute 'append' is read-only"),
    (setattr, ([], "append", 1), "AttributeError: 'list' object attribute 'append' is read-only"),
    (getattr, (1, 2), "TypeError: attribute name must be string, not 'int'"),
    (setattr, (Strange(), 2, 3), "TypeError: attribute name must be string, not 'int'"),
    (hasattr, (1, 2), "TypeError: attribute name must be string, not 'int'"),
    (getattr, (1,), 'TypeError: getattr expected at least 2 arguments, got 1'),
    (getattr, (1, "x", 2, 3), 'TypeError: getattr expected at most 3 arguments, got 4'),
    (getattr, (1, "x"), "AttributeError: 'int' object has no attribute 'x'"),
    (bytes.hex, (b"a", 1), "TypeError: object of type 'int' has no len()"),
    (bytes.hex, (b"a", "ab"), 'ValueError: sep must be length 1.'),
    (bytes.hex, (b"a", "\u20ac"), 'ValueError: sep must be ASCII.'),
    (bytes.fromhex, ("zz",), 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'),
    (bytes.fromhex, (1,), 'TypeError: fromhex() argument must be str, not int'),
    (abs, ("a",), "TypeError: bad operand type for abs(): 'str'"),
    (abs, (Strange(),), "TypeError: bad operand type for abs(): 'Strange'"),
    (divmod, ("a", 1), "TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'"),
    (divmod, (1, "a"), "TypeError: unsupported operand type(s) for divmod(): 'int' and 'str'"),
    (divmod, (1,), 'TypeError: divmod expected 2 arguments, got 1'),
    (pow, (1, "a", 2), "TypeError: unsupported operand type(s) for ** or pow(): 'int', 'str', 'int'"),
    (pow, (1.5, 2, 3), 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'),
    (pow, (1, 2, 0), 'ValueError: pow() 3rd argument cannot be 0'),
    (pow, (2, -1, 4), 'ValueError: base is not invertible for the given modulus'),
    (pow, ("a", 2), "TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'"),
    (pow, (Strange(), 1, 2), "TypeError: unsupported operand type(s) for ** or pow(): 'Strange', 'int', 'int'"),
    (round, ("a",), "TypeError: type str doesn't define __round__ method"),
    (round, (1.5, "a"), "TypeError: 'str' object cannot be interpreted as an integer"),
    (round, (Strange(),), "TypeError: type Strange doesn't define __round__ method"),
    (sum, ([b"a"], b""), "TypeError: sum() can't sum bytes [use b''.join(seq) instead]"),
    (sum, ([bytearray(b"a")], bytearray()), "TypeError: sum() can't sum bytearray [use b''.join(seq) instead]"),
    (sum, (["a"], "b"), "TypeError: sum() can't sum strings [use ''.join(seq) instead]"),
    (sum, (["a"],), "TypeError: unsupported operand type(s) for +: 'int' and 'str'"),
    (exec, (1,), 'TypeError: exec() arg 1 must be a string, bytes or code object'),
    (exec, ("1", 5), 'TypeError: exec() globals must be a dict, not int'),
    (exec, ("1", {}, 5), 'TypeError: locals must be a mapping or None, not int'),
    (eval, ("1", 5), 'TypeError: globals must be a dict'),
    (eval, ("1", {}, 5), 'TypeError: locals must be a mapping'),
    (eval, (5,), 'TypeError: eval() arg 1 must be a string, bytes or code object'),
    (eval, ("",), "SyntaxError"),
    (eval, ("x = 1",), 'SyntaxError: invalid syntax (<string>, line 1)'),
    (compile, ("1", "f", "other"), "ValueError: compile() mode must be 'exec', 'eval' or 'single'"),
    (compile, (1, "f", "eval"), "TypeError"),
    (compile, ("1", 5, "eval"), 'TypeError: expected str, bytes or os.PathLike object, not int'),
    (compile, ("1", "f"), "TypeError: compile() missing required argument 'mode' (pos 3)"),
    (compile, ("1", "f", "eval", 0, False, 7), 'ValueError: compile(): invalid optimize value'),
    (__import__, (1,), 'TypeError: module name must be a string'),
    (__import__, ("",), 'ValueError: Empty module name'),
    (__build_class__, (), "TypeError"),
    (__build_class__, (1, "a"), 'TypeError: __build_class__: func must be a function'),
    (__build_class__, (lambda: 0, 5), 'TypeError: __build_class__: name is not a string'),
    (isinstance, (1, 1), 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'),
    (isinstance, (1, (int, 1)), True),
    (isinstance, (1, (str, 1)), 'TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union'),
    (issubclass, (1, int), 'TypeError: issubclass() arg 1 must be a class'),
    (issubclass, (int, 1), 'TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union'),
    (callable, (), 'TypeError: callable() takes exactly one argument (0 given)'),
    (chr, ("a",), "TypeError: 'str' object cannot be interpreted as an integer"),
    (chr, (-1,), 'ValueError: chr() arg not in range(0x110000)'),
    (ord, ("ab",), 'TypeError: ord() expected a character, but string of length 2 found'),
    (ord, (b"",), 'TypeError: ord() expected a character, but string of length 0 found'),
    (ord, (1,), 'TypeError: ord() expected string of length 1, but int found'),
    (len, (1,), "TypeError: object of type 'int' has no len()"),
    (len, (), 'TypeError: len() takes exactly one argument (0 given)'),
    (hash, ([],), "TypeError: unhashable type: 'list'"),
    (hash, ({},), "TypeError: unhashable type: 'dict'"),
    (hash, ((1, []),), "TypeError: unhashable type: 'list'"),
    (hash, (slice(1, []),), "TypeError: unhashable type: 'list'"),
    (id, (), 'TypeError: id() takes exactly one argument (0 given)'),
    (iter, (1,), "TypeError: 'int' object is not iterable"),
    (next, (1,), "TypeError: 'int' object is not an iterator"),
    (vars, (1,), 'TypeError: vars() argument must have __dict__ attribute'),
    (dir, (1, 2), 'TypeError: dir expected at most 1 argument, got 2'),
    (input, (1, 2), 'TypeError: input expected at most 1 argument, got 2'),
    (format, (1, 2), 'TypeError: format() argument 2 must be str, not int'),
    (format, (1, "q"), "ValueError: Unknown format code 'q' for object of type 'int'"),
    (bin, (1.5,), "TypeError: 'float' object cannot be interpreted as an integer"),
    (hex, ("a",), "TypeError: 'str' object cannot be interpreted as an integer"),
    (oct, (None,), "TypeError: 'NoneType' object cannot be interpreted as an integer"),
    (ascii, (), 'TypeError: ascii() takes exactly one argument (0 given)'),
    (aiter, (1,), "TypeError: 'int' object is not an async iterable"),
    (anext, (1,), "TypeError: 'int' object is not an async iterator"),
    (memoryview, (1,), "TypeError: memoryview: a bytes-like object is required, not 'int'"),
    (memoryview, ("a",), "TypeError: memoryview: a bytes-like object is required, not 'str'"),
    (memoryview, (), "TypeError: memoryview() missing required argument 'object' (pos 1)"),
    (int, ("a",), "ValueError: invalid literal for int() with base 10: 'a'"),
    (int, ("1", 1), 'ValueError: int() base must be >= 2 and <= 36, or 0'),
    (int, (1, 2), "TypeError: int() can't convert non-string with explicit base"),
    (int, ([],), "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'"),
    (int, (float("nan"),), 'ValueError: cannot convert float NaN to integer'),
    (int, (float("inf"),), 'OverflowError: cannot convert float infinity to integer'),
    (float, ("a",), "ValueError: could not convert string to float: 'a'"),
    (float, ([],), "TypeError: float() argument must be a string or a real number, not 'list'"),
    (complex, ("a",), 'ValueError: complex() arg is a malformed string'),
    (complex, ("1", 2), "TypeError: complex() can't take second arg if first is a string"),
    (complex, (1, "2"), "TypeError: complex() second arg can't be a string"),
    (complex, ([],), "TypeError: complex() first argument must be a string or a number, not 'list'"),
    (bytes, ("a",), 'TypeError: string argument without an encoding'),
    (bytes, (1, 2), "TypeError: bytes() argument 'encoding' must be str, not int"),
    (bytes, ("a", 1), "TypeError: bytes() argument 'encoding' must be str, not int"),
    (bytes, ([256],), 'ValueError: bytes must be in range(0, 256)'),
    (bytes, (-1,), 'ValueError: negative count'),
    (str, (1, "utf-8"), 'TypeError: decoding to str: need a bytes-like object, int found'),
    (str, (b"\xff", "utf-8"),
     "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    (str, (b"a", "no-such-codec"), 'LookupError: unknown encoding: no-such-codec'),
    (str, ("a", "utf-8"), 'TypeError: decoding str is not supported'),
    (type, (1, 2), 'TypeError: type() takes 1 or 3 arguments'),
    (type, ("a", 1, {}), 'TypeError: type.__new__() argument 2 must be tuple, not int'),
    (type, ("a", (), 1), 'TypeError: type.__new__() argument 3 must be dict, not int'),
    (type, (1, (), {}), 'TypeError: type.__new__() argument 1 must be str, not int'),
    (type, ("a", (1,), {}),
     'TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases'),
    (type, ("a", (bool,), {}), "TypeError: type 'bool' is not an acceptable base type"),
    (type, ("a", (int, str), {}), 'TypeError: multiple bases have instance lay-out conflict'),
    (type, ("a", (int, int), {}), 'TypeError: duplicate base class int'),
    (type, ("a\0", (), {}), 'ValueError: type name must not contain null characters'),
    (super, (1,), 'TypeError: super() argument 1 must be a type, not int'),
    (super, (int, "a"),
     'TypeError: super(type, obj): obj (instance of str) is not an instance or subtype of type (int).'),
    (staticmethod, (), 'TypeError: staticmethod expected 1 argument, got 0'),
    (classmethod, (1, 2), 'TypeError: classmethod expected 1 argument, got 2'),
    (property, (1, 2, 3, 4, 5), 'TypeError: property() takes at most 4 arguments (5 given)'),
):
    got = outcome(f, *args)
    same(got if not isinstance(expected, str) or ":" in expected else got.split(":")[0], expected)

# keywords
for f, keywords, expected in (
    (int, {"x": 1}, "TypeError: int() got an unexpected keyword argument 'x'"),
    (int, {"base": 10}, 'TypeError: int() missing string argument'),
    (str, {"obj": 1}, "TypeError: str() got an unexpected keyword argument 'obj'"),
    (str, {"encoding": "utf-8"}, ''),
    (float, {"x": 1}, 'TypeError: float() takes no keyword arguments'),
    (list, {"iterable": []}, 'TypeError: list() takes no keyword arguments'),
    (tuple, {"a": 1}, 'TypeError: tuple() takes no keyword arguments'),
    (set, {"a": 1}, 'TypeError: set() takes no keyword arguments'),
    (frozenset, {"a": 1}, 'TypeError: frozenset() takes no keyword arguments'),
    (range, {"stop": 1}, 'TypeError: range() takes no keyword arguments'),
    (slice, {"stop": 1}, 'TypeError: slice() takes no keyword arguments'),
    (bool, {"x": 1}, 'TypeError: bool() takes no keyword arguments'),
    (object, {"x": 1}, 'TypeError: object() takes no arguments'),
    (type, {"x": 1}, 'TypeError: type() takes 1 or 3 arguments'),
    (memoryview, {"x": 1}, "TypeError: memoryview() missing required argument 'object' (pos 1)"),
    (Exception, {"x": 1}, 'TypeError: Exception() takes no keyword arguments'),
    (NameError, {"x": 1}, "TypeError: NameError() got an unexpected keyword argument 'x'"),
    (ImportError, {"x": 1}, "TypeError: ImportError() got an unexpected keyword argument 'x'"),
    (reversed, {"x": 1}, 'TypeError: reversed() takes no keyword arguments'),
    (map, {"x": 1}, "TypeError"),
    (filter, {"x": 1}, 'TypeError: filter() takes no keyword arguments'),
    (super, {"x": 1}, 'TypeError: super() takes no keyword arguments'),
    (staticmethod, {"x": 1}, 'TypeError: staticmethod() takes no keyword arguments'),
    (len, {"x": 1}, 'TypeError: len() takes no keyword arguments'),
    (abs, {"x": 1}, 'TypeError: abs() takes no keyword arguments'),
    (max, {"x": 1}, 'TypeError: max expected at least 1 argument, got 0'),
    (min, {"key": len}, 'TypeError: min expected at least 1 argument, got 0'),
    (sorted, {"x": 1}, 'TypeError: sorted expected 1 argument, got 0'),
    ([].sort, {"x": 1}, "TypeError: sort() got an unexpected keyword argument 'x'"),
    ([].append, {"x": 1}, 'TypeError: list.append() takes no keyword arguments'),
    ({}.get, {"key": 1}, 'TypeError: dict.get() takes no keyword arguments'),
    ({}.pop, {"key": 1}, 'TypeError: dict.pop() takes no keyword arguments'),
    ("".split, {"other": 1}, "TypeError: split() got an unexpected keyword argument 'other'"),
    ("".encode, {"other": 1}, "TypeError: encode() got an unexpected keyword argument 'other'"),
    ("".replace, {"x": 1}, 'TypeError: replace() takes at least 2 positional arguments (0 given)'),
    (print, {"other": 1}, "TypeError: print() got an unexpected keyword argument 'other'"),
    (print, {"sep": 1}, 'TypeError: sep must be None or a string, not int'),
    (print, {"end": 1}, 'TypeError: end must be None or a string, not int'),
    (open, {"other": 1}, "TypeError: open() missing required argument 'file' (pos 1)"),
    (compile, {"other": 1}, "TypeError: compile() missing required argument 'source' (pos 1)"),
    (enumerate, {"other": 1}, "TypeError"),
    (isinstance, {"x": 1}, 'TypeError: isinstance() takes no keyword arguments'),
    (getattr, {"x": 1}, 'TypeError: getattr() takes no keyword arguments'),
    (round, {"x": 1}, "TypeError: round() missing required argument 'number' (pos 1)"),
    (pow, {"x": 1}, "TypeError: pow() missing required argument 'base' (pos 1)"),
    (sum, {"x": 1}, 'TypeError: sum() takes at least 1 positional argument (0 given)'),
    (bytes, {"x": 1}, "TypeError: bytes() got an unexpected keyword argument 'x'"),
    (bytes, {"errors": "strict"}, 'TypeError: errors without a string argument'),
    (bytearray, {"encoding": "utf-8"}, 'TypeError: encoding without a string argument'),
    (complex, {"x": 1}, "TypeError: complex() got an unexpected keyword argument 'x'"),
    (dict.fromkeys, {"x": 1}, 'TypeError: dict.fromkeys() takes no keyword arguments'),
    (lambda a: a, {"b": 1}, "TypeError: <lambda>() got an unexpected keyword argument 'b'"),
    (lambda a, *, b: a, {"a": 1}, "TypeError: <lambda>() missing 1 required keyword-only argument: 'b'"),
    (lambda a, /: a, {"a": 1},
     "TypeError: <lambda>() got some positional-only arguments passed as keyword arguments: 'a'"),
    (lambda: 0, {"b": 1}, "TypeError: <lambda>() got an unexpected keyword argument 'b'"),
):
    got = outcome(f, **keywords)
    same(got if not isinstance(expected, str) or ":" in expected else got.split(":")[0], expected)

# operators between what has none for it
VALUES = [None, True, 1, 1.5, 2j, "a", b"a", bytearray(b"a"), [1], (1,), {1: 2}, {1}, frozenset([1]), range(2), slice(1), Ellipsis, NotImplemented, len, int, Strange()]

OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, operator.matmul, operator.lshift,
             operator.rshift, operator.and_, operator.or_, operator.xor, operator.lt, operator.le, operator.gt, operator.ge, operator.iadd, operator.isub,
             operator.imul, operator.iand, operator.ior, operator.ixor, operator.contains, operator.getitem]


def mark(f, a, b):
    """What happens, as a letter: a value, TypeError, ZeroDivisionError, ValueError, ..."""
    got = outcome(f, a, b)
    return got[0] if isinstance(got, str) and "Error: " in got else "."


def fresh(v):
    return type(v)(v) if type(v) in (list, dict, set, bytearray) else v


def rows():
    """For each operator and left operand the marks of all right ones, if not all of them are T."""
    for f in OPERATORS:
        for i, a in enumerate(VALUES):
            marks = "".join(mark(f, fresh(a), fresh(b)) for b in VALUES)
            if marks != "T" * len(VALUES):
                yield "%s %d %s" % (f.__name__, i, marks)


same(list(rows()), """\
add 1 T....TTTTTTTTTTTTTTT
add 2 T....TTTTTTTTTTTTTTT
add 3 T....TTTTTTTTTTTTTTT
add 4 T....TTTTTTTTTTTTTTT
add 5 TTTTT.TTTTTTTTTTTTTT
add 6 TTTTTT..TTTTTTTTTTTT
add 7 TTTTTT..TTTTTTTTTTTT
add 8 TTTTTTTT.TTTTTTTTTTT
add 9 TTTTTTTTT.TTTTTTTTTT
sub 1 T....TTTTTTTTTTTTTTT
sub 2 T....TTTTTTTTTTTTTTT
sub 3 T....TTTTTTTTTTTTTTT
sub 4 T....TTTTTTTTTTTTTTT
sub 11 TTTTTTTTTTT..TTTTTTT
sub 12 TTTTTTTTTTT..TTTTTTT
mul 1 T.........TTTTTTTTTT
mul 2 T.........TTTTTTTTTT
mul 3 T....TTTTTTTTTTTTTTT
mul 4 T....TTTTTTTTTTTTTTT
mul 5 T..TTTTTTTTTTTTTTTTT
mul 6 T..TTTTTTTTTTTTTTTTT
mul 7 T..TTTTTTTTTTTTTTTTT
mul 8 T..TTTTTTTTTTTTTTTTT
mul 9 T..TTTTTTTTTTTTTTTTT
truediv 1 T....TTTTTTTTTTTTTTT
truediv 2 T....TTTTTTTTTTTTTTT
truediv 3 T....TTTTTTTTTTTTTTT
truediv 4 T....TTTTTTTTTTTTTTT
floordiv 1 T...TTTTTTTTTTTTTTTT
floordiv 2 T...TTTTTTTTTTTTTTTT
floordiv 3 T...TTTTTTTTTTTTTTTT
mod 1 T...TTTTTTTTTTTTTTTT
mod 2 T...TTTTTTTTTTTTTTTT
mod 3 T...TTTTTTTTTTTTTTTT
mod 5 TTTTTT...T.TT.TTTTTT
mod 6 TTTTTTTT.T.TT.TTTTTT
mod 7 TTTTTTTT.T.TT.TTTTTT
pow 1 T....TTTTTTTTTTTTTTT
pow 2 T....TTTTTTTTTTTTTTT
pow 3 T....TTTTTTTTTTTTTTT
pow 4 T....TTTTTTTTTTTTTTT
lshift 1 T..TTTTTTTTTTTTTTTTT
lshift 2 T..TTTTTTTTTTTTTTTTT
rshift 1 T..TTTTTTTTTTTTTTTTT
rshift 2 T..TTTTTTTTTTTTTTTTT
and_ 1 T..TTTTTTTTTTTTTTTTT
and_ 2 T..TTTTTTTTTTTTTTTTT
and_ 11 TTTTTTTTTTT..TTTTTTT
and_ 12 TTTTTTTTTTT..TTTTTTT
or_ 0 TTTTTTTTTTTTTTTTTT.T
or_ 1 T..TTTTTTTTTTTTTTTTT
or_ 2 T..TTTTTTTTTTTTTTTTT
or_ 10 TTTTTTTTTT.TTTTTTTTT
or_ 11 TTTTTTTTTTT..TTTTTTT
or_ 12 TTTTTTTTTTT..TTTTTTT
or_ 18 .TTTTTTTTTTTTTTTTT.T
xor 1 T..TTTTTTTTTTTTTTTTT
xor 2 T..TTTTTTTTTTTTTTTTT
xor 11 TTTTTTTTTTT..TTTTTTT
xor 12 TTTTTTTTTTT..TTTTTTT
lt 1 T...TTTTTTTTTTTTTTTT
lt 2 T...TTTTTTTTTTTTTTTT
lt 3 T...TTTTTTTTTTTTTTTT
lt 5 TTTTT.TTTTTTTTTTTTTT
lt 6 TTTTTT..TTTTTTTTTTTT
lt 7 TTTTTT..TTTTTTTTTTTT
lt 8 TTTTTTTT.TTTTTTTTTTT
lt 9 TTTTTTTTT.TTTTTTTTTT
lt 11 TTTTTTTTTTT..TTTTTTT
lt 12 TTTTTTTTTTT..TTTTTTT
lt 14 TTTTTTTTTTTTTT.TTTTT
le 1 T...TTTTTTTTTTTTTTTT
le 2 T...TTTTTTTTTTTTTTTT
le 3 T...TTTTTTTTTTTTTTTT
le 5 TTTTT.TTTTTTTTTTTTTT
le 6 TTTTTT..TTTTTTTTTTTT
le 7 TTTTTT..TTTTTTTTTTTT
le 8 TTTTTTTT.TTTTTTTTTTT
le 9 TTTTTTTTT.TTTTTTTTTT
le 11 TTTTTTTTTTT..TTTTTTT
le 12 TTTTTTTTTTT..TTTTTTT
le 14 TTTTTTTTTTTTTT.TTTTT
gt 1 T...TTTTTTTTTTTTTTTT
gt 2 T...TTTTTTTTTTTTTTTT
gt 3 T...TTTTTTTTTTTTTTTT
gt 5 TTTTT.TTTTTTTTTTTTTT
gt 6 TTTTTT..TTTTTTTTTTTT
gt 7 TTTTTT..TTTTTTTTTTTT
gt 8 TTTTTTTT.TTTTTTTTTTT
gt 9 TTTTTTTTT.TTTTTTTTTT
gt 11 TTTTTTTTTTT..TTTTTTT
gt 12 TTTTTTTTTTT..TTTTTTT
gt 14 TTTTTTTTTTTTTT.TTTTT
ge 1 T...TTTTTTTTTTTTTTTT
ge 2 T...TTTTTTTTTTTTTTTT
ge 3 T...TTTTTTTTTTTTTTTT
ge 5 TTTTT.TTTTTTTTTTTTTT
ge 6 TTTTTT..TTTTTTTTTTTT
ge 7 TTTTTT..TTTTTTTTTTTT
ge 8 TTTTTTTT.TTTTTTTTTTT
ge 9 TTTTTTTTT.TTTTTTTTTT
ge 11 TTTTTTTTTTT..TTTTTTT
ge 12 TTTTTTTTTTT..TTTTTTT
ge 14 TTTTTTTTTTTTTT.TTTTT
iadd 1 T....TTTTTTTTTTTTTTT
iadd 2 T....TTTTTTTTTTTTTTT
iadd 3 T....TTTTTTTTTTTTTTT
iadd 4 T....TTTTTTTTTTTTTTT
iadd 5 TTTTT.TTTTTTTTTTTTTT
iadd 6 TTTTTT..TTTTTTTTTTTT
iadd 7 TTTTTT..TTTTTTTTTTTT
iadd 8 TTTTT.........TTTTTT
iadd 9 TTTTTTTTT.TTTTTTTTTT
isub 1 T....TTTTTTTTTTTTTTT
isub 2 T....TTTTTTTTTTTTTTT
isub 3 T....TTTTTTTTTTTTTTT
isub 4 T....TTTTTTTTTTTTTTT
isub 11 TTTTTTTTTTT..TTTTTTT
isub 12 TTTTTTTTTTT..TTTTTTT
imul 1 T.........TTTTTTTTTT
imul 2 T.........TTTTTTTTTT
imul 3 T....TTTTTTTTTTTTTTT
imul 4 T....TTTTTTTTTTTTTTT
imul 5 T..TTTTTTTTTTTTTTTTT
imul 6 T..TTTTTTTTTTTTTTTTT
imul 7 T..TTTTTTTTTTTTTTTTT
imul 8 T..TTTTTTTTTTTTTTTTT
imul 9 T..TTTTTTTTTTTTTTTTT
iand 1 T..TTTTTTTTTTTTTTTTT
iand 2 T..TTTTTTTTTTTTTTTTT
iand 11 TTTTTTTTTTT..TTTTTTT
iand 12 TTTTTTTTTTT..TTTTTTT
ior 0 TTTTTTTTTTTTTTTTTT.T
ior 1 T..TTTTTTTTTTTTTTTTT
ior 2 T..TTTTTTTTTTTTTTTTT
ior 10 TTTTTVTTTT.TTTTTTTTT
ior 11 TTTTTTTTTTT..TTTTTTT
ior 12 TTTTTTTTTTT..TTTTTTT
ior 18 .TTTTTTTTTTTTTTTTT.T
ixor 1 T..TTTTTTTTTTTTTTTTT
ixor 2 T..TTTTTTTTTTTTTTTTT
ixor 11 TTTTTTTTTTT..TTTTTTT
ixor 12 TTTTTTTTTTT..TTTTTTT
contains 5 TTTTT.TTTTTTTTTTTTTT
contains 6 T..TTT..TTTTTTTTTTTT
contains 7 T..TTT..TTTTTTTTTTTT
contains 8 ....................
contains 9 ....................
contains 10 .......TT.TT........
contains 11 .......TT.T.........
contains 12 .......TT.T.........
contains 13 ....................
getitem 5 TIITTTTTTTTTTT.TTTTT
getitem 6 TIITTTTTTTTTTT.TTTTT
getitem 7 TIITTTTTTTTTTT.TTTTT
getitem 8 TIITTTTTTTTTTT.TTTTT
getitem 9 TIITTTTTTTTTTT.TTTTT
getitem 10 K..KKKKTTKTTKKKKKKKK
getitem 13 T..TTTTTTTTTTT.TTTTT""".split("\n"))

# paths to errors that nothing else takes
import typing
import weakref


class Group(ExceptionGroup, ValueError): pass


class Slot:
    __slots__ = ("a",)


many = ", ".join("a%d" % i for i in range(300))
for f, args, expected in (
    (Group, ("x", [KeyboardInterrupt()]), "TypeError: Cannot nest BaseExceptions in 'Group'"),
    ([].index, (1, "a"), "TypeError: slice indices must be integers or have an __index__ method"),
    (setattr, (int, "__name__", "x"), "TypeError: cannot set '__name__' attribute of immutable type 'int'"),
    (delattr, (int, "__name__"), "TypeError: cannot set '__name__' attribute of immutable type 'int'"),
    (type.__new__, (1, 2, 3), "TypeError: type.__new__(X): X is not a type object (int)"),
    (b"a".__add__, ("b",), "TypeError: can't concat str to bytes"),
    (Slot.a.__get__, (1,), "TypeError: descriptor 'a' for 'Slot' objects doesn't apply to a 'int' object"),
    (Slot.a.__delete__, (Slot(),), "AttributeError: a"),
    (exec, (many + ", *b = range(400)", {}), "SyntaxError: too many expressions in star-unpacking assignment (<string>, line 1)"),
):
    same(outcome(f, *args), expected)
same(outcome(typing.TypeVar, "T", covariant=True, infer_variance=True), "ValueError: Variance cannot be specified with infer_variance.")
same(outcome(exec, "class X(T): pass", {"T": typing.TypeVar("T")}), "TypeError: Cannot subclass an instance of TypeVar")
for args in (), (int, 1, 2):
    assert outcome(weakref.ref, *args).startswith("TypeError: ")
for field in "", " ", "!x", ":x", "=", ",", "*", ")", "1!", "1!z", "a b", "1":
    assert outcome(exec, "f'''{" + field + ("" if field == "1" else "}") + "'''", {}).startswith("SyntaxError: "), field
