# Runs random cases in Adder and in CPython and compares what they show. See docs/testing.md.
import argparse
import ast
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

import generate
import known

HERE = os.path.dirname(os.path.abspath(__file__))
SEPARATOR = "\n#----\n"
MEMORY = 1 << 30
CASE_SECONDS = 20


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def counts(statement):
    """Whether it is what lets a loop end."""
    return isinstance(statement, ast.AugAssign) and getattr(statement.target, "id", "")[:1] == "i"


def run(command, cases, seconds=CASE_SECONDS):
    """The outcome of each case. One that ends or stops the process is told as that, and the others go on."""
    outcomes = []
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as f:
        f.write(SEPARATOR.join(cases))
        f.flush()
        while len(outcomes) < len(cases):
            process = [*command, os.path.join(HERE, "execute.py"), f.name, str(len(outcomes))]
            try:
                done = subprocess.run(process, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit_memory,
                                      timeout=seconds + len(cases) * 0.02)
                text, end = done.stdout, f"ENDED {done.returncode}: {done.stderr[-300:]!r}"
            except subprocess.TimeoutExpired as e:
                text, end = e.stdout or b"", "HANGS"
            outcomes += text.decode().split("\n")[:-1]
            if len(outcomes) < len(cases):
                outcomes.append(end)
                if end == "HANGS" and seconds < CASE_SECONDS:       # the rest is not tried
                    outcomes += ["MemoryError"] * (len(cases) - len(outcomes))
    return outcomes


def differ(case, ours, theirs):
    if ours == theirs:
        return False
    ours, theirs = known.same(ours), known.same(theirs)
    if "MemoryError" in ours or "MemoryError" in theirs or theirs == "HANGS" or "RecursionError" in theirs:
        return False
    return ours != theirs and not known.is_known(case, ours, theirs)


def family(ours, theirs):
    """What differences of one cause probably have in common: the kinds of exceptions, and their words."""
    at = 0
    while at < min(len(ours), len(theirs)) and ours[at] == theirs[at]:
        at += 1
    at = max(0, ours.rfind(" | ", 0, at), ours.rfind(" ! ", 0, at))
    def words(text):
        text = text[at:].split(" | ")[0 if " ! " not in text[at:] else -1]
        return re.sub(r"[0-9]+|'[^']*'|\[.*\]|\b\w+\.(?=__)|\b[\w.]+(?=\(\))", "#", text)[:60]
    return words(ours), words(theirs)


class Shorten(ast.NodeTransformer):
    """Makes the N-th of all the changes that shorten a program; counts them."""
    def __init__(self, wanted):
        self.wanted, self.count = wanted, 0

    def chosen(self):
        self.count += 1
        return self.count - 1 == self.wanted

    def visit(self, node):
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            return node
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Constant, ast.Name)):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr) and self.chosen():
                    return child
            if self.chosen():
                return ast.Constant(0)
        for name in ("args", "elts", "keywords", "keys"):
            items = getattr(node, name, None)
            if isinstance(items, list):
                for i in range(len(items)):
                    if self.chosen():
                        del items[i]
                        if name == "keys":
                            del node.values[i]
                        return node
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            items = getattr(node, name, None)
            if isinstance(items, list):
                for i in range(len(items)):
                    if not counts(items[i]) and self.chosen():
                        items[i:i + 1] = []
                        if not items and name == "body" and not isinstance(node, ast.Module):
                            items.append(ast.Pass())
                        return node
                    inner = getattr(items[i], "body", None)
                    if isinstance(inner, list) and not isinstance(items[i], ast.While) and name not in ("handlers", "cases") and self.chosen():
                        items[i:i + 1] = inner
                        return node
        return self.generic_visit(node)


def shorter(case):
    """Programs that are a bit shorter than this one."""
    try:
        counter = Shorten(-1)
        counter.visit(ast.parse(case))
    except (SyntaxError, RecursionError, ValueError):
        return
    for i in range(min(counter.count, 150)):
        try:
            text = ast.unparse(ast.fix_missing_locations(Shorten(i).visit(ast.parse(case))))
            ast.parse(text)
        except Exception:
            continue
        if len(text) < len(case):
            yield text


def shrink(case, ours, theirs, runners):
    """A short program that shows the same kind of difference."""
    wanted = family(known.same(ours), known.same(theirs))
    end = time.monotonic() + 6
    while time.monotonic() < end:
        tries = sorted(set(shorter(case)), key=len)[:100]
        results = list(zip(tries, *[run(command, tries, 1) for command in runners])) if tries else []
        for text, o, t in results:
            if differ(text, o, t) and family(known.same(o), known.same(t)) == wanted:
                case, ours, theirs = text, o, t
                break
        else:
            break
    return case, ours, theirs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seconds", nargs="?", type=float, default=60)
    parser.add_argument("seed", nargs="?", type=int, default=None)
    parser.add_argument("--adder", default="build/adder")
    parser.add_argument("--count", type=int, default=1000, help="cases in a batch")
    parser.add_argument("--kind", default="", help="only cases of kinds that begin so: " + ", ".join(generate.KINDS))
    parser.add_argument("--whole", action="store_true", help="don't shorten what differs")
    options = parser.parse_args()
    runners = [[options.adder], [sys.executable]]
    seed = random.randrange(10**6) if options.seed is None else options.seed
    end = time.monotonic() + options.seconds
    families, compared = {}, 0
    while time.monotonic() < end:
        cases = generate.cases(seed, options.count, options.kind)
        both = [run(command, cases) for command in runners]
        compared += len(cases)
        for case, ours, theirs in zip(cases, *both):
            if ours == "HANGS":             # alone it may not
                ours = run(runners[0], [case])[0]
            if not differ(case, ours, theirs):
                continue
            name = family(known.same(ours), known.same(theirs))
            families[name] = families.get(name, 0) + 1
            if families[name] == 1:
                if not options.whole:
                    case, ours, theirs = shrink(case, ours, theirs, runners)
                print(f"---- seed {seed}\n{case}\nAdder:   {ours}\nCPython: {theirs}", flush=True)
        seed += 1
    print(f"{compared} cases compared, {sum(families.values())} differ, in {len(families)} families; the next seed is {seed}")
    return 1 if families else 0


sys.exit(main())
