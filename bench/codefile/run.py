"""What code files are good for: the smallest heap in which a module of 1,000 lines compiles, and in which its code file
loads; the same where the module is imported and the code of every function in it used, which is when that is loaded;
and how it goes with compiling a file of 2,000 lines in 50 functions, or methods of five classes. With valgrind: instructions as well.

    build/adder bench/codefile/run.py [--adder BINARY]
"""

import gc
import os
import sys

HERE = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."
WORK = "/tmp/adder-codefile-bench"
LOAD = "-X compile-only "
USE = '''import module
for name in dir(module):
    c = getattr(module, name)
    if isinstance(c, type):
        for name in dir(c):
            getattr(getattr(c, name), '__code__', None)
'''


def quiet(command):
    return os.system(command + " > /dev/null 2>&1 < /dev/null") == 0


def smallest(adder, path, how=LOAD):
    """The heap that it takes beyond that of an empty program, in bytes, to 64."""
    low, high = 1024, 8 << 20
    while high - low > 64:
        middle = (low + high) // 2 & ~7
        if quiet("%s -X heapsize=%d %s%s" % (adder, middle, how, path)):
            high = middle
        else:
            low = middle
    return high


def instructions(adder, path, how=LOAD):
    """Counted by valgrind; None without it."""
    log = WORK + "/log"
    if not quiet("valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file=%s %s %s%s" % (log, adder, how, path)):
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


def compare(adder, what, paths, how):
    """Of an empty program, and two that are to be compared; the empty one's heap."""
    count = [instructions(adder, p, how) for p in paths]
    if None not in count:
        a, b = count[1] - count[0], count[2] - count[0]
        print("1,000 lines: instructions " + what % (a, b) + ": %.1f times" % (a / b))
    heap = [smallest(adder, p, how) for p in paths]
    a, b = heap[1] - heap[0], heap[2] - heap[0]
    print("1,000 lines: heap " + what % (a, b) + ": %.2f" % (b / a))
    return heap[0]


def main(args):
    adder = args[1] if args[:1] == ["--adder"] else HERE + "/../../build/adder"
    quiet("mkdir -p " + WORK)
    names = {"none": "", "module": "1000 60", "functions": "2000 50 flat", "methods": "2000 50"}
    for name, what in names.items():
        make = "%s %s/make_module.py %s" % (adder, HERE, what) if what else "true"
        os.system("%s > %s/%s.py" % (make, WORK, name))
        quiet("%s compile %s/%s.py" % (adder, WORK, name))
    none, source, code = WORK + "/none.py", WORK + "/module.py", WORK + "/module.adc"
    base = compare(adder, "to compile %d, to load %d", (none, source, code), LOAD)
    uses = [WORK + "/source/use.py", WORK + "/code/use.py"]
    for path, module in zip(uses, (source, code)):
        folder = path[: -len("/use.py")]
        quiet("mkdir -p %s; mv %s %s" % (folder, module, folder))
        with open(path, "w") as f:
            f.write(USE)
    compare(adder, "to import the source and use all %d, the code file %d", [none] + uses, "")
    for what in "functions", "methods":
        path = WORK + "/" + what + ".py"
        a, b = smallest(adder, path) - base, held(path)
        print("2,000 lines, 50 " + what + ": heap to compile %d, code and constants %d: %.2f" % (a, b, a / b))
    quiet("rm -r " + WORK)


main(sys.argv[1:])
