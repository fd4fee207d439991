"""What code files are good for: the smallest heap in which a module of 1,000 lines compiles, and in which its code file
loads; and how that goes with compiling a file of 2,000 lines in 50 functions. With valgrind: instructions as well.

    run.py [--adder BINARY]
"""

import gc
import os
import sys

HERE = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."
WORK = "/tmp/adder-codefile-bench"


def quiet(command):
    return os.system(command + " > /dev/null 2>&1 < /dev/null") == 0


def smallest(adder, path):
    """The heap that it takes beyond that of an empty program, in bytes, to 64."""
    low, high = 1024, 8 << 20
    while high - low > 64:
        middle = (low + high) // 2 & ~7
        if quiet("%s -X heapsize=%d -X compile-only %s" % (adder, middle, path)):
            high = middle
        else:
            low = middle
    return high


def instructions(adder, path):
    """Counted by valgrind; None without it."""
    log = WORK + "/log"
    if not quiet("valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file=%s %s -X compile-only %s" % (log, adder, path)):
        return None
    with open(log) as f:
        for line in f:
            if "Collected" in line:
                return int(line.split(":")[1])


def held(path):
    """What the code of a source takes once it is compiled."""
    with open(path) as f:
        text = f.read()
    gc.collect()
    before = gc.mem_alloc()
    code = compile(text, "x", "exec")
    gc.collect()
    return gc.mem_alloc() - before


def main(args):
    adder = args[1] if args[:1] == ["--adder"] else HERE + "/../../build/adder"
    quiet("mkdir -p " + WORK)
    names = {"none": "", "module": "1000 60", "functions": "2000 50 flat"}
    for name, what in names.items():
        make = "%s %s/make_module.py %s" % (adder, HERE, what) if what else "true"
        os.system("%s > %s/%s.py" % (make, WORK, name))
        quiet("%s compile %s/%s.py" % (adder, WORK, name))
    none, source, code = WORK + "/none.py", WORK + "/module.py", WORK + "/module.adc"
    count = [instructions(adder, p) for p in (none, source, code)]
    if None not in count:
        a, b = count[1] - count[0], count[2] - count[0]
        print("1,000 lines: instructions to compile %d, to load %d: %.1f times" % (a, b, a / b))
    heap = [smallest(adder, p) for p in (none, source, code)]
    a, b = heap[1] - heap[0], heap[2] - heap[0]
    print("1,000 lines: heap to compile %d, to load %d: %.2f" % (a, b, b / a))
    path = WORK + "/functions.py"
    a, b = smallest(adder, path) - heap[0], held(path)
    print("2,000 lines, 50 functions: heap to compile %d, code and constants %d: %.2f" % (a, b, a / b))
    quiet("rm -r " + WORK)


main(sys.argv[1:])
