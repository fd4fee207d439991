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
