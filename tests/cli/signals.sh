# Signals: what was written is kept, the exit function is called, and the one who waits learns what happened.
# timeout: 120
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
end_by() { # signal, program: sent when the program says that it is ready
    mkfifo ready
    $start $ADDER -c "
import sys, time
sys.atexit(lambda: print('exit function'))
f = open('kept', 'w')
f.write('in the file ')
print('in the console')
with open('ready', 'w') as r: r.write('!')
$2" >out 2>err <hold &
    pid=$!
    exec 3>hold
    cat ready >/dev/null
    kill -"$1" $pid
    wait $pid 2>/dev/null
    echo "$1: status $?"
    exec 3>&-
    cat out kept; echo
    tail -n 1 err
    rm ready
}
mkfifo hold
start="env --default-signal=INT" # which programs in the background of a shell ignore
for signal in TERM HUP INT; do
    end_by $signal 'while True: pass'
    end_by $signal 'time.sleep(100)'
    end_by $signal 'sys.stdin.read()'
    end_by $signal 'max(iter(int, 1))'
    end_by $signal 'sum(range(10 ** 13))'
done
end_by INT 'try: time.sleep(100)
except KeyboardInterrupt: print("caught"); sys.exit(5)'
end_by TERM 'sys.atexit(lambda: 1/0); time.sleep(100)'
# one that is ignored stays ignored
start=
(trap '' HUP; end_by HUP 'f.write("on "); time.sleep(0.2)')
# programs that are started have the pipe signal
$ADDER -c 'import os; os.system("yes | head -n 1")'
