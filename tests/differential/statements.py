# More statements for random programs (programs.py): what they try is in their names. Each is told by p() step by step.
import struct


def guarded(lines):
    return ["try:"] + ["    " + line for line in lines] + ["except Exception as err:", "    p(err)"]


class Statements:
    def random_float(self):
        return self.pick([repr(struct.unpack("<d", self.rng.randbytes(8))[0]).replace("nan", "float('nan')"), repr(self.rng.uniform(-10, 10)),
                          repr(round(self.rng.uniform(-1000, 1000), self.rng.randrange(6))), f"{self.rng.randrange(10**17)}e{self.rng.randrange(-330, 310)}"])

    def random_int(self):
        return self.pick([str(self.rng.randrange(-10, 300)), str(self.rng.getrandbits(self.rng.choice((8, 31, 32, 33, 62, 63, 64, 65, 200)))),
                          str(-self.rng.getrandbits(self.rng.choice((8, 31, 32, 62, 63, 64, 200)))), f"10**{self.rng.randrange(320)}", f"2**{self.rng.randrange(1100)}"])

    def make_numbers(self, depth):
        lines = []
        for _ in range(self.rng.randrange(2, 6)):
            x, i = self.random_float(), self.random_int()
            lines += guarded(["p(" + self.pick([f"float({i})", f"int({x})", f"repr({x})", f"float(repr({x})) == {x}", f"str({i})", f"{i} / {self.random_int()}",
                f"divmod({i}, {self.random_int()})", f"divmod({x}, {self.random_float()})", f"{x} // {i}", f"{i} * {x}", f"({x}).hex()", f"({x}).as_integer_ratio()",
                f"round({x}, {self.rng.randrange(-5, 20)})", f"round({i}, -{self.rng.randrange(20)})", f"{x} < {i}, {x} == {i}", f"float.fromhex(({x}).hex()) == {x}",
                f"'%.{self.rng.randrange(20)}{self.pick('efgG')}' % {x}", f"'%{self.pick(['', '#', '+', ' ', '0', '-'])}{self.rng.randrange(30)}{self.pick('dxoXsra')}' % {i}",
                f"format({x}, '{self.word_spec_bare()}')", f"format({i}, '{self.word_spec_bare()}')", f"f'{{{x}:{self.word_spec_bare()}}}'",
                f"pow({i}, {self.random_int()}, {self.random_int()})", f"({i}).to_bytes({self.rng.randrange(12)}, {self.word_order()}, signed=True)",
                f"int(str({i})) == {i}", f"{i} >> {self.rng.randrange(70)}, {i} & {self.random_int()}, {i} ^ -{self.rng.randrange(9)}", f"complex({x}, {self.random_float()})",
                f"complex({x}, 1) * {i}", f"hash({i}) == hash(float({i}))", f"sum([{x}, {self.random_float()}, {x}])", f"({i}).bit_length(), ({i}).bit_count()",
                f"int('{self.rng.getrandbits(70):x}', 16)", f"float('{self.rng.randrange(10**9)}_{self.rng.randrange(10)}.{self.rng.getrandbits(99)}')"]) + ")"])
        return lines

    def make_slices(self, depth):
        name = self.pick(["l", "bytearray(b'abcdefgh')", "list(range(9))"])
        lines = [f"v = {name}"]
        for _ in range(self.rng.randrange(1, 5)):
            values = self.pick(["b'xyz'", "[1, 2]", "[]", "range(3)", "v", "'ab'", "5", "(7,)", "[300]", "iter([1])", "bytes(4)", "v[1:]"])
            lines += guarded([self.pick([f"v[{self.word_cut()}] = {values}", f"del v[{self.word_cut()}]", f"v[{self.word_small()}] = {self.pick(['1', '300', repr('a')])}",
                                         f"v += {values}", f"v *= {self.word_small()}", f"v.extend({values})", f"v.insert({self.word_small()}, 65)", f"v.pop({self.word_small()})",
                                         "v.reverse()", f"v.remove({self.word_digit()})", f"p(v[{self.word_cut()}], v.index({self.word_digit()}, {self.word_small()}, {self.word_small()}))",
                                         "v.clear()", f"del v[{self.word_small()}]", "v = v.copy()", f"p({self.word_digit()} in v, v.count(1))"]), "p(v)"])
        return lines

    def make_buffers(self, depth):
        lines = ["u = bytearray(b'abcdefgh')", f"m = memoryview(u){self.pick(['', '[1:5]', '[::2]', '[::-1]', '.cast(' + repr(self.pick('bBhHiIc')) + ')', '.toreadonly()'])}"]
        for _ in range(self.rng.randrange(2, 6)):
            use = self.pick(["u.append(1)", "u.clear()", f"m[{self.word_small()}] = {self.pick(['65', '300', '-1', repr(b'a'), repr('a')])}", f"m[{self.word_cut()}] = {self.pick(['b' + repr('xy'), 'm', 'u', 'm[:2]'])}",
                             "p(m.tolist())", "p(bytes(m))", "p(m == u, m == b'abcd')", f"p(m[{self.word_cut()}].tolist())", "m.release()", "del u[0]", "u += b'zz'", "p(m.hex('-', 2))", "p(len(m), m.nbytes, m.format)",
                             "p(m.shape, m.strides, m.readonly, m.contiguous)", "p(hash(m) == hash(bytes(m)))", "p(list(m))", f"p({self.word_digit()} in m)", "p(sorted(m), max(m))",
                             f"with memoryview(u) as n: {self.pick(['u.pop()', 'p(n[0])', 'n.release()'])}", "u[:] = b'12345678'", "p(m.cast('B').tolist())", f"p(u.find(m), u.join([m, b'-']))", "p(reversed(m))"])
            lines += guarded([use, "p(u)"])
        return lines

    def make_hashes(self, depth):
        name = self.name("Key")
        equal = self.pick(["self.v == getattr(other, 'v', other)", "self is other or 1 / (self.v - 2) > 5", "NotImplemented", "True", "[]"])
        lines = [f"class {name}:", "    def __init__(self, v):", "        self.v = v", "    def __hash__(self):", f"        return {self.pick(['1', 'self.v % 2', 'hash(self.v)', '2**61 - 1', '-1'])}",
                 "    def __eq__(self, other):", f"        return {equal}", "    def __repr__(self):", "        return f'K{self.v}'", f"k = [{name}(i % 5) for i in range(7)]", "e = {}"]
        for _ in range(self.rng.randrange(2, 7)):
            i, j = self.rng.randrange(7), self.rng.randrange(7)
            lines += guarded([self.pick([f"e[k[{i}]] = {j}", f"del e[k[{i}]]", f"p(e.get(k[{i}]), k[{i}] in e)", f"p(e.pop(k[{i}], None))", f"e.update({{k[{i}]: 8, k[{j}]: 9}})", f"p(len({{k[{i}], k[{j}], 1, k[0]}}))",
                                         f"e.setdefault(k[{i}], {j})", "p(e == dict(e), {**e} == e)", f"p(len(set(k)), len(frozenset(k[:{i}]) & set(k[{j}:])))", f"p(k.index(k[{i}]), k.count(k[{j}]))",
                                         f"p(dict.fromkeys(k[{i}:]))", "p(e.popitem())", f"p(len(set(k) - {{k[{i}]}}), {{k[{i}]}} <= set(k))", f"p({{k[{i}]: 1}} == {{k[{j}]: 1}})", f"p((k[{i}], 1) == (k[{j}], 1))",
                                         f"p(e | {{k[{i}]: 0}})", f"match k[{i}]:", ][:-1]), "p(e)"])
        return lines

    def make_mutation(self, depth):
        kind = self.pick(["list", "dict", "set", "bytearray", "items"])
        start = {"list": "[1, 2, 3, 4]", "dict": "{1: 'a', 2: 'b', 3: 'c'}", "set": "{1, 2, 3}", "bytearray": "bytearray(b'abcd')", "items": "{1: 'a', 2: 'b', 3: 'c'}"}[kind]
        change = {"list": ["v.append(9) if len(v) < 9 else None", "v.pop()", "v.insert(0, 7) if len(v) < 9 else None", "v.clear()", "del v[0]", "v.remove(x)", "v[:] = [1]", "v.sort(reverse=True)"],
                  "dict": ["v[x * 10] = 1", "v.pop(x)", "v[x] = 5", "v.clear()", "v.update({1: 2})", "del v[3]", "v.popitem()", "v.setdefault(7, 8)"],
                  "set": ["v.add(x * 10 + 5)", "v.discard(x)", "v.clear()", "v.pop()", "v |= {7}", "v -= {1, 2}"],
                  "bytearray": ["v.append(65) if len(v) < 9 else None", "v.pop()", "v.clear()", "v[:] = b'xy'", "v.reverse()"],
                  "items": ["v[x] = 1", "v.pop(1, None)", "v[1] = 'z'", "v.clear()"]}[kind]
        source = {"items": self.pick(["v.items()", "v.values()", "v.keys()", "reversed(v)", "enumerate(v)"])}.get(kind, self.pick(["v", "iter(v)", "list(v)", "enumerate(v)", "map(lambda y: y, v)", "zip(v, range(9))"] +
                                                                                                        (["reversed(v)"] if kind != "set" else [])))
        name = self.pick(["x", "x"]) if source in ("v", "iter(v)", "list(v)", "v.keys()", "reversed(v)") or "map" in source else "x, *y" if source != "v.values()" else "x"
        show = "p(x)" if kind != "set" else "p(len(v))"
        return guarded([f"v = {start}", "i9 = 0", f"for {name} in {source}:", "    i9 += 1", f"    {show}", f"    if i9 == {self.rng.randrange(1, 4)}: {self.pick(change)}", "    if i9 > 12: break"]) + ["p(sorted(map(str, v)))"]

    def make_sorting(self, depth):
        key = self.pick(["lambda x: 1 / x", "lambda x: p(x)", "lambda x: v.append(x)", "lambda x: v.clear() or x", "str", "lambda x: -x", "lambda x: (x % 2, x)", "len", "None", "lambda x, y: x", "lambda x: [x] if x else x"])
        values = ", ".join(self.pick(["0", "1", "3", "2", "-1", "2.5", "True", "'a'", "10"]) if self.chance(20) else str(self.rng.randrange(-9, 10)) for _ in range(self.rng.randrange(0, 9)))
        call = self.pick([f"v.sort(key={key})", f"v = sorted(v, key={key}, reverse={self.pick(['True', 'False', '1', 'None'])})", f"p(max(v, key={key}), min(v, key={key}))", "v.sort()", "v.sort(reverse=True)",
                          f"p(max(v, key={key}, default=7))", f"p(max(*v, key={key}))", "p(sum(v))", f"p(list(map({key}, v, v)))", f"p(list(filter({key}, v)))"])
        return [f"v = [{values}]"] + guarded([call]) + ["p(v)"]

    def make_scopes(self, depth):
        f, g, h = self.name("f"), self.name("g"), self.name("h")
        x = self.pick("abst")
        inner = self.pick([f"nonlocal {x}", f"global {x}", "pass", f"del {x}", f"{x} = 5", f"nonlocal {x}; {x} = {x} * 2", f"nonlocal {x}; del {x}", f"[{x} := i for i in range(3)]", f"import sys as {x}; {x} = 3",
                           f"for {x} in 'ab': pass", f"class {x}: y = 1", f"p({x}); {x} = 1", f"exec('{x} = 9')", f"p(eval('{x}'))", f"{x}: int", f"{x}: int = 4"])
        body = self.pick([f"    {x} = 1", f"    pass", f"    {x}: int = 2", f"    class C:\n        {x} = 3\n        p([{x} for _ in 'a'], (lambda: {x}))\n        def m(self): return {x}\n    p(C.{x})",
                          f"    {x} = [lambda: i for i in range(3)][0]()", f"    class C:\n        p({x})\n        {x} = 6\n        p({x})\n        del {x}\n        p({x})", f"    {x} = (lambda {x}=4: {x})()",
                          f"    for {x} in range(2):\n        def {h}({x}={x}): return {x}", f"    p([[{x} for {x} in range({x})] for {x} in range(3)])\n    {x} = 0", f"    with Manager('w') as {x}: pass"])
        lines = [f"def {f}():"] + body.split("\n") + [f"    def {g}():", f"        {inner}", f"        return {x}"] + [f"    p({g}())"] * self.rng.randrange(1, 3) + [f"    return {x}"]
        return guarded(lines[:1] + lines[1:]) + guarded([f"p({f}())"]) + guarded([f"p({x})"])

    def make_metaclass(self, depth):
        meta, name, sub = self.name("Meta"), self.name("Made"), self.name("Sub")
        methods = []
        if self.chance(40):
            methods += ["@classmethod", "def __prepare__(mcs, name, bases, **k):", "    p('prepare', name, k)", f"    return {self.pick(['{}', '{' + repr('z') + ': 1}', 'dict(q=2)', '5'])}"]
        if self.chance(60):
            methods += ["def __new__(mcs, name, bases, ns, **k):", "    p('new', name, sorted(n for n in ns if n[0] != '_'), k)", f"    return {self.pick(['super().__new__(mcs, name, bases, ns)', 'type.__new__(mcs, name, bases, dict(ns, w=3))', 'super().__new__(mcs, name, bases, ns, **k)', '5'])}"]
        if self.chance(40):
            methods += ["def __init__(cls, name, bases, ns, **k):", "    p('init', name)", "    super().__init__(name, bases, ns)"]
        if self.chance(40):
            methods += ["def __call__(cls, *a, **k):", "    p('call', a, k)", f"    return {self.pick(['super().__call__(*a, **k)', 'a', 'None'])}"]
        for special, use in (("__getattr__(cls, n)", "n"), ("__len__(cls)", "3"), ("__iter__(cls)", "iter('mn')"), ("__contains__(cls, x)", "x == 1"), ("__getitem__(cls, k)", "k"), ("__instancecheck__(cls, x)", "x == 5"),
                             ("__add__(cls, o)", "'sum'"), ("__repr__(cls)", "'made'"), ("__subclasscheck__(cls, c)", "True"), ("__eq__(cls, o)", "True"), ("__bool__(cls)", "False")):
            if self.chance(15):
                methods += [f"def {special}:", f"    return {use}"]
        keywords = self.pick(["", "", ", x=1", ", **{'y': 2}"])
        lines = [f"class {meta}(type):"] + ["    " + m for m in methods or ["pass"]]
        lines += guarded([f"class {name}(metaclass={meta}{keywords}):", f"    {self.pick(['a = 1', 'def __init_subclass__(cls, **k): p(cls.__name__, k)', '__slots__ = ' + repr('s'), 'def __class_getitem__(cls, i): return i', 'z = 5'])}",
                          f"class {sub}({name}{self.pick(['', ', v=1', ', metaclass=type', ', list'])}): pass"])
        for use in ["type(C).__name__", "C()", "C.nothing", "len(C)", "list(C)", "1 in C", "C[2]", "isinstance(5, C)", "issubclass(int, C)", "C + 1", "bool(C)", "C(1, k=2)", "C.w", "C.z", "C.__mro__", "type(C)('D', (C,), {})", "C.__class__.__name__",
                    "C == 5", "hasattr(C, 'q')", "super(C, C)"]:
            if self.chance(35):
                lines += guarded([f"p({use.replace('C', name, 1) if self.chance(60) else use.replace('C', sub, 1)})"])
        return lines

    def make_chain(self, depth):
        e, f = self.pick(["ValueError('v')", "KeyError('k')", "ExceptionGroup('g', [ValueError(1), TypeError(2)])", "OSError(2, 'n')", "StopIteration(1)"]), self.pick(["TypeError('t')", "IndexError", "err", "RuntimeError('r')", "err.__context__"])
        cause = self.pick(["", " from err", " from None", " from KeyError('c')", " from 5"])
        note = self.pick(["pass", "err.add_note('one')", "err.add_note(5)", "err.__notes__ = ['x', 3]", "err.__notes__ = 5", "err.args = (1, 2)", "err.__suppress_context__ = True", "err.__cause__ = IndexError('i')", "err = err.with_traceback(None)",
                          "del err.__cause__", "err.__context__ = err", "err.x = 1", "p(err.args, str(err), repr(err))"])
        lines = ["try:", "    try:", f"        raise {e}", f"    except {self.pick(['Exception', 'ValueError', '(KeyError, ValueError)', 'BaseException', 'OSError'])} as err:", f"        {note}", f"        raise {f}{cause}",
                 self.pick(["    finally:", "    else:" if False else "    finally:"]), f"        {self.pick(['p(1)', 'pass', '1 / 0', 'raise'])}"]
        return lines + ["except BaseException as err:", "    p(err, err.__cause__, err.__context__, err.__suppress_context__, getattr(err, '__notes__', None))"] + guarded(["p(err)"])

    def make_groups(self, depth):
        leaves = ["ValueError(1)", "TypeError('t')", "KeyError('k')", "OSError(1, 'o')", "ExceptionGroup('in', [ValueError(2), IndexError(3)])"]
        group = f"ExceptionGroup('g', [{', '.join(self.pick(leaves) for _ in range(self.rng.randrange(1, 4)))}])"
        lines = [f"g = {group}"]
        for use in ["g.split(ValueError)", "g.subgroup((TypeError, KeyError))", "g.subgroup(lambda e: isinstance(e, ValueError))", "g.derive([ValueError(9)])", "g.message, len(g.exceptions)", "g.split(5)", "g.subgroup(ExceptionGroup)",
                    "ExceptionGroup('a', [])", "ExceptionGroup(1, [ValueError()])", "ExceptionGroup('a', ValueError())", "ExceptionGroup('a', [KeyboardInterrupt()])", "BaseExceptionGroup('a', [ValueError()])", "g.exceptions[0]", "str(g)", "g.split(lambda e: 1 / 0)",
                    "ExceptionGroup('a', [5])", "ExceptionGroup('a')", "g.args == ('g', list(g.exceptions))"]:
            if self.chance(25):
                lines += guarded([f"p({use})"])
        handlers = []
        for _ in range(self.rng.randrange(1, 3)):
            handlers += [f"    except* {self.pick(['ValueError', 'TypeError', '(KeyError, OSError)', 'Exception', 'ExceptionGroup', '5'])} as e:", f"        {self.pick(['p(e)', 'raise', 'raise KeyError(1)', 'raise ValueError(2) from e', 'pass', 'e.add_note(repr(1))', 'raise e'])}"]
        return lines + ["try:", "    try:", "        raise g"] + handlers + ["except BaseException as err:", "    p(err)"]

    def make_nested_text(self, depth):
        x, y = self.variable(), self.variable()
        parts = [f"{{{x}!r:>{{a % 9}}}}", f"{{f'{{{y}!s}}-{{{x}}}'}}", f"{{{x}=}}", f"{{{y} = !r}}", f"{{f'{{f\"{{{x}}}\"}}'}}", "{[i for i in range(3)]}", "{(lambda: 5)()}", f"{{{x}:{self.word_spec_bare()}}}", "{{}}", "{ {'k': 1}['k'] }",
                 f"{{{x}!a:{{'<'}}{{9}}}}", "{'a' 'b'}", "{a if b else s}", "{(y9 := 5):>{y9}}", f"{{{y}!s:^10}}", "{'\\n'!r}", "{'{}'}", "{3.14159:{'.'}{2}f}", "{l!r:.5}", "{None}", "{*t, 1}", "{a, b}"]
        return guarded(["p(f\"\"\"" + self.pick(["", "x", "\\t", "\\N{BULLET}"]) + "".join(self.pick(parts) for _ in range(self.rng.randrange(1, 4))) + "\"\"\")"])

    def make_templates(self, depth):
        return guarded([f"p({self.word_percent()})"]) + guarded([f"p({self.word_braces()})"]) + guarded([f"p('{{:{self.word_spec_bare()}}}'.format({self.expression('any', 1)}))"])
