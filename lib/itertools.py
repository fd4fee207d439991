"""Iterators made of iterators."""

_MISSING = object()


def count(start=0, step=1):
    """start, start + step, start + 2 * step ..."""
    while True:
        yield start
        start += step


def cycle(iterable):
    """The items again and again."""
    seen = []
    for item in iterable:
        yield item
        seen.append(item)
    while seen:
        yield from seen


def repeat(object, times=None):
    """The same, so many times or for ever."""
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    """Sums of the first items, or what func makes of them."""
    it = iter(iterable)
    total = initial
    if initial is None:
        for total in it:
            break
        else:
            return
    yield total
    for item in it:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n, *, strict=False):
    """Tuples of n items; the last one may be shorter."""
    if n < 1:
        raise ValueError("n must be at least one")
    it = iter(iterable)
    while batch := tuple(islice(it, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


class chain:
    """All items of the first iterable, then those of the next ..."""

    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        """The same, of an iterable of iterables."""
        made = cls()
        made._items = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def compress(data, selectors):
    """The items whose selector is true."""
    return (item for item, wanted in zip(data, selectors) if wanted)


def dropwhile(predicate, iterable):
    """What is left when predicate has been false once."""
    it = iter(iterable)
    for item in it:
        if not predicate(item):
            yield item
            break
    yield from it


def takewhile(predicate, iterable):
    """The items until predicate is false."""
    for item in iterable:
        if not predicate(item):
            break
        yield item


def filterfalse(predicate, iterable):
    """The items for which predicate is false."""
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def groupby(iterable, key=None):
    """(key, iterator over the items in a row that have it) ..."""
    it = iter(iterable)
    item = next(it, _MISSING)
    while item is not _MISSING:
        wanted = item if key is None else key(item)
        number = [True] # whether the group is the current one

        def group():
            nonlocal item
            while number[0] and item is not _MISSING:
                if (item if key is None else key(item)) != wanted:
                    return
                got = item
                item = next(it, _MISSING)
                yield got

        yield wanted, group()
        number[0] = False
        while item is not _MISSING and (item if key is None else key(item)) == wanted:
            item = next(it, _MISSING)


def islice(iterable, *limits):
    """islice(iterable, stop), islice(iterable, start, stop[, step])"""
    s = slice(*limits)
    start, stop, step = s.start or 0, s.stop, 1 if s.step is None else s.step
    if start < 0 or step < 1 or (stop is not None and stop < 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(it, start, stop, step):
    at = 0
    while stop is None or at < stop:
        for item in it:
            break
        else:
            return
        if at >= start and (at - start) % step == 0:
            yield item
        at += 1


def pairwise(iterable):
    """(first, second), (second, third) ..."""
    it = iter(iterable)
    for a in it:
        for b in it:
            yield a, b
            a = b


def starmap(function, iterable):
    """function(*item) of each item."""
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    """n iterators over the same items."""
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    queues = [[] for _ in range(n)]

    def run(own):
        while True:
            if not own:
                for item in it:
                    break
                else:
                    return
                for queue in queues:
                    queue.append(item)
            yield own.pop(0)

    return tuple([run(queue) for queue in queues])


def zip_longest(*iterables, fillvalue=None):
    """zip() that goes on to the end of the longest."""
    its = [iter(i) for i in iterables]
    left = len(its)
    while left:
        row = []
        for i, it in enumerate(its):
            item = _MISSING if it is None else next(it, _MISSING)
            if item is _MISSING:
                if it is not None:
                    its[i] = None
                    left -= 1
                item = fillvalue
            row.append(item)
        if left:
            yield tuple(row)


def product(*iterables, repeat=1):
    """The tuples of one item of each iterable."""
    pools = [tuple(i) for i in iterables] * repeat
    return _product(pools, len(pools))


def _product(pools, n):
    if n == 0:
        yield ()
        return
    for head in _product(pools, n - 1):
        for item in pools[n - 1]:
            yield head + (item,)


def permutations(iterable, r=None):
    """The tuples of r different items."""
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _choose(pool, r, lambda used, i: i not in used)


def combinations(iterable, r):
    """The tuples of r different items, in order."""
    if r < 0:
        raise ValueError("r must be non-negative")
    return _choose(tuple(iterable), r, lambda used, i: not used or i > used[-1])


def combinations_with_replacement(iterable, r):
    """The tuples of r items, in order."""
    if r < 0:
        raise ValueError("r must be non-negative")
    return _choose(tuple(iterable), r, lambda used, i: not used or i >= used[-1])


def _choose(pool, r, fits, used=()):
    if len(used) == r:
        yield tuple([pool[i] for i in used])
        return
    for i in range(len(pool)):
        if fits(used, i):
            yield from _choose(pool, r, fits, used + (i,))
