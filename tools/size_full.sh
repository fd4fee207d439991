#!/bin/sh
# Prints what the full image takes, by folder, libc and the tables of Unicode apart:   tools/size_full.sh IMAGE OBJECT...
# IMAGE: linked with libc outside, and stripped. Folders: code, constants and the first content of variables, as their
# object files have them; what the linker makes of that - padding, headers, tables for the loader, less strings that are
# there twice - is the line `linked`.
image=$1
shift
{
    for object; do
        echo "object $object"
        "${SIZE:-size}" -A "$object"
    done
    echo "image $(wc -c <"$image")"
} | exec awk '
$1 == "object" {
    folder = $2
    sub(/^build\/[^\/]*\//, "", folder)
    tables = folder ~ /src\/value\/unicode[^\/]*$/
    sub(/\/[^\/]*$/, "", folder)
    next
}
$1 ~ /^\.(text|rodata|data|init_array|tdata)/ {
    if (tables && $1 ~ /^\.rodata/) unicode += $2
    else size[folder] += $2
    sum += $2
}
$1 == "image" { image = $2 }
function row(title, n) { printf "%-23s %14d\n", title, n }
END {
    printf "%-23s %14s\n", "bytes", "full"
    for (f in size) order[++n] = f
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && order[j - 1] > order[j]; j--) { t = order[j]; order[j] = order[j - 1]; order[j - 1] = t }
    for (i = 1; i <= n; i++) row(order[i], size[order[i]])
    row("linked", image - sum)
    row("Adder", image - unicode)
    row("tables of Unicode", unicode)
    row("all but libc", image)
}'
