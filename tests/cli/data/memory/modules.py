import sys
import math, io, collections
from array import array
import calls

f = io.StringIO()
for i in range(30):
    print(i, math.sqrt(i), file=f)
Point = collections.namedtuple("Point", "x y")
print(len(f.getvalue()), Point(1, y=2), collections.deque([1, 2, 3], 2), array("h", [1, 2]))
try:
    raise ValueError("one") from KeyError("two")
except ValueError as e:
    print(repr(e), repr(e.__cause__))
try:
    compile("x = = 1", "text", "exec")
except SyntaxError as e:
    print(e.msg, eval("1 + 2"), sys.getrecursionlimit() > 0)
with open(__file__) as source:
    print(len(source.read().split("\n")))
