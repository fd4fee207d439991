#!/bin/sh
# Writes port/linux/start.ld: a linker script that puts the functions which run before a program's first line next
# to each other, so that a start touches few pages (about 400 KiB less resident memory). Needs valgrind, and
# build/adder. Run it now and then; functions that are missing from the list, or gone, do no harm.
set -e
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/empty.py"
valgrind --tool=callgrind --callgrind-out-file="$work/out" build/adder "$work/empty.py" >/dev/null 2>&1
find build/full -name '*.o' -exec nm {} + | awk '$2 == "T" || $2 == "t" {print $3}' | sort -u >"$work/own"
sed -nE "s/^c?fn=\([0-9]+\) ([^']*).*/\1/p" "$work/out" | sort -u | comm -12 - "$work/own" >"$work/names"
{
    echo "/* Written by tools/start_order.sh: what a start runs, in one place. */"
    echo "SECTIONS"
    echo "{"
    echo "  .text.first :"
    echo "  {"
    sed 's/.*/    *(.text.&)/' "$work/names"
    echo "  }"
    echo "}"
    echo "INSERT BEFORE .text;"
} >port/linux/start.ld
wc -l <"$work/names"
