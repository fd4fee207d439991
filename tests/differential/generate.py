# Makes random expressions and programs. What they show must not depend on addresses, on the order of sets or on hashes
# of texts, and they must end soon: so ranges and exponents are small, loops count, functions call only earlier ones.
#
# An expression is made from templates by kind: {int} in a template is another expression of that kind, {name!} a word
# that a function below makes.
import random
import re

ATOMS = {
    "int": ["0", "1", "-1", "2", "3", "5", "7", "10", "-3", "-7", "100", "255", "-128", "True"],
    "big": ["2**31-1", "2**31", "-2**31", "2**32+1", "2**53+1", "2**62", "2**63-1", "2**63", "-2**63", "2**64", "10**20",
            "-10**30-1", "3**100", "-2**62", "2**61-1", "2**30", "-2**30-1", "10**18"],
    "float": ["0.0", "-0.0", "1.0", "1.5", "-2.5", "0.1", "3.14159", "1e10", "1e16", "1e22", "1e300", "-1e-5", "5e-324",
              "2.0**53", "123456.789", "float('inf')", "float('-inf')", "float('nan')", "0.5", "2.5", "1e-7", "1/3"],
    "complex": ["0j", "1j", "-2j", "1+2j", "-0.5-1.5j", "3+0j", "complex(0.1, -0.0)", "1e200+1e200j", "complex('nan+infj')"],
    "bool": ["True", "False"],
    "none": ["None"],
    "str": ["''", "'a'", "'abc'", "'Hello World'", "'äöü'", "'ß'", "'\\U0001F600x'", "' a b '", "'12'", "'-3.5'",
            "'x=1,y=2'", "'\\n'", "'a\\tb\\r\\nc'", "'ABC'", "'ǅ'", "'aXbXc'", "'abcabc'", "'%s'", "'{}'", "'{0!r:>5}'",
            "'\\x00'", "'1_000'", "'0x1f'", "'b'", "'c'", "','", "'\\u2028'", "'utf-8'", "'nan'", "'ab' * 3", "\"it's\""],
    "bytes": ["b''", "b'a'", "b'abc'", "b'Hello World'", "b'\\x00\\xff'", "b' a b '", "b'12'", "b'aXbXc'", "b'%d'",
              "b'\\xc3\\xa4'", "b'a\\tb\\r\\nc'", "b'b'", "b'c'", "b','", "b'0aFF'"],
    "bytearray": ["bytearray()", "bytearray(b'abc')", "bytearray(b'Hello')", "bytearray(3)", "bytearray(b'a,b')"],
    "memoryview": ["memoryview(b'abcdef')", "memoryview(bytearray(b'abcd'))", "memoryview(b'')",
                   "memoryview(b'abcdefgh')[::2]", "memoryview(b'abcdefgh').cast('H')"],
    "list": ["[]", "[1]", "[1, 2, 3]", "[3, 1, 2]", "['a', 'b']", "[1, 2.5, 'x']", "[[1], [2]]", "[None]", "[1, 1, 2]",
             "[(1, 2), (0, 3)]", "list(range(6))", "[0.5, 1, 2]", "['b', 'a', 'c']"],
    "tuple": ["()", "(1,)", "(1, 2, 3)", "('a', 1)", "((1, 2), 3)", "(None, 'x')", "(3, 2, 1)", "('a', 'b')"],
    "dict": ["{}", "{1: 2}", "{'a': 1, 'b': 2}", "{None: 0, 1.5: 'x'}", "{(1, 2): [3]}", "{'b': 1, 'a': 5, 'c': 0}",
             "dict(a=3)", "{1: 'one', 2: 'two'}"],
    "set": ["set()", "{1}", "{'a'}", "{2.0}", "frozenset()", "frozenset((1,))", "{(1, 2)}", "frozenset('b')"],
    "range": ["range(0)", "range(5)", "range(1, 6)", "range(10, 0, -3)", "range(-3, 8, 2)", "range(3)"],
    "slice": ["slice(None)", "slice(1, 3)", "slice(None, None, -1)", "slice(-2, None)", "slice(0, 9, 2)", "slice(2)"],
    "function": ["len", "str", "int", "(lambda: 1)", "(lambda x: x)", "(lambda x: -x)", "(lambda x, y=2: (x, y))", "repr", "abs",
                 "(lambda *a: a)", "(lambda x: x % 3)", "(lambda x: x > 1)", "(lambda x, y: x + y)", "bool", "float", "max"],
    "iterator": ["iter([1, 2, 3])", "iter('ab')", "(x * x for x in range(4))", "enumerate('ab')", "zip('ab', [1, 2])",
                 "map(abs, [1, -2])", "filter(None, [0, 1, 2])", "reversed([1, 2])", "iter({1: 2})", "iter(range(3))",
                 "iter(b'ab')", "{1: 2}.items()", "{1: 2, 3: 4}.keys()", "{1: 2}.values()"],
    "type": ["int", "str", "list", "dict", "object", "bool", "float", "type", "Exception", "tuple", "(int, str)", "bytes",
             "int | str", "list[int]", "type(None)", "KeyError", "set"],
    "odd": ["...", "NotImplemented", "object", "ValueError('v')", "KeyError(1)", "Exception()", "len", "property()"],
}

