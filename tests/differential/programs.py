# Makes random programs: some variables, then statements that use them. All that happens is told by p().
from generate import Expressions
from statements import Statements

VARIABLES = {"a": "int", "b": "int", "s": "str", "l": "list", "t": "tuple", "d": "dict", "f": "float"}
EXCEPTIONS = ["ValueError", "KeyError", "TypeError", "IndexError", "ZeroDivisionError", "LookupError", "ArithmeticError", "Exception",
              "AttributeError", "(ValueError, KeyError)", "RuntimeError", "StopIteration", "OSError", "BaseException"]
RAISED = ["ValueError('v')", "KeyError('k')", "TypeError", "ZeroDivisionError('z', 1)", "IndexError()", "RuntimeError('r')", "StopIteration(3)",
          "Exception('e')", "OSError(2, 'file')", "AttributeError('x')", "ExceptionGroup('g', [ValueError(1), KeyError(2)])",
          "ExceptionGroup('h', [TypeError('t'), ExceptionGroup('i', [ValueError('w')])])", "3", "GeneratorExit", "AssertionError('a')"]
BINARY = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "and": "&", "or": "|", "xor": "^", "pow": "**",
          "lshift": "<<", "rshift": ">>", "matmul": "@", "divmod": "divmod"}
COMPARE = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
AUGMENTED = ["+=", "-=", "*=", "//=", "%=", "|=", "&=", "^=", "/=", "@="]


def indent(lines):
    return ["    " + line for line in lines] or ["    pass"]


