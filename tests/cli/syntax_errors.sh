# needs: messages syntax_messages
# How syntax errors are shown.
cd "$(dirname "$0")/data"
$ADDER -c 'x = (1 +' 2>&1
$ADDER -c 'if True
    pass' 2>&1
$ADDER syntax.py 2>&1
$ADDER -c 'import syntax' 2>&1 | sed 's|File ".*/|File "|'
$ADDER -c 'def f():
return 1' 2>&1
