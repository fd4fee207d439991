# needs: messages
# Match and Pattern objects, the functions that search again and again, and errors.
import re

m = re.match(r'(?P<year>\d+)-(?P<month>\d+)(-\d+)?', '2024-05')
assert m.group() == m[0] == '2024-05' and m.group(1) == m['year'] == '2024'
assert m.group('year', 2, 3) == ('2024', '05', None)
assert m.groups() == ('2024', '05', None) and m.groups('x') == m.groups(default='x') == ('2024', '05', 'x')
assert m.groupdict() == {'year': '2024', 'month': '05'}
assert (m.start(), m.end(), m.span()) == (0, 7, (0, 7))
assert (m.start('month'), m.end(2), m.span(3)) == (5, 7, (-1, -1))
assert m.regs == ((0, 7), (0, 4), (5, 7), (-1, -1))
assert (m.lastindex, m.lastgroup, m.pos, m.endpos, m.string) == (2, 'month', 0, 7, '2024-05')
assert m.expand(r'\2/\g<year>\n\g<0>\3') == '05/2024\n2024-05'
assert m.re.groups == 3 and dict(m.re.groupindex) == {'year': 1, 'month': 2}
assert repr(m) == "<re.Match object; span=(0, 7), match='2024-05'>"
assert repr(re.compile('a', re.I | re.S)) == "re.compile('a', re.IGNORECASE|re.DOTALL)"
assert re.compile('a') == re.compile('a') != re.compile('a', re.I)
assert re.compile(re.compile('a')).pattern == 'a'
assert re.match('((a)(b))', 'ab').lastindex == 1
for bad in (4, -1, 'day'):
    try:
        m.group(bad)
        assert False
    except IndexError as e:
        assert str(e) == 'no such group'

# findall, finditer, split, sub
assert re.findall('a*', 'baac') == ['', 'aa', '', '']
assert re.findall('(a)(b)?', 'abac') == [('a', 'b'), ('a', '')]
assert re.findall('(a)|b', 'ab') == ['a', '']
assert [m.span() for m in re.finditer('b|', 'abé')] == [(0, 0), (1, 2), (2, 2), (3, 3)]
assert re.split(',', 'a,b,,c') == ['a', 'b', '', 'c']
assert re.split('(,)|;', 'a,b;c') == ['a', ',', 'b', None, 'c']
assert re.split(',', 'a,b,c', maxsplit=1) == ['a', 'b,c']
assert re.split('', 'ab') == ['', 'a', 'b', '']
assert re.sub('b+', '-', 'abbcb') == 'a-c-'
assert re.sub('x*', '-', 'abxd') == '-a-b--d-'
assert re.sub('(a)(b)?', r'[\2\1]', 'abac') == '[ba][a]c'
assert re.sub('é', 'è', 'été') == 'ètè'
assert re.sub('a', r'\\\.\x'[:-2], 'a') == '\\\\.'
assert re.sub('.', lambda m: str(ord(m[0]) - 96), 'abc') == '123'
assert re.sub(b'a', b'\\g<0>\\g<0>', b'aba') == b'aabaa'
assert re.sub('a', 'x', 'aaa', count=2) == 'xxa'
assert re.subn('a', 'b', 'aca') == ('bcb', 2) and re.subn('x', 'y', 'a') == ('a', 0)
assert re.search(b'b', bytearray(b'abc')).group() == b'b'
assert re.findall(b'..', memoryview(b'abcd')) == [b'ab', b'cd']
assert re.escape('a.b*c [1]\n') == 'a\\.b\\*c\\ \\[1\\]\\\n' and re.escape(b'-x') == b'\\-x'
re.purge()


class Text(str):
    pass


assert re.match('a', Text('a')).group() == 'a'

# a function that matches, or changes the string
assert re.sub('a.', lambda m: re.sub('.', '<', m[0]), 'abac') == '<<<<'
data = bytearray(b'abcabc' * 20)


def shrink(m):
    try:
        del data[60:]
    except BufferError:  # CPython's bytearray is locked
        pass
    return b'.'


assert re.sub(b'b', shrink, data).startswith(b'a.ca.c')

# errors
for pattern, message, pos in [
    ('(a', 'missing ), unterminated subpattern', 0),
    ('a)', 'unbalanced parenthesis', 1),
    ('*a', 'nothing to repeat', 0),
    ('a**', 'multiple repeat', 2),
    ('^*', 'nothing to repeat', 1),
    ('[a', 'unterminated character set', 0),
    ('[b-a]', 'bad character range b-a', 1),
    ('\\', 'bad escape (end of pattern)', 0),
    (r'a\q', r'bad escape \q', 1),
    (r'\x1', r'incomplete escape \x1', 0),
    (r'(a)\2', 'invalid group reference 2', 4),
    (r'(a\1)', 'cannot refer to an open group', 2),
    ('(?P<1>a)', "bad character in group name '1'", 4),
    ('(?P<a>.)(?P<a>.)', "redefinition of group name 'a' as group 2; was group 1", 12),
    ('(?P=x)', "unknown group name 'x'", 4),
    ('(?Z)', 'unknown extension ?Z', 1),
    ('a(?i)', 'global flags not at the start of the expression', 1),
    ('(?i', 'missing -, : or )', 3),
    ('a{3,2}', 'min repeat greater than max repeat', 2),
    ('(?(1)a|b|c)', 'conditional backref with more than two branches', 8),
    ('(?(2)a)', 'invalid group reference 2', 3),
    ('(?#', 'missing ), unterminated comment', 0),
    ('(?P<', 'missing group name', 4),
    ('(?P<a', 'missing >, unterminated name', 4),
]:
    try:
        re.compile(pattern)
        assert False, pattern
    except re.error as e:
        assert (e.msg, e.pos, e.pattern) == (message, pos, pattern), (pattern, e.msg, e.pos)
try:
    re.compile('a\n(')
except re.error as e:
    assert str(e) == 'missing ), unterminated subpattern at position 2 (line 2, column 1)'
    assert (e.lineno, e.colno) == (2, 1)


try:
    re.compile('(?<=a*)b')
    assert False
except re.error as e:
    assert str(e) == e.msg == 'look-behind requires fixed-width pattern' and e.pos is None is e.pattern


def raises(error, function, *args):
    try:
        function(*args)
    except error:
        return True


assert raises(re.error, re.sub, 'a', r'\1', 'a') and raises(re.error, re.sub, 'a', r'\q', 'a')
assert raises(IndexError, re.sub, 'a', r'\g<x>', 'a')
assert raises(TypeError, re.match, 'a', b'a') and raises(TypeError, re.match, b'a', 'a')
assert raises(TypeError, re.match, 1, 'a') and raises(TypeError, re.match, 'a', 1)
assert raises(ValueError, re.compile, 'a', re.A | re.U) and raises(ValueError, re.compile, b'a', re.U)
assert raises(ValueError, re.compile, re.compile('a'), re.I)
assert raises(OverflowError, re.compile, 'a{99999999999}')
assert raises(RecursionError, re.compile, '(' * 300000 + ')' * 300000)
