"""Compares the attributes of the built-in types, functions and exceptions of CPython with those of Adder, and writes
docs/builtins.md. Run it with CPython 3.13, in the project's folder, when build/adder is up to date:

    python3.13 tools/builtins_table.py [ADDER]

Both run the program PROBE, which prints dir() of every object in OBJECTS. Each name that only CPython has needs a reason
in REASONS; the script fails if one has none."""
import subprocess
import sys

# What to look at: names that are their own expressions, and titles with expressions. PROBE has set their names.
NAMES = """builtins object type int float complex bool str bytes bytearray memoryview list tuple dict set frozenset range
slice property classmethod staticmethod super enumerate zip map filter reversed Ellipsis NotImplemented None"""
EXPRESSIONS = {
    "function": "function",
    "method": "C().method",
    "built-in function": "len",
    "built-in method": "[].append",
    "method descriptor": "list.append",
    "slot wrapper": "list.__len__",
    "getset descriptor": "type.__dict__['__name__']",
    "member descriptor": "Slots.a",
    "generator": "generator()",
    "coroutine": "coroutine_",
    "async generator": "async_generator()",
    "module": "types.ModuleType('m')",
    "code": "function.__code__",
    "cell": "function().__closure__[0]",
    "traceback": "traceback",
    "frame": "sys._getframe()",
    "Union": "int | str",
    "generic alias": "list[int]",
    "TypeVar": "T",
    "type alias": "Alias",
    "mappingproxy": "int.__dict__",
    "dict_keys": "{}.keys()",
    "dict_values": "{}.values()",
    "dict_items": "{}.items()",
    "list iterator": "iter([])",
    "tuple iterator": "iter(())",
    "str iterator": "iter('')",
    "bytes iterator": "iter(b'')",
    "bytearray iterator": "iter(bytearray())",
    "memoryview iterator": "iter(memoryview(b''))",
    "dict iterator": "iter({})",
    "set iterator": "iter(set())",
    "range iterator": "iter(range(3))",
    "reversed list": "reversed([])",
    "callable iterator": "iter(len, 1)",
    "class": "C",
    "instance": "C()",
}

PROBE = """
import builtins, sys, types
def function(x: int = 1, *, y=2):
    def inner(): return x
    return inner
class C:
    def method(self): pass
class Slots:
    __slots__ = ("a",)
def generator():
    yield
async def coroutine(): pass
async def async_generator():
    yield
try:
    1 / 0
except ZeroDivisionError as e:
    traceback = e.__traceback__
type Alias = int
def generic[T](): return T
T = generic.__type_params__[0]
coroutine_ = coroutine()
def probe(title, expression):
    try:
        names = dir(eval(expression))
    except Exception as e:
        names = []
    print(title + ":" + " ".join(names))
for title, expression in OBJECTS: probe(title, expression)
for name in EXCEPTIONS: probe(name, name)
coroutine_.close()
"""

# What 3.14 has and 3.13 has not.
ADDED = {
    "float": "from_number",
    "map": "__setstate__",
    "complex": "from_number",
    "bytearray": "resize",
    "memoryview": "count index __class_getitem__",
    "type": "__annotate__",
    "function": "__annotate__",
    "module": "__annotate__",
    "Union": "__origin__",
    "frame": "f_generator",
}