class Program(Statements, Expressions):
    def __init__(self, rng):
        super().__init__(rng)
        self.names = dict(VARIABLES)
        self.functions = []         # names with a number of arguments that is right
        self.classes = []
        self.count = 0
        self.in_loop = self.in_function = self.in_generator = self.in_coroutine = False
        self.room = 8

    def name(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def text(self):
        lines = [f"{name} = {self.pick_atom(kind)}" for name, kind in VARIABLES.items()]
        for _ in range(self.rng.randrange(1, 4)):
            block = self.statement(3)
            if self.chance(60):
                block = ["try:"] + indent(block) + ["except Exception as err:", "    p('top', err)"]
            lines += block
        return "\n".join(lines + ["p(a, b, s, l, t, d, f)"])

    def pick_atom(self, kind):
        import generate
        return self.pick(generate.ATOMS[kind])

    def expression(self, kind=None, depth=2):
        if kind is None:
            kind = self.pick(["int", "int", "str", "list", "tuple", "dict", "float", "bool", "any", "iterable"])
        if self.functions and self.chance(12):
            return self.call()
        if self.chance(5):
            return f"({self.variable()} := {self.make(kind, depth - 1)})"
        return self.make(kind, self.rng.randrange(0, depth + 1))

    def variable(self):
        return self.pick(list(VARIABLES))

    def block(self, depth):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            lines += self.statement(depth - 1)
        return lines

    def statement(self, depth):
        self.room -= 1
        simple = ["show", "show", "assign", "assign", "augment", "unpack", "item", "delete", "assertion", "raising", "jump", "jump", "outer", "expression"]
        compound = ["if_", "for_", "for_", "while_", "try_", "try_", "try_", "with_", "match_", "function", "function", "closure", "class_", "class_", "generator",
                    "generator", "coroutine", "comprehension", "group", "descriptor", "slots", "numbers", "slices", "buffers", "hashes", "mutation",
                    "sorting", "scopes", "metaclass", "chain", "groups", "nested_text", "templates"]
        kinds = simple if depth <= 0 or self.room < 0 or self.chance(35) else compound
        return getattr(self, "make_" + self.pick(kinds).rstrip("_"))(depth)

    # Simple statements

    def make_show(self, depth):
        return [f"p({', '.join(self.expression() for _ in range(self.rng.randrange(1, 3)))})"]

    def make_expression(self, depth):
        if self.in_coroutine and self.chance(70):
            return [f"p(await Awaitable({self.expression()}))"]
        if self.in_generator and self.chance(70):
            return [self.pick([f"p((yield {self.expression()}))", f"yield {self.expression()}",
                               f"{self.variable()} = yield {self.expression()}"] + ([] if self.in_coroutine else [f"p((yield from {self.expression('iterable')}))"]))]
        return [self.expression()]

    def make_assign(self, depth):
        name = self.variable()
        targets = "".join(f"{self.target()} = " for _ in range(1 + (self.rng.randrange(6) == 0)))
        if self.chance(70):
            return [f"{name} = {self.expression(VARIABLES[name])}"]
        if self.chance(20):
            return [f"{name}: {self.pick(['int', 'str', 'list[int]'])} = {self.expression(VARIABLES[name])}"]
        return [targets + self.expression()]

    def target(self):
        return self.pick([self.variable(), self.variable(), f"l[{self.word_small()}]", f"d[{self.expression('hashable', 0)}]", f"l[{self.word_cut()}]",
                          "a.x", "t[0]"])

    def make_augment(self, depth):
        name = self.variable()
        if self.chance(25):
            return [f"{self.pick(['l[0]', 'd[1]', 'l[-1]', 'd[s]', 'l[1:]'])} {self.pick(AUGMENTED)} {self.expression('any', 1)}"]
        return [f"{name} {self.pick(AUGMENTED)} {self.expression(self.pick([VARIABLES[name], 'int', 'any']), 1)}"]

    def make_unpack(self, depth):
        targets = [self.target() for _ in range(self.rng.randrange(1, 4))]
        if self.chance(50):
            i = self.rng.randrange(len(targets))
            targets[i] = "*" + targets[i]
        if self.chance(15):
            targets[0] = f"({targets[0].lstrip('*')}, *{self.variable()})"
        return [f"{', '.join(targets)}{',' if len(targets) == 1 else ''} = {self.expression('iterable')}"]

    def make_item(self, depth):
        return [self.pick([f"l[{self.word_cut()}] = {self.expression('iterable', 1)}", f"l[{self.word_small()}] = {self.expression()}",
                           f"d[{self.expression('hashable', 1)}] = {self.expression()}", f"del l[{self.word_cut()}]", f"del d[{self.expression('hashable', 0)}]",
                           f"del l[{self.word_small()}]", f"d.update({self.expression('dict', 1)})", f"l.append({self.expression()})", f"{self.method('list', 1)}",
                           f"{self.method('dict', 1)}"])]

    def make_delete(self, depth):
        return [f"del {self.variable()}"] if self.chance(25) else ["pass"]

    def make_assertion(self, depth):
        return [f"assert {self.expression('bool')}, {self.expression()}"]

    def make_raising(self, depth):
        if self.chance(20):
            return ["raise"]
        cause = self.pick(["", "", "", f" from {self.pick(RAISED)}", " from None"])
        if self.chance(10):
            return ["err = " + self.pick(RAISED[:10]), "err.add_note('note')" if self.chance(50) else "err.x = 1", "raise err" + cause]
        return [f"raise {self.pick(RAISED)}{cause}"]

    def make_jump(self, depth):
        if self.in_loop and self.chance(60):
            return [self.pick(["break", "continue", f"if {self.expression('bool', 1)}: break", f"if {self.expression('bool', 1)}: continue"])]
        if self.in_function and self.chance(60):
            if self.in_coroutine and self.in_generator:
                return ["return"]
            return [f"return {self.expression()}", "return", f"if {self.expression('bool', 1)}: return {self.expression()}"][self.rng.randrange(3):][:1]
        return ["pass"]

    def make_outer(self, depth):
        if self.in_function:
            return self.make_assign(depth)
        name = self.name("g")
        word = self.variable()
        lines = [f"def {name}():", f"    global {word}", f"    {word} = {self.expression(VARIABLES[word])}", f"    return {self.variable()}",
                 f"p({name}())"]
        self.functions.append((name, 0))
        return lines

    # Compound statements

    def make_if(self, depth):
        lines = [f"if {self.expression('bool')}:"] + indent(self.block(depth))
        if self.chance(40):
            lines += [f"elif {self.expression('any')}:"] + indent(self.block(depth))
        if self.chance(60):
            lines += ["else:"] + indent(self.block(depth))
        return lines

    def loop_body(self, depth):
        saved, self.in_loop = self.in_loop, True
        lines = self.block(depth)
        self.in_loop = saved
        return lines

    def loop_end(self, depth):
        return ["else:"] + indent(["p('else')"] + self.block(depth)) if self.chance(35) else []

    def make_for(self, depth):
        target = self.pick([self.variable(), self.variable(), "a, b", "a, *l", "(a, b), f", "l[0]"])
        source = self.pick([self.expression("iterable"), self.expression("iterable"), f"range({self.word_digit()})", "enumerate(l)", "d.items()", "zip(l, t)",
                            "list(d)", "reversed(l)", "sorted(d)"])
        if self.in_coroutine and self.chance(40):
            return [f"async for {self.variable()} in AsyncCount({self.word_small()}):"] + indent(self.loop_body(depth)) + self.loop_end(depth)
        return [f"for {target} in {source}:"] + indent(self.loop_body(depth)) + self.loop_end(depth)

    def make_while(self, depth):
        i = self.name("i")
        test = self.pick([f"{i} < {self.word_digit()}", f"{i} < 5 and {self.expression('bool', 1)}"])
        return [f"{i} = 0", f"while {test}:"] + indent([f"{i} += 1"] + self.loop_body(depth)) + self.loop_end(depth)

    def make_try(self, depth):
        lines = ["try:"] + indent(self.block(depth))
        handlers = self.rng.randrange(0, 3)
        for _ in range(handlers):
            lines += [f"except {self.pick(EXCEPTIONS)}" + self.pick(["", " as err"]) + ":"] + indent(self.pick([["p('caught')"], ["p(locals().get('err'))"]]) + self.block(depth))
        if handlers and self.chance(25):
            lines += ["except:"] + indent(self.block(depth))
        if handlers and self.chance(40):
            lines += ["else:"] + indent(self.block(depth))
        if not handlers or self.chance(40):
            lines += ["finally:"] + indent(["p('finally')"] + self.block(depth))
        return lines

    def make_group(self, depth):
        raising = ["raise " + self.pick(["ExceptionGroup('g', [ValueError(1), KeyError(2), TypeError('x')])", "ValueError('single')",
                                         "ExceptionGroup('o', [ExceptionGroup('i', [OSError(1, 'x'), ValueError(3)]), KeyError(4)])",
                                         "BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(5)])"])]
        saved = self.in_loop, self.in_function
        self.in_loop = self.in_function = False         # no jumps out of except*
        lines = ["try:"] + indent(self.block(1) if self.chance(20) else raising)
        for _ in range(self.rng.randrange(1, 4)):
            lines += [f"except* {self.pick(EXCEPTIONS[:-1])} as err:"] + indent(self.pick([["p(err)"], ["p(err.exceptions)", "raise"], ["p(err)", "raise KeyError('new')"],
                                                                                       ["raise TypeError('n') from err"], ["p(err.split(ValueError))"]]))
        self.in_loop, self.in_function = saved
        if self.chance(30):
            lines += ["finally:", "    p('end')"]
        return ["try:"] + indent(lines) + ["except BaseException as err:", "    p('rest', err)"] if self.chance(70) else lines

    def make_with(self, depth):
        def item():
            manager = f"Manager({self.expression('str', 0)}, {self.pick(['()', 'ValueError', 'Exception', '(KeyError, TypeError)'])})"
            return ("Async" if word else "") + manager + self.pick(["", " as s", " as a", " as (a, b)"])
        word = "async " if self.in_coroutine and self.chance(60) else ""
        if self.chance(4):
            return [f"with {self.expression('any', 1)} as a:"] + indent(self.block(depth))
        return [f"{word}with {', '.join(item() for _ in range(self.rng.randrange(1, 3)))}:"] + indent(self.block(depth))

    def pattern(self, depth, names):
        def capture():
            free = [n for n in ("a", "b", "s", "f") if n not in names]
            if not free:
                return "_"
            names.append(free[0])
            return free[0]
        def inner():
            return self.pattern(depth - 1, names)
        choice = self.rng.randrange(13 if depth > 0 else 6)
        if choice < 3:
            return self.pick(["0", "1", "-1", "'a'", "None", "True", "2.5", "'abc'", "b'a'", "1+2j", "3", "''"])
        if choice < 5:
            return capture()
        if choice == 5:
            return "_"
        if choice < 8:
            parts = [inner() for _ in range(self.rng.randrange(0, 3))]
            if self.chance(40):
                parts.insert(self.rng.randrange(len(parts) + 1), "*" + capture())
            return "[" + ", ".join(parts) + "]"
        if choice == 8:
            parts = [f"{self.pick(['1', repr('a'), 'None', repr('b')])}: {inner()}"]
            if self.chance(30):
                rest = capture()
                parts += ["**" + rest] if rest != "_" else []
            return "{" + ", ".join(parts) + "}"
        if choice == 9:
            return f"{self.pick(['int', 'str', 'list', 'tuple', 'dict', 'float', 'bool', 'bytes'])}({self.pick(['', inner()])})"
        if choice == 10:
            return self.pick(["1 | 2 | 3", "'a' | 'b'", "int() | str()", "[1, 2] | None", "(0 | False)"])
        if choice == 11:
            text = inner()
            name = capture()
            return f"({text}) as {name}" if name != "_" and " as " not in text and text != "_" and text not in VARIABLES else text
        return f"{self.pick(['complex', 'int', 'slice', 'range', 'object'])}({self.pick(['real', 'start', 'imag', 'x'])}={inner()})"

    def make_match(self, depth):
        lines = [f"match {self.pick([self.expression(), self.variable(), 'a, b', '[l, t]', 'l', 'd'])}:"]
        for _ in range(self.rng.randrange(1, 5)):
            names = []
            guard = f" if {self.expression('bool', 1)}" if self.chance(25) else ""
            text = self.pattern(3, names)
            if text == "_" or text in VARIABLES:
                guard = guard or " if True"
            lines += indent([f"case {text}{guard}:"] + indent([f"p({', '.join(names + [repr(text)])})"] + (self.block(1) if self.chance(30) else [])))
        return lines + ["    case _:", "        p('none')"]

    def make_comprehension(self, depth):
        part = self.pick(["for a in {iterable}", "for a, *b in {iterable}", "for a in {iterable} for b in {range}", "for a in {iterable} if {bool}",
                          "for a in {range} if a for s in {str}"])
        return [
                "p(" + self.fill(self.pick(["[{any} %s]", "{{a: {any} %s}}", "list({any} %s)", "sorted({int} %s)", "[[a for b in {range}] %s]",
                                            "[lambda: a %s][-1]()", "sum({int} %s)", "dict((a, {any}) %s)", "[(f := a) %s]"]).replace("%s", part), 1) + ")"]

    # Functions

    def parameters(self):
        """A parameter list, and the names in it."""
        words, names = [], []
        default = False
        for i in range(self.rng.randrange(0, 4)):
            name = "xyzw"[i]
            default = default or self.chance(30)
            words.append(f"{name}={self.expression('any', 0)}" if default else name)
            names.append(name)
        if words and self.chance(15):
            words.insert(self.rng.randrange(1, len(words) + 1), "/")
        if self.chance(25):
            words.append("*args")
            names.append("args")
        elif self.chance(15):
            words.append("*")
        if words and words[-1].startswith("*"):
            if words[-1] == "*" or self.chance(50):
                words.append(self.pick(["key", "key=1"]))
                names.append("key")
        if self.chance(20):
            words.append("**more")
            names.append("more")
        return ", ".join(words), names

    def arguments(self, count):
        words = [self.expression("any", 0) for _ in range(max(0, count + self.pick([0, 0, 0, 0, 0, -1, 1])))]
        if self.chance(10):
            words.append(f"*{self.expression('iterable', 0)}")
        if self.chance(15):
            words.append(f"{self.pick(['x', 'y', 'key', 'other'])}={self.expression('any', 0)}")
        if self.chance(6):
            words.append(f"**{self.expression('dict', 0)}")
        return ", ".join(words)

    def call(self):
        name, count = self.pick(self.functions)
        return f"{name}({self.arguments(count)})"

    def body(self, depth, generator=False, coroutine=False):
        saved = self.in_loop, self.in_function, self.in_generator, self.in_coroutine
        self.in_loop, self.in_function, self.in_generator, self.in_coroutine = False, True, generator, coroutine
        lines = self.block(depth)
        if generator or coroutine:
            lines = self.make_expression(0) + lines + self.make_expression(0)
        self.in_loop, self.in_function, self.in_generator, self.in_coroutine = saved
        return lines

    def localize(self, lines):
        """The lines of a function's body, with its variables set first, declared, or left as they are."""
        word = self.rng.randrange(4)
        if word == 0 and not self.in_function:
            return [f"global {', '.join(VARIABLES)}"] + lines
        if word < 3:
            return ["a, b, s, l, t, d, f = 1, 2, 'abc', [1, 2], (3, 4), {'a': 1}, 2.5"] + lines
        return lines

    def make_function(self, depth):
        name = self.name("fun")
        words, names = self.parameters()
        result = f"return {', '.join(names)}" if names else "return 'done'"
        lines = [f"def {name}({words}):"] + indent(self.localize(([f"p({', '.join(names)})"] if names and self.chance(50) else []) + self.body(depth) + [result]))
        if self.chance(15):
            lines.insert(0, "@" + self.pick(["(lambda fn: lambda *a, **k: p(fn(*a, **k)))", "p", "staticmethod"]))
        count = sum(1 for n in names if n in "xyzw")
        if not self.in_function:
            self.functions.append((name, count))
        return lines + [f"p({name}({self.arguments(count)}))" for _ in range(self.rng.randrange(1, 3))]

    def make_closure(self, depth):
        outer, inner = self.name("outer"), self.name("inner")
        name = self.variable()
        return [f"def {outer}(x, y=1):"] + indent([
            f"{name} = {self.expression(VARIABLES[name], 0)}", f"def {inner}(z=2):"] + indent(
                ([f"nonlocal {name}"] if self.chance(60) else ["nonlocal x", "x = z"]) + [f"{name} = {self.expression(VARIABLES[name], 1)}"] * self.chance(80) + [
                 f"return x, {name}"]) + ([f"del {self.pick([name, 'y'])}"] if self.chance(15) else []) + [
            f"p({inner}())", f"p({name}, x)", f"return {inner}"]) + [f"h = {outer}({self.arguments(1)})", "p(h(5))", "p(h())", "p([c.cell_contents for c in h.__closure__])"]

    def make_generator(self, depth):
        name = self.name("gen")
        words, names = self.parameters()
        lines = [f"def {name}({words}):"] + indent(self.localize(self.body(depth, generator=True)))
        count = sum(1 for n in names if n in "xyzw")
        lines += [f"g = {name}({', '.join(['1'] * count)}{', key=2' if 'key' in names else ''})"]
        for _ in range(self.rng.randrange(1, 5)):
            step = self.pick(["next(g)", "next(g, 'end')", f"g.send({self.expression('any', 0)})", f"g.throw({self.pick(RAISED[:10])})", "g.close()", "list(g)[:9]",
                              "next(g)", "g.send(None)", "g.gi_running"])
            lines += ["try:", f"    p({step})", "except Exception as err:", "    p(err)"]
        return lines

    def make_coroutine(self, depth):
        if self.in_generator or self.in_coroutine:
            return self.make_show(depth)
        name = self.name("co")
        words, names = self.parameters()
        count = sum(1 for n in names if n in "xyzw")
        arguments = f"{', '.join(['1'] * count)}{', ' if count and 'key' in names else ''}{'key=2' if 'key' in names else ''}"
        generator = self.chance(25)
        lines = [f"async def {name}({words}):"] + indent(self.localize(self.body(depth, generator=generator, coroutine=True)))
        answers = "[" + ", ".join(self.pick(["1", "None", "'x'", "ValueError('sent')", "KeyError(1)"]) for _ in range(self.rng.randrange(3))) + "]"
        if generator:
            user = self.name("user")
            lines += [f"async def {user}():"] + indent([f"async for x in {name}({arguments}):", "    p(x)", f"return [x async for x in {name}({arguments})]"])
            return lines + [f"drive({user}(), {answers})"]
        return lines + [f"drive({name}({arguments}), {answers})"]

    # Classes

    def special(self, kind):
        """A special method, and what uses it on the object o."""
        value = self.expression("any", 0)
        show = self.chance(50)
        if kind == "binary":
            name, sign = self.pick(list(BINARY.items()))
            prefix = self.pick(["", "", "r", "i"] if name != "divmod" else ["", "r"])
            other = self.pick(["o", self.expression("any", 0), "1"])
            use = {"": f"o {sign} {other}", "r": f"{other} {sign} o", "i": f"o2 {sign}= {other}"}[prefix]
            if sign == "divmod":
                use = f"divmod(o, {other})" if prefix == "" else f"divmod({other}, o)"
            result = self.pick([value, "NotImplemented", "self", "type(other).__name__"])
            return [f"def __{prefix}{name}__(self, other):", f"    return {result}"], use
        if kind == "compare":
            name, sign = self.pick(list(COMPARE.items()))
            use = self.pick([f"o {sign} {self.expression('any', 0)}", f"{self.expression('any', 0)} {sign} o", f"o {sign} o2", "o in [1, o]", "[o] == [1]",
                             "sorted([o, o2]) and 1", "max(o, o2) and 1", "{o: 1}"])
            return [f"def __{name}__(self, other):", f"    return {self.pick([value, 'NotImplemented', 'True', 'self is other'])}"], use
        table = {
            "call": ("self, *a, **k", "a, k", ["o(1, x=2)", "o()", "list(map(o, [1, 2]))", "sorted([2, 1], key=o)"]),
            "len": ("self", self.pick([value, "3", "-1", "0", "'a'"]), ["len(o)", "bool(o)", "list(o)", "not o"]),
            "bool": ("self", self.pick([value, "True", "False", "1"]), ["bool(o)", "not o", "o and 1", "1 if o else 2", "all([o])"]),
            "getitem": ("self, key", self.pick(["key", "p(key) if key != 3 else [][1]", value]), ["o[1]", "o[1:2]", "o[::2, ...]", "o['x']", "o[()]"]),
            "contains": ("self, x", value, ["1 in o", "'a' not in o"]),
            "iter": ("self", self.pick(["iter([1, 2, 3])", value, "self", "(x for x in 'ab')"]), ["list(o)", "[*o]", "1 in o", "max(o)", "tuple(zip(o, o))", "dict(o)"]),
            "index": ("self", self.pick([value, "2", "1", "True"]), ["[1, 2, 3][o]", "range(o)", "hex(o)", "'a' * o", "'abc'[:o]", "int(o)", "chr(o)", "1 << o"]),
            "int": ("self", self.pick([value, "2"]), ["int(o)", "'%d' % o", "float(o)"]),
            "float": ("self", self.pick([value, "2.5"]), ["float(o)", "'%.2f' % o", "complex(o)"]),
            "complex": ("self", self.pick([value, "2j"]), ["complex(o)"]),
            "str": ("self", self.pick([value, "'text'"]), ["str(o)", "f'{o}'", "'%s' % o", "'{:>6}'.format(o)"]),
            "repr": ("self", self.pick([value, "'text'", "'ü'"]), ["repr(o)", "str(o)", "[o]", "f'{o!r}'", "ascii(o)", "'%a' % o"]),
            "format": ("self, spec", self.pick([value, "'<' + spec + '>'"]), ["format(o, 'abc')", "f'{o:x}'", "'{:{}}'.format(o, 3)", "f'{o}'"]),
            "bytes": ("self", self.pick([value, "b'x'"]), ["bytes(o)"]),
            "hash": ("self", self.pick([value, "1", "2**70", "-1"]), ["hash(o)", "{o: 1}[o]", "len({o, o2})"]),
            "getattr": ("self, name", self.pick([value, "name.upper()", "[].x"]), ["o.abc", "hasattr(o, 'x')", "getattr(o, 'y', 1)"]),
            "getattribute": ("self, name", self.pick(["name", "object.__getattribute__(self, name)"]), ["o.abc", "o.x"]),
            "setattr": ("self, name, v", self.pick(["p(name, v)", "object.__setattr__(self, name, [v])"]), ["setattr(o, 'q', 1), getattr(o, 'q', None)"]),
            "delattr": ("self, name", "p('del', name)", ["delattr(o, 'x')"]),
            "dir": ("self", self.pick(["['b', 'a']", value]), ["dir(o)"]),
            "neg": ("self", value, ["-o"]), "pos": ("self", value, ["+o"]), "invert": ("self", value, ["~o"]), "abs": ("self", value, ["abs(o)"]),
            "round": ("self, n=None", "n", ["round(o)", "round(o, 2)"]),
            "reversed": ("self", value, ["reversed(o) and 1", "list(reversed(o))"]),
            "length_hint": ("self", value, ["list(o)"]),
            "setitem": ("self, key, v", "p(key, v)", ["o.__setitem__(1, 2)"]),
            "instancecheck": ("self, x", value, ["isinstance(1, o)"]),
            "enter": ("self", value, ["[1 for _ in [0]]"]),
            "new": ("cls, *a", self.pick(["object.__new__(cls)", value]), ["o", "C()"]),
            "init_subclass": ("cls, **k", "p(cls.__name__, k)", ["type('S', (C,), {})", "type('S', (C,), {}, x=1)"]),
            "class_getitem": ("cls, x", "x", ["C[1]", "C[1, 2]"]),
            "missing": ("self, key", "key", ["o[7]"]),
            "matmul": ("self, x", "x", ["o @ 1"]),
            "set_name": ("self, owner, name", "p(name)", ["type('W', (), {'m': o})"]),
            "get": ("self, obj, owner", self.pick(["p(obj is None, owner.__name__)", value]), ["type('W', (), {'m': o}).m", "type('W', (), {'m': o})().m"]),
            "mro_entries": ("self, bases", "(dict,)", ["type('W', (o,), {})"]),
            "del_": ("self", "None", ["o"]),
        }
        name = self.pick(list(table))
        parameters, result, uses = table[name]
        lines = [f"def __{name}__({parameters}):"] + (["    p('" + name + "')"] if show else []) + [f"    return {result}"]
        return lines, self.pick(uses)

    def make_class(self, depth):
        name = self.name("Class")
        bases = []
        if self.classes and self.chance(45):
            bases.append(self.pick(self.classes))
        if self.chance(25):
            bases.append(self.pick(["list", "dict", "int", "str", "tuple", "Exception", "object", "float", "set", "bytes"]))
        if len(self.classes) > 1 and self.chance(20):
            bases.append(self.pick(self.classes))
        lines, uses = [], []
        for _ in range(self.rng.randrange(1, 5)):
            method, use = self.special(self.pick(["binary", "compare", "other", "other", "other"]))
            lines += method
            uses.append(use)
        if self.chance(30):
            lines += ["def __init__(self, *a):", self.pick(["    self.x = a", "    super().__init__(*a)", "    p('init', a)", "    self.__hidden = 1", "    return 5"])]
            uses += ["o.__dict__", "o.x"]
        if self.chance(30):
            lines += ["@property", "def y(self):", f"    return {self.pick(['1', 'self.x', 'super().y', '[][0]'])}"]
            uses += ["o.y", "setattr(o, 'y', 2)"]
            if self.chance(40):
                lines += ["@y.setter", "def y(self, value):", "    p('set', value)"]
        if self.chance(25):
            lines += [f"@{self.pick(['classmethod', 'staticmethod'])}", "def m(*a):", "    return len(a)"]
            uses += ["o.m(1)", f"{name}.m(1, 2)"]
        if self.chance(30):
            lines += ["def n(self, x=0):", self.pick(["    return super().n(x)", "    return __class__.__name__, x", "    return x, self.__class__.__name__"])]
            uses += ["o.n()", f"{name}.n(o, 4)", f"super({name}, o).n()"]
        if self.chance(30):
            lines += [f"x = {self.expression('any', 0)}"]
            uses += ["o.x", f"{name}.x", "vars(o)"]
        self.classes.append(name)
        out = [f"class {name}({', '.join(dict.fromkeys(bases))}):"] + indent(lines)
        out += ["try:", f"    o = {name}()", f"    o2 = {name}({self.pick(['', '', '1', repr('a')])})", "except Exception as err:", "    p(err)"]
        out += [f"C = {name}"]
        for use in uses + ([f"[c.__name__ for c in {name}.__mro__]"] if bases else []):
            use = ["p(" + use + ")"] if " = " not in use and "= " not in use.replace("== ", "").replace("!= ", "").replace("<= ", "").replace(">= ", "") else [use, "p(type(o2).__name__)"]
            out += ["try:"] + indent(use) + ["except Exception as err:", "    p(err)"]
        return out

    def make_descriptor(self, depth):
        name = self.name("Desc")
        methods = []
        for word, parameters, result in [("get", "self, o, owner=None", "p('get', o is None) or 4"), ("set", "self, o, v", "p('set', v)"), ("delete", "self, o", "p('delete')")]:
            if self.chance(60):
                methods += [f"def __{word}__({parameters}):", f"    return {result}"]
        lines = [f"class {name}:"] + indent(methods + ["def __set_name__(self, owner, name):", "    p(owner.__name__, name)"])
        owner = self.name("Owner")
        lines += [f"class {owner}:", f"    x = {name}()", "    __slots__ = ('u', '__dict__')" if self.chance(30) else "    u = 1", f"o = {owner}()"]
        for use in [f"type({owner}.x).__name__", "type(o.x).__name__", "setattr(o, 'x', 3)", "type(o.x).__name__", "o.__dict__.get('x')", "o.__dict__.update(x=9)", "type(o.x).__name__",
                    "delattr(o, 'x')", "o.u", "delattr(o, 'u')", f"setattr({owner}, 'x', 1)", "o.x", "o.zz"]:
            if self.chance(70):
                lines += ["try:", f"    p({use})", "except Exception as err:", "    p(err)"]
        return lines

    def make_slots(self, depth):
        name, sub = self.name("Slots"), self.name("Sub")
        slots = self.pick(["('x', 'y')", "'x'", "['x', '__dict__']", "()", "('x', '__weakref__')", "{'x': 'doc'}", "('_C__x', 'y')", "('x', 'x')", "(1,)", "'a b'"])
        lines = [f"class {name}{self.pick(['', '', '(list)', '(int)', '(tuple)'])}:", f"    __slots__ = {slots}"]
        if self.chance(20):
            lines.append("    x = 1")
        lines += [f"class {sub}({name}):", self.pick(["    pass", "    __slots__ = ()", "    __slots__ = 'z'", "    y = 5"]), f"o = {self.pick([name, sub])}()"]
        for use in ["o.x", "setattr(o, 'x', 1)", "o.x", "delattr(o, 'x')", "delattr(o, 'x')", "setattr(o, 'q', 1)", "o.__dict__", f"{name}.x.__get__(o)", f"{name}.x.__name__",
                    "o.__slots__", f"{name}.x.__set__(3, 4)", "o.__class__.__name__", f"setattr(o, '__class__', {name})"]:
            if self.chance(60):
                lines += ["try:", f"    p({use})", "except Exception as err:", "    p(err)"]
        return ["try:"] + indent(lines) + ["except Exception as err:", "    p(err)"]
