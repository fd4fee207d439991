# needs: methods
# Import of modules and packages.
import sys

sys.path.insert(0, __file__.rpartition("/")[0] + "/import_data")


def raises(kind, message, f, *args, **kwargs):
    try:
        f(*args, **kwargs)
    except kind as e:
        assert message is None or str(e) == message, str(e)
        return e
    else:
        assert False, "no " + kind.__name__


import plain

assert plain.value == 42 and plain.__name__ == "plain" and plain.__file__.endswith("import_data/plain.py")
assert sys.modules["plain"] is plain and plain.runs == 1
import plain as again

assert again is plain
from plain import value as v, function

assert v == 42 and function() == "plain"

import pkg.sub.leaf

assert pkg.__name__ == "pkg" and pkg.sub.leaf.name == "pkg.sub.leaf" and pkg.marker == "pkg"
import pkg.sub.leaf as leaf

assert leaf is pkg.sub.leaf
from pkg import other, marker
from pkg.sub import leaf as leaf2

assert other.from_parent == "pkg" and leaf2 is leaf and other.leaf is leaf and other.up is pkg
assert pkg.__package__ == "pkg" and leaf.__package__ == "pkg.sub" and leaf.deep == "pkg"

space = {}
exec("from plain import *", space)
assert space["value"] == 42 and "_hidden" not in space
space = {}
exec("from pkg.stars import *", space)
assert space["_shown"] == 1 and "unlisted" not in space


def no_module():
    import does_not_exist


e = raises(ModuleNotFoundError, "No module named 'does_not_exist'", no_module)
assert e.name == "does_not_exist"


def no_submodule():
    import pkg.nothing


raises(ModuleNotFoundError, "No module named 'pkg.nothing'", no_submodule)


def not_package():
    import plain.sub


raises(ModuleNotFoundError, "No module named 'plain.sub'; 'plain' is not a package", not_package)


def no_name():
    from plain import nothing


e = raises(ImportError, None, no_name)
assert str(e).startswith("cannot import name 'nothing' from 'plain' (") and str(e).endswith("plain.py)"), str(e)
e = raises(ImportError, "cannot import name 'x_y' from 'time' (unknown location)", exec, "from time import x_y")

# circular imports
import circle_a

assert circle_a.b.a is circle_a
e = raises(ImportError, None, exec, "import circle_c")
assert "partially initialized module 'circle_c' (most likely due to a circular import)" in str(e), str(e)

# errors while a module runs
raises(ZeroDivisionError, None, exec, "import broken")
assert "broken" not in sys.modules
raises(SyntaxError, None, exec, "import bad_syntax")
assert "bad_syntax" not in sys.modules

# module attributes
assert plain.lazy == "lazy value"
raises(AttributeError, "module 'plain' has no attribute 'nope'", lambda: plain.nope)
plain.added = 1
assert plain.added == 1 and "added" in dir(plain)
del plain.added
assert not hasattr(plain, "added")

# a folder without __init__.py
import space_dir.inside

assert space_dir.inside.x == 1

# what is in sys.modules counts
sys.modules["made_up"] = plain
import made_up

assert made_up is plain
sys.modules["blocked"] = None
e = raises(ModuleNotFoundError, "import of blocked halted; None in sys.modules", exec, "import blocked")
import replacer

assert replacer == "replaced"
assert __import__("pkg.sub.leaf") is pkg and __import__("pkg.sub.leaf", fromlist=["x"]) is leaf
raises(ImportError, "attempted relative import with no known parent package", exec, "from . import x", {"__name__": "m"})
raises(ImportError, "attempted relative import beyond top-level package", exec, "import pkg.beyond")
import math, time as clock
assert clock.time() > 0

# what every module has
assert __doc__ is None and __package__ is None and __spec__ is None and __name__ == "__main__" and __builtins__ is sys.modules["builtins"]
assert {"__builtins__", "__doc__", "__file__", "__loader__", "__name__", "__package__", "__spec__"} <= set(globals())
assert "__doc__" in vars(leaf) and "__loader__" in vars(leaf)
