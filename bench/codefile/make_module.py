"""Prints a module of about so many lines, of so many functions in all: what benches compile and load.

    make_module.py LINES FUNCTIONS [flat]

flat: functions of the module; else they are methods, ten in a class.
"""

import sys

WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda_ mu nu xi omicron pi rho sigma tau".split()


def word(i):
    return "%s_%d" % (WORDS[i % len(WORDS)], i // len(WORDS) % 7)


def statement(i):
    """A few lines of a function's body."""
    a, b, c = word(i), word(i + 5), word(3 * i + 1)
    kinds = (
        ["%s = self.%s + %d" % (a, b, i % 300), "if %s > limit:" % a, "    %s = limit - %s" % (a, a)],
        ["for index, item in enumerate(items):", "    if item is not None and index %% %d == 0:" % (i % 9 + 2),
         "        self.%s.append(item * %d.5)" % (c, i % 50)],
        ["try:", "    %s = self.read_%s(limit, timeout=%d)" % (b, c, i), "except (OSError, ValueError) as error:",
         "    self.log('%s failed: %%s' %% error)" % c],
        ["self.%s = {'%s': limit, '%s': [x for x in items if x]}" % (c, a, b)],
        ["while limit > %d:" % (i % 40), "    limit -= len(items)", "    self.%s[limit] = '%s'.join(names)" % (a, b)],
        ["with self.lock:", "    self.%s(items[%d:], *names, key=lambda v: v.%s)" % (a, i % 5, b)],
        ["assert isinstance(items, list), 'wrong %s'" % c, "return f'{limit:>{%d}} {items!r}'" % (i % 20)],
    )
    return kinds[i % (len(kinds) - 1)]


def function(number, lines):
    out = ["    def %s_%d(self, items, limit=%d, *names):" % (word(number), number, number),
           '        """Does number %d of what there is to do."""' % number]
    i = number * 11
    while len(out) < lines - 3:
        out += ["        %s = limit" % word(i + 5)] + ["        " + line for line in statement(i)]
        i += 1
    return out + ["        return limit"]


def module(lines, functions, flat):
    out = ['"""A module that was made to be measured."""', "import sys", "", "COUNT = %d" % lines]
    per = max(6, (lines - 4) // functions - 1)
    for n in range(functions):
        if n % 10 == 0 and not flat:
            out += ["", "", "class %s%d:" % (word(n).title().replace("_", ""), n), '    """One of some."""', ""]
        body = function(n, per) + [""]
        out += [line[4:] for line in body] if flat else body
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    print(module(int(sys.argv[1]), int(sys.argv[2]), "flat" in sys.argv), end="")
