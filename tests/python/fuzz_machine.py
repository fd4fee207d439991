# needs: percent
# What fuzzing found in running programs.

# types without a repr of their own
import collections
import struct

for o in (iter([]), iter(""), iter({}), iter(range(3)), map(len, []), zip(), enumerate([]), filter(None, []),
          iter(int, 3), reversed([]), property(), collections.deque().__iter__(), struct.iter_unpack("b", b"a")):
    assert repr(o).startswith("<") and repr(o) == str(o) == "%s" % (o,) == "{}".format(o) == f"{o!r}"

# a list that outgrows a small heap takes the last of it in a few steps, not item by item
import sys

if sys.implementation.name == "adder":
    a = [1]
    try:
        for x in a:
            a.extend(reversed(a))
            if len(a) > 1 << 20:
                break
    except MemoryError:
        pass
