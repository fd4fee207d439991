# What fuzzing found in running programs.

# types without a repr of their own
import collections
import struct

for o in (iter([]), iter(""), iter({}), iter(range(3)), map(len, []), zip(), enumerate([]), filter(None, []),
          iter(int, 3), reversed([]), property(), collections.deque().__iter__(), struct.iter_unpack("b", b"a")):
    assert repr(o).startswith("<") and repr(o) == str(o) == "%s" % (o,) == "{}".format(o) == f"{o!r}"
