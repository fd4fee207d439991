# needs: messages os_errors
# The prompt on a pipe: lines as they come, no echo, no escape sequences. (On a terminal: tests/unit/test_prompt.c.)
run() { # expects the input as a printf format
    printf "$1" | $ADDER -i 2>&1
    echo "status $?"
}
run 'x = 1\nx + 1\nif x:\n  x\n  \n  _ + 5\n\nx = (3,\n\n4)\nx\n'
run '\n\n# nothing\n"""a\n\n  b"""\n'
run '1\r\n(2,\r\n3)\r\n'
run 'unfinished = ('
run '1/0\nx = = 1\nprint("on")'
run '"\377"\n\303\n"\303\251"\n'
run 'raise SystemExit(9)\nprint("never")\n'
run '\005if 1:\n    print("pasted")\n\n    print(1)\n\004print(2)\n'
run '\005print("cancelled")\n\003print(3)\n\004print("never")\n'
run 'import sys; sys.ps1 = "? "; sys.ps2 = ": "\n(\n1)\nsys.ps1 = 5\n1\n'
run 'input()\nthe line\nprint(_)\nimport sys; rest = sys.stdin.read()\nall that is left\n'
$ADDER -i </dev/null
echo "status $?"
$ADDER -i </ 2>&1
echo "status $?"
printf '1\n' | $ADDER -i 2>&1 >/dev/full
echo "status $?"
printf '1\n' | $ADDER -i 2>&1 >&-
echo "status $?"
printf '1/0\nprint("on")\n' | $ADDER -i 2>&-
echo "status $?"
echo 'print("program")
2' | $ADDER