COMPARE = ["==", "!=", "<", "<=", ">", ">=", "is", "is not"]

TEMPLATES = {
    "int": ["{int} + {int}", "{int} - {int}", "{int} * {int}", "{int} // {int}", "{int} % {int}", "{int} & {int}", "{int} | {int}",
            "{int} ^ {int}", "{int} << {small!}", "{int} >> {small!}", "{int} ** {exponent!}", "-{int}", "~{int}", "+{int}",
            "{big} + {int}", "{big} * {big}", "{big} // {int}", "{big} % {big}", "{big} - {big}", "{int} // {big}", "{big} >> {small!}",
            "{big} & {big}", "{big} | {int}", "{big} ^ {int}", "-{big}", "~{big}", "int({float})", "int({str})", "int({bytes})",
            "int({str}, {small!})", "len({sequence})", "ord({str})", "hash({int})", "round({float})", "round({int}, {small!})",
            "round({big}, -{digit!})", "abs({int})", "abs({big})", "sum({list})", "sum({range}, {int})", "pow({int}, {small!}, {int})",
            "pow({big}, {digit!}, {big})", "max({int}, {int})", "min({list}, default={int})", "{int} if {any} else {int}",
            "divmod({int}, {int})[0]", "divmod({big}, {int})[1]", "{str}.find({str})", "{list}.index({any})", "{tuple}.count({any})",
            "{int}.bit_length()", "{big}.bit_count()", "int.from_bytes({bytes}, {order!})", "{range}[{small!}]", "{bytes}[{digit!}]",
            "hash({tuple}) == hash({tuple})"],
    "float": ["{float} + {float}", "{float} - {number}", "{number} * {float}", "{float} / {number}", "{int} / {int}", "{big} / {big}",
              "{float} // {float}", "{float} % {float}", "{float} ** {float}", "{int} ** -{digit!}", "-{float}", "abs({float})",
              "float({str})", "float({int})", "float({big})", "round({float}, {small!})", "divmod({float}, {float})[1]",
              "{complex}.real", "{complex}.imag", "abs({complex})", "sum([{float}, {float}, {float}])", "float.fromhex({float}.hex())",
              "min({float}, {int})", "{big} * {float}", "pow({float}, {int})"],
    "complex": ["{complex} + {number}", "{number} - {complex}", "{complex} * {complex}", "{complex} / {complex}", "-{complex}",
                "complex({number}, {number})", "complex({str})", "{complex}.conjugate()", "{complex} ** {small!}", "complex({number})"],
    "bool": ["{any} == {any}", "{number} {compare!} {number}", "{str} < {str}", "{any} {compare!} {any}", "not {any}",
             "{any} in {sequence}", "{any} not in {any}", "{list} <= {list}", "{tuple} > {tuple}", "{set} <= {set}", "{set} > {set}",
             "isinstance({any}, {type})", "issubclass({type}, {type})", "bool({any})", "all({iterable})", "any({iterable})",
             "callable({any})", "{int} < {int} <= {number}", "{any} and {any}", "{any} or {any}", "{str}.startswith({str})",
             "{str}.isidentifier()", "{bytes} == {bytearray}", "{range} == {range}", "{dict} == {dict}", "hasattr({any}, {attribute!})",
             "{big} {compare!} {float}", "{str} {compare!} {str}", "{bytes} {compare!} {bytes}", "{slice} == {slice}"],
    "str": ["{str} + {str}", "{str} * {small!}", "{str}[{small!}]", "{str}[{cut!}]", "str({any})", "repr({any})", "ascii({str})",
            "chr({int})", "hex({int})", "bin({big})", "oct({int})", "format({number}, {spec!})", "format({str}, {spec!})",
            "f'{{{any}!r}}'", "{fstring!}", "{percent!}", "{percent!}", "{braces!}", "{braces!}", "{str}.join({list})", "str({bytes}, {codec!})",
            "{bytes}.decode({codec!}, {errors!})", "{str}.replace({str}, {str})", "{str}.upper()", "{str}.title()", "{str}.strip({str})",
            "{bytes}.hex()", "str({float})", "repr({complex})", "f'{{{number}:{spec_bare!}}}'", "format({int}, {spec!})",
            "format({float}, {spec!})", "format({complex}, {spec!})", "{float}.hex()", "{str}.center({small!}, {str})",
            "{str}.expandtabs({digit!})", "{str}.zfill({digit!})", "min({str}, {str})", "{str}.casefold()", "type({any}).__name__"],
    "bytes": ["{bytes} + {bytes}", "{bytes} * {small!}", "{bytes}[{cut!}]", "bytes({list})", "bytes({digit!})", "{str}.encode({codec!}, {errors!})",
              "{int}.to_bytes({digit!}, {order!}, signed={bool})", "bytes.fromhex({str})", "bytes({str}, {codec!})", "{bytes} % {tuple}",
              "{bytes}.replace({bytes}, {bytes})", "{bytes}.strip({bytes})", "{bytes}.join([{bytes}, {bytes}])", "bytes({range})"],
    "bytearray": ["bytearray({bytes})", "{bytearray} + {bytes}", "{bytearray} * {small!}", "{bytearray}[{cut!}]", "bytearray({list})"],
    "memoryview": ["memoryview({bytes})", "memoryview({bytes})[{cut!}]", "memoryview({bytearray})"],
    "list": ["{list} + {list}", "{list} * {small!}", "{list}[{cut!}]", "[{any}, {any}]", "list({iterable})", "sorted({iterable})",
             "sorted({list}, key={function})", "sorted({list}, reverse={bool})", "[*{iterable}, *{iterable}]", "{str}.split({str})",
             "{str}.split({str}, {small!})", "{str}.splitlines({bool})", "[x for x in {iterable}]", "[x for x in {list} if x]",
             "[(x, y) for x in {range} for y in {str}]", "[x + {int} for x in {iterable}]", "list(map({function}, {iterable}))",
             "list(zip({iterable}, {iterable}))", "list(zip({iterable}, {iterable}, strict=True))", "list(enumerate({iterable}, {int}))",
             "list({dict}.items())", "{list}.copy()", "{bytes}.split({bytes})", "list(filter({function}, {iterable}))",
             "list(reversed({sequence}))", "[y := {any}, y]", "[[x for x in range(y)] for y in {range}]", "{memoryview}.tolist()"],
    "tuple": ["{tuple} + {tuple}", "{tuple} * {small!}", "{tuple}[{cut!}]", "({any}, {any})", "tuple({iterable})", "{str}.partition({str})",
              "{bytes}.rpartition({bytes})", "divmod({number}, {number})", "(*{iterable}, {any})", "{float}.as_integer_ratio()",
              "{slice}.indices({small!})", "{range}[{cut!}]"],
    "dict": ["{dict} | {dict}", "dict({list})", "dict({dict}, **{dict})", "{{**{dict}, **{dict}}}", "dict(zip({list}, {list}))",
             "{{x: {any} for x in {iterable}}}", "dict.fromkeys({iterable}, {any})", "{{{any}: {any}, {any}: {any}}}", "dict(x={any})",
             "str.maketrans({str}, {str})", "str.maketrans({dict})"],
    "set": ["{set} | {set}", "{set} & {set}", "{set} - {set}", "{set} ^ {set}", "{{{hashable}}}", "{{x for x in {range}}} & {set}",
            "{dict}.keys() & {list}", "{dict}.keys() | {set}", "{dict}.items() - {set}"],
    "range": ["range({digit!})", "range({small!}, {small!})", "range({small!}, {small!}, {small!})", "{range}[{cut!}]"],
    "slice": ["slice({small!}, {any})", "slice({any}, {small!}, {small!})"],
    "function": ["(lambda x: {any})", "(lambda x, y=1: x)", "{str}.join", "{list}.append", "{dict}.get", "(lambda *a, **k: (a, k))"],
    "iterator": ["iter({iterable})", "map({function}, {iterable})", "filter({function}, {iterable})", "zip({iterable}, {iterable})",
                 "(x for x in {iterable} if {bool})", "reversed({sequence})", "enumerate({iterable})", "iter({function}, {any})"],
    "type": ["type({any})", "list[{type}]", "{type} | {type}", "dict[str, {type}]"],
    "odd": ["getattr({any}, {attribute!}, {any})", "getattr({any}, {attribute!})", "({any})[{any}]", "{any} @ {any}", "{any} + {any}",
            "{any} * {small!}", "{any} % {any}", "{any} | {any}", "{any} - {any}", "{any}({any})", "-{any}", "{any} // {any}", "{any} & {any}",
            "{any} / {any}", "~{any}", "{any} ** {digit!}", "{any}.real", "next({iterator}, {any})", "next({any})", "next({iterator})",
            "{function}({any})", "{function}({any}, {any})", "{function}(*{iterable})", "{function}(**{dict})", "{function}(x={any})",
            "vars({any})", "max({iterable}, key={function})", "min({iterable})", "sum({iterable}, {any})", "abs({any})", "len({any})",
            "iter({any})", "hash({list})", "round({any})", "round({any}, {any})", "pow({any}, {digit!})", "divmod({any}, {any})", "ord({any})",
            "chr({any})", "int({any})", "float({any})", "complex({any})", "sorted({any})", "format({any}, {spec!})", "bytes({any})",
            "reversed({any})", "isinstance({any}, {any})", "issubclass({any}, {any})", "bytearray({any})", "memoryview({any})",
            "tuple({any})", "dict({any})", "frozenset({any})", "slice({any})", "range({any})", "enumerate({any})", "zip({any})", "map({any}, {any})",
            "setattr({any}, {attribute!}, {any})", "delattr({any}, {attribute!})", "str({any}, {any})", "all({any})", "int({any}, {any})",
            "({list})[{any}]", "({dict})[{any}]", "({str})[{any}]", "({tuple})[{any}]", "({range})[{any}]", "hex({any})", "bin({any})",
            "super({any}, {any})", "type({any}, {any}, {any})", "callable()", "len()", "{any}.x", "{any} < {any}", "print({any}, sep={any}, end={any})",
            "eval({str})", "compile({str}, 'f', 'eval') and 1", "{any} in {any}", "exec({str})", "sum({any})", "object({any})"],
}

