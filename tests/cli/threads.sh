# needs: threading messages
# Threads and the system around: what waits in it lets the others run, how a program ends, Ctrl-C.
# timeout: 120
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
show() {
    timeout 60 "$@" >out 2>err
    status=$?
    cat out
    grep -v "^  File\|^    " err
    echo "status $status"
}

echo "-- one reads from a pipe what another writes to it"
mkfifo pipe
cat >pipes.py <<'END'
import threading, time, os
def read():
    with open('pipe', 'rb') as f:
        for line in f: print('read', line)
        print('end', f.read())
reader = threading.Thread(target=read)
reader.start()
with open('pipe', 'wb', 0) as f:
    for i in range(3):
        f.write(b'line %d\n' % i)
        f.flush()
reader.join()
# more than a pipe holds
size = 1 << 20
def write():
    with open('pipe', 'wb') as f: f.write(bytes(size))
writer = threading.Thread(target=write)
writer.start()
with open('pipe', 'rb') as f: print(len(f.read()) == size)
writer.join()
# into a bytearray whose size changes meanwhile
data = bytearray(20000)
done = []
def read_into():
    with open('pipe', 'rb') as f: done.append(f.readinto(data))
reader = threading.Thread(target=read_into)
reader.start()
with open('pipe', 'wb') as f:
    f.write(b'a' * 100); f.flush()
    for i in range(200): data.append(1); data.pop(); data.extend(bytes(1000)); del data[-1000:]
    del data[50:]
    junk = [bytearray(b'x' * 3000) for i in range(50)]
reader.join()
print(done[0] in (50, 100), data == b'a' * 50, all(j == b'x' * 3000 for j in junk))
END
show $ADDER pipes.py
show $ADDER -X stress pipes.py

echo "-- several use one file"
cat >files.py <<'END'
import threading
f = open('lines', 'w+')
def write(i):
    for j in range(200): f.write('%d %d %s\n' % (i, j, 'x' * (j % 50)))
threads = [threading.Thread(target=write, args=(i,)) for i in range(5)]
for t in threads: t.start()
for t in threads: t.join()
f.seek(0)
lines = sorted(f.read().split('\n'))
print(lines == sorted(['%d %d %s' % (i, j, 'x' * (j % 50)) for i in range(5) for j in range(200)] + ['']))
f.seek(0)
b = f.buffer if hasattr(f, 'buffer') else f
got = []
def read():
    while True:
        data = b.read(7)
        if not data: break
        got.append(data)
