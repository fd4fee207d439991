# modes: normal
# Ctrl-C ends loops that run in C only, over iterators that never end.
while read -r code; do
    timeout -k 5 -s INT 1 $ADDER -X heapsize=64M -c "$code" 2>&1 | tail -n 1 | sed "s/^MemoryError.*/KeyboardInterrupt/"
done <<'END'
sum(iter(int, 1))
max(iter(int, 1))
5 in iter(int, 1)
any(iter(int, 1))
bytes(iter(int, 1))
dict.fromkeys(iter(int, 1))
from collections import deque; deque(iter(int, 1), 5)
import io; io.StringIO().writelines(iter(str, 1))
set().update(iter(int, 1))
(0.5) in map(int, range(1 << 60))
exec("a = []\nfor i in range(99): a = [a, a]\nrepr(a)")
exec("a = b = ()\nfor i in range(99): a, b = (a, a), (b, b)\nhash(a)")
exec("a = b = 0\nfor i in range(99): a, b = [a, a], [b, b]\na == b")
exec("a = int\nfor i in range(99): a = (a, a)\nisinstance('', a)")
from random import Random; type('R', (Random,), {'getrandbits': lambda self, k: 2 ** k - 1})().randrange(9)
from random import Random; type('R', (Random,), {'random': lambda self: 0.999999999999999999})().choice('abc')
END
