/* The programs that the machine's fuzz target makes: a grammar whose alternatives the input's bytes choose.
 *
 * In a text, $ and a letter stand for one of that rule's alternatives; $> begins a block, $< ends it, $; is a new line.
 * The first alternative of a rule holds no other rule, or as good as none: it is taken once the input is used up or the
 * program is deep. Names are few, so that everything happens to the same few objects. */

/* $v: variables. a to h and some more hold something from the beginning, see `prelude`. */
static const char *const rule_v[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "A", "B", "C", "x", "self",
    "l", "o", "z"};

/* $t: types and functions that make something. */
static const char *const rule_t[] = {
    "list", "dict", "set", "str", "int", "tuple", "bytes", "bytearray", "memoryview", "float", "complex", "frozenset",
    "range", "slice", "object", "type", "A", "B", "C", "enumerate", "zip", "map", "filter", "reversed", "iter", "property",
    "staticmethod", "classmethod", "super", "bool", "Exception", "ValueError", "StopIteration", "OSError",
    "BaseExceptionGroup", "ExceptionGroup", "KeyError", "UnicodeDecodeError", "NameError", "SystemExit",
    "m.array.array", "m.collections.deque", "m.collections.OrderedDict", "m.collections.defaultdict", "m.collections.Counter",
    "m.collections.ChainMap", "m.collections.namedtuple", "m.io.BytesIO", "m.io.StringIO", "m.io.TextIOWrapper",
    "m.io.BufferedReader", "m.weakref.ref", "m.struct.Struct", "m.random.Random", "open", "type(g)", "type(k)", "type(iter(a))",
    "type(l)", "m.re.match", "m.deflate.DeflateIO", "m.hashlib.sha256", "m.micropython.RingIO", "m.itertools.chain", "m.itertools.product",
    "m.functools.partial", "m.time.struct_time", "m.types.SimpleNamespace", "m.select.poll",
};

/* $F: functions. */
static const char *const rule_F[] = {
    "len", "repr", "hash", "sorted", "sum", "min", "max", "abs", "any", "all", "ascii", "bin", "callable", "chr", "delattr",
    "dir", "divmod", "eval", "exec", "compile", "format", "getattr", "globals", "locals", "hasattr", "hex", "id", "isinstance",
    "issubclass", "next", "oct", "ord", "pow", "print", "round", "setattr", "vars", "__build_class__", "__import__", "k", "i",
    "j", "m.gc.collect", "m.struct.pack", "m.struct.unpack", "m.struct.pack_into", "m.struct.unpack_from", "m.struct.calcsize",
    "m.math.gcd", "m.math.factorial", "m.math.isqrt", "m.math.fsum", "m.math.comb", "m.math.ldexp", "m.cmath.sqrt",
    "m.random.choice", "m.random.sample", "m.random.shuffle", "m.micropython.schedule", "m.sys.exc_info", "m.sys.getsizeof",
    "m.sys.print_exception", "m.time.localtime", "m.os.path.join", "m.weakref.ref", "m.weakref.finalize", "aiter", "anext",
    "breakpoint", "input", "int.from_bytes", "str.maketrans", "dict.fromkeys", "bytes.fromhex", "float.fromhex", "object.__new__",
    "type.__call__", "super", "m.micropython.opt_level", "m.gc.threshold", "str.join", "m.gc.get_objects", "A.mro",
    "m.re.compile", "m.re.sub", "m.re.split", "m.re.findall", "m.re.finditer", "m.re.fullmatch", "m.re.escape", "m.binascii.a2b_base64",
    "m.binascii.b2a_base64", "m.binascii.hexlify", "m.binascii.crc32", "m.hashlib.md5", "m.hashlib.new", "m.random.choices", "m.random.setstate",
    "m.random.getrandbits", "m.random.randbytes", "m.time.strftime", "m.time.mktime", "m.time.asctime", "m.heapq.heapify", "m.heapq.heappush",
    "m.functools.reduce", "m.copy.copy", "m.copy.deepcopy", "m.operator.index", "m.operator.itemgetter", "m.math.sumprod", "m.math.dist",
    "m.math.prod", "m.math.perm", "m.cmath.rect", "m.struct.iter_unpack", "m.sys.intern", "m.sys.atexit", "m.sys.displayhook",
    "m.sys.setrecursionlimit", "m.micropython.heap_locked", "m.micropython.viper", "m.vfs.mount", "m.vfs.umount", "m.os.listdir", "m.os.stat",
    "m.os.strerror", "m.select.select", "m.itertools.permutations", "m.itertools.islice", "m.itertools.groupby", "m.bisect.insort", "help", "m.json.dumps",
    "m.json.loads", "m.json.dump", "m.json.load",
};