threads = [threading.Thread(target=read) for i in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(sum(map(len, got)) == sum(len(l) + 1 for l in lines) - 1)
def close():
    try: f.close(); f.write('x')
    except ValueError as e: print(e)
t = threading.Thread(target=close); t.start(); t.join()
END
show $ADDER files.py
show $ADDER -X stress files.py

echo "-- a sleep, a poll, a read of standard input, a command: each lets others run"
cat >waits.py <<'END'
import sys, threading, time, os, select
def waits(f):
    t = threading.Thread(target=f, daemon=True)
    t.start()
    n = 0
    while n < 1000: n += 1
    return t
waits(lambda: time.sleep(1000))
poll = select.poll()
poll.register(sys.stdin, select.POLLIN)
waits(poll.poll)
waits(lambda: sys.stdin.read())
waits(threading.Event().wait)
lock = threading.Lock()
lock.acquire()
waits(lock.acquire)
print(threading.active_count())
command = threading.Thread(target=lambda: os.system('read x <pipe; echo $x'))
command.start()
with open('pipe', 'w') as f: f.write('to the command\n')
command.join()
END
mkfifo hold
sleep 1000 >hold & holder=$!
show $ADDER waits.py <hold
kill $holder
wait $holder 2>/dev/null

echo "-- output that nobody takes lets others run, too"
cat >output.py <<'END'
import threading
t = threading.Thread(target=lambda: [print('x' * 1000) for i in range(200)])
t.start()
n = 0
while n < 1000: n += 1
open('counted', 'w').close()
t.join()
END
timeout 60 $ADDER output.py | {
    while [ ! -e counted ]; do sleep 0.05; done
    sort | uniq -c | sed 's/x*$//'
}

echo "-- the end waits for threads that are no daemons"
cat >ends.py <<'END'
import sys, threading, time
gate = threading.Event()
def last():
    gate.wait()
    print('in the thread')
threading.Thread(target=last).start()
def daemon():
    while True: time.sleep(0.001)
threading.Thread(target=daemon, daemon=True).start()
def busy():
    while True: pass
threading.Thread(target=busy, daemon=True).start()
sys.atexit(lambda: print('exit function'))
print('end of the program')
threading.Thread(target=lambda: (time.sleep(0.01), gate.set())).start()
sys.exit(int(sys.argv[1])) if sys.argv[1] != 'x' else 1/0
END
show $ADDER ends.py 0
show $ADDER ends.py 3
show $ADDER ends.py x
show $ADDER -c '
import _thread, time
def f():
    while True: pass
for i in range(5): _thread.start_new_thread(f, ())
print("these are not waited for")'

echo "-- exceptions in threads"
show $ADDER -c '
import _thread, time, sys
lock = _thread.allocate_lock()
lock.acquire()
def f():
    try: raise ValueError("in _thread")
    finally: lock.release()
_thread.start_new_thread(f, ())
lock.acquire()
while _thread._count(): time.sleep(0.001)
' 2>&1 | sed 's/0x[0-9a-f]*/0x/'
show $ADDER -c '
import threading, sys
def f(): raise ValueError("in threading")
t = threading.Thread(target=f, name="its name"); t.start(); t.join()
t = threading.Thread(target=sys.exit, args=("nobody sees this",)); t.start(); t.join()
print("goes on")'

echo "-- Ctrl-C goes to the main thread, wherever that waits"
interrupt() { # program: it is interrupted when it says that it is ready
    mkfifo ready
    env --default-signal=INT $ADDER -c "
import sys, threading, time, queue, _thread
def ready():
    with open('ready', 'w') as r: r.write('!')
def spin():
    while True: pass
$1" >out 2>err <pipe2 &
    pid=$!
    exec 3>pipe2
    cat ready >/dev/null
    while kill -INT $pid 2>/dev/null && [ "$again" ]; do sleep 0.1; done
    wait $pid 2>/dev/null
    echo "status $?"
    exec 3>&-
    cat out
    tail -n 1 err
    rm ready
}
mkfifo pipe2
interrupt 'l = threading.Lock(); l.acquire(); ready(); l.acquire()'
interrupt 'l = threading.Lock(); l.acquire(); ready(); l.acquire(timeout=1000)'
interrupt 'ready(); threading.Event().wait()'
interrupt 'ready(); queue.Queue().get()'
interrupt 't = threading.Thread(target=spin, daemon=True); t.start(); ready(); t.join()'
interrupt 'threading.Thread(target=spin, daemon=True).start(); ready(); time.sleep(1000)'
interrupt 'threading.Thread(target=spin, daemon=True).start(); ready(); sys.stdin.read()'
interrupt 'threading.Thread(target=spin, daemon=True).start(); ready(); spin()'
interrupt 't = threading.Thread(target=time.sleep, args=(1000,), daemon=True); t.start(); ready(); spin()'
interrupt '
try: ready(); threading.Condition().wait_for(1) if 0 else threading.Semaphore(0).acquire()
except KeyboardInterrupt: print("caught")'
again=yes # one ends the program, another one the wait for the thread
interrupt 'threading.Thread(target=lambda: (ready(), time.sleep(1000))).start()'
show $ADDER -c '
import _thread, time
def f(): _thread.interrupt_main()
try:
    _thread.start_new_thread(f, ())
    time.sleep(1000)
except KeyboardInterrupt: print("caught")
try:
    _thread.interrupt_main()
    time.sleep(1000)
except KeyboardInterrupt: print("caught")'

echo "-- a module is loaded once, whoever asks for it"
cat >slow.py <<'END'
import time
print('slow begins')
time.sleep(0.05)
value = 5
print('slow ends')
END
cat >fails_once.py <<'END'
import time
time.sleep(0.02)
1/0
END
cat >circle_a.py <<'END'
import time
time.sleep(0.02)
import circle_b
END
cat >circle_b.py <<'END'
import time
time.sleep(0.02)
import circle_a
END
cat >imports.py <<'END'
import threading
def get():
    import slow
    got.append(slow.value)
got = []
threads = [threading.Thread(target=get) for i in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(got)
def fail():
    try: import fails_once
    except ZeroDivisionError: got.append(0)
threads = [threading.Thread(target=fail) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(got)
threads = [threading.Thread(target=__import__, args=('circle_' + x,)) for x in 'ab']
for t in threads: t.start()
for t in threads: t.join()
import circle_a, circle_b
print(circle_a.circle_b is circle_b, circle_b.circle_a is circle_a)
END
show $ADDER imports.py
