"""A small debugger: breakpoint() stops a program, and its commands look around and go on step by step."""

import sys

__all__ = ["Pdb", "set_trace", "post_mortem", "pm", "run", "runcall"]

HELP = """\
h(elp)               this text
w(here)              the frames, the innermost last
u(p), d(own)         to the frame around, within
l(ist)               the source around the line
p EXPRESSION         its value
a(rgs)               the variables
s(tep)               to the next line, in whatever function
n(ext)               to the next line of this function
r(eturn)             until this function returns
c(ontinue)           until a breakpoint
b(reak) [FILE:]LINE  stop there; without a line, tells where
cl(ear) [NUMBER]     forgets that breakpoint; without a number, all
q(uit)               ends the program
!STATEMENT           runs it, as does all that is no command"""


class BdbQuit(Exception):
    pass


class Pdb:
    def __init__(self, stdin=None, stdout=None):
        self.stdin = stdin
        self.stdout = stdout
        self.breaks = []  # [(file, line)], None where one was forgotten
        self.stop_in = None  # the frame whose next line stops; None: every frame's
        self.running = False  # stops at breakpoints alone
        self.last = ""

    def print(self, *values):
        print(*values, file=self.stdout or sys.stdout)

    # ---- when to stop ----

    def trace(self, frame, event, arg):
        if event == "call":
            return self.trace
        if event == "line" and (self.wanted(frame) or self.is_break(frame)):
            self.interact(frame)
        elif event == "return" and frame is self.stop_in:
            if self.until_return:
                self.print("--Return--")
                self.interact(frame)
            else:
                self.stop_in = frame.f_back
        return self.trace

    def wanted(self, frame):
        if self.running or self.until_return:
            return False
        return self.stop_in is None or self.stop_in is frame

    def is_break(self, frame):
        return (frame.f_code.co_filename, frame.f_lineno) in self.breaks

    def go_on(self, stop_in=None, running=False, until_return=False):
        self.stop_in = stop_in
        self.running = running
        self.until_return = until_return

    def start(self, frame):
        self.go_on()
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

    def interact(self, frame, frames=None):
        if frames is None:
            frames = []
            f = frame
            while f:
                frames.insert(0, (f, f.f_lineno))
                f = f.f_back
        self.frames = frames
        self.at = len(frames) - 1
        self.show()
        while True:
            line = self.read().strip() or self.last
            self.last = line
            if line and self.command(line):
                return

    def show(self):
        frame, line = self.frames[self.at]
        code = frame.f_code
        self.print("> %s(%d)%s()" % (code.co_filename, line, code.co_name))
        text = self.source(code.co_filename, line)
        if text:
            self.print("->", text)

    def source(self, file, line):
        import linecache
        return linecache.getline(file, line).strip()

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
        for i, (frame, line) in enumerate(self.frames):
            code = frame.f_code
            self.print("%s %s(%d)%s()" % (">" if i == self.at else " ", code.co_filename, line, code.co_name))
            text = self.source(code.co_filename, line)
            if text:
                self.print("->", text)

    def do_up(self, rest):
        self.move(-1, "Oldest frame")

    def do_down(self, rest):
        self.move(1, "Newest frame")

    def move(self, by, end):
        if not 0 <= self.at + by < len(self.frames):
            self.print("***", end)
            return
        self.at += by
        self.show()

    def do_list(self, rest):
        frame, here = self.frames[self.at]
        import linecache
        for line in range(max(1, here - 5), here + 6):
            text = linecache.getline(frame.f_code.co_filename, line)
            if text:
                self.print("%3d%s %s" % (line, "->" if line == here else "  ", text.rstrip("\n")))

    def do_print(self, rest):
        try:
            self.print(repr(eval(rest, self.spaces()[0], dict(self.spaces()[1]))))
        except Exception as e:
            self.print("*** %s: %s" % (type(e).__name__, e))

    def do_args(self, rest):
        for name, value in self.spaces()[1].items():
            self.print("%s = %r" % (name, value))

    def do_step(self, rest):
        self.go_on()
        return True

    def do_next(self, rest):
        self.go_on(stop_in=self.frames[-1][0])
        return True

    def do_return(self, rest):
        self.go_on(stop_in=self.frames[-1][0], until_return=True)
        return True

    def do_continue(self, rest):
        self.go_on(running=True)
        if not any(self.breaks):
            sys.settrace(None)
        return True

    def do_break(self, rest):
        if not rest:
            for i, place in enumerate(self.breaks):
                if place:
                    self.print("%d at %s:%d" % (i + 1, *place))
            return
        file, _, line = rest.rpartition(":")
        if not line.isdigit():
            self.print("*** The specified line is not a number:", rest)
            return
        self.breaks.append((file or self.frames[self.at][0].f_code.co_filename, int(line)))
        self.print("Breakpoint %d at %s:%d" % (len(self.breaks), *self.breaks[-1]))

    def do_clear(self, rest):
        if not rest:
            self.breaks = []
        elif rest.isdigit() and 0 < int(rest) <= len(self.breaks):
            self.breaks[int(rest) - 1] = None
        else:
            self.print("*** No breakpoint", rest)

    def do_quit(self, rest):
        sys.settrace(None)
        raise BdbQuit


COMMANDS = {}
for _name, _short in (("help", "h"), ("where", "w"), ("where", "bt"), ("up", "u"), ("down", "d"), ("list", "l"),
                      ("print", "p"), ("args", "a"), ("step", "s"), ("next", "n"), ("return", "r"), ("continue", "c"),
                      ("continue", "cont"), ("break", "b"), ("clear", "cl"), ("quit", "q"), ("quit", "exit")):
    COMMANDS[_name] = COMMANDS[_short] = getattr(Pdb, "do_" + _name)
del COMMANDS["print"]

_debugger = None


def set_trace(*, header=None):
    """Stops at the line that comes next in the caller."""
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
    debugger.go_on()
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
