#!/bin/sh
# Prints what images take of flash and RAM, by folder:   tools/size_table.sh PREFIX IMAGE.elf...
# PREFIX: the tools' (arm-none-eabi-). Flash: code, constants, the first content of variables. RAM: variables; heap and
# stack apart. The compiler optimises an image as one program, so the folder of a name is that of the object files
# (in the image's own folder) that define it.
prefix=$1
shift
{
    for image; do
        name=$(basename "$(dirname "$image")")
        echo "image $name"
        (cd "$(dirname "$image")" && find src port -name '*.o' | LC_ALL=C sort | while read -r object; do
            echo "folder $(dirname "$object")"
            "${prefix}readelf" -sW "$object"
        done)
        echo "sections"
        "${prefix}size" -A "$image"
        echo "names"
        "${prefix}nm" -nS "$image"
    done
} | exec awk '
function hex(text,    n, i) {
    n = 0
    for (i = 1; i <= length(text); i++) n = n * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return n
}
# A name of the image, without what the compiler has put behind it.
function plain(name) {
    sub(/\.(lto_priv|constprop|part|isra|cold|localalias)\..*/, "", name)
    sub(/\.[0-9]+$/, "", name)
    return name
}
$1 == "image" { name[++image] = $2; state = "folder"; next }
$1 == "folder" { folder = $2; next }
$1 == "sections" || $1 == "names" { state = $1; end = 0; next }
state == "folder" && NF == 8 && $4 ~ /FUNC|OBJECT/ && $7 != "UND" { from[image, plain($8)] = folder; seen[folder] = 1; next }
state == "sections" && $1 ~ /^\.(text|ARM.exidx|data)$/ { flash[image] += $2 }
state == "sections" && $1 ~ /^\.(data|bss)$/ { ram[image] += $2 }
state == "names" && NF == 4 { # several names may share a place, or overlap
    size = hex($1) + hex($2) - (hex($1) > end ? hex($1) : end)
    if (size <= 0) next
    end = hex($1) + hex($2)
    if (!((image, plain($4)) in from) && $4 !~ /\./) place = "libc, libm, libgcc"
    else place = (image, plain($4)) in from ? from[image, plain($4)] : other
    if ($4 ~ /^heap/ && $3 ~ /[bB]/ && size > 4096) next
    seen[place] = 1
    if ($3 !~ /[bB]/) flash_of[image, place] += size
    if ($3 ~ /[bBdD]/) ram_of[image, place] += size
}
function row(title, place,    m) {
    printf "%-23s", title
    for (m = 1; m <= image; m++) printf " %14d %8d", flash_of[m, place], ram_of[m, place]
    print ""
}
BEGIN { other = "the rest" }
END {
    printf "%-23s", "bytes"
    for (i = 1; i <= image; i++) printf " %14s %8s", name[i] " flash", "RAM"
    print ""
    for (f in seen) if (f ~ /\//) order[++n] = f
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && order[j - 1] > order[j]; j--) { t = order[j]; order[j] = order[j - 1]; order[j - 1] = t }
    for (m = 1; m <= image; m++) {
        flash_of[m, "all"] = flash[m]
        ram_of[m, "all"] = ram[m]
        flash_of[m, "own"] = flash[m] - flash_of[m, "libc, libm, libgcc"]
        ram_of[m, "own"] = ram[m] - ram_of[m, "libc, libm, libgcc"]
        flash_of[m, other] = flash_of[m, "own"]
        ram_of[m, other] = ram_of[m, "own"]
        for (i = 1; i <= n; i++) {
            flash_of[m, other] -= flash_of[m, order[i]]
            ram_of[m, other] -= ram_of[m, order[i]]
        }
    }
    for (i = 1; i <= n; i++) row(order[i], order[i])
    row("texts, inline functions", other)
    row("Adder", "own")
    row("libc, libm, libgcc", "libc, libm, libgcc")
    row("all", "all")
}'
