"""Writes src/value/unicode_tables.h: the properties of characters, as CPython 3.13 has them (Unicode 15.1); and
src/value/unicode_normal_tables.h: what the normal form NFKC makes of those that identifiers may have.

Run with that Python, once for each new version of Unicode:  python3.13 tools/genunicode.py
The output is committed, so that a build needs no Python. The properties are taken from what str's methods
say about each character, so they agree with CPython's by construction.
"""
import unicodedata

OUT = "src/value/unicode_tables.h"
OUT_NORMAL = "src/value/unicode_normal_tables.h"
END = 0x110000
SIGMA = "\u03a3"
ALPHA, DECIMAL, DIGIT, NUMERIC, SPACE, LOWER, UPPER, TITLE, START, CONTINUE, PRINTABLE, IGNORABLE = (
    1 << i for i in range(12))


def class_of(c):
    """The flags of enum char_class."""
    s = chr(c)
    flags = (ALPHA * s.isalpha() | DECIMAL * s.isdecimal() | DIGIT * s.isdigit() | NUMERIC * s.isnumeric()
             | SPACE * s.isspace() | LOWER * s.islower() | UPPER * s.isupper()
             | TITLE * (unicodedata.category(s) == "Lt") | START * s.isidentifier()
             | CONTINUE * ("a" + s).isidentifier() | PRINTABLE * s.isprintable())
    # Case-ignorable shows in whether a final sigma looks through it.
    if ("A" + s + SIGMA).lower()[-1] == "\u03c2" and (s + SIGMA).lower()[-1] == "\u03c3":
        flags |= IGNORABLE
    return flags


def class_runs(classes):
    """[(start, class, alternating)]: in an alternating run every second character, from the second on, has
    lower for upper case."""
    runs, c = [], 0
    swap = LOWER | UPPER
    while c < END:
        k = classes[c]
        plain = c
        while plain < END and classes[plain] == k:
            plain += 1
        mixed = c
        if k & swap and plain == c + 1:
            while mixed < END and classes[mixed] == (k if (mixed - c) % 2 == 0 else k ^ swap):
                mixed += 1
        runs.append((c, k, mixed > plain))
        c = max(plain, mixed)
    return runs


def simple_runs(mapping):
    """Runs of a mapping {code: code}: [(start, count, stride, delta)], stride 1 or 2."""
    runs, todo = [], dict(mapping)
    for c in sorted(mapping):
        if c not in todo:
            continue
        delta = mapping[c] - c
        best = None
        for stride in 1, 2:
            n = 0
            while n < 1023 and todo.get(c + n * stride, -1) - (c + n * stride) == delta:
                n += 1
            if best is None or best[0] == 1:
                best = n, stride
        n, stride = best
        for i in range(n):
            del todo[c + i * stride]
        runs.append((c, n, stride, delta))
    # A stride-2 run may enclose others: lookups search for the last run that starts at or before c, so split it.
    result = []
    for i, (c, n, stride, delta) in enumerate(runs):
        following = [r[0] for r in runs if c < r[0] < c + n * stride]
        if not following:
            result.append((c, n, stride, delta))
        else:
            result.extend((c + k * stride, 1, 1, delta) for k in range(n))
    return sorted(result)


def numbers(out, kind, name, values, per_line=12, form="{}"):
    out.append(f"static const {kind} {name}[{len(values)}] = {{")
    for i in range(0, len(values), per_line):
        out.append("    " + ", ".join(form.format(v) for v in values[i:i + per_line]) + ",")
    out.append("};\n")


def decompositions():
    """{code: (whether composing gives it back, its parts)}, one step of those of characters in identifiers."""
    result = {}
    for c in range(END):
        words = unicodedata.decomposition(chr(c)).split()
        if words and ("a" + chr(c)).isidentifier():
            parts = [int(w, 16) for w in words if w[0] != "<"]
            assert len(parts) <= 4 and all(("a" + chr(x)).isidentifier() for x in parts)
            result[c] = len(parts) == 2 and words[0][0] != "<" and unicodedata.normalize("NFC", chr(c)) == chr(c), parts
    return result


def write_normal():
    single, several, classes = [], [], []
    for c, (composed, parts) in decompositions().items():
        if len(parts) > 1:
            several.append((c, composed, parts))
        elif single and c == single[-1][0] + single[-1][1] and parts[0] == single[-1][2] + single[-1][1]:
            single[-1][1] += 1
        else:
            single.append([c, 1, parts[0]])
    for c in range(END):
        k = unicodedata.combining(chr(c)) if ("a" + chr(c)).isidentifier() else 0
        if k and classes and c == classes[-1][0] + classes[-1][1] and k == classes[-1][2]:
            classes[-1][1] += 1
        elif k:
            classes.append([c, 1, k])
    starts, parts = [0], []
    for c, composed, p in several:
        parts += [x if x < 0x10000 else x - 0x10000 + 0xd800 for x in p]
        assert all(x < 0xd800 or 0xf800 <= x < 0x12000 for x in p)
        starts.append(len(parts))
    pairs = sorted((p, i) for i, (c, composed, p) in enumerate(several) if composed)
    out = [
        "/* clang-format off */",
        f"/* Decompositions: Unicode {unicodedata.unidata_version}. Made by tools/genunicode.py; not to be edited.",
        " *",
        " * single_runs: characters that decompose into one other each: the first << 11 | count, and in single_targets what",
        " * the first becomes. several: those that become more; the parts of number i lie in several_parts, from",
        " * several_starts[i] on: 0xd800 to 0xf7ff stand for 0x10000 and above. composed: numbers of those",
        " * that composing gives back, sorted by their two parts. combining_runs: first << 11 | count, and combining_classes. */",
    ]
    numbers(out, "uint32_t", "single_runs", [c << 11 | n for c, n, _ in single], 12, "0x{:x}")
    numbers(out, "uint32_t", "single_targets", [to for _, _, to in single], 12, "0x{:x}")
    numbers(out, "uint32_t", "several", [c for c, _, _ in several], 12, "0x{:x}")
    numbers(out, "uint16_t", "several_starts", starts, 20)
    numbers(out, "uint16_t", "several_parts", parts, 16, "0x{:x}")
    numbers(out, "uint16_t", "composed", [i for _, i in pairs], 20)
    numbers(out, "uint32_t", "combining_runs", [c << 11 | n for c, n, _ in classes], 12, "0x{:x}")
    numbers(out, "uint8_t", "combining_classes", [k for _, _, k in classes], 24)
    with open(OUT_NORMAL, "w") as f:
        f.write("\n".join(out))
    size = 8 * len(single) + 6 * len(several) + 2 * len(parts) + 2 * len(pairs) + 5 * len(classes)
    print(f"{len(single)} and {len(several)} decompositions, {len(classes)} runs of combining marks: {size} bytes")


