"""How long Ctrl-C takes to stop a program, by what the program is doing. Runs on CPython (it starts
processes and sends signals).

    run.py [--adder BINARY] [--all] [WORD ...]

Each program of the table repeats one operation on large data. It gets SIGINT at several moments; the table says
how long it took until KeyboardInterrupt was caught in the program, by the processor's time and by the clock, and until the
process had ended, in milliseconds: the worst of the moments, of each the best of up to three runs. Rows whose
processor's time is above the limit of 50 ms are marked: the clock also counts what else a busy machine does. --all prints the
other rows too. WORDs choose rows.
"""

import os
import select
import signal
import subprocess
import sys
import time

LIMIT = 50
MOMENTS = (0.1, 0.33, 0.57)
TRIES = 3
PATIENCE = 20  # seconds

PROGRAMS = (
    # memory
    ("gc of lists", "import gc; gc.disable(); l = [[i] for i in range(8000000)]", "gc.collect()"),
    ("gc of a chain", "l = None\nfor i in range(6000000): l = (l, i)\nimport gc", "gc.collect()"),
    ("gc of objects", "class A:\n def __init__(s, x): s.x = x\nl = [A([i]) for i in range(3000000)]\nimport gc",
     "gc.collect()"),
    ("gc of a dict", "l = {i: str(i) for i in range(4000000)}\nimport gc", "gc.collect()"),
    ("gc of strings", "l = [str(i) for i in range(10000000)]\nimport gc", "gc.collect()"),
    ("gc of buffers", "l = [bytearray(300) for i in range(1000000)]\nimport gc", "gc.collect()"),
    ("gc that slides", "import gc", "l = [bytearray(300) for i in range(500000)]; del l[::2]; gc.collect()"),
    ("gc by itself", "l = [[i] for i in range(8000000)]", "[[i] for i in range(100000)]"),
    ("gc of one block", "import gc; k = []", "a = bytearray(1000); b = bytearray(400000000); a = 0; gc.collect()"),
    ("make lists", "", "l = [[i] for i in range(10000000)]"),
    # dicts and sets
    ("dict grows", "", "d = {i: i for i in range(30000000)}"),
    ("dict of str grows", "l = [str(i) for i in range(3000000)]", "d = dict.fromkeys(l)"),
    ("set grows", "", "d = set(range(30000000))"),
    ("set of list", "l = list(range(10000000))", "set(l)"),
    ("dict copy", "d = dict.fromkeys(range(10000000))", "dict(d); d.copy()"),
    ("dict ==", "d = dict.fromkeys(range(6000000)); e = dict(d)", "d == e"),
    ("dict update", "d = dict.fromkeys(range(6000000))", "e = {}; e.update(d); e |= d"),
    ("dict to list", "d = dict.fromkeys(range(10000000))", "list(d); list(d.items()); list(d.values())"),
    ("dict clear", "", "d = dict.fromkeys(range(6000000)); d.clear()"),
    ("set operations", "a = set(range(6000000)); b = set(range(3000000, 9000000))", "a & b; a | b; a ^ b; a - b"),
    ("set copy, <=", "a = set(range(10000000)); b = set(a)", "a.copy(); a <= b; a == b; frozenset(a)"),
    # lists
    ("list of range", "", "list(range(3 * 10 ** 7))"),
    ("list grows", "", "l = []\n for i in range(60000000): l.append(i)"),
    ("list * n", "", "[None] * 200000000"),
    ("list * n of 3", "", "[1, 2, 3] * 60000000"),
    ("list slices", "l = list(range(60000000))", "l[:]; l[1:]; l[::2]"),
    ("list copy", "l = [0] * 100000000", "l.copy(); l + l"),
    ("list from list", "l = [0] * 100000000", "list(l); tuple(l)"),
    ("list extend", "l = [0] * 60000000", "m = [1]; m += l; m.extend(l); m[1:1] = l"),
    ("list reverse", "l = [0] * 100000000", "l.reverse(); l[::-1]"),
    ("list insert, pop", "l = [0] * 60000000", "l.insert(0, 1); l.pop(0); del l[0]"),
    ("list del slice", "l = [0] * 60000000", "m = l[:]; del m[::2]; del m[1:]"),
    ("list in, count", "l = [0] * 60000000", "-1 in l; l.count(1); l.count('a')"),
    ("list ==", "l = [0] * 60000000; m = [0] * 60000000", "l == m; l < m"),
    ("list sort", "import random; l = [random.random() for i in range(2000000)]", "sorted(l); l.sort(reverse=True); l.reverse()"),
    ("list repr", "l = [0] * 10000000", "repr(l)"),
    ("tuple + *", "t = (0,) * 60000000", "t + t; t * 2; t[1:]"),
    ("tuple hash", "t = (0,) * 60000000", "hash(t); t == t"),
    ("call with *", "t = (0,) * 3000000; f = lambda *a: None", "f(*t)"),
    ("array", "import array; a = array.array('i', bytes(400000000))", "a + a; a[:]; a[::2]; list(a); a.tolist()"),
    ("deque", "import collections; d = collections.deque(range(10000000))", "d.rotate(5000000); list(d); d.copy()"),
    # iterators in C
    ("sum", "", "sum(range(10 ** 9))"),
    ("sum of list", "l = [1] * 60000000; m = [1.5] * 60000000", "sum(l); sum(m)"),
    ("sum of bytes", "b = bytes(400000000)", "sum(b); max(b)"),
    ("min, max", "l = [1] * 60000000", "min(l); max(range(10 ** 9))"),
    ("any, all", "l = [0] * 100000000", "any(l); all(map(lambda x: 1, l))"),
    ("zip, map", "", "list(zip(range(10 ** 7), range(10 ** 7))); list(map(abs, range(10 ** 7)))"),
    ("filter", "l = [0] * 100000000", "list(filter(None, l))"),
    ("enumerate", "l = [0] * 10000000", "max(enumerate(l)); list(enumerate(l))"),
    ("in range, map", "r = range(10 ** 10)", "1.5 in r; -1 in map(abs, r)"),
    ("join of str", "l = ['abcdefgh' * 10] * 5000000", "''.join(l); b''.join([b'a'] * 10000000)"),
    # text and bytes
    ("str * n", "", "'abc' * 300000000"),
    ("str * n of wide", "", "'ab\u00e4' * 200000000"),
    ("str +", "s = 'a' * 400000000", "s + s; f'{s}{s}'"),
    ("str ==", "s = 'a' * 400000000; t = 'a' * 400000000", "s == t; s < t"),
    ("str hash", "", "hash('a' * 300000000)"),
    ("str find", "s = 'a' * 400000000", "s.find('b'); s.find('ab'); s.rfind('b')"),
    ("str find long", "s = 'a' * 400000; t = 'a' * 200000 + 'b'", "s.find(t); s.rfind(t)"),
    ("str count, in", "s = 'ab' * 100000000", "s.count('a'); s.count('abc'); 'c' in s"),
    ("str replace", "s = 'ab' * 50000000", "s.replace('ab', 'xyz'); s.replace('a', 'x'); s.replace('c', '')"),
    ("str split", "s = 'a b ' * 10000000", "s.split(); s.split('c'); s.splitlines(); s.partition('c')"),
    ("str split rest", "s = 'a b ' * 100000000", "s.split(None, 1); s.partition(' '); s.rsplit(' ', 1)"),
    ("str upper", "s = '\u00e4b' * 30000000", "s.upper(); s.lower(); s.title(); s.swapcase()"),
    ("str upper ascii", "s = 'ab' * 100000000", "s.upper(); s.lower(); s.casefold(); s.capitalize()"),
    ("str is...", "s = 'ab' * 100000000", "s.isalpha(); s.islower(); s.isascii(); s.isidentifier()"),
    ("str strip", "s = ' ' * 400000000", "s.strip(); s.isspace()"),
    ("str pad", "s = 'a' * 100000000", "s.ljust(500000000); s.center(500000000); s.zfill(500000000)"),
    ("str slices", "s = '\u00e4' * 100000000", "s[1:]; s[50000000]; s[::2]; s[::-1]"),
    ("str slices ascii", "s = 'a' * 400000000", "s[1:]; s[::2]; s[::-1]"),
    ("str iterate", "s = 'ab' * 30000000", "list(s); sorted(s)"),
    ("str translate", "s = 'abc' * 10000000; t = {97: 'x'}", "s.translate(t)"),
    ("str expandtabs", "s = 'x\\t' * 30000000", "s.expandtabs()"),
    ("str repr", "s = '\u00e4\\n' * 30000000", "repr(s); ascii(s)"),
    ("str format", "s = 'a' * 300000000", "'{:>400000000}'.format(s); '%s' % s; '{}{}'.format(s, s)"),
    ("str encode", "s = '\u00e4' * 100000000", "s.encode(); s.encode('utf-16'); s.encode('latin-1')"),
    ("str encode ascii", "s = 'a' * 400000000", "s.encode(); s.encode('ascii')"),
    ("decode", "b = '\u00e4'.encode() * 100000000", "b.decode(); b.decode('latin-1'); str(b, 'utf-8')"),
    ("decode ascii", "b = b'a' * 400000000", "b.decode(); b.decode('ascii'); b.decode('latin-1')"),
    ("eval, compile", "s = '[' + '1, ' * 20000000 + ']'", "eval(s)"),
    ("float of text", "s = '1' * 200000000", "float(s)"),
    ("bytes(n)", "", "bytes(1000000000); bytearray(1000000000)"),
    ("bytes + *", "b = bytes(400000000)", "b + b; b * 2; b'abc' * 200000000"),
    ("bytes copy", "b = bytearray(400000000)", "bytes(b); bytearray(b); b[1:]; b.copy() if hasattr(b, 'copy') else 0"),
    ("bytes ==", "b = bytes(600000000); c = bytearray(600000000)", "b == c; b < c; hash(b)"),
    ("bytes find", "b = bytes(400000000)", "b.find(b'x'); b.find(b'xy'); b.count(b'x'); b.rfind(b'x')"),
    ("bytes replace", "b = b'ab' * 50000000", "b.replace(b'ab', b'xyz'); b.replace(b'a', b'x')"),
    ("bytes translate", "b = bytes(400000000); t = bytes(256)", "b.translate(t); b.translate(None, b'a')"),
    ("bytes upper", "b = b'ab' * 200000000", "b.upper(); b.lower(); b.isalpha(); b.title()"),
    ("bytes hex", "b = bytes(200000000)", "b.hex()"),
    ("bytes fromhex", "s = '00' * 100000000", "bytes.fromhex(s)"),
    ("bytes iterate", "b = bytes(50000000)", "list(b); b[::2]; b[::-1]"),
    ("bytes repr", "b = bytes(100000000)", "repr(b)"),
    ("bytearray change", "b = bytearray(400000000)", "b.insert(0, 1); b.reverse(); b += b; del b[1:-400000000]; b[::2] = b[::2]"),
    ("memoryview", "m = memoryview(bytearray(400000000)); n = memoryview(bytes(400000000))",
     "m == n; m.tobytes(); m.hex(); m[:] = n; m[::2].tobytes()"),
    ("binascii", "import binascii; b = bytes(200000000)", "binascii.crc32(b); binascii.hexlify(b); binascii.b2a_base64(b)"),
    ("hashlib", "import hashlib; b = bytes(400000000)", "hashlib.sha256(b)"),
    ("zlib", "import zlib; b = bytes(100000000)", "zlib.decompress(zlib.compress(b)); zlib.crc32(b)"),
    ("struct", "import struct; t = (1,) * 30000000", "struct.unpack('30000000i', struct.pack('30000000i', *t))"),
    ("json", "import json; s = '[' + '1, ' * 10000000 + '1]'", "json.dumps(json.loads(s))"),
    ("io", "import io; s = 'abc\\n' * 50000000", "f = io.StringIO(s); f.read(); f.seek(0); f.readlines(); io.BytesIO(bytes(400000000)).getvalue()"),
    ("print", "import io; s = 'a' * 400000000", "print(s, file=io.StringIO())"),
    ("re", "import re; s = 'ab' * 50000000", "re.search('c', s); re.search('(a|b)*c', s); re.sub('a', 'x', s)"),
    ("re backtracks", "import re", "re.match('(a*)*b', 'a' * 40)"),
    # ints
    ("int *", "a = 3 ** 4000000", "a * a"),
    ("int **", "", "3 ** 30000000"),
    ("pow(a, b, c)", "a = 3 ** 20000", "pow(a, a, a + 2)"),
    ("int //", "a = 3 ** 4000000; b = 7 ** 500000", "a // b; a % b"),
    ("int + -", "a = (1 << 4000000000) - 1", "a + a; a - 1; -a; a == a + 1"),
    ("int & | ~", "a = (1 << 4000000000) - 1", "a & a; a | 1; ~a; a.bit_count()"),
    ("int shift", "", "(1 << 8000000000) >> 1"),
    ("int to str", "a = 3 ** 2000000", "str(a); f'{a:,}'"),
    ("int of str", "a = '7' * 4000000", "int(a)"),
    ("int to hex", "a = (1 << 1000000000) - 1", "hex(a); bin(a >> 3)"),
    ("int of hex", "a = 'f' * 200000000", "int(a, 16)"),
    ("int of bytes", "b = b'1' * 400000000", "int.from_bytes(b, 'big').to_bytes(len(b), 'big')"),
    ("float of int", "a = (1 << 1000) - 1; b = 3 ** 3000000", "a / b; float(a)"),
    ("factorial", "import math", "math.factorial(300000)"),
    ("isqrt, gcd, comb", "import math; a = 3 ** 300000; b = 7 ** 250000", "math.gcd(a, b); math.isqrt(a * b); math.comb(300000, 150000)"),
    ("random", "import random; l = [0] * 10000000", "random.getrandbits(2000000000); random.shuffle(l); random.randbytes(10 ** 8) if hasattr(random, 'randbytes') else 0"),
    # waiting, and plain code
    ("sleep", "import time", "time.sleep(100)"),
    ("loop", "", "pass"),
)