# What methods take: kinds, with ? the kinds that may be left out, and with = those that may be given by name.
METHODS = {
    "int": """as_integer_ratio bit_count bit_length conjugate is_integer to_bytes:digit!?=length,order!?=byteorder,bool?=signed
        from_bytes:bytes,order!?=byteorder,bool?=signed __add__:any __divmod__:number __eq__:any __floordiv__:number __format__:spec! __lt__:any
        __round__:small!? __rsub__:number __truediv__:number __index__ __bool__ __pow__:digit!,int? __getnewargs__ __and__:any __neg__""",
    "float": """as_integer_ratio conjugate hex is_integer fromhex:str __add__:number __divmod__:number __eq__:any __floordiv__:number
        __format__:spec! __round__:small!? __rtruediv__:number __pow__:float __mod__:number __trunc__ __ceil__ __floor__ __int__""",
    "complex": "conjugate __add__:number __mul__:any __eq__:any __format__:spec! __abs__ __complex__ __bool__ __pow__:small!",
    "str": """capitalize casefold center:small!,str? count:str,small!?,small!? encode:codec!?=encoding,errors!?=errors endswith:str,small!?,small!?
        expandtabs:digit!?=tabsize find:str,small!?,small!? format:any?,any? format_map:dict index:str,small!?,small!? isalnum isalpha isascii
        isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join:iterable ljust:small!,str? lower lstrip:str?
        maketrans:any,str?,str? partition:str removeprefix:str removesuffix:str replace:str,str,small!?=count rfind:str,small!?,small!?
        rindex:str,small!? rjust:small!,str? rpartition:str rsplit:str?=sep,small!?=maxsplit rstrip:str? split:str?=sep,small!?=maxsplit
        splitlines:bool?=keepends startswith:any,small!? strip:str? swapcase title translate:dict upper zfill:small! __add__:any
        __contains__:any __eq__:any __format__:spec! __getitem__:any __len__ __lt__:any __mod__:any __mul__:small! __rmul__:any __getnewargs__""",
    "bytes": """capitalize center:small!,bytes? count:bytes,small!?,small!? decode:codec!?=encoding,errors!?=errors endswith:bytes,small!?
        expandtabs:digit!?=tabsize find:any,small!?,small!? fromhex:str hex:str?=sep,small!?=bytes_per_sep index:any,small!? isalnum isalpha
        isascii isdigit islower isspace istitle isupper join:iterable ljust:small!,bytes? lower lstrip:bytes? maketrans:bytes,bytes
        partition:bytes removeprefix:bytes removesuffix:bytes replace:bytes,bytes,small!? rfind:any rindex:bytes rjust:small!,bytes?
        rpartition:bytes rsplit:bytes?=sep,small!?=maxsplit rstrip:bytes? split:bytes?=sep,small!?=maxsplit splitlines:bool?=keepends
        startswith:any,small!? strip:any? swapcase title translate:bytes,bytes?=delete upper zfill:small! __add__:any __contains__:any
        __getitem__:any __mod__:any __mul__:small! __eq__:any __lt__:any""",
    "bytearray": """append:int clear copy count:any extend:iterable find:any insert:small!,int pop:small!? remove:int reverse split:bytes?
        __setitem__:any,any __delitem__:any __iadd__:any __imul__:small! join:iterable decode:codec!? hex replace:bytes,bytes
        translate:bytes strip partition:bytes startswith:bytes title __contains__:any __getitem__:any resize:digit!""",
    "memoryview": "tobytes tolist hex release cast:str toreadonly __getitem__:any __setitem__:any,any __len__ __eq__:any",
    "list": """append:any clear copy count:any extend:any index:any,small!?,small!? insert:small!,any pop:any? remove:any reverse
        sort:function?=key,bool?=reverse __add__:any __contains__:any __delitem__:any __eq__:any __getitem__:any __iadd__:any __imul__:small!
        __lt__:any __mul__:small! __reversed__ __rmul__:any __setitem__:any,any __setitem__:slice,iterable __init__:any?""",
    "tuple": "count:any index:any,small!?,small!? __add__:any __contains__:any __eq__:any __getitem__:any __lt__:any __mul__:small! __getnewargs__",
    "dict": """clear copy fromkeys:iterable,any? get:any,any? items keys pop:any,any? popitem setdefault:any,any? update:any? values __contains__:any
        __delitem__:any __eq__:any __getitem__:any __ior__:any __or__:any __reversed__ __setitem__:any,any __ror__:any __lt__:any""",
    "set": """add:any clear copy difference:iterable? difference_update:any discard:any intersection:iterable? intersection_update:any
        isdisjoint:any issubset:any issuperset:iterable remove:any symmetric_difference:any symmetric_difference_update:iterable
        union:iterable? update:any? __and__:any __contains__:any __eq__:any __ior__:any __le__:any __rsub__:any __xor__:set""",
    "range": "count:any index:any __contains__:any __eq__:any __getitem__:any __len__",
    "slice": "indices:any __eq__:any __lt__:any",
    "iterator": "__next__ __iter__ send:any close throw:odd __length_hint__",
}

