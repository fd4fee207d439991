#!/bin/sh
# Runs methods.py for each type and module, in a process of its own; says which ends badly.
#
#   tests/fuzz/methods.sh [BINARY [ARGUMENT OF ITS]...]      for example build/sanitize/adder -X heapsize=16M
cd "$(dirname "$0")/../.." || exit 1
[ $# -gt 0 ] || set -- build/adder -X heapsize=16M
"$@" tests/fuzz/methods.py list | while read -r name; do
    timeout 300 "$@" tests/fuzz/methods.py "$name" </dev/null >/dev/null 2>build/methods.log
    status=$?
    [ $status -eq 0 ] && continue
    echo "$name: status $status, $(grep -m 1 'ERROR\|runtime error' build/methods.log || tail -n 1 build/methods.log)"
done
