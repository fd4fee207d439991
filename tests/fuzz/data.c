/* Fuzz target: the last byte chooses what reads data, the others are the data: patterns of re, compressed streams,
 * format texts, numbers, encodings. */
#include "fuzz.h"

static const char prelude[] =
    "import binascii, deflate, io, json, random, re, struct, time\n"
    "def halves(d):\n"
    "    a, _, b = d.partition(b'\\n')\n"
    "    return a, b\n"
    "def text(d): return d.decode('utf-8', 'surrogateescape')\n"
    "def texts(d): return text(halves(d)[0]), text(halves(d)[1])\n"
    "def inflate(d, kind): return deflate.DeflateIO(io.BytesIO(d), kind).read()\n"
    "def lines(d, newline):\n"
    "    f = io.TextIOWrapper(io.BytesIO(d), 'utf-8', 'replace', newline)\n"
    "    return [f.readline(3), f.tell(), f.readlines()]\n"
    "class A:\n"
    "    x = [1, 'two', {'a': 3}]\n"
    "values = (1, -2.5, 'text', b'\\xff', A(), 1 << 70, None, 'x')\n"
    "readers = [\n"
    "    lambda d: re.search(*texts(d)), lambda d: re.findall(*halves(d)),\n"
    "    lambda d: [(m.groups(), m.span()) for m in re.finditer(*texts(d), re.I)],\n"
    "    lambda d: re.sub(texts(d)[0], texts(d)[1], 'one two abc 123 \\u20ac'),\n"
    "    lambda d: re.fullmatch(*texts(d), re.X | re.S | re.M), lambda d: re.split(*texts(d), 3),\n"
    "    lambda d: re.compile('(?P<a>.)(b)?').sub(text(d), 'ab\\xe9'),\n"
    "    lambda d: inflate(d, deflate.RAW), lambda d: inflate(d, deflate.ZLIB),\n"
    "    lambda d: inflate(d, deflate.GZIP), lambda d: inflate(d, deflate.AUTO),\n"
    "    lambda d: struct.unpack_from(*halves(d)), lambda d: list(struct.iter_unpack(*halves(d))),\n"
    "    lambda d: struct.pack(d, *values[:struct.calcsize(d) % 8]),\n"
    "    lambda d: text(d) % values[:len(d) % 8], lambda d: d % values[:len(d) % 8],\n"
    "    lambda d: text(d) % {'a': 1, 'b': A()},\n"
    "    lambda d: text(d).format(*values, a=A(), b=values),\n"
    "    lambda d: [format(v, text(d)) for v in values[:4]], lambda d: format(1 << 70, text(d)),\n"
    "    lambda d: format(1e300, text(d)), lambda d: format(1j / 3, text(d)),\n"
    "    lambda d: int(text(d), 0), lambda d: int(d, 36), lambda d: float(text(d)),\n"
    "    lambda d: complex(text(d)), lambda d: (float.fromhex(text(d)), bytes.fromhex(text(d))),\n"
    "    lambda d: binascii.a2b_base64(d), lambda d: binascii.unhexlify(d),\n"
    "    lambda d: eval(repr(d)) == d, lambda d: eval(d), lambda d: eval(repr(text(d))) == text(d),\n"
    "    lambda d: exec(d), lambda d: d.decode('utf-8'), lambda d: d.decode('utf-16', 'replace'),\n"
    "    lambda d: d.decode('utf-32-be', 'backslashreplace'), lambda d: d.decode(*texts(d)),\n"
    "    lambda d: text(d).encode('utf-8', 'surrogatepass').decode('utf-8', 'ignore'),\n"
    "    lambda d: text(d).encode('ascii', 'xmlcharrefreplace'),\n"
    "    lambda d: text(d).encode('latin-1', 'namereplace'),\n"
    "    lambda d: (text(d).title(), text(d).casefold(), text(d).swapcase(), text(d).isidentifier()),\n"
    "    lambda d: json.loads(d), lambda d: json.dumps(json.loads(text(d)), indent=1),\n"
    "    lambda d: (text(d).split(), text(d).splitlines()),\n"
    "    lambda d: texts(d)[0].split(texts(d)[1]),\n"
    "    lambda d: texts(d)[0].replace(texts(d)[1], 'xyz'),\n"
    "    lambda d: text(d)[::-1].expandtabs().translate({97: 'b', 98: None}),\n"
    "    lambda d: time.strftime(text(d), (2024, 2, 30, 4, 5, 6, 0, 0)), lambda d: lines(d, None),\n"
    "    lambda d: lines(d, ''), lambda d: lines(d, '\\r\\n'), lambda d: io.BytesIO(d).readlines(),\n"
    "    lambda d: memoryview(d).cast(text(d[:1])).tolist(),\n"
    "    lambda d: random.Random(d).sample(d, 3), lambda d: compile(d, 'f', 'single'),\n"
    "    lambda d: print(text(d), d), lambda d: __import__(text(d)), lambda d: open(d),\n"
    "]\n";

static unsigned how;

void fuzz_prepare(void)
{
    struct dict *names = ((struct module *)vm.main)->dict;
    run_code(compile_text(prelude, sizeof prelude - 1, SYMBOL(S_lt_string), COMPILE_EXEC, 0), names, UNDEF);
}

void fuzz_choose(struct fuzz_choice *c, struct bytes_in *in)
{
    how = take_byte(in);
    c->roomy = true;
    c->budget = 600;
}

value fuzz_one(void *arg)
{
    struct bytes_in *in = arg;
    struct list *readers = list_of(get_attr(vm.main, str_intern(str_new("readers", 7))));
    value reader = list_items(readers)[how % readers->len];
    heap_set_stress(how / readers->len == 3);
    return to_repr(call1(reader, bytes_new(in->data, in->n)));
}
