# modes: normal
# timeout: 150
# mpremote, MicroPython's host tool, against the prompt on a pseudo-terminal. MPREMOTE names its script, if it is not on PATH.
python=$(command -v /usr/bin/python3 || command -v python3)
server=build/full/unit/test_raw_repl
if [ -f "$MPREMOTE" ] && "${python:-false}" -c "import serial, platformdirs" 2>/dev/null; then
    mpremote="$python $MPREMOTE"
else
    mpremote=$(command -v mpremote)
fi
if [ -z "$mpremote" ] || [ ! -x "$server" ]; then
    echo "skipped: it needs mpremote (or MPREMOTE, its script, with python3-serial and python3-platformdirs)"
    exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/adder-mpremote.XXXXXX") || exit 1
mkfifo "$work/control" && mkdir "$work/device" "$work/host" "$work/host/pkg"
export ADDER
(cd "$work/device" && exec "$OLDPWD/$server" serve <"$work/control" >"$work/name") &
exec 9>"$work/control" # the device stays until this is closed
trap 'exec 9>&-; wait; rm -rf "$work"' EXIT
for i in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$work/name" ] && break
    sleep 0.2
done
device=$(cat "$work/name")
mp() {
    timeout 30 $mpremote connect "$device" "$@" 2>&1 | tr -d '\r' | sed "s|$work|WORK|g"
}

cd "$work/host" || exit 1
printf 'def hello():\n    return "hello from the host"\n' >hostmod.py
printf 'from . import inner\n' >pkg/__init__.py
printf 'value = 42\n' >pkg/inner.py
printf 'import sys\nprint("run", sys.argv[:0], 6 * 7)\nraise ValueError("at the end")\n' >prog.py
head -c 3000 /dev/urandom >random.bin

echo "-- exec, eval, run"
mp exec 'print(1 + 2)' exec 'x = 5' eval 'x * 3' exec 'for i in range(3): print(i)'
mp run prog.py
mp soft-reset exec 'print("x" in globals())' resume exec 'y = 1'
mp resume eval 'y'
echo "-- fs"
mp fs cp hostmod.py :a.py + fs ls + fs cat a.py
mp fs mkdir d + fs cp random.bin :d/r.bin + fs cp :d/r.bin back.bin + fs touch d/empty + fs ls d
cmp random.bin back.bin && echo same
[ "$(mp fs sha256sum d/r.bin | tail -1)" = "$(sha256sum random.bin | cut -d' ' -f1)" ] && echo "same sum"
mp fs tree
mp fs -r cp pkg : + exec 'import pkg.inner; print(pkg.inner.value)'
mp fs rm d/r.bin d/empty + fs rmdir d + fs -r rm pkg + fs ls
mp fs cat none
mp fs rmdir none
mp fs cp -f random.bin :a.py + fs rm a.py
mp df | sed 's/ .*/ .../'
echo "-- mount"
mp mount . exec 'import os, hostmod; print(os.getcwd(), hostmod.hello(), sorted(os.listdir())[:2])' \
    exec 'import pkg.inner; print(pkg.inner.value, pkg.inner.__file__)'
mp mount . exec 'f = open("made.txt", "w"); f.write("line 1\nline 2\n"); f.close(); print(open("made.txt").readlines())' \
    exec 'f = open("random.bin", "rb"); import hashlib; print(hashlib.sha256(f.read()).digest() == hashlib.sha256(open("back.bin", "rb").read()).digest())' \
    exec 'os.rename("made.txt", "other.txt"); os.mkdir("sub"); print(os.stat("other.txt")[6], sorted(os.listdir("/remote"))[-2:]); os.remove("other.txt"); os.rmdir("sub")' \
    exec 'open("none")'
mp exec 'import os; print(os.getcwd() == os.getcwd(), "remote" in os.listdir("/"))'
