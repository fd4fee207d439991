# modes: normal switch sanitize single arm arm-double ppc ppc-double
# Code files: adder compile, import, frozen modules.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
# what the command says of its own folder and of this machine is left out
say() { sed "s|$work|WORK|g"; }

mkdir app lib
cat >one.py <<'EOF'
"""The docstring."""
import sys
assert len(sys.argv) < 3, "too many"
print(__name__, __doc__, sys.argv[1:])
def fail(x):
    return x / 0
EOF
cp one.py app/__init__.py
echo 'from . import part; print(part.VALUE, part.__file__)' >app/__main__.py
echo 'VALUE = "part"' >app/part.py
$ADDER compile one.py app/__init__.py app/__main__.py app/part.py
echo "compiled: $?"
ls app
rm app/*.py
$ADDER one.adc 1
$ADDER one.adc 1 2 2>&1 | tail -n 1
$ADDER -m app | say
echo 'print("the source comes first")' >one.py
$ADDER -c 'import one'
rm one.py
$ADDER -c 'import one; print(one.__file__); one.fail(1)' 2>&1 | tail -n 3
$ADDER -c 'import one; f = one.fail; del one; import sys, gc; del sys.modules["one"]; gc.collect()
try: f(1)
except ZeroDivisionError as e: print("still there:", e)'

echo 'assert False' >two.py
$ADDER compile -O two.py -o lib/three.adc -s elsewhere.py && MICROPYPATH=lib $ADDER -c 'import three; print(three)' | say
$ADDER compile two.py -o - | head -c 4 | tail -c 3 && echo
echo 'x = = 1' >bad.py
$ADDER compile bad.py 2>&1
echo "bad source: $?"
ls bad.adc 2>&1 | wc -l
$ADDER compile >/dev/null 2>&1
echo "no file: $?"
$ADDER compile nothing.py 2>&1 | tail -n 1
$ADDER compile two.py -o no/such/folder 2>&1 | tail -n 1
$ADDER compile --target 8bit two.py 2>&1 | head -n 1

# what is refused
cd lib || exit 1
rm -f *
printf 'M\006\000\037rest' >old.mpy
$ADDER -c 'import old' 2>&1 | tail -n 1 | say
for target in 32le 32be 64le 64be; do
    $ADDER compile --target $target ../two.py -o t$target.adc
    $ADDER t$target.adc 2>&1 | tail -n 1 | sed "s|'/.*/t.*'|'FILE'|" | cut -c 1-40
done | sort | uniq -c | sed 's/^ *//'
$ADDER compile ../two.py -o cut.adc
head -c 60 cut.adc >cut2.adc
$ADDER cut2.adc 2>&1 | tail -n 1 | say
sed 's/two/tow/' cut.adc >changed.adc
$ADDER changed.adc 2>&1 | tail -n 1 | say

# modules in the image
$ADDER -c 'import functools; print(functools.__file__, functools.reduce(max, [1, 3, 2]))'
$ADDER -c 'import types
types.new_class("C", (), {}, lambda space: 1 / 0)' 2>&1 | sed 's/line [0-9]*/line N/'
echo 'print("mine")' >functools.py
$ADDER -c 'import functools'
rm functools.py
MICROPYPATH=nowhere $ADDER -c 'import functools' 2>&1 | tail -n 1
