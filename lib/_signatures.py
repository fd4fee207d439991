"""What inspect.signature() says of functions, classes and methods in C."""

# The module of functions and classes, or the class of methods; then their parameters, without self.
TEXTS = {
    "builtins": r"""
abs(x, /); aiter(async_iterable, /); all(iterable, /); any(iterable, /); ascii(obj, /); bin(number, /);
bool(object=False, /); breakpoint(*args, **kws); callable(obj, /); chr(i, /); classmethod(function, /);
compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1);
complex(real=0, imag=0); delattr(obj, name, /); divmod(x, y, /); enumerate(iterable, start=0);
eval(source, /, globals=None, locals=None); exec(source, /, globals=None, locals=None, *, closure=None);
filter(function, iterable, /); float(x=0, /); format(value, format_spec='', /); frozenset(iterable=(), /); globals();
hasattr(obj, name, /); hash(obj, /); hex(number, /); id(obj, /); input(prompt='', /); isinstance(obj, class_or_tuple, /);
issubclass(cls, class_or_tuple, /); len(obj, /); list(iterable=(), /); locals(); map(function, iterable, /, *iterables);
memoryview(object); object(); oct(number, /);
open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None); ord(c, /);
pow(base, exp, mod=None); print(*args, sep=' ', end='\n', file=None, flush=False);
property(fget=None, fset=None, fdel=None, doc=None); repr(obj, /); reversed(sequence, /); round(number, ndigits=None);
set(iterable=(), /); setattr(obj, name, value, /); sorted(iterable, /, *, key=None, reverse=False);
staticmethod(function, /); sum(iterable, /, start=0); tuple(iterable=(), /); zip(*iterables, strict=False)""",
    "itertools": r"""
accumulate(iterable, func=None, *, initial=None); batched(iterable, n, *, strict=False); chain(*iterables);
combinations(iterable, r); combinations_with_replacement(iterable, r); compress(data, selectors);
count(start=0, step=1); cycle(iterable, /); dropwhile(predicate, iterable, /); filterfalse(function, iterable, /);
groupby(iterable, key=None); pairwise(iterable, /); permutations(iterable, r=None); product(*iterables, repeat=1);
starmap(function, iterable, /); takewhile(predicate, iterable, /); tee(iterable, n=2, /);
zip_longest(*iterables, fillvalue=None)""",
    "chain": r"""
from_iterable(iterable, /)""",
    "collections": r"""
namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)""",
    "deque": r"""
append(item, /); appendleft(item, /); clear(); copy(); count(value, /); extend(iterable, /); extendleft(iterable, /);
insert(index, value, /); pop(); popleft(); remove(value, /); reverse(); rotate(n=1, /)""",
    "OrderedDict": r"""
copy(); fromkeys(iterable, value=None); move_to_end(key, last=True); popitem(last=True); setdefault(key, default=None)""",
    "Counter": r"""
copy(); elements(); fromkeys(iterable, v=None); most_common(n=None); subtract(iterable=None, /, **kwds); total();
update(iterable=None, /, **kwds)""",
    "defaultdict": r"""
copy()""",
    "_thread": r"""
allocate_lock(); exit(); get_ident(); get_native_id(); stack_size(size=0, /);
start_new_thread(function, args, kwargs={}, /)""",
    "lock": r"""
acquire(blocking=True, timeout=-1); locked(); release()""",
    "RLock": r"""
acquire(blocking=True, timeout=-1); release()""",
    "math": r"""
acos(x, /); acosh(x, /); asin(x, /); asinh(x, /); atan(x, /); atan2(y, x, /); atanh(x, /); cbrt(x, /); ceil(x, /);
comb(n, k, /); copysign(x, y, /); cos(x, /); cosh(x, /); degrees(x, /); dist(p, q, /); erf(x, /); erfc(x, /); exp(x, /);
exp2(x, /); expm1(x, /); fabs(x, /); factorial(n, /); floor(x, /); fma(x, y, z, /); fmod(x, y, /); frexp(x, /);
fsum(seq, /); gamma(x, /); gcd(*integers); isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0); isfinite(x, /); isinf(x, /);
isnan(x, /); isqrt(n, /); lcm(*integers); ldexp(x, i, /); lgamma(x, /); log10(x, /); log1p(x, /); log2(x, /); modf(x, /);
nextafter(x, y, /, *, steps=None); perm(n, k=None, /); pow(x, y, /); prod(iterable, /, *, start=1); radians(x, /);
remainder(x, y, /); sin(x, /); sinh(x, /); sqrt(x, /); sumprod(p, q, /); tan(x, /); tanh(x, /); trunc(x, /); ulp(x, /)""",
    "int": r"""
as_integer_ratio(); bit_count(); bit_length(); conjugate(); from_bytes(bytes, byteorder='big', *, signed=False);
is_integer(); to_bytes(length=1, byteorder='big', *, signed=False)""",
    "float": r"""
as_integer_ratio(); conjugate(); fromhex(string, /); hex(); is_integer()""",
    "complex": r"""
conjugate()""",
    "str": r"""
capitalize(); casefold(); center(width, fillchar=' ', /); encode(encoding='utf-8', errors='strict');
expandtabs(tabsize=8); format(*args, **kwargs); format_map(mapping, /); isalnum(); isalpha(); isascii(); isdecimal();
isdigit(); isidentifier(); islower(); isnumeric(); isprintable(); isspace(); istitle(); isupper(); join(iterable, /);
ljust(width, fillchar=' ', /); lower(); lstrip(chars=None, /); partition(sep, /); removeprefix(prefix, /);
removesuffix(suffix, /); replace(old, new, /, count=-1); rjust(width, fillchar=' ', /); rpartition(sep, /);
rsplit(sep=None, maxsplit=-1); rstrip(chars=None, /); split(sep=None, maxsplit=-1); splitlines(keepends=False);
strip(chars=None, /); swapcase(); title(); translate(table, /); upper(); zfill(width, /)""",
    "bytes": r"""
capitalize(); center(width, fillchar=b' ', /); decode(encoding='utf-8', errors='strict'); expandtabs(tabsize=8);
fromhex(string, /); isalnum(); isalpha(); isascii(); isdigit(); islower(); isspace(); istitle(); isupper();
join(iterable_of_bytes, /); ljust(width, fillchar=b' ', /); lower(); lstrip(bytes=None, /); maketrans(frm, to, /);
partition(sep, /); removeprefix(prefix, /); removesuffix(suffix, /); replace(old, new, count=-1, /);
rjust(width, fillchar=b' ', /); rpartition(sep, /); rsplit(sep=None, maxsplit=-1); rstrip(bytes=None, /);
split(sep=None, maxsplit=-1); splitlines(keepends=False); strip(bytes=None, /); swapcase(); title();
translate(table, /, delete=b''); upper(); zfill(width, /)""",
    "bytearray": r"""
append(item, /); capitalize(); center(width, fillchar=b' ', /); clear(); copy();
decode(encoding='utf-8', errors='strict'); expandtabs(tabsize=8); extend(iterable_of_ints, /); fromhex(string, /);
insert(index, item, /); isalnum(); isalpha(); isascii(); isdigit(); islower(); isspace(); istitle(); isupper();
join(iterable_of_bytes, /); ljust(width, fillchar=b' ', /); lower(); lstrip(bytes=None, /); maketrans(frm, to, /);
partition(sep, /); pop(index=-1, /); remove(value, /); removeprefix(prefix, /); removesuffix(suffix, /);
replace(old, new, count=-1, /); reverse(); rjust(width, fillchar=b' ', /); rpartition(sep, /);
rsplit(sep=None, maxsplit=-1); rstrip(bytes=None, /); split(sep=None, maxsplit=-1); splitlines(keepends=False);
strip(bytes=None, /); swapcase(); title(); translate(table, /, delete=b''); upper(); zfill(width, /)""",
    "memoryview": r"""
release(); tobytes(order='C'); tolist(); toreadonly()""",
    "list": r"""
append(object, /); clear(); copy(); count(value, /); extend(iterable, /);
index(value, start=0, stop=9223372036854775807, /); insert(index, object, /); pop(index=-1, /); remove(value, /);
reverse(); sort(*, key=None, reverse=False)""",
    "tuple": r"""
count(value, /); index(value, start=0, stop=9223372036854775807, /)""",
    "dict": r"""
clear(); copy(); fromkeys(iterable, value=None, /); get(key, default=None, /); items(); keys(); popitem();
setdefault(key, default=None, /); values()""",
    "set": r"""
add(object, /); clear(); copy(); difference(*others); difference_update(*others); discard(object, /);
intersection(*others); intersection_update(*others); isdisjoint(other, /); issubset(other, /); issuperset(other, /);
pop(); remove(object, /); symmetric_difference(other, /); symmetric_difference_update(other, /); union(*others);
update(*others)""",
    "frozenset": r"""
copy(); difference(*others); intersection(*others); isdisjoint(other, /); issubset(other, /); issuperset(other, /);
symmetric_difference(other, /); union(*others)""",
    "range": r"""
count(object, /); index(object, /)""",
    "slice": r"""
indices(object, /)""",
    "property": r"""
deleter(object, /); getter(object, /); setter(object, /)""",
    "type": r"""
mro()""",
    "BaseException": r"""
add_note(object, /); with_traceback(object, /)""",
    "generator": r"""
close(); send(object, /)""",
    "coroutine": r"""
close(); send(object, /)""",
}


def find(owner, name):
    """The parameters of a function, in parentheses; None: they are not known."""
    for text in TEXTS.get(owner, "").replace("\n", " ").split("; "):
        if text.strip().startswith(name + "("):
            return text.strip()[len(name):].rstrip(";")
