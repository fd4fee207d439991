# What a generator handles is its own, also where it was thrown in by somebody who handles the same.
import sys


def handles(text):
    return type(sys.exception()).__name__ == text


def generator():
    try:
        yield 1
    except Exception as e:
        yield sys.exception() is e
        try:
            raise KeyError("inner")
        except KeyError:
            yield handles("KeyError")
        yield sys.exception() is e
        try:
            raise
        except Exception as again:
            yield again is e and sys.exception() is e
        yield sys.exception() is e
    yield sys.exception()


def same(g):
    try:
        raise ValueError("v")
    except ValueError as e:
        assert g.throw(e)
        assert sys.exception() is e
    assert sys.exception() is None


def other(g):
    try:
        raise ValueError("v")
    except ValueError as e:
        assert g.throw(TypeError("t"))
        assert sys.exception() is e


def plain(g):
    assert g.throw(TypeError("t"))


def going_on(g):
    try:
        raise ValueError("v")
    except ValueError as e:
        assert g.throw(e) and sys.exception() is e
        assert next(g) and sys.exception() is e
    try:
        raise OSError("o")
    except OSError as e:
        assert next(g) and sys.exception() is e
        assert next(g) and sys.exception() is e


def delegates():
    yield from generator()


def run(throw, make, last):
    g = make()
    assert next(g) == 1
    throw(g)
    *rest, end = g
    assert len(rest) in (1, 4) and all(rest) and end is last
    assert sys.exception() is last


for throw in same, other, plain, going_on:
    run(throw, generator, None)
    run(throw, delegates, None)
try:
    1 / 0
except ZeroDivisionError as e:
    g = generator()
    next(g)
    assert g.throw(ValueError())
    assert sys.exception() is e
    *rest, end = g
    assert all(rest) and end is e


def raises_again():
    try:
        yield
    except Exception:
        yield
        raise


g = raises_again()
next(g)
try:
    raise ValueError("once")
except ValueError as e:
    g.throw(e)
try:
    next(g)
    assert False
except ValueError as e:
    assert str(e) == "once" and getattr(e, "__context__", None) is None
