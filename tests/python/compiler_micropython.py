# needs: messages folding syntax_messages
# MicroPython's extras: const(), decorators that say how to compile.
import sys

if sys.implementation.name == "cpython":
    sys.exit(0)
import micropython
from micropython import const

_HIDDEN = const(3)
SHOWN = const(_HIDDEN * 2 + 1)
FLAG = const(1 << SHOWN)
_NAME = const("text")
_PAIR = const((1, 2))


def use():
    return _HIDDEN, SHOWN, FLAG, _NAME, _PAIR[1], -_HIDDEN


assert use() == (3, 7, 128, "text", 2, -3)
assert "_HIDDEN" not in globals() and globals()["SHOWN"] == 7


def shadow(_HIDDEN):
    SHOWN = 1
    return _HIDDEN, SHOWN, const(5), const(_HIDDEN)


assert shadow(9) == (9, 1, 5, 9)
runtime = const(len("abc"))
assert runtime == 3
SHOWN = 8
assert SHOWN == 8


def changed():
    return SHOWN


assert changed() == 8


class C:
    K = const(4)
    L = K + _HIDDEN


assert C.K == 4 and C.L == 7


@micropython.native
def native(x):
    return x + 1


@micropython.viper
def viper(x: int) -> int:
    return x + 2


@micropython.bytecode
def bytecode(x):
    return x + 3


assert native(1) + viper(1) + bytecode(1) == 9
try:
    exec("import micropython\n@micropython.asm_thumb\ndef f(): pass")
except SyntaxError as e:
    assert str(e).startswith("inline assembler is not available")
else:
    assert 0
space = {}
exec("const = lambda x: x * 2\ny = const(4)", space)
assert space["y"] == 8