GROUPS = {
    "number": ["int"] * 5 + ["big"] * 2 + ["float"] * 3 + ["bool", "complex"],
    "sequence": ["str", "bytes", "list", "list", "tuple", "range", "bytearray"],
    "iterable": ["str", "bytes", "list", "list", "tuple", "range", "dict", "set", "iterator", "iterator", "bytearray"],
    "hashable": ["int", "float", "str", "tuple", "none", "bool", "bytes"],
    "any": ["int"] * 4 + ["big", "float", "float", "complex", "bool", "none", "str", "str", "str", "bytes", "bytearray", "list", "list",
            "tuple", "dict", "set", "range", "slice", "iterator", "type", "odd", "memoryview", "function"],
}


def parse_methods():
    table = {}
    for kind, text in METHODS.items():
        table[kind] = []
        for word in text.split():
            name, _, arguments = word.partition(":")
            parsed = []
            for argument in arguments.split(",") if arguments else []:
                argument, _, keyword = argument.partition("=")
                parsed.append((argument.rstrip("?"), argument.endswith("?"), keyword))
            table[kind].append((name, parsed))
    return table


METHOD_TABLE = parse_methods()


class Expressions:
    """Random expressions. Some of their constants become variables, set before: lines tells how."""
    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.names = {}         # kinds of the program's own variables

    def chance(self, percent):
        return self.rng.randrange(100) < percent

    def pick(self, items):
        return self.rng.choice(items)

    def atom(self, kind):
        own = [name for name, k in self.names.items() if k == kind]
        if own and self.chance(60):
            return self.pick(own)
        text = self.pick(ATOMS[kind])
        if self.chance(30) and len(self.lines) < 6 and not self.names:
            name = f"v{len(self.lines)}"
            self.lines.append(f"{name} = {text}")
            return name
        return f"({text})" if re.search(r"[^\w'.\[\](){}]", text) or kind in ("int", "big") else text

    def make(self, kind, depth):
        if self.chance(4):
            kind = "any"
        while kind in GROUPS:
            kind = self.pick(GROUPS[kind])
        if depth <= 0 or kind == "big" or kind not in TEMPLATES:
            return self.atom(kind)
        if self.chance(25):
            return self.atom(kind)
        if kind in METHOD_TABLE and self.chance(8):
            return self.method(kind, depth)
        return self.fill(self.pick(TEMPLATES[kind]), depth)

    def fill(self, template, depth):
        def word(match):
            name = match.group(1)
            if name is None:
                return match.group()[0]
            if name.endswith("!"):
                return getattr(self, "word_" + name[:-1])()
            return self.make(name, depth - 1)
        text = re.sub(r"\{\{|\}\}|\{(\w+!?)\}", word, template)
        return "(" + text + ")"

    def method(self, kind, depth):
        name, parameters = self.pick(METHOD_TABLE[kind])
        arguments, by_name = [], False
        for argument, optional, keyword in parameters:
            if optional and self.chance(50):
                if not keyword:
                    break
                by_name = True
                continue
            if self.chance(6):
                argument = "any"
            value = getattr(self, "word_" + argument[:-1])() if argument.endswith("!") else self.make(argument, depth - 1)
            if keyword and (by_name or self.chance(30)):
                by_name = True
                arguments.append(f"{keyword}={value}")
            else:
                arguments.append(value)
        if self.chance(3) and not by_name:
            arguments.append(self.make("any", 0))
        if self.chance(2) and arguments:
            arguments.pop()
        if self.chance(1):
            arguments.append("wrong=1")
        return f"{self.make(kind, depth - 1)}.{name}({', '.join(arguments)})"

    def word_small(self):
        return str(self.pick([0, 1, 2, 3, 4, 5, 8, 10, 20, -1, -2, -3, -5, 1, 2]))

    def word_digit(self):
        return str(self.rng.randrange(0, 10))

    def word_exponent(self):
        return str(self.pick([0, 1, 2, 3, 5, 9, -1, -2]))

    def word_order(self):
        return self.pick(["'big'", "'little'", "'big'", "'little'", "'middle'"])

    def word_compare(self):
        return self.pick(COMPARE[:6])

    def word_cut(self):
        def end():
            return "" if self.chance(30) else self.word_small()
        return f"{end()}:{end()}" + (f":{end()}" if self.chance(50) else "")

    def word_codec(self):
        return repr(self.pick(["utf-8", "utf-8", "utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32", "utf-32-be", "UTF8", "l9x"]))

    def word_errors(self):
        return repr(self.pick(["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace",
                               "namereplace", "surrogatepass", "wrong"]))

    def word_attribute(self):
        return repr(self.pick(["real", "__len__", "x", "append", "__name__", "__class__", "start", "__doc_", "imag", "keys", "denominator",
                               "upper", "__iter__", "__hash__", "args"]))

    def word_spec_bare(self):
        text = ""
        if self.chance(40):
            text += self.pick(["", "", "*", "0", "é", " "]) + self.pick("<>^=")
        text += self.pick(["", "", "", "+", "-", " "]) + self.pick(["", "", "", "", "z"]) + self.pick(["", "", "", "#"])
        text += self.pick(["", "", "", "0"]) + self.pick(["", "", "1", "5", "12", "20"]) + self.pick(["", "", "", "", ",", "_"])
        text += self.pick(["", "", "", ".0", ".1", ".3", ".10", "."])
        return text + self.pick(["", "", "d", "s", "f", "g", "e", "x", "b", "o", "X", "n", "c", "%", "E", "G", "F", "y", "r"])

    def word_spec(self):
        return repr(self.word_spec_bare())

    def word_percent(self):
        parts, values = [], []
        for _ in range(self.rng.randrange(1, 4)):
            star = self.chance(10)
            letter = self.pick("ssrdifgexXocaEGu%%" if self.chance(97) else "yz!")
            parts.append(self.pick(["", "a", " ", "ß"]) + "%" + self.pick(["", "", "", "-", "0", "+", " ", "#", "-0", "+0"])
                         + ("*" if star else self.pick(["", "", "5", "12"])) + self.pick(["", "", "", ".2", ".0", ".7", "."])
                         + self.pick(["", "", "", "", "l"]) + letter)
            if star:
                values.append(self.word_small())
            if letter != "%":
                values.append(self.make({"s": "any", "r": "any", "a": "str", "c": "int"}.get(letter, "number"), 1))
        if self.chance(5):
            values.append("1")
        if self.chance(5) and values:
            values.pop()
        if self.chance(15):
            return f"'%(a)s %({self.pick('ab')}){self.pick('sdrf5x')}%%' % {{'a': {self.make('any', 1)}}}"
        prefix = "b" if self.chance(12) else ""
        text = "".join(parts)
        if prefix:
            text = text.replace("ß", "?")
        return f"{prefix}{text!r} % ({', '.join(values)}{',' if values else ''})"

    def word_braces(self):
        parts, values = [], []
        for i in range(self.rng.randrange(1, 4)):
            field = self.pick(["", "", str(i), "k", "0", f"{i}[0]", f"{i}.real", "0[a]", "k.x"] if self.chance(30) else [""])
            convert = self.pick(["", "", "", "!r", "!s", "!a", "!x"] if self.chance(50) else [""])
            spec = ":" + self.word_spec_bare() if self.chance(60) else ""
            if self.chance(8):
                spec = ":{}"
            parts.append(self.pick(["", "a", "{{", "}}"]) + "{" + field + convert + spec + "}")
            values.append(self.make("any" if self.chance(30) else "number", 1))
        if self.chance(4):
            parts.append(self.pick(["{", "}", "{!}", "{a", "{0!}", "{0:{", "{0[}", "{.}"]))
        return f"{''.join(parts)!r}.format({', '.join(values + ['k=' + self.make('any', 0)])})"

    def word_fstring(self):
        parts = []
        for _ in range(self.rng.randrange(1, 4)):
            value = self.make("any", 1)
            convert = self.pick(["", "", "!r", "!s", "!a"])
            spec = self.pick(["", "", "", ":>5", ":5", ":.2", ":{1 + 4}", ":<{8}"])
            if spec == "" and self.chance(30):
                spec = ":" + self.word_spec_bare().replace("é", "~")
            parts.append(self.pick(["", "x", " ", "{{", "}}"]) + "{" + value.replace("{", "{ ") + self.pick(["", "", " ", " ="]) + convert + spec + "}")
        return 'f"""' + "".join(parts) + '"""'


