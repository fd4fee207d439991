"""A small debugger: breakpoint() stops a program, and its commands look around and go on step by step."""

import linecache
import reprlib
import sys
import traceback

__all__ = ["Pdb", "set_trace", "post_mortem", "pm", "run", "runcall"]

HELP = """\
h(elp)               this text
w(here)              the frames, the innermost last
u(p), d(own)         to the frame around, within
l(ist) [.]           the source around the line; once more: what follows
ll                   the source of the whole function
p, pp EXPRESSION     its value
whatis EXPRESSION    its type
a(rgs)               the arguments
s(tep)               to the next line, in whatever function
n(ext)               to the next line of this function
r(eturn)             until this function returns
j(ump) LINE          there, without what is in between
c(ontinue)           until a breakpoint
b(reak) [FILE:]LINE  stop there; without a line, tells where
tbreak [FILE:]LINE   the same, for the first time only
cl(ear) [NUMBER]     forgets that breakpoint; without a number, all
q(uit)               ends the program
!STATEMENT           runs it, as does all that is no command"""


def _margin(text):
    return len(text) - len(text.lstrip())


class BdbQuit(Exception):
    __module__ = "bdb" # CPython's


class _Break:
    def __init__(self, number, file, line, temporary):
        self.number, self.file, self.line, self.temporary = number, file, line, temporary
        self.hits = 0

    def __str__(self):
        return "%s:%d" % (self.file, self.line)


