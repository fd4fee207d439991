import sys
import io


class Mine(Exception):
    def __init__(self, *args, code=3):
        super().__init__(*args)
        self.code = code


def fail(n):
    if n:
        try:
            fail(n - 1)
        except Exception as e:
            raise Mine("level", n, code=n) from e
        finally:
            n = [n]
    raise KeyError("deep")


out = []
try:
    fail(3)
except Mine as e:
    text = io.StringIO()
    sys.print_exception(e, text)
    out.append(len(text.getvalue()) > 100)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [OSError(2, "x")])])
    except* ValueError as g:
        out.append(len(g.exceptions))
    except* OSError:
        out.append("os")
except ExceptionGroup as g:
    out.append(repr(g))
for source in ("1 +", "def f(:", "x = 'abc", "f(a=1, a=2)", "match x:\n case 1: pass\n", "lambda x, *y, z=1, **k: (yield)"):
    try:
        out.append(type(compile(source, "s", "exec")).__name__)
    except SyntaxError as e:
        out.append(e.msg)
scope = {}
exec("def g(a, b=[1, 2], *c, d: int = 3):\n    'doc'\n    class C:\n        x = a\n    return C, [b for b in c], f'{a}'", scope)
out.append(scope["g"](1, 2, 3)[1:])
out.append(eval("[x ** 2 for x in range(5) if x % 2]"))


class Del:
    def __del__(self):
        out.append("del")


d = Del()
d = None
import gc
gc.collect()
out.append(str(open.__name__))
try:
    open("/nonexistent/file")
except OSError as e:
    out.append(e.errno)
print(out)
