"""Runs the programs in bench/programs (and their Lua twins) with every interpreter that is there, and
prints a table of ratios: how many times longer the others take than Adder.

    run.py [--adder BINARY] [--runs N] [--peers NAME,NAME]
           [--out FOLDER] [PROGRAM ...]

Each program is run N times by each interpreter, in turn; the least time counts. FOLDER (build/bench) gets
results.csv and results.svg. It runs on Adder itself, or on CPython.
"""

import os
import sys
import time

PEERS = (("python3", "CPython", "py"), ("micropython", "MicroPython", "py"), ("lua5.4", "Lua", "lua"))


def which(name):
    if "/" in name:
        return name
    for folder in (os.getenv("PATH") or "").split(":"):
        path = folder + "/" + name
        try:
            os.stat(path)
            return path
        except OSError:
            pass
    return None


def python_binary(path, scratch):
    """The interpreter itself, where `python3` is a script that starts one."""
    if os.system("%s -c 'import sys; print(sys.executable)' > %s 2>/dev/null" % (path, scratch)) == 0:
        with open(scratch) as f:
            return f.read().strip() or path
    return path


def exists(path):
    try:
        os.stat(path)
        return True
    except OSError:
        return False


def seconds(command, output):
    """How long the command takes; None if it fails, or takes more than 30 s."""
    start = time.time_ns()
    status = os.system("timeout 30 %s > %s 2>/dev/null < /dev/null" % (command, output))
    return (time.time_ns() - start) / 1e9 if status == 0 else None


def best_times(commands, runs, scratch):
    """The least time of each command; the commands take turns, so that noise meets them all."""
    best = [None] * len(commands)
    for turn in range(runs):
        for i, command in enumerate(commands):
            if command is None or (turn and best[i] is None):
                continue
            t = seconds(command, scratch)
            if t is None:
                commands[i] = None
                best[i] = None
            elif best[i] is None or t < best[i]:
                best[i] = t
    return best


def mean(ratios):
    """The geometric mean."""
    product = 1.0
    n = 0
    for r in ratios:
        if r is not None:
            product *= r
            n += 1
    return product ** (1 / n) if n else None


def cell(x, width):
    return ("%.2f" % x if x is not None else "-").rjust(width)


def purpose(path):
    with open(path) as f:
        line = f.readline()
    return line[len("# Stresses: ") :].strip() if line.startswith("# Stresses: ") else ""


def print_table(names, rows):
    print("%-16s %8s %s" % ("program", "adder s", " ".join(n.rjust(12) for n in names)))
    for program, times in rows:
        ratios = [t / times[0] if t and times[0] else None for t in times[1:]]
        print("%-16s %s %s" % (program, cell(times[0], 8), " ".join(cell(r, 12) for r in ratios)))
    print()
    for label, pick in (("geometric mean", mean), ("least", least), ("programs", count)):
        columns = []
        for i in range(len(names)):
            columns.append(pick([t[i + 1] / t[0] for _, t in rows if t[0] and t[i + 1]]))
        print("%-25s %s" % (label, " ".join(cell(c, 12) for c in columns)))


def least(ratios):
    return min(ratios) if ratios else None


def count(ratios):
    return float(len(ratios))


def write_csv(path, names, rows):
    with open(path, "w") as f:
        f.write("program,adder_s,%s\n" % ",".join("%s_s,%s_ratio" % (n, n) for n in names))
        for program, times in rows:
            columns = [program, "%.4f" % times[0] if times[0] else ""]
            for t in times[1:]:
                columns.append("%.4f" % t if t else "")
                columns.append("%.2f" % (t / times[0]) if t and times[0] else "")
            f.write(",".join(columns) + "\n")


COLOURS = ("#3465a4", "#cc5500", "#4e9a06")


def write_svg(path, names, rows):
    """Bars of the ratios, one group a program; a line at 1."""
    scale, height, left = 40, 14, 130
    widest = max([max([t / times[0] for t in times[1:] if t] or [1]) for _, times in rows if times[0]] or [1])
    group = height * len(names) + 8
    width = left + int(scale * min(widest, 20)) + 70
    with open(path, "w") as f:
        f.write('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" ' % (width, group * len(rows) + 50))
        f.write('font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n')
        for i, name in enumerate(names):
            f.write('<text x="%d" y="16" fill="%s">%s</text>\n' % (left + 110 * i, COLOURS[i], name))
        for row, (program, times) in enumerate(rows):
            y = 28 + group * row
            f.write('<text x="4" y="%d">%s</text>\n' % (y + group // 2, program))
            for i, t in enumerate(times[1:]):
                if not t or not times[0]:
                    continue
                r = t / times[0]
                w = int(scale * min(r, 20))
                f.write('<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>' % (left, y + i * height, w, height - 2, COLOURS[i]))
                f.write('<text x="%d" y="%d">%.1f</text>\n' % (left + w + 4, y + i * height + height - 4, r))
        f.write('<line x1="%d" y1="22" x2="%d" y2="%d" stroke="black"/>\n' % (left + scale, left + scale, 28 + group * len(rows)))
        f.write('<text x="%d" y="%d">times as long as Adder</text>\n</svg>\n' % (left, 42 + group * len(rows)))


def main(args):
    here = __file__.rsplit("/", 1)[0] if "/" in __file__ else "."
    adder, runs, out = here + "/../build/adder", 5, here + "/../build/bench"
    programs = []
    wanted = None
    while args:
        arg = args.pop(0)
        if arg == "--adder":
            adder = args.pop(0)
        elif arg == "--runs":
            runs = int(args.pop(0))
        elif arg == "--peers":
            wanted = args.pop(0).split(",")
        elif arg == "--out":
            out = args.pop(0)
        elif arg in ("-h", "--help"):
            print(__doc__)
            return
        else:
            programs.append(arg)
    if not programs:
        programs = sorted(n[:-3] for n in os.listdir(here + "/programs") if n.endswith(".py"))
    if not exists(out):
        os.mkdir(out)
    peers = [(which(binary), name, kind) for binary, name, kind in PEERS if which(binary)]
    if wanted:
        peers = [p for p in peers if p[1] in wanted]
    peers = [(python_binary(b, out + "/output") if name == "CPython" else b, name, kind) for b, name, kind in peers]
    names = [name for _, name, _ in peers]
    rows = []
    for program in programs:
        script = "%s/programs/%s.py" % (here, program)
        twin = "%s/lua/%s.lua" % (here, program)
        commands = ["%s %s" % (adder, script)]
        for binary, _, kind in peers:
            heap = " -X heapsize=256m" if "micropython" in binary else ""
            if kind == "py":
                commands.append(binary + heap + " " + script)
            else:
                commands.append(binary + " " + twin if exists(twin) else None)
        rows.append((program, best_times(commands, runs, out + "/output")))
        print("%-16s %s" % (program, purpose(script)))
    print()
    print_table(names, rows)
    write_csv(out + "/results.csv", names, rows)
    write_svg(out + "/results.svg", names, rows)
    print("\nwrote %s/results.csv and results.svg" % out)


main(sys.argv[1:])
