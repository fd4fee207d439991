# modes: normal sanitize
# timeout: 300
# Memory that is used up, at every single allocation of some programs, and in heaps of all small sizes: a run
# ends well or with an uncaught MemoryError. Prints what else happened.
cd "$(dirname "$0")/data/memory"
work=$(mktemp -d "${TMPDIR:-/tmp}/adder-memory.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
step=1
case $ADDER in *sanitize*) step=7 ;; esac

# Runs a program with an option; 0: it ended well. Any other end than that or a MemoryError is told.
try() { # program option
    timeout 60 $ADDER -X "$2" "$1" >"$work/out" 2>"$work/err"
    status=$?
    if [ $status -eq 0 ]; then
        cmp -s "$work/out" "$work/expected" || echo "$1, $2: another output: $(tail -n 1 "$work/out" "$work/err")"
    elif [ $status -ne 1 ] || [ "$(tail -n 1 "$work/err")" != MemoryError ]; then
        echo "$1, $2: status $status: $(tail -n 1 "$work/err")"
    fi
    return $status
}

for program in *.py; do
    $ADDER "$program" >"$work/expected"
    n=1
    well=0
    while [ $well -lt 30 ] && [ $n -lt 20000 ]; do
        if try "$program" failafter=$n; then well=$((well + step)); else well=0; fi
        n=$((n + step))
    done
    size=1024
    while [ $size -lt 16384 ]; do
        try "$program" heapsize=$size
        size=$((size + 104 * step))
    done
    echo "$program: $(tail -n 1 "$work/expected")"
done
