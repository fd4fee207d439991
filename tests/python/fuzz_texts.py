# needs: class_hook
# What fuzzing found: arguments that must be texts, and are none.
import sys

package = type(sys)("package")
package.__path__ = []
sys.modules["package"] = package
for f in (lambda: compile("1", "file", [1]), lambda: __import__("package", None, None, [1])):
    try:
        f()
    except TypeError as e:
        assert "must be str, not" in str(e)
    else:
        assert False
del sys.modules["package"]


class Text(str):
    pass


assert eval(compile("1", "file", Text("eval"))) == 1


class Odd:
    def __dir__(self):
        return [1]


if sys.implementation.name == "adder":
    try:
        help(Odd())
    except TypeError as e:
        assert "must be str, not int" in str(e)


# input() from an object; the names that relative imports begin from
class Input:
    def __init__(self, line):
        self.line = line

    def readline(self):
        return self.line


def import_from(globals):
    return __import__("a", globals, None, ["b"], 1)


def input_of(line):
    before, sys.stdin = sys.stdin, Input(line)
    try:
        return input()
    finally:
        sys.stdin = before


assert input_of(Text("line\n")) == "line"
for f, arg in ((input_of, 5), (import_from, {"__package__": 5}), (import_from, {"__name__": 5})):
    try:
        f(arg)
    except TypeError:
        pass
    else:
        assert False, arg
