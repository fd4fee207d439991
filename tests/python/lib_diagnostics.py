"""warnings, traceback, reprlib, keyword, string: templates and formatters."""
# needs: traceback tracing columns re
import warnings, traceback, io, sys, reprlib, keyword, numbers, string


def attempt(f):
    try:
        return str(f())
    except Exception as e:
        return "%s %s" % (type(e).__name__, e)



with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('one')
    warnings.warn('two', DeprecationWarning)
    warnings.warn(RuntimeWarning('three'))
    assert str([(str(w.message), w.category.__name__) for w in log]) == "[('one', 'UserWarning'), ('two', 'DeprecationWarning'), ('three', 'RuntimeWarning')]"

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('default')
    for i in range(3):
        warnings.warn('same')
    assert str(len(log)) == '1'

with warnings.catch_warnings():
    warnings.simplefilter('error')
    assert attempt(lambda: warnings.warn('boom')) == 'UserWarning boom'
    warnings.filterwarnings('ignore', message='quiet.*')
    assert attempt(lambda: warnings.warn('quiet please')) == 'None'

with warnings.catch_warnings(action='ignore'):
    warnings.warn('no')
assert attempt(lambda: warnings.warn('x', int)) == "TypeError category must be a Warning subclass, not 'type'"
assert attempt(lambda: warnings.simplefilter('what')) == "ValueError invalid action: 'what'"
assert attempt(lambda: warnings.filterwarnings('ignore', lineno=-1)) == 'ValueError lineno must be an int >= 0'
assert str(repr(warnings.formatwarning('msg', UserWarning, 'nofile.py', 3))) == "'nofile.py:3: UserWarning: msg\\n'"
assert str(repr(warnings.formatwarning('msg', UserWarning, 'f.py', 3, 'the line'))) == "'f.py:3: UserWarning: msg\\n  the line\\n'"

@warnings.deprecated('use g')
def f():
    return 1

@warnings.deprecated('use D')
class C:

    def __init__(self, x):
        self.x = x

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    f()
    C(3)

    class S(C):
        pass
    assert str([str(w.message) for w in log]) == "['use g', 'use D', 'use D']"
    assert str(f.__deprecated__) == 'use g'
    assert str(C.__deprecated__) == 'use D'

def g():
    1 / 0

def h():
    try:
        g()
    except ZeroDivisionError as e:
        raise ValueError('bad') from e

try:
    h()
except ValueError as e:
    err = e
    pass
    assert str(traceback.format_exception_only(e)) == "['ValueError: bad\\n']"
    assert str([f.name for f in traceback.extract_tb(e.__traceback__)]) == "['<module>', 'h']"
    pass
    pass
    buf = io.StringIO()
    traceback.print_exc(file=buf)
    assert buf.getvalue() == traceback.format_exc()
    te = traceback.TracebackException.from_exception(e)
    assert str(te) == 'bad'
    assert str(te.exc_type_str if hasattr(te, 'exc_type_str') else 'ValueError') == 'ValueError'
    assert te.__cause__.exc_type_str == "ZeroDivisionError"
    assert ''.join(te.format()) == traceback.format_exc()
    assert str(list(te.format_exception_only())) == "['ValueError: bad\\n']"
    fs = traceback.extract_tb(e.__traceback__)[0]
    assert str(fs.name) == '<module>'
    assert str(fs[2]) == '<module>'
    assert str(len(fs)) == '4'
e = KeyError('k')
e.add_note('a note\nmore')
assert str(traceback.format_exception_only(e)) == '["KeyError: \'k\'\\n", \'a note\\n\', \'more\\n\']'
assert str(traceback.format_exception(e)) == '["KeyError: \'k\'\\n", \'a note\\n\', \'more\\n\']'

try:
    compile('a b', '<s>', 'exec')
except SyntaxError as e:
    pass
assert str(traceback.format_exception(None)) == "['NoneType: None\\n']"

def deep():
    return traceback.extract_stack()[-1].name