class Pdb:
    def __init__(self, stdin=None, stdout=None):
        self.stdin = stdin
        self.stdout = stdout
        self.breaks = {}  # by their numbers
        self.numbers = 0  # that were given
        self.entered = True  # the function that runcall() calls: its first line stops, not the call
        self.go_on()
        self.last = ""

    def print(self, *values):
        print(*values, file=self.stdout or sys.stdout)

    # ---- when to stop ----

    def trace(self, frame, event, arg):
        if event == "line":
            if self.is_break(frame) or self.wanted(frame):
                self.interact(frame)
        elif event == "call":
            if self.entered and self.wanted(frame):
                self.print("--Call--")
                self.interact(frame)
            self.entered = True
        elif event == "return":
            if self.wanted(frame) or frame is self.until_return:
                self.print("--Return--")
                self.interact(frame, returned="->" + reprlib.repr(arg))
            if frame is self.stop_in:
                self.stop_in = None # the line of the caller is next
        elif self.wanted(frame):
            self.print(traceback.format_exception_only(arg[1])[-1].strip())
            self.interact(frame)
        return self.trace

    def wanted(self, frame):
        return not self.running and (self.stop_in is None or self.stop_in is frame)

    def break_at(self, file, line):
        for point in self.breaks.values():
            if point.line == line and point.file == file:
                return point

    def is_break(self, frame):
        point = self.break_at(frame.f_code.co_filename, frame.f_lineno)
        if point:
            point.hits += 1
            if point.temporary:
                self.forget(point)
        return point is not None

    def forget(self, point):
        del self.breaks[point.number]
        self.print("Deleted breakpoint %d at %s" % (point.number, point))

    def go_on(self, stop_in=None, running=False, until_return=None):
        self.stop_in = stop_in  # the frame whose next line or return stops; None: every frame's
        self.running = running  # stops at breakpoints alone
        self.until_return = until_return  # ... and when this frame returns

    def start(self, frame):
        self.go_on()
        self.interact(frame)
        if self.running and not self.breaks and not self.until_return:
            return
        while frame:
            frame.f_trace = self.trace
            frame = frame.f_back
        sys.settrace(self.trace)

    # ---- the conversation ----

    def read(self):
        if self.stdin is None:
            try:
                return input("(Pdb) ")
            except EOFError:
                return "quit"
        line = self.stdin.readline()
        return line.rstrip("\n") if line else "quit"

    def interact(self, frame, frames=None, returned=""):
        if frames is None:
            frames = []
            f = frame
            while f:
                frames.insert(0, (f, f.f_lineno))
                f = f.f_back
        self.frames = frames
        self.at = len(frames) - 1
        self.listed = 0  # the last line that was shown of the source
        self.returned = returned
        self.show()
        while True:
            line = self.read().strip() or self.last
            self.last = line
            if line and self.command(line):
                return

    def show(self):
        self.show_frame(self.at)

    def show_frame(self, i):
        frame, line = self.frames[i]
        code = frame.f_code
        returned = self.returned if i == len(self.frames) - 1 else ""
        self.print("%s %s(%d)%s()%s" % (">" if i == self.at else " ", code.co_filename, line, code.co_name, returned))
        text = linecache.getline(code.co_filename, line).strip()
        if text:
            self.print("->", text)

    def command(self, line):
        """Whether the program goes on."""
        name, _, rest = line.partition(" ")
        method = COMMANDS.get(name)
        if method is None or line[0] == "!":
            self.statement(line[1:] if line[0] == "!" else line)
            return False
        return method(self, rest.strip())

    def spaces(self):
        frame = self.frames[self.at][0]
        return frame.f_globals, frame.f_locals

    def statement(self, text):
        names, variables = self.spaces()
        known = dict(variables)
        try:
            try:
                code = compile(text, "<stdin>", "eval")
            except SyntaxError:
                exec(text, names, known)
            else:
                value = eval(code, names, known)
                if value is not None:
                    self.print(repr(value))
            for name, value in known.items():
                if name not in variables or variables[name] is not value:
                    variables[name] = value
        except Exception as e:
            self.print("*** %s: %s" % (type(e).__name__, e))

    # ---- commands ----

    def do_help(self, rest):
        self.print(HELP)

    def do_where(self, rest):
        for i in range(len(self.frames)):
            self.show_frame(i)

    def do_up(self, rest):
        self.move(-1, "Oldest frame")

    def do_down(self, rest):
        self.move(1, "Newest frame")

    def move(self, by, end):
        if not 0 <= self.at + by < len(self.frames):
            self.print("***", end)
            return
        self.at += by
        self.listed = 0
        self.show()

    def list_lines(self, first, last):
        frame, here = self.frames[self.at]
        file = frame.f_code.co_filename
        for line, text in enumerate(linecache.getlines(file)[first - 1:last], first):
            mark = "B" if self.break_at(file, line) else ""
            self.print("%s\t%s" % ("%3d %1s%s" % (line, mark, "->" if line == here else ""), text.rstrip()))

    def do_list(self, rest):
        frame, here = self.frames[self.at]
        first = max(1, here - 5) if rest or not self.listed else self.listed + 1
        self.listed = first + 10
        self.list_lines(first, self.listed)
        if self.listed > len(linecache.getlines(frame.f_code.co_filename)):
            self.print("[EOF]")

    def do_longlist(self, rest):
        code = self.frames[self.at][0].f_code
        lines = linecache.getlines(code.co_filename)
        first = last = code.co_firstlineno
        if code.co_name == "<module>":
            last = len(lines)
        else: # all that is further to the right
            margin = _margin(lines[first - 1])
            for i, text in enumerate(lines[first:], first + 1):
                if text.strip():
                    if _margin(text) <= margin:
                        break
                    last = i
        self.list_lines(first, last)

    def value(self, text):
        """Of an expression, in a tuple; None: it was an error, which was told."""
        try:
            return eval(text, self.spaces()[0], dict(self.spaces()[1])),
        except Exception as e:
            self.print("*** %s: %s" % (type(e).__name__, e))

    def do_print(self, rest):
        for value in self.value(rest) or ():
            self.print(repr(value))

    def do_whatis(self, rest):
        for value in self.value(rest) or ():
            code = getattr(value, "__code__", None)
            if code:
                self.print("Method" if hasattr(value, "__self__") else "Function", code.co_name)
            elif isinstance(value, type):
                self.print("Class %s.%s" % (value.__module__, value.__qualname__))
            else:
                self.print(type(value))

    def do_jump(self, rest):
        if self.at + 1 != len(self.frames):
            self.print("*** You can only jump within the bottom frame")
        elif not rest.isdigit():
            self.print("*** The 'jump' command requires a line number")
        else:
            try:
                self.frames[-1][0].f_lineno = int(rest)
            except ValueError as e:
                self.print("*** Jump failed:", e)
            else:
                self.frames[-1] = self.frames[-1][0], int(rest)
                self.show()

    def do_args(self, rest):
        frame = self.frames[self.at][0]
        code, variables = frame.f_code, frame.f_locals
        count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:count]:
            self.print(name, "=", repr(variables[name]) if name in variables else "*** undefined ***")

    def do_step(self, rest):
        self.go_on()
        return True

    def do_next(self, rest):
        self.go_on(stop_in=self.frames[-1][0])
        return True

    def do_return(self, rest):
        self.go_on(running=True, until_return=self.frames[-1][0])
        return True

    def do_continue(self, rest):
        self.go_on(running=True)
        if not self.breaks:
            sys.settrace(None)
        return True

    def do_break(self, rest, temporary=False):
        if not rest:
            if self.breaks:
                self.print("Num Type         Disp Enb   Where")
            for point in self.breaks.values():
                kept = "del " if point.temporary else "keep"
                self.print("%-4dbreakpoint   %s yes   at %s" % (point.number, kept, point))
                if point.hits:
                    self.print("\tbreakpoint already hit %d time%s" % (point.hits, "s" if point.hits > 1 else ""))
            return
        file, _, line = rest.rpartition(":")
        if not line.isdigit():
            self.print("*** The specified line is not a number:", rest)
            return
        self.numbers += 1
        point = _Break(self.numbers, file or self.frames[self.at][0].f_code.co_filename, int(line), temporary)
        self.breaks[point.number] = point
        self.print("Breakpoint %d at %s" % (point.number, point))

    def do_tbreak(self, rest):
        self.do_break(rest, True)

    def do_clear(self, rest):
        numbers = rest.split() or [str(n) for n in self.breaks]
        for number in numbers:
            if number.isdigit() and int(number) in self.breaks:
                self.forget(self.breaks[int(number)])
            elif number.isdigit():
                self.print("*** Breakpoint %s already deleted" % number if 0 < int(number) <= self.numbers else
                           "*** Breakpoint number %s out of range" % number)
            else:
                self.print("*** Non-numeric breakpoint number", number)

    def do_quit(self, rest):
        sys.settrace(None)
        raise BdbQuit


