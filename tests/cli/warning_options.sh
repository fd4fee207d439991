# needs: tracing warnings syntax_messages syntax_hints
# -W and PYTHONWARNINGS, in all their forms; with them, SyntaxWarnings of files are told.
dir=$(mktemp -d)
cd "$dir" || exit 1
cat >warns.py <<'EOF'
x = 1
print(x is 1)
import warnings
warnings.warn("hi")
EOF
try() {
    echo "== $*"
    $ADDER "$@" warns.py 2>&1 | sed "s,$dir/,,"
}
try
try -W default
try -Werror
try -W e::SyntaxWarning
try -W ignore
try -W always:hi
try -W d -W i:hi:UserWarning
try -W error:::__main__:4
try -W nonsense
try -W a:b:c:d:e:f
try -W ignore::Foo
try -W ignore::no.Foo
try -W ignore::int
try -W ignore:::x:y
(export PYTHONWARNINGS=error::SyntaxWarning,,ignore; try)
PYTHONWARNINGS=error::SyntaxWarning,,ignore $ADDER -W a -W once -c 'import sys; print(sys.warnoptions, sys.argv)' more
$ADDER -W 2>&1 | head -n 1
echo "== no file"
$ADDER -c 'assert (1, "x")' 2>&1
echo 'assert (1, "x")' | $ADDER 2>&1
rm -r "$dir"
