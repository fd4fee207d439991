# needs: messages docstrings
# Options: how they are written, what is wrong with them, and the help.
cd "$(dirname "$0")/data"
$ADDER -h | head -n 1
$ADDER -h | awk 'length > 110 { print "too long:", $0 }'
[ "$($ADDER --help)" = "$($ADDER -h)" ] && echo "the same help"
$ADDER -V | sed 's/ .*//'
for options in -O0 -O -O1 -OO -O2 '-O -O' '-O2 -O0' -vO; do
    $ADDER $options -c 'def f():
    "text"
print(__debug__, f.__doc__)'
done
for options in -q --nonsense -c -m -X '-X nonsense' '-X heapsize' '-X heapsize=12' '-X heapsize=1T' \
    '-X heapsize=99999999999999999999' '-X failafter=x' -O-; do
    echo "$options"
    $ADDER $options 2>&1
    echo "status $?"
done
$ADDER -X heapsize=200K -c 'import micropython; print("K")'
$ADDER -X heapsize=200wK -c 'print("wK")'
$ADDER -Xheapsize=1M -ivO -c 'x = 3' </dev/null 2>/dev/null | sed 's/ $//'
# a file that looks like an option
work=$(mktemp -d)
cp arguments.py "$work/-x.py"
(cd "$work" && $ADDER -- -x.py -i)
rm -r "$work"
# what follows the program is the program's
$ADDER arguments.py -i -h --version
$ADDER -X compile-only arguments.py
$ADDER -X compile-only -m arguments
$ADDER -X compile-only syntax.py 2>&1 | tail -n 1
# the name it was started by
work=$(mktemp -d)
set -- $ADDER
runner=
case $1 in qemu-*) runner=$1; shift ;; esac
ln -s "$1" "$work/micropython"
$runner "$work/micropython" -q 2>&1
$runner "$work/micropython" --help | head -n 1
rm -r "$work"
# the environment
MICROPYINSPECT=1 $ADDER -c 'x = 4' </dev/null | sed 's/ $//'
MICROPYINSPECT= $ADDER -c 'x = 4' </dev/null
$ADDER -c 'import os; os.putenv("MICROPYINSPECT", "1")' </dev/null | sed 's/ $//'
HOME=/nowhere $ADDER -c 'import sys; print(sys.path)'
HOME=/nowhere MICROPYPATH='~/a:~b:c' $ADDER -c 'import sys; print(sys.path)'
# -v
$ADDER -v -c 'import arguments, sys' 2>&1 | sed 's|# .*/|# |'
# a script is known by its whole path, wherever the program goes; modules beside the script, not beside a link to it
work=$(mktemp -d)
ln -s "$PWD/folder/__main__.py" "$work/link.py"
printf 'import os\nos.chdir("/")\nprint(__file__)\n1 / 0\n' >"$work/moves.py"
(cd "$work" && $ADDER link.py z && $ADDER ./moves.py 2>&1) | sed "s|$work|WORK|"
rm -r "$work"
# folders
$ADDER folder x
$ADDER folder/ y
$ADDER memory/ 2>&1
echo "status $?"
