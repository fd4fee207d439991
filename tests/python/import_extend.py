# Files that extend the module in C whose name they have, in both of MicroPython's ways.
import sys

here = __file__[:__file__.rfind("/")] if "/" in __file__ else "."
sys.path[:] = [here + "/import_data/extend"]
for name in ("os", "time", "uos", "utime"):
    sys.modules.pop(name, None)

import os
import time

assert os.extra == "os" and os.__file__.endswith("extend/os.py") and os.getcwd() and os.sep == "/"
assert time.extra == "time" and time.__file__.endswith("extend/time.py")
assert time.ticks_diff(time.ticks_ms(), time.ticks_ms()) <= 0

import uos
import usys
import utime

assert not hasattr(uos, "__file__") and not hasattr(uos, "extra") and uos is not os
assert not hasattr(utime, "extra") and utime.sleep_ms is time.sleep_ms
assert usys is sys
assert sys.modules["os"] is os and sys.modules["uos"] is uos

# without files of their name, both names are one module
import struct
import ustruct

assert struct is ustruct
