# What may differ, and is made the same before outcomes are compared; and differences that are meant.
import re

SAME = [
    (r"\bat 0x[0-9a-f]+|\b0x[0-9a-f]{10,12}\b", "at 0x"),                # addresses
    (r"\( (expected )", r"(\1"),
    # the types of iterators have no names of their own
    (r"\b(list|tuple|str|str_ascii|bytes|bytearray|range|set|dict_key|dict_value|dict_item|memory|longrange|callable|dict_keyiterator|generic_alias)_?iterator\b", "iterator"),
    (r"\b(list_|range_|dict_)?reverse(d|iterator|keyiterator|valueiterator|itemiterator)\b", "reversed"),
    (r"(builtin_function_or_method|method-wrapper) (\w+\.)*", "function "),
    (r"\b(builtin_function_or_method|method-wrapper|method_descriptor|wrapper_descriptor|method)\b", "function"),
    (r"\(expected (\d+), got \d+\)", r"(expected \1)"),        # 3.14 tells how many there were
    (r""" notes list\(\\?["'](de|en)coding with .{1,24} codec failed\\?["']\)""", ""),      # what CPython adds in its codecs module
    (r"(TypeError\()(\w+\.)*(\w+\(\) argument after \*)", r"\1\3"),          # a built-in type's method is told without the type
    (r"'case\.([\w.<>]+\.)?(\w+)'", r"'\2'"),
    (r"(ZeroDivisionError)\([\w .()]*?\)( |$)", r"\1()\2"),           # 3.14 has other words
    (r"(types|typing)\.Union(Type)?|\bUnion(Type)?\b", "Union"),                          # 3.14 has one name for both
    (r"(TypeError\()(\w+\.|wrapper )(\w+\(\) takes no keyword)", r"\1\3"),
    (r"(TypeError\()\w+(\.__\w+__\(\) takes exactly)", r"\1object\2"),
    (r"\b\w+(\.__new__\(X\): X is not a type)", r"object\1"),
    (r"\bnot None\)", "not NoneType)"),                                # CPython says both
    (r"\*(\w+\[)", r"\1"),                                            # what iterating list[int] gives is list[int] here
    (r"source code string cannot", "source code cannot"),
    (r"bytes or AST object", "bytes or code object"),                  # there are no syntax trees
    (r"types\.GenericAlias", "GenericAlias"),
    (r"<class 'GenericAlias'>", "GenericAlias"),                        # 3.14 shows it so
    (r"(<attribute '\w+') of '\w+' objects", r"\1"),
    (r"\(?'__builtins__'((:|,) (\([^()]*\)|[^,}\]()]*))?\)?(, )?", ""),     # not here
    (r", (?=[\])])", ""),
]

# (what Adder shows, what CPython shows, why)
KNOWN = [
    (r".", r"'bytearray' object has no attribute 'resize'|'memoryview' object has no attribute '(index|count)'", "3.14 has it"),
    (r"map\(\) (got an unexpected|must have)", r"map\(\) takes no keyword", "3.14 has strict=True"),
    (r"(TypeError\(unhashable type|ValueError\(cannot hash)", r".", "a display stores each key when it has been evaluated"),
    (r"mappingproxy\(\{'__", r"mappingproxy\(\{'__", "methods of built-in types are listed in another order"),
    (r"descriptor '__(getattribute|str|init|invert)__'", r"Error", "which of a type and its bases has such a method"),
    (r".", r"descriptor '__(getattribute|str|init|invert)__'", "which of a type and its bases has such a method"),
    (r"'generator' object has no attribute '__del__'", r".", "nothing finalises generators but the collector"),
    (r"SyntaxError\(invalid syntax\)", r"SyntaxError\(unexpected indent\)", "a source that is nothing but blanks"),
    (r"NotImplemented should not be used in a boolean context", r".", "3.14 raises it"),
    (r"'method' object has no attribute '__name__'", r"not writable", "bound methods of built-in types are methods"),
    (r"object\.__init__\(\) takes exactly one", r".", "reversed() has no __init__ of its own"),
    (r"is not a subtype of|at most 2 arguments", r"is not safe, use|takes at most", "other words for what only direct calls of __new__ and __call__ show"),
    (r".", r"BufferError\(Existing exports of data: object cannot be re-sized\)", "`v += v`, as MicroPython has it"),
    (r"is not a subtype of", r"object at 0x", "direct calls of __new__ of types that have none of their own in CPython"),
    (r"missing required argument 'iterable'", r"is an invalid keyword argument", "the one that is missing is told"),
    (r"\w+\(\) takes no arguments", r"is not safe, use", "whether the arguments or the class are looked at first"),
    (r"keywords must be strings", r"is not callable", "the arguments are looked at first"),
]


def same(text):
    for pattern, replacement in SAME:
        text = re.sub(pattern, replacement, text)
    return text


def shape(text):
    return re.sub(r"\w+", "", text)


def in_any_order(text):
    return sorted(re.findall(r"\w+", text))


def is_known(case, ours, theirs):
    if "hash" in case and re.sub(r"-?\d+", "", ours) == re.sub(r"-?\d+", "", theirs):
        return not re.search(r"hash\([-+ \d.,()ej]+\)", case)  # hashes of texts, and of objects
    if not re.search(r"['\"]|[A-Z]", case):
        return any(re.search(o, ours) and re.search(t, theirs) for o, t, _ in KNOWN)
    if re.search(r"\{|set\(|keys\(|items\(", case) and in_any_order(ours) == in_any_order(theirs):
        return True                     # the order of texts in sets
    if re.search(r"(\}|set\(.*\)|keys\(\)|items\(\)) *[-|&^]|\b(union|difference|intersection)\(", case) and shape(ours) == shape(theirs):
        return True                     # and so are errors about one of the items
    return any(re.search(o, ours) and re.search(t, theirs) for o, t, _ in KNOWN)
