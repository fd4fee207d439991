# needs: tracing pdb
# breakpoint() and the debugger's commands.
cd "$(dirname "$0")/data"
printf 'w\np x\nx = 10\nx\nn\ns\na\ns\ns\np nothing\nr\nd\nu\nu\nl\nb 11\nb nonsense\nb\nl .\nll\ncl 1\ncl 9\nhelp\nc\n' | $ADDER debugged.py
echo
echo "-- until the next breakpoint; then the end"
printf 'b 8\nc\np a\nb\nl\nc\n' | $ADDER debugged.py
echo
echo "-- a temporary one; the whole function, types, errors"
printf 'tbreak 9\nb\nc\nll\nwhatis a\nwhatis g\nwhatis int\npp a\np 1/0\nn\nn\nw\nc\n' | $ADDER debugged.py
echo
echo "-- to another line"
printf 'n\ns\ns\ns\nj x\nj 1\nj 99\nj 10\nj 9\np b\nu\nj 5\nd\nc\n' | $ADDER -W ignore debugged.py
echo
printf 'q\n' | $ADDER debugged.py 2>&1 | tail -n 1
PYTHONBREAKPOINT=0 $ADDER debugged.py
printf 'p here\nu\nq\n' | $ADDER -c '
import pdb
def f():
    here = 5
    nothing
try: f()
except NameError: pdb.post_mortem()
'
echo
printf 'n\np y\nc\n' | $ADDER -c '
import pdb
def f(y):
    return y
print(pdb.runcall(f, 7))
'
