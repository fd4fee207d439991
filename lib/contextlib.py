"""Help with `with`."""

from functools import wraps


class ContextDecorator:
    """A context manager that is a decorator, too: the function runs inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, function):
        @wraps(function)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return function(*args, **keywords)
        return inner


class AbstractContextManager:
    """A base class with the usual __enter__."""

    def __enter__(self):
        return self

    def __exit__(self, kind, exception, traceback):
        return None


class _GeneratorManager(ContextDecorator):
    def __init__(self, function, args, keywords):
        self._made_of = function, args, keywords
        self._generator = function(*args, **keywords)

    def _recreate_cm(self):
        return _GeneratorManager(*self._made_of)

    def __enter__(self):
        for value in self._generator:
            return value
        raise RuntimeError("generator didn't yield")

    def __exit__(self, kind, exception, traceback):
        if exception is None:
            for _ in self._generator:
                self._generator.close()
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self._generator.throw(exception)
        except StopIteration as stop:
            return stop is not exception
        except RuntimeError as error:
            if error is exception:
                return False
            if isinstance(exception, StopIteration) and error.__cause__ is exception:
                return False
            raise
        except BaseException as error:
            if error is exception:
                return False
            raise
        self._generator.close()
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    """A decorator: makes a context manager of a generator that yields once."""
    @wraps(function)
    def make(*args, **keywords):
        return _GeneratorManager(function, args, keywords)
    return make


class _AsyncGeneratorManager:
    def __init__(self, generator):
        self._generator = generator

    async def __aenter__(self):
        async for value in self._generator:
            return value
        raise RuntimeError("generator didn't yield")

    async def __aexit__(self, kind, exception, traceback):
        if exception is None:
            async for _ in self._generator:
                await self._generator.aclose()
                raise RuntimeError("generator didn't stop")
            return False
        try:
            await self._generator.athrow(exception)
        except StopAsyncIteration as stop:
            return stop is not exception
        except BaseException as error:
            if error is exception:
                return False
            raise
        await self._generator.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(function):
    """contextmanager, for an asynchronous generator and `async with`."""
    @wraps(function)
    def make(*args, **keywords):
        return _AsyncGeneratorManager(function(*args, **keywords))
    return make


class closing(AbstractContextManager):
    """Calls close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class suppress(AbstractContextManager):
    """Swallows exceptions of these classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, exception, traceback):
        return exception is not None and isinstance(exception, self._exceptions)


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *info):
        pass


class ExitStack(AbstractContextManager):
    """Context managers and callbacks that are added as it goes, and left in reverse."""

    def __init__(self):
        self._exits = []

    def push(self, exit):
        """Adds a context manager that was entered, or a function like its __exit__."""
        method = getattr(type(exit), "__exit__", None)
        self._exits.append(exit if method is None else lambda *info: method(exit, *info))
        return exit

    def enter_context(self, manager):
        """Enters one, and returns what that gave."""
        kind = type(manager)
        enter = getattr(kind, "__enter__", None)
        if enter is None or not hasattr(kind, "__exit__"):
            raise TypeError("'%s' object does not support the context manager protocol" % kind.__qualname__)
        result = enter(manager)
        self.push(manager)
        return result

    def callback(self, function, /, *args, **keywords):
        """Adds a function to be called with these arguments."""
        self._exits.append(lambda *info: function(*args, **keywords) and None)
        return function

    def pop_all(self):
        """Hands all to another ExitStack."""
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def close(self):
        """Leaves all now."""
        self.__exit__(None, None, None)

    def __exit__(self, kind, exception, traceback):
        received = exception is not None
        pending = exception
        while self._exits:
            exit = self._exits.pop()
            try:
                if pending is None:
                    exit(None, None, None)
                elif exit(type(pending), pending, pending.__traceback__):
                    pending = None
            except BaseException as error:
                if error.__context__ is None:
                    error.__context__ = pending
                pending = error
        if pending is None:
            return received
        if pending is exception:
            return False
        raise pending
