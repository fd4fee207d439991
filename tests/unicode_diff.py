"""Prints what this interpreter says of each code point: classes, case mappings, repr(), white space, line ends, digits.

Run with two interpreters, and compare:  python3.13 tests/unicode_diff.py >a; build/adder tests/unicode_diff.py >b; cmp a b
"""


def classes(s):
    found = (s.isalpha(), s.isalnum(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.islower(), s.isupper(),
             s.istitle(), s.isidentifier(), ("a" + s).isidentifier(), s.isprintable(), s.isascii())
    return "".join("01"[yes] for yes in found)


def mappings(s):
    # The last two: what is around a final sigma, and whether a word goes on behind s.
    mapped = (s.lower(), s.upper(), s.title(), s.casefold(), s.swapcase(), s.capitalize(), ("A" + s + "\u03a3").lower(),
              ("aa" + s + "aa").title())
    return "|".join(ascii(x) for x in mapped if x != s)


def number(kind, text):
    try:
        return str(kind(text))
    except ValueError:
        return ""


def cuts(s):
    inside = "a" + s + "b"
    return f"{len(s.split())}{len(inside.split())}{len(inside.splitlines())}{s.strip()!a}"


for c in range(0x110000):
    s = chr(c)
    print(f"{c:x} {classes(s)} {mappings(s)} {repr(s)!a} {cuts(s)} {number(int, s)} {number(float, '1' + s)}")