/* $n: numbers. */
static const char *const rule_n[] = {
    "0", "1", "-1", "2", "3", "7", "10", "100", "255", "256", "-2", "1000", "65536", "1<<31", "1<<62", "1<<63", "-(1<<62)",
    "1<<64", "10**30", "1<<200", "0.0", "-0.0", "1.5", "-2.25", "1e300", "5e-324", "1e16", "float('nan')", "float('inf')",
    "2j", "1+0j", "True", "(1<<61)", "0x7fffffff", "-1<<70", "1e22", "0.1", "(1<<30)", "-(1<<63)", "32", "64", "20", "5",
};

/* $s: texts and bytes. */
static const char *const rule_s[] = {
    "''", "'a'", "'abc'", "'hello world'", "'\\u20ac\\xe9'", "'\\U0001f600x'", "'a,b,c'", "'%s %d'", "'{} {}'", "'{0!r:>{1}}'",
    "b''", "b'abc'", "b'\\xff\\x00a'", "bytearray(b'xyz')", "'x'*300", "b'q'*300", "'\\ud800'", "'12'", "'0x1f'", "'1e5'", "' 42 '",
    "'%(a)s'", "'%-10.3f|'", "'{:>10}'", "'{a[0]}'", "'<10d'", "',.2f'", "'b'", "'\\n'", "'utf-8'", "'ignore'", "'f'", "'r'", "'w+'",
    "'rb+'", "'hH'", "'<iq'", "'*^+#020,.3g'", "'x'", "'d'", "'%c%r%a%%'", "'\\xdf\\u0130'", "'A B'", "'{:{}}'", "'a b c'.split()",
    "'nan'", "'strict'", "'exec'", "'1+'", "'a=1'", "'lambda:a'", "'%*d'", "'>3s'", "'100000d'", "'\xc3\xa9'", "'_'", "'__class__'",
    "'(a|b)*?c'", "'(?P<a>.)\\\\1'", "'(?<!a)(?=.)[^a-z]+'", "'(x+x+)+y'", "'\\\\w{2,3}\\\\b'", "'(?i:A)|\\\\Z'", "rb'(.)(.)?'", "'\\\\g<a>\\\\1'",
    "'YWJj'", "'6162'", "'%Y-%j %p'", "b'x\\x9cKLJ\\x06\\x00\\x02M\\x01\\''", "b'KLJ\\x06\\x00'", "'/'", "'/f'", "'sha1'", "(2024, 2, 30, 25, 61, 61, 0, 0)",
};

/* $e: expressions, the simple ones first. $N is any name that the image knows. */
#define SIMPLE_EXPRESSIONS 15
static const char *const rule_e[] = {
    "a", "$v", "$n", "$s", "$v", "$v", "$n", "$s", "None", "$v[$n]", "$v.$M", "A()", "[]", "$v()", "$v[$n:]", "...", "NotImplemented",
    "($e $o $e)", "($e $o $e)", "($e $o $v)", "($e $c $e)", "($e $c $e $c $e)", "(not $e)", "(-$e)", "(~$e)", "(+$e)",
    "[$e, $e]", "[*$e, $e]", "($e, $e)", "(*$e,)", "{$e, $e}", "{$e: $e}", "{**$e, $e: $e}", "[]", "()", "{}",
    "$v[$e]", "$v[$e:$e]", "$v[$e:$e:$e]", "$v[$e, $e]", "$e[::-1]", "$e[$n]",
    "$v.$N", "$v.$N($e)", "$v.$N($e, $e)", "$v.$N()", "$e.$N($e)", "$v.$M($e)", "$v.$M()", "$v.$M($e, $e)", "$t.$N($v, $e)",
    "$t($e)", "$t()", "$t($e, $e)", "$t($e, $e, $e)", "$t(*$e)", "$t(**$e)", "$F($e)", "$F($e, $e)", "$F($e, $e, $e)", "$F()",
    "$F($v)", "$F($v, $e)", "sorted($e, key=$l)", "$v($e)", "$v()", "$v(*$e, **$e)", "$v($e, x=$e)",
    "($e if $e else $e)", "($e and $e)", "($e or $e)", "(x := $e)", "$l", "($l)($e)",
    "[$e for x in $e]", "[$e for x in $e if $e]", "{$e for x in $e}", "{$e: $e for x in $e}", "($e for x in $e)",
    "list($e for x in $e for y in $e)", "f'{$v}'", "f'{$v!r:>{$n}}'", "f'{$v:$S}'", "f'{$v=}'", "t'{$v}'", "($s % $e)", "$s.format($e, $e)",
    "$s.$M($e)", "$n.__add__($e)", "type($e)", "type($s, ($t,), {$s: $e})", "super().$M", "A()", "B()", "C()", "B($e)", "iter($e)", "next($e)",
    "'%s' % ($e,)", "compile($s, 'q', 'exec')", "eval($s)", "(lambda *p, **q: (p, q))(*$e, **$e)", "list(map($l, $e))",
    "int($s, $n)", "$e.encode()", "bytes($e)", "memoryview($e)", "memoryview($v)[$e:$e]", "$v.cast($s)", "range($e, $e, $e)", "slice($e, $e)",
    "isinstance($e, ($t, $t))", "$t | $t", "list[$e]", "dict(zip($e, $e))", "sum($e, $e)", "reversed($v)", "m.$N", "m.sys.$N",
};

