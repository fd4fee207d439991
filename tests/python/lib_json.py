# needs: json records
# json against what CPython's module does: values, options, messages.
import io
import json
import sys
from collections import OrderedDict


def raises(kind, f, text=None):
    try:
        f()
    except kind as e:
        assert text is None or str(e) == text, str(e)
        return e
    assert False, "nothing was raised"


# ---- writing ----
for o, text in [
    (None, "null"), (True, "true"), (False, "false"), (0, "0"), (-12, "-12"), (10 ** 30, "1" + "0" * 30),
    (1.5, "1.5"), (1e100, "1e+100") if sys.float_info.max > 1e39 else (1.5, "1.5"), (0.0, "0.0"), (-0.0, "-0.0"),
    ("", '""'), ("abc", '"abc"'), ('"\\/', '"\\"\\\\/"'), ("\b\f\n\r\t", '"\\b\\f\\n\\r\\t"'), ("\0\x1f\x7f", '"\\u0000\\u001f\\u007f"'),
    ("\u00e9", '"\\u00e9"'), ("\u20ac", '"\\u20ac"'), ("\U0001f600", '"\\ud83d\\ude00"'), ("\ud800", '"\\ud800"'),
    ([], "[]"), ((), "[]"), ([1, [2, [3]]], "[1, [2, [3]]]"), ((1, 2), "[1, 2]"),
    ({}, "{}"), ({"a": 1, "b": [None]}, '{"a": 1, "b": [null]}'), ({1: 2}, '{"1": 2}'), ({1.5: 2}, '{"1.5": 2}'),
    ({None: 1, True: 2, False: 3}, '{"null": 1, "true": 2, "false": 3}'),
    (OrderedDict([("z", 1), ("a", 2)]), '{"z": 1, "a": 2}'),
    (float("inf"), "Infinity"), (float("-inf"), "-Infinity"), (float("nan"), "NaN"),
]:
    assert json.dumps(o) == text, (o, json.dumps(o))

assert json.dumps("\u00e9\u20ac\U0001f600", ensure_ascii=False) == '"\u00e9\u20ac\U0001f600"'
assert json.dumps([1, {"a": 2}], separators=(",", ":")) == '[1,{"a":2}]'
assert json.dumps([1, {"a": 2}], separators=(";", "=")) == '[1;{"a"=2}]'
assert json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True) == '{"a": {"c": 2, "d": 1}, "b": 1}'
assert json.dumps([1, [], {}, {"a": [2]}], indent=2) == '[\n  1,\n  [],\n  {},\n  {\n    "a": [\n      2\n    ]\n  }\n]'
assert json.dumps([1, 2], indent="\t") == "[\n\t1,\n\t2\n]"
assert json.dumps([1, 2], indent=0) == "[\n1,\n2\n]"
assert json.dumps({"a": 1}, indent=1, separators=(", ", ":")) == '{\n "a":1\n}'
assert json.dumps({(1, 2): 3, "a": 4}, skipkeys=True) == '{"a": 4}'
assert json.dumps([range(2)], default=list) == "[[0, 1]]"
assert json.dumps({1, 2}, default=sorted) == "[1, 2]"


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return "number"


class Table(dict):
    pass


class Row(list):
    pass


assert json.dumps([Text("x"), Number(7), Table(a=1), Row([1])]) == '["x", 7, {"a": 1}, [1]]'

