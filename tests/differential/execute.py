# Runs the cases of a file, from case number FIRST on, and prints one line for each: what it showed by p(), and the
# exception that ended it. Run by compare.py, with both implementations.
import sys

SEPARATOR = "\n#----\n"
LONGEST = 3000
shown = []


def show(value, depth=0):
    """The text of a value: as repr(), but a set is in order, and an iterator shows what is left in it."""
    kind = type(value)
    if depth > 8:
        return "..."
    if kind in (set, frozenset):
        return kind.__name__ + "{" + ", ".join(sorted([show(v, depth + 1) for v in value])) + "}"
    if kind in (list, tuple):
        return kind.__name__ + "(" + ", ".join([show(v, depth + 1) for v in value]) + ")"
    if kind is dict:
        return "{" + ", ".join([show(k, depth + 1) + ": " + show(v, depth + 1) for k, v in value.items()]) + "}"
    if isinstance(value, BaseException):
        return show_exception(value, depth)
    if isinstance(value, type):
        return "class " + value.__qualname__
    if kind.__name__ in ("function", "builtin_function_or_method", "method", "closure", "bound_method", "method-wrapper"):
        return kind.__name__ + " " + getattr(value, "__qualname__", "?")
    if hasattr(kind, "__next__") and hasattr(kind, "__iter__"):
        items = []
        try:
            for item in value:
                items.append(show(item, depth + 1))
                if len(items) == 20:
                    break
        except Exception as e:
            items.append(show(e, depth + 1))
        return kind.__name__ + "<" + ", ".join(items) + ">"
    return repr(value)


def show_exception(e, depth=0):
    text = type(e).__name__ + "(" + str(e) + ")"
    if isinstance(e, BaseExceptionGroup):
        text += "[" + ", ".join([show(inner, depth + 1) for inner in e.exceptions]) + "]"
    if hasattr(e, "__notes__"):
        text += " notes " + show(e.__notes__, depth + 1)
    if e.__cause__ is not None:
        text += " from " + show(e.__cause__, depth + 1)
    elif e.__context__ is not None and not e.__suppress_context__:
        text += " while " + show(e.__context__, depth + 1)
    return text


def lines_of(traceback):
    lines = []
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<case>":
            lines.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return lines


def p(*values):
    """Shows values; gives back the last."""
    if len(shown) < 200:
        shown.append(" ".join([show(v) for v in values]))
    return values[-1] if values else None


class Manager:
    """A context manager that tells what happens; it swallows exceptions of one type."""
    def __init__(self, name, swallows=()):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        p("enter", self.name)
        return self.name

    def __exit__(self, kind, value, traceback):
        p("exit", self.name, value)
        return kind is not None and issubclass(kind, self.swallows)


class Awaitable:
    """Awaiting it yields a value to whoever drives the coroutine, and gives what is sent back."""
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


class AsyncManager(Manager):
    async def __aenter__(self):
        await Awaitable("in")
        return self.__enter__()

    async def __aexit__(self, *about):
        await Awaitable("out")
        return self.__exit__(*about)


class AsyncCount:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Awaitable(self.n)


def drive(coroutine, answers=()):
    """Runs a coroutine by hand; each of the answers is sent to it, an exception is thrown."""
    answers = list(answers)
    try:
        answer = None
        for _ in range(30):
            if isinstance(answer, Exception):
                p("yields", coroutine.throw(answer))
            else:
                p("yields", coroutine.send(answer))
            answer = answers.pop(0) if answers else None
        coroutine.close()
    except StopIteration as e:
        p("returns", e.value)
    except Exception as e:
        p("raises", e)


def outcome(source):
    del shown[:]
    names = {"__name__": "case", "p": p, "drive": drive, "Manager": Manager, "Awaitable": Awaitable,
             "AsyncManager": AsyncManager, "AsyncCount": AsyncCount}
    try:
        exec(compile(source, "<case>", "exec"), names)
        end = ""
    except SyntaxError as e:
        end = "SyntaxError(" + str(e.msg) + ")"
    except BaseException as e:
        try:
            end = show(e)
        except BaseException as inner:
            end = type(e).__name__ + " that can't be shown: " + type(inner).__name__
        end += " at " + repr(lines_of(e.__traceback__))
    text = " | ".join(shown) + (" ! " + end if end else "")
    text = ascii(text)[1:-1].replace("\\'", "'")
    return text if len(text) <= LONGEST else text[:LONGEST] + "... " + str(len(text))


class Output:
    """What print() writes to."""
    def write(self, text):
        shown.append("printed " + repr(text))
        return len(text)

    def flush(self):
        pass


def main():
    out, sys.stdout = sys.stdout, Output()
    with open(sys.argv[1], encoding="utf-8") as f:
        cases = f.read().split(SEPARATOR)
    for case in cases[int(sys.argv[2]):]:
        out.write(outcome(case) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