/* $S: format specifications. */
static const char *const rule_S[] = {"", ">10", "08.3f", "x", ",d", "+e", "^20s", "#b", "c", "%", "_x", "g", "a<5", "n", "1000", ".50", "{g}", "z.1f"};

/* $l: functions. */
static const char *const rule_l[] = {
    "len", "lambda *p: $e", "lambda x=None: $e", "lambda x: $v.$M()", "lambda x: $v.clear()", "lambda x, y=$e: $e", "lambda: (yield $e)",
    "k", "i", "A", "B", "lambda x: $v.append(x)", "lambda x: $v.pop()", "lambda x: -x",
};

/* $o, $c: operators. */
static const char *const rule_o[] = {"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "+", "*", "%"};
static const char *const rule_c[] = {"==", "<", ">", "<=", ">=", "!=", "in", "not in", "is", "is not", "==", "<"};

/* $M: methods that change something while others look at it. */
static const char *const rule_M[] = {
    "clear", "append", "pop", "extend", "insert", "remove", "sort", "reverse", "update", "setdefault", "popitem", "add", "discard",
    "send", "throw", "close", "__next__", "__iter__", "copy", "release", "keys", "values", "items", "join", "split", "find", "replace",
    "index", "count", "format", "encode", "decode", "translate", "read", "write", "seek", "readline", "getvalue", "truncate", "flush",
    "__init__", "__setitem__", "__getitem__", "__delitem__", "__contains__", "__eq__", "__hash__", "__len__", "__setattr__", "__getattribute__",
    "appendleft", "popleft", "rotate", "extendleft", "tolist", "tobytes", "cast", "hex", "intersection_update", "symmetric_difference",
    "__iadd__", "__imul__", "__repr__", "__format__", "__reduce__", "__del__", "__call__", "__get__", "__set_name__", "__class_getitem__",
    "__init_subclass__", "__subclasses__", "mro", "with_traceback", "add_note", "split", "subgroup", "derive", "from_bytes", "to_bytes",
    "readinto", "detach", "getbuffer", "most_common", "elements", "subtract", "move_to_end", "fromkeys", "_replace", "_asdict", "new_child",
    "frombytes", "byteswap", "pack_into", "unpack_from", "iter_unpack", "seed", "shuffle", "__prepare__", "__instancecheck__", "__missing__",
    "match", "sub", "finditer", "group", "span", "expand", "groupdict", "digest", "any", "register", "poll", "readlines", "writelines", "toreadonly",
    "splitlines", "partition", "expandtabs", "zfill", "casefold", "title", "strip", "rsplit", "is_integer", "as_integer_ratio", "bit_count",
    "__exit__", "__dict__", "gi_frame", "tb_next", "__closure__", "__wrapped__", "__setstate__", "__sizeof__", "__copy__", "fset", "setter",
};

/* $d: special methods of the classes. */
static const char *const rule_d[] = {
    "__eq__", "__hash__", "__lt__", "__len__", "__iter__", "__next__", "__getitem__", "__setitem__", "__delitem__", "__contains__",
    "__repr__", "__str__", "__bool__", "__call__", "__add__", "__radd__", "__iadd__", "__mul__", "__rmul__", "__index__", "__int__",
    "__float__", "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__del__", "__enter__", "__exit__", "__format__",
    "__init__", "__new__", "__get__", "__set__", "__set_name__", "__init_subclass__", "__class_getitem__", "__missing__", "__bytes__",
    "__length_hint__", "__reversed__", "__instancecheck__", "__subclasscheck__", "__await__", "__aiter__", "__anext__", "__aenter__",
    "__aexit__", "__neg__", "__abs__", "__round__", "__divmod__", "__pow__", "__dir__", "__complex__", "__ge__", "__ne__", "read", "write",
    "readinto", "keys", "__mro_entries__", "__prepare__", "mro", "__fspath__", "__delete__", "__matmul__", "__call__", "clear",
    "__truediv__", "__floordiv__", "__mod__", "__lshift__", "__and__", "__ror__", "__imatmul__", "__pos__", "__invert__", "__trunc__", "__sizeof__",
    "__copy__", "__deepcopy__", "__gt__", "__le__", "write", "seek", "close", "fileno", "ioctl", "mount", "open", "ilistdir", "stat", "__reduce_ex__",
};

/* $m: what is in a class. */
static const char *const rule_m[] = {
    "pass", "def $d(self, *p): return $e", "def $d(*p): $e; return $e", "def $d(self, *p, **q):$>$b$<",
    "def $d(self, *p): $v.$M(); return $e", "def $d(self, x=None, *p): $v.$M($e); return $e", "def $d(self): yield $e",
    "$N = $e", "$v = $e", "@property$;def x(self): return $e", "@classmethod$;def $d(c, *p): return $e", "__slots__ = $e", "__slots__ = 'a', 'b'",
    "@staticmethod$;def $d(*p): return $e", "async def $d(self, *p): return $e", "$d = $e", "$d = None", "$d = $t", "x: $e = $e",
    "def $d(self, *p): self.x = $e; return self", "def $d(self, *p): return self.x", "def $d(self, *p): raise $x",
    "def __init__(self, *p): super().__init__(*p); $v = $e", "def __del__(self):$>global $g; $g = self$<", "__class__ = $e", "__match_args__ = ('x',)",
};

/* $x: exceptions. */
static const char *const rule_x[] = {
    "ValueError", "KeyError($e)", "StopIteration($e)", "GeneratorExit", "Exception($e, $e)", "ExceptionGroup('g', [ValueError($e), KeyError()])",
    "OSError($e, $e)", "StopAsyncIteration", "TypeError", "IndexError", "AttributeError", "$t($e)", "$v", "MemoryError", "RuntimeError($e)",
};

/* $g: variables that functions change. */
static const char *const rule_g[] = {"a", "b", "c", "d", "e", "f", "g", "h"};

/* $T: places. */
static const char *const rule_T[] = {
    "a", "$g", "$g", "$g[$e]", "$g[$e:$e]", "$g[$e:$e:$e]", "$v.$N", "$g, $g", "*$g, $g", "($g, [$g, x])", "$v.x", "$v.__class__", "$v.__dict__",
    "$v.__bases__", "$v.__$d", "$v.__defaults__", "$v.__code__", "$v.__name__", "$v.__traceback__", "$v.__cause__", "$v.__context__", "$v.args",
    "m.sys.stdin", "m.sys.stdout", "m.sys.stderr", "m.sys.path", "m.sys.modules", "m.sys.modules[$s]", "m.sys.displayhook", "m.sys.$N", "m.builtins.$N",
    "m.$N.$N", "__name__", "__package__", "__path__", "__all__", "m.__path__", "$v.__mro__", "$v.__doc__", "$v.__module__", "$v.__kwdefaults__",
};

/* $i: statements on one line. */
static const char *const rule_i[] = {
    "pass", "$e", "$e", "$T = $e", "$T = $e", "$T = $T = $e", "$g $o= $e", "$g[$e] $o= $e", "$v.x $o= $e", "del $T", "assert $e, $e", "raise $x",
    "raise $x from $x", "print($e)", "return $e", "yield $e", "x = yield $e", "yield from $e", "x = yield from $e", "await $e", "break", "continue",
    "import $N as x", "from $N import *", "$v.$M($e)", "$v.$M($e)", "$v.$M()", "$g = $l", "$g: $e = $e", "raise", "type X[T] = $e", "$g = $e", "$g = A()",
    "$g = iter($e)", "$g = i($e)", "next(g)", "g.send($e)", "g.throw($x)", "g.close()", "$g.append($e)", "nonlocal x", "global $g",
    "from .$N import $N", "from . import $N", "from $v import $N", "m.sys.modules['$v'] = $e", "import $v.$N", "__import__($s, $e, $e, $e, $n)", "m.builtins.$N = $e",
};

/* $p: patterns. */
static const char *const rule_p[] = {
    "_", "$n", "$s", "x", "[x, *y]", "{'a': x, **y}", "A(x=1)", "int(x)", "[$p, $p]", "$p | _", "str() as x", "A($p)", "B.x", "{$n: $p}", "(1 | 2)", "[*_, $p]",
};

/* $b: blocks, one statement or more, the simple ones first. */
#define SIMPLE_BLOCKS 6
static const char *const rule_b[] = {
    "pass", "$i", "$i", "$i$;$b", "$i$;$b", "$i; $i$;$i", "if $e:$>$b$<else:$>$b$<", "while $e:$>$b$<", "while $e:$>$b$;break$<else:$>$b$<",
    "for x in $e:$>$b$<", "for $T in $e:$>$b$<else:$>$b$<", "for x in range($n):$>$b$<", "try:$>$b$<except $t as x:$>$b$<", "try:$>$b$<finally:$>$b$<",
    "try:$>$b$<except Exception:$>$b$<else:$>$b$<finally:$>$b$<", "try:$>$b$<except* ValueError as x:$>$b$<", "with $e as x:$>$b$<",
    "with $e, $e:$>$b$<", "def i($P):$>$b$<", "def j($P):$>global $g$;$b$<", "def k($P):$>nonlocal_ = $e$;$b$<", "async def j($P):$>$b$<",
    "def i(*p):$>yield $e$;$b$<", "def k(*p):$>x = $e$;def k():$>nonlocal x$;$b$<return k$<", "class A($t):$>$m$;$m$<", "class B(A):$>$m$;$m$;$m$<",
    "class C($e, $e):$>$m$<", "class A:$>$m$;$m$;$m$<", "class B(A, metaclass=$t):$>$m$<", "class C(type):$>$m$;$m$<", "@$v$;def k(*p): return $e",
    "match $e:$>case $p:$>$b$<case $p if $e:$>$b$<$<", "async def j(*p):$>async for x in $e:$>$b$<$<", "async def j(*p):$>async with $e as x:$>$b$<$<",
    "for x in a:$>a.$M($e)$<", "for x in $g:$>$g.$M($e)$;$b$<", "del $g$;$b", "$g = $t($e)$;$b", "class A($t):$>def $d(self, *p):$>$b$<$m$<$;$g = A($e)$;$b",
    "def k(*p):$>return k(*p)$<$;k($e)", "try:$>j().send(None)$<except StopIteration:$>$b$<",
};

/* $P: parameters. */
static const char *const rule_P[] = {"*p", "x", "x=$e", "x, /, y=$e, *, z=$e", "*p, **q", "x, *p", "x, y", "x: $e, *p", ""};

static const struct rule { char letter; uint16_t n; const char *const *texts; } rules[] = {
#define RULE(letter) {#letter[0], sizeof rule_##letter / sizeof *rule_##letter, rule_##letter}
    RULE(v), RULE(t), RULE(F), RULE(n), RULE(s), RULE(e), RULE(S), RULE(l), RULE(o), RULE(c), RULE(M), RULE(d), RULE(m), RULE(x),
    RULE(g), RULE(T), RULE(i), RULE(p), RULE(b), RULE(P),
#undef RULE
};

static const char prelude[] =
    "class M:\n def __getattr__(self, n): return __import__(n)\n"
    "m = M()\n"
    "class A:\n x = 1\n def __init__(self, *p): self.p = p\n"
    "class B(A): pass\n"
    "class C(dict): pass\n"
    "a = [1, 2, 3, 'x']\nb = {'a': 1, 2: [3], 'k': A()}\nc = 'hello'\nd = bytearray(b'some bytes')\ne = {1, 2, 'z'}\nf = A()\n"
    "def i(*p):\n for y in p or a:\n  x = yield y\n"
    "def k(*p, **q): return p\n"
    "async def j(*p): return await p[0]\n"
    "g = i()\nh = m.io.BytesIO(b'lines\\nof text\\n')\nx = 1 << 80\nself = m.collections.deque(a)\n"
    "l = m.re.compile('(a)|(?P<n>b+)')\no = m.array.array('h', [1, -2, 3])\nz = m.weakref.ref(f)\n";
