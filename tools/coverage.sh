#!/bin/sh
# Runs the tests in the build `coverage` and prints how many of the lines of src/ they ran, by folder and in all; with
# -v by file, too. The build's flags write the counts as each process ends; gcov reads them.
cd "$(dirname "$0")/.." || exit 1
build=build/coverage
find $build -name '*.gcda' -exec rm {} +
tests/run -m coverage
status=$?
for source in src/*/*.c; do
    ${GCOV:-gcov} -n -o "$build/${source%.c}.gcda" "$source" 2>/dev/null
done | awk -v verbose="$1" '
    # File |src/vm/loop.c|   Lines executed:97.12% of 900
    /^File / { file = substr($2, 2, length($2) - 2) }
    /^Lines executed/ && file ~ /^src\/.*\.c$/ && !(file in lines) {
        split($2, part, "[:%]")
        lines[file] = $4
        run[file] = int(part[2] * $4 / 100 + 0.5)
        n = split(file, step, "/")
        folder = substr(file, 1, length(file) - length(step[n]) - 1)
        all[folder] += $4; ran[folder] += run[file]
        all["src in all"] += $4; ran["src in all"] += run[file]
    }
    END {
        if (verbose == "-v") for (f in lines) printf "%-28s %6d of %6d lines %5.1f %%\n", f, run[f], lines[f], 100 * run[f] / lines[f] | "sort"
        if (verbose == "-v") close("sort")
        for (f in all) printf "%-28s %6d of %6d lines %5.1f %%\n", f, ran[f], all[f], 100 * ran[f] / all[f] | "sort -r"
    }'
exit $status