def main():
    write_normal()
    classes = [class_of(c) for c in range(END)]
    kinds = sorted(set(classes))
    assert len(kinds) <= 127
    runs = class_runs(classes)
    out = [
        "/* clang-format off */",
        f"/* Properties of characters: Unicode {unicodedata.unidata_version}. Made by tools/genunicode.py; not to be edited.",
        " *",
        " * class_runs: a run of characters of one class each: its first character << 8 | number in class_kinds,",
        " * | 128 where upper and lower case alternate, beginning with that class.",
        " * case_runs: those that a mapping moves by one distance: first << 11 | count << 1 | (stride - 1), and in",
        " * case_run_deltas the number of that distance. The four mappings lie one behind the other; title and fold",
        " * list only what differs from upper and lower.",
        " * special_cases: what becomes several characters: the mapping << 16 | code, sorted; special_targets:",
        " * three each, 0 for none. decimal_zeros: where ten decimal digits begin. */",
        "#ifdef ADDER_UNICODE_FULL\n",
    ]
    numbers(out, "uint16_t", "class_kinds", kinds)
    numbers(out, "uint32_t", "class_runs", [c << 8 | kinds.index(k) | (128 if mixed else 0) for c, k, mixed in runs],
            10, "0x{:x}")

    full = {"lower": str.lower, "upper": str.upper, "title": str.title, "fold": str.casefold}
    simple, special = {m: {} for m in full}, []
    for number, (m, fn) in enumerate(full.items()):
        for c in range(END):
            if 0xd800 <= c < 0xe000:
                continue
            to = "\u03c3" if m == "lower" and chr(c) == SIGMA else fn(chr(c))
            if len(to) > 1:
                assert c < 0x10000
                special.append((number << 16 | c, [ord(x) for x in to] + [0] * (3 - len(to))))
            simple[m][c] = ord(to) if len(to) == 1 else None
    tables = []
    for number, (m, base) in enumerate((("lower", None), ("upper", None), ("title", "upper"), ("fold", "lower"))):
        def differs(c, to):
            if to is None:
                return False
            if base is None:
                return to != c
            reference = simple[base][c]
            return to != reference
        tables.append(simple_runs({c: to for c, to in simple[m].items() if differs(c, to)}))
    deltas = sorted({r[3] for t in tables for r in t})
    assert len(deltas) < 256
    keys, which, bounds = [], [], [0]
    for t in tables:
        for c, n, stride, delta in t:
            assert n < 1024
            keys.append(c << 11 | n << 1 | (stride - 1))
            which.append(deltas.index(delta))
        bounds.append(len(keys))
    numbers(out, "int32_t", "case_deltas", deltas)
    numbers(out, "uint16_t", "case_bounds", bounds)
    numbers(out, "uint32_t", "case_runs", keys, 10, "0x{:x}")
    numbers(out, "uint8_t", "case_run_deltas", which, 24)
    numbers(out, "uint32_t", "special_cases", [c for c, _ in special], 12, "0x{:x}")
    numbers(out, "uint16_t", "special_targets", [x for _, to in special for x in to], 12, "0x{:x}")
    zeros = [c for c in range(END) if chr(c).isdecimal() and unicodedata.decimal(chr(c)) == 0]
    for z in zeros:
        assert all(unicodedata.decimal(chr(z + i)) == i for i in range(10))
    assert len(zeros) * 10 == sum(chr(c).isdecimal() for c in range(END))
    numbers(out, "uint32_t", "decimal_zeros", zeros, 12, "0x{:x}")
    out.append("#endif\n")
    out.append("const uint16_t latin_class[ADDER_LETTERS ? 256 : 128] = {")
    for i in range(0, 256, 16):
        if i == 128:
            out.append("#if ADDER_LETTERS")
        out.append("    " + ", ".join(f"0x{classes[c]:x}" for c in range(i, i + 16)) + ",")
    out.append("#endif\n};")
    with open(OUT, "w") as f:
        f.write("\n".join(out) + "\n")
    size = (2 * len(kinds) + 4 * len(runs) + 4 * len(deltas) + 5 * len(keys) + 10 * len(special) + 4 * len(zeros) + 512)
    print(f"{len(runs)} class runs, {len(keys)} case runs, {len(special)} special cases: {size} bytes")


main()