KINDS = ["expression", "method", "odd", "program", "arguments"]


def case(rng, kind):
    e = Expressions(rng)
    if kind == "program":
        from programs import Program
        return Program(rng).text()
    if kind == "arguments":
        from calls import call
        return "p(" + call(rng) + ")"
    shown = []
    for _ in range(rng.randrange(1, 3)):
        if kind == "method":
            shown.append(mutating(e))
        elif kind == "odd":
            shown.append(f"p({e.fill(rng.choice(TEMPLATES['odd']), 2)})")
        else:
            shown.append(f"p({e.make(rng.choice(list(TEMPLATES)), 3)})")
    return "\n".join(e.lines + shown)


def mutating(e):
    """A method's result, and what became of its object."""
    kind = e.pick(list(METHOD_TABLE))
    call = e.method(kind, 2)
    if kind in ("list", "dict", "set", "bytearray", "iterator") and e.chance(60):
        name, parameters = e.pick(METHOD_TABLE[kind])
        e.lines.append(f"o = {e.make(kind, 1)}")
        saved, e.names = e.names, {"o": kind}
        calls = [e.method(kind, 1) for _ in range(3)]
        e.names = saved
        return "\n".join(f"try:\n    p({c})\nexcept Exception as err:\n    p(err)" for c in calls) + "\np(o)"
    return f"p({call})"


def cases(seed, count, kind=""):
    """The cases of a seed; of one kind, or of all."""
    rng = random.Random(seed)
    kinds = [k for k in KINDS if k.startswith(kind)]
    return [case(rng, rng.choice(kinds)) for _ in range(count)]