raises(TypeError, lambda: json.dumps(object()), "Object of type object is not JSON serializable")
raises(TypeError, lambda: json.dumps({1, 2}), "Object of type set is not JSON serializable")
raises(TypeError, lambda: json.dumps(b"x"), "Object of type bytes is not JSON serializable")
raises(TypeError, lambda: json.dumps({(1,): 1}), "keys must be str, int, float, bool or None, not tuple")
raises(ValueError, lambda: json.dumps(float("nan"), allow_nan=False), "Out of range float values are not JSON compliant: nan")
l = []
l.append({"x": l})
raises(ValueError, lambda: json.dumps(l), "Circular reference detected")
raises(ValueError, lambda: json.dumps(object(), default=lambda o: o), "Circular reference detected")
raises(RecursionError, lambda: json.dumps(l, check_circular=False))
raises(TypeError, lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True))
raises(ZeroDivisionError, lambda: json.dumps(object(), default=lambda o: 1 // 0))
same = [1]
assert json.dumps([same, same]) == "[[1], [1]]"


class Coded(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, range):
            return {"from": o.start, "to": o.stop}
        return super().default(o)


assert json.dumps([range(3)], cls=Coded) == '[{"from": 0, "to": 3}]'
raises(TypeError, lambda: json.dumps(set(), cls=Coded))
assert "".join(json.JSONEncoder(indent=1).iterencode([1])) == "[\n 1\n]"
f = io.StringIO()
json.dump({"a": [1]}, f, separators=(",", ":"))
assert f.getvalue() == '{"a":[1]}'

# ---- reading ----
for text, o in [
    ("null", None), ("true", True), ("false", False), ("0", 0), ("-0", 0), ("-12", -12), ("1" + "0" * 30, 10 ** 30),
    ("1.5", 1.5), ("-1.5e2", -150.0), ("1E+2", 100.0), ("1e-2", 0.01), ('""', ""), ('"abc"', "abc"),
    ('"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'), ('"\\u00e9\\u20AC"', "\u00e9\u20ac"), ('"\\ud83d\\ude00"', "\U0001f600"),
    ('"\\ud800"', "\ud800"), ('"\\ud800x"', "\ud800x"), ('"\\ud800\\u0041"', "\ud800A"), ('"\u20ac\U0001f600"', "\u20ac\U0001f600"),
    ("[]", []), (" [ 1 , 2 ] ", [1, 2]), ("[[[]]]", [[[]]]), ("{}", {}), ('{"a":1, "b" : {"c":[]}}', {"a": 1, "b": {"c": []}}),
    ('{"a":1,"a":2}', {"a": 2}), ("\t\n\r 1", 1), ("Infinity", float("inf")), ("-Infinity", float("-inf")),
]:
    got = json.loads(text)
    assert got == o and type(got) is type(o), (text, got)
assert json.loads("NaN") != json.loads("NaN")
assert json.loads(b'{"a": "\xc3\xa9"}') == {"a": "\u00e9"} == json.loads(bytearray(b'{"a": "\xc3\xa9"}'))
assert json.load(io.StringIO("[1, 2]")) == [1, 2] == json.load(io.BytesIO(b"[1, 2]"))

for text, message in [
    ("", "Expecting value: line 1 column 1 (char 0)"), ("nul", "Expecting value: line 1 column 1 (char 0)"),
    ("[1,\n x]", "Expecting value: line 2 column 2 (char 5)"), ("-", "Expecting value: line 1 column 1 (char 0)"),
    ("[1,]", "Illegal trailing comma before end of array: line 1 column 3 (char 2)"),
    ('{"a":1,}', "Illegal trailing comma before end of object: line 1 column 7 (char 6)"),
    ("{a:1}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ('{"a":1,2}', "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"),
    ('{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"), ("[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)"),
    ('{"a":1 "b"', "Expecting ',' delimiter: line 1 column 8 (char 7)"), ("[1", "Expecting ',' delimiter: line 1 column 3 (char 2)"),
    ("1]", "Extra data: line 1 column 2 (char 1)"), ("1.", "Extra data: line 1 column 2 (char 1)"), ("01", "Extra data: line 1 column 2 (char 1)"),
    ("1e", "Extra data: line 1 column 2 (char 1)"), ('"abc', "Unterminated string starting at: line 1 column 1 (char 0)"),
    ('"\\', "Unterminated string starting at: line 1 column 1 (char 0)"), ('"\\x"', "Invalid \\escape: line 1 column 2 (char 1)"),
    ('"\\u12"', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"), ('"a\x01"', "Invalid control character at: line 1 column 3 (char 2)"),
    ('"\u20ac" x', "Extra data: line 1 column 5 (char 4)"),
    ("\ufeff1", "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"),
]:
    e = raises(json.JSONDecodeError, lambda: json.loads(text), message)
    assert isinstance(e, ValueError) and e.doc == text and message.startswith(e.msg) and message.endswith("(char %d)" % e.pos)
e = raises(json.JSONDecodeError, lambda: json.loads("[\n1,\n  ?"))
assert (e.lineno, e.colno, e.pos) == (3, 3, 7)
assert json.loads('"a\x01\n"', strict=False) == "a\x01\n"
raises(TypeError, lambda: json.loads(1), "the JSON object must be str, bytes or bytearray, not int")
raises(RecursionError, lambda: json.loads("[" * 100000))
raises(RecursionError, lambda: json.loads('{"a":' * 100000))

assert json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())) == [("a", [("b", 1)])]
assert json.loads('{"b": 1, "a": 2}', object_pairs_hook=tuple) == (("b", 1), ("a", 2))
assert json.loads("[1, 1.5, -2]", parse_int=str, parse_float=lambda s: "f" + s) == ["1", "f1.5", "-2"]
assert json.loads("[NaN, Infinity, -Infinity]", parse_constant=len) == [3, 8, 9]
raises(ZeroDivisionError, lambda: json.loads("[{}]", object_hook=lambda d: 1 // 0))
assert json.JSONDecoder().raw_decode('{"a": 1} rest') == ({"a": 1}, 8)
assert json.JSONDecoder().raw_decode("xx[1]", 2) == ([1], 5)
raises(ValueError, lambda: json.JSONDecoder().raw_decode("[]", -1))

# ---- there and back ----
big = {"list": list(range(100)), "texts": ["\u20ac" * i for i in range(20)], "deep": [[[[[[{"x": {}}]]]]]], "n": -1}
for options in {}, {"indent": 3}, {"ensure_ascii": False}, {"sort_keys": True}, {"separators": (",", ":")}:
    assert json.loads(json.dumps(big, **options)) == big