assert str(deep()) == 'deep'

def rec(n):
    return rec(n - 1) if n else 1 / 0

try:
    rec(10)
except ZeroDivisionError as e:
    assert str(len(traceback.extract_tb(e.__traceback__))) == '12'
    assert str(len(traceback.format_tb(e.__traceback__))) == '5'
    assert str(''.join(traceback.format_exception(e)).count('rec(n - 1)')) == '3'
r = reprlib.Repr()
assert str(reprlib.repr(list(range(100)))) == '[0, 1, 2, 3, 4, 5, ...]'
assert str(reprlib.repr('x' * 100)) == "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"
assert str(reprlib.repr({i: i for i in range(10)})) == '{0: 0, 1: 1, 2: 2, 3: 3, ...}'
assert str(reprlib.repr(10 ** 80)) == '100000000000000000...0000000000000000000'
assert str(reprlib.repr(set(range(9)))) == '{0, 1, 2, 3, 4, 5, ...}'
assert str(reprlib.repr((1,))) == '(1,)'
assert str(reprlib.repr([[[[[[[1]]]]]]])) == '[[[[[[[...]]]]]]]'
assert str(reprlib.repr(frozenset())) == 'frozenset()'
r.maxlist = 2
r.indent = 2
assert str(r.repr([1, 2, 3])) == '[\n  1,\n  2,\n  ...,\n]'
assert str(r.repr({'a': [1]})) == "{\n  'a': [\n    1,\n  ],\n}"
assert str(reprlib.Repr(maxlevel=1).repr([[1]])) == '[[...]]'
assert str(reprlib.Repr(maxstring=10, fillvalue='~').repr('abcdefghijklmnop')) == "'ab~nop'"

class L(list):

    @reprlib.recursive_repr()
    def __repr__(self):
        return '<' + '|'.join(map(repr, self)) + '>'

l = L('ab')
l.append(l)
assert str(l) == "<'a'|'b'|...>"
assert keyword.iskeyword('if')
assert not keyword.iskeyword('match')
assert keyword.issoftkeyword('match')
assert str(len(keyword.kwlist)) == '35'
assert str(keyword.softkwlist) == "['_', 'case', 'match', 'type']"
t = string.Template('$who likes ${what} $$5 $')
assert attempt(lambda: t.substitute(who='a', what='b')) == 'ValueError Invalid placeholder in string: line 1, col 24'
assert str(t.safe_substitute(who='tim')) == 'tim likes ${what} $5 $'
assert str(string.Template('$a $b').get_identifiers()) == "['a', 'b']"
assert not string.Template('$a ${').is_valid()
assert attempt(lambda: string.Template('$a').substitute()) == "KeyError 'a'"
assert str(string.Template('$a-$b').substitute({'a': 1}, b=2)) == '1-2'
assert str(string.capwords('hello  world')) == 'Hello World'
assert str(string.capwords('a-b', '-')) == 'A-B'
F = string.Formatter()
assert str(F.format('{0} {1!r:>5} {x[0]} {y.real} {{}}', 1, 'a', x=[7], y=3)) == "1   'a' 7 3 {}"
assert str(F.format('{} {}', 1, 2)) == '1 2'
assert str(F.format('{:{w}}|', 3, w=5)) == '    3|'
assert str(list(F.parse('a{b!r:c}d{{e}}'))) == "[('a', 'b', 'c', 'r'), ('d{', None, None, None), ('e}', None, None, None)]"
assert str(F.vformat('{a}', (), {'a': 5})) == '5'
assert attempt(lambda: F.format('{} {0}', 1)) == 'ValueError cannot switch from manual field specification to automatic field numbering'
assert attempt(lambda: F.format('{', 1)) == "ValueError Single '{' encountered in format string"
assert attempt(lambda: F.format('}', 1)) == "ValueError Single '}' encountered in format string"
assert attempt(lambda: F.format('{x}')) == "KeyError 'x'"
