"""The smallest heap in which each program of this folder runs, for Adder and (if there) MicroPython.

    run.py [--adder BINARY]
"""

import os
import sys

PROGRAMS = ("print1", "fib27", "class_format", "nqueens6", "spectral80")


def runs(command, size, script):
    return os.system("%s -X heapsize=%d %s > /dev/null 2>&1 < /dev/null" % (command, size, script)) == 0


def smallest(command, script):
    """To 16 bytes, by bisection; None if 4 MiB don't do."""
    low, high = 512, 4 << 20
    if not runs(command, high, script):
        return None
    while high - low > 16:
        middle = (low + high) // 2 & ~7
        if runs(command, middle, script):
            high = middle
        else:
            low = middle
    return high


def main(args):
    here = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."
    adder = here + "/../../build/adder"
    if args[:1] == ["--adder"]:
        adder = args[1]
    peer = "micropython" if os.system("command -v micropython > /dev/null") == 0 else None
    print("%-16s %10s %12s" % ("smallest heap", "adder", "MicroPython"))
    for name in PROGRAMS:
        script = "%s/%s.py" % (here, name)
        other = smallest(peer, script) if peer else None
        print("%-16s %10s %12s" % (name, smallest(adder, script), other if other else "-"))
    ok = runs(adder, 4 << 20, here + "/growing_strings.py")
    print("growing strings in 4 MiB:", "finishes" if ok else "FAILS")
    print("largest bytearray as % of free memory, in 1 MiB full of bytearrays (size, count, %), 7 of 8 dropped:")
    for command in [adder] + ([peer] if peer else []):
        print(command.rsplit("/", 1)[-1] + ":")
        os.system("%s -X heapsize=1M %s/fragmentation.py" % (command, here))


main(sys.argv[1:])
