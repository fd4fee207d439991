"""Finds what comes up in many modules, for tools/pack_sources.c to put before each of them:

    python3 tools/find_phrases.py BYTES FILE... > tools/pack_phrases

To be run again when lib/ has changed much; whatever the phrases are, the packed modules are right."""
import collections
import re
import sys


def shortened(source):
    """About what pack_sources makes of a module."""
    return re.sub(r"^ +", lambda m: " " * (len(m[0]) // 4), re.sub(r" *#.*", "", source), flags=re.M)


def phrases_of(text):
    """All runs of up to 28 tokens, of 6 to 64 characters."""
    cuts = [m.start() for m in re.finditer(r"\n *|\w+|[^\w\n]", text)] + [len(text)]
    return {text[a:b] for i, a in enumerate(cuts) for b in cuts[i + 1:i + 28] if 6 <= b - a <= 64}


def main():
    limit, *files = sys.argv[1:]
    modules = collections.Counter()
    for name in files:
        with open(name, encoding="utf-8") as f:
            modules.update(phrases_of(shortened(f.read())))
    gains = sorted(((n - 1) * (len(phrase) - 3.5), phrase) for phrase, n in modules.items() if n >= 3)
    found = ""
    while gains and len(found) < int(limit):
        phrase = gains.pop()[1]
        if phrase not in found:
            shared = max((n for n in range(3, len(phrase)) if found.endswith(phrase[:n])), default=0)
            found += phrase[shared:]
    sys.stdout.write(found)


if __name__ == "__main__":
    main()
