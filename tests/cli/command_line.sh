# needs: messages
# The command line and the exit status.
cd "$(dirname "$0")/data"
$ADDER -c 'print("hello", __name__)'
$ADDER -c 'import sys; print(sys.argv)' a -b c
$ADDER arguments.py one two
echo 'import sys; print("from stdin", sys.argv)' | $ADDER - x
printf 'print("piped")\n' | $ADDER
$ADDER -m arguments 3
$ADDER -marguments 3
$ADDER -m app 1
$ADDER -m app.part
$ADDER -m nothing 2>&1 | tail -n 1
for code in 'pass' 'raise SystemExit' 'raise SystemExit(7)' 'import sys; sys.exit(300)' 'import sys; sys.exit("message")' \
    'raise SystemExit(None)' 'exit(3)' '1/0' 'x = = 1' 'raise KeyboardInterrupt'; do
    $ADDER -c "$code" >/dev/null 2>&1
    echo "$code: $?"
done
$ADDER -c 'import sys; sys.exit("message")' 2>&1
$ADDER no_such_file.py >/dev/null 2>&1
echo "no file: $?"
$ADDER -O -c 'assert False; print(__debug__)'
$ADDER -X heapsize=64K -c 'print("small heap")'
$ADDER -X heapsize=64K -c 'x = []
try:
    while True: x.append("y" * 100)
except MemoryError:
    x = None
    print("MemoryError")'
$ADDER -X emit=native -c 'print("native")'
$ADDER -X nonsense -c 1 2>/dev/null
echo "unknown option: $?"
$ADDER -X compile-only -c 'print("not run")'
$ADDER -i -c 'x = 5' <<'END' 2>&1 | grep -v '^Adder'
x + 1
def f():
    return x

f()
raise ValueError('x')
_
raise SystemExit(4)
END
$ADDER -c 'print("out"); import sys; print("err", file=sys.stderr); print("out2")' 2>&1
$ADDER --version | sed 's/ .*//'
$ADDER -c 'import sys; print(sys.stdin.readline()); print(sys.stdin.buffer.read())' <<'END'
first line
rest
END
MICROPYPATH=data2:. $ADDER -c 'import sys; print(sys.path)'
$ADDER -c 'import sys; sys.atexit(lambda: print("at exit")); print("body")'
# hooks
$ADDER -c 'import sys
sys.excepthook = lambda t, e, b: print("hook:", t.__name__, e)
1/0'; echo "status $?"
$ADDER -c 'import sys
sys.excepthook = lambda t, e, b: [].pop()
None + 1' 2>&1 | grep -v '^ '
MICROPYPATH=. $ADDER -c 'import micropython; micropython.mem_info(1); micropython.qstr_info(1)' | sed 's/[0-9][0-9]*/N/g' | head -n 4
