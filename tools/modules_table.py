"""Compares the public names of the modules that the language leans on, and of the classes in them, under CPython and Adder,
and writes docs/modules.md. Run it with CPython 3.13, in the project's folder, when build/adder is up to date:

    python3.13 tools/modules_table.py [ADDER] > docs/modules.md

CPython lists what there is; Adder is asked what it has of that. Each name that it has not needs a reason in REASONS; the
script fails if one has none."""
import subprocess
import sys

MODULES = """__future__ _thread abc annotationlib bisect collections collections.abc contextlib copy dataclasses decimal enum
fractions functools heapq inspect itertools keyword numbers operator queue reprlib statistics string string.templatelib
threading traceback types typing warnings weakref"""

# What 3.14 has and 3.13 has not.
ADDED = {
    "annotationlib": """Format ForwardRef annotations_to_string call_annotate_function call_evaluate_function 
        get_annotate_from_class_namespace get_annotations type_repr""",
    "string.templatelib": "Interpolation Template convert",
    "decimal.Decimal": "from_number",
    "fractions.Fraction": "from_number",
    "functools": "Placeholder",
    "heapq": "heapify_max heappop_max heappush_max heappushpop_max heapreplace_max",
    "operator": "is_none is_not_none",
    "typing": "evaluate_forward_ref",
}

# For each module and class: its name, and the public names in it.
LIST = """
import importlib, types
for module in MODULES:
    try:
        m = importlib.import_module(module)
    except ImportError:
        continue
    names = getattr(m, "__all__", None) or [n for n in dir(m) if n[0] != "_" and not isinstance(getattr(m, n), types.ModuleType)]
    print(module, *sorted(names))
    for n in names:
        cls = getattr(m, n)
        if isinstance(cls, type) and cls.__module__ == module:
            print(module + "." + n, *[a for a in dir(cls) if a[0] != "_"])
"""
# Which of these there are.
ASK = """
for where, names in LISTED:
    parts = where.split(".")
    while True:
        try:
            __import__(".".join(parts))
            break
        except ImportError:
            parts.pop()
            if not parts:
                break
    o = __import__(where.split(".")[0])
    try:
        for part in where.split(".")[1:]:
            o = getattr(o, part)
    except AttributeError:
        names = []
    print(where, *[n for n in names if hasattr(o, n)])
"""

FILES = "The classes for annotations of files list no methods."
INSTANCES = "Instances have it."
SOURCES = "For parsing sources, which is not in the image."
REASONS = {
    "typing.BinaryIO": FILES,
    "typing.IO": FILES,
    "typing.TextIO": FILES,
    "decimal.Context": INSTANCES,
    "dataclasses.FrozenInstanceError": INSTANCES,
    "inspect.CO_NOFREE": "No code object has it any more.",
    "inspect.BlockFinder": SOURCES,
    "inspect.ClassFoundException": SOURCES,
    "inspect.EndOfBlock": SOURCES,
    "inspect.getblock": SOURCES,
    "inspect.getlineno": SOURCES,
    "inspect.indentsize": SOURCES,
    "inspect.formatannotationrelativeto": "For the removed formatargspec().",
    "inspect.getabsfile": "There are no absolute names of the modules in the image.",
    "_thread.daemon_threads_allowed": "CPython's own means.",
}
NOTES = """
## What else is different

- Functions in Python stand for CPython's in C in most of these modules: they take arguments by name where CPython's don't,
  and have no `__text_signature__`.
- `copy.copy()` of an iterator over a list, tuple, str, dict or range is a TypeError.
- `OrderedDict`, `Counter` and `defaultdict` have no `__dict__`; classes derived from them have.
- `functools.partial` objects let `func`, `args` and `keywords` be assigned.
- `threading.settrace_all_threads()` and `setprofile_all_threads()` set the function for the thread that calls them and for
  those that are started later.
- `inspect` does not find the source of functions and classes (`getsource()` is an OSError); that of frames it does.
- `weakref.proxy(x) is weakref.proxy(x)` is false.
"""


def run(command, program, **values):
    for name, value in values.items():
        program = program.replace(name, repr(value))
    lines = subprocess.run([command, "-"], input=program, capture_output=True, text=True, check=True).stdout.splitlines()
    return {words[0]: words[1:] for words in map(str.split, lines)}


def sections(theirs, module):
    """The module and its classes."""
    depth = module.count(".") + 1
    return [where for where in theirs if where == module or
            where.startswith(module + ".") and where.count(".") == depth and where not in MODULES.split()]


def gaps_of(theirs, ours, module):
    """(how many names are there, of how many; what is missing as a dict of reasons); `Class.*` where one reason covers all."""
    there = total = 0
    missing = {}
    for where in sections(theirs, module):
        prefix = where[len(module) + 1:] + "." if where != module else ""
        total += len(theirs[where])
        for name in theirs[where]:
            if name in ours.get(where, ()):
                there += 1
            elif where in REASONS:
                missing[prefix + "*"] = REASONS[where]
            else:
                missing[prefix + name] = REASONS.get(module + "." + prefix + name)
    return there, total, missing


def main():
    theirs = run(sys.executable, LIST, MODULES=MODULES.split())
    for where, names in ADDED.items():
        theirs[where] = sorted({*theirs.get(where, ()), *names.split()})
    ours = run(sys.argv[1] if len(sys.argv) > 1 else "build/adder", ASK, LISTED=list(theirs.items()))
    rows = {module: gaps_of(theirs, ours, module) for module in MODULES.split()}
    print("# Modules, name by name\n")
    print("The public names of the modules that the language leans on, and of the classes in them, under CPython 3.14, and those")
    print("that Adder's full build has not. tools/modules_table.py writes this page: it runs CPython 3.13, and knows what 3.14")
    print("added.\n")
    print("%d of %d names are there.\n" % (sum(r[0] for r in rows.values()), sum(r[1] for r in rows.values())))
    print("| module | there | missing |\n| --- | --- | --- |")
    reasons = {}
    for module, (there, total, missing) in rows.items():
        print("| %s | %d of %d | %s |" % (module, there, total, ", ".join(["`%s`" % n for n in missing])))
        for name, reason in missing.items():
            reasons.setdefault(reason or "?", []).append("`%s.%s`" % (module, name))
    print("\n## Why\n")
    for reason in sorted(reasons):
        print("- %s: %s" % (", ".join(reasons[reason]), reason))
    print(NOTES, end="")
    sys.exit("without a reason: " + ", ".join(reasons["?"]) if "?" in reasons else 0)


if __name__ == "__main__":
    main()
