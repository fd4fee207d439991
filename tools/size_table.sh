#!/bin/sh
# Prints what images take of flash and RAM, by folder, from the maps that the linker wrote:
#   tools/size_table.sh MAP...
# Flash: code, constants, the first content of variables. RAM: variables; heap and stack apart.
exec awk '
# One contribution of an input section: its address, size and object file.
function count(section, address, size, file,    folder) {
    if (section ~ /^\.(debug|comment|ARM\.attr|note)/ || !size || address < 134217728) return
    folder = file ~ /\.a[:(]/ ? "libc, libm, libgcc" : file
    sub(/^build\/[^\/]*\//, "", folder)
    sub(/\/[^\/]*$/, "", folder)
    seen[folder] = 1
    if (section ~ /^\.noinit/) noinit[image] += size
    else if (section ~ /^(\.bss|COMMON)/) ram[image, folder] += size
    else {
        flash[image, folder] += size
        if (section ~ /^\.data/) ram[image, folder] += size
    }
}
function hex(text,    n, i) {
    n = 0
    text = tolower(substr(text, 3))
    for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return n
}
FNR == 1 { image++; name[image] = FILENAME; sub(/^build\//, "", name[image]); sub(/\/.*/, "", name[image]); body = 0 }
/^Linker script and memory map/ { body = 1 }
!body { next }
/^ [.C][^ ]*$/ { pending = $1; next }                       # a long section name stands on a line of its own
/^ [.C][^ ]* +0x[0-9a-f]+ +0x[0-9a-f]+ [^ ]/ { count($1, hex($2), hex($3), $4); next }
/^ +0x[0-9a-f]+ +0x[0-9a-f]+ [^ ]/ && pending { count(pending, hex($1), hex($2), $3) }
{ pending = "" }
END {
    printf "%-22s", "bytes"
    for (i = 1; i <= image; i++) printf " %14s %8s", name[i] " flash", "RAM"
    print ""
    n = 0
    for (f in seen) order[++n] = f
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && order[j - 1] > order[j]; j--) { t = order[j]; order[j] = order[j - 1]; order[j - 1] = t }
    for (own = 1; own >= 0; own--) {
        for (i = 1; i <= n; i++) {
            if ((order[i] ~ /^libc/) == own) continue
            printf "%-22s", order[i]
            for (m = 1; m <= image; m++) {
                printf " %14d %8d", flash[m, order[i]], ram[m, order[i]]
                total[m] += flash[m, order[i]]
                variables[m] += ram[m, order[i]]
            }
            print ""
        }
        printf "%-22s", own ? "Adder" : "all"
        for (m = 1; m <= image; m++) printf " %14d %8d", total[m], variables[m]
        print ""
    }
}' "$@"
