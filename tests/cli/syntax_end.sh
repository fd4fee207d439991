# needs: messages syntax_messages syntax_hints
# Where something is missing at the end of a source: a file's last line, without a caret; of -c and exec(), behind it.
# Arguments in the wrong order, lines that are indented by tabs.
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"
show() {
    printf "$1" >ends.py
    $ADDER ends.py 2>&1 | sed 's|File ".*/|File "|'
    printf "$1" >ends.py
    $ADDER -c "$(cat ends.py)" 2>&1
    $ADDER -c 'exec(open("ends.py").read())' 2>&1 | sed 1,4d
}
show 'def f():\n'
show 'try:\n    x = 1\n# no more\n'
show 'if x:\n    for y in z:'
show 'f(a=1, 2, 3)\n'
show '\tx = 1\n'
show 'if x:\n\ty\n\t\tz\n'
