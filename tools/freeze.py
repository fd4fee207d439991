"""Writes the table of the modules that are part of an image, for src/runtime/frozen.c: compiles each, and prints a
C header with the code files as arrays of words.

    freeze.py ADDER TARGET FOLDER FILE...

ADDER is a binary for this machine; TARGET as `adder compile --target` takes it; FILEs lie in FOLDER.
Runs on Adder and on CPython.
"""

import os
import sys


def compile_file(adder, target, folder, path, draft):
    name = path[len(folder) + 1:]
    command = "%s compile --no-columns --target %s -s .frozen/%s -o %s %s" % (adder, target, name, draft, path)
    if os.system(command) != 0:
        raise SystemExit("freeze.py: can't compile " + path)
    with open(draft, "rb") as f:
        data = f.read()
    os.remove(draft)
    return name, data


def words(data, big_endian):
    data += bytes(-len(data) % 4)
    order = "big" if big_endian else "little"
    return [int.from_bytes(data[i:i + 4], order) for i in range(0, len(data), 4)]


def main(adder, target, folder, *paths):
    table = []
    print("/* Made by tools/freeze.py from %s/. */" % folder)
    for number, path in enumerate(sorted(paths)):
        name, data = compile_file(adder, target, folder, path, "build/frozen/%s/draft.adc" % target)
        print("static const uint32_t frozen_%d[] = { /* %s */" % (number, name))
        numbers = ["0x%x," % w for w in words(data, target.endswith("be"))]
        for i in range(0, len(numbers), 10):
            print("    " + " ".join(numbers[i:i + 10]))
        print("};")
        table.append('    {"%s", frozen_%d, %d},' % (name, number, len(data)))
    print("static const struct frozen_module frozen_modules[] = {")
    for line in table:
        print(line)
    print("    {NULL, NULL, 0},\n};")


main(*sys.argv[1:])
