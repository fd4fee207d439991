# Stresses: dicts with string keys: counting words, grouping, lookups that miss.
WORDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma tau upsilon phi chi psi omega"
).split()


def run(n):
    counts = {}
    groups = {}
    missing = 0
    for i in range(n):
        w = WORDS[i * 7 % len(WORDS)]
        counts[w] = counts.get(w, 0) + 1
        key = w + str(i % 50)
        if key in groups:
            groups[key].append(i)
        else:
            groups[key] = [i]
        if groups.get("none" + w) is None:
            missing += 1
    longest = max(len(v) for v in groups.values())
    return sorted(counts.items())[:3], len(groups), longest, missing


print(run(120000))
