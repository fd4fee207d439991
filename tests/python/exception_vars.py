# needs: methods messages
# vars() of an exception has what programs set on it, not the fields of its type.


def caught(f):
    try:
        f()
    except Exception as e:
        return e


for e in caught(lambda: [].x), caught(lambda: no_such_name), caught(lambda: __import__("no_such_module")):
    assert e.name and vars(e) == {} and vars(e) == e.__dict__
    e.own = 1
    assert vars(e) == {"own": 1} and e.own == 1 and e.name
e = OSError(2, "text")
e.errno = 5
e.filename = "f"
e.own = [1]
assert vars(e) == {"own": [1]} and (e.errno, e.filename) == (5, "f")
e = SyntaxError("text")
e.lineno = 3
assert vars(e) == {} and e.lineno == 3
e = StopIteration(1)
e.value = 2
assert vars(e) == {} and e.value == 2
e = ExceptionGroup("text", [ValueError(1)])
e.own = 1
assert vars(e) == {"own": 1} and len(e.exceptions) == 1


class Own(Exception):
    def __init__(self, name):
        super().__init__(name)
        self.name = name # no field of this type


e = Own("x")
assert vars(e) == {"name": "x"}
vars(e)["more"] = 1
assert e.more == 1 and e.args == ("x",)
e.add_note("note")
assert vars(e) == {"name": "x", "more": 1, "__notes__": ["note"]}
assert list(vars(e)) == ["name", "more", "__notes__"]
print("ok")
