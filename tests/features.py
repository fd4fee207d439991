# Prints which of the features named as arguments this build has. tests/run asks it once for each mode; a test
# says in its first lines what it cannot do without: `# needs: double cmath`. Names that are not here are modules'.
import io
import sys

CHECKS = {
    # numbers
    "word64": "assert sys.maxsize > 2 ** 32",
    "double": "assert 1.0 + 2.0 ** -50 != 1.0",
    "complex": "eval('1j') + complex(1, 2)",
    # text
    "unicode": "assert '\\u0394'.lower() == '\\u03b4' and int('\\u0663') == 3",
    "unicode_names": "assert eval('\"\\\\N{BULLET}\"') == '\\u2022'",
    "codecs": "'a'.encode('utf-16')",
    "percent": "'%d' % 1",
    # floats are summed exactly
    "exact_sum": "assert sum([0.1] * 10) == 1.0",
    # functions of any size
    "large_functions": "exec('def f():\\n ' + ';'.join('x' + str(i) + '= 0' for i in range(300)))",
    # names of constants declared by const() are gone
    "folding": "exec('from micropython import const\\n_X = const(1)'); assert '_X' not in globals()",
    # syntax errors say what is wrong
    "syntax_messages": "assert 'closed' in message('(')",
    # syntax errors guess at what was meant
    "syntax_hints": "assert 'forgot' in message('[a b]')",
    # exceptions say what was wrong in CPython's words (small builds: the usual ones alone)
    "messages": "assert message('[].pop()') == 'pop from empty list'",
    # language
    "docstrings": "exec('def f(): \"text\"'); assert f.__doc__ == 'text'",
    "annotations": "exec('def f(x: int): pass'); assert f.__annotations__ == {'x': int}",
    "match": "exec('match 1:\\n case 1: pass')",
    "async": "exec('async def f(): pass')",
    "more_syntax": "eval('(x := 1)')",
    "tstrings": "eval('t\"{1}\"')",
    "type_params": "exec('def f[T](): pass')",
    "except_star": "exec('try: pass\\nexcept* ValueError: pass')",
    "groups": "ExceptionGroup",
    # built-in types: methods and attributes that only CPython has
    "methods": "'a'.title, int.__add__",
    # exceptions: the kinds of OSError, warnings
    "os_errors": "FileNotFoundError, Warning",
    "memoryview": "memoryview(b'')",
    "sets": "eval('{1}'), frozenset",
    # sets in CPython's order, its hashes
    "set_order": "assert eval('list({3, 1, 2})') == [1, 2, 3]",
    # classes derived from built-in types; metaclasses, descriptors in Python and the like
    "derived_types": "exec('class L(list): pass')",
    "class_hooks": "exec('class C(metaclass=type): pass')",
    # __slots__ makes descriptors
    "slots": "exec('class S: __slots__ = \\'a\\'\\nS.a')",
    # library
    "records": "sys.version_info.major",
    "class_hook": "__build_class__",
    # tracebacks tell what an exception came from
    "chains": "sys.print_exception(chained(), traceback); assert 'cause' in traceback.getvalue()",
    # tracebacks that underline the failing expression
    "columns": "sys.print_exception(error(), traceback); assert '~^~' in traceback.getvalue()",
    # room: recursion and memory beyond those of a microcontroller
    "deep": "deep(2000)",
    # frame objects, sys.settrace()
    "tracing": "sys.settrace, sys._getframe",
}


if hasattr(sys, 'setrecursionlimit'):
    sys.setrecursionlimit(10000)


def deep(n):
    return n and deep(n - 1)


def message(source):
    try:
        eval(source)
    except Exception as e:
        return str(e)


def error():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e


def chained():
    try:
        raise ValueError from error()
    except ValueError as e:
        return e


def has(name):
    scope = {"sys": sys, "deep": deep, "error": error, "chained": chained, "message": message, "traceback": io.StringIO()}
    try:
        exec(CHECKS.get(name, "import " + name), scope)
    except Exception:
        return False
    return True


print(" ".join(name for name in sys.argv[1:] if has(name)))
