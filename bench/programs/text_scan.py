# Stresses: scanning text character by character: a tokenizer and an evaluator.
def tokens(text):
    out = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == " ":
            i += 1
        elif c.isdigit():
            start = i
            while i < n and text[i].isdigit():
                i += 1
            out.append(int(text[start:i]))
        else:
            out.append(c)
            i += 1
    return out


def evaluate(items):
    values = []
    ops = []
    rank = {"+": 1, "-": 1, "*": 2, "(": 0}

    def apply():
        op = ops.pop()
        b = values.pop()
        a = values.pop()
        values.append(a + b if op == "+" else a - b if op == "-" else a * b)

    for t in items:
        if isinstance(t, int):
            values.append(t)
        elif t == "(":
            ops.append(t)
        elif t == ")":
            while ops[-1] != "(":
                apply()
            ops.pop()
        else:
            while ops and rank[ops[-1]] >= rank[t]:
                apply()
            ops.append(t)
    while ops:
        apply()
    return values[0]


text = " + ".join("(%d * 3 - %d) * (2 + %d)" % (i, i * 2, i % 7) for i in range(60))
total = 0
for _ in range(60):
    total += evaluate(tokens(text))
vowels = 0
for c in text * 300:
    if c in "0248":
        vowels += 1
print(total, vowels)
