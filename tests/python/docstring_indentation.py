# needs: docstrings methods
# The spaces that all lines of a docstring but the first begin with are taken off, and those before the first.


def f():
    """  First line.

        More:
          indented
    	a tab
    """


class C:
    """
    A class
       of one"""


assert f.__doc__ == 'First line.\n\nMore:\n  indented\na tab\n'
assert C.__doc__ == '\nA class\n   of one'
for source, expected in [
    ('  a', 'a'),
    ('  a  ', 'a  '),
    ('a\n  b\n      \n  c', 'a\nb\n    \nc'),
    ('a\n\tb\n\t\tc', 'a\nb\n        c'),
    ('a\n    b\n\tc', 'a\nb\n    c'),
    ('\n', '\n'),
    ('   \n   ', '\n   '),
    ('', ''),
    ('   ', ''),
    ('a\n\n\n', 'a\n\n\n'),
    ('x\ty\n\tz\tw', 'x       y\nz       w'),
    ('a\n\x0c  b', 'a\n\x0c  b'),
    ('a\\n  b\\n    c', 'a\nb\n  c'),
    ('é\n  ü\n    あ', 'é\nü\n  あ'),
    ('a\n    ', 'a\n    '),
    ('a\n  b\n ', 'a\nb\n'),
    ('a\nb\n  c', 'a\nb\n  c'),
    ('a\n\xa0 b\n   c', 'a\n\xa0 b\n   c'),
]:
    space = {}
    exec('"""%s"""\ndef f():\n """%s"""\nclass C:\n """%s"""\n' % (source, source, source), space)
    assert space['f'].__doc__ == space['C'].__doc__ == space['__doc__'] == expected, (source, space['__doc__'])
