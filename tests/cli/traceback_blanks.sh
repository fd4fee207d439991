# needs: columns
# Of a line in a traceback the blanks at its end are not shown.
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
cd "$dir"
printf 'def f(x):\n    return (1 / \t \n            x)  # c \t\n\n\nf(0)   \n' > blanks.py
$ADDER blanks.py 2>&1 | sed "s|$dir/||"
