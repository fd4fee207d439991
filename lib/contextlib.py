"""Help with `with`."""

from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType as _Method

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing", "chdir", "AsyncContextDecorator"]


def _hook(*names):
    def __subclasshook__(cls, C):
        if cls.__dict__.get("__subclasshook__") is not hook:
            return NotImplemented
        return all([getattr(C, name, None) is not None for name in names]) or NotImplemented
    hook = classmethod(__subclasshook__)
    return hook


class AbstractContextManager(ABC):
    """A base class with the usual __enter__."""
    __slots__ = ()
    __subclasshook__ = _hook("__enter__", "__exit__")
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """What is to be done at the end; true: the exception goes no further."""


class AbstractAsyncContextManager(ABC):
    """A base class with the usual __aenter__."""
    __slots__ = ()
    __subclasshook__ = _hook("__aenter__", "__aexit__")
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """What is to be done at the end; true: the exception goes no further."""


class ContextDecorator:
    """A context manager that is a decorator, too: the function runs inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)
        return inner


class AsyncContextDecorator:
    """The same for coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)
        return inner


class _Manager:
    def __init__(self, func, args, keywords):
        self._made_of = func, args, keywords
        self.gen = func(*args, **keywords)
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(*self._made_of)


def _is_same(error, value, stop):
    """What came out of a generator that `value` was thrown into: is it that, or what becomes of it on the way?"""
    if error is value:
        value.__traceback__ = value.__traceback__
        return True
    return isinstance(error, RuntimeError) and isinstance(value, stop) and error.__cause__ is value


class _GeneratorContextManager(_Manager, ContextDecorator):
    def __enter__(self):
        for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            for _ in self.gen:
                self.gen.close()
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except BaseException as error:
            if _is_same(error, value, StopIteration):
                value.__traceback__ = traceback
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_Manager, AsyncContextDecorator):
    async def __aenter__(self):
        async for value in self.gen:
            return value
        raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            async for _ in self.gen:
                await self.gen.aclose()
                raise RuntimeError("generator didn't stop")
            return False
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as error:
            if _is_same(error, value, (StopIteration, StopAsyncIteration)):
                value.__traceback__ = traceback
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """A decorator: makes a context manager of a generator that yields once."""
    @wraps(func)
    def helper(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)
    return helper


def asynccontextmanager(func):
    """contextmanager, for an asynchronous generator and `async with`."""
    @wraps(func)
    def helper(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)
    return helper


class _Subscripted: # (abstract classes take longer to make, and __subclasshook__ knows these)
    __class_getitem__ = classmethod(GenericAlias)


class closing(_Subscripted):
    """Calls close() at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class aclosing(_Subscripted):
    """Awaits aclose() at the end."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class _Redirect(_Subscripted):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, *info):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    """sys.stdout is another file for the time being."""
    _stream = "stdout"


class redirect_stderr(_Redirect):
    """sys.stderr is another file for the time being."""
    _stream = "stderr"


class suppress(_Subscripted):
    """Swallows exceptions of these classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if hasattr(value, "exceptions") and isinstance(value, BaseExceptionGroup):
            rest = value.split(self._exceptions)[1]
            if rest is None:
                return True
            raise rest
        return False


class chdir(_Subscripted):
    """Another current folder for the time being."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *info):
        import os
        os.chdir(self._old_cwd.pop())


class nullcontext(_Subscripted):
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


def _methods_of(manager, enter, exit, asynchronous=""):
    cls = type(manager)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError("'%s.%s' object does not support the %scontext manager protocol" % (
            cls.__module__, cls.__qualname__, asynchronous)) from None


class _ExitStack:
    def __init__(self):
        self._exit_callbacks = [] # pairs: whether it is to be awaited, function(kind, exception, traceback)

    def push(self, exit):
        """Adds a context manager that was entered, or a function like its __exit__."""
        method = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((False, exit if method is None else _Method(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters one, and returns what that gave."""
        enter, exit = _methods_of(cm, "__enter__", "__exit__")
        result = enter(cm)
        self._exit_callbacks.append((False, _Method(exit, cm)))
        return result

    def callback(self, callback, /, *args, **keywords):
        """Adds a function to be called with these arguments."""
        def call(*info):
            callback(*args, **keywords)
        call.__wrapped__ = callback
        self._exit_callbacks.append((False, call))
        return callback

    def pop_all(self):
        """Hands all to another stack."""
        other = type(self)()
        other._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return other


def _set_context(new, old, outer):
    """What was raised by an exit has the one before it as context, at the end of its chain."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outer:
            break
        new = context
    new.__context__ = old


def _leaving(stack, kind, exception, traceback):
    """A generator: yields what each exit returned to be awaited, if it is; its value is __exit__'s."""
    outer = _current()
    pending = exception
    suppressed = False
    while stack._exit_callbacks:
        awaited, exit = stack._exit_callbacks.pop()
        try:
            if pending is None:
                result = exit(None, None, None)
            else:
                result = exit(type(pending), pending, pending.__traceback__)
            if awaited:
                result = yield result
            if result and pending is not None:
                suppressed = True
                pending = None
        except BaseException as error:
            _set_context(error, pending, outer)
            pending = error
    if pending is None:
        return suppressed
    if pending is exception:
        return False
    context = pending.__context__
    try:
        raise pending
    finally:
        pending.__context__ = context


def _current():
    import sys
    return sys.exc_info()[1]


class ExitStack(_ExitStack, AbstractContextManager):
    """Context managers and callbacks that are added as it goes, and left in reverse."""

    def close(self):
        """Leaves all now."""
        self.__exit__(None, None, None)

    def __exit__(self, *info):
        try:
            next(_leaving(self, *info))
        except StopIteration as stop:
            return stop.value


class AsyncExitStack(_ExitStack, AbstractAsyncContextManager):
    """The same, with those of `async with` too."""

    def push_async_exit(self, exit):
        """Adds an asynchronous context manager that was entered, or a coroutine function like its __aexit__."""
        method = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((True, exit if method is None else _Method(method, exit)))
        return exit

    async def enter_async_context(self, cm):
        """Enters one, and returns what that gave."""
        enter, exit = _methods_of(cm, "__aenter__", "__aexit__", "asynchronous ")
        result = await enter(cm)
        self._exit_callbacks.append((True, _Method(exit, cm)))
        return result

    def push_async_callback(self, callback, /, *args, **keywords):
        """Adds a coroutine function to be called with these arguments."""
        async def call(*info):
            await callback(*args, **keywords)
        call.__wrapped__ = callback
        self._exit_callbacks.append((True, call))
        return callback

    async def aclose(self):
        """Leaves all now."""
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *info):
        steps = _leaving(self, *info)
        try:
            result = next(steps)
            while True:
                try:
                    result = await result
                except BaseException as error:
                    result = steps.throw(error)
                else:
                    result = steps.send(result)
        except StopIteration as stop:
            return stop.value
