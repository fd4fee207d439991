#!/bin/sh
# Runs methods.py for each type and module, in a process of its own; says which ends badly, or takes longer than a minute
# (10 with sanitizers): it is interrupted then, status 124, or killed if that doesn't end it within seconds, 137.
#
#   tests/fuzz/methods.sh [BINARY [ARGUMENT OF ITS]...]      for example build/sanitize/adder -X heapsize=16M
cd "$(dirname "$0")/../.." || exit 1
[ $# -gt 0 ] || set -- build/adder -X heapsize=16M
case $1 in *sanitize*) seconds=600 ;; *) seconds=60 ;; esac
"$@" tests/fuzz/methods.py list | while read -r name; do
    timeout -s INT -k 5 "$seconds" "$@" tests/fuzz/methods.py "$name" </dev/null >/dev/null 2>build/methods.log
    status=$?
    [ $status -eq 0 ] && continue
    echo "$name: status $status, $(grep -m 1 'ERROR\|runtime error\|^endless' build/methods.log || tail -n 1 build/methods.log)"
done
