#!/usr/bin/env python3
"""Runs MicroPython's tests with their own runner, and compares what does not pass with docs/micropython-tests.md.

    tests/micropython_suite.py CHECKOUT [BINARY [ARGUMENT ...]]

CHECKOUT is a checkout of MicroPython, which is left as it is: the runner gets a folder of links, with the one line of
feature_check/target_info.py changed that knows MicroPython's messages by their lengths. BINARY is build/adder; what
follows it goes before the runner's own arguments: `build/adder -X stress`, `qemu-arm build/arm/adder`. The expected
results that are not files come from $MICROPY_CPYTHON3, or python3: CPython 3.13 or newer is needed.

Prints a line for each folder, then what fails and is no known exception (the exit status is 1 then), and exceptions
that have passed.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

FOLDERS = "basics float unicode import io misc micropython stress cmdline thread".split()
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXCEPTIONS = os.path.join(ROOT, "docs", "micropython-tests.md")
LENGTHS = re.compile(r"error_reporting = \{.*\}\[.*\]")


def known_exceptions():
    """The programs in the first columns of the tables: `basics/one, two; io/three_*`. As regular expressions, and
    whether they fail everywhere: a row that says where they do has three columns."""
    known = []
    with open(EXCEPTIONS) as f:
        for line in f:
            cells = line.split("|")
            if not line.startswith("| ") or "/" not in cells[1]:
                continue
            folder = ""
            for name in re.split(r"[;,]\s*", cells[1].strip()):
                if "/" in name:
                    folder, name = name.split("/")
                pattern = re.escape(folder + "/" + name).replace(r"\*", ".*")
                known.append((re.compile(pattern + r"\.py"), len(cells) == 4))
    return known


def make_checkout(source, place):
    """A folder like the checkout, of links, but for tests/, which is copied: the runner finds things beside itself."""
    for name in os.listdir(source):
        if name != "tests":
            os.symlink(os.path.join(source, name), os.path.join(place, name))
    tests = os.path.join(place, "tests")
    shutil.copytree(os.path.join(source, "tests"), tests, symlinks=True)
    path = os.path.join(tests, "feature_check", "target_info.py")
    with open(path) as f:
        text = f.read()
    with open(path, "w") as f:
        f.write(LENGTHS.sub('error_reporting = "detailed"', text))
    return tests


def make_command(command, place):
    """A program that runs the command with the arguments it gets."""
    path = os.path.join(place, "command")
    words = [os.path.abspath(word) if os.path.isfile(word) else word for word in command]
    with open(path, "w") as f:
        f.write("#!/bin/sh\nexec %s \"$@\"\n" % " ".join(map(shlex.quote, words)))
    os.chmod(path, 0o755)
    return path


def run_tests(tests, command, results, *what):
    """{program: "pass", "fail" or "skip"}: of a folder (-d NAME) or of programs."""
    os.makedirs(results)
    subprocess.run(
        [sys.executable, "run-tests.py", "-r", results, *what],
        cwd=tests, env=dict(os.environ, MICROPY_MICROPYTHON=command), stdout=subprocess.DEVNULL)
    with open(os.path.join(results, "_results.json")) as f:
        return {name: result for name, result, _ in json.load(f)["results"]}


def run_folder(tests, folder, command, place, is_known):
    """The same; what fails and should not has a second chance, alone: the runner waits only so long for a prompt."""
    results = os.path.join(place, "results-" + folder)
    found = run_tests(tests, command, results, "-j%d" % (os.cpu_count() or 1), "-d", folder)
    failed = [name for name in found if found[name] != "pass" and not is_known(name)]
    if failed:
        found.update(run_tests(tests, command, results + "-again", "-j1", *failed))
    return found


def main(checkout, *command):
    known = known_exceptions()

    def is_known(name, but_for_some=True):
        return any(pattern.fullmatch(name) for pattern, everywhere in known if but_for_some or everywhere)

    unexpected, stale = [], []
    totals = [0] * 4
    with tempfile.TemporaryDirectory() as place:
        tests = make_checkout(os.path.abspath(checkout), place)
        path = make_command(command or [os.path.join(ROOT, "build", "adder")], place)
        print("%-12s %6s %6s %6s %11s" % ("folder", "tests", "pass", "known", "unexpected"))
        for folder in FOLDERS:
            results = run_folder(tests, folder, path, place, is_known)
            failed = [name for name in results if results[name] != "pass"]
            new = [name for name in failed if not is_known(name)]
            unexpected += new
            stale += [name for name in results if name not in failed and is_known(name, but_for_some=False)]
            row = [len(results), len(results) - len(failed), len(failed) - len(new), len(new)]
            totals = [a + b for a, b in zip(totals, row)]
            print("%-12s %6d %6d %6d %11d" % (folder, *row), flush=True)
        print("%-12s %6d %6d %6d %11d" % ("all", *totals))
    if stale:
        print("exceptions that passed here:", " ".join(sorted(stale)))
    if unexpected:
        print("NOT PASSED:", " ".join(sorted(unexpected)))
    return 1 if unexpected else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
