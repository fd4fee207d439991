# What may differ, and is made the same before outcomes are compared; and differences that are meant.
import re

SAME = [
    (r"\bat 0x[0-9a-f]+", "at 0x"),
    # the types of iterators have no names of their own, and bound methods of built-in types are methods
    (r"\b(list|tuple|str|str_ascii|bytes|bytearray|range|set|dict_key|dict_value|dict_item|memory|longrange|callable|dict_keyiterator)_?iterator\b", "iterator"),
    (r"\b(list_|range_|dict_)?reverse(d|iterator|keyiterator|valueiterator|itemiterator)\b", "reversed"),
    (r"(builtin_function_or_method|method-wrapper) (\w+\.)*", "function "),
    (r"\b(builtin_function_or_method|method-wrapper|method_descriptor|wrapper_descriptor|method)\b", "function"),
    (r"\(expected (\d+), got \d+\)", r"(expected \1)"),        # 3.14 tells how many there were
    (r""" notes list\(\\?["'](de|en)coding with .{1,24} codec failed\\?["']\)""", ""),      # what CPython adds in its codecs module
    (r"(TypeError\()[^()|]*(\(\))? ?((argument after|Value after) \*)", r"\1\3"),         # the called one's name isn't told
    (r"'case\.([\w.<>]+\.)?(\w+)'", r"'\2'"),
    (r"(ZeroDivisionError)\([\w .()]*?\)( |$)", r"\1()\2"),           # 3.14 has other words
    (r"types\.UnionType|\bUnion(Type)?\b", "Union"),                          # 3.14 has one name for both
    (r"(TypeError\()(\w+\.|wrapper )(__\w+__\(\) takes no keyword)", r"\1\3"),
    (r"\bnot None\)", "not NoneType)"),                                # CPython says both
    (r"\*(\w+\[)", r"\1"),                                            # what iterating list[int] gives is list[int] here
    (r"source code string cannot", "source code cannot"),
    (r"bytes or AST object", "bytes or code object"),                  # there are no syntax trees
    (r"types\.GenericAlias", "GenericAlias"),
    (r"'__(firstlineno|static_attributes|weakref|builtins)__'(: [^,}\]]*)?(, )?", ""),     # not here
]

# (what Adder shows, what CPython shows, why)
KNOWN = [
    (r".", r"'bytearray' object has no attribute 'resize'|'memoryview' object has no attribute '(index|count)'", "3.14 has it"),
    (r"map\(\) (got an unexpected|must have)", r"map\(\) takes no keyword", "3.14 has strict=True"),
    (r"TypeError\((unhashable type|cannot hash)", r".", "a display stores each key when it has been evaluated"),
    (r"keywords must be strings", r"is not callable", "the arguments are looked at first"),
]


def same(text):
    for pattern, replacement in SAME:
        text = re.sub(pattern, replacement, text)
    return text


def in_any_order(text):
    return sorted(re.findall(r"\w+", text))


def is_known(case, ours, theirs):
    if "hash" in case and re.sub(r"-?\d+", "", ours) == re.sub(r"-?\d+", "", theirs):
        return True                     # hashes have 32 bits
    if re.search(r"\{|set\(|keys\(|items\(", case) and in_any_order(ours) == in_any_order(theirs):
        return True                     # sets are in the order of insertion
    return any(re.search(o, ours) and re.search(t, theirs) for o, t, _ in KNOWN)
