# needs: array collections
# What fuzzing found: nothing, repeated endlessly, is had at once.
import array
import collections
import sys

n = sys.maxsize
for make in (str, bytes, bytearray, list, tuple, lambda: array.array("i"), collections.deque):
    empty = make()
    assert empty * n == empty and n * empty == empty and empty * -n == empty
    empty *= n
    assert not empty