TEMPLATE = """
import time
%s
print('go', flush=True)
try:
 while True:
  %s
except KeyboardInterrupt:
 print(time.process_time_ns(), time.time_ns())
"""


def run_once(adder, setup, operation, moment):
    """Milliseconds until KeyboardInterrupt was caught (processor, clock), and until the process had ended; or a text
    that says what went wrong."""
    text = TEMPLATE % (setup, operation.replace("\n ", "\n  "))
    p = subprocess.Popen([adder, "-c", text], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    try:
        if p.stdout.readline() != b"go\n":
            return "failed: " + p.stderr.read().decode().strip()[-70:]
        time.sleep(moment)
        used = time.clock_gettime_ns(~p.pid << 3 | 2)  # CLOCK_PROCESS_CPUTIME_ID of another process
        sent = time.time_ns()
        p.send_signal(signal.SIGINT)
        if not select.select([os.pidfd_open(p.pid)], [], [], PATIENCE)[0]:
            return "did not stop"
        ended = time.time_ns()
        p.wait()
        out = p.stdout.read()
        if not out:
            return "failed: " + p.stderr.read().decode().strip()[-70:]
        cpu, caught = map(int, out.split())
        return (cpu - used) / 1e6, (caught - sent) / 1e6, (ended - sent) / 1e6
    finally:
        p.kill()
        p.wait()
        p.stdout.close()
        p.stderr.close()


def measure(adder, setup, operation):
    worst = (0, 0, 0)
    for moment in MOMENTS:
        best = None
        for _ in range(TRIES):
            took = run_once(adder, setup, operation, moment)
            if isinstance(took, str):
                return took
            best = took if best is None else tuple(map(min, best, took))
            if best[0] < LIMIT and best[2] < LIMIT:
                break
        worst = tuple(map(max, worst, best))
    return worst


def main(args):
    adder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../build/adder")
    everything = False
    words = []
    while args:
        a = args.pop(0)
        if a == "--adder":
            adder = args.pop(0)
        elif a == "--all":
            everything = True
        else:
            words.append(a)
    print("%-20s %11s %10s %10s" % ("ms until", "caught, cpu", "caught", "ended"))
    slow = 0
    for name, setup, operation in PROGRAMS:
        if words and not any(w in name for w in words):
            continue
        took = measure(adder, setup, operation)
        if isinstance(took, str):
            slow += 1
            print("%-20s %s" % (name, took), flush=True)
        else:
            late = took[0] > LIMIT
            slow += late
            if late or everything or words:
                print("%-20s %11.1f %10.1f %10.1f%s" % (name, *took, " *" if late else ""), flush=True)
    print("%d of %d above %d ms" % (slow, len(PROGRAMS), LIMIT))


if __name__ == "__main__":
    main(sys.argv[1:])
