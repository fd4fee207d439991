# Patterns: what they match, and what groups hold.
import re


def spans(pattern, string, flags=0):
    return [m.span() for m in re.finditer(pattern, string, flags)]


def groups(pattern, string, flags=0):
    m = re.search(pattern, string, flags)
    return m and m.groups()


# characters, sets, classes
assert spans('b', 'abcb') == [(1, 2), (3, 4)]
assert spans('.', 'a\nb') == [(0, 1), (2, 3)]
assert spans('.', 'a\nb', re.S) == [(0, 1), (1, 2), (2, 3)]
assert re.findall('[a-cx]', 'abxzc') == ['a', 'b', 'x', 'c']
assert re.findall('[^a-c]', 'abxzc') == ['x', 'z']
assert re.findall('[]a]', 'a]b') == ['a', ']']
assert re.findall('[a-]', 'a-b') == ['a', '-']
assert re.findall(r'[\d.]+', 'v1.25 x7') == ['1.25', '7']
assert re.findall(r'\S+', ' ab  c ') == ['ab', 'c']
assert re.findall(r'\W', 'a b-c') == [' ', '-']
assert re.findall(r'[^\W\d]+', 'ab12_c') == ['ab', '_c']
assert re.findall(rb'\w+', b'ab \xe9 c') == [b'ab', b'c']
assert re.match(r'\x41\u0042\103\t\.', 'ABC\t.')
assert re.match(r'[\x41\102]\Z', 'B')

# repeats
assert re.match('a*', 'aaab').end() == 3
assert re.match('a*?', 'aaab').end() == 0
assert re.match('a+?', 'aaab').end() == 1
assert re.match('a{2}', 'aaab').end() == 2
assert re.match('a{1,2}', 'aaab').end() == 2
assert re.match('a{,2}', 'aaab').end() == 2
assert re.match('a{2,}', 'aaab').end() == 3
assert re.match('a{,2}?b', 'aab').end() == 3
assert re.match('a{x}', 'a{x}').end() == 4
assert re.match('x{}', 'x{}').end() == 3
assert re.match('a*+a', 'aaa') is None
assert re.match('(?:ab)++c', 'ababc').end() == 5
assert re.match('(?>a*)a', 'aaa') is None
assert re.match('<.*>', '<a><b>').end() == 6
assert re.match('<.*?>', '<a><b>').end() == 3
assert groups('(a|ab)(c|bcd)(d*)', 'abcd') == ('a', 'bcd', '')
assert groups('(a*)*', 'aab') == ('',)
assert groups('(a*)+', 'aab') == ('',)
assert groups('(?:(a)|b)*', 'ab') == ('a',)
assert groups('(?:(a)|(b))*?c', 'abc') == ('a', 'b')
assert groups('(a){0}b', 'ab') == (None,)
assert groups('((a)|b){2,3}', 'abbb') == ('b', 'a')

# groups, references, conditions
assert groups(r'(.)(.)\2\1', 'xabbay') == ('a', 'b')
assert groups(r'(?P<q>[\'"]).*?(?P=q)', 'say "it\'s" ok') == ('"',)
assert re.match(r'(a)?(?(1)b|c)', 'ab').end() == 2
assert re.match(r'(a)?(?(1)b|c)', 'c').end() == 1
assert re.match(r'(?P<n>a)?(?(n)b)', 'ab').end() == 2
assert re.match(r'(?i)(a)\1', 'aA').end() == 2

# looking around
assert spans('a(?=b)', 'abac') == [(0, 1)]
assert spans('a(?!b)', 'abac') == [(2, 3)]
assert spans('(?<=b)a', 'baca') == [(1, 2)]
assert spans('(?<!b)a', 'baca') == [(3, 4)]
assert groups('(?=(a+))a*b', 'aab') == ('aa',)
assert groups('(?!(a)b)ac', 'ac') == (None,)
assert spans('(?<=é)x', 'éxax') == [(1, 2)]

# places
assert spans('^a', 'a\na') == [(0, 1)]
assert spans('^a', 'a\na', re.M) == [(0, 1), (2, 3)]
assert spans('a$', 'a\na\n') == [(2, 3)]
assert spans('a$', 'a\na\n', re.M) == [(0, 1), (2, 3)]
assert spans(r'a\Z', 'a\na') == [(2, 3)]
assert spans(r'\ba', 'a ba a') == [(0, 1), (5, 6)]
assert spans(r'\Ba', 'a ba a') == [(3, 4)]
assert re.search(r'\Ab', 'ab') is None

# flags
assert re.match('AbC', 'aBc', re.I)
assert re.match('[a-c]+', 'AbC', re.IGNORECASE).end() == 3
assert re.match('(?i:a)b', 'Ab') and not re.match('(?i:a)b', 'AB')
assert re.match('(?i)a(?-i:b)', 'Ab') and not re.match('(?i)a(?-i:b)', 'AB')
assert re.match(r'(?x) a  b # a comment', 'ab')
assert re.match(r'a b [ ] # x', 'ab ', re.X)
assert re.match('a(?#comment)b', 'ab')
assert re.compile('a', re.I).flags == re.I | re.U
assert re.compile('(?ms)a').flags == re.M | re.S | re.U
assert re.compile(b'a', re.I).flags == re.I

# pos and endpos
p = re.compile('a')
assert p.match('ba', 1).span() == (1, 2)
assert p.search('aba', 1, 2) is None
assert re.compile('^a').match('ba', 1) is None
assert re.compile('a$').match('ab', 0, 1).endpos == 1
assert p.search('éa', 1).span() == (1, 2)
assert p.search('a', 5) is None and p.search('a', -5).pos == 0
assert p.fullmatch('a') and not p.fullmatch('ab') and re.fullmatch('a|ab', 'ab')

# loops are not bound by the C stack
n = 100000
assert re.match('(?:a|b)*c', 'ab' * n + 'c').end() == 2 * n + 1
assert re.match('(a|b)*?c', 'ab' * n + 'c').end() == 2 * n + 1
assert re.match('(?:(?:a)*b)*', 'ab' * n).end() == 2 * n
assert re.search('x*y', 'x' * 300) is None

# all arguments may be named
assert re.sub(pattern='a', repl='b', string='banana') == 'bbnbnb' and re.search(string='xay', pattern='a').span() == (1, 2)
assert re.split(string='banana', pattern='n') == ['ba', 'a', 'a'] and re.compile(pattern='a', flags=0).pattern == 'a'
