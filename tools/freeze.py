"""Writes the code file of the modules that are part of an image, as a C header for src/runtime/frozen.c: an array of
words.

    freeze.py ADDER TARGET FOLDER FILE...

ADDER is a binary for this machine; TARGET as `adder compile --target` takes it; FILEs lie in FOLDER.
Runs on Adder and on CPython.
"""

import os
import sys


def compile_files(adder, target, folder, paths, draft):
    command = "%s compile --no-columns --target %s --image %s -o %s %s" % (adder, target, folder, draft, " ".join(paths))
    if os.system(command) != 0:
        raise SystemExit("freeze.py: can't compile what is in " + folder)
    with open(draft, "rb") as f:
        data = f.read()
    os.remove(draft)
    return data


def words(data, big_endian):
    data += bytes(-len(data) % 4)
    order = "big" if big_endian else "little"
    return [int.from_bytes(data[i:i + 4], order) for i in range(0, len(data), 4)]


def main(adder, target, folder, *paths):
    data = compile_files(adder, target, folder, sorted(paths), "build/frozen/%s/draft.adc" % target)
    print("/* Made by tools/freeze.py from %s/. */" % folder)
    print("static const uint32_t frozen_code[] = { /* %d bytes */" % len(data))
    numbers = ["0x%x," % w for w in words(data, target.endswith("be"))]
    for i in range(0, len(numbers), 10):
        print("    " + " ".join(numbers[i:i + 10]))
    print("};")


main(*sys.argv[1:])