COMMANDS = {}
for _name, _short in (("help", "h"), ("where", "w"), ("where", "bt"), ("up", "u"), ("down", "d"), ("list", "l"),
                      ("longlist", "ll"), ("print", "p"), ("print", "pp"), ("whatis", "whatis"), ("tbreak", "tbreak"),
                      ("args", "a"), ("step", "s"), ("next", "n"), ("return", "r"), ("jump", "j"), ("continue", "c"),
                      ("continue", "cont"), ("break", "b"), ("clear", "cl"), ("quit", "q"), ("quit", "exit")):
    COMMANDS[_name] = COMMANDS[_short] = getattr(Pdb, "do_" + _name)
del COMMANDS["print"]

_debugger = None


def set_trace(*, header=None):
    """Stops at the line of the caller."""
    global _debugger
    if _debugger is None:
        _debugger = Pdb()
    if header is not None:
        _debugger.print(header)
    _debugger.start(sys._getframe(1))


def post_mortem(t=None):
    """Looks around where an exception was raised."""
    if t is None:
        t = sys.exception()
    if isinstance(t, BaseException):
        t = t.__traceback__
    frames = []
    while t:
        frames.append((t.tb_frame, t.tb_lineno))
        t = t.tb_next
    if not frames:
        raise ValueError("A valid traceback must be passed if no exception is being handled")
    try:
        Pdb().interact(None, frames)
    except BdbQuit:
        pass


def pm():
    post_mortem(sys.last_exc)


def runcall(function, *args, **keywords):
    """Calls the function, and stops at its first line."""
    debugger = Pdb()
    debugger.entered = False
    sys.settrace(debugger.trace)
    try:
        return function(*args, **keywords)
    except BdbQuit:
        pass
    finally:
        sys.settrace(None)


def run(statement, globals=None, locals=None):
    """Runs the text, and stops at its first line."""
    if globals is None:
        globals = sys.modules["__main__"].__dict__
    runcall(exec, statement, globals, globals if locals is None else locals)
