# needs: columns groups
# Tracebacks, as CPython 3.13 prints them.
cd "$(dirname "$0")/data"
for name in multi chained context noted group attribute long_line empty custom broken unpack assertion with_block \
    keyword non_ascii recurse_ generator comprehension lambda_ suppressed; do
    echo "-- $name"
    case $name in recurse_) set -- -c 'from deep_recursion_helper import *' ;; *) set -- deep.py "$name" ;; esac
    $ADDER "$@" 2>&1
    echo "status $?"
done
