# needs: messages codecs os_errors
# Programs that are none, and output that can't be written: one clear line or exception, the right status.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
show() { # what was said, and the status
    "$@" >said 2>&1
    status=$?
    cut -c1-200 said | sed "s|$work|WORK|"
    echo "status $status"
}
bytes=$(printf '\377\376')

echo "-- arguments that are not UTF-8"
show $ADDER -c 'import sys; print(ascii(sys.argv))' "a$bytes"
show $ADDER -c "print('$bytes')"
show $ADDER -m "m$bytes" | cat -v
show $ADDER "no$bytes.py" | cat -v
mkdir "d$bytes"
echo 'import beside; print(ascii(__file__.split("/")[-2]))' >"d$bytes/x.py"
echo 'print(ascii(__file__.split("/")[-2])); 1/0' >"d$bytes/beside.py"
show $ADDER "d$bytes/x.py" | cat -v
MICROPYPATH="d$bytes" show $ADDER -m beside | tail -n 3

echo "-- sources that are none"
show $ADDER nothing.py
show $ADDER ''
show $ADDER .
show $ADDER /dev/null
show $ADDER /dev/zero
printf 'x = 1\n\0' >nul.py
show $ADDER nul.py
printf 'x = 1\ny = "\377"\n' >latin.py
show $ADDER latin.py | cat -v
show $ADDER -m sys
show $ADDER -m ''
show $ADDER -m a..b
show $ADDER - </dev/zero
show $ADDER - <.
show $ADDER - <&-
printf 'x = (1,\n' | show $ADDER
mkfifo pipe
seq 1 3000 | sed 's/.*/x = "a line of some length, number &"/' >pipe &
show $ADDER pipe
wait
(seq 1 3000 | sed 's/.*/x = "a line of some length, number &"/'; echo 'print(x)') | show $ADDER
(echo 's = """'; seq 1 3000; echo '"""'; echo 'print(len(s))'; echo '1/0') | show $ADDER

echo "-- output that can't be written"
show sh -c "$ADDER -c 'print(1)' >/dev/full"
show sh -c "$ADDER -c 'print(1, flush=True)' >/dev/full"
show sh -c "$ADDER -c 'print(1); import sys; sys.stderr.write(\"error\n\")' >/dev/full"
show sh -c "$ADDER -c 'print(1); import sys; sys.exit(3)' >/dev/full"
show sh -c "$ADDER -c 'print(1)' >&-"
show sh -c "$ADDER -h >/dev/full"
show sh -c "$ADDER -c '1/0' 2>&-"
show $ADDER -c 'open("/dev/full", "w").write("x")'
show $ADDER -c 'f = open("/dev/full", "w"); f.write("x")'
show $ADDER -c 'f = open("/dev/full", "w"); f.write("x"); f.flush()'
# a file that is opened does not become standard output
show sh -c "$ADDER -c 'f = open(\"new\", \"w\"); print(1); f.write(\"2\")' >&-"
cat new; echo
show sh -c "$ADDER -c 'import sys; print(sys.stdin.read())' <&-" | tail -n 2
sh -c "$ADDER -c 'while True: print(1)'; echo status \$? >&2" 2>said | head -n 1
tail -n 2 said
