# Makes calls with wrong arguments: each method of each built-in type, each constructor and each built-in function, with
# too few, too many and wrong arguments, unknown keywords, and on objects that aren't of the type.
import builtins
import inspect

# How objects of all the built-in types are made. The first of two is of the type that the methods are taken from.
OBJECTS = ["7", "2.5", "2j", "True", "'abc'", "b'abc'", "bytearray(b'abc')", "memoryview(bytearray(b'abcd'))", "[1, 2]", "(1, 2)",
           "{1: 2}", "{1: 2}.keys()", "{1: 2}.values()", "{1: 2}.items()", "{1}", "frozenset('a')", "range(5)", "slice(1, 2)",
           "(lambda x, y=1, *, z=2: x)", "[].append", "Manager('m').__exit__", "(i for i in 'ab')", "property(len)", "classmethod(len)",
           "staticmethod(len)", "super(Manager, Manager(1))", "Manager", "object()", "Manager.__dict__", "Manager.__init__.__code__",
           "iter([1])", "iter('a')", "iter({1: 2})", "iter({1: 2}.items())", "iter(range(2))", "iter(len, 1)", "reversed([1])",
           "enumerate('a')", "zip('a', 'b')", "map(len, 'a')", "filter(None, 'a')", "ValueError(1)", "OSError(2, 'x')", "KeyError('k')",
           "StopIteration(3)", "UnicodeDecodeError('utf-8', b'a', 0, 1, 'why')", "ImportError('i', name='n')", "SyntaxError('s')",
           "ExceptionGroup('g', [ValueError(1)])", "None", "...", "NotImplemented", "int | str", "list[int]"]
TYPES = ["int", "float", "complex", "bool", "str", "bytes", "bytearray", "memoryview", "list", "tuple", "dict", "set", "frozenset", "range",
         "slice", "property", "classmethod", "staticmethod", "super", "type", "object", "enumerate", "zip", "map", "filter", "reversed",
         "BaseException", "ValueError", "OSError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "ImportError",
         "SyntaxError", "StopIteration", "ExceptionGroup", "BaseExceptionGroup", "KeyError", "AttributeError", "NameError"]
FUNCTIONS = """abs aiter all anext any ascii bin callable chr compile delattr divmod eval exec format getattr hasattr hex isinstance
    issubclass iter len max min next oct ord pow repr round setattr sorted sum print __build_class__ __import__""".split()
VALUES = ["1", "-1", "0", "2**70", "-2**70", "1.5", "1j", "'a'", "'ab'", "''", "b'a'", "bytearray(b'a')", "None", "[1]", "['a']", "(1,)", "()",
          "{}", "{1: 2}", "{1}", "object()", "int", "len", "slice(1)", "...", "True", "range(3)", "memoryview(b'a')", "iter([])",
          "ValueError('v')", "(lambda x: x)", "float('nan')", "float('inf')", "'\\ud800'", "list[int]", "Manager", "Awaitable(1)"]
# what shows addresses, memory or the names that an implementation has, or belongs to pickling
LEAVE_OUT = set("""__sizeof__ __reduce__ __reduce_ex__ __getstate__ __setstate__ __dir__ __hash__ __doc__ __text_signature__ __subclasses__ f_locals
    __init_subclass__ __subclasshook__ __class__ __release_buffer__ _from_flags co_lines co_positions replace __replace__
    __getformat__ __alloc__ _varname_from_oparg""".split())


def method_names(thing):
    return [n for n in dir(thing) if n not in LEAVE_OUT and callable(getattr(thing, n, None))]


def keyword_names(function):
    """The names of a function's parameters, if it tells."""
    try:
        return [p.name for p in inspect.signature(function).parameters.values() if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    except (ValueError, TypeError):
        return []


def make_names():
    import execute
    names = dict(vars(execute))
    objects = [(text, eval(text, names)) for text in OBJECTS]
    return ([(text, name, keyword_names(getattr(thing, name))) for text, thing in objects for name in method_names(thing)],
            [(text, name, keyword_names(getattr(eval(text), name))) for text in TYPES for name in method_names(eval(text))],
            [(name, keyword_names(getattr(builtins, name))) for name in TYPES + FUNCTIONS])


TABLES = []


def arguments(rng, name, keywords):
    """Up to four, mostly one or two; powers get small ones."""
    values = [v for v in VALUES if "pow" not in name and "shift" not in name and "mul" not in name or "70" not in v]
    out = [rng.choice(values) for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4)))]
    if rng.randrange(6) == 0:
        out.append(rng.choice((keywords or ["key"]) + ["wrong"]) + "=" + rng.choice(values))
        if rng.randrange(4) == 0 and keywords:
            out.append("other=1")
    return out


def call(rng):
    """The source of a call."""
    if not TABLES:
        TABLES.extend(make_names())
    bound, unbound, functions = TABLES
    choice = rng.randrange(10)
    if choice < 5:
        text, name, keywords = rng.choice(bound)
        given = arguments(rng, name, keywords)
        if not text[0].isdigit():
            return f"{text}.{name}({', '.join(given)})"
        return f"({text}).{name}({', '.join(given)})"
    if choice < 8:
        text, name, keywords = rng.choice(unbound)
        return f"{text}.{name}({', '.join(arguments(rng, name, keywords))})"
    name, keywords = rng.choice(functions)
    return f"{name}({', '.join(arguments(rng, name, keywords))})"
