"""Heaps: lists whose item k is no greater than items 2k + 1 and 2k + 2, so that the first is the smallest."""


def _rise(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end: # down along the smaller children to a leaf, then up to where it belongs
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


def heappush(heap, item):
    """Adds an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Takes the smallest item away."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item):
    """heappop(), then heappush()."""
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item):
    """heappush(), then heappop()."""
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def heapify(x):
    """Makes a list a heap."""
    for i in range(len(x) // 2 - 1, -1, -1):
        _sink(x, i)


def nsmallest(n, iterable, key=None):
    """The n smallest items, sorted."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted: a generator."""
    sources = []
    for number, iterable in enumerate(iterables):
        it = iter(iterable)
        for item in it:
            sources.append([item if key is None else key(item), number, item, it])
            break
    while sources:
        best = sources[0]
        for s in sources:
            if (s[0] > best[0]) if reverse else (s[0] < best[0]):
                best = s
        yield best[2]
        for item in best[3]:
            best[0] = item if key is None else key(item)
            best[2] = item
            break
        else:
            sources.remove(best)


# ---- the same with the largest item first ----

def _rise_max(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not heap[parent] < item:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink_max(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child + 1] < heap[child]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise_max(heap, start, at)


def heappush_max(heap, item):
    """Adds an item to a heap whose first item is the largest."""
    heap.append(item)
    _rise_max(heap, 0, len(heap) - 1)


def heappop_max(heap):
    """Takes the largest item away."""
    last = heap.pop()
    if not heap:
        return last
    return heapreplace_max(heap, last)


def heapreplace_max(heap, item):
    """heappop_max(), then heappush_max()."""
    first = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return first


def heappushpop_max(heap, item):
    """heappush_max(), then heappop_max()."""
    if heap and item < heap[0]:
        return heapreplace_max(heap, item)
    return item


def heapify_max(x):
    """Makes a list such a heap."""
    for i in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, i)
