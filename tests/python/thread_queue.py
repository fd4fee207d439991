# needs: queue threading
# queue: each kind with one thread, and with several.
import queue
import threading
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue, SimpleQueue


def raises(error, f, *args, **keywords):
    try:
        f(*args, **keywords)
    except error as e:
        return str(e)
    raise AssertionError("nothing raised")


for kind, order in (Queue, [3, 1, 2]), (LifoQueue, [2, 1, 3]), (PriorityQueue, [1, 2, 3]):
    q = kind()
    assert q.maxsize == 0 and q.qsize() == 0 and q.empty() and not q.full()
    for item in 3, 1, 2:
        assert q.put(item) is None
    assert q.qsize() == 3 and not q.empty() and not q.full()
    assert [q.get(), q.get(False), q.get(True, 1)] == order
    raises(Empty, q.get, False)
    raises(Empty, q.get_nowait)
    raises(Empty, q.get, True, 0)
    raises(Empty, q.get, timeout=0.001)
    assert raises(ValueError, q.get, True, -1) == "'timeout' must be a non-negative number"
    assert q.unfinished_tasks == 3
    for _ in range(3):
        q.task_done()
    assert raises(ValueError, q.task_done) == "task_done() called too many times"
    assert q.join() is None

    q = kind(2)
    q.put_nowait(2)
    q.put(1, False)
    assert q.full() and q.qsize() == 2
    raises(Full, q.put_nowait, 3)
    raises(Full, q.put, 3, False)
    raises(Full, q.put, 3, True, 0)
    raises(Full, q.put, 3, timeout=0.001)
    assert raises(ValueError, q.put, 3, True, -1) == "'timeout' must be a non-negative number"
    assert q.get() == (2 if kind is Queue else 1)
    q.put(5)
    assert q.full()

    # more producers and consumers than there is room
    q = kind(3)
    got, guard = [], threading.Lock()

    def produce(first):
        for i in range(first, first + 25):
            q.put(i)

    def consume():
        while (item := q.get()) < 1000:
            with guard:
                got.append(item)
            q.task_done()
        q.task_done()

    consumers = [threading.Thread(target=consume) for _ in range(3)]
    producers = [threading.Thread(target=produce, args=(i * 25,)) for i in range(4)]
    for t in consumers + producers:
        t.start()
    for t in producers:
        t.join()
    q.join()
    assert sorted(got) == list(range(100))
    for _ in consumers:
        q.put(1000)
    for t in consumers:
        t.join()
    assert q.empty() and q.unfinished_tasks == 0

if hasattr(queue, "ShutDown"):
    q = Queue()
    q.put(1)
    q.shutdown()
    raises(queue.ShutDown, q.put, 2)
    assert q.get() == 1
    raises(queue.ShutDown, q.get)
    raises(queue.ShutDown, q.get_nowait)
    q = Queue()
    q.put(1)
    q.shutdown(immediate=True)
    raises(queue.ShutDown, q.get)
    assert q.join() is None
    q = Queue()
    ends = []

    def get():
        try:
            q.get()
        except queue.ShutDown:
            ends.append(1)

    waiting = [threading.Thread(target=get) for _ in range(3)]
    for t in waiting:
        t.start()
    q.shutdown()
    for t in waiting:
        t.join()
    assert ends == [1, 1, 1]

s = SimpleQueue()
assert s.empty() and s.qsize() == 0
s.put(1)
s.put(2, False)
s.put(3, True, 5)
s.put_nowait(4)
assert s.qsize() == 4 and not s.empty()
assert [s.get(), s.get(False), s.get(True, 1), s.get_nowait()] == [1, 2, 3, 4]
raises(Empty, s.get_nowait)
raises(Empty, s.get, False)
raises(Empty, s.get, True, 0)
raises(Empty, s.get, timeout=0.001)
raises(ValueError, s.get, True, -1)
got = []


def take(n):
    for _ in range(n):
        got.append(s.get())


takers = [threading.Thread(target=take, args=(20,)) for _ in range(4)]
givers = [threading.Thread(target=lambda n: [s.put(n + i) for i in range(20)], args=(n * 20,)) for n in range(4)]
for t in takers + givers:
    t.start()
for t in takers + givers:
    t.join()
assert sorted(got) == list(range(80)) and s.empty()
assert issubclass(Empty, Exception) and issubclass(Full, Exception)