# Why a name is not there: for all types, or for one ("type.name").
LAYOUT = "Tells the memory layout of CPython's objects."
INTERNAL = "CPython's own means."
SITE = "Added by CPython's site module for its prompt."
SIGNATURE = "There is no text of signatures in the image."
REASONS = {
    "__text_signature__": SIGNATURE,
    "__basicsize__": LAYOUT,
    "__dictoffset__": LAYOUT,
    "__itemsize__": LAYOUT,
    "__weakrefoffset__": LAYOUT,
    "__alloc__": LAYOUT,
    "__objclass__": "One function of the image can be a method of several types: it does not know them.",
    "__weakref__": "An object does not know its weak references; weakref finds them.",
    "__firstlineno__": "An entry in the namespace of each class, for tools that read sources.",
    "__static_attributes__": "An entry in the namespace of each class, for tools that read sources.",
    "__del__": "Suspended generators are seen to by the collector; close() is there.",
    "__getformat__": "For CPython's own tests.",
    "_from_flags": INTERNAL,
    "builtins.copyright": SITE,
    "builtins.credits": SITE,
    "builtins.license": SITE,
    "_co_code_adaptive": INTERNAL,
    "_varname_from_oparg": INTERNAL,
    "co_names": "Bytecode is Adder's own: names are among the constants.",
    "co_cellvars": "The compiler does not keep their names.",
    "co_lines": "Bytecode is Adder's own.",
    "co_positions": "Bytecode is Adder's own.",
    "replace": "Code is bound to its bytecode, which is Adder's own.",
    "__replace__": "Code is bound to its bytecode, which is Adder's own.",
    "co_exceptiontable": "Bytecode is Adder's own.",
    "co_linetable": "Bytecode is Adder's own.",
    "co_lnotab": "Bytecode is Adder's own; deprecated.",
    "f_trace_opcodes": "Bytecode is Adder's own.",
    "f_lasti": "Bytecode is Adder's own.",
    "__loader__": "Modules have it once they were imported from a file.",
    "__spec__": "Modules have it once they were imported from a file.",
    "__package__": "Modules have it once they were imported from a file.",
    "__typing_unpacked_tuple_args__": "typing's own means.",
    "built-in method.__module__": "A method of a built-in type has none.",
    "built-in method.__name__": "It is there, but not listed.",
    "built-in method.__qualname__": "It is there, but not listed.",
    "getset descriptor.__qualname__": "One table of the image can belong to several types: it does not know them.",
    "built-in function.__self__": "Functions of the image do not know their module.",
    "ExceptionGroup.__module__": "It is there, but not listed.",
    "builtins.__doc__": "There are no docstrings in the image.",
    "module.__annotate__": "Modules have it once they have annotations.",
    "generic alias.__bases__": "It is there, by way of the class, but not listed.",
    "__copy__": "copy knows what to do.",
    "__deepcopy__": "copy knows what to do.",
    "__typing_subst__": "typing's own means.",
    "__typing_prepare_subst__": "typing's own means.",
}


def run(command, names):
    program = PROBE.replace("OBJECTS", repr([(n, n) for n in NAMES.split()] + list(EXPRESSIONS.items()))).replace("EXCEPTIONS", repr(names))
    text = subprocess.run(command, input=program, capture_output=True, text=True, check=True).stdout
    return {title: set(listed.split()) for title, _, listed in (line.partition(":") for line in text.splitlines())}


def row(title, ours, theirs, missing_reasons):
    missing = sorted(theirs - ours)
    gaps = []
    for name in missing:
        reason = REASONS.get("%s.%s" % (title, name)) or REASONS.get(name)
        if not reason:
            missing_reasons.append((title, name))
            reason = "?"
        gaps.append((name, reason))
    return len(theirs) - len(missing), gaps


def main():
    import builtins
    exceptions = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and
                        issubclass(getattr(builtins, n), BaseException))
    theirs = run([sys.executable, "-"], exceptions)
    ours = run([sys.argv[1] if len(sys.argv) > 1 else "build/adder", "-"], exceptions)
    without = []
    print("# Built-in types, name by name\n")
    print("What `dir()` lists under CPython 3.14, and Adder's full build has or has not. tools/builtins_table.py writes this")
    print("page: it runs CPython 3.13, and knows what 3.14 added. The small builds have less: see [design.md](design.md).\n")
    table, notes, total, there = [], {}, 0, 0
    for title in theirs:
        want = theirs[title] | set(ADDED.get(title, "").split())
        have, gaps = row(title, ours.get(title, set()), want, without)
        total += len(want)
        there += have
        extra = sorted(ours.get(title, set()) - want)
        table.append((title, have, len(want), gaps, extra))
        for name, reason in gaps:
            notes.setdefault(reason, {}).setdefault(name, []).append(title)
    print("%d of %d names are there.\n" % (there, total))
    print("| | there | missing | only Adder has |\n| --- | --- | --- | --- |")
    for title, have, all_, gaps, extra in table:
        print("| %s | %d of %d | %s | %s |" % (title, have, all_, ", ".join("`%s`" % g[0] for g in gaps),
                                               ", ".join("`%s`" % e for e in extra)))
    print("\n## Why\n")
    for reason in sorted(notes):
        print("- %s: %s" % (", ".join("`%s`" % n for n in sorted(notes[reason])), reason))
    if without:
        for title, name in without:
            print("%s.%s is missing, without a reason" % (title, name), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
